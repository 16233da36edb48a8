export const id = 708;
export const ids = [708];
export const modules = {

/***/ 60708:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  report: () => (/* binding */ report_report)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(46193);
// EXTERNAL MODULE: ./build/drivers/differences.js
var differences = __webpack_require__(6412);
// EXTERNAL MODULE: ./build/drivers/journal-file.js
var journal_file = __webpack_require__(78894);
// EXTERNAL MODULE: ./build/drivers/run-folder.js
var run_folder = __webpack_require__(6434);
// EXTERNAL MODULE: ./build/ports.js
var ports = __webpack_require__(14788);
// EXTERNAL MODULE: ./build/engine/evaluate.js
var evaluate = __webpack_require__(62516);
// EXTERNAL MODULE: ./build/reports/percent.js
var percent = __webpack_require__(86373);
// EXTERNAL MODULE: ./build/reports/pods.js
var pods = __webpack_require__(67694);
// EXTERNAL MODULE: ./build/reports/words.js
var words = __webpack_require__(68013);
// EXTERNAL MODULE: ./build/engine/plain-text.js
var plain_text = __webpack_require__(76879);
;// CONCATENATED MODULE: ./build/reports/html/text.js
/** Text of other people in HTML: shown as it is, unable to be markup, to end an attribute or to turn the line around. */

const entities = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
    '`': '&#96;',
};
/** Half a pair is no character, and no file in UTF-8 can hold it. */
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** For the content of an element and for an attribute in quotes. Not for a script, a style or an address. */
function text_text(words) {
    return (0,plain_text/* plainText */.w)(words)
        .replace(loneSurrogate, '\ufffd')
        .replace(/[&<>"'`]/g, (sign) => entities[sign] ?? '');
}
/** A name or a command, which may be broken anywhere. */
function code(words) {
    return `<code>${text_text(words)}</code>`;
}
/** A sentence of ours, in which names stand in backticks. */
function sentence(words) {
    const pieces = (0,plain_text/* plainText */.w)(words).split('`');
    if (pieces.length % 2 === 0)
        return text_text(words);
    return pieces.map((piece, index) => (index % 2 === 0 ? text_text(piece) : code(piece))).join('');
}
/** A table in a frame that scrolls by itself, so that the page does not. `caption`: words. */
function table(caption, columns, rows, isSortable = false) {
    const kind = (index) => {
        const { isNumber, isWide } = columns[index] ?? {};
        return isNumber ? ' class="number"' : isWide ? ' class="wide"' : '';
    };
    const head = columns
        .map(({ name }, index) => `<th scope="col"${kind(index)}>${name === '' ? '<span class="unseen">state</span>' : text_text(name)}</th>`)
        .join('');
    const body = rows.map(({ cells, className }) => {
        const tds = cells.map(({ html, value }, index) => {
            const by = value === undefined ? '' : ` data-value="${value}"`;
            return `<td${kind(index)}${by}>${html}</td>`;
        });
        return `<tr${className === undefined ? '' : ` class="${className}"`}>${tds.join('')}</tr>`;
    });
    return [
        `<div class="scroll" tabindex="0" role="region" aria-label="${text_text(caption)}">`,
        `<table${isSortable ? ' class="sortable"' : ''}><caption>${text_text(caption)}</caption>`,
        `<thead><tr>${head}</tr></thead>`,
        `<tbody>\n${body.join('\n')}\n</tbody></table></div>`,
    ].join('\n');
}
/** `summary` and `body` are markup of ours. */
function fold(summary, body, isOpen = false) {
    return `<details${isOpen ? ' open' : ''}><summary>${summary}</summary>\n${body}\n</details>`;
}
/** Lines as they were printed, in a frame that scrolls by itself. */
function log(lines, label) {
    return `<pre tabindex="0" role="region" aria-label="${text_text(label)}">${lines.map(text_text).join('\n')}</pre>`;
}

;// CONCATENATED MODULE: ./build/reports/html/comparison.js
/** What differs between this run and another one: configuration first, then what it came to. */



const mostRows = 200;
const mostDifferences = 50;
/** Undefined keys of either side read as `–`. */
function comparisonHtml(now, parameters, { report: before, parameters: earlier, differences }, left) {
    const names = [...new Set([...Object.keys(earlier), ...Object.keys(parameters)])];
    const changed = names.filter((name) => earlier[name] !== parameters[name]);
    const told = differences.slice(0, mostDifferences);
    if (differences.length > told.length)
        left(`${differences.length - told.length} more differences between the runs are not listed`);
    const { rows: measured, same } = measuredRows(now, before);
    if (measured.length > mostRows)
        left(`${measured.length - mostRows} more metrics are not compared`);
    const verdict = before.decision === undefined ? 'goes on' : (0,words/* verdictWords */.L2)(before.decision, before.reason_code);
    return [
        `<p>With ${code(before.run)}: ${text_text(verdict)}, ${(0,words/* duration */.p0)(before.seconds)}.</p>`,
        changed.length === 0 && told.length === 0
            ? '<p>The chain, its commands and its parameters are the same.</p>'
            : '',
        told.length === 0 ? '' : `<ul>${told.map((one) => `<li>${sentence(one)}</li>`).join('\n')}</ul>`,
        changed.length === 0
            ? ''
            : table('Parameters that differ', [{ name: 'parameter' }, { name: 'before' }, { name: 'now' }], changed.slice(0, mostRows).map((name) => ({
                cells: [name, earlier[name], parameters[name]].map((one) => ({
                    html: one === undefined ? '–' : code(one),
                })),
            }))),
        measured.length === 0
            ? ''
            : table(`What both have measured${same > 0 ? `, but ${same} that did not change` : ''}`, [
                { name: 'command' },
                { name: 'metric' },
                { name: 'before', isNumber: true },
                { name: 'now', isNumber: true },
                { name: 'change', isNumber: true },
            ], measured.slice(0, mostRows)),
    ]
        .filter((part) => part !== '')
        .join('\n');
}
function measuredRows(now, before) {
    let same = 0;
    const earlier = new Map(measurements(before).map(({ step, metric, value }) => [`${step}\n${metric}`, value]));
    const rows = measurements(now).flatMap(({ step, metric, value }) => {
        const was = earlier.get(`${step}\n${metric}`);
        if (was === undefined)
            return [];
        const change = value - was;
        if (change === 0) {
            same += 1;
            return [];
        }
        const words = `${change > 0 ? '+' : '−'}${(0,evaluate/* shortNumber */.In)(Math.abs(change))}`;
        const cells = [code(step), code(metric), (0,evaluate/* shortNumber */.In)(was), (0,evaluate/* shortNumber */.In)(value), words];
        return [{ cells: cells.map((html) => ({ html })) }];
    });
    return { rows, same };
}
function measurements({ metrics, sweeps }) {
    return [
        ...sweeps.flatMap((sweep) => sweep.rows.flatMap(({ title, values }) => values.flatMap((value, index) => value === null ? [] : [{ step: title, metric: sweep.metrics[index] ?? '', value }]))),
        ...metrics,
    ];
}

;// CONCATENATED MODULE: ./build/reports/html/scale.js
/** Values → places in a chart, and the round numbers beside it. */

/** Of the drawing; the words beside it need the room on the left and below. */
const scale_frame = { width: 400, height: 220, left: 52, right: 10, top: 8, bottom: 40 };
/** From bottom to top. All finite. */
function upwards(values) {
    const [low, high] = rangeOf(values);
    const length = scale_frame.height - scale_frame.top - scale_frame.bottom;
    return {
        at: (value) => rounded(scale_frame.height - scale_frame.bottom - shareOf(value, low, high) * length),
        ticks: ticksIn(low, high),
    };
}
/** From left to right, to the very ends. */
function rightwards(values) {
    let [low, high] = [least(values), greatest(values)];
    if (low === high)
        [low, high] = [low - 1, high + 1];
    const length = scale_frame.width - scale_frame.left - scale_frame.right;
    return {
        at: (value) => rounded(scale_frame.left + shareOf(value, low, high) * length),
        ticks: ticksIn(low, high),
    };
}
/** Halved first: the difference of the two largest numbers is none. */
function shareOf(value, low, high) {
    return (value / 2 - low / 2) / (high / 2 - low / 2);
}
function rangeOf(values) {
    const [low, high] = [least(values), greatest(values)];
    const room = (high / 2 - low / 2) * 0.1 || Math.abs(high) * 0.1 || 1;
    const limit = (value) => Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, value));
    return [low >= 0 ? Math.max(0, low - room) : limit(low - room), limit(high + room)];
}
function ticksIn(low, high) {
    const rough = high / 8 - low / 8;
    const power = 10 ** Math.floor(Math.log10(rough));
    // What is smaller than any power of ten has no round numbers.
    if (!(power > 0) || !Number.isFinite(power))
        return [low, high].map((value) => ({ value, label: (0,evaluate/* shortNumber */.In)(value) }));
    const step = ([1, 2, 5, 10].find((one) => one * power >= rough) ?? 10) * power;
    const ticks = [];
    for (let count = Math.ceil(low / step); count * step <= high && ticks.length < 12; count += 1) {
        const value = Number((count * step).toPrecision(12));
        ticks.push({ value, label: (0,evaluate/* shortNumber */.In)(value) });
    }
    return ticks;
}
/** Not `Math.min(...)`: a long curve has more values than a call takes arguments. */
function least(values) {
    return values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
}
function greatest(values) {
    return values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
}
function rounded(place) {
    return Math.round(place * 10) / 10;
}

;// CONCATENATED MODULE: ./build/reports/html/curves.js
/** What trainings have printed epoch by epoch, as drawings: one for each metric, one line for each command. */



