export const id = 2545;
export const ids = [2545];
export const modules = {

/***/ 22545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hy: () => (/* binding */ paintWith),
/* harmony export */   VL: () => (/* binding */ width),
/* harmony export */   jC: () => (/* binding */ padded),
/* harmony export */   styleFor: () => (/* binding */ styleFor),
/* harmony export */   yd: () => (/* binding */ cutTo)
/* harmony export */ });
function styleFor(environment, isTerminal) {
    const forced = environment.FORCE_COLOR;
    const refused = (environment.NO_COLOR ?? '') !== '' || environment.TERM === 'dumb';
    const coloured = forced !== undefined && forced !== '0' ? true : isTerminal && !refused;
    const wrap = (open, close) => (text) => coloured && text !== '' ? `\u001b[${open}m${text}\u001b[${close}m` : text;
    return {
        bold: wrap(1, 22),
        dim: wrap(2, 22),
        red: wrap(31, 39),
        green: wrap(32, 39),
        yellow: wrap(33, 39),
        cyan: wrap(36, 39),
        coloured,
    };
}
function paintWith(style) {
    return (kind, text) => {
        switch (kind) {
            case 'error':
                return style.bold(style.red(text));
            case 'warning':
                return style.bold(style.yellow(text));
            case 'notice':
                return style.bold(style.cyan(text));
            case 'dim':
                return style.dim(text);
            case 'bold':
                return style.bold(text);
        }
    };
}
/** East Asian and emoji signs, which take two columns. */
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}]/u;
/** Columns a text takes in a terminal; escape sequences and marks that join their neighbour take none. */
function width(text) {
    let columns = 0;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is removed
    for (const sign of text.replace(/\u001b\[[0-9;]*m/g, '')) {
        if (/\p{Mark}/u.test(sign))
            continue;
        columns += wide.test(sign) ? 2 : 1;
    }
    return columns;
}
/** Filled up with blanks to so many columns. */
function padded(text, columns) {
    return text + ' '.repeat(Math.max(0, columns - width(text)));
}
/** At most so many columns; what is cut ends with `…`. Styles stay whole. */
function cutTo(text, columns) {
    if (width(text) <= columns)
        return text;
    let room = columns - 1;
    let shown = '';
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are kept whole
    for (const piece of text.match(/\u001b\[[0-9;]*m|[\s\S]/gu) ?? []) {
        if (piece.startsWith('\u001b'))
            shown += piece;
        else if (room >= 0) {
            room -= width(piece);
            if (room >= 0)
                shown += piece;
        }
    }
    return `${shown}…`;
}


/***/ })

};
