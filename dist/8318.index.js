export const id = 8318;
export const ids = [8318];
export const modules = {

/***/ 45907:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ secretsOf)
/* harmony export */ });
/** Line by line, as the runner masks them: the keys of hosts and of RunPod. */
function secretsOf(plan, environment) {
    const variables = Object.values(plan.targets ?? {}).flatMap((target) => target.kind === 'runpod' ? [target.key] : 'variable' in target.key ? [target.key.variable] : []);
    return variables
        .flatMap((name) => (environment[name] ?? '').split(/\r?\n/))
        .filter((line) => line.length >= 6 && !line.startsWith('-----'));
}


/***/ }),

/***/ 18318:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cell: () => (/* binding */ cell)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: ./build/drivers/hand-over.js
var hand_over = __webpack_require__(59362);
// EXTERNAL MODULE: ./build/drivers/run-error.js
var run_error = __webpack_require__(38702);
// EXTERNAL MODULE: ./build/drivers/run-folder.js
var run_folder = __webpack_require__(6434);
// EXTERNAL MODULE: ./build/engine/expiry.js
var expiry = __webpack_require__(11276);
;// CONCATENATED MODULE: ./build/engine/share-budget.js

/**
 * The plan as one of so many legs reads it: of what every budget around the block has left it gets an equal part. `state`:
 * where they were handed out. What the legs have written down is read with the whole plan again.
 */
function planForLeg(plan, state, legs) {
    if (legs <= 1)
        return plan;
    const around = aroundBlock(state);
    const nodes = plan.nodes.map((node) => {
        const own = state.nodes.get(node.id);
        if (node.kind !== 'budget' || !own?.spending || own.settlement || !around.has(node.id))
            return node;
        const spent = (0,expiry/* spentAt */.gI)(own.spending, state.at);
        return { ...node, dollars: spent + Math.max(0, node.dollars - spent) / legs };
    });
    return { ...plan, nodes };
}
/** A budget in a branch is that of one leg alone. Nothing else is open beside the block, and no other block is around it. */
function aroundBlock({ plan, nodes, byId }) {
    const around = new Set();
    const block = plan.nodes.find(({ id, kind }) => {
        const own = nodes.get(id);
        return kind === 'parallel' && own !== undefined && !own.settlement;
    });
    for (let id = block?.parent ?? null; id !== null; id = byId.get(id)?.parent ?? null)
        around.add(id);
    return around;
}

// EXTERNAL MODULE: ./build/github/secrets.js
var secrets = __webpack_require__(45907);
// EXTERNAL MODULE: ./build/parts/inputs.js
var inputs = __webpack_require__(22896);
// EXTERNAL MODULE: ./build/parts/job-file.js
var job_file = __webpack_require__(57533);
// EXTERNAL MODULE: ./build/parts/opening.js
var opening = __webpack_require__(91989);
// EXTERNAL MODULE: ./build/parts/report.js
var report = __webpack_require__(80635);
// EXTERNAL MODULE: ./build/parts/restore.js + 2 modules
var restore = __webpack_require__(72152);
// EXTERNAL MODULE: ./build/parts/tell.js
var tell = __webpack_require__(56682);
// EXTERNAL MODULE: ./build/parts/whole.js + 1 modules
var parts_whole = __webpack_require__(28693);
;// CONCATENATED MODULE: ./build/parts/cell.js
/** One leg of a matrix: its branches of the block, on a machine of their own. */













async function cell() {
    const id = (0,inputs/* demanded */.zM)('job');
    const label = (0,inputs/* demanded */.zM)('leg');
    const restored = await (0,restore/* restore */.PF)({
        job: id,
        leg: label,
        project: (0,opening/* readProject */.Wh)((0,inputs/* input */.hF)('project')),
        token: (0,inputs/* input */.hF)('token'),
        digest: (0,inputs/* input */.hF)('plan'),
        environment: process.env,
    });
    const whole = (0,parts_whole/* wholeOf */.l2)(restored.plan);
    const job = (0,parts_whole/* jobOf */.Zw)(whole, id);
    const leg = job.is === 'matrix' ? job.legs.findIndex((one) => one.label === label) : -1;
    const branches = job.is === 'matrix' ? job.legs[leg]?.branches : undefined;
    if (job.is !== 'matrix' || !branches)
        throw new run_error/* RunError */.e4(`the job \`${id}\` has no leg \`${label}\`; compile the workflow again`);
    const file = { ...restored.file, deadline: (0,opening/* deadlineOf */.G0)(job.minutes, restored.isHosted), comment: false };
    (0,job_file/* writeJobFile */.XB)(file, process.env);
    for (const secret of (0,secrets/* secretsOf */.F)(restored.plan, process.env))
        core/* setSecret */.Pq(secret);
    const { drivePart, readRun } = await Promise.all(/* import() */[__webpack_require__.e(2836), __webpack_require__.e(9166), __webpack_require__.e(7798), __webpack_require__.e(3009), __webpack_require__.e(1786)]).then(__webpack_require__.bind(__webpack_require__, 3009));
    const directory = (0,job_file/* runDirectoryOf */.Gg)(file);
    const before = readRun(directory);
    if (!before)
        throw new run_error/* RunError */.e4(`there is no run \`${file.run}\` in ${file.workspace}`);
    // No leg sees what the others spend.
    (0,run_folder/* storePlan */.lU)(directory, planForLeg(restored.plan, before, job.legs.length));
    const driven = await drivePart({
        workspace: file.workspace,
        run: file.run,
        environment: process.env,
        signals: (0,tell/* signalsOf */.B7)(file),
        // A leg writes nothing on GitHub: what it has decided is told where the legs are joined.
        reporters: () => (0,report/* reportersOf */.MH)(restored.plan, file, '').reporters,
        beside: {
            processes: Math.min(job.max ?? job.legs.length, job.legs.length),
            hasUnit: (unit) => {
                const owner = whole.owners.ownerOf(unit, 0);
                return owner !== undefined && 'leg' in owner && owner.job === id && owner.leg === leg;
            },
        },
        part: {
            reach: (0,hand_over/* reachOfLeg */.bW)(whole.plan, whole.owners, job, leg),
            continues: false,
            settles: () => true,
        },
    });
    for (const loss of driven.losses)
        core/* warning */.$e(loss);
    return (0,tell/* exitCodeFor */.Rr)((0,hand_over/* verdictOf */.Vj)(driven.state, branches), `${job.name}:${label}`);
}


/***/ })

};
