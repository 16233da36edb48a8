export const id = 8740;
export const ids = [8740];
export const modules = {

/***/ 58740:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isForHere: () => (/* binding */ isForHere),
/* harmony export */   runHere: () => (/* binding */ runHere)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33838);
/* harmony import */ var _admission_request_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35387);
/* harmony import */ var _desk_definitions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(47250);
/* harmony import */ var _desk_desk_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(55719);
/* harmony import */ var _desk_quote_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(29756);
/* harmony import */ var _desk_tree_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(28521);
/* harmony import */ var _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_28__ = __webpack_require__(38702);
/* harmony import */ var _exit_codes_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(49277);
/* harmony import */ var _github_action_io_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(11579);
/* harmony import */ var _github_annotate_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(34860);
/* harmony import */ var _github_check_runs_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(79873);
/* harmony import */ var _github_trigger_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(74930);
/* harmony import */ var _jobs_file_name_js__WEBPACK_IMPORTED_MODULE_27__ = __webpack_require__(10707);
/* harmony import */ var _language_name_js__WEBPACK_IMPORTED_MODULE_29__ = __webpack_require__(60716);
/* harmony import */ var _language_print_diagnostic_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(42974);
/* harmony import */ var _language_source_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(11786);
/* harmony import */ var _parts_asked_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(27197);
/* harmony import */ var _parts_go_on_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(14425);
/* harmony import */ var _parts_not_started_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(49528);
/* harmony import */ var _parts_opening_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(91989);
/* harmony import */ var _parts_report_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(80635);
/* harmony import */ var _parts_standing_facts_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(25631);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(28950);
/* harmony import */ var _reports_lines_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(23987);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(94429);
/* harmony import */ var _deal_js__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(14599);
/* harmony import */ var _event_js__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(83040);
/* harmony import */ var _one_step_js__WEBPACK_IMPORTED_MODULE_25__ = __webpack_require__(54287);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_26__ = __webpack_require__(27673);
/** A run that somebody has asked for by a comment or a label, in the job that has read it; or by the request of the router's. */






