const mostMetrics = 8;
const mostLines = 64;
const mostPlaces = 240;
const colours = 8;
const dashes = 3;
/** Empty when there is none of two epochs. `left` takes what is not drawn, as a sentence. */
function curveFigures(curves, left) {
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
function figure(metric, curves, name) {
    const lines = curves.flatMap((curve, index) => {
        const places = thinned(curve.series.get(metric) ?? []);
        return places.length < 2 ? [] : [{ curve, places, look: lookOf(index) }];
    });
    if (lines.length === 0)
        return '';
    const all = lines.flatMap(({ places }) => places);
    const x = rightwards(all.map(([done]) => done));
    const y = upwards(all.map(([, value]) => value));
    const bottom = scale_frame.height - scale_frame.bottom;
    const grid = y.ticks.map(({ value, label }) => `<line class="grid" x1="${scale_frame.left}" x2="${scale_frame.width - scale_frame.right}" y1="${y.at(value)}" y2="${y.at(value)}"/><text x="${scale_frame.left - 4}" y="${y.at(value) + 4}" text-anchor="end">${text_text(label)}</text>`);
    const below = x.ticks.map(({ value, label }) => `<text x="${x.at(value)}" y="${bottom + 15}" text-anchor="middle">${text_text(label)}</text>`);
    const paths = lines.map(({ curve, places, look }) => {
        const points = places.map(([done, value]) => `${x.at(done)},${y.at(value)}`).join(' ');
        return `<polyline class="curve ${look}" points="${points}"><title>${text_text(curve.title)}</title></polyline>`;
    });
    const keys = lines.map(({ curve, places, look }) => {
        const [, last] = places.at(-1) ?? [0, 0];
        const swatch = `<svg class="swatch" viewBox="0 0 24 8" aria-hidden="true"><line class="${look}" x1="0" x2="24" y1="4" y2="4" stroke-width="3"/></svg>`;
        return `<li>${swatch}${curve.best ? '★ ' : ''}${code(curve.title)} ${text_text((0,evaluate/* shortNumber */.In)(last))}</li>`;
    });
    const values = all.map(([, value]) => value);
    const spoken = `${metric} of ${lines.length} ${lines.length === 1 ? 'command' : 'commands'} by epoch or step, from ${(0,evaluate/* shortNumber */.In)(least(values))} to ${(0,evaluate/* shortNumber */.In)(greatest(values))}`;
    return [
        `<figure><h3>${code(metric)}</h3>`,
        `<svg class="chart" viewBox="0 0 ${scale_frame.width} ${scale_frame.height}" role="img" aria-labelledby="${name}"><title id="${name}">${text_text(spoken)}</title>`,
        ...grid,
        ...below,
        ...paths,
        `<text x="${(scale_frame.left + scale_frame.width - scale_frame.right) / 2}" y="${scale_frame.height - 4}" text-anchor="middle">epoch or step</text>`,
        `</svg><figcaption>With the last value of each.<ul class="legend">${keys.join('\n')}</ul></figcaption></figure>`,
    ].join('\n');
}
function lookOf(index) {
    const dash = Math.floor(index / colours) % dashes;
    return `k${index % colours}${dash === 0 ? '' : ` d${dash}`}`;
}
/** Of each stretch its lowest and its highest place, so that no peak is lost. */
function thinned(places) {
    if (places.length <= mostPlaces)
        return places;
    const size = Math.ceil(places.length / (mostPlaces / 2 - 1));
    const kept = [];
    for (let from = 0; from < places.length; from += size) {
        const stretch = places.slice(from, from + size);
        const [first] = stretch;
        if (!first)
            continue;
        const low = stretch.reduce((a, b) => (b[1] < a[1] ? b : a), first);
        const high = stretch.reduce((a, b) => (b[1] > a[1] ? b : a), first);
        kept.push(...(low === high ? [low] : low[0] <= high[0] ? [low, high] : [high, low]));
    }
    const last = places.at(-1);
    if (last && kept.at(-1) !== last)
        kept.push(last);
    return kept;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/reports/html/sort-script.js
/** The only script of the page: a table's headings become buttons that sort it. Without it all else works. */

const sortScript = `
for (const table of document.querySelectorAll('table.sortable')) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const down = head.getAttribute('aria-sort') === 'ascending';
      for (const other of heads) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      const of = (row) => row.cells[column];
      const compare = (a, b) => {
        const [x, y] = [of(a).dataset.value, of(b).dataset.value];
        if (x === undefined || y === undefined)
          return x === y ? of(a).textContent.localeCompare(of(b).textContent, 'en', { numeric: true }) : 0;
        return x - y;
      };
      const [body] = table.tBodies;
      // What was not measured stays below, whichever way.
      const missing = (row) => of(row).textContent === '\\u2013';
      const rows = [...body.rows];
      const measured = rows.filter((row) => !missing(row)).sort((a, b) => (down ? compare(b, a) : compare(a, b)));
      body.append(...measured, ...rows.filter(missing));
    });
  });
}
`;
/** For the page's policy: no other script may run. */
const sortScriptHash = `sha256-${(0,external_node_crypto_.createHash)('sha256').update(sortScript).digest('base64')}`;

;// CONCATENATED MODULE: ./build/reports/html/steps.js


const mostSteps = 2_000;
const longestNote = 300;
/** Deeper than this nothing is moved to the right any more: a phone has no room for it. */
const deepest = 12;
const statusWords = {
    waiting: 'waiting',
    running: 'running',
    succeeded: 'succeeded',
    failed: 'failed',
    handled: 'failed, handled',
    stopped: 'stopped',
    'not-met': 'not met',
    skipped: 'skipped',
};
const sideBySide = new Set(['parallel', 'fork']);
function stepsHtml(steps, left) {
    const shown = steps.slice(0, mostSteps);
    if (steps.length > shown.length)
        left(`${steps.length - shown.length} of ${steps.length} steps are not listed`);
    const html = ['<ol class="steps">'];
    let depth = 0;
    let isOpen = false;
    let kind;
    for (const step of shown) {
        const wanted = Math.min(step.depth, deepest, depth + (isOpen ? 1 : 0));
        if (wanted > depth)
            html.push(kind !== undefined && sideBySide.has(kind) ? '<ol class="side">' : '<ol>');
        else if (isOpen)
            html.push('</li>');
        for (; depth > wanted; depth -= 1)
            html.push('</ol></li>');
        depth = wanted;
        html.push(`<li>${box(step)}`);
        isOpen = true;
        kind = step.kind;
    }
    if (isOpen)
        html.push('</li>');
    for (; depth > 0; depth -= 1)
        html.push('</ol></li>');
    return `${html.join('\n')}</ol>`;
}
function box({ title, status, seconds, note }) {
    const time = seconds === undefined || status === 'skipped' ? '' : ` <small>${(0,words/* duration */.p0)(seconds)}</small>`;
    const short = note !== undefined && note.length > longestNote ? `${note.slice(0, longestNote - 1)}…` : note;
    const more = short === undefined || status === 'skipped' ? '' : ` <small>${text_text(short)}</small>`;
    const sign = `<span class="sign" aria-hidden="true">${words/* statusSigns */.rq[status]}</span><span class="unseen">${statusWords[status]}: </span>`;
    return `<span class="step ${status}">${sign} ${text_text(title)}${time}${more}</span>`;
}

;// CONCATENATED MODULE: ./build/reports/html/style.js
/** How the page looks: by a light and by a dark system, on a phone, on paper. */
const style = `
:root{color-scheme:light dark;--back:#fff;--raised:#f6f8fa;--text:#1f2328;--quiet:#59636e;--line:#d1d9e0;--link:#0969da;
--good:#1a7f37;--bad:#cf222e;--warn:#9a6700;--busy:#0969da;
--c0:#0969da;--c1:#bc4c00;--c2:#1a7f37;--c3:#8250df;--c4:#bf3989;--c5:#7d4e00;--c6:#116e75;--c7:#57606a}
@media (prefers-color-scheme:dark){:root{--back:#0d1117;--raised:#151b23;--text:#f0f6fc;--quiet:#9198a1;--line:#3d444d;
--link:#4493f8;--good:#3fb950;--bad:#f85149;--warn:#d29922;--busy:#4493f8;
--c0:#4493f8;--c1:#f0883e;--c2:#3fb950;--c3:#ab7df8;--c4:#f778ba;--c5:#d29922;--c6:#39c5cf;--c7:#9198a1}}
*{box-sizing:border-box}
body{margin:0;background:var(--back);color:var(--text);font:16px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif;overflow-wrap:anywhere}
main,header,footer,nav{max-width:60rem;margin:0 auto;padding:0 1rem}
header{padding-top:1.5rem}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 .5rem}
h2{font-size:1.2rem;margin:2.5rem 0 .75rem;padding-bottom:.3rem;border-bottom:1px solid var(--line)}
h3{font-size:1rem;margin:1.5rem 0 .5rem}
code,pre{font:.875em/1.45 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
pre{margin:.5rem 0;padding:.75rem;background:var(--raised);border:1px solid var(--line);border-radius:6px;overflow-x:auto;max-height:30rem}
pre.chain{white-space:pre-wrap;max-height:none}
a{color:var(--link)}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-999rem}
.skip:focus{left:1rem;top:1rem;padding:.5rem 1rem;background:var(--back);border:1px solid var(--line);z-index:1}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.reason{font-size:1.1rem;margin:.25rem 0}
.good{color:var(--good)}.bad{color:var(--bad)}.warn{color:var(--warn)}.busy{color:var(--busy)}.quiet{color:var(--quiet)}
.note{margin:.5rem 0;padding:.5rem .75rem;border-left:4px solid var(--warn);background:var(--raised)}
.note.loud{border-color:var(--bad)}
dl.facts{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:.75rem 0}
dl.facts dt{color:var(--quiet)}dl.facts dd{margin:0}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;list-style:none;margin:1rem 0 0;padding:0}
nav a{display:inline-block;padding:.35rem 0}
.scroll{overflow-x:auto;margin:.5rem 0;position:relative}
table{border-collapse:collapse;min-width:100%;font-size:.9rem}
caption{text-align:left;color:var(--quiet);padding:.25rem 0}
th,td{padding:.35rem .6rem;border:1px solid var(--line);text-align:left;vertical-align:top;overflow-wrap:normal}
td{min-width:6rem;max-width:30rem}td.number{min-width:0}td.wide{min-width:14rem}td code{overflow-wrap:break-word}td .state{white-space:nowrap}
th{background:var(--raised);white-space:nowrap}
td.number,th.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
tr.best td{background:color-mix(in srgb,var(--good) 14%,transparent);font-weight:600}
th button{all:inherit;border:0;padding:0;cursor:pointer;display:inline;background:none}
th button:focus-visible{outline:3px solid var(--link)}
th[aria-sort=ascending] button::after{content:" \\2191"}th[aria-sort=descending] button::after{content:" \\2193"}
ol.steps,ol.steps ol{list-style:none;margin:0;padding:0}
ol.steps ol{margin-left:.6rem;padding-left:.9rem;border-left:2px solid var(--line)}
ol.steps li{margin:.3rem 0}
ol.steps ol.side{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(15rem,100%),1fr));gap:.4rem;margin-top:.3rem}
.step{display:inline-block;max-width:100%;padding:.2rem .6rem;border:1px solid var(--line);border-left:4px solid var(--state,var(--line));border-radius:6px;background:var(--raised)}
.side .step{display:block}
.succeeded{--state:var(--good)}.failed{--state:var(--bad)}.handled,.not-met{--state:var(--warn)}.running{--state:var(--busy)}
.skipped{color:var(--quiet);border-style:dashed}
.step .sign{color:var(--state,var(--quiet));font-weight:700}
.step small{color:var(--quiet)}
details{margin:.4rem 0;border:1px solid var(--line);border-radius:6px;padding:0 .75rem}
summary{cursor:pointer;padding:.5rem 0}
details[open]{padding-bottom:.5rem}
figure{margin:1rem 0}
figcaption{font-size:.9rem;color:var(--quiet)}
svg.chart{display:block;width:100%;max-width:40rem;height:auto}
svg text{fill:var(--quiet);font:12px system-ui,sans-serif}
svg .grid{stroke:var(--line);stroke-width:.5}
svg .bar{fill:var(--c0)}svg .bar.chosen{fill:var(--good)}
svg .limit{stroke:var(--bad);stroke-width:1.5;stroke-dasharray:5 3}
svg .curve{fill:none;stroke-width:1.5;stroke-linejoin:round}
ul.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.1rem 1rem;padding:0;margin:.25rem 0;font-size:.85rem}
.swatch{display:inline-block;width:1.6em;height:.6em;margin-right:.4em;vertical-align:middle}
${Array.from({ length: 8 }, (_, index) => `.k${index}{stroke:var(--c${index})}`).join('')}
.d1{stroke-dasharray:6 3}.d2{stroke-dasharray:2 2}
footer{margin:3rem auto 2rem;color:var(--quiet);font-size:.85rem}
@media (min-width:40rem){svg text{font-size:9px}}
@media (max-width:30rem){body{font-size:15px}dl.facts{grid-template-columns:1fr}dl.facts dd{margin-bottom:.4rem}}
@media print{nav,.skip{display:none}body{background:#fff;color:#000}pre{max-height:none;white-space:pre-wrap}
details::details-content{content-visibility:visible;display:block;height:auto}h2{break-after:avoid}figure,tr{break-inside:avoid}}
`;

// EXTERNAL MODULE: ./build/reports/sweep-chart.js
var sweep_chart = __webpack_require__(11497);
;// CONCATENATED MODULE: ./build/reports/html/sweep-figure.js
/** A sweep as a drawing: a bar for each cell, the chosen one in green, and the line of the gate. */




const mostBars = 60;
/** Columns of the drawing that one sign of a label takes. */
const signWidth = 7.5;
/** Empty when there is nothing worth drawing. */
function sweepFigure(sweep, thresholds, name) {
    const found = (0,sweep_chart/* seriesOf */.Lf)(sweep, mostBars);
    if (!found)
        return '';
    const { metric, points, left } = found;
    const threshold = thresholds.find((one) => one.metric === metric && Number.isFinite(one.value));
    const values = points.map(({ value }) => value);
    const y = upwards(threshold ? [...values, threshold.value] : values);
    const room = (scale_frame.width - scale_frame.left - scale_frame.right) / points.length;
    const bottom = scale_frame.height - scale_frame.bottom;
    const labels = points.map(({ row }) => row.config.join(', '));
    const fits = labels.every((label) => label !== '' && (label.length + 1) * signWidth <= room);
    // Every number where there is room, else every second, third …
    const every = Math.max(1, Math.ceil((String(sweep.rows.length).length * signWidth + 4) / room));
    const bars = points.map(({ row, value, best, number }, index) => {
        const x = scale_frame.left + index * room;
        const top = y.at(value);
        const label = fits ? (labels[index] ?? '') : index % every === 0 || best ? String(number) : '';
        const words = `${row.title}: ${metric} ${(0,evaluate/* shortNumber */.In)(value)}${best ? ', chosen' : ''}`;
        return [
            `<rect class="bar${best ? ' chosen' : ''}" x="${(x + room * 0.1).toFixed(1)}" y="${top}" width="${(room * 0.8).toFixed(1)}" height="${Math.max(1, bottom - top).toFixed(1)}"><title>${text_text(words)}</title></rect>`,
            `<text x="${(x + room / 2).toFixed(1)}" y="${bottom + 15}" text-anchor="middle">${best ? '★' : ''}${text_text(label)}</text>`,
        ].join('');
    });
    const grid = y.ticks.map(({ value, label }) => `<line class="grid" x1="${scale_frame.left}" x2="${scale_frame.width - scale_frame.right}" y1="${y.at(value)}" y2="${y.at(value)}"/><text x="${scale_frame.left - 4}" y="${y.at(value) + 4}" text-anchor="end">${text_text(label)}</text>`);
    const limit = threshold
        ? `<line class="limit" x1="${scale_frame.left}" x2="${scale_frame.width - scale_frame.right}" y1="${y.at(threshold.value)}" y2="${y.at(threshold.value)}"><title>${text_text(threshold.text)}</title></line>`
        : '';
    const axis = sweep.config.length === 0 ? 'cell' : sweep.config.join(', ');
    const best = points.find((point) => point.best);
    const spoken = `${metric} of ${points.length} cells by ${axis}${best ? `; chosen is ${best.row.title} with ${(0,evaluate/* shortNumber */.In)(best.value)}` : ''}`;
    const legend = [
        `${code(metric)} by ${code(axis)}${fits ? '' : ', numbered as in the table'}`,
        ...(best ? ['★ and green: the chosen cell'] : []),
        ...(threshold ? [`dashed: ${code(threshold.text)}`] : []),
        ...(left > 0 ? [`${points.length} of ${points.length + left} cells are drawn`] : []),
    ];
    return [
        `<figure><svg class="chart" viewBox="0 0 ${scale_frame.width} ${scale_frame.height}" role="img" aria-labelledby="${name}"><title id="${name}">${text_text(spoken)}</title>`,
        ...grid,
        ...bars,
        limit,
        `<text x="${(scale_frame.left + scale_frame.width - scale_frame.right) / 2}" y="${scale_frame.height - 4}" text-anchor="middle">${text_text(axis.length > 48 ? `${axis.slice(0, 47)}…` : axis)}</text>`,
        `</svg><figcaption>${legend.join('; ')}.</figcaption></figure>`,
    ].join('\n');
}

;// CONCATENATED MODULE: ./build/reports/html/page.js
/**
 * A run as one HTML file that needs nothing else: no network, no font, no library. Its policy lets nothing in but its own
 * style and the script that sorts tables, so that even text that got past the escaping could do nothing.
 */











const usualLimit = 5 * 1024 * 1024;
const most = {
    rows: 1_000,
    gates: 500,
    failures: 200,
    tails: 40,
    pods: 500,
    chain: 20_000,
    line: 2_000,
    reason: 2_000,
};
/** What goes when the file would be too large, first to last. */
const levels = [
    { logs: true, curves: true, steps: true },
    { logs: false, curves: true, steps: true },
    { logs: false, curves: false, steps: true },
    { logs: false, curves: false, steps: false },
];
/** Of each log; fewer where all of them would be more than half of the file. */
const logLines = [200, 40, 10];
function htmlReport(page) {
    const limit = page.limit ?? usualLimit;
    let html = '';
    for (const level of levels) {
        html = render(page, level);
        if (Buffer.byteLength(html) <= limit)
            return html;
    }
    return html;
}
function render(page, level) {
    const { report } = page;
    const missing = [...(page.lost ?? [])];
    const left = (what) => {
        missing.push(what);
    };
    const sections = sectionsOf(page, level, left).filter(({ html }) => html !== '');
    const word = report.decision === undefined ? 'running' : (0,words/* verdictWords */.L2)(report.decision, report.reason_code);
    const contents = sections.map(({ id, title }) => `<li><a href="#${id}">${title}</a></li>`).join('');
    return [
        '<!DOCTYPE html>',
        '<html lang="en">',
        '<head>',
        '<meta charset="utf-8">',
        `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src '${sortScriptHash}'; img-src data:; base-uri 'none'; form-action 'none'">`,
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        '<meta name="referrer" content="no-referrer">',
        // The browser would ask for one otherwise.
        '<link rel="icon" href="data:,">',
        `<title>${text_text(report.workflow)}: ${text_text(word)}</title>`,
        `<style>${style}</style>`,
        '</head>',
        '<body>',
        '<a class="skip" href="#content">Skip to the report</a>',
        header(page, word),
        `<nav aria-label="Contents"><ul>${contents}</ul></nav>`,
        '<main id="content" tabindex="-1">',
        ...sections.map(({ id, title, html }) => `<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>\n${html}\n</section>`),
        '</main>',
        '<footer>',
        missing.length === 0
            ? ''
            : `<p>Left out of this file:</p><ul>${missing.map((what) => `<li>${sentence(what)}</li>`).join('')}</ul>`,
        `<p>Written ${text_text(page.written)} by ml-workflow from the run's own files.</p>`,
        '</footer>',
        `<script>${sortScript}</script>`,
        '</body>',
        '</html>',
        '',
    ].join('\n');
}
function sectionsOf(page, level, left) {
    const { report } = page;
    if (!level.curves && page.curves.length > 0)
        left('learning curves');
    return [
        { id: 'gates', title: 'Gates', html: gates(report, left) },
        { id: 'chain', title: 'Chain', html: chain(report, level, left) },
        {
            id: 'sweep',
            title: report.sweeps.length > 1 ? 'Sweeps' : 'Sweep',
            html: report.sweeps
                .map((sweep, index) => sweepHtml(sweep, page.thresholds[index] ?? [], index, left))
                .join('\n'),
        },
        { id: 'curves', title: 'Learning curves', html: level.curves ? curveFigures(page.curves, left) : '' },
        { id: 'metrics', title: 'Metrics', html: metrics(report, left) },
        { id: 'failures', title: 'Failures', html: failures(report, left) },
        { id: 'pods', title: 'Pods and money', html: page_pods(report, left) },
        {
            id: 'comparison',
            title: 'Compared with an earlier run',
            html: page.compared ? comparisonHtml(report, page.parameters, page.compared, left) : '',
        },
        { id: 'parameters', title: 'Parameters', html: parameters(page) },
        { id: 'logs', title: 'Logs', html: logs(page, level, left) },
    ];
}
const signs = {
    passed: ['✓', 'good'],
    handled: ['↷', 'warn'],
    'not-met': ['⊘', 'bad'],
    failed: ['✗', 'bad'],
    waiting: ['⏸', 'busy'],
    cancelled: ['■', 'warn'],
};
function header({ report, context = {} }, word) {
    const [sign, className] = report.decision === undefined ? ['▸', 'busy'] : signs[report.decision];
    const facts = [
        ['run', code(report.run)],
        [
            'started',
            `<time datetime="${text_text(report.started_at)}">${text_text(report.started_at.replace('T', ' ').replace(/\.\d+Z$/, ' UTC'))}</time>`,
        ],
        ['took', (0,words/* duration */.p0)(report.seconds)],
        ...(report.money
            ? [['cost', text_text((0,pods/* cost */.y)(report.money.billed ?? report.money.spent))]]
            : []),
        ...(context.sha === undefined ? [] : [['commit', code(context.sha.slice(0, 12))]]),
        ...(context.requested_by === undefined
            ? []
            : [['asked for by', code(context.requested_by)]]),
        ...(context.asked === undefined ? [] : [['asked', code(context.asked)]]),
    ];
    const waiting = (report.waiting_for ?? []).map((label) => `Waits for approval of ${code(label)}.`);
    const notes = [
        ...waiting,
        ...(report.degraded === undefined ? [] : [`Degraded: ${sentence(report.degraded)}`]),
        ...(context.notes ?? []).map(sentence),
    ];
    return [
        '<header>',
        `<h1><span class="${className}"><span aria-hidden="true">${sign}</span> ${text_text(word)}</span>: ${text_text(report.workflow)}</h1>`,
        report.description === undefined ? '' : `<p class="quiet">${text_text(report.description)}</p>`,
        `<p class="reason">${sentence(cut(report.reason, most.reason))}</p>`,
        ...notes.map((note) => `<p class="note">${note}</p>`),
        `<dl class="facts">${facts.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join('')}</dl>`,
        '</header>',
    ].join('\n');
}
const gateSigns = {
    met: ['✓', 'good'],
    'not-met': ['⊘', 'bad'],
    inconclusive: ['?', 'warn'],
    error: ['✗', 'bad'],
};
function gates({ gates: all }, left) {
    if (all.length === 0)
        return '';
    if (all.length > most.gates)
        left(`${all.length - most.gates} of ${all.length} gates`);
    const rows = all.slice(0, most.gates).map((gate) => {
        const [sign, className] = gate.warned ? ['⚠', 'warn'] : gateSigns[gate.outcome];
        const details = [
            ...(gate.warned ? ['only a warning'] : []),
            ...(gate.interval === undefined ? [] : [`interval ${text_text(gate.interval)}`]),
            ...(gate.from === undefined ? [] : [`from ${code(gate.from)}`]),
            ...(gate.samples === undefined ? [] : [`n = ${gate.samples}`]),
            ...(gate.source === undefined ? [] : [`read from ${code(gate.source)}`]),
            ...(gate.reason === undefined ? [] : [sentence(gate.reason)]),
            ...(gate.remark === undefined ? [] : [sentence(gate.remark)]),
        ];
        const cells = [
            `<span class="state ${className}"><span aria-hidden="true">${sign}</span> ${words/* gateWords */.DO[gate.outcome]}</span>`,
            code(gate.text),
            `${code(gate.sum)}${gate.percent === undefined ? '' : ` (${text_text(gate.percent)})`}`,
            details.join('; '),
        ];
        return { cells: cells.map((html) => ({ html })) };
    });
    const columns = [
        ...['verdict', 'gate', 'measured'].map((name) => ({ name })),
        { name: 'details', isWide: true },
    ];
    return table('What each gate asked, and what was measured', columns, rows);
}
function chain(report, level, left) {
    if (!level.steps) {
        left('the steps of the chain');
        return '';
    }
    const written = report.chain.length > most.chain ? `${report.chain.slice(0, most.chain - 1)}…` : report.chain;
    return [
        stepsHtml(report.steps, left),
        fold('As it is written', `<pre class="chain">${text_text(written)}</pre>`),
    ].join('\n');
}
function sweepHtml(sweep, thresholds, index, left) {
    const shown = sweep.rows.length <= most.rows
        ? sweep.rows
        : [...sweep.rows].sort((a, b) => Number(b.best) - Number(a.best)).slice(0, most.rows);
    if (sweep.rows.length > shown.length)
        left(`${sweep.rows.length - shown.length} of ${sweep.rows.length} cells`);
    const numbers = new Map(sweep.rows.map((row, place) => [row, place + 1]));
    const rows = shown.map((row) => ({
        ...(row.best ? { className: 'best' } : {}),
        cells: [
            { html: String(numbers.get(row) ?? ''), value: numbers.get(row) ?? 0 },
            {
                html: `<span class="state">${row.best ? '<span title="chosen">★</span> ' : ''}<span aria-hidden="true">${words/* statusSigns */.rq[row.status]}</span> ${text_text(row.status.replace('-', ' '))}</span>`,
            },
            ...row.config.map((value) => ({ html: code(value), ...sortedAs(value) })),
            ...row.values.map((value) => (value === null ? { html: '–' } : { html: (0,evaluate/* shortNumber */.In)(value), value })),
            row.seconds === undefined ? { html: '–' } : { html: (0,words/* duration */.p0)(row.seconds), value: row.seconds },
            ...(sweep.rows.some(({ error }) => error !== undefined)
                ? [{ html: text_text(cut(row.error ?? '', 200)) }]
                : []),
        ],
    }));
    const columns = [
        { name: 'no.', isNumber: true },
        { name: 'state' },
        ...sweep.config.map((name) => ({ name, isNumber: true })),
        ...sweep.metrics.map((name) => ({ name, isNumber: true })),
        { name: 'time', isNumber: true },
        ...(sweep.rows.some(({ error }) => error !== undefined) ? [{ name: 'error', isWide: true }] : []),
    ];
    return [
        sweepFigure(sweep, thresholds, `sweep-${index + 1}-figure`),
        table(`${sweep.rows.length} cells: what differs, and what each measured`, columns, rows, true),
    ].join('\n');
}
/** Numbers as numbers: 8 stands before 16. */
function sortedAs(value) {
    const number = value.trim() === '' ? Number.NaN : Number(value);
    return Number.isFinite(number) ? { value: number } : {};
}
function metrics(report, left) {
    if (report.metrics.length === 0)
        return '';
    if (report.metrics.length > most.rows)
        left(`${report.metrics.length - most.rows} of ${report.metrics.length} metrics`);
    const rows = report.metrics.slice(0, most.rows).map(({ step, metric, value, unit, samples }) => {
        const words = unit === 'fraction'
            ? `${(0,evaluate/* shortNumber */.In)(value)} (${(0,percent/* percent */.K)(value)})`
            : `${(0,evaluate/* shortNumber */.In)(value)}${unit === 'percent' ? ' %' : ''}`;
        return {
            cells: [
                { html: code(step) },
                { html: code(metric) },
                { html: words, value },
                samples === undefined ? { html: '–' } : { html: String(samples), value: samples },
            ],
        };
    });
    const columns = [
        { name: 'command' },
        { name: 'metric' },
        { name: 'value', isNumber: true },
        { name: 'n', isNumber: true },
    ];
    return table('What commands outside of sweeps have measured', columns, rows, true);
}
function failures(report, left) {
    const isHandled = ({ handled_by }) => Number(handled_by !== undefined);
    const all = [...report.failures].sort((a, b) => isHandled(a) - isHandled(b));
    if (all.length > most.failures)
        left(`${all.length - most.failures} of ${all.length} failures`);
    return all
        .slice(0, most.failures)
        .map(({ title, class: cause, message, tail, handled_by, directory }, index) => {
        const sign = handled_by === undefined ? '<span class="bad">✗</span>' : '<span class="warn">↷</span>';
        const handled = handled_by === undefined ? '' : `, handled by ${code(handled_by)}`;
        const lines = index < most.tails ? tail.map((line) => cut(line, most.line)) : [];
        const body = [
            `<p>Class ${code(cause)}${directory === undefined ? '' : `, log in ${code(`${directory}/ml.log`)}`}.</p>`,
            lines.length === 0 ? '' : log(lines, `last lines of ${title}`),
        ].join('\n');
        return fold(`${sign} ${code(title)} ${text_text(cut(message, 500))}${handled}`, body, index < 3 && handled_by === undefined);
    })
        .join('\n');
}
function page_pods({ pods: all = [], money, decision, run }, left) {
    if (!money)
        return '';
    if (all.length > most.pods)
        left(`${all.length - most.pods} of ${all.length} pods`);
    const isOver = decision !== undefined;
    const over = isOver ? (0,pods/* leftOver */.WL)(all) : [];
    const loud = over
        .slice(0, 20)
        .map((pod) => `<p class="note loud">${code(pod.name)} ${text_text((0,pods/* leftWords */.D9)(pod))}</p>`);
    const help = over.length === 0 ? '' : `<p>${code((0,pods/* reapWords */.Ye)(run))} ends what is left.</p>`;
    const rows = all.slice(0, most.pods).map((pod) => {
        const isReal = pod.status !== 'refused';
        return {
            cells: [
                { html: text_text(pod.status.replace('-', ' ')) },
                { html: code(pod.scope) },
                { html: text_text(pod.offer) },
                pod.ready_after === undefined
                    ? { html: '–' }
                    : { html: (0,words/* duration */.p0)(pod.ready_after), value: pod.ready_after },
                isReal ? { html: (0,words/* duration */.p0)(pod.seconds), value: pod.seconds } : { html: '–' },
                { html: text_text((0,pods/* hourly */.iC)(pod.price)), value: pod.price },
                isReal ? { html: text_text((0,pods/* cost */.y)(pod.dollars)), value: pod.dollars } : { html: '–' },
                pod.billed === undefined ? { html: '–' } : { html: text_text((0,pods/* cost */.y)(pod.billed)), value: pod.billed },
                {
                    html: [...(pod.class === undefined ? [] : [code(pod.class)]), ...(0,pods/* podNotes */.n5)(pod).map(sentence)].join('; '),
                },
            ],
        };
    });
    const columns = [
        ...['state', 'for', 'offer'].map((name) => ({ name })),
        ...['ready after', 'lived', 'price', 'cost', 'billed'].map((name) => ({ name, isNumber: true })),
        { name: 'note', isWide: true },
    ];
    return [
        `<p>${text_text((0,pods/* podsSentence */.wf)(all, money, isOver))}.</p>`,
        ...loud,
        help,
        rows.length === 0 ? '' : table('Each pod', columns, rows, true),
    ].join('\n');
}
function parameters({ parameters: all }) {
    const names = Object.entries(all).slice(0, most.rows);
    if (names.length === 0)
        return '';
    const rows = names.map(([name, value]) => ({
        cells: [{ html: code(name) }, { html: code(cut(value, most.line)) }],
    }));
    return table('What the workflow was given', [{ name: 'parameter' }, { name: 'value' }], rows);
}
/** What failed first, since a reader looks for that. */
function logs({ logs: all, limit = usualLimit }, level, left) {
    if (all.length === 0)
        return '';
    const size = (most) => all.reduce((sum, { lines }) => sum + sizeOf(lines, most), 0);
    const mostLines = level.logs ? logLines.find((lines) => size(lines) <= limit / 2) : undefined;
    if (mostLines === undefined) {
        left('logs; they are in the folder of the run');
        return '';
    }
    const isBad = ({ status }) => Number(status === 'failed' || status === 'stopped' || status === 'handled');
    return [...all]
        .sort((a, b) => isBad(b) - isBad(a))
        .map((tail) => {
        const { title, status, path, before } = tail;
        const lines = tail.lines.slice(-mostLines).map((line) => cut(line, most.line));
        const isWhole = before === 0 && lines.length === tail.lines.length;
        const what = isWhole ? `All of ${code(path)}.` : `The last ${lines.length} lines of ${code(path)}.`;
        const sign = `<span aria-hidden="true">${words/* statusSigns */.rq[status]}</span>`;
        return fold(`${sign} ${code(title)}`, `<p class="quiet">${what}</p>\n${log(lines, `log of ${title}`)}`);
    })
        .join('\n');
}
function sizeOf(lines, mostLines) {
    return lines.slice(-mostLines).reduce((sum, line) => sum + Math.min(line.length, most.line), 0);
}
function cut(words, longest) {
    return words.length <= longest ? words : `${words.slice(0, longest - 1)}…`;
}

// EXTERNAL MODULE: ./build/reports/report.js + 2 modules
var report = __webpack_require__(34859);
// EXTERNAL MODULE: ./build/reports/status.js
var reports_status = __webpack_require__(26724);
// EXTERNAL MODULE: ./build/targets/unit/progress.js
var unit_progress = __webpack_require__(94493);
// EXTERNAL MODULE: ./build/cli/arguments.js
var cli_arguments = __webpack_require__(98213);
// EXTERNAL MODULE: ./build/cli/runs.js
var runs = __webpack_require__(85359);
;// CONCATENATED MODULE: ./build/cli/report.js
/** `report`: a run as one HTML file, from what its folder holds. */














/** Of one log. Longer ones have curves of their beginning, and the tail of their end. */
const mostBytes = 32 * 1024 * 1024;
const tailBytes = 128 * 1024;
const tailLines = 200;
/** Of all logs together; a thousand cells print the same anyway. */
const mostLogs = 300;
/** Of one series; a drawing has fewer. */
const report_mostPlaces = 20_000;
/** What is printed: the path of the file, the file itself for `--out -`, or the report for a program. */
function report_report(args, workspace, place) {
    const { format } = args;
    const { out, compare } = args.report ?? {};
    const run = loadRun(workspace, args.subject);
    if (format === 'json') {
        const { report: found } = run;
        return `${JSON.stringify(found(place.now), null, 2)}\n`;
    }
    const html = pageOf(run, comparedWith(workspace, run, compare), place.now);
    if (out === '-')
        return html;
    const path = out === undefined ? (0,external_node_path_.join)(run.folder.path, 'report.html') : (0,external_node_path_.resolve)(place.shownFrom, out);
    writeOut(path, html);
    return `${(0,external_node_path_.relative)(place.shownFrom, path) || path}\n`;
}
function loadRun(workspace, id) {
    const found = (0,run_folder/* findRunFolder */.pL)(workspace, id);
    if (!found)
        throw (0,runs/* unknownRun */.i)(workspace, id);
    const { folder, plan } = found;
    const { events } = (0,journal_file/* readJournal */.a0)(folder.journal);
    const state = (0,journal_file/* stateFrom */.mh)(plan, events, folder.journal);
    return { folder, plan, state, report: (now) => (0,report/* reportOf */.EI)(state, now) };
}
/** The run that was asked for, or the one of the same workflow before this one. */
function comparedWith(workspace, run, wanted) {
    if (wanted === 'none')
        return undefined;
    if (wanted !== undefined)
        return loadRun(workspace, wanted);
    const earlier = (0,run_folder/* runIds */.mK)(workspace).filter((id) => id < run.folder.run);
    for (const id of earlier.reverse()) {
        try {
            const found = loadRun(workspace, id);
            if (found.plan.name === run.plan.name)
                return found;
        }
        catch {
            // A run that cannot be read is no reason to have no report of this one.
        }
    }
    return undefined;
}
function pageOf(run, other, now) {
    const { state, plan } = run;
    const found = run.report(now);
    const lost = [];
    const best = new Set(found.sweeps.flatMap(({ rows }) => rows.flatMap((row) => (row.best ? [row.node] : []))));
    const curves = [];
    const logs = [];
    for (const { unit, path, name } of logsOf(run)) {
        const read = readLog(path, progressPattern(plan, unit));
        if (read.series.size > 0)
            curves.push({ title: unit.title, best: best.has(unit.id), series: read.series });
        if (read.isCut)
            lost.push(`the learning curve of \`${unit.title}\` behind the first ${mostBytes / 1024 / 1024} MB of its log`);
        if (logs.length < mostLogs && read.lines.length > 0)
            logs.push({
                title: unit.title,
                status: (0,reports_status/* statusOf */.c2)(state, unit.id),
                path: name,
                lines: read.lines,
                before: read.before,
            });
        else if (logs.length === mostLogs) {
            lost.push(`logs behind the first ${mostLogs}; they are in the folder of the run`);
        }
    }
    const compared = other && {
        report: other.report(now),
        parameters: parametersOf(other.plan),
        differences: (0,differences/* differences */.t)(other.plan, plan).filter((one) => !one.startsWith('parameter ')),
    };
    return htmlReport({
        report: found,
        parameters: parametersOf(plan),
        thresholds: found.sweeps.map((sweep) => (0,sweep_chart/* thresholdsOf */.W6)(plan, sweep)),
        curves,
        logs,
        ...(compared ? { compared } : {}),
        written: now,
        lost: [...new Set(lost)],
    });
}
function parametersOf({ parameters }) {
    return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, String(value)]));
}
function progressPattern(plan, unit) {
    const command = plan.commands[unit.command];
    return command?.is === 'run' ? command.progress : undefined;
}
/**
 * Logs that are really of this run: a command may have put a link to somewhere else in its own folder, and the file that is
 * written here will be shown to others.
 */
