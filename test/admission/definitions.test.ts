/** Which files of a pull request are definitions, so that people are told that they do not count yet. */
import { describe, expect, it } from 'vitest';
import { definitionPaths, definitionsNote } from '../../src/admission/definitions.ts';

const definitions = [
  ...[
    '.claude/agents/a.md',
    '.claude/commands/ml/run.md',
    '.claude/skills/x/SKILL.md',
    '.factory/commands/run',
  ],
  ...['.factory/droids/a.md', '.github/actions/x/action.yml', '.github/workflows/ml.yml', 'ml-workflow.yml'],
  ...['ml_config.yaml', 'workflows/sweep.yaml', 'workflows/train.yml'],
];
const others = [
  ...['README.md', 'src/train.py', 'ml-workflow.yml.bak', 'docs/ml-workflow.yml', 'workflows/a/b.yml'],
  ...['workflows/notes.md', 'configs/ml_config.yaml', '.github/CODEOWNERS', 'src/.claude/agents/a.md'],
];

describe('definitions', () => {
  it('are the project file, workflows, agents and their folders, and the files of GitHub', () => {
    expect(definitionPaths([...others, ...definitions.toReversed(), 'ml-workflow.yml'], '')).toEqual(
      definitions,
    );
    expect(definitionPaths(['.claude'], '')).toEqual(['.claude']);
  });

  it('stand in the folder of the project; the files of GitHub always at the top', () => {
    const paths = [
      'ml-workflow.yml',
      'examples/a/ml-workflow.yml',
      'examples/ab/ml-workflow.yml',
      '.github/workflows/x.yml',
    ];
    for (const project of ['examples/a', './examples/a/'])
      expect(definitionPaths(paths, project)).toEqual([
        '.github/workflows/x.yml',
        'examples/a/ml-workflow.yml',
      ]);
  });

  it('include the baseline, wherever it is', () => {
    expect(definitionPaths(['metrics/base.json'], '', './metrics/base.json')).toEqual(['metrics/base.json']);
    expect(definitionPaths(['a/metrics/base.json'], 'a', 'metrics/base.json')).toHaveLength(1);
    expect(definitionPaths(['metrics/base.json'], '')).toEqual([]);
  });
});

describe('the note', () => {
  it('names them, and which ones count', () => {
    expect(definitionsNote(['ml-workflow.yml'], 'main', '')).toBe(
      'This pull request edits `ml-workflow.yml`: this run goes by those of `main`.',
    );
    expect(definitionsNote(definitions, 'main', '')).toMatch(
      /`\.claude\/agents\/a\.md`, .* and 6 more: this run/,
    );
    expect(definitionsNote(others, 'main', '')).toBeUndefined();
  });

  it('is made of names that cannot leave their backticks', () => {
    const note = definitionsNote(['workflows/`@everyone`.yml'], 'main', '');
    expect(note?.split('`')).toHaveLength(5);
  });

  it('says when GitHub does not list all', () => {
    const many = Array.from({ length: 3000 }, (_, index) => `src/${index}.py`);
    expect(definitionsNote(many, 'main', '')).toMatch('changes more files than GitHub lists');
  });
});
