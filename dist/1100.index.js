export const id = 1100;
export const ids = [1100];
export const modules = {

/***/ 41100:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ cronFields),
/* harmony export */   K: () => (/* binding */ cronProblem)
/* harmony export */ });
/** The five fields of a schedule as GitHub reads them. */
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const fields = [
    { name: 'minute', least: 0, most: 59, words: [] },
    { name: 'hour', least: 0, most: 23, words: [] },
    { name: 'day of the month', least: 1, most: 31, words: [] },
    { name: 'month', least: 1, most: 12, words: months },
    { name: 'day of the week', least: 0, most: 6, words: days },
];
/** GitHub starts nothing more often. Minutes. */
const shortest = 5;
/** The values of each field, in the order of the fields; undefined for what GitHub does not take. */
function cronFields(text) {
    const parts = text.trim().split(/\s+/);
    if (parts.length !== fields.length)
        return undefined;
    const values = fields.flatMap((field, index) => {
        const found = valuesOf(parts[index] ?? '', field);
        return found ? [found] : [];
    });
    return values.length === fields.length ? values : undefined;
}
/** One sentence on what is wrong with it; undefined when GitHub takes it. */
function cronProblem(text) {
    const parts = text.trim().split(/\s+/);
    if (parts.length !== fields.length)
        return 'a schedule has five fields: minute, hour, day of the month, month, day of the week';
    const minutes = new Set();
    for (const [index, field] of fields.entries()) {
        const values = valuesOf(parts[index] ?? '', field);
        if (!values)
            return `\`${parts[index]}\` is no ${field.name}: ${field.least} to ${field.most}, \`*\`, \`a-b\`, \`a,b\` or \`*/n\``;
        if (index === 0)
            for (const value of values)
                minutes.add(value);
    }
    const sorted = [...minutes].sort((a, b) => a - b);
    const isDense = sorted.some((minute, index) => minute - (sorted[index - 1] ?? -shortest) < shortest);
    return isDense ? `a schedule runs every ${shortest} minutes at most` : undefined;
}
function valuesOf(text, field) {
    const found = [];
    for (const part of text.split(',')) {
        const [, range = '', step] = /^([^/]+)(?:\/(\d+))?$/.exec(part) ?? [];
        const ends = range === '*' ? [field.least, field.most] : range.split('-').map((end) => numberOf(end, field));
        const [first, last = step === undefined ? first : field.most, ...more] = ends;
        if (first === undefined ||
            last === undefined ||
            more.length > 0 ||
            first > last ||
            ends.includes(undefined))
            return undefined;
        const by = step === undefined ? 1 : Number(step);
        if (by < 1)
            return undefined;
        for (let value = first; value <= last; value += by)
            found.push(value);
    }
    return found;
}
function numberOf(text, { least, most, words }) {
    const word = words.indexOf(text.toLowerCase());
    if (word >= 0)
        return least + word;
    const value = /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
    return value >= least && value <= most ? value : undefined;
}


/***/ })

};
