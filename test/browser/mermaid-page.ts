/** The Mermaid that GitHub draws with, in a real browser and with GitHub's settings. */
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';

const script = createRequire(import.meta.url).resolve('mermaid/dist/mermaid.min.js');

export interface Drawn {
  /** Why there is no drawing; what GitHub shows in a red box. */
  readonly error?: string;
  /** Texts of boxes, frames, arrows and axes, as a reader sees them, without blanks. */
  readonly texts: readonly string[];
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

export async function loadMermaid(page: Page): Promise<void> {
  await page.addScriptTag({ path: script });
  await page.evaluate(`mermaid.initialize({
    startOnLoad: false, securityLevel: 'strict', maxTextSize: 50000, maxEdges: 500, theme: 'default',
  })`);
}

/** Draws each as GitHub would; leaves the drawing in the page. */
export async function draw(page: Page, diagrams: readonly string[]): Promise<Drawn[]> {
  const drawn: Drawn[] = [];
  for (const [index, text] of diagrams.entries())
    drawn.push((await page.evaluate(drawOne, text, `diagram${index}`)) as Drawn);
  return drawn;
}

/** Runs in the page. */
async function drawOne(text: string, id: string): Promise<Drawn> {
  const { mermaid, document } = globalThis as unknown as InPage;
  const squeezed = (words: string | null) => (words ?? '').replace(/\s+/g, '');
  try {
    await mermaid.parse(text);
    const { svg } = await mermaid.render(id, text);
    const place = document.createElement('div');
    place.innerHTML = svg;
    document.body.replaceChildren(place);
    const picture = place.querySelector('svg');
    if (!picture) return { error: 'no picture', texts: [], width: 0, height: 0 };
    if (
      picture.getAttribute('aria-roledescription') === 'error' ||
      /Syntax error|Maximum text size|Too many edges|Unsupported markdown/.test(svg)
    )
      return { error: `drawn as an error: ${picture.textContent}`, texts: [], width: 0, height: 0 };
    if (/["' ,](?:NaN|-?Infinity)\b/.test(svg.replace(/>[^<]*</g, '><')))
      return { error: 'a length that is no number', texts: [], width: 0, height: 0 };
    const all = [...place.querySelectorAll('.nodeLabel, .edgeLabel, .cluster-label, text')];
    const box = picture.getBoundingClientRect();
    return { texts: all.map((one) => squeezed(one.textContent)), width: box.width, height: box.height };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error), texts: [], width: 0, height: 0 };
  }
}

interface Element {
  innerHTML: string;
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
  getBoundingClientRect(): { readonly width: number; readonly height: number };
}

/** What of a page the function above uses; the tests have no types of a browser. */
interface InPage {
  readonly mermaid: {
    parse(text: string): Promise<unknown>;
    render(id: string, text: string): Promise<{ readonly svg: string }>;
  };
  readonly document: {
    createElement(name: string): Element;
    readonly body: { replaceChildren(element: Element): void };
  };
}