function logsOf({ state, plan, folder }) {
    const top = (0,external_node_fs_.realpathSync)(folder.path) + external_node_path_.sep;
    return plan.nodes.flatMap((unit) => {
        const directory = unit.kind === 'unit' ? state.nodes.get(unit.id)?.directory : undefined;
        if (unit.kind !== 'unit' || directory === undefined)
            return [];
        const path = (0,external_node_path_.join)(folder.path, directory, ports/* logName */.I);
        if (!(0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false })?.isFile())
            return [];
        return (0,external_node_fs_.realpathSync)(path).startsWith(top) ? [{ unit, path, name: (0,external_node_path_.join)(directory, ports/* logName */.I) }] : [];
    });
}
function readLog(path, pattern) {
    const file = (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK);
    try {
        const { size } = (0,external_node_fs_.fstatSync)(file);
        const curve = new CurveReader(pattern);
        const decoder = new external_node_string_decoder_.StringDecoder('utf8');
        const chunk = Buffer.alloc(256 * 1024);
        let rest = '';
        let at = 0;
        while (at < Math.min(size, mostBytes)) {
            const read = (0,external_node_fs_.readSync)(file, chunk, 0, Math.min(chunk.length, mostBytes - at), at);
            if (read === 0)
                break;
            at += read;
            const lines = (rest + decoder.write(chunk.subarray(0, read))).split('\n');
            rest = lines.pop() ?? '';
            for (const line of lines)
                curve.take(line);
        }
        if (at >= size)
            curve.take(rest);
        const start = Math.max(0, size - tailBytes);
        const tail = Buffer.alloc(size - start);
        const lines = tail.toString('utf8', 0, (0,external_node_fs_.readSync)(file, tail, 0, tail.length, start)).split('\n');
        // A line of which only the end is here, and what stands behind the last line feed.
        if (start > 0)
            lines.shift();
        if (lines.at(-1) === '')
            lines.pop();
        const shown = lines.slice(-tailLines);
        const before = size - Buffer.byteLength(shown.map((line) => `${line}\n`).join(''));
        return { series: curve.series, lines: shown, before: Math.max(0, before), isCut: size > mostBytes };
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
class CurveReader {
    series = new Map();
    #pattern;
    constructor(pattern) {
        this.#pattern = pattern;
    }
    take(line) {
        const progress = (0,unit_progress/* progressIn */.P)(line.trimEnd(), this.#pattern);
        if (!progress || !Number.isFinite(progress.done))
            return;
        for (const [metric, value] of Object.entries(progress.metrics)) {
            const places = this.series.get(metric) ?? [];
            this.series.set(metric, places);
            // It began again, such as after a crash: what was before is no part of this curve.
            while ((places.at(-1)?.[0] ?? Number.NEGATIVE_INFINITY) >= progress.done)
                places.pop();
            if (places.length < report_mostPlaces)
                places.push([progress.done, value]);
        }
    }
}
/** A link at that place is not followed: a command of the run may have put it there. */
function writeOut(path, html) {
    const flags = external_node_fs_.constants.O_WRONLY | external_node_fs_.constants.O_CREAT | external_node_fs_.constants.O_TRUNC | external_node_fs_.constants.O_NOFOLLOW;
    try {
        (0,external_node_fs_.writeFileSync)(path, html, { flag: flags });
    }
    catch (error) {
        const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
        throw new cli_arguments/* UsageError */.eb(`\`${path}\` cannot be written: ${why}`, '`--out` names another place, `--out -` prints it');
    }
}


/***/ }),

/***/ 85359:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ unknownRun)
/* harmony export */ });
/* harmony import */ var _drivers_run_folder_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6434);
/* harmony import */ var _language_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60716);
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98213);
/** What is said when a run is asked for that is not there. */



