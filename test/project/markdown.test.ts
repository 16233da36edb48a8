/** Markdown commands and agents: what they define, where it stands, and what is said about the rest. */
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { normalised } from '../../src/language/name.ts';
import { printDiagnostic } from '../../src/language/print-diagnostic.ts';
import { placeOf, sourceOf } from '../../src/language/source.ts';
import type { CommandDefinition } from '../../src/plan/project.ts';
import { taskOf } from '../../src/plan/prompt.ts';
import { type Loaded, load, type Wanted } from '../../src/project/load.ts';

const started = vi.hoisted(() => vi.fn());
vi.mock('node:child_process', async (original) => ({
  ...(await original<typeof import('node:child_process')>()),
  spawn: started,
  spawnSync: started,
  exec: started,
  execFile: started,
  execSync: started,
  execFileSync: started,
  fork: started,
}));

const scratch: string[] = [];
afterAll(() => {
  for (const folder of scratch) rmSync(folder, { recursive: true });
});

type Files = Readonly<Record<string, string | Uint8Array>>;

function project(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'ml-markdown-'));
  scratch.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

const nothing: Wanted = { is: 'chain', source: sourceOf('<chain>', '/continue') };

function loadFrom(folder: string, personal?: string): Loaded {
  return load(folder, folder, nothing, { personal });
}

function said({ diagnostics }: Loaded): string {
  return `\n${diagnostics
    .sorted()
    .map((one) => printDiagnostic(one))
    .join('\n')}\n`;
}

/** Each macro with the place of the first character of its chain, and the chain. */
function macros({ project: { commands } }: Loaded): Record<string, string> {
  const chains = [...commands.values()].flatMap((one) => (one.is === 'chain' ? [one] : []));
  return Object.fromEntries(
    chains.map(({ name, chain }) => {
      const { file, line, column } = placeOf(chain, { start: 0, end: 1 });
      return [name, `${file}:${line}:${column} ${chain.text}`];
    }),
  );
}

function command(loaded: Loaded, name: string): CommandDefinition | undefined {
  return loaded.project.commands.get(normalised(name));
}

function names(definitions: ReadonlyMap<string, { readonly name: string }>): string[] {
  return [...definitions.values()].map(({ name }) => name).sort();
}

/** Of a document that is a command of this name. */
function macrosOf(text: string | Uint8Array): Record<string, string> {
  return macros(loadFrom(project({ '.claude/commands/doc.md': text })));
}

function fenced(...lines: readonly string[]): string {
  return `# Text\n\n\`\`\`bash\n${lines.join('\n')}\n\`\`\`\n`;
}

