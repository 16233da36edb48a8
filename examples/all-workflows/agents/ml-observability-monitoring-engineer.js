/** Looks at the watch over production: sets it up and says what it does not see. */

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { readIfPresent, readJson } from '../../simple-lstm/files.js';
import { MONITORING } from '../lib/paths.js';
import { runAgent } from './agent.js';

await runAgent({ 'setup-monitoring': setUp, 'monitoring-setup': setUp });

async function setUp() {
  execFileSync(process.execPath, ['monitoring/setup.js', '--dashboard'], { stdio: 'inherit' });
  const {
    alerts,
    min_accuracy: accuracy,
    max_psi: psi,
  } = await readJson(join(MONITORING, 'config.json'), '');
  const log = (await readIfPresent(join(MONITORING, 'log.jsonl'))) ?? '';
  const looks = log.split('\n').filter((line) => line !== '').length;
  return {
    title: 'Monitoring',
    rows: [
      ['alerts', alerts.join(', ')],
      ['alarm below accuracy', accuracy.toFixed(3)],
      ['alarm above PSI', psi.toFixed(2)],
      ['looks so far', String(looks)],
    ],
    advice: looks < 10 ? ['compare with the mean of ten looks once there are so many'] : [],
  };
}