function unknownRun(workspace, run) {
    if (run === undefined)
        return new _arguments_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb('there is no run here', 'start one with `ml-workflow run`');
    const known = (0,_drivers_run_folder_js__WEBPACK_IMPORTED_MODULE_0__/* .runIds */ .mK)(workspace);
    return new _arguments_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`unknown run \`${run}\``, (0,_language_name_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .au)(run, known) ?? `the newest is \`${known.at(-1) ?? 'none'}\``);
}


/***/ }),

/***/ 6412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ differences)
/* harmony export */ });
/** Chains that differ in more elements are not laid side by side: nobody would read it. */
const mostCompared = 2_000;
/** Empty when a run of the one would be a run of the other. */
function differences(before, now) {
    const [old, fresh] = [elementsOf(before), elementsOf(now)];
    const places = new Map(now.nodes.map((node, index) => [node.id, index]));
    const found = [
        ...chainDifferences(old, fresh, places),
        ...parameterDifferences(before, now),
        ...commandDifferences(before, now),
    ];
    const texts = found.sort((a, b) => a.at - b.at).map(({ text }) => text);
    if (texts.length === 0 && before.chain !== now.chain)
        return [`the chain was \`${before.chain}\` and is \`${now.chain}\``];
    return [...new Set(texts)];
}
/** What a person sees as elements: not the sequences around them. */
function elementsOf(plan) {
    return plan.nodes.filter(({ kind }) => kind !== 'sequence');
}
function chainDifferences(old, fresh, places) {
    const keys = [old.map(keyOf), fresh.map(keyOf)];
    const placeOf = (index) => {
        const node = fresh[index];
        return node === undefined ? Number.POSITIVE_INFINITY : (places.get(node.id) ?? 0);
    };
    const behind = (index) => {
        const node = fresh[index - 1];
        return node === undefined ? 'at the beginning' : `behind ${nameOf(node)}`;
    };
    return hunksOf(...keys).map(({ oldFrom, oldTo, from, to }) => {
        const gone = old.slice(oldFrom, oldTo);
        const come = fresh.slice(from, to);
        const at = placeOf(from);
        if (gone.length === 0)
            return { at, text: `${namesOf(come)} inserted ${behind(from)}` };
        if (come.length === 0)
            return { at, text: `${namesOf(gone)} removed ${behind(from)}` };
        const [one, other] = [gone[0], come[0]];
        if (gone.length === 1 && come.length === 1 && one && other && nameOf(one) === nameOf(other))
            return { at, text: `${nameOf(other)} is called otherwise` };
        return { at, text: `${namesOf(gone)} became ${namesOf(come)}` };
    });
}
/** The longest common subsequence, between the beginning and the end that are the same. */
function hunksOf(old, fresh) {
    let start = 0;
    while (start < old.length && start < fresh.length && old[start] === fresh[start])
        start += 1;
    let [oldEnd, end] = [old.length, fresh.length];
    while (oldEnd > start && end > start && old[oldEnd - 1] === fresh[end - 1]) {
        oldEnd -= 1;
        end -= 1;
    }
    const [rows, columns] = [oldEnd - start, end - start];
    if (rows === 0 && columns === 0)
        return [];
    const whole = { oldFrom: start, oldTo: oldEnd, from: start, to: end };
    if (rows === 0 || columns === 0 || Math.max(rows, columns) > mostCompared)
        return [whole];
    const width = columns + 1;
    const common = new Uint16Array((rows + 1) * width);
    const at = (row, column) => common[row * width + column] ?? 0;
    for (let row = rows - 1; row >= 0; row -= 1) {
        for (let column = columns - 1; column >= 0; column -= 1) {
            common[row * width + column] =
                old[start + row] === fresh[start + column]
                    ? at(row + 1, column + 1) + 1
                    : Math.max(at(row + 1, column), at(row, column + 1));
        }
    }
    const hunks = [];
    let [row, column, oldFrom, from] = [0, 0, start, start];
    const close = () => {
        if (start + row > oldFrom || start + column > from)
            hunks.push({ oldFrom, oldTo: start + row, from, to: start + column });
    };
    while (row < rows && column < columns) {
        if (old[start + row] === fresh[start + column]) {
            close();
            row += 1;
            column += 1;
            [oldFrom, from] = [start + row, start + column];
        }
        else if (at(row + 1, column) >= at(row, column + 1))
            row += 1;
        else
            column += 1;
    }
    [row, column] = [rows, columns];
    close();
    return hunks;
}
/** Ids and places, which change with whatever stands before; what a node holds has keys of its own. */
const notItsOwn = new Set([
    ...['id', 'parent', 'scope', 'at', 'from', 'sequence', 'block', 'collects', 'input'],
    ...['body', 'otherwise', 'finally', 'onFailure', 'branches', 'guards'],
]);
/** Two elements with one key do the same, given that their commands do. */
function keyOf(node) {
    // The place of a status gate in its sequence is not its own either.
    const replace = (name, value) => notItsOwn.has(name) || (name === 'gate' && typeof value === 'number') ? undefined : value;
    switch (node.kind) {
        case 'logical':
            return JSON.stringify({ kind: node.kind, operator: node.operator });
        case 'parallel': {
            const { min, ...rest } = node;
            // By default it is the number of branches, which are compared themselves.
            return JSON.stringify(node.minWritten ? { ...rest, min } : rest, replace);
        }
        default:
            return JSON.stringify(node, replace);
    }
}
function nameOf({ kind, title }) {
    return title === '' ? kind : `\`${title}\``;
}
function namesOf(nodes) {
    const names = nodes.slice(0, 3).map(nameOf).join(', ');
    return nodes.length > 3 ? `${names} and ${nodes.length - 3} more` : names;
}
function parameterDifferences(before, now) {
    const names = [...new Set([...Object.keys(before.parameters), ...Object.keys(now.parameters)])];
    return names
        .filter((name) => before.parameters[name] !== now.parameters[name])
        .map((name) => {
        const [was, is] = [before.parameters[name], now.parameters[name]].map((value) => value === undefined ? 'not set' : `\`${value}\``);
        const reader = now.nodes.findIndex((node) => reads(node, name));
        const at = reader < 0 ? Number.POSITIVE_INFINITY : reader;
        return { at, text: `parameter \`${name}\` was ${was} and is ${is}` };
    });
}
function reads(node, variable) {
    return JSON.stringify(node).includes(`{"kind":"variable","name":${JSON.stringify(variable)}}`);
}
function commandDifferences(before, now) {
    return Object.entries(now.commands).flatMap(([key, command]) => {
        const old = before.commands[key];
        if (!old)
            return [];
        const what = changedIn(old, command);
        if (what.length === 0)
            return [];
        const at = now.nodes.findIndex((node) => node.kind === 'unit' && node.command === key);
        return [{ at, text: `\`/${command.name}\`: its ${what.join(', ')} changed` }];
    });
}
/** How people call what a command declares. */
const declared = {
    is: 'kind',
    script: 'script',
    env: 'environment variables',
    deploys: 'environment',
    errors: 'error classes',
    preflight: 'preflight check',
    result: 'result',
    primary: 'primary metric',
};
function changedIn(old, now) {
    const [was, is] = [old, now].map((command) => new Map(Object.entries(command)));
    return [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])]
        .filter((name) => JSON.stringify(was?.get(name)) !== JSON.stringify(is?.get(name)))
        .map((name) => declared[name] ?? name);
}


