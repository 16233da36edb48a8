/** What is sent and fetched: text that compresses as sources and logs do, and bytes that do not compress at all. */
import { spawnSync } from 'node:child_process';
import { createHash, randomFillSync } from 'node:crypto';
import { appendFileSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The same numbers in every run. */
let seed = 1;
function random(below) {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
}

const words = Array.from({ length: 2000 }, (_, index) =>
  createHash('md5').update(String(index)).digest('hex').replace(/\d/g, '').slice(0, 8),
);

export function text(bytes) {
  const lines = [];
  let length = 0;
  while (length < bytes) {
    const line = `${' '.repeat(2 * random(4))}${words[random(2000)]} = ${words[random(200)]}(${words[random(2000)]}, ${random(1000)})\n`;
    lines.push(line);
    length += line.length;
  }
  return lines.join('').slice(0, bytes);
}

function write(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** Files of 4 KiB, 50 in a folder. */
export function smallFiles(root, count) {
  const path = (index) => join(root, `part-${Math.floor(index / 50)}`, `file-${index}.py`);
  for (let index = 0; index < count; index += 1) write(path(index), text(4096));
  return { root, edit: () => edit(path, count) };
}

/** A git repository: mostly sources of all sizes, and some images, which are most of its bytes. */
export function repository(root, count) {
  const images = Math.ceil(count / 40);
  const path = (index) => join(root, `package-${index % 40}`, `module-${index}.py`);
  for (let index = 0; index < count - images; index += 1) write(path(index), text(500 + random(20_000)));
  for (let index = 0; index < images; index += 1)
    write(
      join(root, 'images', `${index}.png`),
      randomFillSync(Buffer.alloc(Math.floor((12 * 2 ** 20) / images))),
    );
  for (const command of [
    ['init', '-q'],
    ['add', '.'],
  ]) {
    const { status, stderr } = spawnSync('git', command, { cwd: root });
    if (status !== 0) throw new Error(`git ${command[0]} failed in ${root}: ${stderr}`);
  }
  return { root, edit: () => edit(path, count - images) };
}

let edits = Date.now() / 1000;

/** Always the same ten: one who comes after others finds no more changed than they did. */
function edit(path, count) {
  // rsync tells files of one size apart by whole seconds.
  edits += 2;
  for (let index = 0; index < 10; index += 1) {
    const file = path(Math.floor((index * count) / 10));
    write(file, text(4096));
    utimesSync(file, edits, edits);
  }
}

export function results(root, count) {
  for (let index = 0; index < count; index += 1)
    write(join(root, `trial-${Math.floor(index / 10)}`, `metrics-${index}.jsonl`), text(32 * 1024));
}

export function largeFile(path, megabytes) {
  mkdirSync(dirname(path), { recursive: true });
  rmSync(path, { force: true });
  const block = Buffer.alloc(2 ** 20);
  for (let index = 0; index < megabytes; index += 1) appendFileSync(path, randomFillSync(block));
}

export function logLines(path, count) {
  const lines = Array.from(
    { length: count },
    (_, index) => `step ${index} loss 0.${random(1e6)} accuracy 0.${random(1e6)} ${words[random(2000)]}\n`,
  );
  write(path, lines.join(''));
}