/** Whether this is for `runHere`: an event that somebody outside may have caused, or a request of the router's. */
function isForHere(environment, request) {
    return request.trim() !== '' || (0,_event_js__WEBPACK_IMPORTED_MODULE_24__/* .isAsked */ .D)(environment);
}
async function runHere(environment, inputs, signals) {
    const { token } = inputs;
    if (token === '')
        throw new _github_action_io_js__WEBPACK_IMPORTED_MODULE_8__/* .InputError */ .dz('token', 'who asks is asked of GitHub, and for that a token is needed');
    const project = (0,_parts_opening_js__WEBPACK_IMPORTED_MODULE_17__.readProject)(inputs.project);
    if (inputs.request.trim() !== '') {
        const request = requestIn(inputs.request);
        try {
            const desk = await (0,_desk_desk_js__WEBPACK_IMPORTED_MODULE_4__/* .deskOf */ .x)(environment, token, project);
            return await run(desk, request, await (0,_parts_asked_js__WEBPACK_IMPORTED_MODULE_14__/* .askedFor */ .GZ)(desk, request, 'chain'), inputs, signals);
        }
        catch (error) {
            const subject = { workflow: _jobs_file_name_js__WEBPACK_IMPORTED_MODULE_27__/* .chainName */ .H9, project };
            if (error instanceof _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_28__/* .RunError */ .e4)
                await (0,_parts_not_started_js__WEBPACK_IMPORTED_MODULE_16__/* .notStarted */ .D)(environment, token, subject, request, error.message);
            throw error;
        }
    }
    const only = inputs.only;
    const dealt = await (0,_deal_js__WEBPACK_IMPORTED_MODULE_23__/* .deal */ .T)(environment, { token, project, ...(only === undefined ? {} : { only }) }, (0,_event_js__WEBPACK_IMPORTED_MODULE_24__/* .readEvent */ .j)(environment));
    if (dealt.is === 'done')
        return _exit_codes_js__WEBPACK_IMPORTED_MODULE_7__/* .exitCodes */ .h.done;
    const { desk, asker, wanted, admitted } = dealt;
    await (0,_answer_js__WEBPACK_IMPORTED_MODULE_22__/* .reactTo */ .xC)(desk, asker, 'rocket');
    const { asked } = admitted;
    const isResume = asked?.is === 'control' && asked.control === 'resume';
    const isApproval = asked?.is === 'control' && asked.control === 'approve';
    const { resume } = wanted.request;
    if (wanted.goesOn && resume === undefined)
        throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_28__/* .RunError */ .e4('nothing of the run was kept');
    const [login = ''] = admitted.by;
    const decision = isApproval
        ? {
            ...{ approved: true, by: login },
            ...(admitted.comment === undefined ? {} : { at: admitted.comment.createdAt }),
            ...(asked.label === undefined ? {} : { label: asked.label }),
        }
        : undefined;
    const askedRun = {
        admitted,
        given: isResume ? asked.given : asked?.is === 'workflow' ? asked.given : [],
        ...(resume === undefined
            ? {}
            : {
                goingOn: {
                    ...{ run: resume, token },
                    ...(decision ? { decision } : {}),
                    ...(isResume && asked.from !== undefined ? { from: asked.from } : {}),
                },
            }),
    };
    try {
        return await run(desk, wanted.request, askedRun, inputs, signals);
    }
    catch (error) {
        if (error instanceof _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_28__/* .RunError */ .e4)
            await (0,_answer_js__WEBPACK_IMPORTED_MODULE_22__/* .answer */ .ZF)(desk, asker, `Nothing has started: ${mistakeText(error.message)}`);
        throw error;
    }
}
function mistakeText(message) {
    return message.includes('\n')
        ? `\n\n\`\`\`text\n${message.replaceAll('```', "'''")}\n\`\`\``
        : `${message.replace(/[<>@]/g, '')}.`;
}
function requestIn(text) {
    try {
        return (0,_admission_request_js__WEBPACK_IMPORTED_MODULE_2__/* .readRequest */ .i)(text);
    }
    catch (error) {
        throw new _github_action_io_js__WEBPACK_IMPORTED_MODULE_8__/* .InputError */ .dz('request', error instanceof Error ? error.message : String(error));
    }
}
async function run(desk, request, { admitted, given, goingOn }, inputs, signals) {
    const { environment, definitions } = desk;
    const { sha, asked, pull } = admitted;
    const left = goingOn && (await (0,_parts_go_on_js__WEBPACK_IMPORTED_MODULE_15__/* .leftBy */ .jf)(goingOn, environment));
    if (left && left.pull !== admitted.pull?.number)
        throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_28__/* .RunError */ .e4('the run that is to go on is about another pull request');
    if (left && left.sha !== sha)
        throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_28__/* .RunError */ .e4(`the run that is to go on is about ${left.sha}, and this one about ${sha}`);
    const now = new Set(given.map(({ name }) => (0,_language_name_js__WEBPACK_IMPORTED_MODULE_29__/* .normalised */ .Z7)(name)));
    const kept = Object.entries(left?.parameters ?? {})
        .filter(([name]) => !now.has((0,_language_name_js__WEBPACK_IMPORTED_MODULE_29__/* .normalised */ .Z7)(name)))
        .map(([name, value]) => ({
        name,
        value: String(value),
        source: (0,_language_source_js__WEBPACK_IMPORTED_MODULE_13__/* .sourceOf */ .vz)('<run>', `--${name} ${String(value)}`),
    }));
    const prepared = (0,_desk_definitions_js__WEBPACK_IMPORTED_MODULE_3__/* .planned */ .lM)(definitions, wantedOf(asked, left?.plan), [...kept, ...given]);
    (0,_github_annotate_js__WEBPACK_IMPORTED_MODULE_9__/* .annotate */ .f)(prepared.diagnostics);
    const { plan } = prepared;
    if (!plan) {
        _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .info */ .pq((0,_reports_lines_js__WEBPACK_IMPORTED_MODULE_21__/* .harmless */ .p)(prepared.diagnostics.map((diagnostic) => (0,_language_print_diagnostic_js__WEBPACK_IMPORTED_MODULE_12__/* .printDiagnostic */ .B$)(diagnostic)).join('\n\n')));
        throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_28__/* .RunError */ .e4((0,_language_print_diagnostic_js__WEBPACK_IMPORTED_MODULE_12__/* .countDiagnostics */ .ii)(prepared.diagnostics) ?? (0,_plan_js__WEBPACK_IMPORTED_MODULE_26__/* .mistakes */ .I9)(prepared.diagnostics));
    }
    if (left && JSON.stringify(left.plan) !== JSON.stringify(plan))
        throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_28__/* .RunError */ .e4('the definitions have changed since the run began: start it again');
    const quote = (0,_desk_quote_js__WEBPACK_IMPORTED_MODULE_5__/* .quoteOf */ .e)(plan);
    await (0,_parts_asked_js__WEBPACK_IMPORTED_MODULE_14__/* .admittedPlan */ .oH)(desk, (0,_parts_asked_js__WEBPACK_IMPORTED_MODULE_14__/* .requesterOf */ .iq)(admitted, left), plan, quote);
    await (0,_desk_tree_js__WEBPACK_IMPORTED_MODULE_6__/* .bringCode */ .qX)(sha, desk.token, definitions.project, environment);
    const workspace = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,_desk_tree_js__WEBPACK_IMPORTED_MODULE_6__/* .rootOf */ .I5)(environment), definitions.project);
    const taken = left && goingOn ? (0,_parts_go_on_js__WEBPACK_IMPORTED_MODULE_15__/* .takeUp */ .bG)(workspace, plan, left, goingOn, new Date().toISOString()) : undefined;
    // A typed chain has no name of its own.
    const workflow = plan.file.startsWith('<') ? _jobs_file_name_js__WEBPACK_IMPORTED_MODULE_27__/* .chainName */ .H9 : prepared.name;
    const subject = { workflow, project: definitions.project };
    const trigger = {
        ...(0,_github_trigger_js__WEBPACK_IMPORTED_MODULE_11__/* .readTrigger */ .v)({ ...environment, ...eventAs(environment) }),
        sha,
        ...(pull ? { pull: { number: pull.number } } : {}),
        isFork: false,
    };
    const onGitHub = {
        ...{ schema: 1, sha, isHosted: (0,_prepare_js__WEBPACK_IMPORTED_MODULE_20__/* .isHosted */ .O)(prepared.runsOn), checks: left?.checks ?? [] },
        ...(left?.comment === undefined ? {} : { comment: left.comment }),
        ...(await (0,_parts_standing_facts_js__WEBPACK_IMPORTED_MODULE_19__/* .standingOf */ .Y)(desk, { admitted, request, prepared, left, quote })),
    };
    const isRouted = inputs.request.trim() !== '';
    return await (0,_one_step_js__WEBPACK_IMPORTED_MODULE_25__.runOneStep)({
        prepared: prepared,
        ...{ subject, inputs, trigger, workspace, signals },
        asked: {
            context: () => (0,_parts_report_js__WEBPACK_IMPORTED_MODULE_18__/* .contextOf */ .Vm)(onGitHub, trigger),
            ...(isRouted
                ? { adopts: async () => [...(left?.checks ?? []), ...(await (0,_github_check_runs_js__WEBPACK_IMPORTED_MODULE_10__/* .openChecksOf */ .pY)(desk.api, trigger))] }
                : left
                    ? { adopts: async () => left.checks }
                    : {}),
            onGitHub,
            ...(taken ? { goesOnWith: taken.folder.run } : {}),
        },
    });
}
/** What is asked is admitted: the event that brought it is one like any other now. */
function eventAs({ GITHUB_EVENT_NAME: event }) {
    return event === 'issue_comment' || event === 'pull_request_target'
        ? { GITHUB_EVENT_NAME: 'workflow_dispatch' }
        : {};
}
function wantedOf(asked, before) {
    if (asked?.is === 'chain')
        return { is: 'chain', source: asked.chain };
    if (asked?.is === 'workflow')
        return { is: 'workflow', reference: asked.workflow };
    if (before)
        return before.file.startsWith('<')
            ? { is: 'chain', source: (0,_language_source_js__WEBPACK_IMPORTED_MODULE_13__/* .sourceOf */ .vz)(before.file, before.chain) }
            : { is: 'workflow', reference: before.name };
    throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_28__/* .RunError */ .e4('the request names no comment and no label: there is no chain in it');
}


