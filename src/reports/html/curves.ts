/** What trainings have printed epoch by epoch, as drawings: one for each metric, one line for each command. */
import { shortNumber } from '../../engine/evaluate.ts';
import { frame, greatest, least, rightwards, upwards } from './scale.ts';
import { code, text } from './text.ts';

/** What one command has printed of its progress. */
export interface Curve {
  /** Of the command: `/train:sigma-0.10`. */
  readonly title: string;
  /** Chosen by a selection. */
  readonly best: boolean;
  /** By metric: epochs or steps done, and the value there; in that order, all finite. */
  readonly series: ReadonlyMap<string, readonly Place[]>;
}

export type Place = readonly [done: number, value: number];

const mostMetrics = 8;
const mostLines = 64;
const mostPlaces = 240;
const colours = 8;
const dashes = 3;

/** Empty when there is none of two epochs. `left` takes what is not drawn, as a sentence. */
export function curveFigures(curves: readonly Curve[], left: (what: string) => void): string {
  const drawn = curves.filter(({ series }) => [...series.values()].some((places) => places.length >= 2));
  const metrics = [...new Set(drawn.flatMap(({ series }) => [...series.keys()]))];
  if (metrics.length > mostMetrics)
    left(`${metrics.length - mostMetrics} more metrics have learning curves that are not drawn`);
  if (drawn.length > mostLines)
    left(`learning curves of ${drawn.length - mostLines} of ${drawn.length} commands are not drawn`);
  // The chosen one is drawn whatever is left out.
  const shown = [...drawn].sort((a, b) => Number(b.best) - Number(a.best)).slice(0, mostLines);
  return metrics
    .slice(0, mostMetrics)
    .map((metric, index) => figure(metric, shown, `curve-${index + 1}`))
    .join('\n');
}

function figure(metric: string, curves: readonly Curve[], name: string): string {
  const lines = curves.flatMap((curve, index) => {
    const places = thinned(curve.series.get(metric) ?? []);
    return places.length < 2 ? [] : [{ curve, places, look: lookOf(index) }];
  });
  if (lines.length === 0) return '';
  const all = lines.flatMap(({ places }) => places);
  const x = rightwards(all.map(([done]) => done));
  const y = upwards(all.map(([, value]) => value));
  const bottom = frame.height - frame.bottom;
  const grid = y.ticks.map(
    ({ value, label }) =>
      `<line class="grid" x1="${frame.left}" x2="${frame.width - frame.right}" y1="${y.at(value)}" y2="${y.at(value)}"/><text x="${frame.left - 4}" y="${y.at(value) + 4}" text-anchor="end">${text(label)}</text>`,
  );
  const below = x.ticks.map(
    ({ value, label }) =>
      `<text x="${x.at(value)}" y="${bottom + 15}" text-anchor="middle">${text(label)}</text>`,
  );
  const paths = lines.map(({ curve, places, look }) => {
    const points = places.map(([done, value]) => `${x.at(done)},${y.at(value)}`).join(' ');
    return `<polyline class="curve ${look}" points="${points}"><title>${text(curve.title)}</title></polyline>`;
  });
  const keys = lines.map(({ curve, places, look }) => {
    const [, last] = places.at(-1) ?? [0, 0];
    const swatch = `<svg class="swatch" viewBox="0 0 24 8" aria-hidden="true"><line class="${look}" x1="0" x2="24" y1="4" y2="4" stroke-width="3"/></svg>`;
    return `<li>${swatch}${curve.best ? '★ ' : ''}${code(curve.title)} ${text(shortNumber(last))}</li>`;
  });
  const values = all.map(([, value]) => value);
  const spoken = `${metric} of ${lines.length} ${lines.length === 1 ? 'command' : 'commands'} by epoch or step, from ${shortNumber(least(values))} to ${shortNumber(greatest(values))}`;
  return [
    `<figure><h3>${code(metric)}</h3>`,
    `<svg class="chart" viewBox="0 0 ${frame.width} ${frame.height}" role="img" aria-labelledby="${name}"><title id="${name}">${text(spoken)}</title>`,
    ...grid,
    ...below,
    ...paths,
    `<text x="${(frame.left + frame.width - frame.right) / 2}" y="${frame.height - 4}" text-anchor="middle">epoch or step</text>`,
    `</svg><figcaption>With the last value of each.<ul class="legend">${keys.join('\n')}</ul></figcaption></figure>`,
  ].join('\n');
}

function lookOf(index: number): string {
  const dash = Math.floor(index / colours) % dashes;
  return `k${index % colours}${dash === 0 ? '' : ` d${dash}`}`;
}

/** Of each stretch its lowest and its highest place, so that no peak is lost. */
function thinned(places: readonly Place[]): readonly Place[] {
  if (places.length <= mostPlaces) return places;
  const size = Math.ceil(places.length / (mostPlaces / 2 - 1));
  const kept: Place[] = [];
  for (let from = 0; from < places.length; from += size) {
    const stretch = places.slice(from, from + size);
    const [first] = stretch;
    if (!first) continue;
    const low = stretch.reduce((a, b) => (b[1] < a[1] ? b : a), first);
    const high = stretch.reduce((a, b) => (b[1] > a[1] ? b : a), first);
    kept.push(...(low === high ? [low] : low[0] <= high[0] ? [low, high] : [high, low]));
  }
  const last = places.at(-1);
  if (last && kept.at(-1) !== last) kept.push(last);
  return kept;
}
