export const id = 7719;
export const ids = [7719,4946];
export const modules = {

/***/ 74946:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ offerOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _engine_checkpoint_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3061);
/** What a new run may take over from an earlier one: its finished units, with the way to their directories. */



/** Runs lie side by side, so the way from the new run's folder is over the one above. */
function offerOf({ run, path }, state) {
    const finished = {};
    for (const [key, unit] of Object.entries((0,_engine_checkpoint_js__WEBPACK_IMPORTED_MODULE_2__/* .checkpointOf */ .S)(state).finished)) {
        // Without its files a result is only half there: then it is made again.
        if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, unit.directory)))
            continue;
        finished[key] = { ...unit, directory: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)('..', run, unit.directory) };
    }
    return { from: run, finished };
}


/***/ }),

/***/ 3061:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ checkpointOf)
/* harmony export */ });
/* harmony import */ var _reuse_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15531);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80306);


/** Directories are relative to the run's own. */
function checkpointOf(state) {
    const finished = {};
    for (const [id, { result, input, directory, settlement }] of state.nodes) {
        if (!result || !input || directory === undefined || settlement?.is !== 'succeeded')
            continue;
        finished[(0,_reuse_js__WEBPACK_IMPORTED_MODULE_1__/* .reuseKey */ .S)(state.plan, (0,_state_js__WEBPACK_IMPORTED_MODULE_0__/* .unitOf */ .uF)(state, id), input)] = { ...result, directory };
    }
    return { finished, variables: Object.fromEntries(state.variables.get('') ?? []) };
}


/***/ }),

/***/ 11786:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   H0: () => (/* binding */ offsetInFile),
/* harmony export */   oZ: () => (/* binding */ lineText),
/* harmony export */   ss: () => (/* binding */ embeddedSource),
/* harmony export */   vz: () => (/* binding */ sourceOf)
/* harmony export */ });
/** A text a person wrote, and where each of its characters stands in the file they edit. */
function sourceOf(name, text) {
    return { name, text };
}
/**
 * The source of a value that stands inside `host.text` between two offsets, as YAML scalars do: indented, folded, quoted
 * or escaped. Walks both texts side by side and skips in the host what only the notation put there.
 */
function embeddedSource(name, value, host) {
    const { text, end } = host;
    const quote = text[host.start] === '"' ? '"' : text[host.start] === "'" ? "'" : undefined;
    // A chain of 10,000 elements has a million characters: no strings and no growing arrays in these loops.
    const offsets = new Uint32Array(value.length + 1);
    let at = host.start + (quote === undefined ? 0 : 1);
    for (let index = 0; index < value.length; index += 1) {
        const code = value.charCodeAt(index);
        if (quote === '"')
            at = behindLineEscape(text, at, end);
        const found = text.charCodeAt(at) === code ? at : behindBlanks(text, at, end, code);
        const width = quote === undefined ? 1 : notationWidth(text, found, quote);
        const isFound = text.charCodeAt(found) === code || width > 1;
        offsets[index] = isFound ? found : at;
        // An escape such as `\U0001F600` stands for two units of the value.
        if (width > 2 && code >= 0xd800 && code < 0xdc00) {
            index += 1;
            offsets[index] = found;
        }
        at = isFound ? Math.min(found + width, end) : found;
    }
    offsets[value.length] = Math.min(at, end);
    return { name, text: value, host: { text, offsets } };
}
/** White space is matched loosely, because folding and indentation replace it. */
function behindBlanks(text, from, end, wanted) {
    let at = from;
    while (at < end && text.charCodeAt(at) !== wanted && isBlank(text[at] ?? ''))
        at += 1;
    return at;
}
/** A backslash at the end of a line of a double-quoted value is nothing, with the blanks behind it. */
function behindLineEscape(text, from, end) {
    if (text[from] !== '\\' || !/[\r\n]/.test(text[from + 1] ?? ''))
        return from;
    return behindBlanks(text, from + 1, end, undefined);
}
/** How many characters one of a quoted value takes: `''`, `\n`, `\x41`, `\u2192`, `\U0001F600`. */
function notationWidth(text, at, quote) {
    if (quote === "'")
        return text[at] === "'" && text[at + 1] === "'" ? 2 : 1;
    if (text[at] !== '\\')
        return 1;
    const digits = { x: 2, u: 4, U: 8 };
    return 2 + (digits[text[at + 1] ?? ''] ?? 0);
}
function placeOf(source, span) {
    const starts = lineStarts(source);
    const start = offsetInFile(source, span.start);
    const line = lineAt(starts, start);
    const lineStart = starts[line - 1] ?? 0;
    const lineEnd = endOfLine(source, line);
    // The last character's place plus one, so that a span never takes in what the notation put behind it.
    const end = span.end > span.start ? offsetInFile(source, span.end - 1) + 1 : start;
    const column = start - lineStart + 1;
    return { file: source.name, line, column, endColumn: column + Math.max(1, Math.min(end, lineEnd) - start) };
}
/** The text of one line, counted from 1, of the file a person edits. */
function lineText(source, line) {
    const start = lineStarts(source)[line - 1];
    if (start === undefined)
        return '';
    return hostText(source).slice(start, endOfLine(source, line)).replace(/\r$/, '');
}
function hostText(source) {
    return source.host?.text ?? source.text;
}
/** The place in the file a person edits of an offset of the source's own text. */
function offsetInFile(source, offset) {
    if (!source.host)
        return Math.min(offset, source.text.length);
    const { offsets } = source.host;
    return offsets[Math.min(offset, offsets.length - 1)] ?? 0;
}
/** Found once for each source: a plan of 10,000 elements asks for 10,000 places. */
const lineStartsOf = new WeakMap();
function lineStarts(source) {
    let starts = lineStartsOf.get(source);
    if (!starts) {
        const text = hostText(source);
        const found = [0];
        for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
            found.push(at + 1);
        starts = found;
        lineStartsOf.set(source, starts);
    }
    return starts;
}
function lineAt(starts, offset) {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((starts[middle] ?? 0) <= offset)
            low = middle;
        else
            high = middle - 1;
    }
    return low + 1;
}
function endOfLine(source, line) {
    const next = lineStarts(source)[line];
    return next === undefined ? hostText(source).length : next - 1;
}
function isBlank(character) {
    return character === ' ' || character === '\n' || character === '\t' || character === '\r';
}


/***/ })

};