/***/ }),

/***/ 78894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _0: () => (/* binding */ openJournal),
/* harmony export */   _C: () => (/* binding */ cutTornLine),
/* harmony export */   a0: () => (/* binding */ readJournal),
/* harmony export */   mh: () => (/* binding */ stateFrom)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _engine_event_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63347);
/* harmony import */ var _engine_evolve_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74994);
/* harmony import */ var _engine_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80306);
/* harmony import */ var _run_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38702);
/** The journal as a file of JSON lines, one event a line, appended and never changed. */





/** What each event must have to be one; the rest of it follows from who wrote it. */
const required = {
    'run-started': ['schema', 'run', 'workflow'],
    'unit-started': ['node', 'attempt', 'directory'],
    'unit-succeeded': ['node', 'attempt', 'seconds', 'metrics', 'values'],
    'unit-failed': ['node', 'attempt', 'seconds', 'class', 'message', 'tail'],
    'unit-interrupted': ['node', 'attempt'],
    'gate-decided': ['node', 'arm', 'gate', 'text', 'outcome', 'sum', 'operands'],
    'variable-set': ['node', 'name', 'value'],
    'assignment-failed': ['node', 'message'],
    'case-decided': ['node', 'arm'],
    'retry-scheduled': ['node', 'attempt', 'delay', 'class'],
    'retry-started': ['node', 'attempt'],
    'timed-out': ['node'],
    waited: ['node'],
    'budget-exceeded': ['node', 'dollars'],
    'approval-requested': ['node', 'label'],
    'approval-given': ['node', 'approved', 'by'],
    'results-offered': ['from', 'finished'],
    'unit-reused': ['node', 'from', 'directory', 'seconds', 'metrics', 'values'],
    'cells-dispatched': ['node', 'branches'],
    'cell-lost': ['node', 'message'],
    'cancel-requested': ['by'],
    'pod-intended': ['pod', 'target', 'scope', 'offer', 'price', 'lifetime'],
    'pod-refused': ['pod', 'class', 'message'],
    'pod-created': ['pod', 'id', 'price'],
    'pod-ready': ['pod', 'seconds'],
    'unit-placed': ['node', 'on', 'share'],
    'pod-ended': ['pod', 'why', 'proven', 'seconds', 'dollars'],
    'pod-billed': ['pod', 'dollars'],
    'run-resumed': [],
    'run-concluded': ['decision', 'reasonCode', 'reason'],
};
const batchMilliseconds = 1_000;
/** Opens the journal for appending. Each `append` is one `write`, so that a line is either there or torn. */
function openJournal(path, clock, options = {}) {
    const { lastSeq = 0, durability = 'batched' } = options;
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, 'a');
    const disk = durability === 'each' ? syncEach(file) : syncBatches(file);
    let seq = lastSeq;
    /** What stands in the file is not known any more: nothing may follow it, and why has been said. */
    let isBroken = false;
    return {
        append(facts) {
            const at = clock.now();
            const events = facts.map((fact) => {
                seq += 1;
                return { seq, at, ...fact };
            });
            const isEdge = facts.some(isKeptAtOnce);
            if (isBroken)
                throw new _run_error_js__WEBPACK_IMPORTED_MODULE_3__/* .RunError */ .e4(`${path}: a line could not be written, so none may follow it`);
            isBroken = true;
            writeWhole(file, events.map((event) => `${JSON.stringify(event)}\n`).join(''));
            disk.written(isEdge);
            isBroken = false;
            return events;
        },
        close() {
            try {
                (0,_run_error_js__WEBPACK_IMPORTED_MODULE_3__/* .orRunError */ .jj)('the run cannot be kept', () => disk.close());
            }
            catch (error) {
                if (!isBroken)
                    throw error;
            }
            finally {
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
            }
        },
    };
}
/** Beginning and end, and what there is of pods: a machine that goes down must not forget what it pays for. */
function isKeptAtOnce({ type }) {
    return type === 'run-started' || type === 'run-concluded' || type.startsWith('pod-');
}
function syncEach(file) {
    return { written: () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fsyncSync)(file), close: () => { } };
}
function syncBatches(file) {
    let timer;
    let failure;
    const callOff = () => {
        clearTimeout(timer);
        timer = undefined;
    };
    return {
        written(now) {
            // A disk that has refused may have lost lines: the run does not go on as if it had them.
            if (failure)
                throw failure.error;
            if (now) {
                callOff();
                return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fsyncSync)(file);
            }
            timer ??= setTimeout(() => {
                timer = undefined;
                try {
                    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fdatasyncSync)(file);
                }
                catch (error) {
                    failure = { error };
                }
            }, batchMilliseconds).unref();
        },
        close() {
            if (timer === undefined)
                return;
            callOff();
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fdatasyncSync)(file);
        },
    };
}
function writeWhole(file, text) {
    const bytes = Buffer.from(text);
    for (let written = 0; written < bytes.length;)
        written += (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(file, bytes, written);
}
/** Reads a journal back. A torn last line is left out with a notice; any other damage is an error that names the line. */
function readJournal(path) {
    const text = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8');
    const end = text.lastIndexOf('\n') + 1;
    const lines = text.slice(0, end).split('\n').slice(0, -1);
    const events = lines.map((line, index) => parseEvent(line, index + 1, path));
    const bytes = Buffer.byteLength(text.slice(0, end));
    const notice = `${path}: the last line was torn and has been dropped`;
    return end < text.length ? { events, bytes, notice } : { events, bytes };
}
/** Cuts a torn last line off, so that the next one does not become part of it. */
function cutTornLine(path, { bytes, notice }) {
    if (notice !== undefined)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.truncateSync)(path, bytes);
}
/** The state a journal leads to. A line that cannot follow from the ones before it is damage too. */
function stateFrom(plan, events, path) {
    const state = (0,_engine_state_js__WEBPACK_IMPORTED_MODULE_2__/* .initialState */ .ue)(plan);
    for (const event of events) {
        try {
            (0,_engine_evolve_js__WEBPACK_IMPORTED_MODULE_1__/* .evolve */ .s)(state, event);
        }
        catch (error) {
            const why = error instanceof Error ? error.message : String(error);
            throw new _run_error_js__WEBPACK_IMPORTED_MODULE_3__/* .RunError */ .e4(`${path}:${event.seq}: the line does not follow from those before it (${why})`);
        }
    }
    return state;
}
function parseEvent(line, number, path) {
    const damaged = (what) => new _run_error_js__WEBPACK_IMPORTED_MODULE_3__/* .RunError */ .e4(`${path}:${number}: ${what}`);
    let event;
    try {
        event = JSON.parse(line);
    }
    catch {
        throw damaged('damaged line');
    }
    if (!isRecord(event) || event.seq !== number)
        throw damaged(`expected event ${number}`);
    const { type } = event;
    if (typeof type !== 'string' || !isKnown(type))
        throw damaged(`unknown event \`${String(type)}\``);
    if (type === 'run-started' && event.schema !== 1 && event.schema !== _engine_event_js__WEBPACK_IMPORTED_MODULE_4__/* .journalSchema */ .B)
        throw damaged('written by another version of ml-workflow');
    const missing = ['at', ...required[type]].find((field) => event[field] === undefined);
    if (missing !== undefined)
        throw damaged(`\`${type}\` without \`${missing}\``);
    return event;
}
function isRecord(value) {
    return typeof value === 'object' && value !== null;
}
function isKnown(type) {
    return Object.hasOwn(required, type);
}


