/** The files of a project: what they say, and what is said about them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { printDiagnostic } from '../../src/language/print-diagnostic.ts';
import { sourceOf } from '../../src/language/source.ts';
import { prepare } from '../../src/prepare.ts';
import { load, type Wanted } from '../../src/project/load.ts';
import { table } from '../language/rig.ts';

const scratch: string[] = [];
afterAll(() => {
  for (const folder of scratch) rmSync(folder, { recursive: true });
});

function project(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'ml-load-'));
  scratch.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    if (!path.endsWith('/')) writeFileSync(join(folder, path), text);
    else mkdirSync(join(folder, path), { recursive: true });
  }
  return folder;
}

function wanted(text: string): Wanted {
  return text.startsWith('/')
    ? { is: 'chain', source: sourceOf('<chain>', text) }
    : { is: 'workflow', reference: text };
}

/** All that is said when the files are loaded and the chain or workflow is planned. */
function said(files: Readonly<Record<string, string>>, what: string): string {
  const folder = project(files);
  const { diagnostics } = prepare({ wanted: wanted(what), folder, shownFrom: folder, given: [] });
  return `\n${diagnostics.map((one) => printDiagnostic(one)).join('\n')}\n`;
}

const one = (yaml: string) => said({ 'ml-workflow.yml': yaml }, '/continue');