describe('the founding documents', () => {
  const founding = fileURLToPath(new URL('../fixtures/founding/', import.meta.url));
  const places: Readonly<Record<string, string>> = {
    'ml-workflow.md': '.factory/commands/ml-workflow.md',
    'ml_workflow_orchestrator.md': '.factory/droids/ml_workflow_orchestrator.md',
    'command-workflow-orchestrator.md': '.factory/droids/command-workflow-orchestrator.md',
  };
  const put = (files: Readonly<Record<string, string>>) => {
    const folder = project({});
    for (const [name, path] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      copyFileSync(join(founding, name), join(folder, path));
    }
    return folder;
  };

  it('give exactly their macros and agents, at their lines, and start nothing', () => {
    const loaded = loadFrom(put(places));
    const file = '.factory/commands/ml-workflow.md';
    expect(macros(loaded)).toEqual({
      'ml-pipeline-full': `${file}:40:1 /init → /data-validate → /feature-engineer → /ml-train → /ml-evaluate → /if:accuracy>0.87 → /ml-deploy → /else → /hyperparameter-tune → /retrain`,
      'runpod-hpo-parallel': `${file}:49:1 /runpod-setup → parallel[
  /train:sigma-0.10 |
  /train:sigma-0.12 |
  /train:sigma-0.15 |
  /train:sigma-0.20
] → /results:aggregate → /best-model:select → /if:best-acc>0.90 → /deploy → /else → /analyze-failures`,
      'deploy-production': `${file}:63:1 /code-review → /security-scan → /performance-test → /runpod-staging → /if:tests-pass → /runpod-production → /monitor-setup → /else → /rollback`,
      'continuous-training': `${file}:72:1 /monitor-performance → /if:drift-detected → /data-refresh → /retrain → /evaluate → /if:better-performance → /deploy → /monitor → /else → /continue-monitoring`,
      'parallel-analysis': `${file}:113:1 parallel[
  ml-production-engineer:analyze-model-architecture |
  data-infrastructure-engineer:validate-data-pipeline |
  ml-observability-monitoring-engineer:setup-monitoring
] → /aggregate:analysis-results → /plan:next-steps`,
      'lstm-pretraining-full': `${file}:132:1 /data-validate → /preprocess-time-series → /pretrain-bilstm → /fine-tune-simplelstm → /evaluate → /if:acc>0.87 → /deploy → /benchmark`,
      'runpod-deploy-full': `${file}:140:1 /code-package → /scp:deploy-to-runpod → /ssh:run-training → /scp:retrieve-results → /analyze → /store-results`,
      'setup-ab-test': `${file}:148:1 /create-variants → /deploy-variant-a → /deploy-variant-b → /collect-metrics → /statistical-test → /select-winner → /deploy-loser -> archive-variant`,
    });
    expect(names(loaded.project.commands)).toEqual([...Object.keys(macros(loaded)), 'ml-workflow'].sort());
    expect(command(loaded, 'ml-workflow')).toMatchObject({ is: 'agent', file });
    expect(names(loaded.project.agents)).toEqual(['command-workflow-orchestrator']);
    expect(loaded.project.agents.get('command_workflow_orchestrator')).toMatchObject({
      is: 'agent',
      file: '.factory/droids/command-workflow-orchestrator.md',
      description: expect.stringMatching(/^Orchestrate complex ML workflows/),
      model: 'inherit',
      tools: ['Read', 'LS', 'Grep', 'Glob', 'Task', 'TodoWrite'],
    });
    expect(said(loaded)).toMatchInlineSnapshot(`
      "
      notice: \`.factory/droids/ml_workflow_orchestrator.md\` is no agent: it has no frontmatter [not-imported]
       --> .factory/droids/ml_workflow_orchestrator.md:1:1
        |
      1 | # ML Workflow Orchestrator
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^
        = help: begin it with \`---\`, \`name: ml_workflow_orchestrator\`, \`---\`
      "
    `);
    expect(started).not.toHaveBeenCalled();
  });

  it('hinder no workflow that uses none of it', () => {
    const folder = put(places);
    writeFileSync(join(folder, 'ml-workflow.yml'), 'commands: { train: { run: x } }\n');
    expect(loadFrom(folder).diagnostics.hasErrors).toBe(false);
  });

  it('give macros that stand in one comment with what announces them', () => {
    const file = '.factory/commands/system.md';
    const loaded = loadFrom(put({ 'WORKFLOW_SYSTEM_COMPLETE.md': file }));
    expect(macros(loaded)).toEqual({
      'ml-pipeline-full': `${file}:78:15 /init → /data-validate → /feature-engineer → /ml-train → /ml-evaluate → /if:accuracy>0.87 → /ml-deploy`,
      'runpod-hpo-parallel': `${file}:84:16 parallel[ml-engineer:sigma-0.10 | ml-engineer:sigma-0.12 | ml-engineer:sigma-0.15]`,
      'deploy-production': `${file}:90:15 /code-review → /security-scan → /performance-test → /runpod-deploy → /monitor-setup`,
      'runpod-deploy-enhanced': `${file}:152:1 /data-infrastructure-engineer:validate-data → \n/ml-production-engineer:optimize-training → \ncommand-orchestrator:deploy-and-monitor`,
      'lstm-training-orchestrated': `${file}:162:1 /data-quality-check → /hyperparameter-tuning → /parallel-training[sigma-variants] → /results-analysis → /best-model-deploy`,
      'pretraining-complete': `${file}:168:13 /preprocess → /pretrain → /fine-tune → /evaluate → /deploy`,
    });
    expect(loaded.project.agents.size).toBe(0);
  });

  it('are a command in a name space, with its one argument', () => {
    const loaded = loadFrom(put({ 'run.md': '.claude/commands/ml/run.md' }));
    const definition = command(loaded, 'ml/run');
    expect(definition).toBe(command(loaded, 'ml:run'));
    expect(definition).toMatchObject({
      is: 'agent',
      name: 'ml/run',
      description: 'Orchestrate full ML pipeline run (data → train → evaluate → deploy)',
      argumentHint: '[experiment-name]',
      numbering: 'from-one',
    });
    expect(macros(loaded)).toEqual({});
    if (definition?.is !== 'agent' || definition.body === undefined)
      throw new Error('no command of an agent');
    const task = taskOf({ ...definition, body: definition.body }, [
      [{ kind: 'text', text: 'test-augmented-training-data' }],
    ]);
    expect(task).toHaveLength(1);
    expect(task[0]).toMatchObject({
      text: expect.stringContaining('- **test-augmented-training-data**: Optional experiment name'),
    });
    expect(said(loaded)).toBe('\n\n');
  });
});

