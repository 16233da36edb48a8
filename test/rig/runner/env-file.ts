/** The files behind GITHUB_OUTPUT, GITHUB_STATE and GITHUB_ENV: `NAME=value` and `NAME<<delimiter` blocks. */

/**
 * Yields pairs as it reads, as the runner does: what stands before a malformed line still counts.
 * Throws with the runner's words.
 */
export function* readPairs(content: string): Generator<[name: string, value: string]> {
  let index = 0;
  const readLine = (): { line: string; ended: boolean } | undefined => {
    if (index >= content.length) return undefined;
    const end = content.indexOf('\n', index);
    const line = end < 0 ? content.slice(index) : content.slice(index, end);
    index = end < 0 ? content.length : end + 1;
    return { line, ended: end >= 0 };
  };

  for (let read = readLine(); read !== undefined; read = readLine()) {
    const { line } = read;
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      yield [line.slice(0, equals), line.slice(equals + 1)];
    } else if (heredoc >= 0) {
      const name = line.slice(0, heredoc);
      const delimiter = line.slice(heredoc + 2);
      if (name === '' || delimiter === '') {
        throw new Error(`Invalid format '${line}'. Name must not be empty and delimiter must not be empty`);
      }
      const start = index;
      let end = index;
      for (let inner = readLine(); inner?.line !== delimiter; inner = readLine()) {
        if (inner === undefined)
          throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`);
        if (!inner.ended) throw new Error('Invalid value. EOF marker missing new line.');
        end = index - 1;
      }
      yield [name, content.slice(start, end)];
    } else {
      throw new Error(`Invalid format '${line}'`);
    }
  }
}
