/** Packs the whole test (both models, counts, test, decision) into an archive for later questions. */

import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { runCommand } from '../../simple-lstm/command.js';
import { sha256 } from '../../simple-lstm/data.js';
import { writeOutput, writeWhole } from '../../simple-lstm/files.js';
import { AB_TEST } from '../lib/paths.js';
import { pack } from '../lib/tar.js';
import { readPart } from './variants.js';

await runCommand(
  { name: 'ab-test/archive-variant.js', purpose: `Packs ${AB_TEST} into one archive beside it.` },
  async () => {
    const { loser } = await readPart('decision');
    const files = new Map();
    for (const entry of await readdir(AB_TEST, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath ?? entry.path, entry.name);
      files.set(relative(AB_TEST, path), await readFile(path));
    }
    const archive = pack(files);
    const path = `${AB_TEST}-${sha256(archive).slice(0, 12)}.tar.gz`;
    await writeWhole(path, archive);
    console.log(`${path}: ${files.size} files; variant ${loser} was the loser.`);
    await writeOutput({ archived: files.size });
  },
);
