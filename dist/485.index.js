export const id = 485;
export const ids = [485];
export const modules = {

/***/ 485:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   check: () => (/* binding */ check)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _language_name_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(716);
/* harmony import */ var _language_source_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1786);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2299);
/* harmony import */ var _project_load_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1934);
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8213);
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


/***/ })

};
