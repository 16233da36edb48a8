export const id = 2658;
export const ids = [2658];
export const modules = {

/***/ 23817:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ lackOf),
/* harmony export */   w: () => (/* binding */ demandsOf)
/* harmony export */ });
/* harmony import */ var _language_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60716);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46070);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5358);
/** Whether somebody may do what they ask for: never a program, and by the role that GitHub says now. */



function demandsOf(policy, right, workflow) {
    const own = workflow === undefined ? undefined : (0,_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .whoFor */ .Yc)(policy, (0,_language_name_js__WEBPACK_IMPORTED_MODULE_2__/* .normalised */ .Z7)(workflow));
    const demands = [{ what: `\`${right}\``, who: policy.rights[right] }];
    return own && workflow !== undefined ? [...demands, { what: (0,_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .named */ .KT)(workflow), who: own }] : demands;
}
/** The first that the person does not meet. Rejects when GitHub does not answer. */
async function lackOf(forge, { login, isBot }, demands) {
    if (isBot)
        return (0,_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)('not-a-person', `${(0,_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .named */ .KT)(login)} is a program: programs start nothing here`);
    if (demands.length === 0)
        return undefined;
    const role = await forge.roleOf(login);
    for (const { what, who } of demands) {
        const verdict = await (0,_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .judge */ .S4)(forge, who, login, role);
        if (!verdict.may)
            return lacking(verdict, { what, who }, login, role);
    }
    return undefined;
}
function lacking({ because, unseen }, { what, who }, login, role) {
    if (because === 'role-too-low') {
        const has = role === 'none' ? 'has none here' : `has ${(0,_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .named */ .KT)(role)}`;
        return (0,_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(because, `${what} takes the role \`${who.role}\`, and ${(0,_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .named */ .KT)(login)} ${has}`);
    }
    const names = [...(who.people ?? []), ...(who.teams ?? [])].map(_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .named */ .KT).join(', ');
    const help = unseen.length === 0
        ? undefined
        : `the job's token cannot see the team ${unseen.map(_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .named */ .KT).join(', ')}: name people under \`policy:\``;
    return (0,_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(because, `${what} is for ${names}, and ${(0,_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .named */ .KT)(login)} is none of them`, help);
}


/***/ }),

/***/ 54987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ admitPlan)
/* harmony export */ });
/* unused harmony export localObstacle */
/* harmony import */ var _language_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60716);
/* harmony import */ var _admit_person_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23817);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46070);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5358);
/** What a plan needs beside the right to run: rights of its commands, a place for its code, a commit that its environments take. */




/** Undefined when nothing stands against it. Fails closed. */
function admitPlan(forge, request) {
    return (0,_refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .closed */ .$h)(async () => {
        const { plan, policy, isForeignCode, sha, defaultBranch } = request;
        const asking = (0,_refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .speaking */ .zY)(forge);
        for (const login of request.by) {
            const lack = await (0,_admit_person_js__WEBPACK_IMPORTED_MODULE_0__/* .lackOf */ .Z)(asking, { login, isBot: false }, demandsOf(plan, policy));
            if (lack)
                return lack;
        }
        const obstacle = localObstacle(plan, policy, isForeignCode);
        if (obstacle !== undefined)
            return (0,_refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)('local-commands', obstacle, 'give it a target on a pod or a host, or, where everybody who may push is trusted with the secrets of the job, say `local-commands: true` under `policy:` in `ml-workflow.yml`');
        const guarded = guardedBy(plan);
        if (!guarded || policy.deployFrom === 'pr' || !isForeignCode)
            return undefined;
        if (await asking.isOnBranch(sha, defaultBranch))
            return undefined;
        return (0,_refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)('deploy-from', `\`/${guarded.name}\` is for the environment ${(0,_refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .named */ .KT)(guarded.environment ?? '')}, which takes commits of ${(0,_refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .named */ .KT)(defaultBranch)} alone`, 'merge it first, or say `deploy-from: pr` under `policy:`');
    });
}
/**
 * Why a pull request's code may not be run by this plan; undefined when it may. A command on this machine would give whoever
 * wrote the code all that the job has: its token, its secrets, and the next steps.
 */
function localObstacle(plan, policy, isForeignCode) {
    if (!isForeignCode || policy.localCommands)
        return undefined;
    for (const command of commandsOf(plan)) {
        const name = `\`/${command.name}\``;
        if (command.is === 'agent' || (command.is === 'run' && !isRemote(plan, command)))
            return `${name} would run on the runner, beside the secrets of the job, with code that is not on the default branch`;
        if (command.is === 'run' && command.preflight !== undefined)
            return `the \`preflight\` of ${name} would run on the runner, beside the secrets of the job, with code that is not on the default branch`;
    }
    return undefined;
}
/** A target that the plan does not have as another host is this machine. */
function isRemote({ targets = {} }, { target }) {
    return Object.hasOwn(targets, target);
}
function demandsOf(plan, policy) {
    const demands = [];
    const deploying = deploys(plan);
    if (deploying)
        demands.push({ what: `\`deploy\`, which \`/${deploying.name}\` needs,`, who: policy.rights.deploy });
    for (const name of namesIn(plan)) {
        const who = (0,_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .whoFor */ .Yc)(policy, name);
        if (who)
            demands.push({ what: (0,_refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .named */ .KT)(`/${name}`), who });
    }
    return demands;
}
/** Everything the chain calls by a name that a policy can know: commands, agents, chains, with and without what stands behind a colon. */
function namesIn(plan) {
    const written = [plan.name];
    for (const command of commandsOf(plan)) {
        written.push(command.name);
        if ((command.is === 'run' || command.is === 'agent') && command.agent)
            written.push(command.agent.name);
    }
    for (const node of plan.nodes)
        if (node.kind === 'call')
            written.push(node.command);
    const names = written.map((one) => (0,_language_name_js__WEBPACK_IMPORTED_MODULE_3__/* .normalised */ .Z7)(one.replace(/^\//, '')));
    return new Set(names.flatMap((name) => [name, name.split(':')[0] ?? name]));
}
function commandsOf(plan) {
    const used = new Set(plan.nodes.flatMap((node) => (node.kind === 'unit' ? [node.command] : [])));
    return [...used]
        .flatMap((key) => (Object.hasOwn(plan.commands, key) ? [plan.commands[key]] : []))
        .filter((one) => one !== undefined);
}
function deploys(plan) {
    return commandsOf(plan).find((one) => one.is === 'run' && (one.deploys !== undefined || one.environment !== undefined));
}
function guardedBy(plan) {
    return commandsOf(plan).find((one) => one.is === 'run' && one.environment !== undefined);
}


/***/ }),

/***/ 39043:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ai: () => (/* binding */ askedBy),
/* harmony export */   L3: () => (/* binding */ pullFor),
/* harmony export */   UB: () => (/* binding */ askedIn),
/* harmony export */   WB: () => (/* binding */ labelGone),
/* harmony export */   gZ: () => (/* binding */ recheck),
/* harmony export */   iL: () => (/* binding */ editedSince),
/* harmony export */   vm: () => (/* binding */ commentOf)
/* harmony export */ });
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46070);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5358);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35387);



/** Whether the commit is still the head: asked again before anything that is paid for, or that cannot be taken back. */
function recheck(forge, number, sha) {
    return (0,_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .closed */ .$h)(async () => {
        const pull = await (0,_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .speaking */ .zY)(forge).pull(number);
        if (!pull.isOpen)
            return closedPull(pull);
        return pull.headSha === sha ? undefined : headMoved(sha, pull);
    });
}
/** Rejects when GitHub does not answer, as all below. */
async function commentOf(forge, pull, id) {
    const comment = await forge.comment(id);
    return comment?.issue === pull ? comment : (0,_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)('comment-gone', 'the comment that asked for it is gone');
}
/** Why it does not count any more. `body`: the hash of its text, as it was read first. */
function editedSince(comment, body) {
    const isEdited = Date.parse(comment.updatedAt) !== Date.parse(comment.createdAt);
    if (!isEdited && (0,_request_js__WEBPACK_IMPORTED_MODULE_1__/* .bodyHash */ .B)(comment.body) === body)
        return undefined;
    const help = 'write a new one: who has edited it, and what it said before, nobody can see here';
    return (0,_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)('comment-edited', 'the comment was edited after it was written', help);
}
function labelGone() {
    return (0,_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)('label-gone', 'GitHub does not know who has set the label');
}
function askedIn({ createdAt }) {
    return { moment: { at: createdAt, has: 'comment' } };
}
function askedBy({ at }) {
    return { moment: { at, has: 'label' } };
}
async function pullFor(forge, number, wanted) {
    const pull = await forge.pull(number);
    const { headSha } = pull;
    if (!pull.isOpen)
        return closedPull(pull);
    if (wanted.sha !== undefined && wanted.sha !== headSha)
        return headMoved(wanted.sha, pull);
    const isNamed = wanted.named !== undefined && wanted.named.length >= 7;
    if (wanted.named !== undefined && !(isNamed && headSha.startsWith(wanted.named.toLowerCase())))
        return shaMismatch(wanted.named, pull);
    if (wanted.moment === undefined && wanted.sha === undefined)
        return (0,_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)('sha-missing', 'a run for a pull request names its commit, and `sha` is missing');
    const doubt = wanted.moment && (await doubtAbout(forge, pull, wanted.moment, wanted));
    return doubt ?? { is: 'admitted', pull, sha: headSha };
}
/** They name the commit; or it was there before they asked, by GitHub's clock; or, of a fork, a review has approved it. */
async function doubtAbout(forge, pull, { at, has }, { named: written, policy }) {
    const { headSha, isFork } = pull;
    const commit = (0,_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .named */ .KT)(headSha.slice(0, 12));
    // Two commits whose first digits are the same are made in seconds, and of a fork nobody tells when which of them was there.
    const word = isFork ? headSha : headSha.slice(0, 12);
    const byName = `look at it, and name it in a comment: \`@${word}\` behind the command`;
    // The next label is newer than what has been pushed.
    const help = has === 'label' && !isFork ? 'look at it, and set the label again' : byName;
    // All of its digits: there is no other commit of that name.
    if (written?.length === headSha.length)
        return undefined;
    if (isFork && !(await isApproved(forge, pull, policy))) {
        const sentence = `${commit} comes from a fork, where GitHub does not tell when it was pushed, and nobody has approved it`;
        return (0,_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)('fork-without-sha', sentence, `${help}, or approve it by a review`);
    }
    const pushed = await forge.pushedAt(pull);
    if (pushed === undefined) {
        if (written !== undefined || isFork)
            return undefined;
        const sentence = `GitHub does not tell when ${commit} was pushed, so it may have been after this ${has}`;
        return (0,_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)('push-time-unknown', sentence, byName);
    }
    const [pushedTime, askedTime] = [Date.parse(pushed), Date.parse(at)];
    if (Number.isNaN(pushedTime) || Number.isNaN(askedTime))
        throw new _refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .ForgeSilent */ .Nw(`a time of GitHub's is none: ${JSON.stringify([pushed, at])}`);
    if (pushedTime < askedTime)
        return undefined;
    // GitHub counts in seconds: what happened within one may have happened in either order.
    const when = pushedTime === askedTime ? 'in the same second as' : 'after';
    return (0,_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)('pushed-after', `${commit} was pushed ${when} the ${has} that asks for it`, help);
}
/** By somebody who may run it, and has not made it. */
async function isApproved(forge, { number, headSha, author }, policy) {
    for (const { sha, by } of await forge.approvals(number)) {
        const isOwn = by.login.toLowerCase() === author.login.toLowerCase();
        if (sha !== headSha || by.isBot || isOwn)
            continue;
        const verdict = await (0,_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .judge */ .S4)(forge, policy.rights.run, by.login, await forge.roleOf(by.login));
        if (verdict.may)
            return true;
    }
    return false;
}
function closedPull({ number, isMerged }) {
    return (0,_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)('closed', `#${number} is ${isMerged ? 'merged' : 'closed'}`);
}
function headMoved(sha, { headSha }) {
    const sentence = `this was asked for at ${(0,_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .named */ .KT)(sha.slice(0, 12))}, and the pull request has ${(0,_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .named */ .KT)(headSha.slice(0, 12))} now`;
    return (0,_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)('head-moved', sentence, 'look at what was pushed, and ask again');
}
function shaMismatch(sha, { headSha }) {
    const sentence = `the comment names ${(0,_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .named */ .KT)(sha)}, and the newest commit is ${(0,_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .named */ .KT)(headSha.slice(0, 12))}`;
    return (0,_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)('sha-mismatch', sentence, 'look at that one, and name it');
}


