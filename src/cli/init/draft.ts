/** What was found and chosen → the texts of a project file and of a workflow. Pure. */
import {
  above,
  behind,
  commentLines,
  inline,
  type Yaml,
  type YamlMap,
  yamlText,
} from '../../jobs/yaml-text.ts';
import { parse } from '../../language/parser.ts';
import { format } from '../../language/printer.ts';
import { sourceOf } from '../../language/source.ts';
import type { Target, Template } from './choices.ts';
import type { PythonOption } from './python.ts';
import type { Training } from './survey.ts';

export interface Choices {
  /** Of the project. */
  readonly name: string;
  readonly template: Template;
  readonly target: Target;
  readonly training: Training;
  /** Values for options that the training cannot do without, by flag. What is not among them is asked for with each run. */
  readonly values: Readonly<Record<string, string>>;
  /** Installs what the Python needs. */
  readonly setup?: string | undefined;
  /** Code of a pull request may run on GitHub's own runner. */
  readonly localCommands: boolean;
}

export interface Draft {
  readonly project: string;
  /** In `workflows/`, without `.yml`. */
  readonly workflow: string;
  readonly text: string;
  /** What is typed into a comment. */
  readonly comment: string;
  /** Flags that each run has to be given. */
  readonly asked: readonly string[];
  /** The option that is swept; `isGuess`: the training was not seen to have it. */
  readonly axis?: { readonly flag: string; readonly isGuess: boolean };
  /** What its gate asks of the metric, `>0.90`; absent when there is no gate. */
  readonly bound?: string;
  /** Names of the secrets that a job needs. */
  readonly secrets: readonly string[];
}

export function draftOf(choices: Choices): Draft {
  const { template } = choices;
  const axis = template === 'sweep' ? axisIn(choices.training) : undefined;
  const params = paramsIn(choices).filter(({ flag }) => flag !== axis?.flag);
  const workflow = template === 'sweep' ? 'sweep' : 'ml-train';
  const comment = template === 'sweep' ? '/ml-sweep' : '/ml-train';
  const asked = params.filter(({ value }) => value === undefined).map(({ flag }) => flag);
  return {
    project: projectText(choices, params, axis),
    ...{ workflow, comment, asked },
    text: workflowText(choices, params, axis, comment),
    ...(axis ? { axis } : {}),
    ...(template === 'minimal' ? {} : { bound: boundOf(choices.training) }),
    secrets: secretsOf(choices.target),
  };
}

interface Param {
  readonly name: string;
  readonly flag: string;
  readonly type: PythonOption['type'];
  /** Undefined when each run has to be given it. */
  readonly value?: string | number | undefined;
  readonly choices?: readonly string[] | undefined;
}

/** What the training cannot do without, and what people change most. */
function paramsIn({ training, values }: Choices): Param[] {
  const written = training.measured.argument?.split(' ')[0];
  return training.options.flatMap((option) => {
    const { flag, type, isRequired, choices } = option;
    const isUsual = /^--(?:epochs|seed)$/.test(flag) && option.default !== undefined;
    if (flag === written || type === 'boolean' || (!isRequired && !isUsual)) return [];
    const text = values[flag] ?? option.default ?? (choices?.length === 1 ? choices[0] : undefined);
    const number = text === undefined ? undefined : Number(text);
    const isNumber = type === 'integer' ? Number.isInteger(number) : Number.isFinite(number);
    const isText = type === 'string' || !isNumber;
    return [
      {
        ...{ name: flag.slice(2), flag, type: isText && text !== undefined ? 'string' : type, choices },
        value: isText ? text : number,
      },
    ];
  });
}

interface Axis {
  readonly name: string;
  readonly flag: string;
  readonly isGuess: boolean;
  readonly points: readonly string[];
}

