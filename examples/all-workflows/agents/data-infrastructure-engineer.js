/** Looks at the data: is it whole, is it the data the model was trained on, is there enough of it? */

import { readDataset, SPLITS, sha256 } from '../../simple-lstm/data.js';
import { featuresPath } from '../../simple-lstm/features-file.js';
import { readIfPresent } from '../../simple-lstm/files.js';
import { CANDIDATE, DATA, modelDirectory } from '../lib/paths.js';
import { percent, runAgent } from './agent.js';

await runAgent({
  'validate-data-pipeline': async () => {
    const { sha256: hash } = await readDataset(DATA);
    const features = parse(await readIfPresent(featuresPath(DATA)));
    const model = parse(await readIfPresent(`${modelDirectory(CANDIDATE)}/model.json`));
    const stages = [
      ['normalisation', features?.data_sha256],
      ['newest model', model?.data_sha256],
    ];
    return {
      title: 'The data pipeline',
      rows: [['data', hash.slice(0, 12)], ...stages.map(([name, of]) => [name, stateOf(of, hash)])],
      advice: stages
        .filter(([, of]) => of !== undefined && of !== hash)
        .map(([name]) => `make the ${name} again: the data has changed since`),
    };
  },
  'validate-data': quality,
  'data-quality-check': quality,
});

async function quality() {
  const { dataset } = await readDataset(DATA);
  const rows = [];
  const advice = [];
  for (const name of SPLITS) {
    const { windows, labels } = dataset[name];
    const wrong = windows.flat().filter((value) => !Number.isFinite(value)).length;
    const twice = windows.length - new Set(windows.map((window) => sha256(String(window)))).size;
    const share = labels.filter((label) => label === 1).length / labels.length;
    rows.push([name, `${windows.length} windows, class 1 ${percent(share)}, ${wrong} gaps, ${twice} twice`]);
    if (wrong > 0) advice.push(`fill the ${wrong} gaps of ${name}: /data-cleanup`);
    if (twice > 0) advice.push(`${twice} windows of ${name} are there twice`);
  }
  return { title: 'Quality of the data', rows, advice };
}

function stateOf(hash, expected) {
  if (hash === undefined) return 'not there';
  return hash === expected ? 'of this data' : `of other data, ${hash.slice(0, 12)}`;
}

function parse(text) {
  return text === undefined ? undefined : JSON.parse(text);
}