describe('a macro', () => {
  const x = { x: '.claude/commands/doc.md:6:1 /a → /b' };

  it.each([
    ['as usual', fenced('/x', '# Expands to:', '/a → /b'), x],
    ['with blanks and a tab behind the name', fenced('/x \t', '# Expands to:', '/a → /b  '), x],
    ['with CRLF', fenced('/x', '# Expands to:', '/a → /b').replaceAll('\n', '\r\n'), x],
    ['with a byte order mark', `\uFEFF${fenced('/x', '# Expands to:', '/a → /b')}`, x],
    ['in a `~~~` fence', fenced('/x', '# Expands to:', '/a → /b').replaceAll('```', '~~~'), x],
    ['in a longer fence', fenced('/x', '# Expands to:', '/a → /b').replaceAll('```', '``````'), x],
    ['in a fence without a language', fenced('/x', '# Chain:', '/a → /b').replace('bash', ''), x],
    ['in a fence of `text`', fenced('/x', '# Chain:', '/a → /b').replace('bash', 'Text title=1'), x],
    ['with an unknown announcement and an arrow', fenced('/x', '# So:', '/a → /b'), x],
    [
      'in an indented fence',
      '# Text\n\n  ```bash\n  /x\n  # Chain:\n  /a → /b\n  ```\n',
      { x: '.claude/commands/doc.md:6:3 /a → /b' },
    ],
    [
      'in a list',
      '1. Text\n\n   - Text\n\n     ```bash\n     /x\n     # Chain:\n     /a[\n       1 | 2]\n     ```\n',
      { x: '.claude/commands/doc.md:8:6 /a[\n  1 | 2]' },
    ],
    [
      'in a list, indented with tabs',
      '-\tText\n\t```\n\t/x\n\t# Chain:\n\t/a →\n\t\t/b\n\t```\n',
      { x: '.claude/commands/doc.md:5:2 /a →\n\t/b' },
    ],
    [
      'behind comments and blank lines',
      fenced('# First', '/x', '', '# Text', '', '# Workflow:', '', '# More', '/a', '/b', '', '# The end'),
      { x: '.claude/commands/doc.md:12:1 /a\n/b' },
    ],
    [
      'of several lines, with comments and blank lines',
      fenced('/x', '# Steps:', '/a', '', '# Note:', '/b', '/c'),
      { x: '.claude/commands/doc.md:6:1 /a\n\n# Note:\n/b\n/c' },
    ],
    [
      'beside another one',
      fenced('/x', '# Expands to:', '/a → /b', '', '# Second', '/y', '# Expands to:', '/c'),
      { ...x, y: '.claude/commands/doc.md:11:1 /c' },
    ],
    [
      'in one comment, which goes on where a chain would',
      fenced('/x', '# Expands to: parallel[', '#   /a |', '#   /b ] →', '#', '# /c', '/y', '#Implements: /d'),
      {
        x: '.claude/commands/doc.md:5:15 parallel[\n/a |\n/b ] →\n',
        y: '.claude/commands/doc.md:11:14 /d',
      },
    ],
    [
      'in comments below the announcement',
      fenced('/x', '# Expands to:', '#   /a', '#   → /b', '# It takes an hour.'),
      { x: '.claude/commands/doc.md:6:5 /a\n→ /b' },
    ],
    [
      'of the name of its document',
      fenced('/doc', '# Expands to:', '/a → /b'),
      { doc: '.claude/commands/doc.md:6:1 /a → /b' },
    ],
  ])('is read: %s', (_title, text, expected) => {
    expect(macrosOf(text)).toEqual(expected);
  });

  it.each([
    ['a call with arguments', fenced('/x --y', '# Expands to:', '/a → /b')],
    ['a name with words behind it', fenced('/x      # Train', '# Expands to:', '/a → /b')],
    ['a name that is indented', fenced('  /x', '# Expands to:', '/a → /b')],
    ['no announcement', fenced('/x', '/a → /b')],
    ['a comment that announces nothing', fenced('/x', '# With a name', '/a → /b')],
    ['another example of the call', fenced('/x', '# With arguments:', '/x --y → /z')],
    ['another example of the call, in a comment', fenced('/x', '# Workflow: /X --y → /z')],
    ['another command', fenced('/x', '# Or with a name:', '/y z')],
    ['output', fenced('/x', '# Output:', 'Accuracy: 0.9 → fine')],
    ['a sentence', fenced('/x', '# Note: this goes from a → b')],
    ['a mention', fenced('/x', '# See: /y')],
    ['a word of the language', fenced('/else', '# Expands to:', '/a → /b')],
    ['another language', fenced('/x', '# Expands to:', '/a → /b').replace('bash', 'python')],
    ['a fence that is not closed', '```\n/x\n# Expands to:\n/a → /b\n'],
    ['a fence closed by a shorter one', '````\n/x\n# Expands to:\n/a → /b\n```\n'],
    ['a fence closed by another kind', '```\n/x\n# Expands to:\n/a → /b\n~~~\n'],
    ['a fence whose list item ends before it', '- ```\n  /x\n  # Expands to:\n  /a → /b\n\nText\n'],
    ['indented code', '    ```\n    /x\n    # Expands to:\n    /a → /b\n    ```\n'],
    ['a quotation', '> ```\n> /x\n> # Expands to:\n> /a → /b\n> ```\n'],
    ['a fence in a fence', '````md\n```\n/x\n# Expands to:\n/a → /b\n```\n````\n'],
    ['a comment of HTML', '<!-- old\n\n```\n/x\n# Expands to:\n/a → /b\n```\n-->\n'],
    ['no fence', '/x\n# Expands to:\n/a → /b\n'],
    ['frontmatter', '---\ndescription: |\n  ```\n  /x\n  # Chain:\n  /a → /b\n  ```\n---\n'],
  ])('is not: %s', (_title, text) => {
    expect(macrosOf(text)).toEqual({});
  });

  it('has the places of the document', () => {
    const text = fenced('/x', '# Expands to: /a →', '#   /bb → parallel[', '#   ]').replaceAll('\n', '\r\n');
    const { project: loaded } = loadFrom(project({ '.claude/commands/doc.md': text }));
    const definition = loaded.commands.get('x');
    if (definition?.is !== 'chain' || !definition.origin) throw new Error('no macro');
    const start = definition.chain.text.indexOf('bb');
    expect(placeOf(definition.chain, { start, end: start + 2 })).toEqual({
      file: '.claude/commands/doc.md',
      line: 6,
      column: 6,
      endColumn: 8,
    });
    expect(placeOf(definition.origin.source, definition.origin.span)).toMatchObject({
      line: 4,
      column: 1,
      endColumn: 3,
    });
  });

  it('is found in linear time', () => {
    const hostile = [
      '/x\n# a:\n/b\n'.repeat(60_000),
      '/x\n# a: /b\n'.repeat(60_000),
      `/x\n# ${': '.repeat(400_000)}\n`,
      `/x\n# ${'/a: '.repeat(200_000)}\n`,
      `/x\n# Chain:\n/a →\n${'\n# \n/x\n'.repeat(100_000)}`,
      `/${'x/'.repeat(400_000)} \n`,
      `/x\n# Chain:\n# ${'[\n# '.repeat(200_000)}\n`,
    ];
    const before = performance.now();
    for (const text of hostile) macrosOf(`\`\`\`\n${text.slice(0, 200_000)}\n\`\`\`\n`);
    macrosOf('- '.repeat(80_000));
    macrosOf(`${' '.repeat(180_000)}\`\`\`\n`);
    macrosOf('`'.repeat(200_000));
    expect(performance.now() - before).toBeLessThan(8000);
  });
});

