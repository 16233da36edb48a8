/** `fmt` on real files: what it changes, and all that it leaves as it was. */
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { parseArguments } from '../src/cli/arguments.ts';
import { type Formatted, fmt } from '../src/cli/fmt.ts';
import { Diagnostics } from '../src/language/diagnostic.ts';
import { sourceOf } from '../src/language/source.ts';
import { formatFile } from '../src/project/format-file.ts';
import { temporaryFolder } from './targets/rig.ts';

/** The file as it is formatted; also checks that a second time changes nothing. */
function formatted(text: string): string {
  const once = withoutErrors(text);
  expect(withoutErrors(once)).toBe(once);
  return once;
}

function withoutErrors(text: string): string {
  const diagnostics = new Diagnostics();
  const result = formatFile(sourceOf('w.yml', text), diagnostics);
  expect(diagnostics.sorted()).toEqual([]);
  return result;
}

function projectWith(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const run = (folder: string, words: readonly string[], input = ''): Promise<Formatted> =>
  fmt(parseArguments(['fmt', ...words]), folder, folder, async () => input);
const contents = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8');

const long = `/train --model simple_lstm --epochs 60 --device cuda`;

describe('a file keeps all but the text of its chains', () => {
  it.each([
    [
      'a block',
      '# a\nname:  x   # b\nchain: |\n    /a->/b\n    /c\n\n# d\nparams: {a: 1}\n',
      '# a\nname:  x   # b\nchain: |\n    /a → /b\n    /c\n\n# d\nparams: {a: 1}\n',
    ],
    ['a block with `-` and a comment', 'chain: |-  # c\n  /a->/b', 'chain: |-  # c\n  /a → /b'],
    [
      'blank lines that `+` keeps',
      'chain: |+\n\n  /a->/b\n   \n\nname: x\n',
      'chain: |+\n  /a → /b\n\n\nname: x\n',
    ],
    ['an indentation indicator', 'chain: |1\n   /a->/b\n', 'chain: |1\n /a → /b\n'],
    [
      'line ends of Windows',
      'name: x\r\nchain: |\r\n  /a->/b\r\n  /c\r\non: {}\r\n',
      'name: x\r\nchain: |\r\n  /a → /b\r\n  /c\r\non: {}\r\n',
    ],
    ['a tab', 'chain:\t/a->/b\t# c\n', 'chain:\t/a → /b\t# c\n'],
    ['a byte order mark', '\uFEFFchain: |\n /a->/b\n', '\uFEFFchain: |\n /a → /b\n'],
    ['single quotes', "chain: '/a ''x''->/b'\n", "chain: '/a ''x'' → /b'\n"],
    ['double quotes', 'chain: "/a \\"x\\"->/b"', 'chain: "/a \\"x\\" → /b"'],
    ['no quotes where none are needed', 'chain: if:c->a->/b\n', 'chain: /if:c → /a → /else → /b\n'],
    [
      'none, until they are needed',
      'chain: /try:parallel[a|b]->/catch:any->c\n',
      "chain: '/try: parallel[/a | /b] → /catch:any → /c'\n",
    ],
    ['a value on several lines', 'chain: /a ->\n  /b\nx: 1\n', 'chain: /a → /b\nx: 1\n'],
    [
      'an anchor, and its alias',
      'chain: &c /a->/b\ndescription: *c\n',
      'chain: &c /a → /b\ndescription: *c\n',
    ],
    ['an alias of something else', 'x-chain: &c /a->/b\nchain: *c\n', 'x-chain: &c /a->/b\nchain: *c\n'],
    [
      'flow',
      'commands: { a: { chain: /b->/c }, d: {chain: "/e->/f"} }\n',
      'commands: { a: { chain: /b → /c }, d: {chain: "/e → /f"} }\n',
    ],
    [
      'flow with several statements',
      'commands: { a: { chain: "/b->/c\\n/d" } }\n',
      'commands: { a: { chain: "/b → /c\\n/d" } }\n',
    ],
    ['a folded value of one line', 'chain: >\n  /a ->\n  /b\n', 'chain: >\n  /a → /b\n'],
    [
      'other keys of that name',
      'commands:\n  chain:\n    run: "echo -> x"\nx: { chain: a->b }\n',
      'commands:\n  chain:\n    run: "echo -> x"\nx: { chain: a->b }\n',
    ],
  ])('%s', (_what, before, after) => {
    expect(formatted(before)).toBe(after);
  });

  it('but for a chain that does not fit on its line, which becomes a block', () => {
    const chain = `${long} -> /evaluate -> /if:accuracy>0.9 -> /deploy -> /else -> /tune`;
    const block = (indent: string) =>
      `${indent}${long} → /evaluate →\n${indent}  /if:accuracy>0.9 → /deploy → /else → /tune`;
    expect(formatted(`chain: ${chain}  # c\nname: x\n`)).toBe(`chain: |  # c\n${block('  ')}\nname: x\n`);
    expect(formatted(`chain: '${chain}'`)).toBe(`chain: |\n${block('  ')}`);
    expect(formatted(`chain:\n  ${chain}\n`)).toBe(`chain: |\n${block('  ')}\n`);
    expect(formatted(`chain: &c "${chain}"\r\nx: *c\r\n`)).toBe(
      `chain: &c |\r\n${block('  ').replace('\n', '\r\n')}\r\nx: *c\r\n`.replace('x: *c', 'x: *c'),
    );
    expect(formatted(`commands:\n    a:\n        chain: ${chain}\n    b: { run: x }\n`)).toBe(
      `commands:\n    a:\n        chain: |\n${block('          ')}\n    b: { run: x }\n`,
    );
    expect(formatted(`chain: >-\n  ${chain}\n`)).toBe(`chain: |-\n${block('  ')}\n`);
  });

  it('and for one of several statements', () => {
    expect(formatted('chain: "# what\\n/a;/b\\ncase:$x\\n  ↳ a->/c\\n  ↳ *->/d"\n')).toBe(
      'chain: |\n  # what\n  /a;\n  /b\n  case:$x\n    ↳ a → /c\n    ↳ * → /d\n',
    );
  });

  it('unless it would take in what stands below it', () => {
    const text = `chain: ${long} -> ${long}\n     # deeper\nname: x\ncommands: { a: { chain: /b->/c } }\n`;
    expect(withoutErrors(text)).toBe(text.replace('/b->/c', '/b → /c'));
  });

  it('where quoted words have lines of their own', () => {
    const text = 'chain: |\n  /a "x\n\n    y" -> /b\n';
    const result = formatted(text);
    expect(result).toBe(text.replace('->', '→'));
    expect(parseDocument(result).get('chain')).toBe('/a "x\n\n  y" → /b\n');
  });
});

describe('fmt', () => {
  const files = {
    'ml-workflow.yml': 'commands:\n  a: { run: x }\n  b: { chain: /a->/a }\n',
    'workflows/good.yml': 'chain: /a → /b\n',
    'workflows/late.yml': 'name: other\nchain: |\n  /a->/b # c\n',
    'workflows/notes.txt': 'chain: /a->/b\n',
  };

  it('formats the project file and all workflows', async () => {
    const folder = projectWith(files);
    const before = statSync(join(folder, 'workflows/good.yml')).mtimeMs;
    expect(await run(folder, [])).toEqual({
      output: 'ml-workflow.yml\nworkflows/late.yml\n',
      summary: '2 of 3 files changed',
      diagnostics: [],
      code: 0,
    });
    expect(contents(folder, 'ml-workflow.yml')).toBe('commands:\n  a: { run: x }\n  b: { chain: /a → /a }\n');
    expect(contents(folder, 'workflows/late.yml')).toMatch(/^name: other\nchain: \|\n {2}\/a → \/b/);
    expect(contents(folder, 'workflows/notes.txt')).toBe(files['workflows/notes.txt']);
    expect(statSync(join(folder, 'workflows/good.yml')).mtimeMs).toBe(before);
    expect(await run(folder, [])).toMatchObject({ output: '', summary: '0 of 3 files changed', code: 0 });
  });

  it('takes files and names', async () => {
    const folder = projectWith(files);
    expect(await run(folder, ['other', 'workflows/good.yml'])).toMatchObject({
      output: 'workflows/late.yml\n',
      summary: '1 of 2 files changed',
    });
    expect(await run(folder, ['./ml-workflow.yml', 'ml-workflow.yml'])).toMatchObject({
      output: 'ml-workflow.yml\n',
      summary: '1 of 1 file changed',
    });
    const { code, diagnostics } = await run(folder, ['goood']);
    expect([code, diagnostics.map(({ help }) => help)]).toEqual([2, ['did you mean `good`?']]);
  });

  it('--check changes nothing', async () => {
    const folder = projectWith(files);
    expect(await run(folder, ['--check'])).toMatchObject({
      output: 'ml-workflow.yml\nworkflows/late.yml\n',
      summary: '2 of 3 files would change',
      code: 1,
    });
    for (const [path, text] of Object.entries(files)) expect(contents(folder, path)).toBe(text);
    expect(await run(folder, ['--check', 'good'])).toMatchObject({ output: '', code: 0 });
  });

  it('leaves a file with a mistake as it is, and formats the others', async () => {
    const broken = 'chain: /a => /b\ncommands: { c: { chain: /a->/b } }\n';
    const folder = projectWith({
      ...files,
      'workflows/broken.yml': broken,
      'workflows/odd.yml': 'chain: [/a\n',
    });
    const { output, diagnostics, code } = await run(folder, []);
    expect(output).toBe('ml-workflow.yml\nworkflows/late.yml\n');
    expect(diagnostics.map((one) => [one.source.name, one.code])).toEqual([
      ['workflows/broken.yml', 'wrong-arrow'],
      ['workflows/odd.yml', 'invalid-yaml'],
    ]);
    expect(code).toBe(2);
    expect(contents(folder, 'workflows/broken.yml')).toBe(broken);
    expect(readdirSync(join(folder, 'workflows')).filter((file) => file.startsWith('.'))).toEqual([]);
  });

  it('refuses a file that is not UTF-8', async () => {
    const folder = projectWith({});
    const bytes = Buffer.from('name: caf\xe9\nchain: /a->/b\n', 'latin1');
    writeFileSync(join(folder, 'x.yml'), bytes);
    const { code, diagnostics } = await run(folder, ['x.yml']);
    expect([code, diagnostics.map(({ message }) => message)]).toEqual([2, ['`x.yml` is no UTF-8 text']]);
    expect(readFileSync(join(folder, 'x.yml'))).toEqual(bytes);
  });

  it('leaves a read-only file as it is, also where it could replace it', async () => {
    const folder = projectWith({ 'x.yml': 'chain: "/a   ->  /b"\n' });
    chmodSync(join(folder, 'x.yml'), 0o444);
    await expect(run(folder, ['x.yml'])).rejects.toThrow('`x.yml` is read-only');
    expect(contents(folder, 'x.yml')).toBe('chain: "/a   ->  /b"\n');
    expect((await run(folder, ['--check', 'x.yml'])).output).toBe('x.yml\n');
  });

  it('keeps the mode of a file, and a link a link', async () => {
    const folder = projectWith({ 'workflows/late.yml': files['workflows/late.yml'] });
    chmodSync(join(folder, 'workflows/late.yml'), 0o764);
    symlinkSync('late.yml', join(folder, 'workflows/link.yml'));
    await run(folder, ['workflows/link.yml']);
    expect(contents(folder, 'workflows/late.yml')).toContain('→');
    expect(statSync(join(folder, 'workflows/late.yml')).mode & 0o777).toBe(0o764);
    expect(
      readdirSync(join(folder, 'workflows'), { withFileTypes: true }).filter((one) => one.isSymbolicLink()),
    ).toHaveLength(1);
  });

  it('- prints a chain from standard input', async () => {
    expect(await run('/', ['-'], 'if:c->a->b\r\n')).toEqual({
      output: '/if:c → /a → /else → /b\n',
      summary: '',
      diagnostics: [],
      code: 0,
    });
    expect(await run('/', ['-', '--check'], '/a->b')).toMatchObject({ output: '<stdin>\n', code: 1 });
    expect(await run('/', ['-', '--check'], '/a → /b\n')).toMatchObject({ output: '', code: 0 });
    const broken = await run('/', ['-'], '/a => /b');
    expect([broken.output, broken.code, broken.diagnostics.map(({ code }) => code)]).toEqual([
      '',
      2,
      ['wrong-arrow'],
    ]);
    await expect(run('/', ['-', 'x.yml'])).rejects.toThrow('stands alone');
  });

  it('--format json', async () => {
    const folder = projectWith({ ...files, 'workflows/broken.yml': 'chain: /a =>\n' });
    const { output, diagnostics, code } = await run(folder, ['--format', 'json', '--check']);
    expect([diagnostics, code]).toEqual([[], 2]);
    expect(JSON.parse(output)).toMatchObject({
      schema_version: 1,
      files: [
        { file: 'ml-workflow.yml', state: 'changed' },
        { file: 'workflows/broken.yml', state: 'invalid' },
        { file: 'workflows/good.yml', state: 'unchanged' },
        { file: 'workflows/late.yml', state: 'changed' },
      ],
    });
    expect(JSON.parse(output).diagnostics[0]).toMatchObject({ code: 'wrong-arrow' });
    expect(JSON.parse((await run('/', ['-', '--format', 'json'], 'a')).output)).toMatchObject({
      state: 'changed',
      chain: '/a\n',
      diagnostics: [],
    });
  });

  it('finds nothing to do in this repository', async () => {
    const root = fileURLToPath(new URL('..', import.meta.url));
    expect(await run(root, ['--check'])).toMatchObject({ output: '', diagnostics: [], code: 0 });
    const example = join(root, 'examples/simple-lstm');
    expect(await run(example, ['--check'])).toMatchObject({ output: '', diagnostics: [], code: 0 });
  });
});
