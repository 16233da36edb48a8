/** A real Chromium without a window, for tests of what people look at. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { afterAll, beforeAll } from 'vitest';

const chromium = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/snap/bin']
  .flatMap((folder) => ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name)))
  .find((file) => existsSync(file));

export const hasChromium = chromium !== undefined;
if (!hasChromium)
  console.log('left out: tests of what a browser shows; `apt-get install chromium` lets them run');

export interface OpenPage {
  readonly page: Page;
  /** What the page complained about: errors of scripts, and lines of its console that are errors or warnings. */
  readonly complaints: string[];
  /** Addresses it asked for, but the page's own. */
  readonly requests: string[];
}

/** One browser for a test file. Call inside `describe`. */
export function browserForTests(): {
  readonly open: (
    address: string,
    size?: { readonly width: number; readonly height: number },
  ) => Promise<OpenPage>;
} {
  let browser: Browser | undefined;
  beforeAll(async () => {
    if (chromium === undefined) return;
    // Nothing of its own on the network; containers have neither a sandbox nor much shared memory.
    browser = await launch({
      executablePath: chromium,
      headless: true,
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--disable-background-networking'],
    });
  });
  afterAll(async () => browser?.close());
  return {
    open: async (address, size = { width: 1200, height: 900 }) => {
      if (!browser) throw new Error('the browser has not started');
      const page = await browser.newPage();
      await page.setViewport({ ...size, deviceScaleFactor: 1 });
      const complaints: string[] = [];
      const requests: string[] = [];
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (line) => {
        if (line.type() === 'error' || line.type() === 'warn') complaints.push(line.text());
      });
      page.on('request', (request) => {
        if (request.url() !== address && !request.url().startsWith('data:')) requests.push(request.url());
      });
      await page.goto(address, { waitUntil: 'load' });
      return { page, complaints, requests };
    },
  };
}
