export const id = 485;
export const ids = [485];
export const modules = {

/***/ 485:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   check: () => (/* binding */ check)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _language_name_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(716);
/* harmony import */ var _language_source_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1786);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1531);
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8213);
/** `check`: every mistake of a workflow, or of all a project's files, at once. */






function check(args, folder, shownFrom) {
    const [option] = args.given;
    if (args.subject === undefined && option) {
        const help = (0,_language_name_js__WEBPACK_IMPORTED_MODULE_5__/* .didYouMean */ .au)(option.name, ['project', 'format'], (known) => `--${known}`);
        throw new _arguments_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb(`unknown option \`--${option.name}\``, help);
    }
    const subjects = args.subject === undefined ? allWorkflows(folder) : [(0,_prepare_js__WEBPACK_IMPORTED_MODULE_3__.wantedOf)(args.subject, '<chain>')];
    const found = subjects.flatMap((wanted) => (0,_prepare_js__WEBPACK_IMPORTED_MODULE_3__.prepare)({ wanted, folder, shownFrom, given: args.given, checkOnly: true }).diagnostics);
    const seen = new Set();
    return found.filter(({ source, span, code, message }) => {
        const key = `${source.name} ${span.start} ${code} ${message}`;
        return !seen.has(key) && seen.add(key);
    });
}
function allWorkflows(folder) {
    const workflows = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'workflows');
    const files = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(workflows) ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(workflows).filter((file) => /\.ya?ml$/.test(file)) : [];
    // A project without workflow files still has a project file to check: a chain that does nothing reads it.
    if (files.length === 0)
        return [{ is: 'chain', source: (0,_language_source_js__WEBPACK_IMPORTED_MODULE_2__/* .sourceOf */ .vz)('<chain>', '/continue') }];
    return files.sort().map((file) => ({ is: 'workflow', reference: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workflows, file) }));
}


/***/ })

};
