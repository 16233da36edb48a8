/** What commands do on a host over SSH, and that it is what they do on this machine. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectWith } from '../drivers/rig.ts';
import { hasSshd, type Sshd, startSshd } from '../rig/sshd.ts';
import { boxProject, gist, runBox, variablesOf } from './ssh-rig.ts';

type Commands = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

interface Case {
  readonly name: string;
  readonly chain: string;
  readonly commands: Commands;
  /** More of the project file. */
  readonly project?: Readonly<Record<string, unknown>>;
  readonly files?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  /** Paths of the workspace that are the same afterwards. */
  readonly leaves?: readonly string[];
  /** So that the case tests what it says. */
  readonly says?: string | RegExp;
}

const metrics = { metrics: { accuracy: { unit: 'fraction', better: 'higher' }, loss: { better: 'lower' } } };
const measured = (path = '$ML_RUN_DIR/metrics.json') => ({ metrics: [{ json: path, fields: ['accuracy'] }] });
const write = (text: string, path = '$ML_RUN_DIR/metrics.json') => `printf '%s' '${text}' > "${path}"`;

const cases: readonly Case[] = [
  {
    name: 'metrics of a file in $ML_RUN_DIR',
    chain: '/train → /if:acc>0.8 → /good → /else → /bad',
    project: { metrics: { accuracy: { unit: 'fraction', better: 'higher', aliases: ['acc'] } } },
    commands: {
      train: { run: write('{"accuracy": 0.9, "n": 50}'), ...measured() },
      good: { run: 'echo yes' },
      bad: { run: 'false' },
    },
    says: '"accuracy":0.9',
  },
  {
    name: 'metrics of the last line of JSON lines',
    chain: '/train',
    project: metrics,
    commands: {
      train: {
        run: `printf '%s\\n' '{"accuracy": 0.1}' '{"accuracy": 0.7}' > "$ML_RUN_DIR/h.jsonl"`,
        metrics: [{ jsonl: '$ML_RUN_DIR/h.jsonl', fields: ['accuracy'] }],
      },
    },
    says: '"accuracy":0.7',
  },
  {
    name: 'metrics of a file in the workspace',
    chain: '/train',
    project: metrics,
    commands: {
      train: {
        run: `mkdir -p out && ${write('{"accuracy": 0.5}', 'out/m.json')}`,
        ...measured('out/m.json'),
      },
    },
    says: '"accuracy":0.5',
  },
  {
    name: 'metrics and values of $ML_OUTPUT',
    chain: '/train → echo',
    project: metrics,
    commands: {
      train: {
        run: `echo accuracy=0.4 >> "$ML_OUTPUT"; printf 'note<<E\\ntwo\\nlines\\nE\\n' >> "$ML_OUTPUT"; echo drift_detected=true >> "$ML_OUTPUT"`,
        metrics: [{ output: ['accuracy'] }],
        sets: ['drift-detected'],
      },
      echo: { run: 'echo done' },
    },
    says: '"note":"two\\nlines"',
  },
  {
    name: 'a value that is not written',
    chain: '/train',
    commands: { train: { run: 'true', sets: ['epochs'] } },
    says: 'no-metrics',
  },
  {
    name: 'no metrics',
    chain: '/train',
    project: metrics,
    commands: { train: { run: 'echo hi', ...measured() } },
    says: 'the command did not write it',
  },
  {
    name: 'metrics of an earlier command in the same place',
    chain: '/first → /train',
    project: metrics,
    commands: {
      first: { run: write('{"accuracy": 1}', 'm.json'), ...measured('m.json') },
      train: { run: 'echo forgot', ...measured('m.json') },
    },
    says: 'is from an earlier run',
  },
  {
    name: 'a file of metrics with an old time that was written now',
    chain: '/train',
    project: metrics,
    commands: {
      train: {
        run: `${write('{"accuracy": 1}', 'm.json')}; touch -d '2001-01-01' m.json`,
        ...measured('m.json'),
      },
    },
    says: '"accuracy":1',
  },
  {
    name: 'NaN',
    chain: '/train',
    project: metrics,
    commands: { train: { run: write('{"accuracy": NaN}'), ...measured() } },
    says: 'nan-loss',
  },
  {
    name: 'no JSON',
    chain: '/train',
    project: metrics,
    commands: { train: { run: write('{"accu'), ...measured() } },
    says: 'is no JSON',
  },
  {
    name: 'an assert that is broken',
    chain: '/train',
    project: metrics,
    commands: { train: { run: write('{"accuracy": 0.2}'), ...measured(), asserts: ['accuracy > 0.5'] } },
    says: '"class":"assert"',
  },
  {
    name: 'a duration that is too short',
    chain: '/train',
    commands: { train: { run: 'true', asserts: ['duration > 300s'] } },
    says: '"class":"assert"',
  },
  {
    name: 'classes of its own, by exit code and by what it prints',
    chain: '/try:/a → /catch:diverged → /ok → /end → /try:/b → /catch:bad-data → /ok → /end',
    commands: {
      ok: { run: 'echo caught' },
      a: { run: 'exit 42', errors: { diverged: { exit: 42 } } },
      b: { run: 'echo the data is broken >&2; exit 1', errors: { 'bad-data': { match: 'data is bro' } } },
    },
    says: 'bad-data',
  },
  { name: 'exit 3', chain: '/a', commands: { a: { run: 'echo one; echo two >&2; exit 3' } }, says: 'exit-3' },
  { name: 'exit 2', chain: '/a', commands: { a: { run: 'exit 2' } }, says: 'usage' },
  {
    name: 'a program that is not there',
    chain: '/a',
    commands: { a: { run: 'no-such-program', shell: 'sh' } },
    says: '"exit":127',
  },
  {
    name: 'a file that may not be run',
    chain: '/a',
    commands: { a: { run: 'sh -c "exit 126"' } },
    says: '"exit":126',
  },
  {
    name: 'memory that ran out, by its own words',
    chain: '/a',
    commands: { a: { run: 'echo CUDA out of memory; exit 1' } },
    says: '"class":"oom"',
  },
  {
    name: 'killed by SIGKILL',
    chain: '/a',
    commands: { a: { run: 'kill -KILL $$; sleep 9' } },
    says: '"class":"oom"',
  },
  {
    name: 'killed by SIGTERM',
    chain: '/a',
    commands: { a: { run: 'kill -TERM $$; sleep 9' } },
    says: 'exit-143',
  },
  {
    name: 'killed by SIGSEGV',
    chain: '/a',
    commands: { a: { run: 'kill -SEGV $$; sleep 9' } },
    says: 'exit-139',
  },
  {
    name: 'a timeout',
    chain: '/a',
    commands: { a: { run: 'echo begun; sleep 60', timeout: '1s' } },
    says: 'timed out after 1 s',
  },
  {
    name: 'a pipe and a redirect',
    chain: '/a | /b > kept',
    commands: {
      a: { run: `printf 'one\\ntwo\\n'; sleep 0.3; echo not this >&2; sleep 0.3` },
      b: { run: 'tr a-z A-Z; echo "$INPUT"; cat "$INPUT_FILE"' },
    },
    says: 'ONE',
  },
  {
    name: 'a result of JSON',
    chain: '/a → /b <result.best>',
    commands: {
      a: { run: `echo '{"best": "x y", "n": [1]}'`, result: 'json' },
      b: { run: 'printf "<%s>" "$1"' },
    },
    says: '<x y>',
  },
  {
    name: 'a result of the last line',
    chain: '$r = /a → /b ${r}',
    commands: { a: { run: 'echo 1; echo last', result: 'last-line' }, b: { run: 'echo "got $1"' } },
    says: 'got last',
  },
  {
    name: 'a result that is no JSON',
    chain: '/a',
    commands: { a: { run: 'echo nope', result: 'json' } },
    says: 'is no JSON',
  },
  {
    name: 'a result that is empty',
    chain: '/a',
    commands: { a: { run: 'true', result: 'last-line' } },
    says: 'standard output is empty',
  },
  {
    name: 'standard output that is too long to read',
    chain: '/a | /b',
    commands: {
      a: { run: `awk 'BEGIN { for (i = 0; i < 170000; i++) printf "%0100d\\n", i }'` },
      b: { run: 'cat >/dev/null' },
    },
    says: 'no-metrics',
  },
  {
    name: 'arguments and parameters with odd characters',
    chain: `/a "it's so" 'a  "b" $HOME ~ \\n {x,y}' "é\u2028*?" "" → /b --text 'x;y|z "q" $(id) !!'`,
    commands: {
      a: { run: 'printf "<%s>\\n" "$@"' },
      b: {
        run: 'printf "<%s>\\n" "$@" "$ML_PARAM_TEXT" "$ML_PARAMS_JSON"',
        params: { text: { type: 'string', flag: '--text' } },
      },
    },
    says: 'x;y|z',
  },
  {
    name: 'a sweep',
    chain: 'parallel[/t:sigma-0.10 | /t:sigma--3 | /t:sigma-x_Y.z] → /best-model:select → /b',
    project: {
      ...metrics,
      axes: { sigma: { flag: '--sigma' } },
      select: { 'best-model': { max: 'accuracy' } },
    },
    commands: {
      t: { run: `echo "$@"; ${write('{"accuracy": 0.3}')}`, axes: ['sigma'], ...measured() },
      b: { run: 'echo "best $ML_PARAM_ID"', params: { id: { from: '$best_id' } } },
    },
    says: '--sigma',
  },
  {
    name: 'what it sees of the system',
    chain: '/a',
    commands: {
      a: {
        run: 'echo "$0|$#|$-|$ML_UNIT|$ML_ATTEMPT|$ML_RUN_ID"; test -d "$ML_RUN_DIR"; test -w "$ML_RUN_DIR"; pwd >/dev/null',
      },
    },
    says: '|1|',
  },
  { name: 'sh', chain: '/a', commands: { a: { shell: 'sh', run: 'false | true; echo "$0 $-"' } } },
  {
    name: 'a pipe in a script that fails in the middle',
    chain: '/a',
    commands: { a: { run: 'false | true; echo unseen' } },
    says: 'exit-1',
  },
  {
    name: 'an agent',
    chain: '/reviewer "look at it"',
    project: { agents: { reviewer: { run: 'echo "$ML_AGENT: $1 = $ML_PARAM_TASK"', target: 'box' } } },
    commands: { a: { run: 'true' } },
    says: 'reviewer: look at it = look at it',
  },
  {
    name: 'progress as JSON and by a pattern',
    chain: '/a → /b',
    commands: {
      a: { run: `echo '{"epoch": 1, "epochs": 4, "loss": 0.5}'` },
      b: {
        run: 'echo "Epoch 2/3 loss=0.25"',
        progress: { match: 'Epoch (?<epoch>\\d+)/(?<epochs>\\d+) loss=(?<loss>\\S+)' },
      },
    },
    says: '"loss":0.25',
  },
  {
    name: 'a secret in the log, in values, in results and in messages',
    chain: '/a → /b | /c',
    commands: {
      a: { run: 'echo "it is $API_TOKEN."; echo "v=$API_TOKEN" >> "$ML_OUTPUT"', env: ['API_TOKEN'] },
      b: { run: 'echo "$API_TOKEN"', env: ['API_TOKEN'] },
      c: { run: 'cat; echo "no: $API_TOKEN" >&2; exit 1', env: ['API_TOKEN'] },
    },
    environment: { API_TOKEN: 'hush-0123456789' },
    says: 'no: ***',
  },
  {
    name: 'inputs, and outputs that come back',
    chain: '/a → /b',
    commands: {
      a: {
        run: 'mkdir -p out/deep && tr a-z A-Z < data/in.txt > out/deep/x && ln -s deep/x out/link && : > out/run.sh && chmod 755 out/run.sh',
        inputs: ['data', 'one.txt'],
        outputs: ['out', 'never'],
      },
      b: { run: 'cat out/link', inputs: ['out/deep/x'] },
    },
    files: { 'data/in.txt': 'words\n', 'one.txt': '1' },
    leaves: ['out/deep/x', 'out/link', 'out/run.sh'],
    says: 'WORDS',
  },
  {
    name: 'a copy of the workspace',
    chain: '/a → /b',
    commands: {
      a: {
        run: 'echo changed > f; echo new > out.txt; pwd | grep -c "/workspace$"',
        isolation: 'copy',
        outputs: ['out.txt'],
      },
      b: { run: 'cat f out.txt' },
    },
    files: { f: 'as it was\n' },
    leaves: ['f', 'out.txt'],
    says: 'as it was',
  },
  {
    name: 'copies side by side keep their outputs to themselves',
    chain: 'parallel[/t:x-1 | /t:x-2] → /b',
    project: { axes: { x: { flag: '--x' } } },
    commands: {
      t: { run: 'echo "$2" > out.txt', isolation: 'copy', outputs: ['out.txt'], axes: ['x'] },
      b: { run: 'test ! -e out.txt' },
    },
    leaves: ['out.txt'],
  },
  {
    name: 'what is printed without an end, in long lines, and with escapes',
    chain: '/a',
    commands: {
      a: {
        run: `printf 'a\\rb\\033[31mred\\033]0;title\\007\\n'; head -c 60000 /dev/zero | tr '\\0' y; printf '\\nno end'; exit 5`,
      },
    },
    says: 'no end',
  },
  {
    name: 'output that is no text',
    chain: '/a',
    commands: { a: { run: `printf '\\377\\376\\000\\001x\\n'; exit 1` } },
  },
];