/***/ }),

/***/ 6434:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F$: () => (/* binding */ newRunId),
/* harmony export */   R0: () => (/* binding */ readTargets),
/* harmony export */   kg: () => (/* binding */ createRunFolder),
/* harmony export */   lU: () => (/* binding */ storePlan),
/* harmony export */   mK: () => (/* binding */ runIds),
/* harmony export */   pL: () => (/* binding */ findRunFolder)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _language_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60716);
/* harmony import */ var _plan_plan_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(71583);
/* harmony import */ var _run_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38702);
/** Where a run lives on disk: `.ml-workflow/runs/<id>/` in the workspace, with its plan, its journal and its units. */






const stateFolder = '.ml-workflow';
/** Sorts by time and tells people which workflow it was. `now`: UTC, ISO 8601. */
function newRunId(workflow, now) {
    // With milliseconds: the newest run is the last by name.
    const stamp = now.slice(0, 23).replace(/[-:.]/g, '').replace('T', '-');
    return `${stamp}-${(0,_language_name_js__WEBPACK_IMPORTED_MODULE_3__/* .slug */ .yR)(workflow)}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(2).toString('hex')}`;
}
function createRunFolder(workspace, run, plan, targets) {
    const folder = folderOf(workspace, run);
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(folder.journal))
        throw new _run_error_js__WEBPACK_IMPORTED_MODULE_4__/* .RunError */ .e4(`${folder.path}: there is a run of that id already`);
    return (0,_run_error_js__WEBPACK_IMPORTED_MODULE_4__/* .orRunError */ .jj)('the run cannot be kept', () => {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder.path, 'units'), { recursive: true });
        const ignore = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(workspace, stateFolder, '.gitignore');
        if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(ignore))
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(ignore, '*\n');
        storePlan(folder.path, plan, targets);
        return folder;
    });
}
/** `path`: of the run's folder. */
function storePlan(path, plan, targets) {
    if (targets)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(path, 'targets.json'), JSON.stringify(targets));
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(path, 'plan.json'), JSON.stringify(plan));
}
function readTargets(folder) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder.path, 'targets.json');
    try {
        return JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path, 'utf8'));
    }
    catch (error) {
        throw new _run_error_js__WEBPACK_IMPORTED_MODULE_4__/* .RunError */ .e4(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    }
}
/** The run of that id, or the newest one; undefined when there is none. */
function findRunFolder(workspace, run) {
    const runs = runIds(workspace);
    const id = run ?? runs.at(-1);
    if (id === undefined || !runs.includes(id))
        return undefined;
    const folder = folderOf(workspace, id);
    return { folder, plan: readPlan((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder.path, 'plan.json')) };
}
function readPlan(path) {
    let plan;
    try {
        plan = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path, 'utf8'));
    }
    catch (error) {
        throw new _run_error_js__WEBPACK_IMPORTED_MODULE_4__/* .RunError */ .e4(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    }
    if (plan?.schema !== 1 && plan?.schema !== _plan_plan_js__WEBPACK_IMPORTED_MODULE_5__/* .planSchema */ .Fu)
        throw new _run_error_js__WEBPACK_IMPORTED_MODULE_4__/* .RunError */ .e4(`${path}: planned by another version of ml-workflow`);
    return plan;
}
function runIds(workspace) {
    const runs = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(workspace, stateFolder, 'runs');
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(runs))
        return [];
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(runs)
        .filter((id) => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(runs, id, 'journal.jsonl')))
        .sort();
}
function folderOf(workspace, run) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(workspace, stateFolder, 'runs', run);
    return { run, path, journal: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(path, 'journal.jsonl') };
}


