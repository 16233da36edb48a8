/** Terminal colours, or none: `NO_COLOR`, `FORCE_COLOR`, and not a terminal decide. */
import type { Paint } from '../language/print-diagnostic.ts';

type Wrap = (text: string) => string;

export interface Style {
  readonly bold: Wrap;
  readonly dim: Wrap;
  readonly red: Wrap;
  readonly green: Wrap;
  readonly yellow: Wrap;
  readonly cyan: Wrap;
  readonly coloured: boolean;
}

export function styleFor(environment: NodeJS.ProcessEnv, isTerminal: boolean): Style {
  const forced = environment.FORCE_COLOR;
  const refused = (environment.NO_COLOR ?? '') !== '' || environment.TERM === 'dumb';
  const coloured = forced !== undefined && forced !== '0' ? true : isTerminal && !refused;
  const wrap =
    (open: number, close: number): Wrap =>
    (text) =>
      coloured && text !== '' ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  return {
    bold: wrap(1, 22),
    dim: wrap(2, 22),
    red: wrap(31, 39),
    green: wrap(32, 39),
    yellow: wrap(33, 39),
    cyan: wrap(36, 39),
    coloured,
  };
}

export function paintWith(style: Style): Paint {
  return (kind, text) => {
    switch (kind) {
      case 'error':
        return style.bold(style.red(text));
      case 'warning':
        return style.bold(style.yellow(text));
      case 'notice':
        return style.bold(style.cyan(text));
      case 'dim':
        return style.dim(text);
      case 'bold':
        return style.bold(text);
    }
  };
}

/** Columns a text takes; every sign we print is one wide. */
export function width(text: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences take no room
  return [...text.replace(/\u001b\[[0-9;]*m/g, '')].length;
}