describe('a project file', () => {
  it.each([
    ['GITHUB_TOKEN', "commands may not see the job's own variables"],
    ['INPUT_TOKEN', "commands may not see the job's own variables"],
    ['ACTIONS_RUNTIME_TOKEN', "commands may not see the job's own variables"],
    ['RUNNER_TEMP', "commands may not see the job's own variables"],
    ['ML_OUTPUT', '`ML_` variables are set by the system for each unit'],
  ])('that hands a command what is not its own: %s', (variable, message) => {
    expect(one(`commands: { a: { run: x, env: [${variable}] } }\n`)).toContain(
      `\`commands.a.env.0\`: ${message} [invalid-value]`,
    );
    expect(one(`commands: { a: { run: x, env: [MY_${variable}] } }\n`)).not.toContain('error');
  });

  it('that is no YAML', () => {
    expect(one('commands:\n  a: { run: x\n  b: y\n')).toMatchInlineSnapshot(`
      "
      error: invalid YAML: flow map in block collection must be sufficiently indented and end with a } [invalid-yaml]
       --> ml-workflow.yml:3:3
        |
      3 |   b: y
        |   ^
      "
    `);
    expect(one('a: 1\n---\nb: 2\n')).toMatchInlineSnapshot(`
      "
      error: invalid YAML: a file holds one document [invalid-yaml]
       --> ml-workflow.yml:2:1
        |
      2 | ---
        | ^^^
      "
    `);
    expect(one('commands:\n\ta: 1\n')).toMatchInlineSnapshot(`
      "
      error: invalid YAML: tabs are not allowed as indentation [invalid-yaml]
       --> ml-workflow.yml:2:1
        |
      2 |  a: 1
        | ^
      "
    `);
    expect(one(`a: ${'['.repeat(20_000)}`)).toContain('invalid-yaml');
    const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefgh'
      .split('')
      .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefg'[index]}`).join(', ')}]`)
      .join('\n')}\n`;
    expect(one(bomb)).toContain('invalid-yaml');
  });

  it('that is empty, or a list, or a text', () => {
    expect(one('')).toBe('\n\n');
    expect(one('# nothing\n')).toBe('\n\n');
    expect(one('- a\n')).toMatchInlineSnapshot(`
      "
      error: expected a mapping, found a list [invalid-value]
       --> ml-workflow.yml:1:1
        |
      1 | - a
        | ^
      "
    `);
    expect(one('text\n')).toMatchInlineSnapshot(`
      "
      error: expected a mapping, found \`text\` [invalid-value]
       --> ml-workflow.yml:1:1
        |
      1 | text
        | ^
      "
    `);
  });

  it('with keys that mean nothing', () => {
    expect(one('comands: {}\nsecrets: {}\nthis-is-nothing: 1\n')).toMatchInlineSnapshot(`
      "
      error: unknown key \`comands\` [unknown-key]
       --> ml-workflow.yml:1:1
        |
      1 | comands: {}
        | ^^^^^^^
        = help: did you mean \`commands\`?
      error: \`secrets:\` is not supported yet [unsupported-construct]
       --> ml-workflow.yml:2:1
        |
      2 | secrets: {}
        | ^^^^^^^
      error: unknown key \`this-is-nothing\` [unknown-key]
       --> ml-workflow.yml:3:1
        |
      3 | this-is-nothing: 1
        | ^^^^^^^^^^^^^^^
      "
    `);
    expect(one('commands:\n  a: { run: x, metric: [], agent: y }\n')).toMatchInlineSnapshot(`
      "
      error: unknown key \`metric\` in \`commands.a\` [unknown-key]
       --> ml-workflow.yml:2:16
        |
      2 |   a: { run: x, metric: [], agent: y }
        |                ^^^^^^
        = help: did you mean \`metrics\`?
      error: \`agent:\` in \`commands.a\` is not supported yet [unsupported-construct]
       --> ml-workflow.yml:2:28
        |
      2 |   a: { run: x, metric: [], agent: y }
        |                            ^^^^^
      "
    `);
    expect(one('metrics:\n  a: { units: percent }\naxes: { s: { flags: --s } }\n')).toMatchInlineSnapshot(`
      "
      error: unknown key \`units\` in \`metrics.a\` [unknown-key]
       --> ml-workflow.yml:2:8
        |
      2 |   a: { units: percent }
        |        ^^^^^
        = help: did you mean \`unit\`?
      error: unknown key \`flags\` in \`axes.s\` [unknown-key]
       --> ml-workflow.yml:3:14
        |
      3 | axes: { s: { flags: --s } }
        |              ^^^^^
        = help: did you mean \`flag\`?
      "
    `);
  });

  it('in what a command declares around its script', () => {
    expect(
      one(`commands:
  a: { run: x, isolation: pod, inputs: ["*.csv", /etc/passwd], asserts: n > 3, preflight: [x] }
  b: { run: x, errors: { any: { exit: 3 }, gate-error: { exit: 4 }, usage: { exit: 2, retry: always } } }
  c: { chain: /a, asserts: [n > 3], inputs: [x], isolation: copy, preflight: x }
select: { best-model: { max: a, none: pass } }
agents: { d: { run: 'x "$1"', deploy: production } }
`),
    ).toMatchInlineSnapshot(`
      "
      error: \`commands.a.isolation\`: expected \`copy\`, found \`pod\` [invalid-value]
       --> ml-workflow.yml:2:27
        |
      2 |   a: { run: x, isolation: pod, inputs: ["*.csv", /etc/passwd], asserts: n > 3, preflight: [x] }
        |                           ^^^
      error: \`commands.a.inputs.0\`: patterns are not supported here; write one path [invalid-value]
       --> ml-workflow.yml:2:41
        |
      2 |   a: { run: x, isolation: pod, inputs: ["*.csv", /etc/passwd], asserts: n > 3, preflight: [x] }
        |                                         ^^^^^^^
      error: \`commands.a.inputs.1\`: a path is relative and stays inside the workspace [invalid-value]
       --> ml-workflow.yml:2:50
        |
      2 |   a: { run: x, isolation: pod, inputs: ["*.csv", /etc/passwd], asserts: n > 3, preflight: [x] }
        |                                                  ^^^^^^^^^^^
      error: \`commands.a.asserts\`: expected a list, found \`n > 3\` [invalid-value]
       --> ml-workflow.yml:2:73
        |
      2 |   a: { run: x, isolation: pod, inputs: ["*.csv", /etc/passwd], asserts: n > 3, preflight: [x] }
        |                                                                         ^^^^^
      error: \`commands.a.preflight\`: expected a text, found a list [invalid-value]
       --> ml-workflow.yml:2:91
        |
      2 |   a: { run: x, isolation: pod, inputs: ["*.csv", /etc/passwd], asserts: n > 3, preflight: [x] }
        |                                                                                           ^^^
      error: \`any\` is no name: this class of failure belongs to the system [invalid-value]
       --> ml-workflow.yml:3:26
        |
      3 |   b: { run: x, errors: { any: { exit: 3 }, gate-error: { exit: 4 }, usage: { exit: 2, retry: always …
        |                          ^^^
      error: \`gate-error\` is no name: this class of failure belongs to the system [invalid-value]
       --> ml-workflow.yml:3:44
        |
      3 |   b: { run: x, errors: { any: { exit: 3 }, gate-error: { exit: 4 }, usage: { exit: 2, retry: always …
        |                                            ^^^^^^^^^^
      error: \`commands.b.errors.usage.retry\`: expected \`never\`, found \`always\` [invalid-value]
       --> ml-workflow.yml:3:94
        |
      3 | …: { exit: 4 }, usage: { exit: 2, retry: always } } }
        |                                          ^^^^^^
      error: \`select.best-model.none\`: expected \`fail\` or \`not-met\`, found \`pass\` [invalid-value]
       --> ml-workflow.yml:5:39
        |
      5 | select: { best-model: { max: a, none: pass } }
        |                                       ^^^^
      error: unknown key \`deploy\` in \`agents.d\` [unknown-key]
       --> ml-workflow.yml:6:31
        |
      6 | agents: { d: { run: 'x "$1"', deploy: production } }
        |                               ^^^^^^
        = help: did you mean \`deploys\`?
      "
    `);
  });

  it('with values of the wrong kind', () => {
    expect(
      one(`commands:
  a: { run: 5, timeout: soon, shell: zsh, params: [x], outputs: [/etc, a/../b, "*.pt"], env: [A-B] }
  b: text
  c: { run: x, chain: /a }
  d: {}
  e: { run: x, timeout: 0 }
  "f g": { run: x }
  g: { run: x, metrics: [{ json: m.json }, { output: a }, { xml: a }] }
  h: { run: x, errors: { oom: {} } }
  i: { run: x, params: { a: { default: [1] } } }
targets: { gpu: { kind: slurm } }
select: { best-model: { max: a, min: b } }
results: { phase: one, id: "{cell}" }
`),
    ).toMatchInlineSnapshot(`
      "
      error: \`commands.a.run\`: expected a text, found \`5\` [invalid-value]
       --> ml-workflow.yml:2:13
        |
      2 |   a: { run: 5, timeout: soon, shell: zsh, params: [x], outputs: [/etc, a/../b, "*.pt"], env: [A-B] }
        |             ^
      error: \`commands.a.timeout\`: a duration is written \`90\`, \`90s\`, \`40m\`, \`2h\` or \`1d\` [invalid-value]
       --> ml-workflow.yml:2:25
        |
      2 |   a: { run: 5, timeout: soon, shell: zsh, params: [x], outputs: [/etc, a/../b, "*.pt"], env: [A-B] }
        |                         ^^^^
      error: \`commands.a.shell\`: expected \`bash\` or \`sh\`, found \`zsh\` [invalid-value]
       --> ml-workflow.yml:2:38
        |
      2 |   a: { run: 5, timeout: soon, shell: zsh, params: [x], outputs: [/etc, a/../b, "*.pt"], env: [A-B] }
        |                                      ^^^
      error: \`commands.a.params\`: expected a mapping, found a list [invalid-value]
       --> ml-workflow.yml:2:51
        |
      2 |   a: { run: 5, timeout: soon, shell: zsh, params: [x], outputs: [/etc, a/../b, "*.pt"], env: [A-B] }
        |                                                   ^^^
      error: \`commands.a.outputs.0\`: a path is relative and stays inside the workspace [invalid-value]
       --> ml-workflow.yml:2:66
        |
      2 |   a: { run: 5, timeout: soon, shell: zsh, params: [x], outputs: [/etc, a/../b, "*.pt"], env: [A-B] }
        |                                                                  ^^^^
      error: \`commands.a.outputs.1\`: a path is relative and stays inside the workspace [invalid-value]
       --> ml-workflow.yml:2:72
        |
      2 |   a: { run: 5, timeout: soon, shell: zsh, params: [x], outputs: [/etc, a/../b, "*.pt"], env: [A-B] }
        |                                                                        ^^^^^^
      error: \`commands.a.outputs.2\`: patterns are not supported here; write one path [invalid-value]
       --> ml-workflow.yml:2:80
        |
      2 |   a: { run: 5, timeout: soon, shell: zsh, params: [x], outputs: [/etc, a/../b, "*.pt"], env: [A-B] }
        |                                                                                ^^^^^^
      error: \`commands.a.env.0\`: this is no name of an environment variable [invalid-value]
       --> ml-workflow.yml:2:95
        |
      2 |   a: { run: 5, timeout: soon, shell: zsh, params: [x], outputs: [/etc, a/../b, "*.pt"], env: [A-B] }
        |                                                                                               ^^^
      error: \`commands.b\`: expected a mapping, found \`text\` [invalid-value]
       --> ml-workflow.yml:3:6
        |
      3 |   b: text
        |      ^^^^
      error: \`commands.c\`: a command has either \`run:\` or \`chain:\` [invalid-value]
       --> ml-workflow.yml:4:6
        |
      4 |   c: { run: x, chain: /a }
        |      ^^^^^^^^^^^^^^^^^^^^^
      error: \`commands.d\`: a command has either \`run:\` or \`chain:\` [invalid-value]
       --> ml-workflow.yml:5:6
        |
      5 |   d: {}
        |      ^^
      error: \`commands.e.timeout\`: a duration is more than 0 [invalid-value]
       --> ml-workflow.yml:6:25
        |
      6 |   e: { run: x, timeout: 0 }
        |                         ^
      error: \`f g\` is no name: a command begins with a letter and holds letters, digits, \`_\`, \`-\`, \`.\`, \`:\` and \`/\` [invalid-value]
       --> ml-workflow.yml:7:3
        |
      7 |   "f g": { run: x }
        |   ^^^^^
      error: \`commands.g.metrics.0\`: name the metrics under \`fields:\` or \`map:\` [invalid-value]
       --> ml-workflow.yml:8:26
        |
      8 |   g: { run: x, metrics: [{ json: m.json }, { output: a }, { xml: a }] }
        |                          ^^^^^^^^^^^^^^^^
      error: \`commands.g.metrics.1.output\`: expected a list, found \`a\` [invalid-value]
       --> ml-workflow.yml:8:54
        |
      8 |   g: { run: x, metrics: [{ json: m.json }, { output: a }, { xml: a }] }
        |                                                      ^
      error: missing key \`json\` in \`commands.g.metrics.2\` [invalid-value]
       --> ml-workflow.yml:8:59
        |
      8 |   g: { run: x, metrics: [{ json: m.json }, { output: a }, { xml: a }] }
        |                                                           ^^^^^^^^^^
      error: unknown key \`xml\` in \`commands.g.metrics.2\` [unknown-key]
       --> ml-workflow.yml:8:61
        |
      8 |   g: { run: x, metrics: [{ json: m.json }, { output: a }, { xml: a }] }
        |                                                             ^^^
      error: \`commands.h.errors.oom\`: a class of failure has \`exit:\` or \`match:\` [invalid-value]
       --> ml-workflow.yml:9:31
        |
      9 |   h: { run: x, errors: { oom: {} } }
        |                               ^^
      error: \`commands.i.params.a.default\`: expected a text, a number or \`true\` or \`false\`, found a list [invalid-value]
        --> ml-workflow.yml:10:40
         |
      10 |   i: { run: x, params: { a: { default: [1] } } }
         |                                        ^^^
      error: \`targets.gpu.kind\`: expected \`local\`, \`ssh\` or \`runpod\`, found \`slurm\` [invalid-value]
        --> ml-workflow.yml:11:25
         |
      11 | targets: { gpu: { kind: slurm } }
         |                         ^^^^^
      error: \`select.best-model\`: a selection has either \`max:\` or \`min:\` [invalid-value]
        --> ml-workflow.yml:12:23
         |
      12 | select: { best-model: { max: a, min: b } }
         |                       ^^^^^^^^^^^^^^^^^^
      error: \`results.phase\`: expected a number, found \`one\` [invalid-value]
        --> ml-workflow.yml:13:19
         |
      13 | results: { phase: one, id: "{cell}" }
         |                   ^^^
      error: \`results.id\`: an id is made of \`{command}\`, \`{axis}\`, \`{value}\`, \`{phase}\` and other text [invalid-value]
        --> ml-workflow.yml:13:28
         |
      13 | results: { phase: one, id: "{cell}" }
         |                            ^^^^^^^^
      "
    `);
  });

  it('whose values do not fit each other', () => {
    expect(
      one(`commands:
  a: { run: x, target: gpu, primary: f1, metrics: [{ output: [acc] }], axes: [sigm], errors: { oom: { match: "(" } } }
  b: { chain: /continue, timeout: 5, metrics: [] }
  c: { run: 'x "$@"', params: { n: { type: integer, default: 1.5, flag: --n }, s: { default: 0.10, flag: --s }, t: { type: integer, choices: [1, two], default: 3, flag: --t } } }
  else: { run: x }
  parallel:x: { run: x }
  ml-stop: { run: x }
  retry:3: { run: x }
axes: { sigma: {} }
select: { winner: { max: acc } }
`),
    ).toMatchInlineSnapshot(`
      "
      error: unknown target \`gpu\` [invalid-value]
       --> ml-workflow.yml:2:24
        |
      2 |   a: { run: x, target: gpu, primary: f1, metrics: [{ output: [acc] }], axes: [sigm], errors: { oom: …
        |                        ^^^
        = help: declare it under \`targets:\`
      error: \`f1\` is no metric of \`/a\` [invalid-value]
       --> ml-workflow.yml:2:38
        |
      2 |   a: { run: x, target: gpu, primary: f1, metrics: [{ output: [acc] }], axes: [sigm], errors: { oom: …
        |                                      ^^
        = help: its metrics are \`acc\`
      error: unknown axis \`sigm\` [unknown-axis]
       --> ml-workflow.yml:2:79
        |
      2 |   a: { run: x, target: gpu, primary: f1, metrics: [{ output: [acc] }], axes: [sigm], errors: { oom: …
        |                                                                               ^^^^
        = help: did you mean \`sigma\`?
      error: \`(\` is no regular expression [invalid-value]
       --> ml-workflow.yml:2:110
        |
      2 | …, axes: [sigm], errors: { oom: { match: "(" } } }
        |                                          ^^^
      error: \`timeout:\` has no effect on a command with \`chain:\` [invalid-value]
       --> ml-workflow.yml:3:26
        |
      3 |   b: { chain: /continue, timeout: 5, metrics: [] }
        |                          ^^^^^^^
      error: \`metrics:\` has no effect on a command with \`chain:\` [invalid-value]
       --> ml-workflow.yml:3:38
        |
      3 |   b: { chain: /continue, timeout: 5, metrics: [] }
        |                                      ^^^^^^^
      error: \`n\` takes a whole number, found \`1.5\` [invalid-value]
       --> ml-workflow.yml:4:62
        |
      4 |   c: { run: 'x "$@"', params: { n: { type: integer, default: 1.5, flag: --n }, s: { default: 0.10, f…
        |                                                              ^^^
      error: \`s\` takes a text, found \`0.1\` without quotes [invalid-value]
       --> ml-workflow.yml:4:94
        |
      4 | …efault: 1.5, flag: --n }, s: { default: 0.10, flag: --s }, t: { type: integer, choices: [1, two], de…
        |                                          ^^^^
      error: \`choices\` of \`t\`: expected a whole number, found \`two\` [invalid-value]
       --> ml-workflow.yml:4:146
        |
      4 | …--s }, t: { type: integer, choices: [1, two], default: 3, flag: --t } } }
        |                                          ^^^
      error: \`t\` takes one of \`1\`, \`two\`, found \`3\` [invalid-value]
       --> ml-workflow.yml:4:161
        |
      4 | …e: integer, choices: [1, two], default: 3, flag: --t } } }
        |                                          ^
      error: \`else\` is a word of the language and cannot name a command [invalid-value]
       --> ml-workflow.yml:5:3
        |
      5 |   else: { run: x }
        |   ^^^^
      error: \`parallel:x\` is a word of the language and cannot name a command [invalid-value]
       --> ml-workflow.yml:6:3
        |
      6 |   parallel:x: { run: x }
        |   ^^^^^^^^^^
      error: \`ml-stop\` is a word of the language and cannot name a command [invalid-value]
       --> ml-workflow.yml:7:3
        |
      7 |   ml-stop: { run: x }
        |   ^^^^^^^
      error: \`retry:3\` is a word of the language and cannot name a command [invalid-value]
       --> ml-workflow.yml:8:3
        |
      8 |   retry:3: { run: x }
        |   ^^^^^^^
      error: a selection other than \`best-model\` is not supported yet [unsupported-construct]
        --> ml-workflow.yml:10:11
         |
      10 | select: { winner: { max: acc } }
         |           ^^^^^^
      "
    `);
  });

  it('that defines a name twice', () => {
    expect(
      one(`commands:
  ml-train: { run: x, params: { a-b: { default: x }, A_B: { default: y } } }
  ML_Train: { run: y }
  twice: { run: x }
  "twice": { run: y }
`),
    ).toMatchInlineSnapshot(`
      "
      error: \`twice\` stands here twice [duplicate-definition]
       --> ml-workflow.yml:5:3
        |
      5 |   "twice": { run: y }
        |   ^^^^^^^
        = note: first defined here
       --> ml-workflow.yml:4:3
        |
      4 |   twice: { run: x }
        |   ^^^^^
      "
    `);
    expect(
      one(
        'commands:\n  ml-train: { run: x, params: { a-b: {}, A_B: {} } }\n  ML_Train: { run: y }\nmetrics: { a: { aliases: [b] }, b: {}, c: { aliases: [a, C] } }\naxes: { s: {}, S: {} }\n',
      ),
    ).toMatchInlineSnapshot(`
      "
      error: parameter \`A_B\` is defined twice [duplicate-definition]
       --> ml-workflow.yml:2:42
        |
      2 |   ml-train: { run: x, params: { a-b: {}, A_B: {} } }
        |                                          ^^^
        = note: first defined here
       --> ml-workflow.yml:2:33
        |
      2 |   ml-train: { run: x, params: { a-b: {}, A_B: {} } }
        |                                 ^^^
      error: \`/ML_Train\` is defined twice [duplicate-definition]
       --> ml-workflow.yml:3:3
        |
      3 |   ML_Train: { run: y }
        |   ^^^^^^^^
        = note: first defined here
       --> ml-workflow.yml:2:3
        |
      2 |   ml-train: { run: x, params: { a-b: {}, A_B: {} } }
        |   ^^^^^^^^
      error: metric \`b\` is defined twice [duplicate-definition]
       --> ml-workflow.yml:4:33
        |
      4 | metrics: { a: { aliases: [b] }, b: {}, c: { aliases: [a, C] } }
        |                                 ^
        = note: first defined here
       --> ml-workflow.yml:4:27
        |
      4 | metrics: { a: { aliases: [b] }, b: {}, c: { aliases: [a, C] } }
        |                           ^
      error: metric \`a\` is defined twice [duplicate-definition]
       --> ml-workflow.yml:4:55
        |
      4 | metrics: { a: { aliases: [b] }, b: {}, c: { aliases: [a, C] } }
        |                                                       ^
        = note: first defined here
       --> ml-workflow.yml:4:12
        |
      4 | metrics: { a: { aliases: [b] }, b: {}, c: { aliases: [a, C] } }
        |            ^
      error: axis \`S\` is defined twice [duplicate-definition]
       --> ml-workflow.yml:5:16
        |
      5 | axes: { s: {}, S: {} }
        |                ^
        = note: first defined here
       --> ml-workflow.yml:5:9
        |
      5 | axes: { s: {}, S: {} }
        |         ^
      "
    `);
  });

  it('with the notation of GitHub Actions in it', () => {
    expect(
      one('commands:\n  a:\n    run: |\n      echo "${{ github.ref }}" # ${{ x }}\n# ${{ fine }}\n'),
    ).toMatchInlineSnapshot(`
      "
      error: \`\${{ }}\` has no meaning in this file [expression-in-file]
       --> ml-workflow.yml:4:13
        |
      4 |       echo "\${{ github.ref }}" # \${{ x }}
        |             ^^^
        = help: declare a parameter, and read \`$ML_PARAM_<NAME>\` in the script
      "
    `);
  });

  it('that cannot be read', () => {
    expect(said({ 'ml-workflow.yml/': '' }, '/continue')).toMatchInlineSnapshot(`
      "
      error: cannot read \`ml-workflow.yml\`: EISDIR [unreadable-file]
       --> ml-workflow.yml
      "
    `);
  });

  it('declares agents, lists, predicates, prices and the like', () => {
    const folder = project({
      'ml-workflow.yml': `agents:
  default: { run: 'claude "$1"', timeout: 1d }
  ml-engineer: { run: 'engineer "$ML_PARAM_TASK"', metrics: [{ output: [quality] }], sets: [passed], result: json }
lists: { variants: [0.10, "0.20", sigma-0.30, 1e-3, true] }
predicates:
  tests-pass: "status('test') == 'success'"
  good-enough: { when: accuracy > 0.9, severity: warn }
  good: { when: accuracy > 0.9 }
targets: { local: { kind: local, price: 0.5 }, gpu: { kind: local, price: 2usd } }
baseline: runs/best.json
budget: $12.50
strict-units: true
commands: { a: { run: x, result: last-line, sets: [best-model] } }
`,
      'runs/best.json': '{ "acc": 0.91, "val-loss": 0.2, "n": 120, "name": "x" }',
    });
    const { project: loaded, diagnostics } = load(folder, folder, wanted('/continue'));
    expect(diagnostics.sorted()).toEqual([]);
    const { agents, lists, predicates, prices, baseline, baselineFile, budget, strictUnits } = loaded;
    const engineer = agents.get('ml_engineer');
    const a = loaded.commands.get('a');
    expect({
      agents: [...agents.keys()],
      engineer: engineer?.is === 'run' ? engineer.command : undefined,
      lists: [...lists.values()].map(({ values }) => values),
      predicates: [...predicates.values()].map((one) => [one.name, one.condition.text, one.severity]),
      a: a?.is === 'run' ? [a.command.result, a.command.sets] : undefined,
      ...{ prices, baseline, baselineFile, budget, strictUnits },
    }).toMatchInlineSnapshot(`
      {
        "a": [
          "last-line",
          [
            "best-model",
          ],
        ],
        "agents": [
          "default",
          "ml_engineer",
        ],
        "baseline": {
          "file": "runs/best.json",
          "metrics": {
            "accuracy": 0.91,
            "n": 120,
            "val_loss": 0.2,
          },
          "samples": 120,
        },
        "baselineFile": "runs/best.json",
        "budget": 12.5,
        "engineer": {
          "agent": {
            "name": "ml-engineer",
          },
          "env": [],
          "errors": [],
          "is": "run",
          "metrics": [
            {
              "fields": {
                "quality": "quality",
              },
              "format": "output",
              "path": "",
            },
          ],
          "name": "ml-engineer",
          "outputs": [],
          "result": "json",
          "script": "engineer "$ML_PARAM_TASK"",
          "sets": [
            "passed",
          ],
          "shell": "bash",
          "target": "local",
        },
        "lists": [
          [
            "0.10",
            "0.20",
            "sigma-0.30",
            "1e-3",
            "true",
          ],
        ],
        "predicates": [
          [
            "tests-pass",
            "status('test') == 'success'",
            undefined,
          ],
          [
            "good-enough",
            "accuracy > 0.9",
            "warn",
          ],
          [
            "good",
            "accuracy > 0.9",
            undefined,
          ],
        ],
        "prices": {
          "gpu": 2,
          "local": 0.5,
        },
        "strictUnits": true,
      }
    `);
  });

  it('whose agents, lists and predicates mean nothing', () => {
    expect(
      one(`agents:
  blind: { run: claude }
  nowhere: { run: 'claude "$1"', target: gpu }
  "a:b": { run: 'claude "$1"' }
  chained: { chain: /a }
lists: { twice: [a, "a"], empty: [""], none: [] }
predicates: { a: 5, b: { if: x }, c: { when: x, severity: info } }
baseline: ../x.json
budget: much
targets: { local: { kind: local, price: 0 } }
strict-units: please
commands: { a: { run: x, sets: [b, B], result: xml }, b: { chain: /a, sets: [x], result: json } }
`),
    ).toMatchInlineSnapshot(`
      "
      error: \`a:b\` is no name: a name begins with a letter and holds letters, digits, \`_\` and \`-\` [invalid-value]
       --> ml-workflow.yml:4:3
        |
      4 |   "a:b": { run: 'claude "$1"' }
        |   ^^^^^
      error: missing key \`run\` in \`agents.chained\` [invalid-value]
       --> ml-workflow.yml:5:3
        |
      5 |   chained: { chain: /a }
        |   ^^^^^^^
      error: unknown key \`chain\` in \`agents.chained\` [unknown-key]
       --> ml-workflow.yml:5:14
        |
      5 |   chained: { chain: /a }
        |              ^^^^^
      error: \`lists.none\`: a list has at least one value [invalid-value]
       --> ml-workflow.yml:6:46
        |
      6 | lists: { twice: [a, "a"], empty: [""], none: [] }
        |                                              ^^
      error: \`predicates.a\`: expected a text or a mapping, found \`5\` [invalid-value]
       --> ml-workflow.yml:7:18
        |
      7 | predicates: { a: 5, b: { if: x }, c: { when: x, severity: info } }
        |                  ^
      error: missing key \`when\` in \`predicates.b\` [invalid-value]
       --> ml-workflow.yml:7:21
        |
      7 | predicates: { a: 5, b: { if: x }, c: { when: x, severity: info } }
        |                     ^
      error: unknown key \`if\` in \`predicates.b\` [unknown-key]
       --> ml-workflow.yml:7:26
        |
      7 | predicates: { a: 5, b: { if: x }, c: { when: x, severity: info } }
        |                          ^^
      error: \`predicates.c.severity\`: expected \`error\` or \`warn\`, found \`info\` [invalid-value]
       --> ml-workflow.yml:7:59
        |
      7 | predicates: { a: 5, b: { if: x }, c: { when: x, severity: info } }
        |                                                           ^^^^
      error: \`baseline\`: a path is relative and stays inside the workspace [invalid-value]
       --> ml-workflow.yml:8:11
        |
      8 | baseline: ../x.json
        |           ^^^^^^^^^
      error: \`budget\`: an amount is written \`12\`, \`12usd\` or \`$12\` [invalid-value]
       --> ml-workflow.yml:9:9
        |
      9 | budget: much
        |         ^^^^
      error: \`targets.local.price\`: an amount is more than 0 [invalid-value]
        --> ml-workflow.yml:10:41
         |
      10 | targets: { local: { kind: local, price: 0 } }
         |                                         ^
      error: \`strict-units\`: expected \`true\` or \`false\`, found \`please\` [invalid-value]
        --> ml-workflow.yml:11:15
         |
      11 | strict-units: please
         |               ^^^^^^
      error: \`commands.a.result\`: expected \`json\` or \`last-line\`, found \`xml\` [invalid-value]
        --> ml-workflow.yml:12:48
         |
      12 | commands: { a: { run: x, sets: [b, B], result: xml }, b: { chain: /a, sets: [x], result: json } }
         |                                                ^^^
      "
    `);
    expect(
      one(`agents: { Agent-A: { run: 'x "$1"' }, agent_a: { run: 'x "$1"' }, blind: { run: x, target: gpu }, try: { run: 'x "$1"' } }
lists: { l: [a, "a", ""], L: [b] }
predicates: { p: x, P: y }
commands: { a: { run: x, sets: [b, B], primary: c } }
`),
    ).toMatchInlineSnapshot(`
      "
      error: agent \`agent_a\` is defined twice [duplicate-definition]
       --> ml-workflow.yml:1:39
        |
      1 | agents: { Agent-A: { run: 'x "$1"' }, agent_a: { run: 'x "$1"' }, blind: { run: x, target: gpu }, tr…
        |                                       ^^^^^^^
        = note: first defined here
       --> ml-workflow.yml:1:11
        |
      1 | agents: { Agent-A: { run: 'x "$1"' }, agent_a: { run: 'x "$1"' }, blind: { run: x, target: gpu }, tr…
        |           ^^^^^^^
      error: the script of the agent \`blind\` never sees its task [unused-param]
       --> ml-workflow.yml:1:76
        |
      1 | agents: { Agent-A: { run: 'x "$1"' }, agent_a: { run: 'x "$1"' }, blind: { run: x, target: gpu }, tr…
        |                                                                            ^^^
        = help: hand \`"$1"\` to the agent, or read \`$ML_PARAM_TASK\`
      error: unknown target \`gpu\` [invalid-value]
       --> ml-workflow.yml:1:92
        |
      1 | agents: { Agent-A: { run: 'x "$1"' }, agent_a: { run: 'x "$1"' }, blind: { run: x, target: gpu }, tr…
        |                                                                                            ^^^
        = help: declare it under \`targets:\`
      error: \`try\` is a word of the language and cannot name an agent [invalid-value]
       --> ml-workflow.yml:1:99
        |
      1 | …$1"' }, blind: { run: x, target: gpu }, try: { run: 'x "$1"' } }
        |                                          ^^^
      error: \`lists.l\`: \`a\` stands twice [invalid-value]
       --> ml-workflow.yml:2:17
        |
      2 | lists: { l: [a, "a", ""], L: [b] }
        |                 ^^^
      error: \`lists.l\`: a value is empty [invalid-value]
       --> ml-workflow.yml:2:22
        |
      2 | lists: { l: [a, "a", ""], L: [b] }
        |                      ^^
      error: list \`L\` is defined twice [duplicate-definition]
       --> ml-workflow.yml:2:27
        |
      2 | lists: { l: [a, "a", ""], L: [b] }
        |                           ^
        = note: first defined here
       --> ml-workflow.yml:2:10
        |
      2 | lists: { l: [a, "a", ""], L: [b] }
        |          ^
      error: predicate \`P\` is defined twice [duplicate-definition]
       --> ml-workflow.yml:3:21
        |
      3 | predicates: { p: x, P: y }
        |                     ^
        = note: first defined here
       --> ml-workflow.yml:3:15
        |
      3 | predicates: { p: x, P: y }
        |               ^
      error: \`B\` stands twice in \`sets\` [invalid-value]
       --> ml-workflow.yml:4:36
        |
      4 | commands: { a: { run: x, sets: [b, B], primary: c } }
        |                                    ^
      error: \`c\` is no metric of \`/a\` [invalid-value]
       --> ml-workflow.yml:4:49
        |
      4 | commands: { a: { run: x, sets: [b, B], primary: c } }
        |                                                 ^
        = help: declare it under \`metrics:\`
      "
    `);
  });

  it('whose baseline is broken, or not there', () => {
    const baseline = (text: string | undefined) =>
      said(
        {
          'ml-workflow.yml': 'baseline: best.json\n',
          ...(text === undefined ? {} : { 'best.json': text }),
        },
        '/require:baseline.accuracy>0.5 → /continue',
      )
        .split('\n')
        .filter((line) => /^(?:error|notice)|help/.test(line))
        .join('\n    ') || 'fine';
    expect(
      table(
        [
          '{ "accuracy": 0.9 }',
          '{ "metrics": { "acc": 0.9 } }',
          '{',
          '[1]',
          '{}',
          '{ "n": 3 }',
          '{ "accuracy": "0.9" }',
          '{ "accuracy": 1e999 }',
        ],
        baseline,
      ),
    ).toMatchInlineSnapshot(`
      "
      { \\"accuracy\\": 0.9 }
          fine
      { \\"metrics\\": { \\"acc\\": 0.9 } }
          fine
      {
          error: the baseline \`best.json\` is no JSON [invalid-value]
            = help: it holds metrics: \`{ "accuracy": 0.91, "n": 120 }\`
      [1]
          error: the baseline \`best.json\` is no JSON object [invalid-value]
            = help: it holds metrics: \`{ "accuracy": 0.91, "n": 120 }\`
      {}
          error: the baseline \`best.json\` holds no metric [invalid-value]
            = help: it holds metrics: \`{ "accuracy": 0.91, "n": 120 }\`
      { \\"n\\": 3 }
          error: the baseline \`best.json\` holds no metric [invalid-value]
            = help: it holds metrics: \`{ "accuracy": 0.91, "n": 120 }\`
      { \\"accuracy\\": \\"0.9\\" }
          error: the baseline \`best.json\` holds no metric [invalid-value]
            = help: it holds metrics: \`{ "accuracy": 0.91, "n": 120 }\`
      { \\"accuracy\\": 1e999 }
          error: the baseline \`best.json\` has no finite \`accuracy\` [invalid-value]
            = help: it holds metrics: \`{ "accuracy": 0.91, "n": 120 }\`
      "
    `);
    expect(baseline(undefined)).toMatchInlineSnapshot(`
      "error: there is no baseline for \`baseline.accuracy\` [unknown-metric]
            = help: \`best.json\` does not exist; write the metrics of an accepted run there"
    `);
  });

  it('fills in what a metric is by its name', () => {
    const folder = project({
      'ml-workflow.yml':
        'metrics: { accuracy: {}, val_loss: { unit: number }, error: { better: higher }, x: {} }\n',
    });
    const { project: loaded } = load(folder, folder, wanted('/continue'));
    expect([...loaded.metrics.values()].map(({ name, unit, better }) => `${name} ${unit} ${better}`)).toEqual(
      ['accuracy fraction higher', 'val_loss number lower', 'error number higher', 'x number higher'],
    );
  });
});