describe.skipIf(!hasSshd)('on a host and on this machine the same comes of', () => {
  let host: Sshd;
  let variables: Record<string, string>;
  beforeAll(async () => {
    host = await startSshd();
    variables = variablesOf(host);
  });
  afterAll(() => host.stop());

  for (const [index, one] of cases.entries()) {
    it(one.name, async () => {
      const { project = {}, files = {}, environment = {}, leaves = [] } = one;
      const on = async (target: 'box' | 'local') => {
        const with_ = (commands: Commands) =>
          Object.fromEntries(Object.entries(commands).map(([name, rest]) => [name, { ...rest, target }]));
        const agents = project.agents ? { agents: with_(project.agents as Commands) } : {};
        const text = boxProject(
          { ...project, ...agents, commands: with_(one.commands) },
          { slots: 3, workspace: `~/project-${index}` },
        );
        const folder = projectWith({ 'ml-workflow.yml': text, ...files });
        const run = await runBox(folder, one.chain, { environment: { ...variables, ...environment } });
        const left = Object.fromEntries(
          leaves.map((path) => [
            path,
            existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : null,
          ]),
        );
        return { gist: gist(run, folder), left };
      };
      const [there, here] = [await on('box'), await on('local')];
      expect(there).toEqual(here);
      const all = JSON.stringify(there);
      if (one.says !== undefined)
        expect(all).toMatch(one.says instanceof RegExp ? one.says : escaped(one.says));
      for (const secret of Object.values(environment)) expect(all).not.toContain(secret);
    });
  }
});

function escaped(text: string): RegExp {
  const inJson = [text, JSON.stringify(text).slice(1, -1)].map((one) =>
    one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
  );
  return new RegExp(inJson.join('|'));
}
