/** Hosts over SSH: connecting, commands, trees, large files, results and logs, beside OpenSSH and rsync on the same sshd. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inTurn, median, run } from '../measure.mjs';
import { newerNode } from '../peers.mjs';
import { bundles } from '../ssh/bundle.mjs';
import { far, fast, relayProgram, setting } from '../ssh/setting.mjs';
import { largeFile, logLines, repository, results, smallFiles } from '../ssh/trees.mjs';
import { grouped, leftOut, table, whole } from '../table.mjs';

const ours = 'ml-workflow';
const alike = 'rsync, our algorithms';
const places = { loopback: 'loopback', far: '50 ms, 200 Mbit/s', fast: '50 ms, 1 Gbit/s' };

export async function ssh(options) {
  for (const program of ['sshd', 'ssh', 'rsync', 'zstd', 'git']) {
    const path = `${process.env.PATH}:/usr/sbin:/usr/local/sbin`;
    if (spawnSync('sh', ['-c', `command -v ${program}`], { env: { PATH: path } }).status === 0) continue;
    leftOut('ssh', `there is no ${program} here`);
    return;
  }
  const { driver, sshd } = await bundles();
  const node = options.node ?? newerNode() ?? process.execPath;
  const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();
  console.log(`Over SSH, ours runs on Node ${version}\n`);
  const server = await setting(options.folder, sshd, { loopback: undefined, far, fast });
  const bench = new Bench(
    { ...options, rounds: (usual) => options.rounds(options.quick ? 3 : usual) },
    server,
    {
      node,
      driver,
    },
  );
  try {
    for (const [name, work] of Object.entries(works))
      if (options.only === undefined || options.only.split(',').includes(name)) await work(bench);
    bench.summary();
  } finally {
    await server.stop();
  }
}

class Bench {
  #aims = [];

  constructor(options, server, { node, driver }) {
    Object.assign(this, { ...options, ...server, server, nodeProgram: node, driver });
  }

  ours(line, asked, before) {
    const words = [this.driver, JSON.stringify({ ...this.access(line), ...asked })];
    return { program: this.nodeProgram, words, before };
  }

  shell(script, before) {
    return { program: 'sh', words: ['-c', `set -e; ${script}`], before };
  }

  /** Runs them in turn, and prints the table of it. `against`: the names of the rivals, the fastest of which counts. */
  async compare(work, line, contenders, { rounds, against, plus, aim, mine = ours }) {
    const count = this.rounds(rounds);
    const taken = await inTurn(contenders, count);
    const time = (name) => median(taken[name]);
    const best = against.reduce((one, other) => (time(other) < time(one) ? other : one));
    const measure = time(best) + (plus === undefined ? 0 : time(plus));
    table(
      `${work}, ${places[line]}: whole process, median of ${count}`,
      ['program', 'ms', 'least ms', 'times the fastest rival'],
      Object.keys(taken).map((name) => [
        name,
        whole(time(name)),
        whole(Math.min(...taken[name])),
        (time(name) / time(best)).toFixed(2),
      ]),
    );
    const rival = plus === undefined ? best : `${best} + ${plus}`;
    this.aimed(work, places[line], time(mine), rival, measure, aim);
  }

  aimed(work, where, measured, against, measure, most) {
    this.#aims.push({ work, where, measured, against, measure, most });
  }

  summary() {
    table(
      'Over SSH: what was aimed at',
      ['work', 'line', 'ours, ms', 'against', 'ms', 'times', 'aim', 'result'],
      this.#aims.map(({ work, where, measured, against, measure, most }) => [
        work,
        where,
        whole(measured),
        against,
        whole(measure),
        (measured / measure).toFixed(2),
        most === undefined ? '' : most.toFixed(1),
        most === undefined ? '' : measured <= most * measure ? 'met' : 'missed',
      ]),
    );
  }
}

const works = { first, commands, trees, file, down, log, cuts };

