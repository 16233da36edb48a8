/** The page of a run: what it says, what it leaves out, and that its size is bounded. How it looks: `test/browser`. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { curveFigures } from '../../src/reports/html/curves.ts';
import { htmlReport, type Page } from '../../src/reports/html/page.ts';
import { stepsHtml } from '../../src/reports/html/steps.ts';
import { text } from '../../src/reports/html/text.ts';
import { at, attacks, curve, hostilePage, logOf, pageWith, reportWith, stepOf } from './html-rig.ts';
import { sweepWith } from './mermaid-rig.ts';

const never = () => {
  throw new Error('nothing is left out');
};
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff]/u;
/** The words of the page, without its style and script. */
const wordsOf = (html: string) =>
  html
    .replace(/<(style|script)>[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
const page = (more: Partial<Page> = {}) => htmlReport(pageWith(more));

describe('the page', () => {
  it('says the verdict first, then what led to it', () => {
    const html = page({
      report: reportWith({
        gates: [
          {
            id: '1',
            node: '1' as never,
            text: 'acc>0.9',
            outcome: 'met',
            sum: 'acc 0.95 > 0.9',
            percent: '95 %',
            samples: 600,
            from: '/evaluate',
          },
        ],
      }),
      context: { sha: 'a'.repeat(40), requested_by: 'ada' },
    });
    const words = wordsOf(html);
    expect(words).toContain('✓ passed : sweep gate met: accuracy 0.95 &gt; 0.9');
    expect(words).toContain('✓ met acc&gt;0.9 acc 0.95 &gt; 0.9 (95 %) from /evaluate ; n = 600');
    expect(words).toContain('commit aaaaaaaaaaaa');
    expect(words).toContain('asked for by ada');
    expect(html).toContain('<title>sweep: passed</title>');
  });

  it('has no heading for what the run has not', () => {
    const html = page();
    expect([...html.matchAll(/<h2 id="(\w+)"/g)].map(([, id]) => id)).toEqual(['chain']);
    expect([...html.matchAll(/href="#(\w+)"/g)].map(([, id]) => id)).toEqual(['content', 'chain']);
    expect(html).not.toContain('Left out');
  });

  it('lets nothing in: its policy allows its own style and the one script that it has', () => {
    const html = page();
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
    const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script]) => script ?? '');
    expect(scripts).toHaveLength(1);
    const hash = createHash('sha256')
      .update(scripts[0] ?? '')
      .digest('base64');
    expect(policy).toBe(
      `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`,
    );
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<style>'));
    expect(html).not.toMatch(/(?:src|href)="(?!#|data:,")/);
  });

  it('has no element, attribute or sign that came from a text of others', () => {
    const html = htmlReport(hostilePage());
    const own = htmlReport(pageWith({ report: reportWith() }));
    expect(html.match(/<script/g)).toHaveLength(own.match(/<script/g)?.length ?? 0);
    expect(html).not.toMatch(/<(?:img|iframe|base|math|a href="(?!#))/i);
    expect(html.match(/<(?:style|meta|link|title>s)/g)).toEqual(
      own.replace(/<title>s/, '').match(/<(?:style|meta|link)/g),
    );
    expect(html.replace(/"[^"]*"/g, '""').match(/<[a-z][^>]*\son\w+=/gi)).toBeNull();
    expect(controls.exec(html)).toBeNull();
    for (const one of attacks) expect(html).toContain(text(one));
  });

  it.each([
    ['a curve', { curves: [curve('/train')] }, 'Learning curves'],
    ['a log', { logs: [logOf('/train', ['a', 'b'])] }, 'All of units/train/ml.log'],
    ['the end of a log', { logs: [logOf('/train', ['a', 'b'], { before: 10 })] }, 'The last 2 lines of'],
    ['parameters', { parameters: { epochs: '25' } }, 'epochs 25'],
    [
      'a run that goes on',
      { report: reportWith({ decision: undefined as never, reason: 'running /a' }) },
      'running : sweep',
    ],
    [
      'a run that waits',
      { report: reportWith({ waiting_for: ['production'] }) },
      'Waits for approval of production',
    ],
    ['what could not be read', { lost: ['the log of `/a`'] }, 'the log of /a'],
  ] as [string, Partial<Page>, string][])('shows %s', (_name, more, words) =>
    expect(wordsOf(page(more))).toContain(words),
  );

  it('compares with another run: parameters, chain, and what both have measured', () => {
    const metric = (value: number, name = 'accuracy') => ({
      step: '/evaluate',
      metric: name,
      value,
      unit: 'fraction' as const,
    });
    const html = page({
      report: reportWith({ metrics: [metric(0.95), metric(600, 'n'), metric(1, 'new')] }),
      parameters: { epochs: '25', seed: '7', fresh: 'yes' },
      compared: {
        report: reportWith({ run: 'earlier', decision: 'failed', metrics: [metric(0.9), metric(600, 'n')] }),
        parameters: { epochs: '12', seed: '7', gone: '1' },
        differences: ['`/b` inserted behind `/a`'],
      },
    });
    const words = wordsOf(html);
    expect(words).toContain('With earlier : failed');
    expect(words).toContain('/b inserted behind /a');
    expect(words).toContain('epochs 12 25 gone 1 – fresh – yes');
    expect(words).toContain('but 1 that did not change');
    expect(words).toContain('/evaluate accuracy 0.9 0.95 +0.05');
  });

  it('says that nothing differs', () => {
    const compared = { report: reportWith(), parameters: {}, differences: [] };
    expect(wordsOf(page({ compared }))).toContain('The chain, its commands and its parameters are the same.');
  });

  it('says loudly that pods are left', () => {
    const pod = {
      name: 'mlw-x',
      target: 'pod',
      scope: 'the run',
      offer: 'A40',
      status: 'unproven',
      seconds: 3,
      price: 0.4,
      dollars: 0.1,
    } as const;
    const words = wordsOf(page({ report: reportWith({ pods: [pod], money: { quoted: 0.1, spent: 0.1 } }) }));
    expect(words).toContain('mlw-x may still run and cost $0.40/h');
    expect(words).toContain('ml-workflow reap --run');
  });
});

describe('the chain', () => {
  it('is a list in lists, each opened and closed', () => {
    const depths = [0, 1, 2, 2, 1, 0, 3, 30, 0];
    const html = stepsHtml(
      depths.map((depth, index) => stepOf({ depth, title: `/${index}` })),
      never,
    );
    const open: string[] = [];
    for (const [, slash, name = ''] of html.matchAll(/<(\/?)(ol|li)\b/g)) {
      if (slash === '') {
        if (name === 'ol' && open.length > 0) expect(open.at(-1)).toBe('li');
        if (name === 'li') expect(open.at(-1)).toBe('ol');
        open.push(name);
      } else expect(open.pop()).toBe(name);
    }
    expect(open).toEqual([]);
    expect(html.match(/<li>/g)).toHaveLength(depths.length);
  });

  it('of 10,000 steps shows 2,000, and says so', () => {
    const said: string[] = [];
    const html = stepsHtml(
      Array.from({ length: 10_000 }, () => stepOf({})),
      (what) => said.push(what),
    );
    expect(html.match(/<li>/g)).toHaveLength(2_000);
    expect(said).toEqual(['8000 of 10000 steps are not listed']);
  });
});

describe('a learning curve', () => {
  it('keeps its peaks when it is thinned out', () => {
    const places = Array.from({ length: 50_000 }, (_, index) => [index, index === 31_337 ? 100 : 1] as const);
    const html = curveFigures([{ title: '/train', best: false, series: new Map([['loss', places]]) }], never);
    expect(html).toContain('from 1 to 100');
    const [, points = ''] = /points="([^"]*)"/.exec(html) ?? [];
    expect(points.split(' ').length).toBeLessThan(300);
    expect(Math.min(...points.split(' ').map((one) => Number(one.split(',')[1])))).toBeLessThan(50);
  });

  it('is not drawn of one epoch', () => expect(curveFigures([curve('/train', 1)], never)).toBe(''));

  it('draws the chosen one whatever is left out, and says what is', () => {
    const said: string[] = [];
    const many = Array.from({ length: 100 }, (_, index) =>
      curve(`/train:${index}`, 3, { best: index === 99 }),
    );
    expect(curveFigures(many, (what) => said.push(what))).toContain('★ <code>/train:99</code>');
    expect(said).toEqual(['learning curves of 36 of 100 commands are not drawn']);
  });

  it.each([
    ['equal', [1, 1, 1]],
    ['the largest', [Number.MAX_VALUE, -Number.MAX_VALUE]],
    ['the least', [Number.MIN_VALUE, 2 * Number.MIN_VALUE]],
    ['nearly equal', [1, 1 + Number.EPSILON]],
    ['zero', [0, 0]],
  ])('has only places that are numbers: %s', (_name, values) => {
    const series = new Map([['x', values.map((value, index) => [index, value] as const)]]);
    const html = curveFigures([{ title: '/train', best: false, series }], never);
    expect(html).toContain('<polyline');
    expect(html).not.toMatch(/NaN|Infinity/);
  });
});

