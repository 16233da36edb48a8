/** Where a mistake is shown, whatever notation holds the chain. */
import { describe, expect, it } from 'vitest';
import { annotationOf, workflowCommand } from '../../src/language/annotation.ts';
import { Diagnostics } from '../../src/language/diagnostic.ts';
import { diagnosticJson } from '../../src/language/diagnostic-json.ts';
import { parse } from '../../src/language/parser.ts';
import { countDiagnostics } from '../../src/language/print-diagnostic.ts';
import { sarifLog } from '../../src/language/sarif.ts';
import { sourceOf } from '../../src/language/source.ts';
import { workflowSchema } from '../../src/project/schema.ts';
import { parseYaml } from '../../src/project/yaml-file.ts';
import { printed } from './rig.ts';

function inYaml(yaml: string): string {
  const diagnostics = new Diagnostics();
  const file = parseYaml(sourceOf('workflows/w.yml', yaml), workflowSchema, diagnostics);
  if (file) parse(file.inner(['chain']), diagnostics);
  return printed(diagnostics);
}

describe('a mistake is shown in its file', () => {
  it.each([
    ['a block scalar', 'name: w\nchain: |\n  /a →\n    /b → => /c\n', 4, 10],
    ['an indented block scalar', 'chain: |2-\n    /a →\n  /b → => /c\n', 3, 8],
    ['a kept block scalar', 'chain: |+\n\n  /a → => /c\n\n', 3, 8],
    ['a folded scalar', 'chain: >-\n  /a →\n  /b →\n\n  => /c\n', 5, 3],
    ['a folded scalar with more indentation', 'chain: >\n  /a →\n    /b → => /c\n', 3, 10],
    ['a plain scalar', 'chain: /a → => /c\n', 1, 13],
    ['a plain scalar of two lines', 'chain: /a →\n  /b → => /c\n', 2, 8],
    ['single quotes', "chain: '/a ''x'' → => /c'\n", 1, 20],
    ['double quotes', 'chain: "/a \\"x\\" → => /c"\n', 1, 20],
    ['double quotes with escapes', 'chain: "/a \\u2192 \\x2f\\x62 \\U0001F600 \\u2192 => /c → →"\n', 1, 46],
    ['double quotes over two lines', 'chain: "/a \\\n   → => /c"\n', 2, 6],
    ['double quotes, folded', 'chain: "/a\n   → => /c"\n', 2, 6],
    ['an alias', 'description: &c /a → => /c\nchain: *c\n', 1, 22],
    ['CRLF', 'name: w\r\nchain: |\r\n  /a →\r\n    /b → => /c\r\n', 4, 10],
    ['behind a character of two units', 'chain: |\n  /a 💥 → => /c\n', 2, 11],
  ])('%s', (_name, yaml, line, column) => {
    const diagnostics = new Diagnostics();
    const file = parseYaml(sourceOf('w.yml', yaml), workflowSchema, diagnostics);
    if (file) parse(file.inner(['chain']), diagnostics);
    const [first] = diagnostics.sorted().map(diagnosticJson);
    expect(first).toMatchObject({ code: 'wrong-arrow', line, column, endColumn: column + 2 });
  });

  it('in every form that machines read', () => {
    const yaml = 'name: w\r\nchain: |2-\r\n\r\n    /a → # note\r\n  /b 💥 → /if:acc>>0.9 → /c\r\n';
    const diagnostics = new Diagnostics();
    const file = parseYaml(sourceOf('a b/w,1.yml', yaml), workflowSchema, diagnostics);
    if (file) parse(file.inner(['chain']), diagnostics);
    const [found, ...others] = diagnostics.sorted();
    expect(others).toEqual([]);
    if (!found) return;
    const place = { line: 5, column: 19, endColumn: 20 };
    expect(yaml.split('\n')[place.line - 1]?.slice(place.column - 1, place.endColumn - 1)).toBe('>');
    expect(diagnosticJson(found)).toMatchObject({ file: 'a b/w,1.yml', ...place });
    expect(workflowCommand(annotationOf(found))).toContain(
      '::error file=a b/w%2C1.yml,line=5,col=19,endColumn=19,title=invalid-condition::',
    );
    expect(JSON.parse(JSON.stringify(sarifLog([found], { version: '0' })))).toMatchObject({
      runs: [
        {
          results: [
            {
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: 'a%20b/w%2C1.yml', uriBaseId: '%SRCROOT%' },
                    region: { startLine: 5, startColumn: 19, endLine: 5, endColumn: 20 },
                  },
                },
              ],
            },
          ],
        },
      ],
    });
  });

  it('with the line as it stands there', () => {
    expect(inYaml('name: w\nchain: |\n  /a →\n    /b => /c\n')).toMatchInlineSnapshot(`
      "
      error: \`=>\` is not an arrow of this language [wrong-arrow]
       --> workflows/w.yml:4:8
        |
      4 |     /b => /c
        |        ^^
        = help: write \`→\` or \`->\`
      "
    `);
    expect(inYaml('chain: >-\n  /a →\n  /b => /c\n')).toMatchInlineSnapshot(`
      "
      error: \`=>\` is not an arrow of this language [wrong-arrow]
       --> workflows/w.yml:3:6
        |
      3 |   /b => /c
        |      ^^
        = help: write \`→\` or \`->\`
      "
    `);
    expect(inYaml("chain: '/a ''x'' => /c'\n")).toMatchInlineSnapshot(`
      "
      error: \`=>\` is not an arrow of this language [wrong-arrow]
       --> workflows/w.yml:1:18
        |
      1 | chain: '/a ''x'' => /c'
        |                  ^^
        = help: write \`→\` or \`->\`
      "
    `);
  });

  it('below the characters that are meant, tabs and wide characters too', () => {
    const shown = (text: string) => printed(parse(sourceOf('<chain>', text)).diagnostics);
    expect(shown('/a\t💥 => /b')).toMatchInlineSnapshot(`
      "
      error: \`=>\` is not an arrow of this language [wrong-arrow]
       --> <chain>:1:7
        |
      1 | /a 💥 => /b
        |       ^^
        = help: write \`→\` or \`->\`
      "
    `);
    expect(shown('/a 訓練 => /b')).toMatchInlineSnapshot(`
      "
      error: \`=>\` is not an arrow of this language [wrong-arrow]
       --> <chain>:1:7
        |
      1 | /a 訓練 => /b
        |         ^^
        = help: write \`→\` or \`->\`
      "
    `);
    expect(shown('/a e\u0301 => /b')).toMatchInlineSnapshot(`
      "
      error: \`=>\` is not an arrow of this language [wrong-arrow]
       --> <chain>:1:7
        |
      1 | /a é => /b
        |      ^^
        = help: write \`→\` or \`->\`
      "
    `);
    expect(shown('/a →')).toMatchInlineSnapshot(`
      "
      error: expected a command behind \`→\`, found the end of the chain [unexpected-token]
       --> <chain>:1:5
        |
      1 | /a →
        |     ^
      "
    `);
    expect(shown('/a "\u001b[31m => /b')).toMatchInlineSnapshot(`
      "
      error: this quote is never closed [unclosed-quote]
       --> <chain>:1:4
        |
      1 | /a " [31m => /b
        |    ^
        = help: add the closing \`"\`
      "
    `);
  });

  it('of a long line as the part around it', () => {
    const long = Array.from({ length: 50 }, (_, index) => `/step-${index}`).join(' → ');
    expect(printed(parse(sourceOf('<chain>', `${long} => /x → ${long}`)).diagnostics)).toMatchInlineSnapshot(`
      "
      error: \`=>\` is not an arrow of this language [wrong-arrow]
       --> <chain>:1:539
        |
      1 | …tep-46 → /step-47 → /step-48 → /step-49 => /x → /step-0 → /step-1 → /step-2 → /step-3 → /step-4 → /s…
        |                                          ^^
        = help: write \`→\` or \`->\`
      "
    `);
    expect(printed(parse(sourceOf('<chain>', `/a => /x → ${long}`)).diagnostics)).toMatchInlineSnapshot(`
      "
      error: \`=>\` is not an arrow of this language [wrong-arrow]
       --> <chain>:1:4
        |
      1 | /a => /x → /step-0 → /step-1 → /step-2 → /step-3 → /step-4 → /step-5 → /step-6 → /step-7 → /step-8 →…
        |    ^^
        = help: write \`→\` or \`->\`
      "
    `);
  });

  it('and counted', () => {
    const { diagnostics } = parse(
      sourceOf('<chain>', '/a => /b → /if:a>1 → /if:b>1 → /c → /else → /d => /e'),
    );
    expect(countDiagnostics(diagnostics.sorted())).toBe('2 errors, 1 notice');
    expect(countDiagnostics([])).toBeUndefined();
  });
});