/** The likeliest first, with what is tried where the option has no default. */
const swept: readonly (readonly [pattern: RegExp, points: readonly string[]])[] = [
  [/sigma$/, ['0.10', '0.12', '0.15', '0.20']],
  [/^(?:lr|learning-?rate)$/, ['0.0003', '0.001', '0.003']],
  [/dropout/, ['0.1', '0.3', '0.5']],
  [/weight-?decay/, ['0.0001', '0.001', '0.01']],
  [/hidden/, ['64', '128', '256']],
  [/batch-?size/, ['32', '64', '128']],
  [/^seed$/, ['1', '2', '3']],
  [/^epochs$/, ['10', '20', '40']],
];

function axisIn({ options }: Training): Axis {
  for (const [pattern, points] of swept) {
    const option = options.find(
      ({ flag, type, isRequired }) =>
        pattern.test(flag.slice(2).replaceAll('_', '-')) && type !== 'boolean' && !isRequired,
    );
    if (!option) continue;
    const name = option.flag.slice(2);
    return {
      name,
      flag: option.flag,
      isGuess: false,
      points: name === 'seed' ? points : around(option, points),
    };
  }
  return { name: 'seed', flag: '--seed', isGuess: true, points: ['1', '2', '3'] };
}

/** Half of the default, the default, and twice as much. */
function around({ type, default: usual }: PythonOption, points: readonly string[]): readonly string[] {
  const number = Number(usual);
  if (usual === undefined || !Number.isFinite(number) || number <= 0) return points;
  const values = [number / 2, number, number * 2];
  if (type === 'integer') return [...new Set(values.map((value) => String(Math.max(1, Math.round(value)))))];
  const digits = values.map((value) => value.toPrecision(3));
  // Written as people do: no exponents, no zeros behind.
  return digits.map((text) =>
    Number(text)
      .toFixed(12)
      .replace(/\.?0+$/, ''),
  );
}

function projectText(choices: Choices, params: readonly Param[], axis: Axis | undefined): string {
  const { name, target, localCommands, setup } = choices;
  const sections: YamlMap[] = [
    { name },
    ...(axis ? [{ axes: { [axis.name]: inline({ flag: axis.flag }) } }] : []),
    ...(target === 'local' ? [] : [remote(target, setup)]),
    { commands: { train: commandOf(choices, params, axis) } },
    ...(target === 'local' ? [policyOf(localCommands)] : []),
  ];
  const head = 'What the names in the chains of `workflows/` mean in this project.';
  return `${commentLines(head).join('\n')}\n${sections.map(yamlText).join('\n')}`;
}

const hostVariables = {
  host: 'TRAIN_HOST',
  port: 'TRAIN_PORT',
  key: 'TRAIN_SSH_KEY',
  'host-key': 'TRAIN_HOST_KEY',
} as const;

function secretsOf(target: Target): readonly string[] {
  if (target === 'runpod') return ['RUNPOD_API_KEY'];
  return target === 'ssh' ? Object.values(hostVariables) : [];
}

function remote(target: 'runpod' | 'ssh', setup: string | undefined): YamlMap {
  if (target === 'ssh') {
    const settings = Object.fromEntries(
      Object.entries(hostVariables).map(([key, variable]) => [key, inline({ env: variable })]),
    );
    return { targets: { box: { kind: 'ssh', ...settings, slots: behind(1, 'trainings at once'), setup } } };
  }
  return {
    budget: behind('5usd', 'what one run may cost'),
    targets: {
      pod: {
        kind: 'runpod',
        image: 'runpod/pytorch:1.0.2-cu1281-torch280-ubuntu2404',
        gpu: ['RTX 4090'],
        'max-price': behind(0.8, 'dollars an hour for one pod'),
        lifetime: behind('2h', 'no pod lives longer, whatever happens here'),
        pods: behind(4, 'at once'),
        setup,
      },
    },
  };
}

