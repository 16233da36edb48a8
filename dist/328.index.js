export const id = 328;
export const ids = [328];
export const modules = {

/***/ 634:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ cellsOf)
/* harmony export */ });
/* unused harmony export experimentId */
/* harmony import */ var _own_field_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1678);
/* harmony import */ var _read_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3703);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(306);
/* harmony import */ var _template_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3497);




function cellsOf(state, ids) {
    return ids.map((id) => {
        return cellOf(state, (0,_state_js__WEBPACK_IMPORTED_MODULE_1__/* .unitOf */ .uF)(state, id), state.nodes.get(id));
    });
}
function cellOf(state, unit, own) {
    const result = own?.result;
    const failure = own?.failure;
    return {
        node: unit.id,
        title: unit.title,
        id: experimentId(state.plan, unit),
        status: result ? 'completed' : failure ? 'failed' : 'not-run',
        metrics: result?.metrics ?? {},
        ...(result?.primary === undefined ? {} : { primary: result.primary }),
        ...(result?.samples === undefined ? {} : { samples: result.samples }),
        config: own?.input?.parameters ?? configNow(state, unit),
        ...(own?.directory === undefined ? {} : { directory: own.directory }),
        ...(result || failure ? { seconds: result?.seconds ?? failure?.seconds ?? 0 } : {}),
        ...(failure ? { error: failure.message } : {}),
    };
}
/** Of a unit that was not started: what it would be started with now. */
function configNow(state, unit) {
    const bound = (0,_template_js__WEBPACK_IMPORTED_MODULE_2__/* .unitInput */ .l2)(state.plan, unit, (0,_read_js__WEBPACK_IMPORTED_MODULE_0__/* .readingsAt */ .h)(state, unit.id));
    return bound.ok ? bound.input.parameters : {};
}
/** The template of `results.id` filled in; without axes it is the command's name. */
function experimentId(plan, unit) {
    if (unit.point.length === 0)
        return unit.command;
    const values = {
        command: unit.command,
        phase: plan.results.phase,
        axis: unit.point.map(({ axis }) => axis).join('_'),
        value: unit.point.map(({ value }) => value).join('_'),
    };
    return plan.results.id.replace(/\{(\w+)\}/g, (whole, name) => String((0,_own_field_js__WEBPACK_IMPORTED_MODULE_3__/* .ownField */ .h)(values, name) ?? whole));
}


/***/ }),

/***/ 3359:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ gateKey),
/* harmony export */   o: () => (/* binding */ gatesOf)
/* harmony export */ });
function gatesOf(node) {
    switch (node.kind) {
        case 'branch':
            return node.arms.map(({ gate }, arm) => ({ gate, arm }));
        case 'require':
        case 'repeat':
            return [{ gate: node.gate, arm: 0 }];
        default:
            return [];
    }
}
function gateKey(node, arm) {
    return `${node} ${arm}`;
}


/***/ }),

/***/ 3703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ readingsAt)
/* harmony export */ });
/* harmony import */ var _evaluate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2516);
/* harmony import */ var _own_field_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1678);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4446);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(306);
/* harmony import */ var _variables_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5054);





