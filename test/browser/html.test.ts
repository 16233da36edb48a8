/** The page of a run in a real browser: on a phone, light and dark, by keyboard, on paper; and it asks nobody for anything. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page as Tab } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { htmlReport, type Page } from '../../src/reports/html/page.ts';
import { curve, hostilePage, logOf, pageWith, reportWith, stepOf } from '../reports/html-rig.ts';
import { sweepWith } from '../reports/mermaid-rig.ts';
import { temporaryFolder } from '../targets/rig.ts';
import { browserForTests, hasChromium } from './chromium.ts';

const phone = { width: 375, height: 800 };

/** A run with all parts of the page, and with words that do not break. */
function fullPage(): Page {
  const long = 'a'.repeat(200);
  const metric = {
    step: `/evaluate-${long}`,
    metric: 'accuracy',
    value: 0.95,
    unit: 'fraction' as const,
    samples: 600,
  };
  const report = reportWith({
    reason: `gate not met: ${long}`,
    chain: `/${long} → /b`,
    steps: [
      stepOf({ title: `/${long}`, note: long }),
      stepOf({ title: '/skipped', status: 'skipped' }),
      stepOf({ kind: 'parallel', title: 'parallel of 4' }),
      ...[1, 2, 3, 4].map((index) =>
        stepOf({ title: `/train:${index}`, depth: 1, status: index === 3 ? 'failed' : 'succeeded' }),
      ),
      ...Array.from({ length: 15 }, (_, depth) => stepOf({ kind: 'retry', title: 'retry:1', depth })),
    ],
    gates: [
      {
        id: '1',
        node: '1' as never,
        text: 'best-acc>0.90',
        outcome: 'met',
        sum: 'best-acc 0.95 > 0.90',
        percent: '95 %',
        source: `runs/${long}/m.json`,
      },
    ],
    sweeps: [{ ...sweepWith([9, 80, 10, null], { cells: [['16'], ['2'], ['8'], ['4']], best: 1 }) }],
    metrics: [metric],
    failures: [
      { node: '1' as never, title: '/train:3', class: 'exit-1', message: 'boom', tail: [long, 'boom'] },
    ],
    pods: [
      {
        name: 'mlw-a',
        target: 'pod',
        scope: '/train:1',
        offer: 'RTX 4090, secure, EU-RO-1',
        status: 'ended',
        seconds: 600,
        price: 0.69,
        dollars: 0.12,
        proven: true,
      },
    ],
    money: { quoted: 0.1, spent: 0.12 },
  });
  return pageWith({
    report,
    parameters: { epochs: '25', [long]: long },
    thresholds: [[{ metric: 'accuracy', value: 20, text: 'best-acc>20' }]],
    curves: [curve('/train:1'), curve('/train:2', 20, { best: true })],
    logs: [logOf('/train:1', ['x'.repeat(2_000), 'done']), logOf('/train:3', ['boom'], { status: 'failed' })],
    compared: {
      report: { ...report, metrics: [{ ...metric, value: 0.9 }] },
      parameters: { epochs: '12' },
      differences: ['`/b` removed behind `/a`'],
    },
  });
}

interface Focus {
  readonly tag: string;
  readonly words: string;
  readonly outline: string;
  readonly left: number;
}

/** Presses Tab until the focus has left the page. */
async function tabbed(tab: Tab): Promise<Focus[]> {
  const stops: Focus[] = [];
  for (let press = 0; press < 200; press += 1) {
    await tab.keyboard.press('Tab');
    const at = (await tab.evaluate(`(() => {
      const one = document.activeElement;
      if (!one || one === document.body) return null;
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return { tag: one.tagName.toLowerCase(), words: one.getAttribute('aria-label') ?? one.textContent.trim(),
        outline: outlineStyle + ' ' + outlineWidth, left: one.getBoundingClientRect().left };
    })()`)) as Focus | null;
    if (at === null) break;
    stops.push(at);
  }
  return stops;
}

