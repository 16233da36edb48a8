/**
 * What is measured of ours: one piece of work over one connection, as a program of its own. It is bundled from the
 * sources before it runs.
 *
 *   node index.mjs '{"work":"first","port":…}'
 */
import '../../src/shim.ts';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from '../../src/ssh/connection.ts';
import { download } from '../../src/ssh/download.ts';
import { followJob, startJob } from '../../src/ssh/job.ts';
import { upload } from '../../src/ssh/upload.ts';

const asked = JSON.parse(process.argv[2]);
const connections = [];

function connection(port = asked.port) {
  const { user, hostKey } = asked;
  const privateKey = readFileSync(asked.key, 'utf8');
  const one = new Connection({ host: '127.0.0.1', port, user, hostKey, privateKey });
  connections.push(one);
  return one;
}

const works = {
  first: () => ran(connection(), ':'),
  commands: async () => {
    const host = connection();
    for (let count = 0; count < asked.count; count += 1) await ran(host, ':');
  },
  up: async () => {
    const more = Array.from({ length: asked.more ?? 0 }, () => connection());
    const { from: root, include = [], exclude = [], to, gitIgnored = false, cache } = asked;
    const tree = { include, exclude, gitIgnored };
    await upload(connection(), { root, tree, to, name: 'tree', more, cache });
  },
  down: async () => {
    const { from, to } = asked;
    const most = { mostBytes: 2 ** 40, mostFiles: 1_000_000 };
    const { files } = await download(connection(), { from, paths: 'all', to, ...most });
    if (files.length !== asked.count) throw new Error(`${files.length} files came, not ${asked.count}`);
  },
  log: async () => {
    const host = connection();
    if (asked.script !== undefined) await startJob(host, job(asked.directory, asked.script));
    const file = createWriteStream(asked.to);
    const end = await followJob(host, {
      directory: asked.directory,
      from: 0,
      onData: (chunk) => file.write(chunk),
    });
    file.end();
    await once(file, 'finish');
    if (end.is !== 'exit' || end.code !== 0) throw new Error(`the job ended with ${JSON.stringify(end)}`);
  },
  cuts,
};

async function ran(host, command) {
  const { code, stderr } = await host.exec(command);
  if (code !== 0) throw new Error(`${command} ended with ${code}: ${stderr}`);
}

function job(directory, script) {
  const nothing = { arguments: [], environment: {}, secrets: {}, keepsStdout: false };
  return { directory, shell: 'bash', flags: ['-c'], script, name: 'job', cwd: '~', ...nothing };
}

/**
 * Cuts the connection under a job that prints all the time, again and again. Each time: from the cut to the next byte
 * of the log, and beside it what a handshake and a command over a connection take. At the end, the log as it came.
 */
async function cuts() {
  const { relay: program, line, count, directory, stop } = asked;
  const relay = spawn(process.execPath, [program, JSON.stringify(line)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const port = Number((await once(relay.stdout, 'data'))[0].toString());
  const host = connection(port);
  await startJob(host, job(directory, asked.script));
  const log = [];
  let attached = false;
  let came = () => {};
  const following = followJob(host, {
    directory,
    from: 0,
    onData: (chunk) => {
      log.push(chunk);
      if (attached) came();
    },
    onReattach: () => {
      attached = true;
    },
  });
  const times = { attach: [], handshake: [], command: [] };
  for (let done = 0; done < count; done += 1) {
    // Somewhere in the log, and not always at the same place of a line or a question.
    await sleep(20 + Math.random() * 60);
    attached = false;
    const next = new Promise((resolve) => {
      came = resolve;
    });
    const started = performance.now();
    relay.stdin.write('cut\n');
    await Promise.race([next, following]);
    times.attach.push(performance.now() - started);
    if (done % 5 === 0) {
      const fresh = connection(port);
      const before = performance.now();
      await fresh.connect();
      const between = performance.now();
      await ran(fresh, ':');
      times.handshake.push(between - before);
      times.command.push(performance.now() - between);
      fresh.close();
    }
  }
  await ran(host, `: >${stop}`);
  const end = await following;
  relay.stdin.end();
  if (end.is !== 'exit' || end.code !== 0) throw new Error(`the job ended with ${JSON.stringify(end)}`);
  writeFileSync(asked.to, Buffer.concat(log));
  writeFileSync(asked.times, JSON.stringify(times));
}

try {
  await works[asked.work]();
} finally {
  for (const one of connections) one.close();
}
