/** The pods of one target in one run: made when a unit needs one, shared by `slots`, ended with their scope. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { remainingDollars } from '../../engine/expiry.ts';
import { plainText } from '../../engine/plain-text.ts';
import { isAlive, isUndecided, mayCost } from '../../engine/pods.ts';
import type { PodState } from '../../engine/state.ts';
import type {
  NodeId,
  Plan,
  PlannedCommand,
  PodScope,
  RunpodTarget,
  SetupCommand,
  UnitNode,
} from '../../plan/plan.ts';
import { hostsPerUnit } from '../../plan/pods.ts';
import type { RunOfTarget, UnitOutcome, UnitRequest, UnitWatch } from '../../ports.ts';
import { Breaker } from '../../runpod/breaker.ts';
import { type Candidates, candidatesFor } from '../../runpod/candidates.ts';
import { readCatalogue } from '../../runpod/catalogue.ts';
import type { RunpodClient } from '../../runpod/client.ts';
import { type EndedPod, endOnRecord } from '../../runpod/end-on-record.ts';
import { RunpodError } from '../../runpod/error.ts';
import { propagation } from '../../runpod/find.ts';
import { type PodClock, wallClock } from '../../runpod/pod-clock.ts';
import type { PodLog } from '../../runpod/pod-log.ts';
import { shortPodName } from '../../runpod/pod-name.ts';
import { provision, type ReadyPod } from '../../runpod/provision.ts';
import { ProvisionError } from '../../runpod/provision-error.ts';
import { type Readiness, touchLease } from '../../runpod/ready.ts';
import type { Connection } from '../../ssh/connection.ts';
import { SshError } from '../../ssh/host.ts';
import { type Cargo, treeSource } from '../hosts/cargo.ts';
import { PlaceError, prepare } from '../hosts/remote-place.ts';
import type { HostLost, RemoteOptions } from '../hosts/remote-unit.ts';
import { SettingError } from '../hosts/setting.ts';
import { orAborted, runOn } from '../hosts/ssh.ts';
import { demandHere, demandSyncHere, TransferError } from '../hosts/transfer.ts';
import type { Beside } from './beside.ts';
import { dropUnrecorded, recoverPods } from './left-pods.ts';
import { type PreparedPod, Slot } from './pod.ts';
import { apiVariable, runpodClient } from './runpod-client.ts';

export interface FleetOptions extends RemoteOptions {
  readonly name: string;
  readonly plan: Plan;
  /** Whose pods these are: the reaper ends no others. */
  readonly owner: string;
  readonly revision: () => Promise<{ readonly sha: string | null; readonly dirty: boolean }>;
  readonly clock?: PodClock;
  readonly readiness?: Partial<Readiness>;
  /** How long a host may be away before it counts as lost. */
  readonly reconnectMilliseconds?: number;
  readonly keepaliveMilliseconds?: number;
  /** Milliseconds before each further round over the candidates when there is no capacity. */
  readonly capacityWaits?: readonly number[];
  readonly leaseMilliseconds?: number;
  /** Where others make pods for other branches. */
  readonly beside?: Beside;
}

/** Less is not worth the time that a pod takes to become ready. */
const shortestLife = 120;
/** For which a run waits for its bills when all else is over. */
const billMilliseconds = 30_000;
/** For which a pod may still be billed when its life is over: it looks at the time now and then, and asks to be ended. */
const secondsToEnd = 60;

type Failed = (failure: string, message: string, tail?: readonly string[]) => UnitOutcome;

export class Fleet {
  readonly #target: RunpodTarget;
  readonly #options: FleetOptions;
  readonly #clock: PodClock;
  readonly #scopeOf = new Map<string, PodScope>();
  /** By scope; those that are closed are no longer here. */
  readonly #slots = new Map<string, Slot[]>();
  /** The pod on which a branch has begun. */
  readonly #homes = new Map<string, Slot>();
  /** Units that wait for room in a scope. */
  readonly #waiting = new Map<string, (() => void)[]>();
  /** Of pods that are ready and not being ended: by RunPod's id. */
  readonly #held = new Map<string, { readonly connection: Connection; readonly lease: NodeJS.Timeout }>();
  /** By RunPod's id: each is ended once, and again where that could not be proven. */
  readonly #endings = new Map<string, Promise<void>>();
  /** By name: when it was last tried in vain to prove its end, in milliseconds since the epoch. */
  readonly #unproven = new Map<string, number>();
  /** What makes pods or ends them now. */
  readonly #busy = new Set<Promise<unknown>>();
  readonly #breaker = new Breaker();
  /** Data centers in which a host was given up in this run. */
  readonly #avoided = new Set<string>();
  /** Whoever drives the run next takes over what is there: nothing is lost, and nothing ends, because this process leaves. */
  #isClosed = false;
  #run: RunOfTarget | undefined;
  #cargo: Cargo | undefined;
  #client: RunpodClient | undefined;
  #candidates: Promise<Candidates> | undefined;
  /** What an earlier driver has left is known. No pod is made before. */
  #recovered: Promise<void> = Promise.resolve();