describe('the size', () => {
  const large = (): Page =>
    pageWith({
      report: reportWith({
        steps: Array.from({ length: 20_000 }, () =>
          stepOf({ title: `/${'x'.repeat(300)}`, note: 'y'.repeat(5_000) }),
        ),
        sweeps: [
          sweepWith(
            Array.from({ length: 5_000 }, (_, index) => index),
            { best: 4_999 },
          ),
        ],
        failures: Array.from({ length: 500 }, () => ({
          ...{
            node: '1' as never,
            title: '/a',
            class: 'exit-1',
            message: 'no '.repeat(1_000),
            tail: Array<string>(20).fill('z'.repeat(1_000)),
          },
        })),
      }),
      logs: Array.from({ length: 300 }, (_, index) =>
        logOf(`/a${index}`, Array<string>(200).fill('&'.repeat(5_000))),
      ),
      curves: Array.from({ length: 300 }, (_, index) => curve(`/a${index}`, 5_000)),
    });

  it('stays below 5 MB whatever the run has printed, and says what is left out', () => {
    const html = htmlReport(large());
    expect(Buffer.byteLength(html)).toBeLessThan(5 * 1024 * 1024);
    const words = wordsOf(html);
    expect(words).toContain('Left out of this file:');
    expect(words).toContain('logs; they are in the folder of the run');
    expect(words).toContain('18000 of 20000 steps are not listed');
    expect(words).toContain('4000 of 5000 cells');
    expect(html).toContain('★');
  });

  it('keeps the end of each log where there is room for some', () => {
    const logs = [
      logOf(
        '/a',
        Array.from({ length: 200 }, (_, index) => `${index} ${'x'.repeat(500)}`),
      ),
    ];
    const html = page({ logs, limit: 100_000 });
    expect(wordsOf(html)).toContain('The last 40 lines of');
    expect(html).toContain('199 xxx');
  });

  it('is that of a letter for an ordinary run', () => {
    expect(
      Buffer.byteLength(page({ curves: [curve('/train', 40)], logs: [logOf('/train', [at])] })),
    ).toBeLessThan(30_000);
  });
});
