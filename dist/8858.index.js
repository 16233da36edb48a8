export const id = 8858;
export const ids = [8858,1583];
export const modules = {

/***/ 49658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fmt: () => (/* binding */ fmt)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/exit-codes.js
var exit_codes = __webpack_require__(49277);
// EXTERNAL MODULE: ./build/language/diagnostic.js
var diagnostic = __webpack_require__(82208);
// EXTERNAL MODULE: ./build/language/diagnostic-json.js
var diagnostic_json = __webpack_require__(45971);
// EXTERNAL MODULE: ./build/language/parser.js + 17 modules
var parser = __webpack_require__(89941);
// EXTERNAL MODULE: ./build/language/printer.js + 1 modules
var printer = __webpack_require__(90259);
// EXTERNAL MODULE: ./build/language/source.js
var language_source = __webpack_require__(11786);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./build/project/lookup.js
var project_lookup = __webpack_require__(63246);
// EXTERNAL MODULE: ./build/project/yaml-file.js + 1 modules
var yaml_file = __webpack_require__(22291);
;// CONCATENATED MODULE: ./build/project/format-file.js
/** The chains of a YAML file in the canonical layout; every other character of the file stays as it is. */






const widest = 100;
const unlimited = Number.MAX_SAFE_INTEGER;
/** The text of the whole file, formatted; as it was when a chain in it has errors, which are then in `diagnostics`. */
function formatFile(source, diagnostics) {
    const document = (0,yaml_file/* documentOf */.lM)(source, diagnostics);
    if (!document)
        return source.text;
    const lookup = new project_lookup/* Lookup */.l(document, source);
    const found = new diagnostic/* Diagnostics */.r();
    const chains = chainsIn(document.contents).map((one) => ({
        one,
        chain: (0,parser/* parse */.q)(lookup.inner(one.path), found).chain,
    }));
    if (found.hasErrors) {
        diagnostics.addAll(found.sorted());
        return source.text;
    }
    const rewrites = chains.map(({ one, chain }) => rewrite(source.text, one, chain));
    const all = applied(source.text, rewrites);
    if (readsBack(source.text, all, rewrites))
        return all;
    // One of them stays as it is where it would become part of what stands around it, such as a comment below it.
    return applied(source.text, rewrites.filter((one) => readsBack(source.text, applied(source.text, [one]), [one])));
}
/** `chain:` of the file itself and of its commands; one that is written elsewhere, as an alias, is left alone. */
function chainsIn(root) {
    if (!(0,dist/* isMap */.jh)(root))
        return [];
    const found = [];
    const take = (map, path, inFlow) => {
        if (!(0,dist/* isMap */.jh)(map))
            return;
        const pair = map.items.find(({ key }) => (0,dist/* isScalar */.jn)(key) && key.value === 'chain');
        if (pair && (0,dist/* isScalar */.jn)(pair.key) && isText(pair.value)) {
            found.push({
                path: [...path, 'chain'],
                key: pair.key,
                value: pair.value,
                inFlow: inFlow || map.flow === true,
            });
        }
    };
    take(root, [], false);
    const commands = root.items.find(({ key }) => (0,dist/* isScalar */.jn)(key) && key.value === 'commands');
    if (!(0,dist/* isMap */.jh)(commands?.value))
        return found;
    const inFlow = root.flow === true || commands.value.flow === true;
    for (const { key, value } of commands.value.items) {
        if ((0,dist/* isScalar */.jn)(key))
            take(value, ['commands', String(key.value)], inFlow);
    }
    return found;
}
function isText(node) {
    return (0,dist/* isScalar */.jn)(node) && typeof node.value === 'string';
}
function rewrite(file, one, chain) {
    const { path, key, value, inFlow } = one;
    const [start, end] = value.range ?? [0, 0];
    if (value.type === 'BLOCK_LITERAL' || value.type === 'BLOCK_FOLDED') {
        return { path, ...rewriteBlock(file, { start, end }, columnAt(file, key.range?.[0] ?? 0), chain) };
    }
    const quotes = value.type === 'PLAIN' ? 0 : 2;
    const onOneLine = (0,printer/* format */.GP)(chain, inFlow ? unlimited : widest - columnAt(file, start) - quotes);
    if (inFlow || !onOneLine.includes('\n')) {
        const text = notation(onOneLine, value.type, inFlow);
        return { path, value: onOneLine, edits: [{ start, end, text }] };
    }
    return { path, ...rewriteAsBlock(file, { start, end }, key.range ?? [start, start, start], chain) };
}
/** `|` stays `|` with its header; `>` becomes `|` when there are several lines, which it would join. */
function rewriteBlock(file, { start, end }, outer, chain) {
    const headerEnd = file.indexOf('\n', start);
    const header = file.slice(start, headerEnd);
    const content = file.slice(headerEnd + 1, end);
    const explicit = /^[|>][+-]?([1-9])/.exec(header)?.[1];
    const first = /^( *)[^ \r\n]/m.exec(content)?.[1] ?? '  ';
    const indent = explicit === undefined ? first.length : outer + Number(explicit);
    const value = (0,printer/* format */.GP)(chain, widest - indent);
    const written = content.trimEnd();
    // Blank lines behind it stay, because `|+` and readers count them; blanks in them do not.
    const blankLines = content.slice(written.length).replace(/[^\r\n]/g, '');
    const text = `${indented(value, indent, header.endsWith('\r') ? '\r\n' : '\n')}${blankLines}`;
    const sign = header.startsWith('>') && value.includes('\n') ? '|' : header.slice(0, 1);
    return {
        value,
        edits: [
            { start, end: start + 1, text: sign },
            { start: headerEnd + 1, end, text },
        ],
    };
}
/** A chain that no longer fits on its line, as a block below its key; a comment of the line stays on it. */
function rewriteAsBlock(file, { start, end }, [keyStart, keyEnd], chain) {
    const indent = columnAt(file, keyStart) + 2;
    const value = (0,printer/* format */.GP)(chain, widest - indent);
    const lineBreak = file.includes('\r\n') ? '\r\n' : '\n';
    const newline = file.indexOf('\n', end);
    const lineEnd = newline < 0 ? file.length : file[newline - 1] === '\r' ? newline - 1 : newline;
    // A value that began on the line below its key.
    const colon = /^[ \t]*:(?=\s*$)/.exec(file.slice(keyEnd, start))?.[0].length;
    return {
        value,
        edits: [
            colon === undefined ? { start, end, text: '|' } : { start: keyEnd + colon, end, text: ' |' },
            { start: lineEnd, end: lineEnd, text: `${lineBreak}${indented(value, indent, lineBreak)}` },
        ],
    };
}
/** One line as it was quoted before; in more quotes where it needs them. */
function notation(line, type, inFlow) {
    if (line.includes('\n') || type === 'QUOTE_DOUBLE')
        return JSON.stringify(line);
    const single = `'${line.replaceAll("'", "''")}'`;
    if (type === 'QUOTE_SINGLE')
        return single;
    const tried = (0,dist/* parseDocument */.Tp)(inFlow ? `{ chain: ${line} }` : `chain: ${line}`);
    return tried.errors.length === 0 && tried.get('chain') === line ? line : single;
}
function indented(value, indent, lineBreak) {
    return value
        .split('\n')
        .map((line) => (line === '' ? '' : ' '.repeat(indent) + line))
        .join(lineBreak);
}
function applied(file, rewrites) {
    const edits = rewrites.flatMap((one) => one.edits).sort((a, b) => a.start - b.start);
    let text = '';
    let at = 0;
    for (const edit of edits) {
        text += file.slice(at, edit.start) + edit.text;
        at = edit.end;
    }
    return text + file.slice(at);
}
/** Whether YAML finds the formatted chains in the new text, and apart from them what it found in the old one. */
function readsBack(before, after, rewrites) {
    const rest = (text, isRight) => {
        const document = (0,dist/* parseDocument */.Tp)(text);
        if (document.errors.length > 0)
            return undefined;
        for (const { path } of rewrites) {
            if (!isRight(path, String(document.getIn(path))))
                return undefined;
            document.setIn(path, '');
        }
        return JSON.stringify(document.toJS());
    };
    const expected = new Map(rewrites.map(({ path, value }) => [path, value]));
    const old = rest(before, () => true);
    return old !== undefined && old === rest(after, (path, value) => value.trimEnd() === expected.get(path));
}
function columnAt(file, offset) {
    const line = file.lastIndexOf('\n', offset - 1) + 1;
    const byteOrderMark = line === 0 && file.startsWith('\uFEFF') ? 1 : 0;
    return offset - line - byteOrderMark;
}

// EXTERNAL MODULE: ./build/project/load.js + 9 modules
var load = __webpack_require__(11696);
;// CONCATENATED MODULE: ./build/project/rewrite-file.js
/** A file gets a new text at once or not at all; its mode stays, and a link to it stays a link. */


/** Whoever took its write permission away wants it to stay as it is, though a new file in its place would be possible. */
class ReadOnlyError extends Error {
}
function rewriteFile(path, text) {
    const file = (0,external_node_fs_.realpathSync)(path);
    const draft = (0,external_node_path_.join)((0,external_node_path_.dirname)(file), `.${(0,external_node_path_.basename)(file)}.${process.pid}.tmp`);
    const { mode } = (0,external_node_fs_.statSync)(file);
    if ((mode & 0o222) === 0)
        throw new ReadOnlyError(path);
    try {
        (0,external_node_fs_.writeFileSync)(draft, text, { flag: 'wx', mode });
        // What was just made lacks what the umask takes away.
        (0,external_node_fs_.chmodSync)(draft, mode);
        (0,external_node_fs_.renameSync)(draft, file);
    }
    catch (error) {
        (0,external_node_fs_.rmSync)(draft, { force: true });
        throw error;
    }
}

// EXTERNAL MODULE: ./build/cli/arguments.js
var cli_arguments = __webpack_require__(98213);
;// CONCATENATED MODULE: ./build/cli/fmt.js
/** `fmt`: the chains of a project's files, or one from standard input, in the canonical layout. */













/** `input`: all of standard input, asked for only when it is to be formatted. */
async function fmt(args, folder, shownFrom, input) {
    const subjects = args.subjects ?? [];
    if (!subjects.includes('-'))
        return formatFiles(args, folder, shownFrom);
    if (subjects.length > 1)
        throw new cli_arguments/* UsageError */.eb('`-` is standard input, and stands alone');
    return formatInput(args, await input());
}
function formatInput(args, written) {
    const source = (0,language_source/* sourceOf */.vz)('<stdin>', written);
    const { chain, diagnostics } = (0,parser/* parse */.q)(source);
    const isInvalid = diagnostics.hasErrors;
    const text = isInvalid ? written : `${(0,printer/* format */.GP)(chain)}\n`;
    const isChanged = text !== written;
    const errors = errorsOf(diagnostics);
    const state = isInvalid ? 'invalid' : isChanged ? 'changed' : 'unchanged';
    const code = codeOf([{ file: source.name, state }], args);
    if (args.format === 'json') {
        const chainOut = isInvalid ? {} : { chain: text };
        return { output: json({ state, ...chainOut }, errors), summary: '', diagnostics: [], code };
    }
    const output = isInvalid ? '' : !args.check ? text : isChanged ? `${source.name}\n` : '';
    return { output, summary: '', diagnostics: errors, code };
}
function formatFiles(args, folder, shownFrom) {
    const diagnostics = new diagnostic/* Diagnostics */.r();
    const files = [...new Set(pathsOf(args.subjects ?? [], folder, shownFrom, diagnostics))].map((path) => formatOne(path, (0,load/* shownPath */.pS)(path, shownFrom), args.check === true, diagnostics));
    const errors = errorsOf(diagnostics);
    const code = errors.length > 0 ? exit_codes/* exitCodes */.h.invalidInput : codeOf(files, args);
    if (args.format === 'json')
        return { output: json({ files }, errors), summary: '', diagnostics: [], code };
    const changed = files.filter(({ state }) => state === 'changed');
    const what = `${changed.length} of ${files.length} ${files.length === 1 ? 'file' : 'files'}`;
    return {
        output: changed.map(({ file }) => `${file}\n`).join(''),
        summary: files.length === 0 ? '' : `${what} ${args.check ? 'would change' : 'changed'}`,
        diagnostics: errors,
        code,
    };
}
/** The named files; without names the project file and all workflows. */
function pathsOf(subjects, folder, shownFrom, diagnostics) {
    if (subjects.length === 0) {
        const projectFile = (0,external_node_path_.join)(folder, load/* projectFileName */.bi);
        return [...((0,external_node_fs_.existsSync)(projectFile) ? [projectFile] : []), ...(0,load/* workflowFiles */.BF)(folder)];
    }
    return subjects.flatMap((one) => (0,load/* workflowPath */.RB)(one, folder, shownFrom, diagnostics) ?? []);
}
function formatOne(path, shown, checkOnly, diagnostics) {
    const own = new diagnostic/* Diagnostics */.r();
    const text = (0,yaml_file/* readText */.yR)(path, shown, own) ?? '';
    const formatted = formatFile((0,language_source/* sourceOf */.vz)(shown, text), own);
    diagnostics.addAll(own.sorted());
    if (own.hasErrors)
        return { file: shown, state: 'invalid' };
    if (formatted === text)
        return { file: shown, state: 'unchanged' };
    if (!checkOnly)
        writeText(path, shown, formatted);
    return { file: shown, state: 'changed' };
}
function writeText(path, shown, text) {
    try {
        rewriteFile(path, text);
    }
    catch (error) {
        if (error instanceof ReadOnlyError)
            throw new cli_arguments/* UsageError */.eb(`\`${shown}\` is read-only`, '`fmt --check` changes nothing');
        throw new cli_arguments/* UsageError */.eb(`cannot write \`${shown}\`: ${reasonOf(error)}`);
    }
}
function reasonOf(error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
}
function errorsOf(diagnostics) {
    return diagnostics.sorted().filter(({ severity }) => severity === 'error');
}
function codeOf(files, args) {
    if (files.some(({ state }) => state === 'invalid'))
        return exit_codes/* exitCodes */.h.invalidInput;
    return args.check && files.some(({ state }) => state === 'changed') ? exit_codes/* exitCodes */.h.failed : exit_codes/* exitCodes */.h.done;
}
function json(found, errors) {
    return `${JSON.stringify({ schema_version: 1, ...found, diagnostics: errors.map(diagnostic_json/* diagnosticJson */.g) }, null, 2)}\n`;
}


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
