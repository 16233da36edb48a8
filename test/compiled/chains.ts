/** The chains of the scenarios, and all that can happen in them. */
import {
  type Compiled,
  cancel,
  compiled,
  type Ended,
  fail,
  type Given,
  locally,
  lost,
  ok,
  type Script,
} from './scripted.ts';

export interface Scenario {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly compiled: Compiled;
  /** What each unit may give. */
  readonly gives: Readonly<Record<string, readonly Given[]>>;
  /** With this all is well. */
  readonly good: Script;
  /** Nothing behind what may fail runs them a second time. */
  readonly once: readonly string[];
  /** All ways in which runs of it end: the colour, and the decision. */
  readonly endings: readonly string[];
}

/** `OUTCOMES`: a word for each unit, `train:sigma-0.10=accuracy=0.95,latency=100` or `deploy=fail`. */
export const unit = `#!/bin/sh
name="$1\${3:+:sigma-$3}"
echo "running $name"
for word in $OUTCOMES; do
  case "$word" in
  "$name=fail") exit 1 ;;
  "$name=hang") sleep 600 & wait ;;
  "$name="*) echo "\${word#*=}" | tr , '\\n' >> "$ML_OUTPUT" ;;
  esac
done
`;

/** Its units are that script, `unit`. */
const project = `
axes: { sigma: { flag: --sigma } }
metrics: { accuracy: { unit: fraction, better: higher, aliases: [acc] }, latency: { better: lower } }
select: { best-model: { max: accuracy } }
commands:
  setup: { run: sh unit setup, env: [OUTCOMES] }
  train: { run: 'sh unit train "$@"', metrics: [{ output: [accuracy] }], env: [OUTCOMES] }
  evaluate: { run: sh unit evaluate, metrics: [{ output: [accuracy, latency] }], env: [OUTCOMES] }
  deploy: { run: sh unit deploy, deploys: production, environment: production, env: [OUTCOMES] }
  publish: { run: sh unit publish, env: [OUTCOMES] }
${['a', 'b', 'c', 'x', 'y', 'rollback', 'cleanup', 'analyze-failures']
  .map((name) => `  ${name}: { run: sh unit ${name}, env: [OUTCOMES] }\n`)
  .join('')}`;

function scenario(
  name: string,
  chain: string,
  more: Pick<Scenario, 'gives' | 'good' | 'once' | 'endings'>,
): Scenario {
  const text = `name: ${name}\nchain: |\n${chain.replace(/^/gm, '  ')}\n`;
  const files = { 'ml-workflow.yml': project, [`workflows/${name}.yml`]: text };
  return { name, files, compiled: compiled(name, files), ...more };
}

const leg = [ok({ accuracy: 0.95 }), ok({ accuracy: 0.5 }), ok(), ok({ accuracy: 1.5 }), fail, lost];
const either = [ok(), fail];

export const chains: readonly Scenario[] = [
  scenario(
    'sweep',
    `/setup → parallel[/train:sigma-0.10 | /train:sigma-0.12] → /results:aggregate → /best-model:select →
/if:best-acc>0.90 → /deploy → /else → /analyze-failures`,
    {
      gives: {
        '/setup': either,
        '/train:sigma-0.10': leg,
        '/train:sigma-0.12': [ok({ accuracy: 0.95 }), ok({ accuracy: 0.5 }), fail, lost],
        '/results:aggregate': either,
        '/best-model:select': either,
        '/deploy': either,
        '/analyze-failures': either,
      },
      good: { '/train:sigma-0.10': ok({ accuracy: 0.95 }), '/train:sigma-0.12': ok({ accuracy: 0.92 }) },
      once: ['/setup', '/train:sigma-0.10', '/train:sigma-0.12'],
      endings: ['failure: failed', 'success: handled', 'success: passed'],
    },
  ),
  scenario(
    'guarded',
    `/try: /train → /evaluate → /require:accuracy>0.6 → /catch:training-failed → /rollback
→ /else → /deploy → /finally → /cleanup`,
    {
      gives: {
        '/train': either,
        '/evaluate': [ok({ accuracy: 0.9 }), ok({ accuracy: 0.5 }), ok(), fail],
        '/rollback': either,
        '/deploy': either,
        '/cleanup': either,
      },
      good: { '/evaluate': ok({ accuracy: 0.9 }) },
      once: ['/train', '/evaluate'],
      endings: ['failure: failed', 'failure: not-met', 'success: handled', 'success: passed'],
    },
  ),
  scenario(
    'nested',
    `/evaluate → /if:accuracy>0.9 → (/if:latency<200 → parallel[/a | /b | /c] → /x → /else → /y) → /else → /publish`,
    {
      gives: {
        '/evaluate': [
          ok({ accuracy: 0.95, latency: 100 }),
          ok({ accuracy: 0.95, latency: 300 }),
          ok({ accuracy: 0.95 }),
          ok({ accuracy: 0.5, latency: 100 }),
          ok(),
          fail,
        ],
        '/a': [ok(), fail, lost],
        '/b': [ok(), fail, lost],
        '/c': [ok(), fail, lost],
        '/x': either,
        '/y': either,
        '/publish': either,
      },
      good: { '/evaluate': ok({ accuracy: 0.95, latency: 100 }) },
      once: ['/evaluate', '/a', '/b', '/c'],
      endings: ['failure: failed', 'success: handled', 'success: passed'],
    },
  ),
];

export interface Scripted {
  readonly script: Script;
  readonly local: Ended;
}

/** All combinations of what the units may give that differ in what really runs. */
export async function scriptsOf({ compiled: made, gives }: Scenario): Promise<readonly Scripted[]> {
  const found: Scripted[] = [];
  const open: Script[] = [{}];
  for (let script = open.pop(); script !== undefined; script = open.pop()) {
    const known = script;
    const local = await locally(made, known);
    const next = local.started.find((title) => known[title] === undefined && gives[title] !== undefined);
    if (next === undefined) found.push({ script: known, local });
    else open.push(...(gives[next] ?? []).map((given) => ({ ...known, [next]: given })));
  }
  return found;
}

/** The run is cancelled in one unit, of each way that the chain can go once, as far as it is without failures but one. */
export async function cancelsOf(
  { compiled: made, good }: Scenario,
  scripts: readonly Scripted[],
): Promise<readonly Scripted[]> {
  const found = new Map<string, Scripted>();
  const failures = ({ script }: Scripted) => Object.values(script).filter(({ is }) => is !== 'ok').length;
  const simple = scripts.filter((one) => failures(one) < 2).sort((a, b) => failures(a) - failures(b));
  for (const { script: from, local: before } of simple) {
    for (const title of before.started) {
      if (found.has(title)) continue;
      const script = { ...good, ...from, [title]: cancel };
      found.set(title, { script, local: await locally(made, script) });
    }
  }
  return [...found.values()];
}
