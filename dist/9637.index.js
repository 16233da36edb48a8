export const id = 9637;
export const ids = [9637];
export const modules = {

/***/ 29637:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sayDiagnostics: () => (/* binding */ sayDiagnostics)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/language/annotation.js
var annotation = __webpack_require__(35626);
// EXTERNAL MODULE: ./build/language/diagnostic-json.js
var diagnostic_json = __webpack_require__(45971);
// EXTERNAL MODULE: ./build/language/codes.js
var codes = __webpack_require__(55561);
// EXTERNAL MODULE: ./build/language/source.js
var language_source = __webpack_require__(11786);
;// CONCATENATED MODULE: ./build/language/sarif.js
/** Diagnostics as SARIF 2.1.0, which GitHub's code scanning and editors read. */


const levels = { error: 'error', warning: 'warning', notice: 'note' };
function sarifLog(diagnostics, tool) {
    const ids = Object.keys(codes/* codes */.F);
    return {
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [
            {
                tool: { driver: { name: 'ml-workflow', version: tool.version, rules: rules(tool) } },
                columnKind: 'utf16CodeUnits',
                results: diagnostics.map((diagnostic) => result(diagnostic, ids.indexOf(diagnostic.code))),
            },
        ],
    };
}
function rules({ documentation }) {
    return Object.entries(codes/* codes */.F).map(([id, severity]) => ({
        id,
        shortDescription: { text: id.replaceAll('-', ' ') },
        defaultConfiguration: { level: levels[severity] },
        help: { text: `\`docs/diagnostics.md\` explains ${id} by an example.` },
        ...(documentation === undefined ? {} : { helpUri: `${documentation}#${id}` }),
    }));
}
function result(diagnostic, ruleIndex) {
    const { code, severity, message, help, source, span, related = [] } = diagnostic;
    const relatedLocations = related.flatMap((one, id) => locations(one.source, one.span).map((location) => ({ id, ...location, message: { text: one.message } })));
    return {
        ruleId: code,
        ruleIndex,
        level: levels[severity],
        message: { text: help === undefined ? message : `${message}\n${help}` },
        locations: locations(source, span),
        ...(relatedLocations.length === 0 ? {} : { relatedLocations }),
    };
}
/** None for a text that stands in no file, such as a chain on the command line. */
function locations(source, span) {
    const { file, line, column, endColumn } = (0,language_source/* placeOf */.$t)(source, span);
    if (file.startsWith('<'))
        return [];
    return [
        {
            physicalLocation: {
                artifactLocation: {
                    uri: file.split(/[\\/]/).map(encodeURIComponent).join('/'),
                    uriBaseId: '%SRCROOT%',
                },
                region: { startLine: line, startColumn: column, endLine: line, endColumn },
            },
        },
    ];
}

;// CONCATENATED MODULE: ./build/cli/say-diagnostics.js
/** Diagnostics on standard output, for whoever reads them there; for people they are printed elsewhere. */




function sayDiagnostics(diagnostics, format, { version, environment }) {
    const fromRoot = () => inRepository(diagnostics, environment.GITHUB_WORKSPACE);
    switch (format) {
        case 'json':
            return `${JSON.stringify({ schema_version: 1, diagnostics: diagnostics.map(diagnostic_json/* diagnosticJson */.g) }, null, 2)}\n`;
        case 'sarif':
            return `${JSON.stringify(sarifLog(fromRoot(), { version: version() }), null, 2)}\n`;
        case 'github':
            return annotations(fromRoot());
        default:
            // In a job the text comes with annotations on the lines, as it does with the action.
            return environment.GITHUB_ACTIONS === 'true' ? annotations(fromRoot()) : '';
    }
}
function annotations(diagnostics) {
    return diagnostics.map((diagnostic) => `${(0,annotation/* workflowCommand */.N)((0,annotation/* annotationOf */.l)(diagnostic))}\n`).join('');
}
/** GitHub takes paths from the root of the repository, however deep in it the step works. */
function inRepository(diagnostics, root) {
    if (!root)
        return diagnostics;
    const moved = (one) => {
        const { name } = one.source;
        return name.startsWith('<')
            ? one
            : { ...one, source: { ...one.source, name: (0,external_node_path_.relative)(root, (0,external_node_path_.resolve)(name)) } };
    };
    return diagnostics.map((diagnostic) => ({
        ...moved(diagnostic),
        ...(diagnostic.related === undefined ? {} : { related: diagnostic.related.map(moved) }),
    }));
}


/***/ }),