describe('a command', () => {
  it('is a Markdown file, a skill or an executable, each with its own numbers of arguments', () => {
    const folder = project({
      '.factory/commands/Ship It.md': 'Ship $ARGUMENTS for $1.\n',
      '.factory/commands/nested/ignored.md': 'x',
      '.factory/commands/notes.txt': 'no command',
      '.factory/commands/.hidden.md': 'x',
      ".factory/commands/it's.sh": '#!/bin/sh\necho "$@"\n',
      '.factory/skills/lint/SKILL.md': '---\nname: lint-all\n---\nLint $0.\n',
      '.claude/commands/ml/eval.md':
        '---\nargument-hint: [file] [count]\nmodel: haiku\n---\n\nEvaluate $1.\n',
      '.claude/skills/triage/SKILL.md': 'Triage $ARGUMENTS[0].\n',
      '.claude/skills/triage/notes.md': 'x',
    });
    chmodSync(join(folder, ".factory/commands/it's.sh"), 0o755);
    const loaded = loadFrom(folder);
    expect(names(loaded.project.commands)).toEqual(['Ship-It', 'it-s', 'lint-all', 'ml/eval', 'triage']);
    expect(command(loaded, 'ship-it')).toMatchObject({ is: 'agent', body: 'Ship $ARGUMENTS for $1.' });
    expect(command(loaded, 'ship-it')).not.toHaveProperty('numbering');
    expect(command(loaded, 'lint-all')).toMatchObject({ numbering: 'from-zero' });
    expect(command(loaded, 'triage')).toMatchObject({ numbering: 'from-zero' });
    expect(command(loaded, 'ml:eval')).toMatchObject({
      numbering: 'from-one',
      argumentHint: '[file] [count]',
      model: 'haiku',
      body: 'Evaluate $1.',
    });
    expect(command(loaded, 'it-s')).toMatchObject({
      is: 'run',
      command: { target: 'local', script: `'./.factory/commands/it'\\''s.sh' "$@"` },
    });
    expect(said(loaded)).toBe('\n\n');
  });

  it('that is an executable gets its arguments as they are', async () => {
    const { spawnSync } = await vi.importActual<typeof import('node:child_process')>('node:child_process');
    const name = ".factory/commands/it's $(touch x).sh";
    const folder = project({ [name]: '#!/bin/sh\nprintf "<%s>" "$@"\npwd -P\n' });
    chmodSync(join(folder, name), 0o755);
    const loaded = loadFrom(folder);
    const definition = command(loaded, 'it-s-touch-x');
    if (definition?.is !== 'run' || definition.command.is !== 'run') throw new Error('no executable');
    const words = ['-c', definition.command.script, 'bash', 'a', 'b; $(touch x)', '*'];
    const { stdout } = spawnSync('bash', words, { cwd: folder, encoding: 'utf8' });
    expect(stdout).toBe(`<a><b; $(touch x)><*>${realpathSync(folder)}\n`);
    expect(readdirSync(folder)).toEqual(['.factory']);
  });

  it('of a higher rank hides one of a lower', () => {
    const folder = project({
      '.claude/commands/a.md': 'claude',
      '.factory/commands/a.md': 'factory',
      '.factory/commands/train.md': 'factory',
      'ml-workflow.yml': 'commands: { train: { run: x } }\n',
    });
    const loaded = loadFrom(folder);
    expect(command(loaded, 'a')).toMatchObject({ body: 'factory' });
    expect(command(loaded, 'train')).toMatchObject({ is: 'run' });
    expect(said(loaded)).toMatchInlineSnapshot(`
      "
      notice: \`/a\` of this file hides the one of \`.claude/\` [hidden-definition]
       --> .factory/commands/a.md:1:1
        |
      1 | factory
        | ^^^^^^^
        = note: hidden here
       --> .claude/commands/a.md:1:1
        |
      1 | claude
        | ^^^^^^
      notice: \`/train\` of this file hides the one of \`.factory/\` [hidden-definition]
       --> ml-workflow.yml:1:13
        |
      1 | commands: { train: { run: x } }
        |             ^^^^^
        = note: hidden here
       --> .factory/commands/train.md:1:1
        |
      1 | factory
        | ^^^^^^^
      "
    `);
  });

  it('that stands twice in one rank is an error that shows both', () => {
    const chain = (name: string) => fenced(`/${name}`, '# Expands to:', '/b → /c');
    const loaded = loadFrom(
      project({ '.factory/commands/one.md': chain('x'), '.factory/droids/two.md': chain('X') }),
    );
    expect(said(loaded)).toMatchInlineSnapshot(`
      "
      notice: \`.factory/droids/two.md\` is no agent: it has no frontmatter [not-imported]
       --> .factory/droids/two.md:1:1
        |
      1 | # Text
        | ^^^^^^
        = help: begin it with \`---\`, \`name: two\`, \`---\`
      error: \`/X\` is defined twice [duplicate-definition]
       --> .factory/droids/two.md:4:1
        |
      4 | /X
        | ^^
        = note: first defined here
       --> .factory/commands/one.md:4:1
        |
      4 | /x
        | ^^
      "
    `);
  });

  it('that cannot be read hinders only who uses it, and nothing of a lower rank takes its place', () => {
    const folder = project({
      '.claude/commands/a.md': 'claude',
      '.factory/commands/a.md': '---\ndescription: x\ntools: [Read\n---\nBody\n',
      '.claude/commands/doc.md': fenced('/flow', '# Expands to:', '/b → /c'),
      'workflows/flow.yml': 'chain: [\n',
    });
    const loaded = loadFrom(folder);
    expect(command(loaded, 'a')).toBeUndefined();
    expect(command(loaded, 'flow')).toBeUndefined();
    expect(said(loaded)).toBe('\n\n');
    const found = loaded.project.broken?.get('a')?.map((one) => printDiagnostic(one));
    expect(`\n${found?.join('\n')}\n`).toMatchInlineSnapshot(`
      "
      error: invalid YAML: flow sequence in block collection must be sufficiently indented and end with a ] [invalid-yaml]
       --> .factory/commands/a.md:3:13
        |
      3 | tools: [Read
        |             ^
      "
    `);
    expect(loaded.project.broken?.has('flow')).toBe(true);
  });

  it('is not what cannot be one', () => {
    const outside = project({ 'secret.md': 'secret', 'folder/secret.md': 'secret' });
    const folder = project({
      '.claude/commands/else.md': 'x',
      '.claude/commands/2fast.md': 'x',
      '.claude/commands/a b.md': 'x',
      '.claude/commands/huge.md': 'x'.repeat(1024 * 1024 + 1),
      '.claude/commands/large.md': 'x'.repeat(1024 * 1024),
      '.claude/commands/latin.md': Uint8Array.from([0x63, 0x61, 0x66, 0xe9, 0x0a]),
      '.claude/commands/within.md': 'x',
      '.factory/commands/run.sh': '#!/bin/sh\n',
      '.factory/commands/données.md': 'x',
    });
    const commands = join(folder, '.claude/commands');
    symlinkSync(join(outside, 'secret.md'), join(commands, 'link.md'));
    symlinkSync(join(outside, 'folder'), join(commands, 'linked'));
    symlinkSync('nowhere.md', join(commands, 'lost.md'));
    symlinkSync('within.md', join(commands, 'alias.md'));
    symlinkSync('.', join(commands, 'circle'));
    mkdirSync(join(commands, 'folder.md'));
    const loaded = loadFrom(folder);
    expect(names(loaded.project.commands)).toEqual(['alias', 'donn-es', 'large', 'within']);
    const messages = loaded.diagnostics.sorted().map(({ severity, code, message }) => {
      expect([severity, code]).toEqual(['notice', 'not-imported']);
      return message;
    });
    expect(messages).toMatchInlineSnapshot(`
      [
        "\`.claude/commands/2fast.md\` is no command: \`2fast\` is no name of a command",
        "\`.claude/commands/a b.md\` is no command: \`a b\` is no name of a command",
        "\`.claude/commands/else.md\` is no command: \`else\` is a word of the language",
        "\`.claude/commands/huge.md\` is not read: it is larger than 1 MiB",
        "\`.claude/commands/latin.md\` is not read: it is no UTF-8 text",
        "\`.claude/commands/link.md\` is not read: it leads outside of the project",
        "\`.claude/commands/linked\` is not read: it leads outside of the project",
        "\`.claude/commands/lost.md\` is not read: it leads nowhere",
        "\`.factory/commands/run.sh\` is not read: it is not executable",
      ]
    `);
  });

  it('in a folder that leads outside of the project is none', () => {
    const outside = project({ 'commands/a.md': 'x' });
    const folder = project({});
    symlinkSync(outside, join(folder, '.claude'));
    const loaded = loadFrom(folder);
    expect(loaded.project.commands.size).toBe(0);
    expect(said(loaded)).toContain('`.claude/commands` is not read: it leads outside of the project');
  });

  it('of a person stands below those of the project, and is read only when asked for', () => {
    const home = project({
      '.factory/commands/a.md': 'personal',
      '.claude/commands/a.md': 'personal',
      '.claude/commands/b.md': 'personal',
      '.factory/droids/c.md': '---\nname: c\n---\nx\n',
    });
    const folder = project({ '.claude/commands/a.md': 'of the project' });
    expect(names(loadFrom(folder).project.commands)).toEqual(['a']);
    const loaded = loadFrom(folder, home);
    expect(command(loaded, 'a')).toMatchObject({ body: 'of the project', file: '.claude/commands/a.md' });
    expect(command(loaded, 'b')).toMatchObject({ file: join(home, '.claude/commands/b.md') });
    expect(loaded.project.agents.get('c')).toMatchObject({ file: join(home, '.factory/droids/c.md') });
    expect(loaded.diagnostics.sorted().map(({ message }) => message)).toEqual([
      '`/a` of this file hides the one of `~/.factory/`',
      '`/a` of this file hides the one of `~/.claude/`',
    ]);
    expect(loadFrom(home, home).project.agents.get('c')).toMatchObject({ file: '.factory/droids/c.md' });
  });
});