/***/ }),

/***/ 54491:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ admit)
/* harmony export */ });
/* harmony import */ var _admit_person_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23817);
/* harmony import */ var _admit_pull_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39043);
/* harmony import */ var _asked_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38407);
/* harmony import */ var _definitions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(18644);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(55690);
/* harmony import */ var _own_start_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(80339);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(46070);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5358);
var _a;








/** Fails closed: when GitHub cannot be asked, nothing starts. Authority first, and last what costs many requests. */
function admit(forge, request) {
    return (0,_refusal_js__WEBPACK_IMPORTED_MODULE_5__/* .closed */ .$h)(() => new Admitting((0,_refusal_js__WEBPACK_IMPORTED_MODULE_5__/* .speaking */ .zY)(forge), request).run());
}
class Admitting {
    #forge;
    #request;
    constructor(forge, request) {
        this.#forge = remembering(forge);
        this.#request = request;
    }
    async run() {
        const { start, ownSha } = this.#request;
        switch (start.is) {
            case 'comment':
                return await this.#comment(start);
            case 'label':
                return await this.#label(start);
            case 'dispatch':
                return await this.#dispatch(start);
            case 'schedule':
            case 'push':
                // Nobody asks for it; but who runs it again does.
                return (await this.#lack([], undefined)) ?? { ...this.#admitted([], ownSha, false), notes: [] };
        }
    }
    async #comment(start) {
        const comment = await (0,_admit_pull_js__WEBPACK_IMPORTED_MODULE_1__/* .commentOf */ .vm)(this.#forge, start.pull, start.id);
        if ('code' in comment)
            return comment;
        const { known, policy, runs } = this.#request;
        const read = (0,_asked_js__WEBPACK_IMPORTED_MODULE_2__/* .readComment */ .W)(comment.body, known);
        if (read.is === 'nothing')
            return runs === undefined ? { is: 'nothing' } : (0,_refusal_js__WEBPACK_IMPORTED_MODULE_5__/* .refused */ .J5)('other-asked', 'the comment asks for nothing');
        const { author } = comment;
        const asked = read.is === 'asked' ? read.asked : undefined;
        // Who may not even look is not told what is wrong with the text.
        const lack = await this.#lack([author], asked, asked ? (0,_policy_js__WEBPACK_IMPORTED_MODULE_6__/* .rightFor */ .sL)(asked) : 'plan');
        if (lack)
            return lack;
        const edited = (0,_admit_pull_js__WEBPACK_IMPORTED_MODULE_1__/* .editedSince */ .iL)(comment, start.body);
        if (edited)
            return edited;
        if (read.is === 'refused')
            return (0,_refusal_js__WEBPACK_IMPORTED_MODULE_5__/* .refused */ .J5)('comment-unreadable', read.sentence);
        if (read.is === 'mistake')
            return { ...read, by: author.login };
        const other = this.#other(read.asked);
        if (other)
            return other;
        if (!needsCode(read.asked)) {
            const pull = await this.#forge.pull(start.pull);
            const found = this.#admitted([author], pull.headSha, true);
            return { ...found, asked: read.asked, pull, comment, notes: [] };
        }
        const { asked: work } = read;
        const found = await (0,_admit_pull_js__WEBPACK_IMPORTED_MODULE_1__/* .pullFor */ .L3)(this.#forge, start.pull, {
            ...{ policy, ...(0,_admit_pull_js__WEBPACK_IMPORTED_MODULE_1__/* .askedIn */ .UB)(comment) },
            ...(work.sha === undefined ? {} : { named: work.sha }),
            ...(start.sha === undefined ? {} : { sha: start.sha }),
        });
        if (found.is === 'refused')
            return found;
        const { pull, sha } = found;
        const notes = await this.#notes(pull);
        return { ...this.#admitted([author], sha, true), asked: work, pull, comment, notes };
    }
    async #label({ pull: number, sha, by }) {
        const { known, policy, runs } = this.#request;
        const names = new _names_js__WEBPACK_IMPORTED_MODULE_4__/* .Names */ .f(known);
        if ('label' in by && names.byLabel(by.label).length === 0)
            return { is: 'nothing' };
        const labelled = 'event' in by
            ? await this.#forge.labelled(by.event)
            : await this.#forge.newestLabelling(number, by.label);
        const isOther = 'label' in by && labelled?.label.toLowerCase() !== by.label.toLowerCase();
        if (labelled?.issue !== number || isOther)
            return (0,_admit_pull_js__WEBPACK_IMPORTED_MODULE_1__/* .labelGone */ .WB)();
        const [workflow, second] = names.byLabel(labelled.label);
        const label = (0,_refusal_js__WEBPACK_IMPORTED_MODULE_5__/* .named */ .KT)(labelled.label);
        if (!workflow)
            return runs === undefined ? { is: 'nothing' } : (0,_refusal_js__WEBPACK_IMPORTED_MODULE_5__/* .refused */ .J5)('other-asked', `${label} starts no workflow`);
        const asked = {
            ...{ is: 'workflow', workflow: workflow.name, given: [] },
            text: `label ${labelled.label}`,
        };
        const lack = await this.#lack([labelled.by], asked);
        if (lack)
            return lack;
        if (second) {
            const both = `${(0,_refusal_js__WEBPACK_IMPORTED_MODULE_5__/* .named */ .KT)(workflow.name)} and ${(0,_refusal_js__WEBPACK_IMPORTED_MODULE_5__/* .named */ .KT)(second.name)}`;
            return (0,_refusal_js__WEBPACK_IMPORTED_MODULE_5__/* .refused */ .J5)('ambiguous-label', `the label ${label} starts both ${both}`);
        }
        const other = this.#other(asked);
        if (other)
            return other;
        const found = await (0,_admit_pull_js__WEBPACK_IMPORTED_MODULE_1__/* .pullFor */ .L3)(this.#forge, number, { policy, sha, ...(0,_admit_pull_js__WEBPACK_IMPORTED_MODULE_1__/* .askedBy */ .Ai)(labelled) });
        if (found.is === 'refused')
            return found;
        const notes = await this.#notes(found.pull);
        const admitted = this.#admitted([labelled.by], found.sha, true);
        return { ...admitted, asked, pull: found.pull, label: labelled.event, notes };
    }
    /** Judged as the person who has started it, unless a program of this repository may do just that. */
    async #dispatch(start) {
        const { also = [] } = this.#request;
        if (also.length === 0)
            return (0,_refusal_js__WEBPACK_IMPORTED_MODULE_5__/* .refused */ .J5)('not-a-person', 'nobody is named who has started this run');
        const others = also.filter((person) => !(0,_own_start_js__WEBPACK_IMPORTED_MODULE_7__/* .isOwnToken */ .OE)(person));
        if (others.length === also.length || !(await this.#isOwn(start)))
            return await this.#started(start);
        return await new _a(this.#forge, { ...this.#request, also: others }).#started(start);
    }
    /** What was missed, on the default branch as it is; or what a run has proposed, at the commit that it has made. */
    async #isOwn({ pull: number, sha, slot }) {
        if (number === undefined)
            return slot !== undefined && sha === undefined;
        if (slot !== undefined || sha === undefined)
            return false;
        const pull = await this.#forge.pull(number);
        return (0,_own_start_js__WEBPACK_IMPORTED_MODULE_7__/* .isOwnProposal */ .hQ)(pull) && pull.headSha === sha;
    }
    async #started({ pull: number, sha }) {
        const { ownSha, ownBranch, defaultBranch, policy } = this.#request;
        const lack = await this.#lack([], undefined);
        if (lack)
            return lack;
        if (number === undefined) {
            const code = sha ?? ownSha;
            const isOwn = code === ownSha && (ownBranch === undefined || ownBranch === defaultBranch);
            const isForeign = !isOwn && !(await this.#forge.isOnBranch(code, defaultBranch));
            return { ...this.#admitted([], code, isForeign), notes: [] };
        }
        const found = await (0,_admit_pull_js__WEBPACK_IMPORTED_MODULE_1__/* .pullFor */ .L3)(this.#forge, number, { policy, ...(sha === undefined ? {} : { sha }) });
        if (found.is === 'refused')
            return found;
        const notes = await this.#notes(found.pull);
        return { ...this.#admitted([], found.sha, true), pull: found.pull, notes };
    }
    #admitted(askers, sha, isForeignCode) {
        const all = [...askers, ...(this.#request.also ?? [])].map(({ login }) => login);
        const by = new Map();
        for (const login of all)
            if (!by.has(login.toLowerCase()))
                by.set(login.toLowerCase(), login);
        return { is: 'admitted', by: [...by.values()], sha, isForeignCode };
    }
    /** All who have had a hand in it hold the right, and what the policy says of the workflow. */
    async #lack(askers, asked, right = (0,_policy_js__WEBPACK_IMPORTED_MODULE_6__/* .rightFor */ .sL)(asked)) {
        const { policy, also = [], runs } = this.#request;
        const running = runs === undefined || runs === 'chain' ? undefined : runs.workflow;
        const workflow = asked?.is === 'workflow' ? asked.workflow : running;
        for (const person of [...askers, ...also]) {
            const lack = await (0,_admit_person_js__WEBPACK_IMPORTED_MODULE_0__/* .lackOf */ .Z)(this.#forge, person, (0,_admit_person_js__WEBPACK_IMPORTED_MODULE_0__/* .demandsOf */ .w)(policy, right, workflow));
            if (lack)
                return lack;
        }
        return undefined;
    }
    /** A comment is read again by the run that it has asked for, and speaks for no other. */
    #other(asked) {
        const { runs } = this.#request;
        if (runs === undefined)
            return undefined;
        // Which run they mean, the one that goes on with it has to see.
        if (asked.is === 'control' && (asked.control === 'approve' || asked.control === 'resume'))
            return undefined;
        const isChain = runs === 'chain' && asked.is === 'chain';
        const isWorkflow = runs !== 'chain' && asked.is === 'workflow' && asked.workflow === runs.workflow;
        if (isChain || isWorkflow)
            return undefined;
        return (0,_refusal_js__WEBPACK_IMPORTED_MODULE_5__/* .refused */ .J5)('other-asked', `it was ${(0,_refusal_js__WEBPACK_IMPORTED_MODULE_5__/* .named */ .KT)(asked.text)} that was asked for, and not this`);
    }
    /** Said, and no more: what the pull request makes of definitions is not used in any case. */
    async #notes({ number, baseRef }) {
        const { project, baseline, defaultBranch } = this.#request;
        const notes = [];
        if (baseRef !== defaultBranch)
            notes.push(`This pull request is for ${(0,_refusal_js__WEBPACK_IMPORTED_MODULE_5__/* .named */ .KT)(baseRef)}; definitions are those of ${(0,_refusal_js__WEBPACK_IMPORTED_MODULE_5__/* .named */ .KT)(defaultBranch)} all the same.`);
        try {
            const paths = await this.#forge.changedPaths(number);
            const note = (0,_definitions_js__WEBPACK_IMPORTED_MODULE_3__/* .definitionsNote */ .r)(paths, defaultBranch, project, baseline);
            if (note !== undefined)
                notes.push(note);
        }
        catch (error) {
            if (!(error instanceof _refusal_js__WEBPACK_IMPORTED_MODULE_5__/* .ForgeSilent */ .Nw))
                throw error;
            notes.push(`GitHub does not tell which files this pull request changes: ${(0,_refusal_js__WEBPACK_IMPORTED_MODULE_5__/* .named */ .KT)(error.message)}.`);
        }
        return notes;
    }
}
_a = Admitting;
/** Asks for the role of a person once: within one decision it is one and the same. */
function remembering(forge) {
    const roles = new Map();
    const roleOf = (login) => {
        const known = roles.get(login) ?? forge.roleOf(login);
        roles.set(login, known);
        return known;
    };
    return new Proxy(forge, {
        get: (target, key) => (key === 'roleOf' ? roleOf : Reflect.get(target, key, target)),
    });
}
/** What only looks, or ends something, is about no commit. */
function needsCode(asked) {
    return asked.is !== 'control' || asked.control === 'approve' || asked.control === 'resume';
}


/***/ }),

/***/ 38407:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ readComment)
});