async function first(bench) {
  for (const [line, aim] of [
    ['loopback', 1.1],
    ['far', 1.0],
  ]) {
    const contenders = {
      'node -e 0': { program: bench.nodeProgram, words: ['-e', '0'] },
      ssh: bench.shell(`exec ${bench.ssh} ${line} :`),
      [ours]: bench.ours(line, { work: 'first' }),
    };
    const how = { rounds: 11, against: ['ssh'], plus: 'node -e 0', aim };
    await bench.compare('connection and first command', line, contenders, how);
  }
}

async function commands(bench) {
  const count = bench.scaled(100);
  const socket = join(bench.folder, 'master');
  for (const [line, aim, rounds] of [
    ['loopback', 0.7, 7],
    ['far', 1.0, 3],
  ]) {
    const master = `${bench.ssh} -S ${socket}`;
    const contenders = {
      'ssh, one ControlMaster': bench.shell(
        `${master} -M -N -f ${line} </dev/null >/dev/null 2>&1
        for i in $(seq ${count}); do ${master} ${line} :; done; ${master} -O exit ${line} 2>/dev/null`,
      ),
      [ours]: bench.ours(line, { work: 'commands', count }),
    };
    const how = { rounds, against: ['ssh, one ControlMaster'], aim };
    await bench.compare(`${count} commands in turn, one connection`, line, contenders, how);
  }
}

async function trees(bench) {
  const counts = { small: bench.scaled(5000), repository: bench.scaled(800) };
  const made = join(bench.folder, 'trees');
  const small = smallFiles(join(made, 'small'), counts.small);
  const project = repository(join(made, 'repository'), counts.repository);
  const kinds = [
    [`${grouped(counts.small)} files of 4 KiB`, small, [0.8, 0.8, 0.9]],
    [`repository of ${grouped(counts.repository)} files, 20 MiB`, project, [0.8, 0.7, 0.9]],
  ];
  for (const [what, tree, aims] of kinds)
    for (const line of ['loopback', 'far']) await treeOver(bench, line, what, tree, aims);
}

async function treeOver(bench, line, what, { root, edit }, [cold, unchanged, changed]) {
  const { home, ssh: program } = bench;
  const to = (name) => join(home, `tree-${name}`);
  const remove = (name) => () => rmSync(to(name), { recursive: true, force: true });
  const rsync = (name, flags, before, over = bench.sshAsItIs) =>
    bench.shell(
      `exec rsync ${flags} --delete --exclude=.git -e '${over}' ${root}/ ${line}:${to(name)}/`,
      before,
    );
  const tar = (pack, unpack, before) =>
    bench.shell(
      `tar -C ${root} --exclude=.git -cf - . ${pack}| ${program} ${line} 'mkdir ${to('tar')}; ${unpack}tar -C ${to('tar')} -xf -'`,
      before,
    );
  // As a run has it: hashes of files that have not changed are kept beside the project.
  const cache = join(bench.folder, 'hashes');
  const up = (before) => bench.ours(line, { work: 'up', from: root, to: to('ours'), cache }, before);
  const removeOurs = () => {
    remove('ours')();
    rmSync(cache, { recursive: true, force: true });
  };
  const against = ['rsync', 'rsync -z'];
  const synced = (before) => ({
    rsync: rsync('rsync', '-a', before),
    'rsync -z': rsync('rsync-z', '-az', before),
    [alike]: rsync('rsync-alike', '-a', before, program),
    [ours]: up(before),
  });
  const starts = [
    [
      'cold',
      cold,
      {
        rsync: rsync('rsync', '-a', remove('rsync')),
        'rsync -z': rsync('rsync-z', '-az', remove('rsync-z')),
        [alike]: rsync('rsync-alike', '-a', remove('rsync-alike'), program),
        'tar | ssh': tar('', '', remove('tar')),
        'tar | zstd | ssh': tar('| zstd -1 ', 'zstd -d | ', remove('tar')),
        [ours]: up(removeOurs),
      },
    ],
    ['unchanged', unchanged, synced()],
    ['10 files changed', changed, synced(edit)],
  ];
  for (const [start, aim, contenders] of starts)
    await bench.compare(`${what}, ${start}`, line, contenders, {
      rounds: line === 'far' ? 5 : 7,
      against,
      aim,
    });
  for (const name of ['rsync', 'rsync-z', 'rsync-alike', 'ours']) {
    // The last edit was made for ours.
    if (name !== 'ours') await run(rsync(name, '-a'));
    same(root, to(name));
  }
  for (const name of ['rsync', 'rsync-z', 'rsync-alike', 'tar', 'ours']) remove(name)();
}