describe('an agent', () => {
  const agents = (files: Files) => loadFrom(project(files));

  it.each([
    ['a list', '["Read", "LS"]', ['Read', 'LS']],
    ['a text', 'Read, Bash(git:*, rm), Read', ['Read', 'Bash(git:*, rm)']],
    ['a category', 'read-only', ['Read', 'LS', 'Grep', 'Glob']],
    ['nothing', '[]', []],
    ['nonsense', '{ a: 1 }', undefined],
  ])('has tools: %s', (_title, tools, expected) => {
    const loaded = agents({
      '.claude/agents/a.md': `---\nname: a\ntools: ${tools}\ncolor: red\n---\nText\n`,
    });
    expect(loaded.project.agents.get('a')).toMatchObject({ name: 'a', file: '.claude/agents/a.md' });
    const agent = loaded.project.agents.get('a');
    expect(agent?.is === 'agent' && agent.tools).toEqual(expected);
  });

  it('has a description that is no YAML', () => {
    const description = 'Use it when: something [is] wrong. Examples: <example>x</example>';
    const loaded = agents({
      '.claude/agents/a.md': `---\nname: a\ndescription: ${description}\nmodel: opus\n---\nText\n`,
      '.claude/agents/b.md': '---\r\nname: b\r\ndescription: >\r\n  In\r\n  lines: two\r\n---\r\nText\r\n',
    });
    expect(loaded.project.agents.get('a')).toMatchObject({ description, model: 'opus' });
    expect(loaded.project.agents.get('b')).toMatchObject({ description: 'In lines: two' });
  });

  it('is hidden by the one of `.factory/`, and is an error when it stands twice', () => {
    const loaded = agents({
      '.claude/agents/a.md': '---\nname: a-b\n---\nText\n',
      '.factory/droids/a.md': '---\nname: a_b\n---\nText\n',
      '.factory/droids/b.md': '---\ndescription: x\nname: A-b\n---\nText\n',
    });
    expect(said(loaded)).toMatchInlineSnapshot(`
      "
      notice: agent \`a_b\` of this file hides the one of \`.claude/\` [hidden-definition]
       --> .factory/droids/a.md:2:7
        |
      2 | name: a_b
        |       ^^^
        = note: hidden here
       --> .claude/agents/a.md:2:7
        |
      2 | name: a-b
        |       ^^^
      error: agent \`A-b\` is defined twice [duplicate-definition]
       --> .factory/droids/b.md:3:7
        |
      3 | name: A-b
        |       ^^^
        = note: first defined here
       --> .factory/droids/a.md:2:7
        |
      2 | name: a_b
        |       ^^^
      "
    `);
  });

  it('is not what cannot be one', () => {
    const loaded = agents({
      '.factory/droids/README.md': '# Droids\n',
      '.factory/droids/nameless.md': '---\ndescription: x\n---\nText\n',
      '.factory/droids/bodyless.md': '---\nname: bodyless\n---\n\n',
      '.factory/droids/odd.md': '---\nname: a b\n---\nText\n',
      '.factory/droids/unclosed.md': '---\nname: unclosed\nText\n',
      '.factory/droids/list.md': '---\n- name\n---\nText\n',
      '.factory/droids/empty.md': '',
    });
    expect(loaded.project.agents.size).toBe(0);
    expect(said(loaded)).toMatchInlineSnapshot(`
      "
      notice: \`.factory/droids/README.md\` is no agent: it has no frontmatter [not-imported]
       --> .factory/droids/README.md:1:1
        |
      1 | # Droids
        | ^^^^^^^^
        = help: begin it with \`---\`, \`name: README\`, \`---\`
      notice: \`.factory/droids/bodyless.md\` is no agent: it has no instructions [not-imported]
       --> .factory/droids/bodyless.md:2:7
        |
      2 | name: bodyless
        |       ^^^^^^^^
      notice: \`.factory/droids/empty.md\` is no agent: it has no frontmatter [not-imported]
       --> .factory/droids/empty.md
        = help: begin it with \`---\`, \`name: empty\`, \`---\`
      notice: \`.factory/droids/list.md\` is no agent: its frontmatter has no \`name\` [not-imported]
       --> .factory/droids/list.md:1:1
        |
      1 | ---
        | ^^^
      notice: \`.factory/droids/nameless.md\` is no agent: its frontmatter has no \`name\` [not-imported]
       --> .factory/droids/nameless.md:1:1
        |
      1 | ---
        | ^^^
      notice: \`a b\` is no name of an agent [not-imported]
       --> .factory/droids/odd.md:2:7
        |
      2 | name: a b
        |       ^^^
      notice: \`.factory/droids/unclosed.md\` is no agent: it has no frontmatter [not-imported]
       --> .factory/droids/unclosed.md:1:1
        |
      1 | ---
        | ^^^
        = help: begin it with \`---\`, \`name: unclosed\`, \`---\`
      "
    `);
  });

  it('whose frontmatter is no YAML hinders only who uses it', () => {
    const bomb = `${'abcdefgh'
      .split('')
      .map((name, index) => `${name}: &${name} [${Array(9).fill(index ? `*${'abcdefgh'[index - 1]}` : 'x')}]`)
      .join('\n')}`;
    const loaded = agents({
      '.factory/droids/file.md': '---\nname: broken\n  tools: [x\n---\nText\n',
      '.factory/droids/bomb.md': `---\n${bomb}\n---\nText\n`,
      '.factory/droids/deep.md': `---\na: ${'['.repeat(20_000)}\n---\nText\n`,
    });
    expect(said(loaded)).toBe('\n\n');
    expect([...(loaded.project.broken?.keys() ?? [])]).toEqual(['bomb', 'deep', 'broken']);
    const [diagnostic] = loaded.project.broken?.get('broken') ?? [];
    expect(diagnostic && `\n${printDiagnostic(diagnostic)}\n`).toMatchInlineSnapshot(`
      "
      error: invalid YAML: nested mappings are not allowed in compact mappings [invalid-yaml]
       --> .factory/droids/file.md:2:7
        |
      2 | name: broken
        |       ^
      "
    `);
  });
});