// EXTERNAL MODULE: ./build/language/diagnostic.js
var diagnostic = __webpack_require__(82208);
// EXTERNAL MODULE: ./build/language/keywords.js
var keywords = __webpack_require__(4083);
// EXTERNAL MODULE: ./build/language/lexer.js + 3 modules
var lexer = __webpack_require__(92867);
// EXTERNAL MODULE: ./build/language/name.js
var language_name = __webpack_require__(60716);
// EXTERNAL MODULE: ./build/language/parser.js + 17 modules
var parser = __webpack_require__(89941);
// EXTERNAL MODULE: ./build/admission/comment-lines.js + 2 modules
var comment_lines = __webpack_require__(64055);
;// CONCATENATED MODULE: ./build/admission/comment-source.js
/** A stretch of a source, whose places stay those of the text that a person wrote. */
function cut(source, start, end) {
    const offsets = new Uint32Array(end - start + 1);
    for (let at = start; at <= end; at += 1)
        offsets[at - start] = placeIn(source, at);
    const text = source.host?.text ?? source.text;
    return { name: source.name, text: source.text.slice(start, end), host: { text, offsets } };
}
/** One source of pieces that stand in the same comment, in the order given. */
function joined(name, pieces) {
    const text = pieces.map((piece) => piece.text).join('');
    const offsets = new Uint32Array(text.length + 1);
    let index = 0;
    for (const piece of pieces) {
        for (let at = 0; at < piece.text.length; at += 1, index += 1)
            offsets[index] = placeIn(piece.at, piece.from + (piece.isReplaced ? 0 : at));
    }
    const last = pieces.at(-1);
    if (!last)
        return { name, text };
    offsets[text.length] = placeIn(last.at, last.from + last.text.length);
    return { name, text, host: { text: last.at.host?.text ?? last.at.text, offsets } };
}
function placeIn(source, at) {
    if (!source.host)
        return Math.min(at, source.text.length);
    const { offsets } = source.host;
    return offsets[Math.min(at, offsets.length - 1)] ?? 0;
}

// EXTERNAL MODULE: ./build/plan/value.js
var plan_value = __webpack_require__(35499);
;// CONCATENATED MODULE: ./build/admission/given.js