function readingsAt(state, id) {
    const { baseline } = state.plan;
    return {
        variables: (0,_variables_js__WEBPACK_IMPORTED_MODULE_2__/* .variablesAt */ .VX)(state, id),
        metric: ({ written, metric, unit, from: candidates }) => {
            const from = (0,_state_js__WEBPACK_IMPORTED_MODULE_1__/* .lastThatRan */ .Zq)(state, candidates);
            const result = from === undefined ? undefined : state.nodes.get(from)?.result;
            const value = (0,_own_field_js__WEBPACK_IMPORTED_MODULE_3__/* .ownField */ .h)(result?.metrics, metric);
            const operand = { written, metric, unit };
            return {
                ...operand,
                ...(value === undefined ? {} : { value }),
                ...(value === undefined && result?.none !== undefined ? { none: result.none } : {}),
                ...(from === undefined ? {} : { from }),
                ...(result?.samples === undefined ? {} : { samples: result.samples }),
                ...(result?.source === undefined ? {} : { source: result.source }),
            };
        },
        baseline: ({ written, metric, unit }) => {
            const value = (0,_own_field_js__WEBPACK_IMPORTED_MODULE_3__/* .ownField */ .h)(baseline?.metrics, metric);
            return {
                written,
                metric,
                unit,
                ...(value === undefined ? {} : { value }),
                ...(baseline?.samples === undefined ? {} : { samples: baseline.samples }),
                source: baseline?.file ?? 'no baseline',
            };
        },
        status: (of) => hasSucceeded(state, of),
        field: ({ name, from }) => {
            const unit = (0,_state_js__WEBPACK_IMPORTED_MODULE_1__/* .lastThatRan */ .Zq)(state, from);
            const value = unit === undefined ? undefined : (0,_own_field_js__WEBPACK_IMPORTED_MODULE_3__/* .ownField */ .h)(state.nodes.get(unit)?.result?.values, name);
            return value === 'true' ? true : value === 'false' ? false : value;
        },
        result: (path, from) => {
            const unit = (0,_state_js__WEBPACK_IMPORTED_MODULE_1__/* .lastThatRan */ .Zq)(state, from);
            const result = unit === undefined ? undefined : state.nodes.get(unit)?.result;
            if (unit === undefined || !result)
                return { problem: 'the element before gave no result' };
            const { metric, value } = (0,_result_js__WEBPACK_IMPORTED_MODULE_4__/* .resultAt */ .j)(result, path);
            if (value !== undefined)
                return { metric, value };
            const title = `\`${(0,_state_js__WEBPACK_IMPORTED_MODULE_1__/* .nodeOf */ .E7)(state, unit).title}\``;
            return {
                problem: path.length === 0
                    ? `${title} declares no metrics and wrote no \`result=…\` to \`$ML_OUTPUT\``
                    : `${title} gave no \`${path.join('.')}\``,
            };
        },
        text: (expression) => (0,_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(expression, readingsAt(state, id)),
    };
}
function hasSucceeded(state, of) {
    if (of.is === 'stretch')
        return !state.nodes.get(of.sequence)?.skippedTo?.includes(of.gate);
    const step = (0,_state_js__WEBPACK_IMPORTED_MODULE_1__/* .lastThatRan */ .Zq)(state, of.from);
    // A step that a failure before it has kept from running has not succeeded.
    return step !== undefined && state.nodes.get(step)?.settlement?.is === 'succeeded';
}


/***/ }),

/***/ 4446:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ resultText),
/* harmony export */   j: () => (/* binding */ resultAt)
/* harmony export */ });
/* harmony import */ var _own_field_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1678);

/**
 * `<result>` is the primary metric, else what was written as `result`, else the declared standard output;
 * `<result.name>` a metric or value by its name, else a field of that output. A part of an output that is no single value
 * is its JSON.
 */
function resultAt(result, path) {
    const name = path.join('.');
    if (name !== '') {
        const value = (0,_own_field_js__WEBPACK_IMPORTED_MODULE_0__/* .ownField */ .h)(result.metrics, name) ??
            (0,_own_field_js__WEBPACK_IMPORTED_MODULE_0__/* .ownField */ .h)(result.values, name) ??
            singleValue(fieldAt(result.output, path));
        return { metric: name, value };
    }
    const { primary } = result;
    return primary === undefined
        ? { metric: 'result', value: (0,_own_field_js__WEBPACK_IMPORTED_MODULE_0__/* .ownField */ .h)(result.values, 'result') ?? singleValue(result.output) }
        : { metric: primary, value: (0,_own_field_js__WEBPACK_IMPORTED_MODULE_0__/* .ownField */ .h)(result.metrics, primary) };
}
/** As the input of the next command in a pipe; undefined when only the unit's own standard output can stand for it. */
function resultText(result) {
    const { value } = resultAt(result, []);
    return value === undefined ? undefined : String(value);
}
function fieldAt(output, path) {
    let at = output;
    for (const key of path) {
        if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key))
            return undefined;
        at = at[key];
    }
    return at;
}
function singleValue(json) {
    if (json === undefined || json === null)
        return undefined;
    return typeof json === 'object' ? JSON.stringify(json) : json;
}


/***/ }),