/***/ 35626:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ workflowCommand),
/* harmony export */   l: () => (/* binding */ annotationOf)
/* harmony export */ });
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11786);

function annotationOf({ severity, code, message, help, source, span }) {
    const { file, line, column, endColumn } = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(source, span);
    const text = help === undefined ? message : `${message}\n${help}`;
    if (file.startsWith('<'))
        return { severity, title: `${code} in ${file}`, message: text };
    const place = { file, line, column, endColumn: Math.max(column, endColumn - 1) };
    return { severity, title: code, message: text, place };
}
/** As a command that GitHub's runner obeys when it stands in a step's output: `::error file=…,line=…,title=…::…`. */
function workflowCommand({ severity, title, message, place }) {
    const properties = [
        ...(place
            ? [
                ['file', place.file],
                ['line', place.line],
                ['col', place.column],
                ['endColumn', place.endColumn],
            ]
            : []),
        ['title', title],
    ];
    const list = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(',');
    return `::${severity} ${list}::${escapeData(message)}`;
}
/** By the runner's rules: it reads `%`, line ends, and in properties also `:` and `,`. */
function escapeData(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function escapeProperty(text) {
    return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}


/***/ }),

/***/ 55561:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ codes)
/* harmony export */ });
/** Every diagnostic's code with its fixed severity; `docs/diagnostics.md` has an anchor for each. */
const codes = {
    // The text of a chain.
    'unexpected-token': 'error',
    'unclosed-bracket': 'error',
    'unclosed-quote': 'error',
    'wrong-arrow': 'error',
    'invalid-condition': 'error',
    'dangling-else': 'notice',
    'else-without-if': 'error',
    'catch-without-try': 'error',
    'positional-if-arity': 'error',
    'pipe-in-parallel': 'error',
    'redirect-ambiguous': 'error',
    'unbounded-loop': 'error',
    'unsupported-construct': 'error',
    'nesting-too-deep': 'error',
    'empty-chain': 'error',
    // What the names mean.
    'bare-word': 'notice',
    'unknown-command': 'error',
    'unknown-agent': 'error',
    'agent-without-runner': 'notice',
    'unknown-list': 'error',
    'unknown-transfer': 'error',
    'unclear-target': 'error',
    'unknown-metric': 'error',
    'unknown-axis': 'error',
    'unknown-variable': 'error',
    'unknown-param': 'error',
    'invalid-param': 'error',
    'unused-param': 'error',
    'ambiguous-metric': 'error',
    'ambiguous-reading': 'notice',
    'constant-gate': 'error',
    'no-default-case': 'error',
    'unreachable-pattern': 'error',
    'never-matching-catch': 'error',
    'unit-guess': 'notice',
    'macro-cycle': 'error',
    'nothing-to-collect': 'error',
    'deploy-without-gate': 'warning',
    'else-deploys': 'error',
    'shared-output': 'error',
    'repeated-point': 'notice',
    'over-budget': 'warning',
    'budget-without-price': 'warning',
    'no-timeout': 'notice',
    'short-lifetime': 'warning',
    'environment-not-at-top': 'error',
    'deploy-in-matrix': 'error',
    'approval-in-jobs': 'warning',
    'job-too-long': 'error',
    'workflow-too-large': 'error',
    'hidden-definition': 'notice',
    'plan-too-large': 'error',
    // Files.
    'file-not-found': 'error',
    'unreadable-file': 'error',
    'unknown-workflow': 'error',
    'invalid-yaml': 'error',
    'invalid-value': 'error',
    'unknown-key': 'error',
    'duplicate-definition': 'error',
    'expression-in-file': 'error',
    'not-imported': 'notice',
};


/***/ }),

/***/ 45971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ diagnosticJson)
/* harmony export */ });
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11786);

function diagnosticJson(diagnostic) {
    const { code, severity, message, source, span, help, related = [] } = diagnostic;
    return {
        code,
        severity,
        message,
        ...(0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(source, span),
        ...(help === undefined ? {} : { help }),
        ...(related.length === 0
            ? {}
            : { related: related.map((one) => ({ message: one.message, ...(0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(one.source, one.span) })) }),
    };
}


/***/ })

};