/** Undefined when something is wrong with it, which is then reported. `source`: that of the command. */
function givenBy(command, workflow, source, diagnostics) {
    const before = diagnostics.hasErrors;
    const given = new Reader(command, workflow, source, diagnostics).read();
    return diagnostics.hasErrors && !before ? undefined : given;
}
/** Without quotes; undefined when it is more than text: from outside only values are taken, no variables. */
function plainText({ parts }) {
    let text = '';
    for (const part of parts) {
        if (part.kind !== 'text')
            return undefined;
        text += part.text;
    }
    return text;
}
class Reader {
    #command;
    #workflow;
    #source;
    #diagnostics;
    #given = new Map();
    constructor(command, workflow, source, diagnostics) {
        this.#command = command;
        this.#workflow = workflow;
        this.#source = source;
        this.#diagnostics = diagnostics;
    }
    read() {
        const words = this.#command.arguments;
        for (let index = 0; index < words.length; index += 1) {
            const word = words[index];
            if (!word)
                break;
            const option = optionOf(word);
            if (!option) {
                this.#positional(word);
                continue;
            }
            const { params, name: workflow } = this.#workflow;
            const param = params.find(({ name }) => (0,language_name/* normalised */.Z7)(name) === (0,language_name/* normalised */.Z7)(option.name));
            const next = words[index + 1];
            const value = next && !optionOf(next) ? next : undefined;
            const isTruth = value !== undefined && /^(?:true|false)$/.test(value.text);
            const takesNext = !option.isInline && value !== undefined && (param?.type !== 'boolean' || isTruth);
            if (takesNext)
                index += 1;
            if (!param) {
                const names = params.map(({ name }) => name);
                const help = (0,language_name/* didYouMean */.au)(option.name, names, (name) => `--${name}`) ??
                    (names.length === 0
                        ? 'it takes none'
                        : `it takes ${names.map((name) => `\`--${name}\``).join(', ')}`);
                this.#report('unknown-param', word, `\`${workflow}\` has no parameter \`--${option.name}\``, help);
            }
            else if (option.isInline)
                this.#give(param, word, plainText(word)?.slice(option.length), word);
            else if (takesNext && value)
                this.#give(param, word, plainText(value), value);
            else if (param.type === 'boolean')
                this.#give(param, word, 'true', word);
            else
                this.#report('invalid-param', word, `\`--${option.name}\` has no value`);
        }
        return [...this.#given.values()];
    }
    #positional(word) {
        const free = this.#workflow.params.find((param) => param.positional && !this.#given.has(param));
        const isOption = !word.quoted && /^-[A-Za-z]/.test(word.text);
        if (free && !isOption)
            return this.#give(free, word, plainText(word), word);
        const isCommit = /^@[0-9a-f]+$/i.test(word.text);
        const help = isCommit
            ? 'a commit is named by at least 7 digits, directly behind the command or at the end'
            : undefined;
        this.#report('unknown-param', word, `\`${this.#workflow.name}\` takes no \`${word.text}\``, help);
    }
    #give(param, from, value, to) {
        if (value === undefined) {
            const message = `\`--${param.name}\` of a comment is a plain value, without variables`;
            return this.#report('invalid-param', to, message, "quote it if it is text: `'…'`");
        }
        const { span } = from;
        const problem = this.#given.has(param)
            ? `\`--${param.name}\` is given twice`
            : /\p{Cc}/u.test(value)
                ? `the value of \`--${param.name}\` goes over lines`
                : (0,plan_value/* valueProblem */.FQ)(param, value);
        if (problem !== undefined)
            return this.#report('invalid-param', to, problem);
        const source = cut(this.#source, span.start, to.span.end);
        this.#given.set(param, { name: param.name, value, source });
    }
    #report(code, { span }, message, help) {
        this.#diagnostics.add(code, this.#source, span, message, { help });
    }
}
function optionOf({ text }) {
    const option = /^--([^='"\\]+)(=)?/.exec(text);
    return option
        ? { name: option[1] ?? '', isInline: option[2] !== undefined, length: option[0].length }
        : undefined;
}

// EXTERNAL MODULE: ./build/admission/names.js
var admission_names = __webpack_require__(55690);
;// CONCATENATED MODULE: ./build/admission/asked.js
/** The commands of a comment → what is asked: a control command, a workflow with its parameters, or a chain; or what is wrong. */









const commit = /^@[0-9a-f]{7,64}$/i;
function readComment(body, known) {
    const names = new admission_names/* Names */.f(known);
    const { source, lines, refused } = (0,comment_lines/* commandLines */.Z)(body, (word) => names.isKnown(word));
    if (refused !== undefined)
        return { is: 'refused', sentence: refused };
    if (lines.length === 0)
        return { is: 'nothing' };
    return new asked_Reader(source, names).read(lines);
}
class asked_Reader {
    #comment;
    #names;
    #diagnostics = new diagnostic/* Diagnostics */.r();
    #strangers = 0;
    #errors = 0;
    constructor(comment, names) {
        this.#comment = comment;
        this.#names = names;
    }
    read(written) {
        const lines = written.flatMap((line) => this.#line(line) ?? []);
        const asked = this.#diagnostics.hasErrors ? undefined : this.#asked(lines);
        if (asked && !this.#diagnostics.hasErrors)
            return { is: 'asked', asked };
        return {
            is: 'mistake',
            diagnostics: this.#diagnostics.sorted(),
            isPerhapsForOthers: this.#strangers > 0 && this.#strangers === this.#errors,
        };
    }
    #line({ text, offset }) {
        const whole = cut(this.#comment, offset, offset + text.length);
        const tokens = (0,lexer/* lex */.I)(whole, new diagnostic/* Diagnostics */.r()).filter(({ kind }) => kind !== 'end' && kind !== 'newline');
        const [head] = tokens;
        if (head?.kind !== 'word')
            return undefined;
        const named = commitsIn(tokens);
        const [sha, other] = [...new Set(named.map(({ text: one }) => one.slice(1).toLowerCase()))];
        if (other !== undefined) {
            this.#report('unexpected-token', whole, named.at(-1)?.span, 'two commits are named', 'name one of them');
        }
        const source = blanked(whole, named);
        const kept = tokens.filter((token) => !named.some((one) => one === token));
        const shown = oneLine(text);
        return { source, tokens: kept, head, text: shown, ...(sha === undefined ? {} : { sha }) };
    }
    #asked(lines) {
        const [first] = lines;
        if (!first)
            return undefined;
        const isControl = ({ head }) => this.#controlOf(head) !== undefined;
        const control = lines.find(isControl);
        if (control && lines.length > 1) {
            const message = `\`${control.head.text}\` stands alone in a comment`;
            this.#report('unexpected-token', control.source, control.head.span, message, 'write two comments');
            return undefined;
        }
        const text = lines.map((line) => line.text).join('\n');
        const shas = new Set(lines.flatMap(({ sha }) => sha ?? []));
        const [sha] = shas;
        if (shas.size > 1) {
            const line = lines.find((one) => one.sha !== undefined && one.sha !== sha) ?? first;
            const message = 'the lines of this comment name two commits';
            this.#report('unexpected-token', line.source, line.head.span, message, 'name one of them');
            return undefined;
        }
        const asked = control ? this.#control(control) : this.#work(lines);
        return asked && { ...(sha === undefined ? {} : { sha }), ...asked, text };
    }
    #controlOf(head) {
        return head.quoted ? undefined : this.#names.control(head.text.slice(1));
    }
    #work(lines) {
        const read = lines.flatMap((line) => {
            const chain = this.#parsed(line);
            return chain ? [{ line, chain }] : [];
        });
        const [first] = read;
        if (!first || read.length < lines.length)
            return undefined;
        const alone = lines.length === 1 ? onlyCommand(first.chain) : undefined;
        const workflow = alone && this.#started(alone, first.line);
        if (alone && workflow) {
            const { source } = first.line;
            const given = givenBy(alone, workflow, source, this.#diagnostics);
            return given && { is: 'workflow', workflow: workflow.name, given };
        }
        if (this.#diagnostics.hasErrors)
            return undefined;
        const pieces = read.flatMap(({ line, chain }, index) => [
            ...(index === 0 ? [] : [{ text: '\n', at: line.source, from: 0 }]),
            ...this.#withNames(line, chain),
        ]);
        return { is: 'chain', chain: joined(this.#comment.name, pieces) };
    }
    #parsed(line) {
        const { source, head } = line;
        if (this.#isUnknown(head, source))
            return undefined;
        const found = new diagnostic/* Diagnostics */.r();
        const { chain } = (0,parser/* parse */.q)(source, found);
        if (!found.hasErrors)
            return chain;
        this.#errors += 1;
        this.#diagnostics.addAll(found.sorted());
        return undefined;
    }
    /** What stands behind a colon is for the planner to know, and with it what stands before. */
    #isUnknown(head, source) {
        const name = head.text.replace(/^\//, '');
        const isOurs = this.#names.isKnown(name) || /[:/]/.test(name) || (0,keywords/* beginsConstruct */.yu)(head.text) || (0,keywords/* isParallel */.K7)(head.text);
        if (isOurs || keywords/* conditionKeyword */.Fe.test(head.text))
            return false;
        const near = this.#names.nearest(name);
        if (near.length === 0)
            this.#strangers += 1;
        const help = (0,language_name/* didYouMean */.au)(name, near, (one) => `/${one}`) ?? '`/ml-help` says what can be written here';
        this.#report('unknown-command', source, head.span, `unknown command \`${head.text}\``, help);
        return true;
    }
    #started(command, { source }) {
        if (command.redirects.length > 0)
            return undefined;
        const [workflow, other] = this.#names.startedBy(command.name);
        if (workflow && other) {
            const message = `\`/${command.name}\` starts both \`${workflow.name}\` and \`${other.name}\``;
            this.#report('unknown-workflow', source, command.nameSpan, message, 'their files have one `comment:`');
            return undefined;
        }
        return workflow;
    }
    /** In a chain a workflow goes by its name, whatever starts it. */
    #withNames({ source }, chain) {
        const calls = commandsIn(chain)
            .filter(({ name }) => !this.#names.isCommand(name) && this.#names.startedBy(name).length > 0)
            .sort((a, b) => a.nameSpan.start - b.nameSpan.start);
        const pieces = [];
        let from = 0;
        for (const { name, nameSpan } of calls) {
            const workflow = this.#names.startedBy(name)[0];
            if (!workflow)
                continue;
            pieces.push({ text: source.text.slice(from, nameSpan.start), at: source, from });
            pieces.push({ text: `/${workflow.name}`, at: source, from: nameSpan.start, isReplaced: true });
            from = nameSpan.end;
        }
        return [...pieces, { text: source.text.slice(from), at: source, from }];
    }
    #control(line) {
        const control = this.#controlOf(line.head);
        switch (control) {
            case 'plan':
                return this.#plan(line);
            case 'status':
            case 'stop': {
                const words = this.#words(line, control === 'stop' ? '/ml-stop [workflow]' : '/ml-status [workflow]');
                const workflow = words && this.#only(words, line);
                if (!words || this.#diagnostics.hasErrors)
                    return undefined;
                return { is: 'control', control, ...(workflow === undefined ? {} : { workflow }), text: line.text };
            }
            case 'approve':
                return this.#approve(line);
            case 'resume':
                return this.#resume(line);
            case 'help':
                return { is: 'control', control, text: line.text };
            default:
                return undefined;
        }
    }
    #plan(line) {
        const { source, head, tokens, text } = line;
        const asked = { is: 'control', control: 'plan', text };
        const [, first] = tokens;
        if (!first)
            return asked;
        const rest = { ...line, source: cut(source, first.span.start, source.text.length) };
        const only = tokens.length === 2 && first.kind === 'word' && !first.quoted ? first : undefined;
        const workflow = only && !only.text.startsWith('/') ? this.#names.workflow(only.text) : undefined;
        if (workflow)
            return { ...asked, of: { is: 'workflow', workflow: workflow.name, given: [] } };
        const [begin] = (0,lexer/* lex */.I)(rest.source, new diagnostic/* Diagnostics */.r());
        const of = this.#work([{ ...rest, head: begin?.kind === 'word' ? begin : head }]);
        return of && { ...asked, of };
    }
    #approve(line) {
        const usage = '/ml-approve <commit> [label]';
        const words = this.#words(line, usage);
        if (!words)
            return undefined;
        const isNamed = line.sha !== undefined;
        const [first, second, third] = isNamed ? [undefined, ...words] : words;
        const sha = line.sha ?? (/^[0-9a-f]{7,64}$/i.test(first?.text ?? '') ? first?.text.toLowerCase() : undefined);
        if (sha === undefined) {
            const message = 'an approval names the commit, by at least 7 digits';
            this.#report('invalid-param', line.source, (first ?? line.head).span, message, `write \`${usage}\``);
            return undefined;
        }
        if (third)
            return this.#unexpected(line, third, usage);
        const label = second && plainText(second);
        return {
            is: 'control',
            control: 'approve',
            ...(label === undefined ? {} : { label }),
            sha,
            text: line.text,
        };
    }
    #resume(line) {
        const usage = '/ml-resume [workflow] [--from step] [--with name=value]';
        const words = this.#words(line, usage);
        if (!words)
            return undefined;
        const { source } = line;
        let from;
        const given = [];
        const others = [];
        for (let index = 0; index < words.length; index += 1) {
            const word = words[index];
            if (!word)
                break;
            const [, option, inline] = /^--([^=]+)(=)?/.exec(word.quoted ? '' : word.text) ?? [];
            const isWith = option === 'with';
            if (option === undefined) {
                // Quotes may stand in `--from='a b'` too, which then counts as quoted.
                const [, name, value] = /^--(from|with)=(.*)$/s.exec(plainText(word) ?? '') ?? [];
                if (name === undefined || value === undefined)
                    others.push(word);
                else if (name === 'with')
                    this.#give(value, word.span, line, given);
                else
                    from = value;
                continue;
            }
            if (!isWith && option !== 'from')
                return this.#unexpected(line, word, usage);
            const next = inline === undefined ? words[index + 1] : word;
            const value = next && plainText(next)?.slice(inline === undefined ? 0 : option.length + 3);
            if (inline === undefined)
                index += 1;
            if (next === undefined || value === undefined || value === '') {
                const message = `\`--${option}\` has no value`;
                this.#report('invalid-param', source, word.span, message, `write \`${usage}\``);
                return undefined;
            }
            const span = { start: word.span.start, end: next.span.end };
            if (isWith)
                this.#give(value, span, line, given);
            else if (from !== undefined)
                return this.#unexpected(line, word, usage);
            else
                from = value;
        }
        const workflow = this.#only(others, line);
        if (this.#diagnostics.hasErrors)
            return undefined;
        return {
            ...{ is: 'control', control: 'resume', given, text: line.text },
            ...(workflow === undefined ? {} : { workflow }),
            ...(from === undefined ? {} : { from }),
        };
    }
    #give(text, span, { source }, given) {
        const equals = text.indexOf('=');
        const name = text.slice(0, Math.max(0, equals));
        if (equals < 1) {
            const message = `expected \`--with name=value\`, found \`${text}\``;
            this.#report('invalid-param', source, span, message);
        }
        else if (given.some((one) => (0,language_name/* normalised */.Z7)(one.name) === (0,language_name/* normalised */.Z7)(name)))
            this.#report('invalid-param', source, span, `\`${name}\` is given twice`);
        else
            given.push({ name, value: text.slice(equals + 1), source: cut(source, span.start, span.end) });
    }
    /** At most one word, the name of a workflow. */
    #only([word, other], line) {
        if (!word)
            return undefined;
        if (other)
            return this.#unexpected(line, other, `${line.head.text} [workflow]`);
        const written = plainText(word) ?? word.text;
        const workflow = this.#names.workflow(written);
        if (workflow)
            return workflow.name;
        const { workflows } = this.#names;
        const all = (0,language_name/* listOf */.c3)(workflows.map((name) => `\`${name}\``), 'and');
        const help = (0,language_name/* didYouMean */.au)(written, workflows) ?? (workflows.length === 0 ? undefined : `workflows here: ${all}`);
        this.#report('unknown-workflow', line.source, word.span, `unknown workflow \`${written}\``, help);
        return undefined;
    }
    /** What stands behind a control command; undefined, and said, when that is more than words. */
    #words(line, usage) {
        const { tokens, source } = line;
        const odd = tokens.find((token) => token.kind !== 'word');
        const [, ...words] = tokens.filter((token) => token.kind === 'word');
        const unread = words.find((word) => plainText(word) === undefined);
        const found = new diagnostic/* Diagnostics */.r();
        (0,lexer/* lex */.I)(source, found);
        if (found.hasErrors)
            this.#diagnostics.addAll(found.sorted());
        else if (odd)
            return this.#unexpected(line, odd, usage);
        else if (unread)
            return this.#unexpected(line, unread, usage);
        return found.hasErrors ? undefined : words;
    }
    #unexpected({ source, head }, token, usage) {
        const written = source.text.slice(token.span.start, token.span.end);
        const message = `\`${head.text}\` takes no \`${written}\``;
        this.#report('unexpected-token', source, token.span, message, `write \`${usage}\``);
        return undefined;
    }
    #report(code, source, span, message, help) {
        this.#errors += 1;
        const all = { start: 0, end: source.text.length };
        this.#diagnostics.add(code, source, span ?? all, message, { help });
    }
}
/** `@abc1234` directly behind the command, or as the last word. */
function commitsIn(tokens) {
    return [...new Set([tokens[1], tokens.length > 1 ? tokens.at(-1) : undefined])].filter((token) => token?.kind === 'word' && !token.quoted && commit.test(token.text));
}
/** A command that stands alone. */
function onlyCommand({ statements }) {
    const [statement, other] = statements;
    const [element, next] = statement?.sequence.elements ?? [];
    return !other && !next && element?.kind === 'command' ? element : undefined;
}
/** All of them, however deep: the parser bounds how deep that is. */
function commandsIn(node) {
    if (Array.isArray(node))
        return node.flatMap(commandsIn);
    if (typeof node !== 'object' || node === null)
        return [];
    const own = 'kind' in node && node.kind === 'command' ? [node] : [];
    return [...own, ...Object.values(node).flatMap(commandsIn)];
}
function blanked(source, words) {
    let { text } = source;
    for (const { span } of words)
        text = `${text.slice(0, span.start)}${' '.repeat(span.end - span.start)}${text.slice(span.end)}`;
    return { ...source, text };
}
function oneLine(text) {
    return text.replace(/\s+/g, ' ').trim();
}


/***/ }),

/***/ 64055:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ commandLines)
});

// UNUSED EXPORTS: longestComment

// EXTERNAL MODULE: ./build/language/keywords.js
var keywords = __webpack_require__(4083);
// EXTERNAL MODULE: ./build/language/source.js
var language_source = __webpack_require__(11786);
// EXTERNAL MODULE: ./build/language/look-alikes.js
var look_alikes = __webpack_require__(2236);
;// CONCATENATED MODULE: ./build/admission/hidden-characters.js
/** Characters by which a command would be another one than people see: unseen ones, those that turn text around, letters that look like others. */