/***/ }),

/***/ 63347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ journalSchema)
/* harmony export */ });
/** 2 added the events of retries, timers, approvals and reuse. A journal of schema 1 reads the same under it. */
const journalSchema = 2;


/***/ }),

/***/ 14788:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ logName)
/* harmony export */ });
/** In a unit's directory: all that it printed. */
const logName = 'ml.log';


/***/ }),

/***/ 8159:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ FlowchartText),
/* harmony export */   c: () => (/* binding */ escapeLabel)
/* harmony export */ });
/* harmony import */ var _engine_plain_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76879);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68013);
/** Boxes, arrows and frames in Mermaid's notation. Whatever a text says, it is only shown. */


const shapes = {
    step: ['["', '"]'],
    /** Stands for many. */
    block: ['[["', '"]]'],
    gate: ['{"', '"}'],
    demand: ['{{"', '"}}'],
    question: ['[/"', '"/]'],
    pause: ['(["', '"])'],
};
/** Words of ours; any other may be one that Mermaid obeys, such as `end`. */
const plainLabels = new Set(['met', 'not met', 'and then', 'or else']);
/** A chart is drawn as wide as a comment: of more boxes in a row nobody could read the words. It then goes down the page. */
const mostLayers = 9;
class FlowchartText {
    #lines = [];
    /** Arrows of what is in a frame: within it they would pull the boxes at their other end into it. */
    #arrows = [];
    #classes = new Map();
    #frames = [];
    #sources = new Set();
    /** How many boxes stand before one, on the longest way to it. */
    #layers = new Map();
    #boxes = 0;
    #arrowsMade = 0;
    #depth = 0;
    #framesMade = 0;
    get boxes() {
        return this.#boxes;
    }
    get arrows() {
        return this.#arrowsMade;
    }
    /** The name that the next box will have. */
    get nextBox() {
        return `n${this.#boxes}`;
    }
    box(text, shape, status) {
        const id = this.nextBox;
        this.#boxes += 1;
        const [open, close] = shapes[shape];
        const sign = status === undefined ? '' : `${_words_js__WEBPACK_IMPORTED_MODULE_1__/* .statusSigns */ .rq[status]} `;
        this.#line(`${id}${open}${sign}${escapeLabel(text)}${close}`);
        if (status !== undefined)
            this.#classes.set(status, [...(this.#classes.get(status) ?? []), id]);
        return id;
    }
    /** A dot where many arrows meet. */
    junction(from) {
        const id = this.nextBox;
        this.#boxes += 1;
        this.#line(`${id}(( ))`);
        this.connect(from, id);
        return [{ box: id }];
    }
    connect(from, box) {
        for (const { box: before, label, dotted } of from) {
            this.#sources.add(before);
            this.#arrowsMade += 1;
            const layer = (this.#layers.get(before) ?? 0) + 1;
            // An arrow back to what has led here moves nothing.
            if (!this.#sources.has(box))
                this.#layers.set(box, Math.max(this.#layers.get(box) ?? 0, layer));
            const arrow = dotted ? '-.->' : '-->';
            const text = label === undefined ? '' : `|${plainLabels.has(label) ? label : `"${escapeLabel(label)}"`}|`;
            const line = `  ${before} ${arrow}${text} ${box}`;
            if (this.#depth > 0)
                this.#arrows.push(line);
            else
                this.#lines.push(line);
        }
    }
    /** Whether an arrow leaves the box. */
    leadsOn(box) {
        return this.#sources.has(box);
    }
    /** Draws in a frame, whose name leads on as that of a box does; none around nothing. */
    framed(title, draw) {
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
        if (isEmpty)
            this.#lines.splice(start);
        else {
            this.#line('end');
            this.#frames.push(frame);
        }
        if (this.#depth === 0)
            this.#lines.push(...this.#arrows.splice(0));
        return { exits, frame: isEmpty ? undefined : frame };
    }
    finish() {
        const styles = [...this.#classes].flatMap(([status, boxes]) => [
            `  classDef ${className(status)} ${colours[status]}`,
            `  class ${boxes.join(',')} ${className(status)}`,
        ]);
        const frames = this.#frames.length === 0
            ? []
            : [`  classDef frame ${frameColours}`, `  class ${this.#frames.join(',')} frame`];
        const deepest = Math.max(0, ...this.#layers.values());
        return [`flowchart ${deepest > mostLayers ? 'TB' : 'LR'}`, ...this.#lines, ...styles, ...frames].join('\n');
    }
    #line(text) {
        this.#lines.push(`${'  '.repeat(this.#depth + 1)}${text}`);
    }
}
/** Readable on a light and on a dark page: own background, own text. */
const colours = {
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
function className(status) {
    return status.replace('-', '');
}
/**
 * A text of other people for a quoted label: as entities, signs are only shown. Brackets, quotes and `#` would end the label.
 * Labels are also Markdown, whose lists, rules, links and addresses Mermaid draws as an error, and in them it looks for
 * formulas, icons and directives.
 */
function escapeLabel(text, most = 60) {
    const plain = (0,_engine_plain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .w)(text).replace(/\s+/g, ' ').trim();
    // An empty one is none.
    if (plain === '')
        return ' ';
    const signs = [...plain];
    const short = signs.length > most ? `${signs.slice(0, most - 1).join('')}…` : plain;
    return short.replace(obeyed, (found) => [...found].map((sign) => `#${sign.charCodeAt(0)};`).join(''));
}
const obeyed = new RegExp([
    '["#&;<>`\\\\{}[\\]()|*~_@^]',
    // A list, a rule, a heading below a line.
    '^[-+=]+|(?<=^\\d+)\\.(?= |$)',
    '(?<=www)\\.|:(?=/)|%(?=%)|(?<=%)%|\\$(?=\\$)|(?<=\\$)\\$|(?<=\\bfa[a-z]?):',
].join('|'), 'gi');


/***/ }),

/***/ 11497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hj: () => (/* binding */ sweepChart),
/* harmony export */   Lf: () => (/* binding */ seriesOf),
/* harmony export */   W6: () => (/* binding */ thresholdsOf)
/* harmony export */ });
/* harmony import */ var _engine_evaluate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62516);
/* harmony import */ var _engine_plain_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76879);
/* harmony import */ var _mermaid_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8159);
/** A sweep as a chart in Mermaid's notation: a bar for each cell, a star at the chosen one, and the line of the gate. */



