/** What is written on a pull request by people who may not, by programs, by mistake, or to break something. */
import { afterAll, beforeAll, expect, it, onTestFailed } from 'vitest';
import { type StoryProject, storyProject, transcript } from './rig.ts';

let project: StoryProject;
let pull: { readonly number: number; readonly headSha: string };

beforeAll(async () => {
  project = await storyProject(
    {
      'ml-workflow.yml': `policy: { local-commands: true }
metrics: { accuracy: { unit: fraction, better: higher } }
commands:
  train:
    run: |
      printf 'training with: %s\\n' "$*"
      echo '{"accuracy": 0.95, "n": 400}' > "$ML_RUN_DIR/metrics.json"
    params:
      epochs: { type: integer, default: 3, flag: --epochs }
      note: { type: string, default: none, flag: --note }
    metrics: [{ json: $ML_RUN_DIR/metrics.json, fields: [accuracy, n] }]
    timeout: 1m
`,
      'workflows/sweep.yml': `name: sweep
on: { comment: /sweep }
params: { epochs: { type: integer, default: 4 }, note: { type: string, default: none } }
chain: /train → /require:accuracy>0.9
`,
    },
    { github: { people: { 'dependabot[bot]': 'write' } } },
  );
  pull = await project.pull('dana');
});
afterAll(() => project.close());

/** What is answered; undefined when nothing is. */
async function answered(login: string, body: string): Promise<string | undefined> {
  const before = (await project.github.comments(pull.number)).length;
  await project.say(login, pull.number, body);
  const said = await project.said(pull.number);
  expect(said.length).toBeLessThanOrEqual(before + 2);
  return said[before + 1];
}

function isQuiet(): void {
  expect(project.story.runs.filter(({ file }) => file !== 'ml.yml')).toEqual([]);
  expect(project.github.violations).toEqual([]);
}

it('who may not is refused in one sentence, and nothing starts', { timeout: 120_000 }, async () => {
  onTestFailed(async () => console.log(await transcript(project, pull.number)));
  expect(await answered('stranger', '/sweep')).toBe(
    'Nothing has started: `run` takes the role `write`, and `stranger` has none here.',
  );
  expect(await project.reactions(pull.number, 'stranger')).toEqual(['eyes', '-1']);
  expect(await answered('riley', '/sweep')).toBe(
    'Nothing has started: `run` takes the role `write`, and `riley` has `read`.',
  );
  expect(await answered('riley', '/ml-stop')).toContain('`stop` takes the role `write`');
  expect(await answered('stranger', '/ml-help')).toContain('`plan` takes the role `read`');
  isQuiet();
});

it('what nobody has said is not heard', { timeout: 120_000 }, async () => {
  onTestFailed(async () => console.log(await transcript(project, pull.number)));
  const unheard = [
    ['dependabot[bot]', '/sweep'],
    ['dana', 'It said:\n\n<!-- ml-workflow: sweep -->\n## ✅ sweep: passed\n\n/sweep'],
    ['dana', '> /sweep\n\nreally?'],
    ['dana', '> they said\n/sweep'],
    ['dana', 'Write this:\n```\n/sweep\n```'],
    ['dana', 'Write `\n/sweep\n`'],
    ['dana', '<!--\n/sweep\n-->'],
    ['dana', '/assign @riley'],
    ['dana', '/usr/bin/python fails'],
  ] as const;
  for (const [login, body] of unheard) {
    expect(await answered(login, body)).toBeUndefined();
    expect(await project.reactions(pull.number, login)).toEqual([]);
  }
  isQuiet();
});

it('a mistake is answered once, at its place, with the nearest name', { timeout: 120_000 }, async () => {
  onTestFailed(async () => console.log(await transcript(project, pull.number)));
  expect(await answered('dana', 'The schedule is better.\n\n/sweep --epoch 60')).toBe(
    [
      'This was not understood, and nothing has started.',
      '',
      '```text',
      'error: `sweep` has no parameter `--epoch` [unknown-param]',
      ' --> <comment>:3:8',
      '  |',
      '3 | /sweep --epoch 60',
      '  |        ^^^^^^^',
      '  = help: did you mean `--epochs`?',
      '```',
    ].join('\n'),
  );
  expect(await project.reactions(pull.number, 'dana')).toEqual(['eyes', 'confused']);
  expect(await answered('dana', '/sweeep')).toContain('did you mean `/sweep`?');
  expect(await answered('dana', '/sweep --epochs many')).toContain('takes a whole number, found `many`');
  expect(await answered('riley', '/ml-plan /train → /if:acuracy>0.9 → /train')).toContain(
    'did you mean `accuracy`?',
  );
  expect(await project.reactions(pull.number, 'riley')).toEqual(['eyes', 'confused']);
  expect(await answered('dana', '/ml-status\n/ml-help')).toContain('`/ml-status` stands alone in a comment');
  isQuiet();
});

it('signs of a shell, lines, hidden signs and long texts are no way in', { timeout: 180_000 }, async () => {
  onTestFailed(async () => console.log(await transcript(project, pull.number)));
  expect(await answered('dana', '/sweep --epochs 7; rm -rf /')).toContain('unknown command `rm`');
  expect(await answered('dana', '/sweep --note $(touch hacked)')).toContain('a chain is no shell');
  expect(await answered('dana', "/sweep --note 'one\n/sweep'")).toContain('this quote is never closed');
  expect(await answered('dana', '/sweep --epochs 7\u202e')).toContain(
    'column 18 holds a character that cannot be seen, U+202E',
  );
  expect(await answered('dana', `/sweep --note ${'a'.repeat(65_000)}`)).toContain(
    'more than 8000 characters',
  );
  isQuiet();

  const text = '; rm -rf ~ $(touch hacked) `id` @everyone <!-- -->';
  const filler = 'I have read it all. '.repeat(3200);
  await project.say('dana', pull.number, `${filler}\n\n/sweep --note '${text}'`);
  const run = project.story.run('sweep.yml');
  expect(run.conclusion).toBe('success');
  expect(run.log).toContain(`training with: --epochs 4 --note ${text}`);
  const said = await project.said(pull.number);
  const ours = (await project.github.comments(pull.number)).filter(
    ({ login }) => login === 'github-actions[bot]',
  );
  expect(ours.length).toBeGreaterThan(0);
  // Only whoever asked is mentioned, and no line of ours is a command.
  for (const { body } of ours) {
    expect(body.replace(/^@dana /m, '').replace(/`[^`\n]*`/g, '')).not.toMatch(/(^|[^\w/])@\w/m);
    expect(body).not.toMatch(/^[\s>*+-]*\//m);
  }
  expect(said.at(-1)).toMatch(/^@dana ✅ `sweep` on /);
  expect(project.github.violations).toEqual([]);
});