function commandOf(choices: Choices, params: readonly Param[], axis: Axis | undefined): Yaml {
  const { training, target, template } = choices;
  const { command, measured } = training;
  const run = [command.includes('"$@"') ? command : `${command} "$@"`, measured.argument];
  return {
    description: 'Trains one model, and measures it',
    run: run.filter((one) => one !== undefined).join(' '),
    target: target === 'local' ? undefined : target === 'ssh' ? 'box' : 'pod',
    timeout: '1h',
    // It runs on this machine, which has what the training needs only when the training runs here, too. What is not known to
    // understand `--help` might train.
    preflight:
      target === 'local' && axis?.isGuess === false
        ? `${command.replace(' "$@"', '')} --help | grep -e ${axis.flag} > /dev/null`
        : undefined,
    params:
      params.length === 0
        ? undefined
        : Object.fromEntries(params.map((one) => [one.name, inline({ ...shapeOf(one), flag: one.flag })])),
    // It leaves its numbers at one place of the workspace, where its siblings would, too.
    isolation: template === 'sweep' && measured.is === 'workspace' ? 'copy' : undefined,
    metrics: measures(choices) ? metricsOf(training) : undefined,
  };
}

function shapeOf({ type, value, choices }: Param): YamlMap {
  return {
    type: type === 'string' ? undefined : type,
    default: value,
    choices: choices === undefined || choices.length === 0 ? undefined : choices,
  };
}

/** Whether the command declares a metric: always where a gate asks for it. */
export function measures({ template, training }: Choices): boolean {
  return template !== 'minimal' || training.measured.isCertain;
}

function metricsOf({ measured }: Training): Yaml {
  const { path, field, metric, is } = measured;
  if (is === 'nowhere')
    return above(
      [inline({ output: [metric] })],
      `The training has to tell it: a line \`${metric}=0.93\` in the file that $ML_OUTPUT names.`,
    );
  const fields = field === metric ? { fields: [metric] } : { map: { [metric]: field } };
  return [inline({ json: is === 'workspace' ? path : `$ML_RUN_DIR/${path}`, ...fields })];
}

function policyOf(isAllowed: boolean): YamlMap {
  return {
    policy: above(
      inline({ 'local-commands': isAllowed }),
      [
        "Whether code of a pull request may run on GitHub's own runner. Whoever wrote it can then read what the job can: its token,",
        'and the secrets that commands name. Only people with write access start runs, either way.',
      ].join('\n'),
    ),
  };
}

/** An example: what is good enough is for people to say. */
function boundOf({ measured }: Training): string {
  return /loss|rmse|mae/.test(measured.metric) ? '<0.50' : '>0.90';
}

function workflowText(
  { template, training }: Choices,
  params: readonly Param[],
  axis: Axis | undefined,
  comment: string,
): string {
  const { metric } = training.measured;
  const needsMore = params.some(({ value }) => value === undefined);
  const given = Object.fromEntries(params.map((one) => [one.name, inline(shapeOf(one))]));
  const bound = boundOf(training);
  const chain = axis
    ? `parallel[${axis.points.map((point) => `/train:${axis.name}-${point}`).join(' | ')}] → /results:aggregate
      → /best-model:select → /require:best-${metric.replaceAll('_', '-')}${bound}`
    : template === 'train'
      ? `/train → /require:${metric.replaceAll('_', '-')}${bound}`
      : '/train';
  const description = {
    sweep: 'Trains at several points side by side, and asks whether the best model is good enough',
    train: 'Trains a model, and asks whether it is good enough',
    minimal: 'Trains a model',
  }[template];
  const head = yamlText({
    description,
    on: {
      comment: behind(comment, 'a line of a comment on a pull request'),
      // A label brings no values with it.
      label: needsMore ? undefined : template === 'sweep' ? 'ml:sweep' : 'ml:train',
    },
    params: params.length === 0 ? undefined : given,
  });
  const lines = format(parse(sourceOf('<chain>', chain)).chain).split('\n');
  return `${head}chain: |\n${lines.map((line) => `  ${line}`.trimEnd()).join('\n')}\n`;
}