/** Who did not do the work has no time. */
function same(one, other) {
  const { status, stdout } = spawnSync('diff', ['-r', '-x', '.git', '-x', '.ml-workflow', one, other], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${other} is not what ${one} is: ${stdout.slice(0, 500)}`);
}

async function file(bench) {
  const megabytes = bench.quick || bench.isSmall ? 64 : 512;
  const folder = join(bench.folder, 'large');
  const path = join(folder, 'large.bin');
  largeFile(path, megabytes);
  const { home, ssh: program } = bench;
  const to = (name) => join(home, `large-${name}`);
  const fresh = (name) => () => {
    rmSync(to(name), { recursive: true, force: true });
    mkdirSync(to(name));
  };
  const twice = `${ours}, two connections`;
  for (const [line, aim] of [
    ['loopback', undefined],
    ['fast', 0.5],
  ]) {
    const up = (name, more) =>
      bench.ours(line, { work: 'up', from: folder, to: to(name), more }, fresh(name));
    const contenders = {
      scp: bench.shell(`exec ${bench.scp} ${path} ${line}:${to('scp')}/`, fresh('scp')),
      rsync: bench.shell(`exec rsync -a -e '${program}' ${path} ${line}:${to('rsync')}/`, fresh('rsync')),
      'tar | ssh': bench.shell(
        `tar -C ${folder} -cf - large.bin | ${program} ${line} 'tar -C ${to('tar')} -xf -'`,
        fresh('tar'),
      ),
      [ours]: up('ours', 0),
      [twice]: up('twice', 1),
    };
    const how = { rounds: 3, against: ['scp', 'rsync', 'tar | ssh'], aim };
    await bench.compare(`one file of ${megabytes} MiB up`, line, contenders, how);
    for (const name of ['scp', 'rsync', 'tar', 'ours', 'twice']) same(folder, to(name));
  }
  for (const name of ['scp', 'rsync', 'tar', 'ours', 'twice']) rmSync(to(name), { recursive: true });
  rmSync(folder, { recursive: true });
}

async function down(bench) {
  const count = bench.scaled(200);
  const { home, ssh: program } = bench;
  const from = join(home, 'results');
  results(from, count);
  const to = (name) => join(bench.folder, `down-${name}`);
  const fresh = (name) => () => {
    rmSync(to(name), { recursive: true, force: true });
    mkdirSync(to(name));
  };
  for (const [line, aim] of [
    ['loopback', undefined],
    ['far', 1.0],
  ]) {
    const contenders = {
      rsync: bench.shell(`exec rsync -az -e '${program}' ${line}:${from}/ ${to('rsync')}/`, fresh('rsync')),
      'ssh tar | zstd': bench.shell(
        `${program} ${line} 'tar -C ${from} -cf - . | zstd -1' | zstd -d | tar -C ${to('tar')} -xf -`,
        fresh('tar'),
      ),
      [ours]: bench.ours(line, { work: 'down', from, to: to('ours'), count }, fresh('ours')),
    };
    const how = { rounds: 7, against: ['ssh tar | zstd'], aim };
    await bench.compare(`${count} result files of 32 KiB down`, line, contenders, how);
    for (const name of ['rsync', 'tar', 'ours']) same(from, to(name));
  }
}

async function log(bench) {
  const count = bench.scaled(200_000);
  const lines = join(bench.home, 'lines');
  logLines(lines, count);
  const ended = `${bench.home}/job-ended`;
  const to = join(bench.folder, 'lines');
  let started = 0;
  const words = { work: 'log', to };
  await run(bench.ours('loopback', { ...words, directory: ended, script: 'cat lines' }));
  for (const line of ['loopback', 'far']) {
    const live = `${ours}: a job started and followed`;
    const done = `${ours}: the log of a job that has ended`;
    const starting = bench.ours(line, { ...words, script: 'cat lines' });
    const [program, json] = starting.words;
    starting.before = () => {
      // A job is started once: each needs a directory of its own.
      started += 1;
      const directory = `${bench.home}/job-${started}`;
      starting.words = [program, JSON.stringify({ ...JSON.parse(json), directory })];
    };
    const contenders = {
      'ssh >file': bench.shell(`exec ${bench.ssh} ${line} 'cat lines' >${to}-ssh`),
      [live]: starting,
      [done]: bench.ours(line, { ...words, directory: ended }),
    };
    const how = { rounds: 7, against: ['ssh >file'], aim: 1.3, mine: live };
    await bench.compare(`log of ${grouped(count)} lines`, line, contenders, how);
    for (const name of [to, `${to}-ssh`]) same(lines, name);
  }
}

async function cuts(bench) {
  const counts = { loopback: bench.full ? 1000 : 100, far: bench.full ? 200 : 30 };
  for (const line of ['loopback', 'far']) {
    const count = Math.max(3, bench.scaled(counts[line]));
    const directory = `${bench.home}/job-cut-${line}`;
    const stop = `${bench.home}/stop-${line}`;
    const [to, times] = [join(bench.folder, `cut-${line}.log`), join(bench.folder, `cut-${line}.json`)];
    // Waits in the shell itself: a process for each line would slow what is measured.
    const script = `exec 9<> <(:); i=0
while [ ! -e ${stop} ]; do i=$((i + 1)); echo "line $i of a log that grows, with ä in it"; read -rt 0.005 -u 9; done; :`;
    const relay = { port: bench.port, ...(line === 'far' ? far : {}) };
    const asked = {
      work: 'cuts',
      relay: relayProgram,
      line: relay,
      count,
      directory,
      script,
      stop,
      to,
      times,
    };
    await run(bench.ours('loopback', asked));
    const there = readFileSync(join(directory, 'log'));
    const here = readFileSync(to);
    const { attach, handshake, command } = JSON.parse(readFileSync(times, 'utf8'));
    const tripped = median(handshake) + (line === 'far' ? far.roundTrip : 0);
    table(
      `A log followed through ${grouped(count)} cuts of the connection, ${places[line]}, medians`,
      ['', 'ms'],
      [
        ['from the cut to the next byte of the log', whole(median(attach))],
        ['the slowest', whole(Math.max(...attach))],
        ['a handshake', whole(median(handshake))],
        ['a command over an open connection', whole(median(command))],
      ],
    );
    const wrong = here.equals(there) ? 0 : wrongLines(there, here);
    console.log(`${grouped(here.length)} bytes came, of ${grouped(there.length)} that were written`);
    console.log(
      `Aim: no byte lost or repeated: ${wrong === 0 ? 'met' : `missed, ${wrong} lines are wrong`}\n`,
    );
    const rival = line === 'far' ? 'a handshake and a round trip' : 'a handshake';
    const aim = line === 'far' ? 1.0 : undefined;
    bench.aimed('next byte of a log after a cut', places[line], median(attach), rival, tripped, aim);
  }
}

function wrongLines(there, here) {
  const counts = new Map();
  for (const line of there.toString().split('\n')) counts.set(line, (counts.get(line) ?? 0) + 1);
  for (const line of here.toString().split('\n')) counts.set(line, (counts.get(line) ?? 0) - 1);
  // The same lines in another order are wrong too.
  return Math.max(
    1,
    [...counts.values()].reduce((sum, count) => sum + Math.abs(count), 0),
  );
}
