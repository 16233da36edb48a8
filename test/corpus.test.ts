/**
 * Every chain of the founding documents, with file and line, and what it means over `examples/all-workflows`: its plan, or
 * the code with which it is refused. The golden file is `test/golden/corpus.txt`; `UPDATE_GOLDEN=1` writes it anew, to be
 * read by eye beside the language page.
 *
 * Left out by name: lines 16–18 and 31 of ml_workflow_orchestrator.md, which are patterns, and line 178 of
 * WORKFLOW_SYSTEM_COMPLETE.md, which is prose.
 */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sourceOf } from '../src/language/source.ts';
import { prepare } from '../src/prepare.ts';
import type { Wanted } from '../src/project/load.ts';
import { planText } from '../src/reports/plan-text.ts';
import { styleFor } from '../src/reports/style.ts';
import { temporaryFolder } from './targets/rig.ts';

const path = (inside: string) => fileURLToPath(new URL(inside, import.meta.url));
const golden = path('golden/corpus.txt');

/** First lines, or first and last line, of each chain. In the comments of a fence: behind the colon. */
const corpus: Readonly<Record<string, readonly (number | readonly [number, number])[]>> = {
  'ml-workflow.md': [
    ...[11, 12, 13, 14, 19, 24, 29, 37, 40, 46, [49, 54], 60, 63, 69, 72, 86, 88, 95, 97, 102, 110],
    ...[[113, 117], 122, 129, 132, 137, 140, 145, 148, 155, 160, 165, 170],
  ] as readonly (number | readonly [number, number])[],
  'ml_workflow_orchestrator.md': [
    ...[32, [35, 38], 41, 47, 50, 51, 54, 60, 61, 64, 65, 68, 80, 81, 82],
  ] as readonly (number | readonly [number, number])[],
  'WORKFLOW_SYSTEM_COMPLETE.md': [
    ...[61, 64, 67, 70, 77, 78, 83, 84, 89, 90, 149, [152, 154], 159, 162, 167, 168, 184, 185, 186],
  ] as readonly (number | readonly [number, number])[],
  'run.md': [60, 63, 66],
};

interface Found {
  readonly place: string;
  readonly chain: string;
}

const chains: readonly Found[] = Object.entries(corpus).flatMap(([file, places]) => {
  const lines = readFileSync(path(`fixtures/founding/${file}`), 'utf8').split('\n');
  return places.map((place) => {
    const [first, last] = typeof place === 'number' ? [place, place] : place;
    const text = lines.slice(first - 1, last).join('\n');
    return { place: `${file}:${first}`, chain: text.replace(/^# [\w ]+: /, '').trimEnd() };
  });
});

let folder: string;
beforeAll(() => {
  folder = temporaryFolder();
  for (const name of ['ml-workflow.yml', 'baseline.json'])
    cpSync(path(`../examples/all-workflows/${name}`), join(folder, name));
  cpSync(path('../workflows'), join(folder, 'workflows'), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What a document takes for given: the chain is read as that of a workflow which declares it. */
const declared: Readonly<Record<string, string>> = {
  'ml_workflow_orchestrator.md:35': 'params: { resource_type: { type: string, default: cpu } }',
};

function wanted({ place, chain }: Found): Wanted {
  const params = declared[place];
  if (params === undefined) return { is: 'chain', source: sourceOf('<chain>', chain) };
  const file = join(folder, 'declared.yml');
  writeFileSync(file, `name: chain\n${params}\nchain: |\n${chain.replace(/^/gm, '  ')}\n`);
  return { is: 'workflow', reference: file };
}

function prepared(found: Found) {
  return prepare({ wanted: wanted(found), folder, shownFrom: folder, given: [] });
}

/** Errors by code and message; otherwise the plan, with what else there is to say in front of it. */
function meaning(found: Found): string {
  const { plan, diagnostics } = prepared(found);
  const said = diagnostics.map(({ severity, code, message, help }) => {
    return `${severity}: ${message} [${code}]${help === undefined ? '' : `\n  = help: ${help}`}`;
  });
  const lines = plan
    ? planText(plan, styleFor({ NO_COLOR: '1' }, false))
        .trimEnd()
        .split('\n')
    : [];
  return [...said, ...lines].map((line) => `  ${line}`.trimEnd()).join('\n');
}

const written = () =>
  chains
    .map((found) => `${found.place}\n${found.chain}\n\n${meaning(found)}\n`)
    .join(`\n${'-'.repeat(80)}\n`);

describe('the chains of the founding documents', () => {
  it('are all of them: 66 in fences and four in comments', () => {
    const inComments = chains.filter(({ place }) =>
      ['78', '84', '90', '168'].some((line) => place === `WORKFLOW_SYSTEM_COMPLETE.md:${line}`),
    );
    expect(inComments).toHaveLength(4);
    expect(chains).toHaveLength(70);
  });

  it('mean what the golden file says', () => {
    const text = written();
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(golden, text);
    expect(text).toBe(readFileSync(golden, 'utf8'));
  });

  it('all parse: what is refused is refused for what it means', () => {
    const codes = new Set(
      chains.flatMap((found) =>
        prepared(found)
          .diagnostics.filter(({ severity }) => severity === 'error')
          .map(({ code }) => code),
      ),
    );
    expect([...codes].sort()).toEqual([
      'constant-gate',
      'unknown-agent',
      'unknown-command',
      'unknown-variable',
    ]);
  });
});
