/** How the page looks: by a light and by a dark system, on a phone, on paper. */

export const style = `
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
