/** Packs the scripts and the data into one archive, with the hash of each file: what a pod needs for a training. */

import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { runCommand } from '../../simple-lstm/command.js';
import { sha256 } from '../../simple-lstm/data.js';
import { writeOutput, writeWhole } from '../../simple-lstm/files.js';
import { DATA, PACKAGE } from '../lib/paths.js';
import { scripts } from '../lib/sources.js';
import { pack } from '../lib/tar.js';

await runCommand({ name: 'pod/code-package.js', purpose: `Writes ${PACKAGE}.` }, async () => {
  const files = new Map();
  for (const path of [...(await scripts()), 'package.json', join('..', 'simple-lstm', 'package.json'), DATA])
    files.set(relative('..', path), await readFile(path));
  const archive = pack(files);
  await writeWhole(PACKAGE, archive);
  console.log(`${files.size} files, ${Math.round(archive.length / 1024)} KiB`);
  await writeOutput({ files: files.size, sha256: sha256(archive) });
});
