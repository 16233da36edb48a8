/** The layers of `src/`, as a table and as a test: who may import whom. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** A layer is a folder of `src/` or a file in it. What is not named for a layer, it may not import. */
const layers: Readonly<Record<string, readonly string[]>> = {
  // The core: text → plan → decisions.
  language: [],
  plan: ['language'],
  engine: ['plan'],
  jobs: ['language', 'plan'],
  'ports.ts': ['plan', 'engine'],
  // The world.
  project: ['language', 'plan'],
  ssh: [],
  git: [],
  runpod: ['language', 'plan', 'ssh'],
  targets: ['language', 'plan', 'engine', 'ports.ts', 'ssh', 'git', 'runpod'],
  builtins: ['language', 'plan', 'engine', 'ports.ts'],
  drivers: ['language', 'plan', 'engine', 'jobs', 'ports.ts'],
  reports: ['language', 'plan', 'engine', 'ports.ts'],
  admission: ['language', 'plan', 'engine', 'project'],
  github: ['language', 'plan', 'engine', 'ports.ts', 'reports', 'admission'],
  notify: ['language', 'plan', 'engine', 'project', 'reports'],
  // What puts them together.
  'prepare.ts': ['language', 'plan', 'project'],
  doctor: ['plan', 'ssh', 'runpod', 'targets', 'reports'],
  'exit-codes.ts': ['engine'],
  'silence.ts': [],
  'signals.ts': ['exit-codes.ts'],
  'wiring.ts': [
    'plan',
    'engine',
    'jobs',
    'ports.ts',
    'project',
    'ssh',
    'runpod',
    'targets',
    'builtins',
    'drivers',
    'reports',
    'github',
  ],
  // The ways in.
  cli: ['*'],
  'cli.ts': ['*'],
  'action.ts': ['*'],
  // Each uses only those above it.
  desk: ['language', 'plan', 'project', 'prepare.ts', 'git', 'drivers', 'admission', 'github', 'reports'],
  parts: ['*'],
  router: ['*'],
  'shim.ts': [],
  'index.ts': ['cli.ts', 'action.ts', 'parts', 'shim.ts'],
};
const pure = ['language', 'plan', 'engine', 'jobs'];
const impure = /\bDate\.now\(|\bnew Date\(|\bMath\.random\(|\bprocess\.|\bperformance\./;
/** All that the engine sees of the plan. */
const enginePlan = 'plan/plan.ts';

type Tree = ReadonlyMap<string, string>;

/** Sentences, empty when all is well. Paths of the tree are relative to `src/`. */
function violations(tree: Tree): string[] {
  const found: string[] = [];
  const graph = new Map<string, string[]>();
  for (const [file, text] of tree) {
    const layer = layerOf(file);
    const allowed = layers[layer];
    if (!allowed) {
      found.push(`${file} is in no layer; add ${layer} to the table`);
      continue;
    }
    const code = text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');
    const imports = [...code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*(['"])(.+?)\1/g)].map(
      (match) => match[2] ?? '',
    );
    const targets: string[] = [];
    for (const specifier of imports) {
      if (!specifier.startsWith('.')) {
        if (pure.includes(layer)) found.push(`${file} (${layer}) imports ${specifier} (not pure)`);
        continue;
      }
      const target = normalize(join(dirname(file), specifier));
      const other = layerOf(target);
      targets.push(target);
      const isEngineToPlan = layer === 'engine' && other === 'plan';
      const may = other === layer || allowed.includes('*') || allowed.includes(other);
      if (!may || (isEngineToPlan && target !== enginePlan)) {
        found.push(`${file} (${layer}) imports ${specifier} (${other})`);
      }
    }
    graph.set(file, targets);
    const impurity = pure.includes(layer) && impure.exec(code);
    if (impurity) found.push(`${file} (${layer}) uses ${impurity[0]}`);
    const rest = code.replace(/^\s*(?:export|import)\b[^;]*?\bfrom\s*['"][^'"]+['"];?/gm, '').trim();
    if (rest === '' && /\bexport\b/.test(code)) found.push(`${file} (${layer}) only re-exports`);
  }
  const cycle = cycleIn(graph);
  return cycle ? [...found, `import cycle: ${cycle.join(' → ')}`] : found;
}

function layerOf(path: string): string {
  return path.split('/')[0] ?? path;
}

function cycleIn(graph: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const next of graph.get(file) ?? []) {
      const cycle = visit(next, [...path, file]);
      if (cycle) return cycle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of graph.keys()) {
    const cycle = visit(file, []);
    if (cycle) return cycle;
  }
  return undefined;
}

function sources(): Tree {
  const root = fileURLToPath(new URL('../src', import.meta.url));
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  return new Map(files.sort().map((file) => [file, readFileSync(join(root, file), 'utf8')]));
}

describe('architecture', () => {
  it('holds: imports go down, the core is pure, nothing goes in a circle', () => {
    expect(violations(sources())).toEqual([]);
  });

  it('files say in their first line what they are for', () => {
    const silent = [...sources()].filter(([, text]) => !/^\/\*\*/.test(text)).map(([file]) => file);
    expect(silent).toEqual([]);
  });

  it.each([
    [
      'language/token.ts',
      "import { x } from '../engine/state.ts';",
      'language/token.ts (language) imports ../engine/state.ts (engine)',
    ],
    [
      'engine/a.ts',
      "import type { X } from '../plan/flow.ts';",
      'engine/a.ts (engine) imports ../plan/flow.ts (plan)',
    ],
    [
      'targets/a.ts',
      "const x = await import('../reports/report.ts');",
      'targets/a.ts (targets) imports ../reports/report.ts (reports)',
    ],
    ['plan/a.ts', "import { join } from 'node:path';", 'plan/a.ts (plan) imports node:path (not pure)'],
    ['engine/a.ts', 'const at = Date.now();', 'engine/a.ts (engine) uses Date.now('],
    [
      'engine/index.ts',
      "export { a } from './a.ts';\nexport * from './b.ts';",
      'engine/index.ts (engine) only re-exports',
    ],
    ['odd/a.ts', 'const x = 1;', 'odd/a.ts is in no layer; add odd to the table'],
  ])('is checked: %s with `%s`', (file, text, sentence) => {
    expect(violations(new Map([[file, text]]))).toEqual([sentence]);
  });

  it('is checked: a cycle is named, of types too', () => {
    const tree = new Map([
      ['plan/a.ts', "import { b } from './b.ts';\nexport const a = b;"],
      ['plan/b.ts', "import type { C } from './c.ts';\nexport const b: C = 1;"],
      ['plan/c.ts', "import { a } from './a.ts';\nexport type C = typeof a;"],
    ]);
    expect(violations(tree)).toEqual(['import cycle: plan/a.ts → plan/b.ts → plan/c.ts → plan/a.ts']);
  });

  it('does not take words in comments for code', () => {
    expect(
      violations(
        new Map([
          ['engine/a.ts', '/** Lives in the process. */\n// new Date() is not used\nexport const a = 1;'],
        ]),
      ),
    ).toEqual([]);
  });
});