/** Joiners, marks of direction, tags, fillers, variation selectors; control characters; private and broken ones; other line ends. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u2800]/u;
/** Letters of the scripts that have twins of Latin letters. */
const twinScript = /[\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}\p{Script=Lisu}ΑΒΕΖΗΙΚΜΝΟΡΤΥΧανοικρυ]/u;
const latin = /\p{Script=Latin}/u;
const letters = /[\p{L}\p{M}]+/gu;
/** The first of them. Tabs and line feeds are none, nor are letters of any language in words of its own. */
function hiddenIn(text) {
    if (/^[\x20-\x7e\n\t→]*$/.test(text))
        return undefined;
    let at = 0;
    for (const character of text) {
        const what = whatIs(character);
        if (what !== undefined)
            return { at, what: `${what}, ${(0,look_alikes/* codePoint */.yb)(character)}` };
        at += character.length;
    }
    return mixedIn(text);
}
function whatIs(character) {
    if (character === '\n' || character === '\t')
        return undefined;
    if (unseen.test(character))
        return 'a character that cannot be seen';
    // Full width, bold, script: what compatibility makes the same letter.
    const isTwin = /[\p{L}\p{Nd}]/u.test(character) && /^[A-Za-z0-9]+$/.test(character.normalize('NFKC'));
    return isTwin && !/[A-Za-z0-9]/.test(character)
        ? `\`${character}\`, which only looks like another letter`
        : undefined;
}
/** `trаin`: a word of Latin letters with one that is none. */
function mixedIn(text) {
    for (const { 0: word, index } of text.matchAll(letters)) {
        const twin = latin.test(word) ? twinScript.exec(word) : null;
        if (!twin)
            continue;
        const what = `\`${twin[0]}\`, which only looks like another letter, ${(0,look_alikes/* codePoint */.yb)(twin[0])}`;
        return { at: index + twin.index, what };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/admission/shown-lines.js
/**
 * Which lines of a comment begin in plain text, as GitHub shows it. What people do not see, or see as a quotation or as
 * code, commands nothing. Markdown can be read in more than one way where somebody wants it so: a line is plain text when it
 * is so in each of them.
 */
/** Elements of HTML in which stands a quotation, or code, or what is struck out or not shown. */
const setApart = new Set([
    ...[
        'pre',
        'code',
        'samp',
        'kbd',
        'tt',
        'blockquote',
        'q',
        'del',
        's',
        'strike',
        'script',
        'style',
        'template',
    ],
    ...[
        'textarea',
        'title',
        'xmp',
        'iframe',
        'noembed',
        'noframes',
        'noscript',
        'plaintext',
        'svg',
        'math',
        'select',
    ],
]);
const marks = '(?:(?:[-+*]|\\d{1,9}[.)])[\\t ]+)*';
const fence = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
/** In a list, or at any depth. */
const anyFence = new RegExp(`^[\\t ]*${marks}(\`{3,}(?=[^\`]*$)|~{3,})`);
const quotation = new RegExp(`^[\\t ]*${marks}>`);
const item = /^ {0,3}(?:[-+*]|\d{1,9}[.)])(?:[\t ]|$)/;
/** A heading, a rule, the line below a heading. */
const alone = /^ {0,3}(?:#{1,6}(?:[\t ]|$)|(?:[-_*][\t ]*){3,}$|=+[\t ]*$|-+[\t ]*$)/;
const html = /^ {0,3}<[A-Za-z/!?]/;
/** What hides all up to its end: comments, instructions, declarations. `<!-->` ends itself. */
const shown_lines_unseen = [
    { start: /<!--/y, end: '-->', skip: 2 },
    { start: /<!\[CDATA\[/y, end: ']]>', skip: 9 },
    { start: /<\?/y, end: '?>', skip: 2 },
    { start: /<![A-Za-z]/y, end: '>', skip: 2 },
];
const tag = /<(\/?)([A-Za-z][A-Za-z0-9-]{0,30})(?=[\s/>]|$)/y;
/** Longer ones hide what is left of the comment. */
const longestTag = 4000;
const htmlReadings = [
    { splits: false, hasFences: true },
    { splits: true, hasFences: true },
    { splits: true, hasFences: false },
];
/** For each line whether its first character is plain text. Takes time as long as the text, whatever stands in it. */
function shownLines(lines) {
    const readings = [
        ...htmlReadings.map((reading) => new Walk(lines, reading).run()),
        outside(lines, (line, open) => fenceBehind(line, open, anyFence)),
        outside(lines, (line, isQuoted) => line.trim() === '' ? undefined : quotation.test(line) || isQuoted ? true : undefined),
    ];
    return lines.map((_, index) => readings.every((isShown) => isShown[index] === true));
}
/** Lines that one construct leaves alone, whatever stands around it. `behind`: what is open behind a line. */
function outside(lines, behind) {
    let open;
    return lines.map((line) => {
        const before = open;
        open = behind(line, before);
        return before === undefined && open === undefined;
    });
}
function fenceBehind(line, open, pattern) {
    const [, signs] = pattern.exec(line) ?? [];
    if (signs === undefined)
        return open;
    const found = { sign: signs[0] ?? '', length: signs.length };
    if (!open)
        return found;
    const isBare = line.trim().length === signs.length;
    return found.sign === open.sign && found.length >= open.length && isBare ? undefined : open;
}
class Walk {
    #lines;
    #reading;
    #isShown;
    #fence;
    /** What ends the comment, or the like, that is open. */
    #hiddenUntil;
    /** Open elements that are set apart: how often, by name. */
    #open = new Map();
    constructor(lines, reading) {
        this.#lines = lines;
        this.#reading = reading;
        this.#isShown = lines.map(() => false);
    }
    run() {
        for (let index = 0; index < this.#lines.length;)
            index = this.#next(index);
        return this.#isShown;
    }
    /** Reads a line or a block, and says where the next one begins. */
    #next(index) {
        const line = this.#lines[index] ?? '';
        const until = this.#hiddenUntil;
        if (until !== undefined) {
            const end = line.indexOf(until);
            if (end < 0)
                return index + 1;
            this.#hiddenUntil = undefined;
            this.#block(index, index + 1, end + until.length);
            return index + 1;
        }
        const before = this.#fence;
        this.#fence = fenceBehind(line, before, fence);
        if (before || this.#fence || line.trim() === '')
            return index + 1;
        const end = alone.test(line) ? index + 1 : this.#endOfBlock(index);
        this.#block(index, end, 0);
        return end;
    }
    /** Code spans, links and tags go over lines, but not out of their block. */
    #endOfBlock(start) {
        let end = start + 1;
        const isRaw = !this.#reading.hasFences && html.test(this.#lines[start] ?? '');
        for (; end < this.#lines.length; end += 1) {
            const line = this.#lines[end] ?? '';
            if (line.trim() === '')
                break;
            if (isRaw)
                continue;
            if (fence.test(line) || alone.test(line) || item.test(line) || quotation.test(line))
                break;
            if (this.#reading.splits && html.test(line))
                break;
        }
        return end;
    }
    /** `from`: where to begin in its first line, whose beginning is hidden when that is not 0. */
    #block(start, end, from) {
        const block = new Block(this.#lines.slice(start, end));
        const { text } = block;
        let line = start;
        if (from === 0)
            this.#mark(line, block, 0);
        for (let at = from; at < text.length;) {
            if (text[at] === '\n') {
                line += 1;
                at += 1;
                this.#mark(line, block, at);
                continue;
            }
            const behind = this.#behind(block, at);
            // What is jumped over may go over lines: none of them begins in plain text.
            for (; at < behind; at += 1)
                if (text[at] === '\n')
                    line += 1;
        }
    }
    #mark(line, block, at) {
        this.#isShown[line] = this.#open.size === 0 && !block.isDefinition && at >= block.blindUntil;
    }
    /** The next character that may begin something. */
    #behind(block, at) {
        const { text } = block;
        switch (text[at]) {
            case '\\':
                return text[at + 1] === '\n' ? at + 1 : at + 2;
            case '`':
                return block.behindCode(at);
            case '<':
                return this.#behindTag(block, at);
            case ']':
                if (text[at + 1] === '(')
                    block.blindTo(block.find(')', at + 2));
                return at + 1;
            case '!':
                // What stands for an image is shown only where the image is not.
                if (text[at + 1] === '[')
                    block.blindTo(Math.max(block.find('](', at), block.find('][', at)));
                return at + 1;
            default:
                return at + 1;
        }
    }
    #behindTag(block, at) {
        const { text } = block;
        for (const { start, end, skip } of shown_lines_unseen) {
            start.lastIndex = at;
            if (!start.test(text))
                continue;
            const found = block.find(end, at + skip);
            if (found >= 0)
                return found + end.length;
            this.#hiddenUntil = end;
            return text.length;
        }
        tag.lastIndex = at;
        const [, slash, name = ''] = tag.exec(text) ?? [];
        if (slash === undefined)
            return at + 1;
        this.#element(name.toLowerCase(), slash === '/');
        const { end, until } = block.tagFrom(at);
        block.blindTo(end);
        this.#hiddenUntil = until;
        return until === undefined ? at + 1 : text.length;
    }
    #element(name, closes) {
        if (!setApart.has(name))
            return;
        const count = (this.#open.get(name) ?? 0) + (closes ? -1 : 1);
        if (count > 0)
            this.#open.set(name, count);
        else
            this.#open.delete(name);
    }
}
/** One paragraph or the like: what begins in it and has no end in it is text. */
class Block {
    text;
    /** `[a]: /b`, of which GitHub shows nothing. */
    isDefinition;
    /** Up to there lines begin within a link or a tag. */
    blindUntil = 0;
    #isHtml;
    /** By what was looked for: from there on it is nowhere, so that nothing is looked for twice. */
    #absentFrom = new Map();
    /** Where runs of backticks begin, by their length, and how many of them lie behind us. */
    #runs = new Map();
    constructor(lines) {
        this.text = lines.join('\n');
        this.isDefinition = /^ {0,3}\[/.test(this.text) && this.text.includes(']:');
        this.#isHtml = lines.some((line) => html.test(line));
        for (const { 0: run, index } of this.text.matchAll(/`+/g)) {
            const runs = this.#runs.get(run.length);
            if (runs)
                runs.at.push(index);
            else
                this.#runs.set(run.length, { at: [index], next: 0 });
        }
    }
    /** Nowhere is -1. */
    find(wanted, from) {
        if (from >= (this.#absentFrom.get(wanted) ?? Number.POSITIVE_INFINITY))
            return -1;
        const found = this.text.indexOf(wanted, from);
        if (found < 0)
            this.#absentFrom.set(wanted, from);
        return found;
    }
    blindTo(end) {
        this.blindUntil = Math.max(this.blindUntil, end);
    }
    /** A span ends with as many backticks as it began with; without those they are text. */
    behindCode(at) {
        let length = 1;
        while (this.text[at + length] === '`')
            length += 1;
        const runs = this.#runs.get(length);
        while (runs && (runs.at[runs.next] ?? Number.POSITIVE_INFINITY) <= at)
            runs.next += 1;
        const end = runs?.at[runs.next];
        if (end === undefined)
            return at + length;
        this.blindTo(end);
        // Among tags they are text.
        return this.#isHtml ? at + length : end + length;
    }
    /**
     * Where the tag ends that begins here, -1 when it is none. `until`: it does not end in this block, and hides what is
     * behind it up to this.
     */
    tagFrom(at) {
        const { text } = this;
        let quote = '';
        const last = Math.min(text.length, at + longestTag);
        for (let index = at; index < last; index += 1) {
            const character = text[index] ?? '';
            if (quote !== '')
                quote = character === quote ? '' : quote;
            else if (character === '>')
                return { end: index };
            else if ((character === '"' || character === "'") && text[index - 1] === '=')
                quote = character;
            // In a paragraph no tag has a slash there, so this is none.
            else if (character === '\n' && text[index + 1] === '/' && !this.#isHtml)
                return { end: -1 };
        }
        if (!this.#isHtml && last === text.length)
            return { end: -1 };
        return { end: text.length, until: quote === '' ? '>' : quote };
    }
}

;// CONCATENATED MODULE: ./build/admission/comment-lines.js
/**
 * The text of a comment → the commands in it. A command begins a line, and stands where GitHub shows plain text: not in a
 * fence, a quotation, a code span, or what GitHub hides. When in doubt a line is text: nothing starts by mistake.
 */




/** Of a comment, in characters, as GitHub has it. */
const longestComment = 65_536;
const mostCommands = 20;
const longestCommand = 8_000;
/** Any comment of ours begins with such a marker. */
const ourMarker = /<!--\s*ml-workflow:/i;
const begin = /^\/\p{L}/u;
/** Up to a blank or a sign of the language. */
const word = /^\/([^\s|&;[\]()<>→]*)/u;
/** A line that begins with one of these goes on with the command above; so does one that begins with a blank. */
const goesOn = /^(?:[\t ]|→|->|=>|[|\])&↳])/;
/** Behind one of these the command goes on in the next line. */
const isUnfinished = /(?:→|->|=>|[|&↳\\])[\t ]*$/;
const comment_lines_quotation = /^ {0,3}>/;
/** `isKnown`: whether a word, without its slash, begins a command of this project; its arguments and points may follow. */
function commandLines(body, isKnown) {
    const text = body.replace(/\r\n?/g, '\n');
    const source = (0,language_source/* sourceOf */.vz)('<comment>', text);
    if (ourMarker.test(text))
        return { source, lines: [] };
    if (text.length > longestComment && [...text].length > longestComment) {
        const refused = `a comment has at most ${longestComment} characters`;
        return /^\/\p{L}/mu.test(text) ? { source, lines: [], refused } : { source, lines: [] };
    }
    const found = gathered(text).filter(({ text: command }) => looksLikeCommand(command, isKnown));
    const refused = refusalOf(found);
    return refused === undefined ? { source, lines: found } : { source, lines: [], refused };
}
function gathered(text) {
    const lines = text.split('\n');
    const isShown = shownLines(lines);
    const found = [];
    let offset = 0;
    for (let index = 0; index < lines.length;) {
        const line = lines[index] ?? '';
        const begins = isShown[index] === true && begin.test(line);
        const next = begins ? endOf(lines, isShown, index) : index + 1;
        if (begins)
            found.push({ text: lines.slice(index, next).join('\n').trimEnd(), line: index + 1, offset });
        for (; index < next; index += 1)
            offset += (lines[index] ?? '').length + 1;
    }
    return found;
}
/** The first line behind the command that begins here. */
function endOf(lines, isShown, start) {
    let depth = depthBehind(lines[start] ?? '', 0);
    let end = start + 1;
    // Empty lines within a bracket belong to the command, others do not.
    for (let index = end; index < lines.length; index += 1) {
        const line = lines[index] ?? '';
        const isEmpty = line.trim() === '';
        if (isEmpty && depth > 0)
            continue;
        const continues = depth > 0 || goesOn.test(line) || isUnfinished.test(lines[index - 1] ?? '');
        if (isEmpty || !continues || !isShown[index] || comment_lines_quotation.test(line))
            break;
        depth = depthBehind(line, depth);
        end = index + 1;
    }
    return end;
}
/** How many brackets are open at the end of the line. A quotation ends with its line: a missing quote costs no more. */
function depthBehind(line, before) {
    let depth = before;
    let quote = '';
    for (let at = 0; at < line.length; at += 1) {
        const character = line[at] ?? '';
        if (character === '\\' && quote !== "'")
            at += 1;
        else if (quote !== '')
            quote = character === quote ? '' : quote;
        else if (character === "'" || character === '"')
            quote = character;
        else if (character === '#' && /^[\t ]?$/.test(line[at - 1] ?? ''))
            break;
        else if (character === '[' || character === '(')
            depth += 1;
        else if (character === ']' || character === ')')
            depth = Math.max(0, depth - 1);
    }
    return depth;
}
/** `/usr/bin/python fails` is a path; `/trian` looks like a command, and whoever wrote it is told. */
function looksLikeCommand(text, isKnown) {
    // Hidden characters are refused further on, so they make no path of a command.
    const [, written = ''] = word.exec(text.slice(0, 1000)) ?? [];
    const plain = written.replace(/[^\p{L}\p{N}_.:/-]/gu, '');
    const name = plain.replace(/[.:/-]+$/, '');
    if (isKnown(name) || (0,keywords/* beginsConstruct */.yu)(`/${plain}`) || (0,keywords/* isParallel */.K7)(`/${plain}`))
        return true;
    return /^\p{L}[\p{L}\p{N}_.:-]*$/u.test(plain) && hasOnlyHidden(written, plain);
}
/** What was taken away cannot be seen: no comma, no star, no other sign. */
function hasOnlyHidden(written, plain) {
    return written === plain || hiddenIn(written) !== undefined;
}
function refusalOf(found) {
    if (found.length > mostCommands)
        return `a comment holds at most ${mostCommands} commands, and this one holds ${found.length}`;
    for (const { text, line } of found) {
        if (text.length > longestCommand)
            return `the command in line ${line} has more than ${longestCommand} characters`;
        const hidden = hiddenIn(text);
        if (!hidden)
            continue;
        const before = text.slice(0, hidden.at).split('\n');
        const column = (before.at(-1)?.length ?? 0) + 1;
        return `line ${line + before.length - 1}, column ${column} holds ${hidden.what}: type the command anew, without it`;
    }
    return undefined;
}


/***/ }),

/***/ 18644:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ definitionPaths),
/* harmony export */   r: () => (/* binding */ definitionsNote)
/* harmony export */ });
/* harmony import */ var _project_load_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11696);
/* harmony import */ var _project_markdown_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76115);
/** Which files say what a chain means and who may start it: they count as the default branch has them, whatever a pull request makes of them. */