  constructor(target: RunpodTarget, options: FleetOptions) {
    this.#target = target;
    this.#options = options;
    this.#clock = options.clock ?? wallClock;
    for (const scope of options.plan.pods ?? [])
      if (scope.target === options.name) for (const unit of scope.units) this.#scopeOf.set(unit, scope);
  }

  begin(run: RunOfTarget): void {
    this.#run = run;
    const { workspace, runDirectory, say } = run;
    const tree = treeSource(this.#options.plan, { ...this.#options, workspace, runDirectory, say });
    this.#cargo = { plan: this.#options.plan, workspace, tree };
    dropUnrecorded(runDirectory, run.state);
    const left = this.#podsThat(mayCost);
    if (left.length > 0) this.#recovered = this.#recover(left, run.goesOn);
  }

  async run(request: UnitRequest, watch: UnitWatch): Promise<UnitOutcome> {
    const started = performance.now();
    // It may quote what a host has said.
    const failed: Failed = (failure, message, tail = []) => ({
      ...{ is: 'failed', class: failure, message: plainText(message), tail },
      seconds: (performance.now() - started) / 1000,
    });
    try {
      if (request.command.is === 'setup') return await this.#check(request.command, watch);
      return await this.#runOnPods(request, watch, failed);
    } catch (error) {
      if (watch.signal.aborted) return failed('cancelled', 'cancelled');
      if (error instanceof ProvisionError) return failed(error.class, error.message);
      if (error instanceof PlaceError) return failed(error.class, error.message, error.tail);
      if (error instanceof TransferError || error instanceof SettingError)
        return failed('usage', error.message);
      if (error instanceof RunpodError) return failed(classOfApi(error), error.message);
      throw error;
    }
  }

  /** A host that is lost is no failure of the unit: another one may do it. */
  async #runOnPods(request: UnitRequest, watch: UnitWatch, failed: Failed): Promise<UnitOutcome> {
    const { command, unit } = request;
    const scope = this.#scopeOf.get(unit.id);
    if (!scope) return this.#keepForLater(request, watch, failed);
    if (command.is === 'transfer' && command.direction === 'up') demandHere(command, request.workspace);
    const share = 1 / slotsOf(command, this.#target);
    for (let host = 1; ; host++) {
      const { slot, pod } = await this.#enter(scope, unit, share, watch.signal);
      try {
        this.#its.record([{ type: 'unit-placed', node: unit.id, on: pod.file.name, share }]);
        const again = host === 1 ? request : withoutInterruption(request);
        const outcome = await this.#runOn(again, watch, pod);
        if (outcome.is !== 'host-lost') {
          this.#breaker.worked();
          return outcome;
        }
        const lost = await this.#whyLost(pod, watch.signal);
        // All that share it say so: it is one host.
        if (!slot.isClosed) {
          this.#breaker.failed(lost.class);
          this.#close(scope.id, slot, lost.why);
        }
        const message = `${outcome.message}; ${lost.why}`;
        const gone = this.#leftOn(pod, scope, unit);
        if (gone !== undefined)
          return failed(
            lost.class,
            `${message}; what \`${gone}\` has left there is gone with it, so no other host can go on`,
            outcome.tail,
          );
        if (host >= hostsPerUnit)
          return failed(lost.class, `${message}; it was the last of ${host} hosts`, outcome.tail);
        watch.output(`(${lost.why}; trying another host)`);
      } finally {
        this.#leave(scope.id, slot, share);
      }
    }
  }

  async #runOn(request: UnitRequest, watch: UnitWatch, pod: PreparedPod): Promise<UnitOutcome | HostLost> {
    try {
      return await runOn(request, watch, pod.place, this.#options);
    } catch (error) {
      if (!(error instanceof SshError) || watch.signal.aborted) throw error;
      return { is: 'host-lost', message: error.message, tail: [] };
    }
  }

  /** What this branch has done on the pod before, as people know it: on another pod it is missing. */
  #leftOn({ file }: EndedPod, scope: PodScope, unit: UnitNode): string | undefined {
    const { pods, nodes, byId } = this.#its.state;
    for (const id of pods.get(file.name)?.units ?? []) {
      const other = byId.get(id);
      if (other?.kind !== 'unit' || id === unit.id || nodes.get(id)?.status !== 'succeeded') continue;
      if (this.#branchOf(scope, other) === this.#branchOf(scope, unit)) return other.title;
    }
    return undefined;
  }

  /** Room on a pod of the scope that is ready. */
  async #enter(
    scope: PodScope,
    unit: UnitNode,
    share: number,
    signal: AbortSignal,
  ): Promise<{ readonly slot: Slot; readonly pod: PreparedPod }> {
    await orAborted(this.#recovered, signal);
    const branch = this.#branchOf(scope, unit);
    for (;;) {
      signal.throwIfAborted();
      const slot = this.#slotFor(scope, branch, share);
      if (!slot) {
        await orAborted(new Promise<void>((resolve) => this.#waitingFor(scope.id).push(resolve)), signal);
        continue;
      }
      slot.enter(share);
      // What it began on a pod that was taken over may still run there.
      const isFree = this.#homes.get(branch) !== slot;
      this.#homes.set(branch, slot);
      const found = await this.#readyFor(scope, slot, share, isFree, signal).catch((error: unknown) => {
        if (isFree) this.#homes.delete(branch);
        this.#leave(scope.id, slot, share);
        throw error;
      });
      if (found.slot !== slot) {
        this.#homes.set(branch, found.slot);
        this.#leave(scope.id, slot, share);
      }
      if (!found.slot.isClosed) return found;
      this.#leave(scope.id, found.slot, share);
    }
  }

  /** The slot itself, which has been entered; for who is free, another one whose pod has room before, entered as well. */
  async #readyFor(
    scope: PodScope,
    slot: Slot,
    share: number,
    isFree: boolean,
    signal: AbortSignal,
  ): Promise<{ readonly slot: Slot; readonly pod: PreparedPod }> {
    for (;;) {
      const woken = new Promise<void>((resolve) => this.#waitingFor(scope.id).push(resolve));
      const own = await orAborted(isFree ? Promise.race([slot.ready, woken]) : slot.ready, signal);
      const pod = slot.pod ?? own;
      if (pod) return { slot, pod };
      const other = this.#slotsOf(scope.id).find((one) => one.pod && one.hasRoom(share));
      if (!other?.pod) continue;
      other.enter(share);
      return { slot: other, pod: other.pod };
    }
  }

  /** Undefined while there is no room. */
  #slotFor(scope: PodScope, branch: string, share: number): Slot | undefined {
    // What one branch has written on a pod, its next command finds there.
    const own = this.#homes.get(branch);
    if (own && !own.isClosed) return own.hasRoom(share) ? own : undefined;
    const slots = this.#slotsOf(scope.id);
    const roomy = slots.filter((one) => one.hasRoom(share));
    const free = roomy.find(({ pod }) => pod) ?? roomy[0];
    if (free || slots.filter(({ isClosed }) => !isClosed).length >= scope.pods) return free;
    return this.#newSlot(scope, (signal) => this.#make(scope, signal));
  }