describe('a workflow file', () => {
  const base = { 'ml-workflow.yml': 'commands:\n  a: { run: x }\n' };

  it('needs a chain', () => {
    expect(said({ ...base, 'workflows/w.yml': 'name: w\n' }, 'w')).toMatchInlineSnapshot(`
      "
      error: missing key \`chain\` [invalid-value]
       --> workflows/w.yml:1:1
        |
      1 | name: w
        | ^
      "
    `);
    expect(said({ ...base, 'workflows/w.yml': '' }, 'w')).toMatchInlineSnapshot(`
      "
      error: missing key \`chain\` [invalid-value]
       --> workflows/w.yml
      "
    `);
    expect(said({ ...base, 'workflows/w.yml': 'chain: [/a]\n' }, 'w')).toMatchInlineSnapshot(`
      "
      error: \`chain\`: expected a text, found a list [invalid-value]
       --> workflows/w.yml:1:8
        |
      1 | chain: [/a]
        |        ^^^^
      "
    `);
    expect(said({ ...base, 'workflows/w.yml': 'chain: ""\n' }, 'w')).toMatchInlineSnapshot(`
      "
      error: the chain is empty [empty-chain]
       --> workflows/w.yml:1:9
        |
      1 | chain: ""
        |         ^
        = help: write at least one command, such as \`/train\`
      "
    `);
  });

  it('is found by path, by its own name, by the name of its file', () => {
    const folder = project({
      ...base,
      'workflows/w.yml': 'name: Own-Name\nchain: /a\n',
      'elsewhere/v.yaml': 'chain: /a\n',
    });
    const found = (reference: string) => load(folder, folder, { is: 'workflow', reference }).workflow?.name;
    expect(
      ['workflows/w.yml', 'own_name', '/own-name', 'w', 'elsewhere/v.yaml', 'v', 'x.yml'].map(found),
    ).toEqual(['Own-Name', 'Own-Name', 'Own-Name', 'Own-Name', 'v', undefined, undefined]);
  });

  it('that is broken hinders only those who call it', () => {
    const files = {
      ...base,
      'workflows/broken.yml': 'chian: /a\n',
      'workflows/w.yml': 'chain: /a\n',
      'workflows/folder.yml/': '',
    };
    expect(said(files, 'w')).toBe('\n\n');
    expect(said(files, '/broken')).toMatchInlineSnapshot(`
      "
      error: missing key \`chain\` [invalid-value]
       --> workflows/broken.yml:1:1
        |
      1 | chian: /a
        | ^
      error: unknown key \`chian\` [unknown-key]
       --> workflows/broken.yml:1:1
        |
      1 | chian: /a
        | ^^^^^
        = help: did you mean \`chain\`?
      "
    `);
    expect(said(files, 'broken')).toMatchInlineSnapshot(`
      "
      error: missing key \`chain\` [invalid-value]
       --> workflows/broken.yml:1:1
        |
      1 | chian: /a
        | ^
      error: unknown key \`chian\` [unknown-key]
       --> workflows/broken.yml:1:1
        |
      1 | chian: /a
        | ^^^^^
        = help: did you mean \`chain\`?
      "
    `);
  });

  it('that has definitions of its own is not called from elsewhere', () => {
    const files = { ...base, 'workflows/own.yml': 'commands:\n  a: { run: y }\nchain: /a\n' };
    expect(said(files, '/own')).toMatchInlineSnapshot(`
      "
      error: calling \`/own\`, which has \`commands:\` of its own, is not supported yet [unsupported-construct]
       --> workflows/own.yml:1:1
        |
      1 | commands:
        | ^^^^^^^^
        = help: move them to \`ml-workflow.yml\`
      "
    `);
    expect(said(files, 'own')).toMatchInlineSnapshot(`
      "
      notice: \`/a\` of this file hides the one of the project [hidden-definition]
       --> workflows/own.yml:2:3
        |
      2 |   a: { run: y }
        |   ^
        = note: hidden here
       --> ml-workflow.yml:2:3
        |
      2 |   a: { run: x }
        |   ^
      "
    `);
  });

  it('is a command, so its name is nobody else’s, and it does not call itself', () => {
    expect(said({ ...base, 'workflows/a.yml': 'chain: /continue\n' }, '/a')).toMatchInlineSnapshot(`
      "
      error: \`/a\` is defined twice [duplicate-definition]
       --> workflows/a.yml:1:1
        |
      1 | chain: /continue
        | ^^^^^
        = note: first defined here
       --> ml-workflow.yml:2:3
        |
      2 |   a: { run: x }
        |   ^
      "
    `);
    expect(
      said(
        { ...base, 'workflows/w.yml': 'chain: /a → /v\n', 'workflows/v.yml': 'name: v\nchain: /w\n' },
        'w',
      ),
    ).toMatchInlineSnapshot(`
      "
      error: \`/w\` calls itself: \`/w\` → \`/v\` → \`/w\` [macro-cycle]
       --> workflows/v.yml:2:8
        |
      2 | chain: /w
        |        ^^
      "
    `);
  });

  it('has mistakes of its chain at their place', () => {
    expect(
      said(
        {
          ...base,
          'workflows/w.yml': 'params: { n: { type: integer } }\nchain: |\n  /a →\n    /b → /if:acc>1 → /c\n',
        },
        'w',
      ),
    ).toMatchInlineSnapshot(`
      "
      error: \`w\` needs \`--n\` [invalid-param]
       --> workflows/w.yml:1:11
        |
      1 | params: { n: { type: integer } }
        |           ^
        = help: pass \`--n\`, or declare a \`default:\`
      error: unknown command \`/b\` [unknown-command]
       --> workflows/w.yml:4:5
        |
      4 |     /b → /if:acc>1 → /c
        |     ^^
        = help: did you mean \`/a\` or \`/w\`?
      error: unknown command \`/c\` [unknown-command]
       --> workflows/w.yml:4:22
        |
      4 |     /b → /if:acc>1 → /c
        |                      ^^
        = help: did you mean \`/a\` or \`/w\`?
      "
    `);
  });

  it('that does not exist has a nearest one', () => {
    expect(said({ ...base, 'workflows/nightly.yml': 'chain: /a\n' }, 'nightli')).toMatchInlineSnapshot(`
      "
      error: unknown workflow \`nightli\` [unknown-workflow]
       --> <arguments>:1:1
        |
      1 | nightli
        | ^^^^^^^
        = help: did you mean \`nightly\`?
      "
    `);
    expect(
      said({ ...base, 'workflows/nightly.yml': 'chain: /a\n' }, 'workflows/nightli.yml'),
    ).toMatchInlineSnapshot(`
      "
      error: no such file: \`workflows/nightli.yml\` [file-not-found]
       --> <arguments>:1:1
        |
      1 | workflows/nightli.yml
        | ^^^^^^^^^^^^^^^^^^^^^
        = help: did you mean \`workflows/nightly.yml\`?
      "
    `);
    expect(said(base, 'nightly')).toMatchInlineSnapshot(`
      "
      error: unknown workflow \`nightly\` [unknown-workflow]
       --> <arguments>:1:1
        |
      1 | nightly
        | ^^^^^^^
        = help: workflow files stand in \`workflows/\`
      "
    `);
  });
});
