/** The `$ML_OUTPUT` file: `key=value` lines, and `key<<END` … `END` for values of several lines. */

export type OutputFile =
  | { readonly ok: true; readonly values: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly problem: string };

/** The later of two lines with one key counts, as in GitHub's own output file. */
export function parseOutputFile(text: string): OutputFile {
  const values: Record<string, string> = {};
  const lines = text.split(/\r?\n/);
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line === '') continue;
    const [, key, operator, rest] = /^([^=<\s][^=<]*?)(=|<<)(.*)$/.exec(line) ?? [];
    if (key === undefined || rest === undefined) {
      return {
        ok: false,
        problem: `line ${index + 1}: expected \`key=value\`, found \`${line.slice(0, 60)}\``,
      };
    }
    if (operator === '=') {
      values[key] = rest;
      continue;
    }
    const end = lines.indexOf(rest, index + 1);
    if (rest === '' || end < 0) {
      return {
        ok: false,
        problem: `line ${index + 1}: \`${key}<<${rest}\` is never closed by a line \`${rest}\``,
      };
    }
    values[key] = lines.slice(index + 1, end).join('\n');
    index = end;
  }
  return { ok: true, values };
}