/** More than GitHub lists for one pull request. */
const mostListed = 3000;
const mostNamed = 5;
/**
 * Those of the paths that are definitions. `project`: the project's folder in the repository, with `/`; empty for its root.
 * `baseline`: the baseline's file, relative to the project.
 */
function definitionPaths(paths, project, baseline) {
    const root = project === '' || project === '.' ? '' : `${project.replace(/^\.\/|\/+$/g, '')}/`;
    const isDefinition = (path) => {
        if (/^\.github\/(?:workflows|actions)\//.test(path))
            return true;
        if (!path.startsWith(root))
            return false;
        const own = path.slice(root.length);
        if (own === _project_load_js__WEBPACK_IMPORTED_MODULE_0__/* .projectFileName */ .bi || own === 'ml_config.yaml')
            return true;
        if (baseline !== undefined && own === baseline.replace(/^\.\//, ''))
            return true;
        // Folders of agents as a whole: what is no definition in them may become one, by a link or a new name.
        const isAgents = _project_markdown_files_js__WEBPACK_IMPORTED_MODULE_1__/* .folders */ .o.some((folder) => own.startsWith(`${folder.path.split('/')[0]}/`));
        return isAgents || /^workflows\/[^/]+\.ya?ml$/.test(own) || own === '.claude' || own === '.factory';
    };
    return [...new Set(paths.filter(isDefinition))].sort();
}
/** One sentence for people, or undefined when the pull request leaves definitions alone. Arguments as above. */
function definitionsNote(paths, branch, project, baseline) {
    const found = definitionPaths(paths, project, baseline);
    const judged = `this run goes by those of ${named(branch)}`;
    if (found.length === 0)
        return paths.length < mostListed
            ? undefined
            : `This pull request changes more files than GitHub lists: should there be definitions among them, ${judged}.`;
    const shown = found.slice(0, mostNamed).map(named);
    const rest = found.length - shown.length;
    const all = rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ').replace(/, ([^,]*)$/, ' and $1');
    return `This pull request edits ${all}: ${judged}.`;
}
/** In code: a backtick of the name would end it. */
function named(text) {
    return `\`${text.replaceAll('`', "'")}\``;
}


/***/ }),

/***/ 91565:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ roles)
/* harmony export */ });
/** All that admission asks of GitHub. Whoever cannot be asked is an error, and nothing starts: admission fails closed. */
/** GitHub's own roles in a repository, from what may do least. */
const roles = ['none', 'read', 'triage', 'write', 'maintain', 'admin'];


/***/ }),

/***/ 65788:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Un: () => (/* binding */ entered),
/* harmony export */   W1: () => (/* binding */ overLimit),
/* harmony export */   gu: () => (/* binding */ settled),
/* harmony export */   lj: () => (/* binding */ ledgerKey)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64377);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5358);
/** What was started on one day of UTC, and whether there is room for more. A ledger that cannot be read leaves no room. */


const money = zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().finite().nonnegative();
const entry = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    /** Login; absent for schedules and pushes. */
    by: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).max(100).optional(),
    /** UTC. */
    at: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$(),
    workflow: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).max(200),
    pr: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().positive().optional(),
    /** GitHub's id of the run. */
    run: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().positive(),
    /** Dollars at worst, when it began. Absent where nothing bounds them. */
    quote: money.optional(),
    /** Dollars, since it is over. */
    cost: money.optional(),
});
const schema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    schema: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(1),
    /** `2026-11-22` */
    day: zod__WEBPACK_IMPORTED_MODULE_2__/* .date */ .p6(),
    entries: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(entry).max(5000),
});
/** Of a time in UTC, ISO 8601. */
function ledgerKey(now) {
    return `ledger/${dayOf(now)}`;
}
/** Why nothing more may start, or undefined. `stored`: what the day's ledger holds, undefined when there is none yet. */
function overLimit(stored, limits, asked) {
    const { runs, runsPerPerson, dollars, dollarsPerPerson } = limits;
    if ([runs, runsPerPerson, dollars, dollarsPerPerson].every((one) => one === undefined))
        return undefined;
    const ledger = ledgerOf(stored, dayOf(asked.now));
    if (ledger === undefined)
        return 'what was started today cannot be read, and the limits of `policy:` could not be kept';
    const { by, quote } = asked;
    const own = by === undefined ? [] : ledger.entries.filter((one) => isSame(one.by, by));
    const whose = by === undefined ? '' : (0,_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .named */ .KT)(by);
    if (by !== undefined && runsPerPerson !== undefined && own.length >= runsPerPerson)
        return `${whose} has started ${counted(own.length)} today, and \`runs-per-person\` is ${runsPerPerson}`;
    if (runs !== undefined && ledger.entries.length >= runs)
        return `today has ${counted(ledger.entries.length)} already, and \`runs\` is ${runs}`;
    const bounds = [
        ...(by !== undefined && dollarsPerPerson !== undefined
            ? [{ key: 'dollars-per-person', bound: dollarsPerPerson, spent: spentIn(own), of: `${whose} has` }]
            : []),
        ...(dollars !== undefined
            ? [{ key: 'dollars', bound: dollars, spent: spentIn(ledger.entries), of: 'today’s runs have' }]
            : []),
    ];
    for (const { key, bound, spent, of } of bounds) {
        const isBounded = quote !== undefined && Number.isFinite(quote) && quote >= 0;
        if (!isBounded)
            return `nothing bounds what this would cost, and \`${key}\` is ${shown(bound)}: give it a \`budget:\``;
        if (spent === undefined)
            return `nothing bounds what a run of today costs, and \`${key}\` is ${shown(bound)}`;
        // Sums of cents are not exact.
        if (spent + quote > bound + 1e-9)
            return `${of} spent or set aside ${shown(spent)} today, this would cost up to ${shown(quote)}, and \`${key}\` is ${shown(bound)}`;
    }
    return undefined;
}
/** The day's ledger with one more run; the same run stands in it once. Throws when what is stored is no ledger of that day. */
function entered(stored, run) {
    const read = readable(stored, dayOf(run.at));
    const others = read.entries.filter((one) => one.run !== run.run);
    return { ...read, entries: [...others, entry.parse(run)] };
}
/** With what the run has cost; undefined when the run is not in it, so that there is nothing to write. Throws as `entered`. */
function settled(stored, run, cost) {
    if (stored === undefined)
        return undefined;
    const read = schema.parse(stored);
    if (!read.entries.some((one) => one.run === run))
        return undefined;
    const checked = money.parse(cost);
    return { ...read, entries: read.entries.map((one) => (one.run === run ? { ...one, cost: checked } : one)) };
}
function readable(stored, day) {
    const read = ledgerOf(stored, day);
    if (!read)
        throw new Error(`the ledger of ${day} cannot be read`);
    return read;
}
function ledgerOf(stored, day) {
    if (stored === undefined)
        return { schema: 1, day, entries: [] };
    const read = schema.safeParse(stored);
    return read.success && read.data.day === day ? read.data : undefined;
}
/** Undefined when one of them has no bound and is not over. */
function spentIn(entries) {
    let sum = 0;
    for (const { cost, quote } of entries) {
        const dollars = cost ?? quote;
        if (dollars === undefined)
            return undefined;
        sum += dollars;
    }
    return sum;
}
function isSame(one, other) {
    return one?.toLowerCase() === other.toLowerCase();
}
function counted(count) {
    return count === 1 ? '1 run' : `${count} runs`;
}
function shown(dollars) {
    return `$${dollars.toFixed(2)}`;
}
/** Throws for a time that is none: nothing is counted on a day that nobody knows. */
function dayOf(now) {
    if (!/^\d{4}-\d{2}-\d{2}T.*Z$/.test(now))
        throw new Error(`this is no time in UTC: ${now}`);
    return now.slice(0, 10);
}


/***/ }),

/***/ 55690:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ Names)
/* harmony export */ });
/* unused harmony export controls */
/* harmony import */ var _language_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60716);
/* harmony import */ var _plan_builtins_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48924);
/** What a comment may begin with in this project: its commands, what its workflows are started by, and control commands. */


