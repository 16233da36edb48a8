/**
 * Runs every example of the pages below `docs/` that this file lists. The info string of a fence says what it is:
 *
 *     yaml project            the project file of the section; before the first `##`, of the whole page
 *     yaml workflows/x.yml    a workflow file of the section
 *     md .factory/….md        a Markdown command or agent of the section, `md .claude/….md` likewise
 *     chain                   a chain, planned against them
 *     sh                      `ml-workflow check workflows/x.yml --name value`
 *     text output             all that is said about the chain or command before it
 *
 * A chain or command without an output has no errors. `UPDATE_GOLDEN=1` writes the outputs anew, to be read by eye.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { codes } from '../src/language/codes.ts';
import { printDiagnostic } from '../src/language/print-diagnostic.ts';
import { sourceOf } from '../src/language/source.ts';
import { type PrepareRequest, prepare } from '../src/prepare.ts';

const docs = fileURLToPath(new URL('../docs', import.meta.url));
const update = process.env.UPDATE_GOLDEN === '1';

interface Fence {
  readonly info: string;
  readonly text: string;
  readonly heading: string;
  /** Offsets of the text in the page. */
  readonly start: number;
  readonly end: number;
}

function fencesOf(page: string): Fence[] {
  const found: Fence[] = [];
  let heading = '';
  for (const match of page.matchAll(/^(#{2,}) (.*)$|^```(\S.*)\n([\s\S]*?)^```$/gm)) {
    if (match[1] !== undefined) heading = match[2] ?? '';
    else {
      const text = match[4] ?? '';
      const start = match.index + 4 + (match[3] ?? '').length;
      found.push({ info: match[3] ?? '', text, heading, start, end: start + text.length });
    }
  }
  return found;
}

const scratch: string[] = [];
afterAll(() => {
  for (const folder of scratch) rmSync(folder, { recursive: true });
});

function diagnosticsOf(files: ReadonlyMap<string, string>, fence: Fence): string {
  const folder = mkdtempSync(join(tmpdir(), 'ml-docs-'));
  scratch.push(folder);
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const { diagnostics } = prepare({ folder, shownFrom: folder, ...requestOf(fence) });
  return diagnostics.map((diagnostic) => `${printDiagnostic(diagnostic)}\n`).join('\n');
}

function requestOf(fence: Fence): Pick<PrepareRequest, 'wanted' | 'given'> {
  if (fence.info === 'chain')
    return { wanted: { is: 'chain', source: sourceOf('<chain>', fence.text.trimEnd()) }, given: [] };
  const [, reference = '', rest = ''] = /^ml-workflow check (\S+)(.*)$/m.exec(fence.text) ?? [];
  const given = [...rest.matchAll(/--(\S+) (\S+)/g)].map(([whole, name = '', value = '']) => ({
    name,
    value,
    source: sourceOf('<arguments>', whole),
  }));
  return { wanted: { is: 'workflow', reference }, given };
}

const pages = [
  'language.md',
  'project-file.md',
  'markdown-commands.md',
  'diagnostics.md',
  'drift.md',
  'notifications.md',
  'pods.md',
  'ssh-targets.md',
];

describe.each(pages)('docs/%s', (name) => {
  const path = join(docs, name);
  const page = readFileSync(path, 'utf8');
  const fences = fencesOf(page);
  // Read when a case runs, so that a chain may stand above the project file of its page.
  const ofPage = new Map<string, string>();
  let files = new Map<string, string>();
  let section = '';
  const cases: { fence: Fence; files: ReadonlyMap<string, string>; output: Fence | undefined }[] = [];
  for (const [index, fence] of fences.entries()) {
    if (fence.heading !== section) files = new Map(ofPage);
    section = fence.heading;
    const file = /^(?:yaml|md) (.+)$/.exec(fence.info)?.[1];
    if (file !== undefined) {
      const as = file === 'project' ? 'ml-workflow.yml' : file;
      files.set(as, fence.text);
      if (section === '') ofPage.set(as, fence.text);
      if (file === 'project')
        cases.push({
          fence: { ...fence, info: 'chain', text: '/continue' },
          files: new Map(files),
          output: undefined,
        });
    } else if (fence.info === 'chain' || fence.info === 'sh') {
      const next = fences[index + 1];
      cases.push({
        fence,
        files: section === '' ? ofPage : new Map(files),
        output: next?.info === 'text output' ? next : undefined,
      });
      if (next?.info === 'text output') {
        // What the section is about may be the project file itself.
        const about = cases.findIndex(
          (one) =>
            one.fence.info === 'chain' &&
            one.fence.text === '/continue' &&
            one.fence.heading === fence.heading,
        );
        if (about >= 0) cases.splice(about, 1);
      }
    }
  }

  it.each(
    cases.map((one) => [`${one.fence.heading}: ${one.fence.text.trim().split('\n')[0]}`, one] as const),
  )('says what it shows: %s', (_title, { fence, files: around, output }) => {
    const found = diagnosticsOf(around, fence);
    if (!output) expect(found).not.toMatch(/^error/m);
    else if (update) {
      const now = readFileSync(path, 'utf8');
      const at = now.indexOf(
        '```text output\n',
        now.indexOf(fence.text, now.indexOf(`# ${fence.heading}\n`)),
      );
      const start = at + '```text output\n'.length;
      writeFileSync(path, now.slice(0, start) + found + now.slice(now.indexOf('```', start)));
    } else expect(found).toBe(output.text);
  });

  it('has only fences that are run or plain', () => {
    const known =
      /^(?:chain|sh|text|text output|yaml|yaml project|yaml workflows\/\S+\.yml|md \.(?:factory|claude)\/\S+\.md|json|js)$/;
    expect(fences.map(({ info }) => info).filter((info) => !known.test(info))).toEqual([]);
  });
});

describe('docs/diagnostics.md', () => {
  const page = readFileSync(join(docs, 'diagnostics.md'), 'utf8');

  it.each(Object.entries(codes))('has an anchor and an example that prints `%s`', (code, severity) => {
    const [, section] = page.split(`\n## ${code}\n`);
    const [own] = (section ?? '').split('\n## ');
    expect(own).toContain(`\n${severity}: `.trimStart());
    expect(own).toContain(`[${code}]`);
  });

  it('has no anchor for a code that does not exist', () => {
    const anchors = [...page.matchAll(/^## ([a-z-]+)$/gm)].map(([, anchor]) => anchor);
    expect(anchors.filter((anchor) => !(anchor ?? '' in codes))).toEqual([]);
    expect(anchors).toEqual(Object.keys(codes));
  });
});