describe.skipIf(!hasChromium)('the page of a run', () => {
  const browser = browserForTests();
  const folder = temporaryFolder();
  let count = 0;
  const open = async (page: Page, size?: { width: number; height: number }) => {
    count += 1;
    const path = join(folder, `${count}.html`);
    writeFileSync(path, htmlReport(page));
    return await browser.open(pathToFileURL(path).href, size);
  };
  const ask = async <T>(tab: Tab, code: string) => (await tab.evaluate(code)) as T;

  it.each([
    ['everything', fullPage],
    ['attacks', hostilePage],
  ])('does not scroll sideways on a phone, with all folds open: %s', async (_name, page) => {
    const { page: tab, complaints, requests } = await open(page(), phone);
    await ask(tab, `document.querySelectorAll('details').forEach((one) => { one.open = true; })`);
    expect(await ask(tab, 'document.documentElement.scrollWidth')).toBe(phone.width);
    expect([complaints, requests]).toEqual([[], []]);
  });

  it('runs nothing that a text of others says, and asks nobody for anything', async () => {
    const { page: tab, complaints, requests } = await open(hostilePage());
    await ask(tab, `document.querySelectorAll('summary, th button').forEach((one) => one.click())`);
    expect(await ask(tab, 'window.hit')).toBeUndefined();
    expect([complaints, requests]).toEqual([[], []]);
    expect(await ask(tab, `document.querySelectorAll('script').length`)).toBe(1);
    expect(
      await ask(tab, `document.querySelectorAll('img, iframe, base, math, a:not([href^="#"])').length`),
    ).toBe(0);
    expect(await ask(tab, `document.body.textContent.includes('<img src=x onerror="window.hit=1">')`)).toBe(
      true,
    );
  });

  it('is held by its policy: what would get past the escaping does not run and does not load', async () => {
    const path = join(folder, 'injected.html');
    const injected =
      '<script>window.hit=1</script><img src="https://evil.example/x.png" onerror="window.hit=1"><iframe src="https://evil.example/"></iframe>';
    writeFileSync(path, htmlReport(pageWith()).replace('<main', `${injected}<main`));
    const { page: tab, complaints } = await browser.open(pathToFileURL(path).href);
    expect(await ask(tab, 'window.hit')).toBeUndefined();
    expect(complaints.filter((one) => /Content Security Policy/.test(one)).length).toBeGreaterThanOrEqual(3);
  });

  it('is dark on a dark system and light on a light one, and can be read on both', async () => {
    const { page: tab } = await open(fullPage());
    const backs: number[] = [];
    for (const value of ['light', 'dark']) {
      await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
      // Contrast as WCAG 2 has it, of all words against what is behind them.
      const { back, worst } = await ask<{ back: number; worst: [number, string] }>(
        tab,
        `(() => {
          const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
          const parts = (colour) => {
            canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
            return [...canvas.getImageData(0, 0, 1, 1).data];
          };
          const light = ([r, g, b]) => { const f = (c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; return 0.2126 * f(r) + 0.7152 * f(g) + 0.0722 * f(b); };
          const behind = (one) => { for (let at = one; at; at = at.parentElement) { const c = parts(getComputedStyle(at).backgroundColor); if (c[3] > 128) return light(c); } return light(parts(getComputedStyle(document.body).backgroundColor)); };
          let worst = [99, ''];
          for (const one of document.querySelectorAll('body *')) {
            if (![...one.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim())) continue;
            if (['SCRIPT', 'STYLE', 'TITLE', 'title'].includes(one.tagName)) continue;
            const style = getComputedStyle(one);
            const [a, b] = [light(parts(one.closest('svg') ? style.fill : style.color)), behind(one)];
            const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
            if (ratio < worst[0]) worst = [ratio, one.tagName + ' ' + one.textContent.trim().slice(0, 30)];
          }
          return { back: light(parts(getComputedStyle(document.body).backgroundColor)), worst };
        })()`,
      );
      backs.push(back);
      expect(worst[0], `${value}: ${worst[1]}`).toBeGreaterThanOrEqual(4.5);
    }
    expect(backs[0]).toBeGreaterThan(0.9);
    expect(backs[1]).toBeLessThan(0.05);
  });

  it('can be read by keyboard alone: every fold, every frame that scrolls, every heading that sorts', async () => {
    const { page: tab } = await open(fullPage(), phone);
    const wanted = await ask<number>(tab, `document.querySelectorAll('summary').length`);
    const stops = await tabbed(tab);
    expect(stops[0]).toMatchObject({ tag: 'a', words: 'Skip to the report' });
    expect(stops.filter(({ tag }) => tag === 'summary')).toHaveLength(wanted);
    expect(stops.some(({ words }) => words === 'accuracy')).toBe(true);
    expect(stops.filter(({ tag }) => tag === 'div').map(({ words }) => words)).toContain('Each pod');
    for (const { outline, left, words } of stops) {
      expect(outline, words).toMatch(/^(?:solid|auto) [1-9]/);
      expect(left, words).toBeGreaterThanOrEqual(0);
    }
  });

  it('opens a fold and sorts a table by keyboard', async () => {
    const { page: tab } = await open(fullPage());
    await ask(tab, `document.querySelector('#logs').parentElement.querySelector('summary').focus()`);
    await tab.keyboard.press('Enter');
    expect(
      await ask(tab, `document.querySelector('#logs').parentElement.querySelector('details').open`),
    ).toBe(true);
    const column = (index: number) =>
      ask(
        tab,
        `[...document.querySelector('table.sortable').tBodies[0].rows].map((row) => row.cells[${index}].textContent)`,
      );
    const press = async (index: number) => {
      await ask(tab, `document.querySelectorAll('table.sortable th button')[${index}].focus()`);
      await tab.keyboard.press('Enter');
      return await ask(
        tab,
        `document.querySelectorAll('table.sortable th')[${index}].getAttribute('aria-sort')`,
      );
    };
    expect(await column(2)).toEqual(['16', '2', '8', '4']);
    expect(await press(2)).toBe('ascending');
    expect(await column(2)).toEqual(['2', '4', '8', '16']);
    expect(await press(3)).toBe('ascending');
    expect(await column(3)).toEqual(['9', '10', '80', '–']);
    expect(await press(3)).toBe('descending');
    expect(await column(3)).toEqual(['80', '10', '9', '–']);
    expect(await ask(tab, `document.querySelectorAll('th[aria-sort]').length`)).toBe(1);
  });

  it('says to a reader that hears it what a drawing shows', async () => {
    const { page: tab } = await open(fullPage());
    const tree = await tab.accessibility.snapshot({ interestingOnly: false });
    const text = JSON.stringify(tree);
    expect(text).toContain('accuracy of 3 cells by sigma; chosen is /train:1 with 80');
    expect(text).toContain('loss of 2 commands by epoch or step, from 0.05 to 1');
    const levels = await ask<number[]>(
      tab,
      `[...document.querySelectorAll('h1,h2,h3')].map((one) => Number(one.tagName[1]))`,
    );
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [index, level] of levels.entries())
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    expect(
      await ask(
        tab,
        `[...document.querySelectorAll('table')].filter((one) => !one.caption?.textContent).length`,
      ),
    ).toBe(0);
    const ids = await ask<string[]>(tab, `[...document.querySelectorAll('[id]')].map((one) => one.id)`);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has its drawings within their frames', async () => {
    const { page: tab } = await open(fullPage(), phone);
    const outside = await ask<string[]>(
      tab,
      `[...document.querySelectorAll('svg.chart')].flatMap((svg) => {
        const frame = svg.getBoundingClientRect();
        return [...svg.querySelectorAll('rect, polyline, text, line')].filter((one) => {
          const box = one.getBoundingClientRect();
          return box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
        }).map((one) => one.outerHTML.slice(0, 200));
      })`,
    );
    expect(outside).toEqual([]);
  });

  it('shows on paper what is folded', async () => {
    const { page: tab } = await open(fullPage());
    const isShown = () =>
      ask<boolean>(tab, `document.querySelector('details:not([open]) pre').checkVisibility()`);
    expect(await isShown()).toBe(false);
    await tab.emulateMediaType('print');
    expect(await isShown()).toBe(true);
  });

  it('is all there without scripts', async () => {
    const { page: tab } = await open(fullPage());
    await tab.setJavaScriptEnabled(false);
    await tab.reload();
    const texts = await tab.$eval('body', (body) => body.textContent ?? '');
    for (const words of ['Learning curves', 'Each pod', 'boom', 'best-acc>0.90'])
      expect(texts).toContain(words);
  });
});