const controls = ['plan', 'status', 'stop', 'approve', 'resume', 'help'];
class Names {
    #known;
    #commands;
    #comments = new Map();
    constructor(known) {
        this.#known = known;
        this.#commands = new Set([...known.commands.map(_language_name_js__WEBPACK_IMPORTED_MODULE_1__/* .normalised */ .Z7), ..._plan_builtins_js__WEBPACK_IMPORTED_MODULE_0__/* .builtinCommands */ .Gx.keys()]);
        for (const workflow of known.workflows) {
            const { comment } = workflow.on ?? {};
            if (comment === undefined)
                continue;
            const key = (0,_language_name_js__WEBPACK_IMPORTED_MODULE_1__/* .normalised */ .Z7)(comment.replace(/^\//, ''));
            this.#comments.set(key, [...(this.#comments.get(key) ?? []), workflow]);
        }
    }
    control(word) {
        return controls.find((one) => (0,_language_name_js__WEBPACK_IMPORTED_MODULE_1__/* .normalised */ .Z7)(word) === `ml_${one}`);
    }
    isCommand(word) {
        return this.#commands.has((0,_language_name_js__WEBPACK_IMPORTED_MODULE_1__/* .normalised */ .Z7)(word));
    }
    /** Those that the word starts: more than one is a mistake of the project. */
    startedBy(word) {
        return this.#comments.get((0,_language_name_js__WEBPACK_IMPORTED_MODULE_1__/* .normalised */ .Z7)(word)) ?? [];
    }
    /** By its own name, or by what starts it; `word` with or without slash. */
    workflow(word) {
        const bare = word.replace(/^\//, '');
        const named = this.#known.workflows.find(({ name }) => (0,_language_name_js__WEBPACK_IMPORTED_MODULE_1__/* .normalised */ .Z7)(name) === (0,_language_name_js__WEBPACK_IMPORTED_MODULE_1__/* .normalised */ .Z7)(bare));
        return named ?? this.startedBy(bare)[0];
    }
    /** Labels are the same in any case on GitHub. */
    byLabel(label) {
        return this.#known.workflows.filter(({ on }) => on?.label?.toLowerCase() === label.toLowerCase());
    }
    /** Whether the word, or what stands in it before a colon or slash, is one that a comment may begin with. */
    isKnown(word) {
        const whole = (0,_language_name_js__WEBPACK_IMPORTED_MODULE_1__/* .normalised */ .Z7)(word);
        for (let end = whole.length; end > 0; end = whole.lastIndexOf(':', end - 1)) {
            const part = whole.slice(0, end);
            if (this.#commands.has(part) || this.#comments.has(part) || this.control(part))
                return true;
        }
        return false;
    }
    /** At most three, nearest first, without slash. */
    nearest(word) {
        return (0,_language_name_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .pA)(word, this.#all());
    }
    get workflows() {
        return this.#known.workflows.map(({ name }) => name);
    }
    #all() {
        return new Set([
            ...this.#known.workflows.flatMap(({ on }) => on?.comment?.slice(1) ?? []),
            ...controls.map((control) => `ml-${control}`),
            ...this.#known.commands,
            ...[..._plan_builtins_js__WEBPACK_IMPORTED_MODULE_0__/* .builtinCommands */ .Gx.values()].map(({ name }) => name),
        ]);
    }
}


/***/ }),

/***/ 80339:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OE: () => (/* binding */ isOwnToken),
/* harmony export */   Vp: () => (/* binding */ proposalPrefix),
/* harmony export */   hQ: () => (/* binding */ isOwnProposal)
/* harmony export */ });
/** Branches that runs propose their results on begin so. */
const proposalPrefix = 'ml-workflow/';
/** Whoever may change the workflows of the repository stands behind it; who dispatches by it can be nobody else. */
const ownLogin = 'github-actions[bot]';
function isOwnToken({ login, isBot }) {
    return isBot && login === ownLogin;
}
/** A pull request that a run of this repository has opened. Forks may have branches of that name, and their own programs. */
function isOwnProposal({ author, headRef, isFork }) {
    return isOwnToken(author) && headRef.startsWith(proposalPrefix) && !isFork;
}


/***/ }),

/***/ 46070:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S4: () => (/* binding */ judge),
/* harmony export */   Yc: () => (/* binding */ whoFor),
/* harmony export */   b: () => (/* binding */ mayDo),
/* harmony export */   sL: () => (/* binding */ rightFor)
/* harmony export */ });
/* harmony import */ var _forge_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91565);

/** `role`: the person's, as GitHub says it now. Rejects when GitHub does not answer. */
async function judge(forge, who, login, role) {
    const { people, teams } = who;
    // Whatever GitHub may add to its roles is at the beginning of the list or before it: it allows nothing.
    const isEnough = _forge_js__WEBPACK_IMPORTED_MODULE_0__/* .roles */ .O.indexOf(role) >= _forge_js__WEBPACK_IMPORTED_MODULE_0__/* .roles */ .O.indexOf(who.role) && _forge_js__WEBPACK_IMPORTED_MODULE_0__/* .roles */ .O.indexOf(role) > 0;
    if (!isEnough)
        return { may: false, because: 'role-too-low', unseen: [] };
    if (people === undefined && teams === undefined)
        return { may: true };
    if (people?.includes(login.toLowerCase()))
        return { may: true };
    const unseen = [];
    for (const team of teams ?? []) {
        const found = await forge.isInTeam(team, login);
        if (found.is)
            return { may: true };
        if (found.unseen)
            unseen.push(team);
    }
    return { may: false, because: 'not-in-team', unseen };
}
async function mayDo(forge, who, login, role) {
    return (await judge(forge, who, login, role)).may;
}
/** What it takes, as far as the words alone tell; the plan may ask for more. */
function rightFor(asked) {
    if (asked?.is !== 'control')
        return 'run';
    switch (asked.control) {
        case 'plan':
        case 'status':
        case 'help':
            return 'plan';
        case 'stop':
            return 'stop';
        case 'approve':
            return 'approve';
        case 'resume':
            return 'run';
    }
}
/** Of a command or workflow, by its normalised name; never of `constructor` and the like. */
function whoFor(policy, name) {
    return Object.hasOwn(policy.commands, name) ? policy.commands[name] : undefined;
}


/***/ }),

/***/ 5358:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $h: () => (/* binding */ closed),
/* harmony export */   J5: () => (/* binding */ refused),
/* harmony export */   KT: () => (/* binding */ named),
/* harmony export */   Nw: () => (/* binding */ ForgeSilent),
/* harmony export */   zY: () => (/* binding */ speaking)
/* harmony export */ });
/* harmony import */ var _engine_plain_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76879);
/** Why something does not start: a code for programs, a sentence for people. */

function refused(code, sentence, help) {
    return { is: 'refused', code, sentence, ...(help === undefined ? {} : { help }) };
}
/** Text of others in a sentence of ours: one short line that stays in its backticks. */
function named(text) {
    const clean = (0,_engine_plain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .w)(text).replace(/\s+/g, ' ').replaceAll('`', "'").trim();
    return `\`${clean.length > 100 ? `${clean.slice(0, 100)}…` : clean}\``;
}
/** GitHub could not be asked. */
class ForgeSilent extends Error {
}
/** The same port, whose every failure is a `ForgeSilent`: what else is thrown is a mistake of ours. */
function speaking(port) {
    return new Proxy(port, {
        get(target, key) {
            const member = Reflect.get(target, key, target);
            if (typeof member !== 'function')
                return member;
            return async (...words) => {
                try {
                    return await Reflect.apply(member, target, words);
                }
                catch (error) {
                    throw new ForgeSilent(error instanceof Error ? error.message : String(error), { cause: error });
                }
            };
        },
    });
}
/** What was decided, or that GitHub did not let it be decided. */
async function closed(decide) {
    try {
        return await decide();
    }
    catch (error) {
        if (!(error instanceof ForgeSilent))
            throw error;
        return refused('forge-silent', `nothing was started, because GitHub does not answer what has to be known first: ${named(error.message)}`, 'try again in a minute; if it stays like that, look at the permissions of the job');
    }
}


/***/ }),

/***/ 35387:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ bodyHash),
/* harmony export */   i: () => (/* binding */ readRequest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64377);
/** What a run was asked for: the dispatch input `request`. Ids and hashes alone, no text of anybody's: texts are read again. */


const commit = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/, 'a commit is 40 or 64 hexadecimal digits');
const id = zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().positive();
const schema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    /** The commit under test. */
    sha: commit.optional(),
    /** The pull request that it is reported on. */
    pr: id.optional(),
    /** The comment that asked for it; `body`: SHA-256 of its text, 64 hexadecimal digits. */
    comment: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ id, body: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/, 'a hash has 64 digits') })
        .optional(),
    /** GitHub's id of the event that set a label. */
    label: id.optional(),
    /** The time of a schedule that was missed and is caught up. */
    slot: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$().optional(),
    /** The run of GitHub Actions that this one goes on with. */
    resume: id.optional(),
})
    .refine(({ comment, label }) => comment === undefined || label === undefined, 'either a comment or a label asks')
    .refine(({ comment, label, pr }) => pr !== undefined || (comment === undefined && label === undefined), 'a comment and a label stand on a pull request: `pr` is missing');
/** Throws an `Error` of one sentence. */
function readRequest(text) {
    if (text.trim() === '')
        return {};
    let parsed;
    try {
        parsed = JSON.parse(text);
    }
    catch {
        throw new Error('this is no JSON');
    }
    const read = schema.safeParse(parsed);
    if (read.success)
        return read.data;
    const [issue] = read.error.issues;
    throw new Error(`${issue?.path.join('.') || 'it'}: ${issue?.message ?? 'this is no request'}`);
}
/** Of a comment's text as GitHub gives it, line ends and all: 64 hexadecimal digits. */
function bodyHash(body) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(body, 'utf8').digest('hex');
}


/***/ }),

/***/ 35345:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W0: () => (/* binding */ branchOf),
/* harmony export */   XU: () => (/* binding */ planAdmission),
/* harmony export */   zS: () => (/* binding */ admissionRequest)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/** What admission is asked, by the definitions of the default branch: the same for whoever asks. */


function admissionRequest({ definitions, environment }, start, more = {}) {
    return {
        start,
        policy: definitions.policy,
        known: definitions,
        ownSha: definitions.sha,
        defaultBranch: branchOf(environment),
        ...(environment.GITHUB_REF?.startsWith('refs/heads/')
            ? { ownBranch: environment.GITHUB_REF.slice('refs/heads/'.length) }
            : {}),
        project: definitions.project,
        ...(definitions.baseline === undefined ? {} : { baseline: definitions.baseline }),
        ...more,
    };
}
/** The repository's default branch, as the event says it; else the one that the run stands on. */
function branchOf({ GITHUB_EVENT_PATH: path, GITHUB_REF: ref = '' }) {
    return named(path) ?? ref.replace(/^refs\/heads\//, '');
}
function named(path) {
    if (path === undefined || !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path))
        return undefined;
    const read = event.safeParse(JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8')));
    return read.success ? read.data.repository.default_branch : undefined;
}
const event = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ repository: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ default_branch: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1) }) });
function planAdmission({ definitions, environment }, { by, sha, isForeignCode }, plan) {
    return { plan, policy: definitions.policy, by, sha, isForeignCode, defaultBranch: branchOf(environment) };
}


/***/ }),

/***/ 47250:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   kM: () => (/* binding */ definitionsIn),
/* harmony export */   lM: () => (/* binding */ planned),
/* harmony export */   mu: () => (/* binding */ definitionsOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _language_source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11786);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28950);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(28521);
/** What the default branch says: the project file, the workflows and their commands. Never what a pull request makes of them. */




/** Of the commit that the job itself stands on. Rejects with a `RunError` when GitHub does not give it. */
async function definitionsOf(environment, token, project) {
    const sha = environment.GITHUB_SHA ?? '';
    const root = await (0,_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .bringDefinitions */ .$0)(sha, token, environment);
    return definitionsIn(root, project, sha);
}
function definitionsIn(root, project, sha) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, project);
    // Any chain will do: what is asked is the project, and what is wrong with it is said when something is planned.
    const wanted = { is: 'chain', source: (0,_language_source_js__WEBPACK_IMPORTED_MODULE_1__/* .sourceOf */ .vz)('<comment>', '/continue') };
    const { policy, workflows, commands } = (0,_prepare_js__WEBPACK_IMPORTED_MODULE_2__.prepare)({
        wanted,
        folder,
        shownFrom: root,
        given: [],
        checkOnly: true,
    });
    return { folder, root, project, sha, policy, workflows, commands };
}
/** A plan by these definitions. */
function planned({ folder, root }, wanted, given) {
    return (0,_prepare_js__WEBPACK_IMPORTED_MODULE_2__.prepare)({ wanted, folder, shownFrom: root, given });
}