/***/ }),

/***/ 54287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runOneStep: () => (/* binding */ runOneStep)
/* harmony export */ });
/* unused harmony export setOutputs */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33838);
/* harmony import */ var _drivers_parts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75078);
/* harmony import */ var _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(38702);
/* harmony import */ var _exit_codes_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(49277);
/* harmony import */ var _github_action_io_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(11579);
/* harmony import */ var _github_artifacts_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(40273);
/* harmony import */ var _github_check_runs_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(79873);
/* harmony import */ var _github_names_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(50926);
/* harmony import */ var _github_result_output_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(51375);
/* harmony import */ var _github_secrets_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(45907);
/* harmony import */ var _jobs_layout_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(98407);
/* harmony import */ var _parts_line_notes_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(61098);
/* harmony import */ var _parts_report_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(80635);
/* harmony import */ var _parts_restore_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(63889);
/* harmony import */ var _reports_report_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(34859);
/** A whole run in one step of one job: the chain is driven to its end here, and reported on the way. */


















async function runOneStep(step) {
    const { prepared, subject, inputs, trigger, workspace, signals, asked } = step;
    const { plan, targets } = prepared;
    for (const secret of (0,_github_secrets_js__WEBPACK_IMPORTED_MODULE_14__/* .secretsOf */ .F)(plan, process.env))
        _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .setSecret */ .Pq(secret);
    const { startRun, resumeRun } = await Promise.all(/* import() */[__webpack_require__.e(7798), __webpack_require__.e(325), __webpack_require__.e(4946)]).then(__webpack_require__.bind(__webpack_require__, 80325));
    const { jobReporters, writeSummary } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 37249));
    // What is on GitHub now, for whoever goes on with the run.
    let left = { checks: [] };
    const saving = (key, value) => {
        if (key === 'check_runs')
            left = { ...left, checks: (0,_github_check_runs_js__WEBPACK_IMPORTED_MODULE_8__.openChecks)(value) };
        if (key === 'comment')
            left = { ...left, comment: Number(value) };
        save(key, value);
    };
    const job = jobReporters(plan, subject, inputs, trigger, {
        ...{ save: saving, now },
        annotations: (0,_parts_line_notes_js__WEBPACK_IMPORTED_MODULE_10__/* .lineNotes */ .I)(process.env.GITHUB_WORKSPACE ?? workspace, subject.project),
        ...(asked ? { context: asked.context } : {}),
        ...(asked?.adopts ? { adopts: asked.adopts } : {}),
    });
    const reporters = (created) => {
        save('folder', created.path);
        return job.reporters;
    };
    // Its event does not tell: post has no other way to know.
    if (asked)
        save('about', JSON.stringify({ sha: trigger.sha, pull: trigger.pull, workflow: subject.workflow }));
    const shared = { workspace, environment: process.env, signals, reporters };
    let finished;
    try {
        finished =
            asked?.goesOnWith === undefined
                ? await startRun({ ...shared, plan, targets })
                : await resumeRun({ ...shared, run: asked.goesOnWith, notice: (text) => _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .notice */ .lm(text) });
        if (!finished)
            throw new _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_15__/* .RunError */ .e4(`there is no run \`${asked?.goesOnWith}\` in ${workspace}`);
    }
    catch (error) {
        const title = error instanceof _drivers_run_error_js__WEBPACK_IMPORTED_MODULE_15__/* .RunError */ .e4 ? error.message.slice(0, 255) : 'internal error';
        // First, so that post says the same if GitHub cannot be told now.
        save('failure', title);
        await job.abandoned(title, `The run ended by an error; the log tells more: ${trigger.url}`);
        for (const loss of job.lost())
            _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .warning */ .$e(loss);
        throw error;
    }
    const { conclusion, state, folder } = finished;
    save('concluded', conclusion.decision === 'waiting' ? 'waiting' : 'true');
    const report = (0,_reports_report_js__WEBPACK_IMPORTED_MODULE_13__/* .reportOf */ .EI)(state, now(), asked?.context());
    setOutputs({
        decision: conclusion.decision,
        reason_code: conclusion.reasonCode,
        run: folder.run,
        result: (0,_github_result_output_js__WEBPACK_IMPORTED_MODULE_9__/* .resultOutput */ .zJ)(report),
    });
    const losses = [...finished.losses, ...job.lost()];
    // A run that has passed has nothing to go on with.
    if (asked && conclusion.decision !== 'passed')
        losses.push(...(await keep(folder, plan, step, { ...asked.onGitHub, ...left })));
    if (asked) {
        const { afterwards } = await Promise.all(/* import() */[__webpack_require__.e(7673), __webpack_require__.e(6047)]).then(__webpack_require__.bind(__webpack_require__, 46047));
        const { onGitHub } = asked;
        const named = { ...report, workflow: (0,_github_names_js__WEBPACK_IMPORTED_MODULE_16__/* .labelOf */ .Wy)(subject) };
        const { token } = inputs;
        const { comment } = left;
        losses.push(...(await afterwards({ onGitHub, subject, trigger, state, report: named, token, comment })));
    }
    await writeSummary({ ...report, workflow: (0,_github_names_js__WEBPACK_IMPORTED_MODULE_16__/* .labelOf */ .Wy)(subject) }, state, trigger, losses);
    for (const loss of losses)
        _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .warning */ .$e(loss);
    const exitCode = conclusion.decision === 'waiting' ? _exit_codes_js__WEBPACK_IMPORTED_MODULE_5__/* .exitCodes */ .h.done : (0,_exit_codes_js__WEBPACK_IMPORTED_MODULE_5__/* .exitCodeOf */ .F)(conclusion.decision);
    if (exitCode !== _exit_codes_js__WEBPACK_IMPORTED_MODULE_5__/* .exitCodes */ .h.done)
        _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .error */ .z3(conclusion.reason, { title: plan.name });
    return exitCode;
}
/** As a job of a compiled workflow leaves its part, so that both are gone on with in the same way. */
async function keep(folder, plan, { workspace }, onGitHub) {
    const attempt = (0,_parts_restore_js__WEBPACK_IMPORTED_MODULE_12__/* .attemptIn */ .XZ)(process.env);
    const into = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(process.env.RUNNER_TEMP ?? (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'part-'));
    try {
        (0,_parts_report_js__WEBPACK_IMPORTED_MODULE_11__/* .writeOnGitHub */ ._7)(folder.path, onGitHub);
        const head = { schema: _drivers_parts_js__WEBPACK_IMPORTED_MODULE_4__/* .partSchema */ .DO, job: _jobs_layout_js__WEBPACK_IMPORTED_MODULE_17__/* .planJob */ .b1, attempt, epoch: attempt, after: 0 };
        const files = [..._drivers_parts_js__WEBPACK_IMPORTED_MODULE_4__/* .planFiles */ .jP, _parts_report_js__WEBPACK_IMPORTED_MODULE_11__/* .onGitHubFile */ .LT];
        const notices = (0,_drivers_parts_js__WEBPACK_IMPORTED_MODULE_4__/* .writePart */ .$X)({ into, head: { ...head, run: folder.run }, folder, workspace, plan, files });
        _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .startGroup */ .Oh('what this run leaves');
        await (0,_github_artifacts_js__WEBPACK_IMPORTED_MODULE_7__/* .actionsArtifacts */ .d7)().upload((0,_drivers_parts_js__WEBPACK_IMPORTED_MODULE_4__/* .partName */ .pn)(head), into, {});
        return [...notices];
    }
    catch (error) {
        return [
            `the run cannot be gone on with, because nothing of it was kept: ${error instanceof Error ? error.message : String(error)}`,
        ];
    }
    finally {
        _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .endGroup */ .N4();
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(into, { recursive: true, force: true });
    }
}
function setOutputs(outputs) {
    for (const key of _github_action_io_js__WEBPACK_IMPORTED_MODULE_6__/* .outputKeys */ .sf)
        _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .setOutput */ .uH(key, outputs[key]);
}
const now = () => new Date().toISOString();
function save(key, value) {
    _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .saveState */ .LZ(key, value);
}


/***/ })

};
