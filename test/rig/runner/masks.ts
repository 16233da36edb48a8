/** The runner's secret masker: a registered value, and the encodings it is likely to appear in, become `***`. */
export class Masks {
  readonly #originals = new Set<string>();
  readonly #values = new Set<string>();

  /** Registered values, without their encodings. */
  get originals(): string[] {
    return [...this.#originals];
  }

  add(value: string): void {
    if (value === '' || this.#originals.has(value)) return;
    this.#originals.add(value);
    for (const form of [value, ...encodings(value)]) if (form !== '') this.#values.add(form);
  }

  apply(input: string): string {
    const ranges: [start: number, end: number][] = [];
    for (const value of this.#values) {
      for (let at = input.indexOf(value); at >= 0; at = input.indexOf(value, at + 1))
        ranges.push([at, at + value.length]);
    }
    if (ranges.length === 0) return input;
    ranges.sort((left, right) => left[0] - right[0]);
    let output = '';
    let position = 0;
    let open: [start: number, end: number] | undefined;
    const flush = (): void => {
      if (open === undefined) return;
      output += `${input.slice(position, open[0])}***`;
      position = open[1];
    };
    for (const range of ranges) {
      // Values that touch or overlap are one secret.
      if (open !== undefined && range[0] <= open[1]) open[1] = Math.max(open[1], range[1]);
      else {
        flush();
        open = [...range];
      }
    }
    flush();
    return output + input.slice(position);
  }
}

/** In the order of the runner's own list (HostContext.cs). */
function encodings(value: string): string[] {
  const bytes = Buffer.from(value, 'utf8');
  const base64 = (skip: number): string => bytes.subarray(bytes.length > skip ? skip : 0).toString('base64');
  const quoted = value.length > 8 && value.startsWith('"') && value.endsWith('"');
  return [
    base64(0),
    base64(1),
    base64(2),
    value.replaceAll('"', '\\"'),
    value.replaceAll("'", "''"),
    JSON.stringify(value).slice(1, -1),
    encodeURIComponent(value).replace(
      /[!'()*]/g,
      (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
    ),
    value
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&apos;'),
    quoted ? value.slice(1, -1) : '',
    ...aroundAmpersand(value),
  ];
}

/** For PowerShell, which colours the parts around `&`. It also hits signed URLs: their last parameter is masked. */
function aroundAmpersand(value: string): string[] {
  const coloured = value.indexOf('&+');
  const last = value.lastIndexOf('&');
  if (last < 0) return [];
  const parts =
    coloured >= 0
      ? [value.slice(0, coloured + 2), value.slice(coloured + 3)]
      : [value.slice(0, last + 1), value.slice(last + 1)];
  return parts.filter((part) => part.length >= 6);
}