  #newSlot(scope: PodScope, make: (signal: AbortSignal) => Promise<PreparedPod>): Slot {
    const slot = new Slot(make);
    this.#slotsOf(scope.id).push(slot);
    const made = slot.ready.then(
      (pod) => {
        // Closed at the last moment: nobody else knows of it.
        if (slot.isClosed) return this.#end(pod, 'nobody needs it any more');
        this.#wake(scope.id);
        return undefined;
      },
      () => this.#forget(scope.id, slot),
    );
    this.#track(made);
    return slot;
  }

  /** The branch of a block that shares pods; else the scope itself. */
  #branchOf(scope: PodScope, unit: UnitNode): string {
    if (scope.of !== 'block') return scope.id;
    const { byId } = this.#its.state;
    let branch: NodeId = unit.id;
    for (let id = unit.parent; id !== null; id = byId.get(id)?.parent ?? null) {
      const kind = byId.get(id)?.kind;
      if (kind === 'parallel' || kind === 'fork') break;
      branch = id;
    }
    return branch;
  }

  /** An upload that only later pods will need: each gets it when it is made, and none is paid for it now. */
  #keepForLater({ command, unit, workspace }: UnitRequest, watch: UnitWatch, failed: Failed): UnitOutcome {
    if (command.is !== 'transfer' || command.direction !== 'up')
      throw new Error(`internal: ${unit.id} has no pod; please report this`);
    const missing = command.paths.find(({ from }) => !existsSync(join(workspace, from)));
    if (missing) return failed('usage', `\`${missing.from}\` is not there; nothing can be sent`);
    watch.output('each pod gets it when it is made');
    return { is: 'succeeded', result: { seconds: 0, metrics: {}, values: {} } };
  }

  #leave(scope: string, slot: Slot, share: number): void {
    slot.leave(share);
    if (slot.isClosed) this.#forget(scope, slot);
    this.#wake(scope);
  }

  #wake(scope: string): void {
    for (const wake of this.#waitingFor(scope).splice(0)) wake();
  }

  /** A pod on which units of the scope can run, on the third host at the latest. */
  async #make(scope: PodScope, signal: AbortSignal): Promise<PreparedPod> {
    // What will be missing there is missed here first: a pod that cannot be prepared is paid for all the same.
    this.#demandHere(scope);
    // The image may be pulled while the tree is packed.
    this.#cargo?.tree().catch(() => undefined);
    for (let host = 1; ; host++) {
      const pod = await this.#provide(scope, signal);
      this.#hold(pod);
      const prepared = await this.#prepared(scope, pod, signal);
      if (prepared) return prepared;
      if (host >= hostsPerUnit)
        throw new ProvisionError('provision', `${host} hosts were lost while they were prepared`);
    }
  }

  /** Throws a `TransferError`. */
  #demandHere(scope: PodScope): void {
    const { sync, commands } = this.#options.plan;
    const { workspace } = this.#its;
    demandSyncHere(sync?.up ?? [], workspace);
    for (const key of this.#transfersFor(scope)) {
      const command = commands[key];
      if (command?.is === 'transfer') demandHere(command, workspace);
    }
  }

  /** In rounds over the candidates while there is no capacity. */
  async #provide(scope: PodScope, signal: AbortSignal): Promise<ReadyPod> {
    const { runDirectory: runFolder, run, say, hurry } = this.#its;
    const { name, owner, environment, readiness, reconnectMilliseconds, keepaliveMilliseconds, beside } =
      this.#options;
    const { candidates, rejected } = await this.#readCandidates(signal);
    if (candidates.length === 0) {
      const why = rejected.map((one) => `${one.offer}: ${one.why}`).join('; ');
      throw new ProvisionError('capacity', `no offer fits the target \`${name}\`: ${why}`);
    }
    const waits = this.#options.capacityWaits ?? [30_000, 120_000];
    for (let round = 0; ; round++) {
      try {
        return await provision({
          ...{ client: this.#api, target: this.#target, targetName: name, scope: scope.id, owner, run },
          ...{ runFolder, candidates, avoided: this.#avoided, breaker: this.#breaker, say, signal, hurry },
          ...{ clock: this.#clock, log: this.#log(scope.id) },
          ...{ reconnectMilliseconds, keepaliveMilliseconds },
          apiBase: environment[apiVariable] || undefined,
          affords: (price) => this.#affords(scope, price),
          end: (pod, why) => void this.#end(pod, why),
          ...(readiness ? { readiness } : {}),
          ...(beside ? { processes: beside.processes } : {}),
        });
      } catch (error) {
        const wait = waits[round];
        if (!(error instanceof ProvisionError) || error.class !== 'capacity' || wait === undefined)
          throw error;
        say(`${scope.id}: ${error.message}; asking again in ${Math.round(wait / 1000)} s`);
        await this.#clock.sleep(wait, signal);
      }
    }
  }

  /** Undefined when the host was lost meanwhile. A pod that cannot be prepared is being ended when this rejects. */
  async #prepared(scope: PodScope, pod: ReadyPod, signal: AbortSignal): Promise<PreparedPod | undefined> {
    const { say } = this.#its;
    if (!this.#cargo) throw new Error('internal: a target was used before its run began; please report this');
    try {
      const place = await prepare(pod.connection, {
        ...{ target: this.#target, cargo: this.#cargo, transfers: this.#transfersFor(scope), say, signal },
        called: shortPodName(pod.file.name),
      });
      return { ...pod, place };
    } catch (error) {
      if (this.#isClosed) throw error;
      if (signal.aborted) {
        void this.#end(pod, 'nobody needs it any more');
        throw error;
      }
      const lost = error instanceof SshError ? await this.#whyLost(pod, signal) : undefined;
      void this.#end(pod, lost?.why ?? 'it could not be prepared');
      if (lost) {
        this.#breaker.failed(lost.class);
        say(`${shortPodName(pod.file.name)}: ${lost.why}; trying another host`);
        return undefined;
      }
      if (error instanceof PlaceError) this.#breaker.failed(error.class);
      if (error instanceof TransferError) this.#breaker.failed('usage');
      throw error;
    }
  }

  /** Those of the chain before it that have run: one in a branch not taken has sent nothing. */
  #transfersFor(scope: PodScope): readonly string[] {
    if (scope.transfers.length === 0) return [];
    const { nodes } = this.#its.state;
    const ran = new Set(
      this.#options.plan.nodes.flatMap((node) =>
        node.kind === 'unit' && nodes.get(node.id)?.status === 'succeeded' ? [node.command] : [],
      ),
    );
    return scope.transfers.filter((key) => ran.has(key));
  }

  /** Seconds. */
  #affords(scope: PodScope, price: number): number {
    const { state } = this.#its;
    const most = this.#target.lifetime;
    const left = remainingDollars(state, scope.id, this.#clock.now());
    if (left === undefined) return most;
    // Should nobody be there to end them, all pods together still stay within it.
    const together = podsTogether(this.#options.plan, this.#options.beside);
    const seconds = (left * 3600) / (price * together) - secondsToEnd;
    if (seconds < shortestLife)
      throw new ProvisionError(
        'budget',
        `$${left.toFixed(2)} are left of the budget: too little for ${together === 1 ? 'a pod' : `${together} pods`} at $${price}/h`,
      );
    return Math.min(most, seconds);
  }

  #log(scope: string): PodLog {
    const { name: target } = this.#options;
    const { record } = this.#its;
    return {
      intended: (pod) => record([{ type: 'pod-intended', target, scope, ...pod }]),
      refused: (pod) => record([{ type: 'pod-refused', ...pod }]),
      created: (pod) => record([{ type: 'pod-created', ...pod }]),
      ready: (pod) => record([{ type: 'pod-ready', ...pod }]),
      ended: (pod) => record([{ type: 'pod-ended', ...pod }]),
    };
  }

  get #its(): RunOfTarget {
    if (!this.#run) throw new Error('internal: a target was used before its run began; please report this');
    return this.#run;
  }

  get #api(): RunpodClient {
    this.#client ??= runpodClient(this.#options.name, this.#target, this.#options.environment, this.#its.say);
    return this.#client;
  }

  async #readCandidates(signal: AbortSignal): Promise<Candidates> {
    if (!this.#candidates) {
      const reading = readCatalogue(this.#api, this.#target).then((catalogue) =>
        candidatesFor(this.#target, catalogue),
      );
      this.#candidates = reading;
      reading.catch(() => {
        this.#candidates = undefined;
      });
    }
    return await orAborted(this.#candidates, signal);
  }

  /** `/runpod-setup`: what can be known before anything is paid. */
  async #check(command: SetupCommand, watch: UnitWatch): Promise<UnitOutcome> {
    const started = performance.now();
    const { candidates, rejected, notices } = await this.#readCandidates(watch.signal);
    for (const { offer, price, stock } of candidates)
      watch.output(`$${price}/h  ${offer}  (stock: ${stock.toLowerCase()})`);
    for (const { offer, why } of rejected) watch.output(`not ${offer}: ${why}`);
    for (const notice of notices) watch.output(notice);
    const [first] = candidates;
    const seconds = () => (performance.now() - started) / 1000;
    if (!first) {
      const message = `no offer fits the target \`${command.target}\`: ${rejected.map((one) => `${one.offer}: ${one.why}`).join('; ')}`;
      return { is: 'failed', seconds: seconds(), class: 'capacity', message, tail: [] };
    }
    if (this.#cargo) await orAborted(this.#cargo.tree(), watch.signal);
    const values = { offer: first.offer, price: String(first.price), offers: String(candidates.length) };
    return { is: 'succeeded', result: { seconds: seconds(), metrics: {}, values } };
  }

  async #whyLost(
    { file: { name, id } }: EndedPod,
    signal: AbortSignal,
  ): Promise<{ readonly class: 'preempted' | 'connection-lost'; readonly why: string }> {
    const found = await this.#api.pod(id, signal).catch(() => 'unknown' as const);
    if (found === undefined) return { class: 'preempted', why: `the pod ${name} is gone` };
    if (found !== 'unknown' && ['EXITED', 'ERROR', 'TERMINATED'].includes(found.status))
      return { class: 'preempted', why: `the pod ${name} is ${found.status}` };
    return { class: 'connection-lost', why: `the host of ${name} does not answer` };
  }

  /** Its lease is renewed as long as somebody drives the run: without that it ends itself. */
  #hold({ connection, file }: ReadyPod): void {
    const touch = () => {
      connection.exec(touchLease).catch(() => undefined);
    };
    const lease = setInterval(touch, this.#options.leaseMilliseconds ?? 30_000);
    lease.unref();
    this.#held.set(file.id, { connection, lease });
  }

  release(scope: string, why: string): void {
    for (const slot of [...this.#slotsOf(scope)]) this.#close(scope, slot, why);
    this.#slots.delete(scope);
  }

  /** Nothing new is placed on it, and it ends. One that is being made is ended by whoever makes it. */
  #close(scope: string, slot: Slot, why: string): void {
    slot.close(why);
    this.#forget(scope, slot);
    if (slot.pod) void this.#end(slot.pod, why);
  }

  #forget(scope: string, slot: Slot): void {
    const slots = this.#slotsOf(scope);
    const at = slots.indexOf(slot);
    if (at >= 0) slots.splice(at, 1);
  }

  /** Nobody waits for it but `settled`: what it cannot put on record is found there again. */
  #end(pod: EndedPod, why: string): Promise<void> {
    const { id, scope } = pod.file;
    const known = this.#endings.get(id);
    if (known) return known;
    this.#letGo(id);
    const { runDirectory: runFolder, say, hurry } = this.#its;
    const log = this.#log(scope);
    const ending = endOnRecord(
      { client: this.#api, clock: this.#clock, log, say, runFolder, hurry },
      pod,
      why,
    );
    this.#endings.set(id, ending);
    ending.then(
      () => {
        if (this.#its.state.pods.get(pod.file.name)?.proven !== false) return;
        this.#unproven.set(pod.file.name, this.#clock.now());
        this.#endings.delete(id);
      },
      () => this.#endings.delete(id),
    );
    this.#track(ending);
    return ending;
  }

  #letGo(id: string): void {
    const held = this.#held.get(id);
    if (!held) return;
    clearInterval(held.lease);
    held.connection.close();
    this.#held.delete(id);
  }

  #track(work: Promise<unknown>): void {
    this.#busy.add(work);
    const forget = () => this.#busy.delete(work);
    work.then(forget, forget);
  }

  async settled(): Promise<void> {
    await this.#recovered;
    while (this.#busy.size > 0) await Promise.allSettled(this.#busy);
    const { hurry, run, say } = this.#its;
    // What RunPod could not be asked about when it was made, or ended.
    const open = this.#podsThat((pod) => isAlive(pod) || isUndecided(pod));
    if (hurry.aborted)
      for (const { name } of open)
        say(`${name} may still run and cost money; \`ml-workflow reap --run ${run}\` ends it`);
    else {
      // RunPod may have come to itself since.
      const again = (since: number) => this.#clock.now() - since >= propagation;
      const unproven = this.#podsThat(
        ({ name, proven }) => proven === false && again(this.#unproven.get(name) ?? 0),
      );
      if (open.length + unproven.length > 0) await this.#recover([...open, ...unproven], false);
      await this.#readBills();
    }
  }

  /** As far as RunPod has billed by now; what comes later is read when the run is resumed. */
  async #readBills(): Promise<void> {
    const ended = this.#podsThat(({ id, endedAt }) => id !== undefined && endedAt !== undefined);
    // A rate limit may hold answers back for an hour.
    const late = AbortSignal.any([this.#its.hurry, AbortSignal.timeout(billMilliseconds)]);
    await Promise.all(
      ended.map(async ({ name, id, billed = 0 }) => {
        const bill = await this.#api.billing({ podId: id ?? '' }, late).catch(() => undefined);
        if (bill && bill.total > billed)
          this.#its.record([{ type: 'pod-billed', pod: name, dollars: bill.total }]);
      }),
    );
  }

  close(): void {
    this.#isClosed = true;
    for (const id of [...this.#held.keys()]) this.#letGo(id);
  }

  #podsThat(are: (pod: PodState) => boolean): readonly PodState[] {
    return [...this.#its.state.pods.values()].filter((pod) => pod.target === this.#options.name && are(pod));
  }

  #slotsOf(scope: string): Slot[] {
    return entry(this.#slots, scope);
  }

  #waitingFor(scope: string): (() => void)[] {
    return entry(this.#waiting, scope);
  }

  async #recover(left: readonly PodState[], goesOn: boolean): Promise<void> {
    const { runDirectory: runFolder, run, say, hurry } = this.#its;
    await recoverPods(left, {
      ...{ client: this.#api, clock: this.#clock, owner: this.#options.owner, key: this.#target.key },
      ...{ run, runFolder, say, hurry, goesOn, reconnectMilliseconds: this.#options.reconnectMilliseconds },
      log: (scope) => this.#log(scope),
      end: (pod, why) => this.#end(pod, why),
      takeOver: (ready) => this.#takeOver(ready),
    });
  }

  /** False when no scope wants it. */
  #takeOver(ready: ReadyPod): boolean {
    const scope = this.#options.plan.pods?.find(({ id }) => id === ready.file.scope);
    if (!scope) return false;
    if (this.#isClosed) {
      ready.connection.close();
      return true;
    }
    this.#hold(ready);
    const slot = this.#newSlot(scope, async (signal) => {
      const prepared = await this.#prepared(scope, ready, signal);
      if (!prepared) throw new ProvisionError('provision', 'the host was lost');
      return prepared;
    });
    const { byId, pods } = this.#its.state;
    for (const id of pods.get(ready.file.name)?.units ?? []) {
      const unit = byId.get(id);
      // What it began there may still run.
      if (unit?.kind === 'unit') this.#homes.set(this.#branchOf(scope, unit), slot);
    }
    return true;
  }
}

/**
 * The most that are there at once, of all targets: one budget may pay for all of them. Where others drive other branches,
 * those of the branches here: each process has its part of the budget.
 */
function podsTogether({ pods: scopes = [], targets = {} }: Plan, beside: Beside | undefined): number {
  const most = Object.entries(targets).map(([name, target]) => {
    const wanted = scopes
      .filter((scope) => scope.target === name)
      .reduce((sum, { pods, units, of }) => {
        const here = beside ? units.filter((unit) => beside.hasUnit(unit)).length : units.length;
        // Branches that share a pod are of one leg.
        return sum + (beside && of === 'block' ? Math.min(1, here) : here === 0 ? 0 : pods);
      }, 0);
    return target.kind === 'runpod' ? Math.min(target.pods, wanted) : 0;
  });
  return Math.max(
    1,
    most.reduce((sum, count) => sum + count, 0),
  );
}

function slotsOf(command: PlannedCommand, target: RunpodTarget): number {
  return (command.is === 'run' ? command.slots : undefined) ?? target.slots;
}

function entry<Value>(map: Map<string, Value[]>, key: string): Value[] {
  let values = map.get(key);
  if (!values) {
    values = [];
    map.set(key, values);
  }
  return values;
}

function withoutInterruption({ interrupted: _, ...request }: UnitRequest): UnitRequest {
  return request;
}

function classOfApi(error: RunpodError): string {
  if (error.kind === 'auth' || error.kind === 'forbidden') return 'auth';
  return error.kind === 'balance' ? 'budget' : 'provision';
}
