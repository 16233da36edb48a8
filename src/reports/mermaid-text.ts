/** Boxes, arrows and frames in Mermaid's notation. Whatever a text says, it is only shown. */
import { plainText } from '../engine/plain-text.ts';
import type { StepStatus } from './status.ts';
import { statusSigns } from './words.ts';

/** A box that the next one is drawn behind, and what stands on the arrow. */
export interface Exit {
  readonly box: string;
  readonly label?: string;
  readonly dotted?: boolean;
}

export type Shape = keyof typeof shapes;

const shapes = {
  step: ['["', '"]'],
  /** Stands for many. */
  block: ['[["', '"]]'],
  gate: ['{"', '"}'],
  demand: ['{{"', '"}}'],
  question: ['[/"', '"/]'],
  pause: ['(["', '"])'],
} as const;

/** Words of ours; any other may be one that Mermaid obeys, such as `end`. */
const plainLabels: ReadonlySet<string> = new Set(['met', 'not met', 'and then', 'or else']);

/** A chart is drawn as wide as a comment: of more boxes in a row nobody could read the words. It then goes down the page. */
const mostLayers = 9;

export class FlowchartText {
  readonly #lines: string[] = [];
  /** Arrows of what is in a frame: within it they would pull the boxes at their other end into it. */
  readonly #arrows: string[] = [];
  readonly #classes = new Map<StepStatus, string[]>();
  readonly #frames: string[] = [];
  readonly #sources = new Set<string>();
  /** How many boxes stand before one, on the longest way to it. */
  readonly #layers = new Map<string, number>();
  #boxes = 0;
  #arrowsMade = 0;
  #depth = 0;
  #framesMade = 0;

  get boxes(): number {
    return this.#boxes;
  }

  get arrows(): number {
    return this.#arrowsMade;
  }

  /** The name that the next box will have. */
  get nextBox(): string {
    return `n${this.#boxes}`;
  }

  box(text: string, shape: Shape, status: StepStatus | undefined): string {
    const id = this.nextBox;
    this.#boxes += 1;
    const [open, close] = shapes[shape];
    const sign = status === undefined ? '' : `${statusSigns[status]} `;
    this.#line(`${id}${open}${sign}${escapeLabel(text)}${close}`);
    if (status !== undefined) this.#classes.set(status, [...(this.#classes.get(status) ?? []), id]);
    return id;
  }

  /** A dot where many arrows meet. */
  junction(from: readonly Exit[]): readonly Exit[] {
    const id = this.nextBox;
    this.#boxes += 1;
    this.#line(`${id}(( ))`);
    this.connect(from, id);
    return [{ box: id }];
  }

  connect(from: readonly Exit[], box: string): void {
    for (const { box: before, label, dotted } of from) {
      this.#sources.add(before);
      this.#arrowsMade += 1;
      const layer = (this.#layers.get(before) ?? 0) + 1;
      // An arrow back to what has led here moves nothing.
      if (!this.#sources.has(box)) this.#layers.set(box, Math.max(this.#layers.get(box) ?? 0, layer));
      const arrow = dotted ? '-.->' : '-->';
      const text =
        label === undefined ? '' : `|${plainLabels.has(label) ? label : `"${escapeLabel(label)}"`}|`;
      const line = `  ${before} ${arrow}${text} ${box}`;
      if (this.#depth > 0) this.#arrows.push(line);
      else this.#lines.push(line);
    }
  }

  /** Whether an arrow leaves the box. */
  leadsOn(box: string): boolean {
    return this.#sources.has(box);
  }

  /** Draws in a frame, whose name leads on as that of a box does; none around nothing. */
  framed(
    title: string,
    draw: () => readonly Exit[],
  ): { readonly exits: readonly Exit[]; readonly frame: string | undefined } {
    const frame = `s${this.#framesMade}`;
    this.#framesMade += 1;
    const before = this.#boxes;
    const start = this.#lines.length;
    this.#line(`subgraph ${frame}["${escapeLabel(title)}"]`);
    this.#depth += 1;
    const exits = draw();
    this.#depth -= 1;
    const isEmpty = this.#boxes === before;
    for (let box = before; box < this.#boxes; box += 1)
      this.#layers.set(frame, Math.max(this.#layers.get(frame) ?? 0, this.#layers.get(`n${box}`) ?? 0));
    if (isEmpty) this.#lines.splice(start);
    else {
      this.#line('end');
      this.#frames.push(frame);
    }
    if (this.#depth === 0) this.#lines.push(...this.#arrows.splice(0));
    return { exits, frame: isEmpty ? undefined : frame };
  }

  finish(): string {
    const styles = [...this.#classes].flatMap(([status, boxes]) => [
      `  classDef ${className(status)} ${colours[status]}`,
      `  class ${boxes.join(',')} ${className(status)}`,
    ]);
    const frames =
      this.#frames.length === 0
        ? []
        : [`  classDef frame ${frameColours}`, `  class ${this.#frames.join(',')} frame`];
    const deepest = Math.max(0, ...this.#layers.values());
    return [`flowchart ${deepest > mostLayers ? 'TB' : 'LR'}`, ...this.#lines, ...styles, ...frames].join(
      '\n',
    );
  }

  #line(text: string): void {
    this.#lines.push(`${'  '.repeat(this.#depth + 1)}${text}`);
  }
}

/** Readable on a light and on a dark page: own background, own text. */
const colours: Readonly<Record<StepStatus, string>> = {
  waiting: 'fill:#f6f8fa,stroke:#8c959f,color:#57606a',
  running: 'fill:#ddf4ff,stroke:#0969da,color:#0a3069',
  succeeded: 'fill:#dafbe1,stroke:#1a7f37,color:#0b3d17',
  failed: 'fill:#ffebe9,stroke:#cf222e,color:#6e0b14',
  handled: 'fill:#fff1e5,stroke:#bc4c00,color:#5c2200',
  stopped: 'fill:#fff1e5,stroke:#8c959f,color:#57606a',
  'not-met': 'fill:#fff8c5,stroke:#9a6700,color:#4d3300',
  skipped: 'fill:#f6f8fa,stroke:#d0d7de,color:#8c959f,stroke-dasharray:4 3',
};
/** A grey that is seen on both, and the page behind it. */
const frameColours = 'fill:none,stroke:#8c959f,color:#8c959f,stroke-dasharray:4 3';

function className(status: StepStatus): string {
  return status.replace('-', '');
}

/**
 * A text of other people for a quoted label: as entities, signs are only shown. Brackets, quotes and `#` would end the label.
 * Labels are also Markdown, whose lists, rules, links and addresses Mermaid draws as an error, and in them it looks for
 * formulas, icons and directives.
 */
export function escapeLabel(text: string, most = 60): string {
  const plain = plainText(text).replace(/\s+/g, ' ').trim();
  // An empty one is none.
  if (plain === '') return ' ';
  const signs = [...plain];
  const short = signs.length > most ? `${signs.slice(0, most - 1).join('')}…` : plain;
  return short.replace(obeyed, (found) => [...found].map((sign) => `#${sign.charCodeAt(0)};`).join(''));
}

const obeyed = new RegExp(
  [
    '["#&;<>`\\\\{}[\\]()|*~_@^]',
    // A list, a rule, a heading below a line.
    '^[-+=]+|(?<=^\\d+)\\.(?= |$)',
    '(?<=www)\\.|:(?=/)|%(?=%)|(?<=%)%|\\$(?=\\$)|(?<=\\$)\\$|(?<=\\bfa[a-z]?):',
  ].join('|'),
  'gi',
);