describe('the task of a command', () => {
  const text = (words: string) => words.split(' ').map((word) => [{ kind: 'text' as const, text: word }]);
  const filled = (body: string, words: string, numbering?: 'from-one' | 'from-zero') =>
    taskOf(numbering === undefined ? { body } : { body, numbering }, words === '' ? [] : text(words))
      .map((part) => (part.kind === 'text' ? part.text : `<${part.kind}>`))
      .join('');

  it.each([
    ['all', 'Do $ARGUMENTS now', 'a b', undefined, 'Do a b now'],
    ['no numbers', 'Pay $1 $ARGUMENTS', 'a', undefined, 'Pay $1 a'],
    ['numbers from one', '$1-$2-$3-$10-$0', 'a b', 'from-one', 'a-b--$10-$0'],
    ['numbers from zero', '$0 $ARGUMENTS[1] $2', 'a b', 'from-zero', 'a b '],
    ['more than is asked for', 'Do $1', 'a b', 'from-one', 'Do a\n\nARGUMENTS: a b'],
    ['what nobody asks for', 'Do it', 'a b', undefined, 'Do it\n\nARGUMENTS: a b'],
    ['nothing given', 'Do $ARGUMENTS.', '', undefined, 'Do .'],
    ['another variable', 'Do $ARGUMENTSX $ARGUMENTS', 'a', undefined, 'Do $ARGUMENTSX a'],
    ['nothing of what was filled in', '$1 $2', '$2 $(rm)', 'from-one', '$2 $(rm)'],
  ] as const)('has %s', (_title, body, words, numbering, expected) => {
    expect(filled(body, words, numbering)).toBe(expected);
  });

  it('keeps variables to be read when it runs', () => {
    const body = 'Use $1!';
    const words = [[{ kind: 'variable' as const, name: 'sigma' }]];
    expect(taskOf({ body, numbering: 'from-one' }, words)).toEqual([
      { kind: 'text', text: 'Use ' },
      { kind: 'variable', name: 'sigma' },
      { kind: 'text', text: '!' },
    ]);
  });
});