/***/ 5054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BB: () => (/* binding */ setVariable),
/* harmony export */   Cl: () => (/* binding */ handOver),
/* harmony export */   Nf: () => (/* binding */ setSystemVariables),
/* harmony export */   VX: () => (/* binding */ variablesAt),
/* harmony export */   yu: () => (/* binding */ setFailedStatus)
/* harmony export */ });
/* harmony import */ var _plan_plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1583);
/* harmony import */ var _own_field_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1678);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(306);
/* harmony import */ var _template_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3497);
/** Variables and who sees them: a call has its own, a parallel branch hands its own over when it is joined. */




/** The variables that a node sees. */
function variablesAt(state, id) {
    const own = state.scopes.of.get(id);
    return {
        get(name) {
            for (let scope = own; scope !== undefined; scope = state.scopes.around.get(scope)) {
                const value = state.variables.get(scope)?.get(name);
                if (value !== undefined)
                    return value;
            }
            return undefined;
        },
    };
}
function setVariable(state, id, name, value) {
    setIn(state, state.scopes.of.get(id) ?? '', name, value);
}
/** At the join: while branches run, none sees what another has set. */
function handOver(state, branch) {
    const variables = state.variables.get(branch);
    if (!variables)
        return;
    const around = state.scopes.around.get(branch) ?? '';
    for (const [name, value] of variables)
        setIn(state, around, name, value);
    state.variables.delete(branch);
}
/**
 * Built-ins set their values, and their metrics by name. Commands set what they declare under `sets:`, and the variables
 * of the system: how well the model of the last training or evaluation does, how good the data is, what is deployed, how
 * busy the last host was.
 */
function setSystemVariables(state, id, result) {
    const command = state.plan.commands[(0,_state_js__WEBPACK_IMPORTED_MODULE_0__/* .unitOf */ .uF)(state, id).command];
    if (command?.is === 'builtin') {
        // What an earlier choice has set is not the result of this one, which chose nothing.
        if (result.none !== undefined)
            forget(state, id, chosen(state));
        for (const [name, value] of Object.entries({ ...result.metrics, ...result.values }))
            setVariable(state, id, name, value);
        return;
    }
    if (command?.is !== 'run')
        return;
    const primary = result.primary === undefined ? undefined : (0,_own_field_js__WEBPACK_IMPORTED_MODULE_1__/* .ownField */ .h)(result.metrics, result.primary);
    if (primary !== undefined) {
        const name = result.primary === 'data_quality' ? 'data_quality' : 'model_performance';
        setVariable(state, id, name, primary);
    }
    for (const name of command.sets ?? []) {
        const value = (0,_own_field_js__WEBPACK_IMPORTED_MODULE_1__/* .ownField */ .h)(result.values, name);
        if (value !== undefined)
            setVariable(state, id, (0,_template_js__WEBPACK_IMPORTED_MODULE_2__/* .variableName */ .cG)(name), typeof value === 'string' ? (0,_plan_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .literalValue */ .XP)(value) : value);
    }
    if (command.deploys !== undefined)
        setVariable(state, id, 'deployment_status', 'deployed');
    const usage = result.usage?.gpu ?? result.usage?.memory;
    if (usage !== undefined)
        setVariable(state, id, 'resource_usage', usage);
}
function chosen({ plan }) {
    const metrics = Object.keys(plan.metrics).filter((name) => name.startsWith('best_'));
    return ['best_model', 'best_config', 'best_id', ...metrics];
}
function forget(state, id, names) {
    const variables = state.variables.get(state.scopes.of.get(id) ?? '');
    for (const name of names)
        variables?.delete(name);
}
/** A deployment that failed is a status too. */
function setFailedStatus(state, id) {
    const command = state.plan.commands[(0,_state_js__WEBPACK_IMPORTED_MODULE_0__/* .unitOf */ .uF)(state, id).command];
    if (command?.is === 'run' && command.deploys !== undefined)
        setVariable(state, id, 'deployment_status', 'failed');
}
function setIn(state, scope, name, value) {
    const variables = state.variables.get(scope);
    if (variables)
        variables.set(name, value);
    else
        state.variables.set(scope, new Map([[name, value]]));
}


/***/ })

};
