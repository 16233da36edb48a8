export const id = 9563;
export const ids = [9563,1583];
export const modules = {

/***/ 90485:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   check: () => (/* binding */ check)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _language_name_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(60716);
/* harmony import */ var _language_source_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(11786);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(28950);
/* harmony import */ var _project_load_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(11696);
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(98213);
/** `check`: every mistake of a workflow, or of all a project's files, at once. */








function check(args, folder, shownFrom) {
    const [option] = args.given;
    if (args.subject === undefined && option) {
        const help = (0,_language_name_js__WEBPACK_IMPORTED_MODULE_7__/* .didYouMean */ .au)(option.name, ['project', 'format'], (known) => `--${known}`);
        throw new _arguments_js__WEBPACK_IMPORTED_MODULE_6__/* .UsageError */ .eb(`unknown option \`--${option.name}\``, help);
    }
    const subjects = args.subject === undefined ? allWorkflows(folder) : [(0,_prepare_js__WEBPACK_IMPORTED_MODULE_4__.wantedOf)(args.subject, '<chain>')];
    const found = subjects.flatMap((wanted) => (0,_prepare_js__WEBPACK_IMPORTED_MODULE_4__.prepare)({ wanted, folder, shownFrom, personal: (0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)(), given: args.given, checkOnly: true })
        .diagnostics);
    const seen = new Set();
    return found.filter(({ source, span, code, message }) => {
        const key = `${source.name} ${span.start} ${code} ${message}`;
        return !seen.has(key) && seen.add(key);
    });
}
function allWorkflows(folder) {
    const files = (0,_project_load_js__WEBPACK_IMPORTED_MODULE_5__/* .workflowFiles */ .BF)(folder);
    const isProject = ['.claude', '.factory', _project_load_js__WEBPACK_IMPORTED_MODULE_5__/* .projectFileName */ .bi].some((name) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name)));
    // A job that looks into the wrong folder would pass for ever.
    if (files.length === 0 && !isProject)
        throw new _arguments_js__WEBPACK_IMPORTED_MODULE_6__/* .UsageError */ .eb(`there is nothing to check: no \`${_project_load_js__WEBPACK_IMPORTED_MODULE_5__/* .projectFileName */ .bi}\` and no \`workflows/\` here`, '`--project` names the folder of the project');
    // A project without workflow files still has a project file to check: a chain that does nothing reads it.
    if (files.length === 0)
        return [{ is: 'chain', source: (0,_language_source_js__WEBPACK_IMPORTED_MODULE_3__/* .sourceOf */ .vz)('<chain>', '/continue') }];
    return files.map((reference) => ({ is: 'workflow', reference }));
}


/***/ }),

/***/ 71583:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $x: () => (/* binding */ parseValue),
/* harmony export */   Fu: () => (/* binding */ planSchema),
/* harmony export */   GW: () => (/* binding */ childExpressions),
/* harmony export */   LU: () => (/* binding */ childrenOf),
/* harmony export */   XP: () => (/* binding */ literalValue),
/* harmony export */   aF: () => (/* binding */ isInBranch),
/* harmony export */   ep: () => (/* binding */ operandsOf)
/* harmony export */ });
/** 1: without the elements that 2 added. Every plan of an earlier schema is one of this one too. */
const planSchema = 2;
/** What a node opens, in the order of the chain. */
function childrenOf(node) {
    switch (node.kind) {
        case 'sequence':
            return node.children;
        case 'parallel':
        case 'fork':
            return node.branches;
        case 'logical':
            return [node.left, node.right];
        case 'branch':
            return [...node.arms.map(({ body }) => body), ...present(node.otherwise)];
        case 'case':
            return node.arms.map(({ body }) => body);
        case 'try':
            return [
                node.body,
                ...node.catches.map(({ body }) => body),
                ...present(node.otherwise),
                ...present(node.finally),
            ];
        case 'handlers':
            return [node.body, ...present(node.onFailure), ...present(node.finally)];
        case 'call':
        case 'fallback':
        case 'retry':
        case 'timeout':
        case 'repeat':
        case 'budget':
            return [node.body];
        case 'unit':
        case 'require':
        case 'assignment':
        case 'barrier':
        case 'wait':
        case 'approval':
            return [];
    }
}
function present(id) {
    return id === null ? [] : [id];
}
/** Whether the unit runs beside others: in a branch of a parallel block or of a fork. */
function isInBranch({ nodes }, unit) {
    const byId = new Map(nodes.map((node) => [node.id, node]));
    for (let at = unit.parent; at !== null; at = byId.get(at)?.parent ?? null) {
        const kind = byId.get(at)?.kind;
        if (kind === 'parallel' || kind === 'fork')
            return true;
    }
    return false;
}
/** The expressions that an expression is made of. */
function childExpressions(expression) {
    switch (expression.kind) {
        case 'not':
        case 'negative':
            return [expression.operand];
        case 'binary':
            return [expression.left, expression.right];
        case 'confidence':
            return [expression.comparison];
        case 'call':
            return expression.arguments;
        default:
            return [];
    }
}
/** The metrics and variables a condition reads, in its order. */
function operandsOf(expression) {
    switch (expression.kind) {
        case 'metric':
        case 'variable':
            return [expression];
        default:
            return childExpressions(expression).flatMap(operandsOf);
    }
}
/** A text as a value of the type, or undefined when it is none. */
function parseValue(type, literal) {
    switch (type) {
        case 'string':
            return literal;
        case 'boolean':
            return literal === 'true' ? true : literal === 'false' ? false : undefined;
        case 'integer':
            return /^[+-]?\d+$/.test(literal) && Number.isSafeInteger(Number(literal))
                ? Number(literal)
                : undefined;
        case 'number':
            return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(literal) && Number.isFinite(Number(literal))
                ? Number(literal)
                : undefined;
    }
}
/** What a text stands for where no type is declared: `0.87` is a number, `true` a boolean, anything else a text. */
function literalValue(literal) {
    return parseValue('number', literal) ?? parseValue('boolean', literal) ?? literal;
}


/***/ })

};
