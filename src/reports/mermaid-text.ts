/** Boxes, arrows and frames in Mermaid's notation. Whatever a text says, it is only shown. */
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

export class FlowchartText {
  readonly #lines: string[] = [];
  /** Arrows of what is in a frame: within it they would pull the boxes at their other end into it. */
  readonly #arrows: string[] = [];
  readonly #classes = new Map<StepStatus, string[]>();
  readonly #frames: string[] = [];
  readonly #sources = new Set<string>();
  #boxes = 0;
  #depth = 0;
  #framesMade = 0;

  get boxes(): number {
    return this.#boxes;
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
    return ['flowchart LR', ...this.#lines, ...styles, ...frames].join('\n');
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

/** Mermaid reads `"`, `#`, `;`, brackets and Markdown in labels; as entities they are only shown. */
function escapeLabel(text: string): string {
  const short = text.length > 60 ? `${text.slice(0, 59)}…` : text;
  return short.replace(/[#"<>&;`\\{}[\]()|*~]/g, (character) => `#${character.charCodeAt(0)};`);
}
