export const id = 9617;
export const ids = [9617];
export const modules = {

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

/***/ 79617:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  why: () => (/* binding */ why)
});

// EXTERNAL MODULE: ./build/drivers/journal-file.js
var journal_file = __webpack_require__(78894);
// EXTERNAL MODULE: ./build/drivers/run-folder.js
var run_folder = __webpack_require__(6434);
// EXTERNAL MODULE: ./build/language/name.js
var language_name = __webpack_require__(60716);
;// CONCATENATED MODULE: ./build/reports/find-step.js
/** What a person calls an element of a plan → the elements they may mean. */

/** By id, title, command, and then any part of a title or id; the first way that finds something counts. */
function findSteps(plan, text) {
    const wanted = plain(text);
    const shown = plan.nodes.filter(({ kind }) => !unseen.has(kind));
    const ways = [
        ({ id }) => id === text,
        ({ title }) => plain(title) === wanted,
        (node) => (node.kind === 'unit' || node.kind === 'call') && plain(node.command) === wanted,
        ({ id, title }) => plain(title).includes(wanted) || plain(id).includes(wanted),
    ];
    for (const way of ways) {
        const found = shown.filter(way);
        if (found.length > 0)
            return found;
    }
    return [];
}
function nearestStep(plan, text) {
    const names = plan.nodes.flatMap((node) => {
        if (unseen.has(node.kind))
            return [];
        return node.kind === 'unit' ? [node.title, node.command] : [node.title];
    });
    return (0,language_name/* didYouMean */.au)(text, [...new Set(names)]);
}
/** These have no line of their own in any report. */
const unseen = new Set(['sequence', 'logical', 'handlers']);
function plain(text) {
    return text.toLowerCase().replaceAll('_', '-').replace(/^\//, '').trim();
}

// EXTERNAL MODULE: ./build/reports/status.js
var reports_status = __webpack_require__(26724);
// EXTERNAL MODULE: ./build/engine/reuse.js
var reuse = __webpack_require__(15531);
// EXTERNAL MODULE: ./build/reports/words.js
var words = __webpack_require__(68013);
;// CONCATENATED MODULE: ./build/reports/gate-sentence.js

function gateSentence(state, gate) {
    if (gate.outcome === 'error')
        return `gate ${gate.text} could not be decided: ${gate.reason ?? 'unknown reason'}`;
    const from = [...new Set(gate.operands.flatMap(({ from: source }) => source ?? []))].map((source) => state.byId.get(source)?.title ?? source);
    const warned = gate.warned === true ? ' and only warns' : '';
    const why = gate.reason === undefined ? '' : `, because ${gate.reason}`;
    const source = from.length === 0 ? '' : ` (from ${from.join(', ')})`;
    return `gate ${gate.sum} was ${words/* gateWords */.DO[gate.outcome]}${warned}${why}${source}`;
}

// EXTERNAL MODULE: ./build/engine/state.js
var engine_state = __webpack_require__(80306);
;// CONCATENATED MODULE: ./build/reports/why-open.js




/** Sentences for an element that was opened, the choice that is nearest first. */
function whyOpened(told, id) {
    const { state } = told;
    const attempts = [];
    let first;
    for (let child = id;;) {
        const parent = parentOf(state, child);
        if (!parent)
            break;
        const choice = choiceFor(told, parent, child);
        if (choice !== undefined)
            return [choice, ...attempts];
        attempts.push(...timesOf(told, parent));
        if (parent.kind === 'sequence')
            first ??= previousSentence(state, parent, child);
        child = parent.id;
    }
    return [first ?? 'it is the first element', ...attempts];
}
/** The sentence for a parent that had a choice; undefined for one that opens whatever it holds. */
function choiceFor({ state, events }, parent, child) {
    const own = state.nodes.get(parent.id);
    switch (parent.kind) {
        case 'sequence':
            return sequenceChoice(state, parent, child);
        case 'branch': {
            const arm = parent.arms.findIndex(({ body }) => body === child);
            const decided = (0,reports_status/* decisionAt */.gI)(state, parent.id, arm >= 0 ? arm : parent.arms.length - 1);
            if (!decided)
                return undefined;
            return `${gateSentence(state, decided)}${arm >= 0 ? '' : ', and this is its else branch'}`;
        }
        case 'case': {
            const arm = parent.arms.find(({ body }) => body === child);
            return `${parent.text} is ${caseValue(events, parent.id)}, which \`↳ ${arm?.patterns.join('|')}\` takes`;
        }
        case 'try': {
            if (child === parent.finally)
                return 'a `/finally` always runs';
            if (child === parent.otherwise)
                return 'nothing failed in the `/try`';
            const handler = parent.catches.find(({ body }) => body === child);
            if (!handler)
                return undefined;
            const failed = [...state.caught].find(([, { by }]) => by === parent.id);
            const what = failed ? ` of ${titleIn(state, failed[0])} [${failed[1].class}]` : '';
            return `\`/catch:${handler.label}\` took the failure${what}`;
        }
        case 'handlers':
            if (child === parent.finally)
                return '`finally` always runs';
            if (child !== parent.onFailure)
                return undefined;
            return own?.worst?.is === 'failed'
                ? `${failureOf(state, own.worst)}, and nothing handled it`
                : 'a failure was not handled';
        case 'logical': {
            if (child !== parent.right)
                return undefined;
            const left = settlementOf(state, parent.left);
            if (parent.operator === '&&')
                return `${titleIn(state, parent.left)} succeeded`;
            return left?.is === 'failed' ? `${failureOf(state, left)}, and \`||\` goes on` : undefined;
        }
        default:
            return undefined;
    }
}
function sequenceChoice(state, parent, child) {
    const index = parent.children.indexOf(child);
    const own = state.nodes.get(parent.id);
    const skipped = own?.skippedTo?.includes(index);
    const caught = skipped ? [...state.caught].find(([, { by }]) => by === child) : undefined;
    if (caught)
        return `${titleIn(state, caught[0])} failed [${caught[1].class}], and that leads to this gate`;
    for (const before of parent.children.slice(0, index).reverse()) {
        if (state.byId.get(before)?.kind !== 'require')
            continue;
        const decided = (0,reports_status/* decisionAt */.gI)(state, before, 0);
        return decided && gateSentence(state, decided);
    }
    return undefined;
}
function previousSentence(state, parent, child) {
    const before = parent.children[parent.children.indexOf(child) - 1];
    if (before === undefined)
        return undefined;
    const settlement = settlementOf(state, before);
    const title = titleIn(state, before);
    if (settlement?.is === 'succeeded')
        return `it comes after ${title}, which succeeded`;
    return settlement
        ? `a \`;\` stands before it, so it runs whatever became of ${title}`
        : `it comes after ${title}`;
}
/** Attempts and iterations, and what the one before came to. */
function timesOf(told, parent) {
    const { state, events } = told;
    const own = state.nodes.get(parent.id);
    const next = nextAttempt(told, parent);
    if (next !== undefined)
        return [next];
    if (parent.kind === 'retry' && (own?.attempt ?? 1) > 1) {
        const scheduled = events.findLast((event) => event.type === 'retry-scheduled' && event.node === parent.id);
        const why = scheduled?.type === 'retry-scheduled' ? `: the one before ended with ${scheduled.class}` : '';
        return [`attempt ${own?.attempt} of ${parent.retries + 1} of ${parent.title}${why}`];
    }
    if (parent.kind === 'repeat' && (own?.iteration ?? 1) > 1) {
        const decided = (0,reports_status/* decisionAt */.gI)(state, parent.id, 0);
        const why = decided ? `: ${gateSentence(state, decided)}` : '';
        return [`iteration ${own?.iteration} of at most ${parent.times}${why}`];
    }
    return [];
}
/** For an element that was not opened, waits for its turn, or was stopped. */
function whyNotOpened(told, id) {
    const { state } = told;
    const own = state.nodes.get(id);
    const node = state.byId.get(id);
    if (own?.status === 'stopped')
        return own.startedAt === undefined ? skipped(stopReason(state, id)) : stopped(stopReason(state, id));
    if (own && node?.kind === 'unit')
        return notYet(`it is ready and waits for a free place on ${(0,engine_state/* targetOf */.$r)(state.plan, node)}`);
    for (let child = id;;) {
        const parent = parentOf(state, child);
        if (!parent)
            return state.settlement ? skipped(stopReason(state, id)) : notYet('the run has not begun');
        if (state.nodes.has(parent.id))
            return pastOrNotYet(told, parent, child);
        child = parent.id;
    }
}
function pastOrNotYet(told, parent, child) {
    const { state } = told;
    const own = state.nodes.get(parent.id);
    if (own?.status === 'stopped')
        return skipped(stopReason(state, parent.id));
    if (!own || own.settlement || (0,reports_status/* hasGonePast */.cJ)(state, parent, own, child))
        return pastReason(told, parent, child);
    return notYet(pendingReason(told, parent));
}
/** Of a retry that waits for its time. What the last attempt did is kept until then. */
function nextAttempt({ state, events }, node) {
    if (node.kind !== 'retry' || !state.sleeping.has(node.id))
        return undefined;
    const scheduled = events.findLast((event) => event.type === 'retry-scheduled' && event.node === node.id);
    if (scheduled?.type !== 'retry-scheduled')
        return undefined;
    const { attempt, delay, at, class: cause } = scheduled;
    return `attempt ${attempt} of ${node.retries + 1} begins ${(0,words/* wholeDuration */.ui)(delay)} after ${at}: the one before ended with ${cause}`;
}
function pendingReason(told, parent) {
    const { state } = told;
    const own = state.nodes.get(parent.id);
    const next = nextAttempt(told, parent);
    if (next !== undefined)
        return next;
    if (parent.kind === 'parallel' || parent.kind === 'fork')
        return `at most ${parent.max} branches run at once`;
    const current = parent.kind === 'sequence' ? parent.children[own?.position ?? 0] : undefined;
    const [running] = state.running;
    const before = current === undefined ? undefined : titleIn(state, current);
    const busy = running === undefined ? undefined : titleIn(state, running);
    if (before !== undefined && before !== busy && busy !== undefined)
        return `${before} comes before it, and ${busy} is running`;
    return (before ?? busy) ? `${before ?? busy} comes before it and is not over` : 'its turn has not come';
}
function pastReason(told, parent, child) {
    const { state, events } = told;
    const own = state.nodes.get(parent.id);
    switch (parent.kind) {
        case 'sequence':
            return sequencePast(state, parent, child);
        case 'branch': {
            const arm = parent.arms.findIndex(({ body }) => body === child);
            const met = parent.arms
                .map((_, index) => (0,reports_status/* decisionAt */.gI)(state, parent.id, index))
                .find((gate) => gate?.outcome === 'met');
            if (met && arm < 0)
                return didNot(`it is the else branch of a gate that was met: ${gateSentence(state, met)}`);
            const decided = arm < 0 ? undefined : (0,reports_status/* decisionAt */.gI)(state, parent.id, arm);
            if (decided)
                return didNot(gateSentence(state, decided));
            if (met)
                return didNot(`the gate before it decided: ${gateSentence(state, met)}`);
            const failed = parent.arms
                .map((_, index) => (0,reports_status/* decisionAt */.gI)(state, parent.id, index))
                .find((gate) => gate?.outcome === 'error');
            return failed ? didNot(gateSentence(state, failed)) : skipped(stopReason(state, parent.id));
        }
        case 'case': {
            const arm = own?.arm === undefined ? undefined : parent.arms[own.arm];
            return arm
                ? didNot(`${parent.text} is ${caseValue(events, parent.id)}, which \`↳ ${arm.patterns.join('|')}\` takes`)
                : skipped(stopReason(state, parent.id));
        }
        case 'try': {
            const body = settlementOf(state, parent.body);
            if (child === parent.finally)
                return skipped(stopReason(state, parent.id));
            if (child === parent.otherwise)
                return body?.is === 'failed'
                    ? didNot(`${failureOf(state, body)} in the \`/try\``)
                    : skipped(stopReason(state, parent.id));
            if (body?.is === 'succeeded')
                return didNot('nothing failed in the `/try`');
            if (body?.is !== 'failed')
                return skipped(stopReason(state, parent.id));
            const taken = own?.arm === undefined ? undefined : parent.catches[own.arm];
            return didNot(taken
                ? `\`/catch:${taken.label}\` took the failure`
                : `it does not take the failure: ${failureOf(state, body)}`);
        }
        case 'handlers':
            if (child === parent.finally)
                return skipped(stopReason(state, parent.id));
            return settlementOf(state, parent.body)?.is === 'stopped'
                ? skipped(stopReason(state, parent.id))
                : didNot('no failure was left unhandled');
        case 'logical': {
            const left = settlementOf(state, parent.left);
            if (left?.is === 'succeeded')
                return didNot(`${titleIn(state, parent.left)} succeeded, and \`||\` needs a failure`);
            return left?.is === 'failed'
                ? skipped(failureOf(state, left))
                : skipped(left?.is === 'not-met' ? unmetText(state, parent.left, left.sum) : stopReason(state, parent.id));
        }
        default:
            return skipped(stopReason(state, parent.id));
    }
}
function sequencePast(state, parent, child) {
    const own = state.nodes.get(parent.id);
    const index = parent.children.indexOf(child);
    const position = own?.position ?? 0;
    if (index < position || own?.skippedTo?.some((gate) => gate > index)) {
        const gate = own?.skippedTo?.find((at) => at > index);
        const id = gate === undefined ? undefined : parent.children[gate];
        const caught = [...state.caught].find(([, { by }]) => by === id);
        if (caught && id !== undefined)
            return skipped(`${titleIn(state, caught[0])} failed before it [${caught[1].class}], and a failure here leads to ${titleIn(state, id)}`);
    }
    // The last one that was opened has ended the sequence, save those behind a `;`.
    for (const before of parent.children.slice(0, index).reverse()) {
        const settlement = settlementOf(state, before);
        if (!settlement || settlement.is === 'succeeded')
            continue;
        if (settlement.is === 'failed') {
            const required = (0,reports_status/* decisionAt */.gI)(state, settlement.node, 0);
            if (required && settlement.class === 'gate-not-met')
                return skipped(gateSentence(state, required));
            return skipped(`${titleIn(state, settlement.node)} failed before it [${settlement.class}]`);
        }
        if (settlement.is === 'not-met')
            return skipped(unmetText(state, before, settlement.sum));
        break;
    }
    return skipped(stopReason(state, parent.id));
}
function unmetText(state, id, sum) {
    const node = state.byId.get(id);
    const end = node?.kind === 'repeat' ? `after ${node.times} times` : 'and has no else branch';
    return `gate ${sum} was not met ${end}`;
}
/** What ended everything here: a time, a budget, a gate that could not be decided, a cancel. */
function stopReason(state, id) {
    for (let at = id; at !== null; at = state.byId.get(at)?.parent ?? null) {
        const settlement = settlementOf(state, at);
        const kind = state.byId.get(at)?.kind;
        if ((kind === 'timeout' || kind === 'budget') && settlement?.is === 'failed' && settlement.node === at)
            return `${titleIn(state, at)}: ${settlement.message}`;
    }
    if (state.stopping?.by === 'cancel')
        return `the run was cancelled by ${state.stopping.what}`;
    return state.stopping?.what ?? state.conclusion?.reason ?? 'the run was over before it';
}
function caseValue(events, node) {
    const decided = events.findLast((event) => event.type === 'case-decided' && event.node === node);
    return decided?.type === 'case-decided' && decided.value !== undefined ? `\`${decided.value}\`` : 'unknown';
}
function failureOf(state, { node, class: cause }) {
    return `${titleIn(state, node)} failed [${cause}]`;
}
function titleIn(state, id) {
    const node = state.byId.get(id);
    if (node?.kind !== 'sequence')
        return node?.title ?? id;
    const last = node.children.at(-1);
    return last === undefined ? node.title : (state.byId.get(last)?.title ?? node.title);
}
function settlementOf(state, id) {
    return state.nodes.get(id)?.settlement;
}
function parentOf(state, id) {
    const parent = state.byId.get(id)?.parent ?? null;
    return parent === null ? undefined : state.byId.get(parent);
}
function didNot(reason) {
    return { did: 'did not run', because: [reason] };
}
function skipped(reason) {
    return { did: 'was skipped', because: [reason] };
}
function stopped(reason) {
    return { did: 'was stopped', because: [reason] };
}
function notYet(reason) {
    return { did: 'has not run yet', because: [reason] };
}

// EXTERNAL MODULE: ./build/engine/plain-text.js
var plain_text = __webpack_require__(76879);
// EXTERNAL MODULE: ./build/engine/pods.js
var engine_pods = __webpack_require__(30835);
// EXTERNAL MODULE: ./build/reports/pods.js
var pods = __webpack_require__(67694);
;// CONCATENATED MODULE: ./build/reports/why-pod.js




function podSentences({ state, events, node }) {
    const scope = state.plan.pods?.find(({ units }) => units.includes(node.id));
    const placed = events.flatMap((event) => event.type === 'unit-placed' && event.node === node.id ? [event.on] : []);
    const on = placed.at(-1);
    if (!scope)
        return on === undefined ? [] : [`it ran on ${on}`];
    const pods = [...state.pods.values()].filter((pod) => pod.scope === scope.id);
    const last = pods.findIndex(({ name }) => name === on);
    const before = last < 0 ? pods : pods.slice(0, last);
    const own = pods[last];
    return [
        ...(own ? [ranOn(own)] : pods.length > 0 ? ['no pod was ready for it'] : []),
        ...missed(before, placed),
    ].map(plain_text/* plainText */.w);
}
function ranOn(pod) {
    const { name, offer, price, readyAfter } = pod;
    const ready = readyAfter === undefined ? '' : `, ready after ${(0,words/* duration */.p0)(readyAfter)}`;
    const end = (0,engine_pods/* isAlive */._n)(pod) || pod.why === undefined ? '' : `; the pod has ended: ${pod.why}`;
    const unproven = pod.proven === false ? ', which could not be verified' : '';
    return `it ran on the pod ${name} (${offer}, ${(0,pods/* hourly */.iC)(price)})${ready}${end}${unproven}`;
}
function missed(pods, placed) {
    return pods.flatMap((pod) => {
        const { name, offer, refused, why } = pod;
        if (refused)
            return [`${offer} was refused [${refused.class}]: ${refused.message}`];
        if (why === undefined || (0,engine_pods/* isAlive */._n)(pod))
            return [];
        return [
            `${placed.includes(name) ? 'it ran first on' : 'it waited first for'} the pod ${name} (${offer}), which ended: ${why}`,
        ];
    });
}

;// CONCATENATED MODULE: ./build/reports/why.js






function whyOf(request) {
    const { state, node } = request;
    const { id, title } = node;
    const own = state.nodes.get(id);
    const status = node.kind === 'branch' || node.kind === 'require' ? (0,reports_status/* gateStatus */._O)(state, id, 0) : (0,reports_status/* statusOf */.c2)(state, id);
    const answer = (did, ...because) => ({ id, title, status, did, because });
    if (own?.reusedFrom !== undefined)
        return answer(`was reused from run ${own.reusedFrom}`, 'same place, same command, same input');
    const gates = gatesAsked(state, node);
    if (gates.length > 0) {
        const sentences = gates.map((gate) => gateSentence(state, gate));
        return answer('was asked', ...sentences, ...whyOpened(request, id));
    }
    if (!own || own.status === 'stopped' || isReady(state, node)) {
        const { did, because } = whyNotOpened(request, id);
        return answer(did, ...because, ...earlierAttempts(request));
    }
    const isOver = own.settlement !== undefined;
    return answer(node.kind === 'approval'
        ? isOver
            ? 'was asked for'
            : 'waits for a person'
        : isOver
            ? 'ran'
            : 'is running', ...whyOpened(request, id), ...reruns(request), ...podSentences(request), ...outcome(request));
}
/** The gates that the node is, as far as they were asked. */
function gatesAsked(state, node) {
    const arms = node.kind === 'branch' ? node.arms.length : node.kind === 'require' ? 1 : 0;
    return Array.from({ length: arms }, (_, arm) => (0,reports_status/* decisionAt */.gI)(state, node.id, arm)).filter((gate) => gate !== undefined);
}
/** Open, and nothing has begun it. */
function isReady(state, node) {
    return node.kind === 'unit' && state.nodes.get(node.id)?.status === 'open';
}
function outcome({ state, events, node }) {
    const own = state.nodes.get(node.id);
    const settlement = own?.settlement;
    if (node.kind === 'approval') {
        const given = events.findLast((event) => event.type === 'approval-given' && event.node === node.id);
        if (given?.type === 'approval-given')
            return [`${given.by} ${given.approved ? 'approved' : 'refused'} it at ${given.at}`];
        return own?.settlement ? [] : [`nobody has decided about ${node.label} yet`];
    }
    if (!settlement)
        return [];
    const seconds = own?.result?.seconds ?? own?.failure?.seconds;
    const time = seconds === undefined ? '' : ` after ${(0,words/* duration */.p0)(seconds)}`;
    if (settlement.is === 'succeeded')
        return [`it succeeded${time}`];
    if (settlement.is !== 'failed')
        return [];
    const by = (0,reports_status/* handlerOf */.A0)(state, node.id);
    const handled = by === undefined ? '' : `; ${state.byId.get(by)?.title ?? by} took care of it`;
    return [`it failed${time} [${settlement.class}]: ${settlement.message}${handled}`];
}
/** Why a unit was started more often than once, or although there was a result of it. */
function reruns(request) {
    const { events, node } = request;
    if (node.kind !== 'unit')
        return [];
    const interrupted = events.filter((event) => event.type === 'unit-interrupted' && event.node === node.id);
    const again = interrupted.length === 0 ? [] : ['it was interrupted, and began again when the run went on'];
    return [...again, ...notReused(request, node)];
}
function notReused({ state, events, earlier }, unit) {
    const offered = events.findLast((event) => event.type === 'results-offered');
    const own = state.nodes.get(unit.id);
    if (offered?.type !== 'results-offered' || !own?.input)
        return [];
    const { from, finished, changed } = offered;
    const lead = 'it ran again although an earlier run was offered';
    const key = (0,reuse/* reuseKey */.S)(state.plan, unit, own.input);
    const path = changed?.[key];
    if (path !== undefined)
        return [`${lead}: its input ${path} has changed`];
    if (finished[key])
        return [`${lead}: something before it ran anew, so the result in ${from} may be another`];
    if (!Object.keys(finished).some((key) => key.startsWith(`${unit.id} `)))
        return [`${from} was offered, and has no result of it`];
    return [`${lead}: ${changeOf(state, unit, earlier)}`];
}
function changeOf(state, unit, earlier) {
    const before = earlier?.byId.get(unit.id);
    if (!earlier || before?.kind !== 'unit')
        return 'its command or its input changed';
    if (before.command !== unit.command)
        return `it was ${before.title}`;
    const [old, now] = [earlier.plan.commands[before.command], state.plan.commands[unit.command]];
    if (old?.is === 'run' && now?.is === 'run') {
        if (old.script !== now.script)
            return 'its script changed';
        if (old.target !== now.target)
            return `it ran on ${old.target}, and now on ${now.target}`;
        if (JSON.stringify(old) !== JSON.stringify(now))
            return 'its definition changed';
    }
    const [was, is] = [earlier.nodes.get(unit.id)?.input, state.nodes.get(unit.id)?.input];
    const words = (input) => input?.arguments.join(' ') ?? '';
    if (was && words(was) !== words(is))
        return `its arguments were \`${words(was)}\` and are \`${words(is)}\``;
    const name = Object.keys({ ...was?.parameters, ...is?.parameters }).find((one) => was?.parameters[one] !== is?.parameters[one]);
    if (name !== undefined)
        return `\`${name}\` was \`${was?.parameters[name] ?? ''}\` and is \`${is?.parameters[name] ?? ''}\``;
    return 'what it collects changed';
}
/** What has not happened in the last attempt may have in one before. */
function earlierAttempts({ state, events, node }) {
    if (state.nodes.has(node.id))
        return [];
    const ran = events.some((event) => event.type === 'unit-started' && event.node === node.id);
    return ran ? ['it ran in an earlier attempt or iteration'] : [];
}

// EXTERNAL MODULE: ./build/cli/arguments.js
var cli_arguments = __webpack_require__(98213);
// EXTERNAL MODULE: ./build/cli/runs.js
var runs = __webpack_require__(85359);
;// CONCATENATED MODULE: ./build/cli/why.js
/** `why`: what led to a step of a run, or past it. */







/** What is printed. */
function why(args, workspace, style) {
    if (args.subject === undefined)
        throw new cli_arguments/* UsageError */.eb('`why` needs a step of the run', 'for example `ml-workflow why deploy`');
    const { state, events } = journalled(workspace, args.run);
    const node = stepIn(state, args.subject);
    const earlier = earlierRun(workspace, events);
    const answer = whyOf({ state, events, node, ...(earlier ? { earlier } : {}) });
    if (args.format === 'json')
        return `${JSON.stringify({ schema_version: 1, run: state.run.id, ...answer }, null, 2)}\n`;
    return sentences(answer, style);
}
function sentences({ title, did, because }, style) {
    const [first, ...more] = because;
    const head = `${style.bold(title)} ${did}${first === undefined ? '' : `: ${first}`}`;
    return [head, ...more.map((one) => `  ${one}`), ''].join('\n');
}
function stepIn(state, text) {
    const [first, ...others] = findSteps(state.plan, text);
    if (!first)
        throw new cli_arguments/* UsageError */.eb(`no step of this run is called \`${text}\``, nearestStep(state.plan, text) ?? stepsOf(state));
    if (others.length === 0)
        return first;
    const list = [first, ...others].slice(0, mostListed);
    const more = others.length + 1 - list.length;
    throw new cli_arguments/* UsageError */.eb(`${others.length + 1} steps are called \`${text}\``, [
        'give the id of one:',
        ...list.map((node) => `    ${node.id}  ${node.title}  ${(0,reports_status/* statusOf */.c2)(state, node.id)}`),
        ...(more > 0 ? [`    and ${more} more`] : []),
    ].join('\n'));
}
const mostListed = 30;
function stepsOf({ plan, run }) {
    const titles = new Set(plan.nodes.flatMap(({ kind, title }) => (kind === 'unit' ? [title] : [])));
    const list = [...titles].slice(0, mostListed).map((title) => `\`${title}\``);
    if (list.length === 0)
        return `the run is ${run.id}`;
    const more = titles.size > list.length ? ` and ${titles.size - list.length} more` : '';
    return `the run ${run.id} has ${list.join(', ')}${more}`;
}
function journalled(workspace, run) {
    const found = (0,run_folder/* findRunFolder */.pL)(workspace, run);
    if (!found)
        throw (0,runs/* unknownRun */.i)(workspace, run);
    const { journal } = found.folder;
    const { events } = (0,journal_file/* readJournal */.a0)(journal);
    return { state: (0,journal_file/* stateFrom */.mh)(found.plan, events, journal), events };
}
/** The run whose results this one was offered; a file of a checkpoint, or one that is gone, tells no more. */
function earlierRun(workspace, events) {
    const offered = events.findLast((event) => event.type === 'results-offered');
    if (offered?.type !== 'results-offered')
        return undefined;
    try {
        return journalled(workspace, offered.from).state;
    }
    catch {
        return undefined;
    }
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

/***/ 15531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ reuseKey)
/* harmony export */ });
/* unused harmony export inputHash */
/** The unit's id with a hash of all that decides what it does, as far as this program knows. */
function reuseKey(plan, unit, input) {
    return `${unit.id} ${inputHash(plan, unit, input)}`;
}
/** 128 bits, in hexadecimal digits. Tells apart what differs by accident; it is no defence against an attacker. */
function inputHash(plan, unit, { arguments: words, parameters }) {
    const selection = plan.selections[unit.id] ?? plan.selections['best-model'];
    return hash(canonical({
        command: plan.commands[unit.command],
        arguments: words,
        parameters,
        collects: unit.collects,
        input: unit.input ?? [],
        // What a built-in command does depends on these too.
        ...(unit.collects.length > 0 ? { selection, results: plan.results } : {}),
    }));
}
/** JSON with the keys in order. */
function canonical(value) {
    return JSON.stringify(value, (_key, part) => typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part);
}
/** Four lanes of FNV-1a that are mixed with one another. */
function hash(text) {
    const lanes = [0x811c9dc5, 0x01000193, 0x85ebca6b, 0xc2b2ae35];
    for (let index = 0; index < text.length; index += 1) {
        const unit = text.charCodeAt(index);
        for (let lane = 0; lane < lanes.length; lane += 1) {
            const before = lanes[(lane + 3) % 4] ?? 0;
            lanes[lane] = Math.imul((lanes[lane] ?? 0) ^ unit ^ (before >>> 7), 0x01000193 + 2 * lane);
        }
    }
    return lanes.map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('');
}


/***/ })

};