/***/ }),

/***/ 55719:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ deskOf),
/* harmony export */   z: () => (/* binding */ githubOf)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33838);
/* harmony import */ var _github_api_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40654);
/* harmony import */ var _github_artifacts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40273);
/* harmony import */ var _github_forge_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97065);
/* harmony import */ var _github_keep_state_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(45810);
/* harmony import */ var _definitions_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(47250);
/** Where a comment or a label is dealt with: GitHub, the definitions of the default branch, and what is said to whom asked. */






/** Rejects with a `RunError` when the definitions cannot be read. */
async function deskOf(environment, token, project) {
    return { ...githubOf(environment, token), definitions: await (0,_definitions_js__WEBPACK_IMPORTED_MODULE_5__/* .definitionsOf */ .mu)(environment, token, project) };
}
function githubOf(environment, token) {
    const [owner = '', repository = ''] = (environment.GITHUB_REPOSITORY ?? '').split('/');
    const { GITHUB_SERVER_URL: server = 'https://github.com', GITHUB_RUN_ID: run = '0' } = environment;
    const api = new _github_api_js__WEBPACK_IMPORTED_MODULE_1__/* .GitHubApi */ .yN(token);
    const name = { owner, repository };
    return {
        ...{ environment, token, api, ...name },
        attempt: Number(environment.GITHUB_RUN_ATTEMPT ?? '1'),
        forge: (0,_github_forge_js__WEBPACK_IMPORTED_MODULE_3__/* .githubForge */ .N)(api, name),
        state: (0,_github_keep_state_js__WEBPACK_IMPORTED_MODULE_4__/* .stateStore */ .$)(api, {
            ...name,
            token,
            own: (0,_github_artifacts_js__WEBPACK_IMPORTED_MODULE_2__/* .actionsArtifacts */ .d7)(),
            onLoss: (loss) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e(loss),
        }),
        url: `${server}/${owner}/${repository}/actions/runs/${run}`,
    };
}


/***/ }),

/***/ 22746:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ hands)
/* harmony export */ });
/* unused harmony export ownLogin */
/** Of the job's own token. */
const ownLogin = 'github-actions[bot]';
/** Whoever has started the run, and this attempt of it, besides the person whose comment or label is named. */
function hands(environment, request) {
    const { GITHUB_ACTOR: actor = '', GITHUB_TRIGGERING_ACTOR: again = actor } = environment;
    const { GITHUB_EVENT_NAME: event, GITHUB_RUN_ATTEMPT: attempt = '1' } = environment;
    const isNamed = request.comment !== undefined || request.label !== undefined;
    const found = [];
    // Our own token dispatches what a person has asked for; then it is the person who counts.
    const isByRouter = actor === ownLogin && isNamed;
    if (event === 'workflow_dispatch' && !isByRouter)
        found.push(personOf(actor));
    if (Number(attempt) > 1 && again !== '' && again !== ownLogin)
        found.push(personOf(again));
    return found;
}
function personOf(login) {
    return { login, isBot: login.endsWith('[bot]') };
}


/***/ }),

/***/ 29756:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ quoteOf)
/* harmony export */ });
/* harmony import */ var _plan_estimate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57403);
/** What a plan costs at worst, as whoever starts it is told and limits count it. */

/** Dollars at worst; the budget where that is less. Undefined where nothing bounds it. */
function quoteOf(plan) {
    return (0,_plan_estimate_js__WEBPACK_IMPORTED_MODULE_0__/* .estimate */ .j)(plan).dollars.get(plan.root);
}


/***/ }),

/***/ 97065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ githubForge)
/* harmony export */ });
/* harmony import */ var _admission_forge_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91565);
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40654);
/** What admission asks of GitHub, by its REST API. Nothing is guessed: what GitHub does not say clearly is an error, or unknown. */


/** Of a branch's activity, 100 entries each: who pushes more often than that names the commit. */
const activityPages = 3;
/** The state of a review that replaces an earlier one of the same person; a comment leaves it standing. */
const verdicts = ['APPROVED', 'CHANGES_REQUESTED', 'DISMISSED'];
function githubForge(api, name) {
    return new GitHubForge(api, name);
}
class GitHubForge {
    #api;
    #name;
    constructor(api, name) {
        this.#api = api;
        this.#name = name;
    }
    async roleOf(login) {
        const answer = await (0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .orAbsent */ .Re)(this.#api.persist(() => this.#rest.repos.getCollaboratorPermissionLevel({ ...this.#place, username: login })));
        if (!answer)
            return 'none';
        const { role_name: named, permission, user } = answer.data;
        return asRole(named) ?? roleByFlags(user?.permissions) ?? asRole(permission) ?? 'none';
    }
    async isInTeam(team, login) {
        const request = { org: this.#name.owner, team_slug: team, username: login };
        try {
            const { data } = await this.#api.persist(() => this.#rest.teams.getMembershipForUserInOrg(request));
            // Pending: asked to join, and has not answered.
            return { is: data.state === 'active' };
        }
        catch (error) {
            // A job's own token sees no team. GitHub answers the same about a person who is not in it.
            if ((0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .isForbidden */ .US)(error))
                return { is: false, unseen: true };
            throw error;
        }
    }
    async pull(number) {
        const { data } = await this.#api.persist(() => this.#rest.pulls.get({ ...this.#place, pull_number: number }));
        const { head, base } = data;
        return {
            number,
            title: data.title,
            author: personOf(data.user),
            headSha: head.sha,
            headRef: head.ref,
            baseSha: base.sha,
            baseRef: base.ref,
            // The repository of a fork may be gone, which the types do not know.
            isFork: head.repo?.id !== base.repo.id,
            isOpen: data.state === 'open',
            isMerged: data.merged === true,
        };
    }
    async comment(id) {
        const answer = await (0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .orAbsent */ .Re)(this.#api.persist(() => this.#rest.issues.getComment({ ...this.#place, comment_id: id })));
        if (!answer)
            return undefined;
        const { data } = answer;
        const issue = Number(/\/issues\/(\d+)$/.exec(data.issue_url)?.[1]);
        if (!Number.isSafeInteger(issue))
            throw new Error(`GitHub does not say where comment ${id} stands`);
        return {
            id,
            author: personOf(data.user, data.performed_via_github_app),
            body: data.body ?? '',
            createdAt: utc(data.created_at),
            updatedAt: utc(data.updated_at),
            issue,
            url: data.html_url,
        };
    }
    async labelled(event) {
        const answer = await (0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .orAbsent */ .Re)(this.#api.persist(() => this.#rest.issues.getEvent({ ...this.#place, event_id: event })));
        return answer && labelledBy(answer.data, answer.data.issue?.number);
    }
    async newestLabelling(pull, label) {
        const wanted = label.toLowerCase();
        const page = async (number) => this.#api.persist(() => this.#rest.issues.listEvents({
            ...this.#place,
            issue_number: pull,
            per_page: 100,
            page: number,
        }));
        // Oldest first, so the newest is on the last page.
        const first = await page(1);
        const last = Number(/[?&]page=(\d+)[^>]*>;\s*rel="last"/.exec(first.headers.link ?? '')?.[1] ?? 1);
        for (let number = last; number >= 1; number -= 1) {
            const { data } = number === 1 ? first : await page(number);
            for (const event of data.toReversed()) {
                const found = labelledBy(event, pull);
                if (found?.label.toLowerCase() === wanted)
                    return found;
            }
        }
        return undefined;
    }
    async pushedAt({ isFork, headRef, headSha }) {
        // What happens in a fork is its owner's affair, and a branch of ours may have the same name.
        if (isFork)
            return undefined;
        const ref = `refs/heads/${headRef}`;
        return this.#api.persist(async () => {
            const pages = this.#api.octokit.paginate.iterator(this.#rest.repos.listActivities, {
                ...{ ...this.#place, ref, per_page: 100 },
            });
            let read = 0;
            for await (const { data } of pages) {
                // Newest first: a commit that was pushed again counts from then on.
                const entry = data.find((activity) => activity.ref === ref && activity.after === headSha);
                if (entry)
                    return utc(entry.timestamp);
                read += 1;
                if (read === activityPages)
                    break;
            }
            return undefined;
        });
    }
    async approvals(pull) {
        const reviews = await this.#api.persist(() => this.#api.octokit.paginate(this.#rest.pulls.listReviews, {
            ...{ ...this.#place, pull_number: pull, per_page: 100 },
        }));
        const standing = new Map();
        for (const review of reviews)
            if (review.user && verdicts.includes(review.state))
                standing.set(review.user.login, review);
        const approvals = [];
        for (const { state, user, commit_id: sha } of standing.values()) {
            const by = personOf(user);
            if (state !== 'APPROVED' || sha === null || by.isBot)
                continue;
            if (_admission_forge_js__WEBPACK_IMPORTED_MODULE_1__/* .roles */ .O.indexOf(await this.roleOf(by.login)) >= _admission_forge_js__WEBPACK_IMPORTED_MODULE_1__/* .roles */ .O.indexOf('write'))
                approvals.push({ sha, by });
        }
        return approvals;
    }
    async changedPaths(pull) {
        const files = await this.#api.persist(() => this.#api.octokit.paginate(this.#rest.pulls.listFiles, {
            ...{ ...this.#place, pull_number: pull, per_page: 100 },
        }));
        return files.flatMap(({ filename, previous_filename: before }) => before === undefined ? [filename] : [filename, before]);
    }
    async isOnBranch(sha, branch) {
        // Not by its name alone: a tag of that name would do as well, and leads wherever somebody has put it.
        const { data } = await this.#api.persist(() => this.#rest.git.getRef({ ...this.#place, ref: `heads/${branch}` }));
        if (data.object.sha === sha)
            return true;
        const compared = await (0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .orAbsent */ .Re)(this.#api.persist(() => this.#rest.repos.compareCommitsWithBasehead({
            ...{ ...this.#place, basehead: `${data.object.sha}...${sha}`, per_page: 1 },
        })));
        return compared?.data.status === 'identical' || compared?.data.status === 'behind';
    }
    get #rest() {
        return this.#api.octokit.rest;
    }
    get #place() {
        return (0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(this.#name);
    }
}
/** Roles that an organisation has made of its own are known by what they allow. */
function roleByFlags(flags) {
    if (!flags)
        return undefined;
    if (flags.admin)
        return 'admin';
    if (flags.maintain)
        return 'maintain';
    if (flags.push)
        return 'write';
    if (flags.triage)
        return 'triage';
    return flags.pull ? 'read' : 'none';
}
function asRole(text) {
    return _admission_forge_js__WEBPACK_IMPORTED_MODULE_1__/* .roles */ .O.find((role) => role === text);
}
/** `app`: what acted for the account; an account that is gone can vouch for nothing. */
function personOf(account, app) {
    if (!account)
        return { login: 'ghost', isBot: true };
    const isBot = account.type !== 'User' || account.login.endsWith('[bot]') || (app ?? null) !== null;
    return { login: account.login, isBot };
}
function labelledBy(event, issue) {
    const label = event.label?.name ?? undefined;
    if (event.event !== 'labeled' || label === undefined || issue === undefined)
        return undefined;
    const by = personOf(event.actor, event.performed_via_github_app);
    return { event: event.id, label, by, at: utc(event.created_at), issue };
}
/** Times are compared as text further on, so they all have one form. */
function utc(time) {
    const at = Date.parse(time);
    if (Number.isNaN(at))
        throw new Error(`GitHub says a time that is none: ${JSON.stringify(time)}`);
    return new Date(at).toISOString();
}


/***/ })

};