/** The labels of more bars would run into each other. */
const mostPoints = 20;
const longestLabel = 14;
/** Signs that stand below the axis side by side. */
const mostLabelSigns = 80;
/** Undefined when there is nothing worth drawing: fewer than two finite values. */
function sweepChart(sweep, thresholds = []) {
    const found = seriesOf(sweep);
    if (!found || found.points.length < 2)
        return undefined;
    const { metric, points, left } = found;
    const threshold = thresholds.find((one) => one.metric === metric && Number.isFinite(one.value));
    const all = [...points.map(({ value }) => value), ...(threshold ? [threshold.value] : [])];
    const exponent = exponentOf(all);
    const scaled = (value) => value / 10 ** exponent;
    const [low, high] = rangeOf(all.map(scaled));
    const labels = labelsOf(points);
    const best = points.find(({ best }) => best);
    const axis = sweep.config.length === 0 ? 'cell' : sweep.config.join(', ');
    const unit = exponent === 0 ? '' : ` in 1e${exponent}`;
    const numbers = (values) => `[${values.map(decimal).join(', ')}]`;
    const lines = [
        // Blue and red: seen on a light and on a dark page.
        '%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "#218bff, #e5534b"}}}}%%',
        'xychart-beta',
        `  x-axis "${(0,_mermaid_text_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeLabel */ .c)(axis, 40)}" [${labels.shown.map((label) => `"${label}"`).join(', ')}]`,
        `  y-axis "${(0,_mermaid_text_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeLabel */ .c)(metric, 30)}${unit}" ${decimal(low)} --> ${decimal(high)}`,
        `  bar ${numbers(points.map(({ value }) => scaled(value)))}`,
        ...(threshold ? [`  line ${numbers(points.map(() => scaled(threshold.value)))}`] : []),
    ];
    const legend = [
        `bars: ${quoted(metric)} by ${sweep.config.length === 0 ? 'cell' : sweep.config.map(quoted).join(', ')}`,
        ...(labels.numbered ? ['numbered as in the table'] : []),
        ...(best ? [`★ the chosen one, ${(0,_engine_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .shortNumber */ .In)(best.value)}`] : []),
        ...(threshold ? [`red line: ${quoted(threshold.text)}`] : []),
        ...(left > 0 ? [`${points.length} of ${points.length + left} cells are shown`] : []),
    ].join('; ');
    return { diagram: lines.join('\n'), legend: `${legend}.` };
}
/** The first metric that two cells have, in the order of the axis where that is one of numbers. */
function seriesOf(sweep, most = mostPoints) {
    const column = sweep.metrics.findIndex((_, index) => sweep.rows.filter(({ values }) => isMeasured(values[index])).length >= 2);
    const metric = sweep.metrics[column];
    if (metric === undefined)
        return undefined;
    const points = sweep.rows.flatMap((row, index) => {
        const value = row.values[column];
        return isMeasured(value) ? [{ row, number: index + 1, value, best: row.best }] : [];
    });
    if (sweep.config.length === 1 && points.every(({ row }) => isNumber(row.config[0])))
        points.sort((a, b) => Number(a.row.config[0]) - Number(b.row.config[0]));
    const kept = thinned(points, most);
    return { metric, points: kept, left: points.length - kept.length };
}
/** Evenly, with both ends and the chosen one. */
function thinned(points, most) {
    if (points.length <= most)
        return points;
    const best = points.findIndex((point) => point.best);
    const kept = new Set(best < 0 ? [] : [best]);
    const others = most - kept.size;
    for (let place = 0; place < others; place += 1)
        kept.add(Math.round((place * (points.length - 1)) / (others - 1)));
    return points.filter((_, index) => kept.has(index));
}
/** What the plan's gates compare with a number: metrics of the sweep's cells, or the best one of them. */
function thresholdsOf(plan, sweep) {
    const cells = new Set(sweep.rows.map(({ node }) => node));
    for (const node of plan.nodes)
        if (node.kind === 'unit' && node.collects.some((cell) => cells.has(cell)))
            cells.add(node.id);
    return plan.nodes.flatMap((node) => {
        const gates = node.kind === 'branch'
            ? node.arms.map(({ gate }) => gate)
            : node.kind === 'require' || node.kind === 'repeat'
                ? [node.gate]
                : [];
        return gates.flatMap(({ text, expression }) => comparisonsIn(expression)
            .filter(({ from }) => from.some((id) => cells.has(id)))
            .map(({ metric, value }) => ({ metric: metric.replace(/^best_/, ''), value, text })));
    });
}
function comparisonsIn(expression) {
    switch (expression.kind) {
        case 'confidence':
            return comparisonsIn(expression.comparison);
        case 'not':
            return comparisonsIn(expression.operand);
        case 'binary': {
            const { operator, left, right } = expression;
            if (operator === 'and' || operator === 'or')
                return [...comparisonsIn(left), ...comparisonsIn(right)];
            const [metric, number] = left.kind === 'metric' ? [left, right] : [right, left];
            return metric.kind === 'metric' && number.kind === 'number' && /[<>]/.test(operator)
                ? [{ metric: metric.metric, value: number.value, from: metric.from }]
                : [];
        }
        default:
            return [];
    }
}
/** Equal ones would share one place of the axis, and long ones would run into each other. */
function labelsOf(points) {
    const labels = points.map(({ row }) => row.config.join(', '));
    const isPlain = labels.every((label) => label.trim() !== '' && label.length <= longestLabel) &&
        new Set(labels).size === labels.length &&
        labels.reduce((sum, label) => sum + label.length + 2, 0) <= mostLabelSigns;
    const shown = points.map(({ best, number }, index) => {
        const label = isPlain ? (0,_mermaid_text_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeLabel */ .c)(labels[index] ?? '', longestLabel) : String(number);
        return best ? `★ ${label}` : label;
    });
    return { shown, numbered: !isPlain };
}
/** A power of ten that all are divided by, so that they are written without one; 0 where none is needed. */
function exponentOf(values) {
    const largest = Math.max(...values.map(Math.abs));
    if (largest === 0 || (largest >= 0.01 && largest < 1e6))
        return 0;
    // `10 ** -324` would be 0.
    return Math.max(-300, Math.floor(Math.log10(largest)));
}
/** With some room on both sides. */
function rangeOf(values) {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const room = high > low ? (high - low) * 0.1 : Math.abs(high) * 0.1 || 1;
    // Of numbers below zero the bars still stand on the axis.
    return low >= 0 ? [Math.max(0, low - room), high + room] : [low - room, high + room];
}
/** Mermaid reads no `1e-7`. */
function decimal(value) {
    const text = value.toFixed(6).replace(/\.?0+$/, '');
    return text === '-0' ? '0' : text;
}
function isMeasured(value) {
    return typeof value === 'number' && Number.isFinite(value);
}
function isNumber(text) {
    return text !== undefined && text.trim() !== '' && Number.isFinite(Number(text));
}
function quoted(name) {
    const plain = (0,_engine_plain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plainText */ .w)(name).replace(/[`\s]+/g, ' ');
    return `\`${plain.length > 40 ? `${plain.slice(0, 39)}…` : plain}\``;
}


/***/ }),

/***/ 94493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ progressIn)
/* harmony export */ });
const longestLine = 4096;
const patterns = new Map();
/** `pattern`: a regular expression with named groups. */
function progressIn(line, pattern) {
    if (line.length > longestLine)
        return undefined;
    const found = line.startsWith('{')
        ? numbersOfJson(line)
        : pattern === undefined
            ? undefined
            : numbersAt(line, pattern);
    if (!found)
        return undefined;
    const fields = found;
    const done = fields.get('epoch') ?? fields.get('step');
    if (done === undefined)
        return undefined;
    const of = fields.get('epochs') ?? fields.get('steps');
    for (const name of ['epoch', 'step', 'epochs', 'steps'])
        fields.delete(name);
    return { done, ...(of === undefined ? {} : { of }), metrics: Object.fromEntries(fields) };
}
function numbersAt(line, pattern) {
    let expression = patterns.get(pattern);
    if (!expression) {
        expression = new RegExp(pattern);
        patterns.set(pattern, expression);
    }
    const groups = expression.exec(line)?.groups;
    if (!groups)
        return undefined;
    return new Map(Object.entries(groups).flatMap(([name, text]) => {
        const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text);
        return Number.isFinite(value) ? [[name, value]] : [];
    }));
}
function numbersOfJson(line) {
    let parsed;
    try {
        parsed = JSON.parse(line);
    }
    catch {
        return undefined;
    }
    if (typeof parsed !== 'object' || parsed === null)
        return undefined;
    const fields = new Map();
    for (const [name, value] of Object.entries(parsed)) {
        if (typeof value === 'number' && Number.isFinite(value))
            fields.set(name, value);
    }
    return fields;
}


/***/ })

};
