/** A sweep as a drawing: a bar for each cell, the chosen one in green, and the line of the gate. */
import { shortNumber } from '../../engine/evaluate.ts';
import type { Sweep } from '../sweep.ts';
import { seriesOf, type Threshold } from '../sweep-chart.ts';
import { frame, upwards } from './scale.ts';
import { code, text } from './text.ts';

const mostBars = 60;
/** Columns of the drawing that one sign of a label takes. */
const signWidth = 7.5;

/** Empty when there is nothing worth drawing. */
export function sweepFigure(sweep: Sweep, thresholds: readonly Threshold[], name: string): string {
  const found = seriesOf(sweep, mostBars);
  if (!found) return '';
  const { metric, points, left } = found;
  const threshold = thresholds.find((one) => one.metric === metric && Number.isFinite(one.value));
  const values = points.map(({ value }) => value);
  const y = upwards(threshold ? [...values, threshold.value] : values);
  const room = (frame.width - frame.left - frame.right) / points.length;
  const bottom = frame.height - frame.bottom;
  const labels = points.map(({ row }) => row.config.join(', '));
  const fits = labels.every((label) => label !== '' && (label.length + 1) * signWidth <= room);
  // Every number where there is room, else every second, third …
  const every = Math.max(1, Math.ceil((String(sweep.rows.length).length * signWidth + 4) / room));
  const bars = points.map(({ row, value, best, number }, index) => {
    const x = frame.left + index * room;
    const top = y.at(value);
    const label = fits ? (labels[index] ?? '') : index % every === 0 || best ? String(number) : '';
    const words = `${row.title}: ${metric} ${shortNumber(value)}${best ? ', chosen' : ''}`;
    return [
      `<rect class="bar${best ? ' chosen' : ''}" x="${(x + room * 0.1).toFixed(1)}" y="${top}" width="${(room * 0.8).toFixed(1)}" height="${Math.max(1, bottom - top).toFixed(1)}"><title>${text(words)}</title></rect>`,
      `<text x="${(x + room / 2).toFixed(1)}" y="${bottom + 15}" text-anchor="middle">${best ? '★' : ''}${text(label)}</text>`,
    ].join('');
  });
  const grid = y.ticks.map(
    ({ value, label }) =>
      `<line class="grid" x1="${frame.left}" x2="${frame.width - frame.right}" y1="${y.at(value)}" y2="${y.at(value)}"/><text x="${frame.left - 4}" y="${y.at(value) + 4}" text-anchor="end">${text(label)}</text>`,
  );
  const limit = threshold
    ? `<line class="limit" x1="${frame.left}" x2="${frame.width - frame.right}" y1="${y.at(threshold.value)}" y2="${y.at(threshold.value)}"><title>${text(threshold.text)}</title></line>`
    : '';
  const axis = sweep.config.length === 0 ? 'cell' : sweep.config.join(', ');
  const best = points.find((point) => point.best);
  const spoken = `${metric} of ${points.length} cells by ${axis}${best ? `; chosen is ${best.row.title} with ${shortNumber(best.value)}` : ''}`;
  const legend = [
    `${code(metric)} by ${code(axis)}${fits ? '' : ', numbered as in the table'}`,
    ...(best ? ['★ and green: the chosen cell'] : []),
    ...(threshold ? [`dashed: ${code(threshold.text)}`] : []),
    ...(left > 0 ? [`${points.length} of ${points.length + left} cells are drawn`] : []),
  ];
  return [
    `<figure><svg class="chart" viewBox="0 0 ${frame.width} ${frame.height}" role="img" aria-labelledby="${name}"><title id="${name}">${text(spoken)}</title>`,
    ...grid,
    ...bars,
    limit,
    `<text x="${(frame.left + frame.width - frame.right) / 2}" y="${frame.height - 4}" text-anchor="middle">${text(axis.length > 48 ? `${axis.slice(0, 47)}…` : axis)}</text>`,
    `</svg><figcaption>${legend.join('; ')}.</figcaption></figure>`,
  ].join('\n');
}
