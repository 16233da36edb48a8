/** A fraction as people say it: 0.9467 is `94.7 %`. */
export function percent(fraction: number): string {
  return `${Number((fraction * 100).toFixed(1))} %`;
}
