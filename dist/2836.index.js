export const id = 2836;
export const ids = [2836];
export const modules = {

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

/***/ 25456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ parseConditionText),
/* harmony export */   z: () => (/* binding */ parseCondition)
/* harmony export */ });
/* harmony import */ var _expression_parser_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6025);
/* harmony import */ var _lexer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92867);
/* harmony import */ var _token_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65322);



/**
 * Parses the condition that begins at `tokens[from]`. One mistake is reported once; then `condition` is undefined.
 * `next` is the index of the first token behind the condition.
 */
function parseCondition(source, tokens, from, diagnostics) {
    let next = from;
    const own = [];
    for (; next < tokens.length; next += 1) {
        const token = tokens[next];
        if (!token || !(0,_expression_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .isConditionToken */ .T)(token))
            break;
        own.push(token);
    }
    const behind = tokens[next];
    const end = {
        span: behind?.span ?? { start: 0, end: 0 },
        described: behind ? (0,_token_js__WEBPACK_IMPORTED_MODULE_2__/* .describe */ .q)(behind) : 'the end of the chain',
        isWord: behind?.kind === 'word',
    };
    return { condition: (0,_expression_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .readExpression */ .J)(source, own, end, diagnostics), next };
}
/** A condition that is the whole text. */
function parseConditionText(source, diagnostics) {
    const tokens = (0,_lexer_js__WEBPACK_IMPORTED_MODULE_1__/* .lexCondition */ .H)(source, diagnostics);
    const { condition, next } = parseCondition(source, tokens, 0, diagnostics);
    const behind = tokens[next];
    if (condition && behind && (behind.kind !== 'end' || behind.span.end < source.text.length)) {
        const span = { start: behind.span.start, end: Math.max(behind.span.end, behind.span.start + 1) };
        diagnostics.add('invalid-condition', source, span, 'expected the end of the condition');
        return undefined;
    }
    return condition;
}


/***/ }),

/***/ 82208:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ Diagnostics)
/* harmony export */ });
/* harmony import */ var _codes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55561);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11786);
/** What is wrong with a person's text: where, how badly, and what to type instead. */


/** More errors, or notices, in one text than anyone reads: hostile text must not fill the memory. */
const most = 1000;
/** Collects the diagnostics of one check, so that all of them come out at once. */
class Diagnostics {
    #list = [];
    #found = new WeakMap();
    #errors = 0;
    add(code, source, span, message, more = {}) {
        this.#take({
            code,
            severity: _codes_js__WEBPACK_IMPORTED_MODULE_0__/* .codes */ .F[code],
            message,
            source,
            span,
            ...(more.help === undefined ? {} : { help: more.help }),
            ...(more.related === undefined ? {} : { related: more.related }),
        });
    }
    addAll(diagnostics) {
        for (const diagnostic of diagnostics)
            this.#take(diagnostic);
    }
    #take(diagnostic) {
        const found = this.#foundIn(diagnostic.source);
        if (diagnostic.severity === 'error') {
            this.#errors += 1;
            found.errors += 1;
            found.errorPlaces.add(diagnostic.span.start);
            if (found.errors <= most)
                this.#list.push(diagnostic);
        }
        else {
            found.others += 1;
            if (found.others <= most)
                this.#list.push(diagnostic);
        }
    }
    #foundIn(source) {
        let found = this.#found.get(source);
        if (!found) {
            found = { errorPlaces: new Set(), errors: 0, others: 0 };
            this.#found.set(source, found);
        }
        return found;
    }
    /** Whether an error begins at this very place: whatever else is wrong there follows from it. */
    hasErrorAt(source, start) {
        return this.#foundIn(source).errorPlaces.has(start);
    }
    /** The same for a stretch of text, `end` included. As long as the shorter of the two, the stretch and the list of errors. */
    hasErrorWithin(source, { start, end }) {
        const { errorPlaces } = this.#foundIn(source);
        if (errorPlaces.size < end - start) {
            for (const place of errorPlaces)
                if (place >= start && place <= end)
                    return true;
            return false;
        }
        for (let place = start; place <= end; place += 1)
            if (errorPlaces.has(place))
                return true;
        return false;
    }
    get hasErrors() {
        return this.#errors > 0;
    }
    /** Ordered by file and place; one for each place and code, because one cause is reported once. */
    sorted() {
        const seen = new Set();
        return [...this.#list]
            .sort((a, b) => compareText(a.source.name, b.source.name) || startInFile(a) - startInFile(b))
            .filter((diagnostic) => {
            const key = `${diagnostic.source.name}\n${diagnostic.span.start}\n${diagnostic.code}\n${diagnostic.message}`;
            if (seen.has(key))
                return false;
            seen.add(key);
            return true;
        });
    }
}
/** A chain inside a file counts from its own beginning; the order is that of the file. */
function startInFile({ source, span }) {
    return (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .offsetInFile */ .H0)(source, span.start);
}
function compareText(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}


/***/ }),

/***/ 6025:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ readExpression),
/* harmony export */   T: () => (/* binding */ isConditionToken)
/* harmony export */ });
/* harmony import */ var _name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60716);
/* harmony import */ var _token_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65322);


const comparisons = new Set(['>', '>=', '<', '<=', '==', '!=']);
/** What each takes, and how many of it. */
const functions = {
    status: { least: 1, most: 1, example: 'status(train)' },
    delta: { least: 1, most: 1, example: 'delta(accuracy)' },
    min: { least: 2, most: Number.POSITIVE_INFINITY, example: 'min(accuracy, f1)' },
    max: { least: 2, most: Number.POSITIVE_INFINITY, example: 'max(accuracy, f1)' },
    abs: { least: 1, most: 1, example: 'abs(accuracy - 0.9)' },
    round: { least: 1, most: 2, example: 'round(accuracy, 2)' },
};
/** Deeper than any person writes; keeps hostile text from using up the call stack. */
const deepest = 100;
const longest = 1000;
function isConditionToken(token) {
    return (token.kind === 'number' ||
        token.kind === 'percent' ||
        token.kind === 'string' ||
        token.kind === 'name' ||
        token.kind === 'variable' ||
        token.kind === 'operator');
}
/** All of the tokens as one condition. One mistake is reported once; then it is undefined. */
function readExpression(source, tokens, end, diagnostics) {
    return new ExpressionParser(source, tokens, end, diagnostics).parse();
}
class ExpressionParser {
    #source;
    #tokens;
    #end;
    #diagnostics;
    #at = 0;
    #depth = 0;
    #failed = false;
    constructor(source, tokens, end, diagnostics) {
        this.#source = source;
        this.#tokens = tokens;
        this.#end = end;
        this.#diagnostics = diagnostics;
    }
    parse() {
        if (this.#tokens.length > longest) {
            this.#tooDeep(this.#tokens[longest]?.span ?? this.#end.span);
            return undefined;
        }
        const expression = this.#or();
        const left = this.#tokens[this.#at];
        if (left && !this.#failed)
            this.#unexpected(left);
        if (this.#failed || !expression)
            return undefined;
        const first = this.#tokens[0];
        const last = this.#tokens.at(-1);
        const span = { start: first?.span.start ?? 0, end: last?.span.end ?? 0 };
        return { expression, span, text: this.#text() };
    }
    /** The condition on one line: blanks between two tokens become one, comments none. */
    #text() {
        const { text } = this.#source;
        return this.#tokens
            .map(({ span }, index) => {
            const before = this.#tokens[index - 1]?.span.end ?? span.start;
            return (before < span.start ? ' ' : '') + text.slice(span.start, span.end);
        })
            .join('');
    }
    #or() {
        return this.#leftAssociative(() => this.#and(), { or: 'or', '||': 'or' });
    }
    #and() {
        return this.#leftAssociative(() => this.#not(), { and: 'and', '&&': 'and' });
    }
    #not() {
        const token = this.#tokens[this.#at];
        if (!token || !(token.text === '!' || (token.kind === 'name' && token.text === 'not')))
            return this.#comparison();
        this.#at += 1;
        const operand = this.#nested(() => this.#not());
        return operand && { kind: 'not', operand, span: { start: token.span.start, end: operand.span.end } };
    }
    #comparison() {
        const left = this.#sum();
        const token = this.#tokens[this.#at];
        if (!left || token?.kind !== 'operator')
            return left;
        if (token.text === '=') {
            return this.#fail(token.span, '`=` does not compare', 'write `==`');
        }
        if (!comparisons.has(token.text))
            return left;
        this.#at += 1;
        const right = this.#sum();
        if (!right)
            return undefined;
        const again = this.#tokens[this.#at];
        if (again?.kind === 'operator' && comparisons.has(again.text)) {
            return this.#fail(again.span, 'a comparison cannot be compared again', 'join two comparisons with `and`');
        }
        return this.#confidence(binary(token.text, left, right));
    }
    #confidence(comparison) {
        const word = this.#tokens[this.#at];
        if (word?.kind !== 'name' || word.text !== 'confidence')
            return comparison;
        this.#at += 1;
        const token = this.#tokens[this.#at];
        const level = token?.kind === 'percent'
            ? Number(token.text.slice(0, -1)) / 100
            : token?.kind === 'number'
                ? Number(token.text)
                : 0;
        if (!token || level <= 0 || level >= 1) {
            const isNumber = token?.kind === 'percent' || token?.kind === 'number';
            const help = level >= 1 && level < 100 && token?.kind === 'number'
                ? `write \`${token.text}%\``
                : 'write `confidence 95%`';
            const message = isNumber
                ? `a confidence lies between 0 and 1, or 0% and 100%`
                : `\`confidence\` needs a level`;
            return this.#fail(isNumber ? token.span : word.span, message, help);
        }
        this.#at += 1;
        const span = { start: comparison.span.start, end: token.span.end };
        return { kind: 'confidence', level, comparison, span };
    }
    #sum() {
        return this.#leftAssociative(() => this.#product(), { '+': '+', '-': '-' });
    }
    #product() {
        return this.#leftAssociative(() => this.#factor(), { '*': '*', '/': '/' });
    }
    #factor() {
        const token = this.#tokens[this.#at];
        if (!token)
            return this.#missing();
        switch (token.kind) {
            case 'number':
            case 'percent': {
                this.#at += 1;
                const percent = token.kind === 'percent';
                const value = Number(percent ? token.text.slice(0, -1) : token.text);
                return {
                    kind: 'number',
                    value: percent ? value / 100 : value,
                    percent,
                    text: token.text,
                    span: token.span,
                };
            }
            case 'string':
                this.#at += 1;
                return { kind: 'string', value: token.text, span: token.span };
            case 'variable':
                this.#at += 1;
                return { kind: 'variable', name: token.text.slice(1), span: token.span };
            case 'name':
                if (['or', 'and', 'not'].includes(token.text))
                    return this.#unexpected(token);
                this.#at += 1;
                if (this.#isSign('(') && this.#tokens[this.#at]?.span.start === token.span.end) {
                    return this.#call(token);
                }
                return { kind: 'name', name: token.text, span: token.span };
            case 'operator':
                return this.#signFactor(token);
        }
    }
    #signFactor(token) {
        if (token.text === '-') {
            this.#at += 1;
            const operand = this.#nested(() => this.#factor());
            return (operand && { kind: 'negative', operand, span: { start: token.span.start, end: operand.span.end } });
        }
        if (token.text !== '(')
            return this.#unexpected(token);
        this.#at += 1;
        const inner = this.#nested(() => this.#or());
        if (!inner)
            return undefined;
        if (!this.#isSign(')'))
            return this.#fail(token.span, '`(` is never closed', 'add the closing `)`');
        this.#at += 1;
        return inner;
    }
    /** The name is read; the parenthesis is next. */
    #call(word) {
        const open = this.#tokens[this.#at];
        const name = word.text.toLowerCase();
        if (!isFunction(name)) {
            const all = `there are ${(0,_name_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(Object.keys(functions).map((one) => `\`${one}\``), 'and')}`;
            return this.#fail(word.span, `\`${word.text}\` is no function`, (0,_name_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .au)(word.text, Object.keys(functions)) ?? all);
        }
        this.#at += 1;
        const found = [];
        while (!this.#isSign(')') || found.length > 0) {
            const argument = this.#nested(() => this.#or());
            if (!argument)
                return undefined;
            found.push(argument);
            if (this.#isSign(')'))
                break;
            const other = this.#tokens[this.#at];
            if (!other)
                return this.#fail(open?.span ?? word.span, '`(` is never closed', 'add the closing `)`');
            if (!this.#isSign(','))
                return this.#fail(other.span, `expected \`,\` or \`)\`, found ${(0,_token_js__WEBPACK_IMPORTED_MODULE_1__/* .describe */ .q)(other)}`, undefined);
            this.#at += 1;
        }
        const span = { start: word.span.start, end: this.#tokens[this.#at]?.span.end ?? word.span.end };
        this.#at += 1;
        if (!this.#fits(name, found, span))
            return undefined;
        return { kind: 'call', function: name, arguments: found, span };
    }
    #isSign(text) {
        const token = this.#tokens[this.#at];
        return token?.kind === 'operator' && token.text === text;
    }
    #fits(name, found, span) {
        const { least, most, example } = functions[name];
        const [first] = found;
        if (found.length < least || found.length > most) {
            const wanted = most === least ? `${least}` : most < 9 ? `${least} or ${most}` : `at least ${least}`;
            const noun = wanted === '1' ? 'value' : 'values';
            this.#fail(span, `\`${name}\` takes ${wanted} ${noun}, found ${found.length}`, `write \`${example}\``);
            return false;
        }
        const isNamed = (name !== 'status' && name !== 'delta') ||
            first?.kind === 'name' ||
            (name === 'status' && first?.kind === 'string');
        if (isNamed)
            return true;
        const wanted = name === 'status' ? 'the name of a step' : 'the name of a metric';
        this.#fail(first?.span ?? span, `\`${name}\` takes ${wanted}`, `write \`${example}\``);
        return false;
    }
    #leftAssociative(operand, operators) {
        let left = operand();
        while (left) {
            const token = this.#tokens[this.#at];
            const isSign = token?.kind === 'operator' || token?.kind === 'name';
            const operator = isSign && Object.hasOwn(operators, token.text) ? operators[token.text] : undefined;
            if (!operator)
                return left;
            this.#at += 1;
            const right = operand();
            if (!right)
                return undefined;
            left = binary(operator, left, right);
        }
        return undefined;
    }
    #nested(parse) {
        if (this.#depth >= deepest) {
            const token = this.#tokens[this.#at];
            this.#tooDeep(token?.span ?? this.#end.span);
            return undefined;
        }
        this.#depth += 1;
        const result = parse();
        this.#depth -= 1;
        return result;
    }
    #missing() {
        const before = this.#tokens.at(-1)?.text;
        const joins = this.#end.isWord && (before === '&&' || before === '||');
        const help = joins ? `put the gate in \`( )\` to join it with a command` : undefined;
        return this.#fail(this.#end.span, `expected a metric, a variable or a number, found ${this.#end.described}`, help);
    }
    #tooDeep(span) {
        const message = `a condition has at most ${longest} parts, ${deepest} levels deep`;
        if (!this.#failed)
            this.#diagnostics.add('nesting-too-deep', this.#source, span, message);
        this.#failed = true;
    }
    #unexpected(token) {
        if (token.kind === 'name' && token.text === 'confidence') {
            const help = 'write `accuracy > 0.9 confidence 95%`';
            return this.#fail(token.span, '`confidence` stands behind a comparison', help);
        }
        return this.#fail(token.span, `${(0,_token_js__WEBPACK_IMPORTED_MODULE_1__/* .describe */ .q)(token)} is not expected here in a condition`, helpFor(token.text));
    }
    #fail(span, message, help) {
        if (this.#failed)
            return;
        this.#failed = true;
        // What the lexer refused is not reported again for what it leads to.
        const start = this.#tokens[0]?.span.start ?? span.start;
        if (this.#diagnostics.hasErrorWithin(this.#source, { start, end: span.start }))
            return;
        this.#diagnostics.add('invalid-condition', this.#source, span, message, { help });
    }
}
/** What other languages write. */
function helpFor(text) {
    if (/^(?:and|or|not)$/i.test(text))
        return `write \`${text.toLowerCase()}\``;
    if (/^(?:is|eq|equals)$/i.test(text))
        return 'write `==`';
    return text === ',' ? 'the decimal point is `.`: `0.9`' : undefined;
}
function isFunction(name) {
    return Object.hasOwn(functions, name);
}
function binary(operator, left, right) {
    return { kind: 'binary', operator, left, right, span: { start: left.span.start, end: right.span.end } };
}


/***/ }),

/***/ 92867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ lex),
  H: () => (/* binding */ lexCondition)
});

// EXTERNAL MODULE: ./build/language/look-alikes.js
var look_alikes = __webpack_require__(2236);
;// CONCATENATED MODULE: ./build/language/scanner.js
/** A backslash at the end of a line is nothing, as in a shell. */
const lineBreak = /\\\r?\n/y;
const variable = /\$[\p{L}_](?:[\p{L}\p{N}_]|-(?!-{0,3}>)|\.(?=[\p{L}_]))*/uy;
/** What people and editors write for `→`. */
const wrongArrow = /[=-]{2,4}>|=>|[–—] ?>|[⇒➜➔➡⟶⟹⇨]\uFE0F?/uy;
class Scanner {
    source;
    text;
    diagnostics;
    tokens = [];
    at = 0;
    /** Open brackets: inside them a newline is a blank. */
    depth = 0;
    /** How much was wrong so far. */
    mistakes = 0;
    /** Comments that wait for the next token. */
    #comments = [];
    /** Those of them that stand at the end of a line. */
    #lineComments = [];
    constructor(source, diagnostics) {
        this.source = source;
        this.text = source.text;
        this.diagnostics = diagnostics;
    }
    get isAtEnd() {
        return this.at >= this.text.length;
    }
    /** The next character, or one behind it; empty at the end. */
    character(ahead = 0) {
        return this.text[this.at + ahead] ?? '';
    }
    matches(pattern) {
        pattern.lastIndex = this.at;
        return pattern.test(this.text);
    }
    startsWith(text) {
        return this.text.startsWith(text, this.at);
    }
    take(pattern) {
        pattern.lastIndex = this.at;
        const text = pattern.exec(this.text)?.[0] ?? '';
        this.at += text.length;
        return text;
    }
    /** A comment on a line of its own belongs to the next token that is more than the end of a statement. */
    push(token) {
        const ends = token.kind === 'newline' || token.kind === ';';
        if (token.kind === 'end' && this.#comments.at(-1) === '')
            this.#comments.pop();
        let pushed = token;
        if (this.#lineComments.length > 0) {
            pushed = { ...pushed, lineComments: this.#lineComments };
            this.#lineComments = [];
        }
        if (this.#comments.length > 0 && !ends) {
            pushed = { ...pushed, comments: this.#comments };
            this.#comments = [];
        }
        this.tokens.push(pushed);
    }
    /** Comments that wait here stand behind the last token, at the end of its line; `isSeparator`: and belong to it. */
    endLine(isSeparator) {
        const last = this.tokens.at(-1);
        if (this.#comments.length === 0 || !last || last.kind === 'newline')
            return;
        if (isSeparator(last)) {
            this.tokens[this.tokens.length - 1] = {
                ...last,
                lineComments: [...(last.lineComments ?? []), ...this.#comments],
            };
        }
        else
            this.#lineComments.push(...this.#comments);
        this.#comments = [];
    }
    /** One for any number of them, and none at the beginning of the text. */
    emptyLine() {
        if (this.tokens.length + this.#comments.length === 0 || this.#comments.at(-1) === '')
            return;
        this.#comments.push('');
    }
    /** Where no statement begins. */
    dropEmptyLines() {
        this.#comments = this.#comments.filter((comment) => comment !== '');
    }
    /** What `lex` finds, apart from the tokens of the chain; comments wait for those. */
    apart(lex) {
        const { tokens } = this;
        const comments = this.#comments;
        const lineComments = this.#lineComments;
        this.tokens = [];
        this.#comments = [];
        this.#lineComments = [];
        lex();
        const found = this.tokens;
        this.tokens = tokens;
        this.#comments = comments;
        this.#lineComments = lineComments;
        return found;
    }
    sign(kind, length) {
        this.push({ kind, span: { start: this.at, end: this.at + length } });
        this.at += length;
    }
    comment() {
        const end = this.text.indexOf('\n', this.at);
        const start = this.at;
        this.at = end < 0 ? this.text.length : end;
        this.#comments.push(this.text.slice(start, this.at).trim());
    }
    /** Behind a blank `#` begins a comment, and `/name` a command. */
    isBehindBlank() {
        const before = this.text[this.at - 1];
        return before === undefined || before === '\n' || isBlank(before);
    }
    unclosedQuote(start, quote) {
        const help = `add the closing \`${quote}\``;
        this.report('unclosed-quote', { start, end: start + 1 }, 'this quote is never closed', help);
    }
    report(code, span, message, help) {
        this.mistakes += 1;
        this.diagnostics.add(code, this.source, span, message, { help });
    }
}
function isBlank(character) {
    return character !== '\n' && /\s/.test(character);
}

;// CONCATENATED MODULE: ./build/language/condition-lexer.js
/** Text → tokens of a condition, up to what ends it. */


const condition_lexer_name = /[\p{L}_](?:[\p{L}\p{N}_]|-(?!-{0,3}>)|\.(?=[\p{L}_]))*/uy;
const number = /(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const reversed = /=>(?=\s{0,20}[-.\d$])/y;
const division = /\/(?=\p{L})/uy;
const operators = ['>=', '<=', '==', '!=', '&&', '||', '>', '<', '=', '+', '-', '*', '/', '!', '(', ')', ','];
const mathematical = { '≥': '>=', '≤': '<=', '≠': '!=' };
/** Within `${…}` a condition is on one line, and `closing` ends it. */
function lexConditionTokens(scanner, closing = '') {
    const first = scanner.tokens.length;
    const { mistakes } = scanner;
    let parentheses = 0;
    while (!scanner.isAtEnd) {
        const character = scanner.character();
        const last = scanner.tokens.length > first ? scanner.tokens.at(-1) : undefined;
        const goesOn = closing === '' && (parentheses > 0 || (last?.kind === 'operator' && last.text !== ')'));
        const passesLine = goesOn || (closing === '' && scanner.depth > 0);
        if (closing.includes(character))
            return;
        if (isBlank(character) || (character === '\n' && passesLine))
            scanner.at += 1;
        else if (character === '#' && goesOn && scanner.isBehindBlank())
            scanner.comment();
        else if (scanner.matches(lineBreak))
            scanner.take(lineBreak);
        else if (scanner.matches(reversed))
            takeReversed(scanner);
        else if (ends(scanner, character, parentheses))
            return;
        else {
            if (character === '(')
                parentheses += 1;
            if (character === ')')
                parentheses -= 1;
            takeToken(scanner, character, scanner.mistakes > mistakes);
        }
    }
}
/** `acc=>0.9` can only mean `>=`. */
function takeReversed(scanner) {
    const span = { start: scanner.at, end: scanner.at + 2 };
    scanner.report('wrong-arrow', span, '`=>` is no comparison', 'write `>=` to compare, or `→` to go on');
    scanner.at = span.end;
    scanner.push({ kind: 'operator', text: '>=', span });
}
function ends(scanner, character, parentheses) {
    const next = scanner.character(1);
    if (scanner.matches(wrongArrow))
        return true;
    if (character === ')')
        return parentheses === 0;
    if (character === '-')
        return next === '>';
    if (character === '|')
        return next !== '|';
    if (character === '&')
        return next !== '&';
    if (character === '#')
        return scanner.isBehindBlank();
    // ` /deploy` behind a blank is a command whose arrow is missing; `a/b` and `a / b` divide.
    if (character === '/')
        return scanner.isBehindBlank() && scanner.matches(division);
    return '→↳;][\n'.includes(character);
}
/** `isBroken`: something in this condition is wrong already, and one word says it. */
function takeToken(scanner, character, isBroken) {
    const start = scanner.at;
    const push = (kind, text) => {
        scanner.push({ kind, text, span: { start, end: scanner.at } });
    };
    if (scanner.matches(number)) {
        const text = scanner.take(number);
        if (scanner.character() !== '%')
            return push('number', text);
        scanner.at += 1;
        return push('percent', `${text}%`);
    }
    if (scanner.matches(variable))
        return push('variable', scanner.take(variable));
    if (scanner.matches(condition_lexer_name))
        return push('name', scanner.take(condition_lexer_name));
    if (character === "'" || character === '"') {
        const end = scanner.text.indexOf(character, start + 1);
        if (end < 0)
            scanner.unclosedQuote(start, character);
        scanner.at = end < 0 ? scanner.text.length : end + 1;
        return push('string', scanner.text.slice(start + 1, end < 0 ? undefined : end));
    }
    const mapped = mathematical[character];
    const operator = mapped ?? operators.find((candidate) => scanner.startsWith(candidate));
    if (operator !== undefined) {
        scanner.at += mapped ? 1 : operator.length;
        return push('operator', operator);
    }
    if (scanner.matches(look_alikes/* typographicQuote */.Dq)) {
        const text = scanner.take(look_alikes/* typographicQuote */.Dq);
        const span = { start, end: scanner.at };
        const message = `\`${character}\` is a typographic quote, which quotes nothing`;
        scanner.report('invalid-condition', span, message, `write \`'${text.slice(1, -1)}'\``);
        return push('string', text.slice(1, -1));
    }
    const whole = String.fromCodePoint(scanner.text.codePointAt(start) ?? 0);
    scanner.at += whole.length;
    if (isBroken)
        return;
    const span = { start, end: scanner.at };
    scanner.report('invalid-condition', span, `\`${whole}\` has no meaning in a condition`, helpFor(whole));
    const meant = (0,look_alikes/* conditionSignMeantBy */.P2)(whole);
    if (meant !== undefined && operators.includes(meant))
        push('operator', meant);
}
function helpFor(character) {
    const meant = (0,look_alikes/* conditionSignMeantBy */.P2)(character);
    if (meant !== undefined)
        return `write \`${meant}\``;
    if (character === ':' || character === '{')
        return 'write `→` behind the condition';
    return character === '%' ? 'write it directly behind the number: `90%`' : undefined;
}

// EXTERNAL MODULE: ./build/language/expression-parser.js
var expression_parser = __webpack_require__(6025);
;// CONCATENATED MODULE: ./build/language/word-lexer.js
/** Text → one word, with its quotes, escapes, variables and expressions. */




const result = /<result(?:\.[\p{L}\p{N}_-]+)*>/iuy;
const wordEnd = /[\s|&;[\]()<>→⇒➜➔➡⟶⟹⇨↳]/;
const commandKeyword = /^\/?(?:try|fallback|catch):$/i;
/** Whether a word at this index is an argument: it stands behind another word. */
function isArgumentNext(tokens, index) {
    const before = tokens[index - 1];
    return before?.kind === 'word' && !commandKeyword.test(before.text);
}
function lexWord(scanner) {
    const start = scanner.at;
    const word = { parts: [], text: '', quoted: false };
    while (!scanner.isAtEnd) {
        const character = scanner.character();
        if (character === '"' && isUnquotedJson(word) && unquotedJson(scanner, start, word))
            continue;
        if (character === "'" || character === '"')
            quotation(scanner, character, word);
        else if (character === '\\' && scanner.at + 1 < scanner.text.length)
            escaped(scanner, word);
        else if (character === '$' && dollar(scanner, word, '}')) {
            const isTarget = word.parts.length === 1 && word.parts[0]?.kind === 'variable' && !word.quoted;
            const { tokens } = scanner;
            if (scanner.character() === '=' && isTarget && !isArgumentNext(tokens, tokens.length))
                break;
        }
        else if (character === '<' && scanner.matches(result)) {
            flush(word);
            word.parts.push(resultPart(scanner));
        }
        else if (endsWord(scanner, character))
            break;
        else {
            word.text += character;
            scanner.at += 1;
        }
    }
    if (word.text !== '' || word.parts.length === 0)
        word.parts.push({ kind: 'text', text: word.text });
    const { parts, quoted } = word;
    const span = { start, end: scanner.at };
    scanner.push({ kind: 'word', span, text: scanner.text.slice(start, scanner.at), quoted, parts });
}
function endsWord(scanner, character) {
    if (wordEnd.test(character) || look_alikes/* endsAtLookAlike */.rs.test(character))
        return true;
    if (character === '-' && scanner.character(1) === '>')
        return true;
    return '=-–—'.includes(character) && scanner.matches(wrongArrow);
}
/** `{"lr": 0.1}`: its quotes would be those of the chain, as in a shell. */
function unquotedJson(scanner, start, word) {
    const from = scanner.at - 1;
    const [object] = /^\{[^'\n]{0,80}\}/.exec(scanner.text.slice(from, from + 82)) ?? [];
    const shown = object === undefined ? `'{…}'` : `'${object}'`;
    const span = { start, end: scanner.at };
    const help = `quote it: \`${word.text.slice(0, -1)}${shown}\``;
    scanner.report('unexpected-token', span, 'the quotes of this text would be lost', help);
    if (object === undefined)
        return false;
    word.text += object.slice(1);
    word.quoted = true;
    scanner.at = from + object.length;
    return true;
}
function isUnquotedJson({ text, quoted }) {
    return !quoted && /(?:^|=)\{$/.test(text);
}
/** A backslash takes the next character as it is; at the end of a line both are nothing, as in a shell. */
function escaped(scanner, word) {
    if (scanner.matches(lineBreak)) {
        scanner.take(lineBreak);
        return;
    }
    if (/(?:^|=)[A-Za-z]:$/.test(word.text)) {
        const span = { start: scanner.at, end: scanner.at + 1 };
        const [path = ''] = /[^\s'"]*/.exec(scanner.text.slice(scanner.at - 2, scanner.at + 100)) ?? [];
        const help = `quote the path: \`'${path}'\``;
        scanner.report('unexpected-token', span, 'a backslash only quotes the character behind it, and is lost', help);
        scanner.at += path.length - 2;
        word.quoted = true;
        return;
    }
    const whole = String.fromCodePoint(scanner.text.codePointAt(scanner.at + 1) ?? 0);
    word.text += whole;
    word.quoted = true;
    scanner.at += 1 + whole.length;
}
/** A variable or an expression; false when the sign is only a sign. */
function dollar(scanner, word, closing) {
    if (scanner.matches(variable)) {
        flush(word);
        const start = scanner.at;
        const text = scanner.take(variable);
        word.parts.push({ kind: 'variable', name: text.slice(1), span: { start, end: scanner.at } });
        return true;
    }
    if (scanner.character(1) !== '{')
        return false;
    flush(word);
    word.parts.push(expressionPart(scanner, closing));
    return true;
}
/** `${…}` holds a condition; in a quotation the quote ends it too, so that a missing brace costs no more than the word. */
function expressionPart(scanner, closing) {
    const start = scanner.at;
    const { mistakes } = scanner;
    scanner.at += 2;
    const tokens = scanner.apart(() => lexConditionTokens(scanner, closing));
    const end = { span: { start: scanner.at, end: scanner.at + 1 }, described: '`}`' };
    const isClosed = scanner.character() === '}';
    if (isClosed)
        scanner.at += 1;
    else if (scanner.mistakes === mistakes) {
        scanner.report('unclosed-bracket', { start, end: start + 2 }, '`${` is never closed', 'add the closing `}`');
    }
    const span = { start, end: scanner.at };
    const readable = isClosed && scanner.mistakes === mistakes;
    const condition = readable
        ? (0,expression_parser/* readExpression */.J)(scanner.source, tokens.filter(expression_parser/* isConditionToken */.T), end, scanner.diagnostics)
        : undefined;
    if (readable && !condition)
        scanner.mistakes += 1;
    return { kind: 'expression', condition: condition ?? { expression: undefined, text: '…', span }, span };
}
/** One quoted stretch of a word: `'…'` is literal; in `"…"` variables work, and a backslash before `"`, `\`, `$` or `` ` ``. */
function quotation(scanner, quote, word) {
    const start = scanner.at;
    word.quoted = true;
    scanner.at += 1;
    while (!scanner.isAtEnd) {
        const character = scanner.character();
        if (character === quote) {
            scanner.at += 1;
            return;
        }
        if (quote === '"' && scanner.matches(lineBreak)) {
            scanner.take(lineBreak);
        }
        else if (quote === '"' && character === '\\' && '"\\$`'.includes(scanner.character(1) || 'no')) {
            word.text += scanner.character(1);
            scanner.at += 2;
        }
        else if (quote !== '"' || character !== '$' || !dollar(scanner, word, '}"')) {
            word.text += character;
            scanner.at += 1;
        }
    }
    scanner.unclosedQuote(start, quote);
}
function resultPart(scanner) {
    const start = scanner.at;
    const path = scanner.take(result).slice(1, -1).split('.');
    return { kind: 'result', path: path.slice(1), span: { start, end: scanner.at } };
}
function flush(word) {
    if (word.text !== '')
        word.parts.push({ kind: 'text', text: word.text });
    word.text = '';
}

;// CONCATENATED MODULE: ./build/language/lexer.js
/** Text → tokens. Total: an unknown character becomes a diagnostic, never an exception. */




/** After one of these a newline does not end the statement. */
const continuing = new Set(['arrow', '&&', '||', '|', '&', '>', '>>', '=', '↳']);
/** `/if:`, `elif:`, `/require:` …: what follows up to the next arrow is a condition. */
const conditionStart = /[/／]?(?:if|elif|require|until|case)[:：]/iy;
/** Stands directly in front of a command, which is a word of its own. */
const commandStart = /\/?(?:try|fallback):|\/?catch:(?=\/)/iy;
const dash = /[–—]/;
const angled = /<[^\s<>|&;[\]()]*>?/y;
function lex(source, diagnostics) {
    return new Lexer(new Scanner(source, diagnostics)).run();
}
/** Tokens of a condition that stands alone, as under `where:` of a project file; its lines are one condition. */
function lexCondition(source, diagnostics) {
    const scanner = new Scanner(source, diagnostics);
    scanner.depth = 1;
    lexConditionTokens(scanner);
    scanner.sign('end', 0);
    return scanner.tokens;
}
class Lexer {
    #scanner;
    /** Open ones, outermost first. */
    #brackets = [];
    /** The last sign that was none was a bracket: the closing one beside it needs no report of its own. */
    #opensLookAlike = false;
    constructor(scanner) {
        this.#scanner = scanner;
    }
    run() {
        while (!this.#scanner.isAtEnd)
            this.#next();
        this.#scanner.sign('end', 0);
        return this.#scanner.tokens;
    }
    #next() {
        const scanner = this.#scanner;
        const character = scanner.character();
        if (character === '\n')
            return this.#newline();
        if (isBlank(character)) {
            scanner.at += 1;
            return;
        }
        if (scanner.matches(lineBreak)) {
            scanner.take(lineBreak);
            return;
        }
        // Within a word it is a sign like any other, as in a shell.
        if (character === '#' && !this.#isBehindEquals())
            return this.#comment();
        if (scanner.matches(wrongArrow))
            return this.#wrongArrow();
        if (scanner.startsWith('->'))
            return scanner.sign('arrow', 2);
        switch (character) {
            case '→':
                return scanner.sign('arrow', 1);
            case '↳':
            case ';':
                return scanner.sign(character, 1);
            case '[':
            case '(':
                scanner.depth += 1;
                this.#brackets.push(character);
                return scanner.sign(character, 1);
            case ']':
            case ')':
                this.#brackets.pop();
                scanner.depth = Math.max(0, scanner.depth - 1);
                return scanner.sign(character, 1);
            case '&':
            case '|':
            case '>':
                return this.#doubled(character);
            case '<':
                return scanner.matches(result) ? lexWord(scanner) : this.#angled();
            case '=':
                return this.#assigns() ? scanner.sign('=', 1) : lexWord(scanner);
        }
        if (scanner.matches(conditionStart)) {
            this.#keyword(conditionStart);
            return lexConditionTokens(scanner);
        }
        if (scanner.matches(commandStart))
            return this.#keyword(commandStart);
        if (this.#lookAlike(character))
            return;
        return lexWord(scanner);
    }
    #keyword(pattern) {
        const start = this.#scanner.at;
        const written = this.#scanner.take(pattern);
        const span = { start, end: this.#scanner.at };
        const text = written.replace('／', '/').replace('：', ':');
        if (text !== written)
            this.#refuse(span, `\`${written}\` has a sign of full width`, `write \`${text}\``);
        this.#scanner.push({ kind: 'word', span, text, quoted: false, parts: [{ kind: 'text', text }] });
    }
    /** Reports it, and reads it as what was meant. */
    #lookAlike(character) {
        const scanner = this.#scanner;
        const start = scanner.at;
        const span = { start, end: start + 1 };
        if (scanner.matches(look_alikes/* invisible */.q4)) {
            scanner.at += 1;
            this.#refuse(span, `a character that cannot be seen, ${(0,look_alikes/* codePoint */.yb)(character)}`, 'delete it');
        }
        else if (scanner.matches(look_alikes/* typographicQuote */.Dq))
            this.#typographicQuotation();
        else if (character === '／' && !isArgumentNext(scanner.tokens, scanner.tokens.length)) {
            scanner.at += 1;
            this.#refuse(span, '`／` is not the slash of a command', 'write `/`');
        }
        else if (dash.test(character))
            this.#dash(character);
        else
            return this.#signLike(character);
        return true;
    }
    #signLike(character) {
        const scanner = this.#scanner;
        const meant = (0,look_alikes/* signMeantBy */.yp)(character);
        if (meant === undefined)
            return false;
        const { at } = scanner;
        const twice = '|&>'.includes(meant) && scanner.character(1) === character;
        const end = at + (twice ? 2 : 1);
        const sign = twice ? meant + meant : meant;
        const written = scanner.text.slice(at, end);
        const closes = sign === ')' || sign === ']';
        if (!closes || !this.#opensLookAlike)
            this.#refuse({ start: at, end }, `\`${written}\` is no sign of this language`, `write \`${sign}\`, or quote it as text`);
        this.#opensLookAlike = sign === '(' || sign === '[';
        if (sign === '#')
            scanner.comment();
        else if (sign === '<')
            scanner.at = end;
        else {
            if (sign === '(' || sign === '[')
                scanner.depth += 1;
            if (closes)
                scanner.depth = Math.max(0, scanner.depth - 1);
            scanner.sign(sign === '→' ? 'arrow' : sign, end - at);
        }
        return true;
    }
    #typographicQuotation() {
        const scanner = this.#scanner;
        const start = scanner.at;
        look_alikes/* typographicQuote */.Dq.lastIndex = start;
        const [, double, single] = look_alikes/* typographicQuote */.Dq.exec(scanner.text) ?? [];
        const inside = double ?? single;
        const text = scanner.take(look_alikes/* typographicQuote */.Dq);
        const quotation = inside === undefined ? undefined : `"${inside.replace(/["\\$]/g, '\\$&')}"`;
        this.#refuse({ start, end: scanner.at }, `\`${text.slice(0, 1)}\` is a typographic quote, which quotes nothing`, `write ${quotation === undefined ? '`"` or `\'`' : `\`${quotation}\``}`);
        const span = { start, end: scanner.at };
        scanner.push({ kind: 'word', span, text, quoted: true, parts: [{ kind: 'text', text: inside ?? text }] });
    }
    /** `–epochs` was `--epochs`, and `–` alone an arrow. */
    #dash(character) {
        const scanner = this.#scanner;
        const span = { start: scanner.at, end: scanner.at + 1 };
        const [, word = ''] = /^[–—]([\p{L}\p{N}_.-]*)/u.exec(scanner.text.slice(scanner.at, scanner.at + 60)) ?? [];
        const instead = /^[\d.]/.test(word) ? `-${word}` : `--${word}`;
        const help = word === ''
            ? 'write `→` to go on with the next element; as text it is quoted'
            : `write \`${instead}\`, or quote it as text`;
        this.#refuse(span, `\`${character}\` is a dash of printed text`, help);
        if (word === '')
            return scanner.sign('arrow', 1);
        lexWord(scanner);
    }
    #refuse(span, message, help) {
        this.#scanner.report('unexpected-token', span, message, help);
    }
    #doubled(character) {
        if (this.#scanner.character(1) !== character)
            return this.#scanner.sign(character, 1);
        this.#scanner.sign(character === '&' ? '&&' : character === '|' ? '||' : '>>', 2);
    }
    /** `$x =` and `$x=`: an equals sign directly behind a variable that begins an element. */
    #assigns() {
        const { tokens } = this.#scanner;
        const before = tokens.at(-1);
        const only = before?.kind === 'word' && before.parts.length === 1 && !before.quoted ? before.parts[0] : undefined;
        return only?.kind === 'variable' && !isArgumentNext(tokens, tokens.length - 1);
    }
    /** `$x=#a`: what is assigned begins directly behind the sign. */
    #isBehindEquals() {
        const before = this.#scanner.tokens.at(-1);
        return before?.kind === '=' && before.span.end === this.#scanner.at;
    }
    #comment() {
        this.#scanner.comment();
        if (this.#scanner.isAtEnd)
            this.#endLine();
    }
    /** What stands behind an arrow or a separator at the end of a line says something of what stands before it. */
    #endLine() {
        this.#scanner.endLine(({ kind }) => kind === 'arrow' || kind === ';' || (kind === '|' && this.#brackets.at(-1) === '['));
    }
    #newline() {
        const scanner = this.#scanner;
        const start = scanner.at;
        this.#endLine();
        this.#skipBlankLines();
        const rest = scanner.character();
        const leads = rest === '→' || rest === '↳' || scanner.startsWith('->');
        const before = scanner.tokens.at(-1);
        if (!before)
            return;
        if (scanner.depth > 0 || leads || before.kind === 'newline' || continuing.has(before.kind))
            return scanner.dropEmptyLines();
        scanner.push({ kind: 'newline', span: { start, end: start + 1 } });
    }
    #skipBlankLines() {
        const scanner = this.#scanner;
        for (let breaks = 0; !scanner.isAtEnd;) {
            const character = scanner.character();
            if (character === '#') {
                scanner.comment();
                breaks = 0;
                continue;
            }
            if (character === '\n')
                breaks += 1;
            else if (!isBlank(character))
                return;
            if (character === '\n' && breaks === 2)
                scanner.emptyLine();
            scanner.at += 1;
        }
    }
    #wrongArrow() {
        const scanner = this.#scanner;
        const start = scanner.at;
        const written = scanner.take(wrongArrow);
        const span = { start, end: scanner.at };
        scanner.report('wrong-arrow', span, `\`${written}\` is not an arrow of this language`, 'write `→` or `->`');
        scanner.push({ kind: 'arrow', span });
    }
    /** `<file` and `<something>`: shells and readers would take them for more than words. */
    #angled() {
        const scanner = this.#scanner;
        const start = scanner.at;
        const text = scanner.take(angled);
        const span = { start, end: scanner.at };
        const help = text.endsWith('>')
            ? 'write `<result>` for what the element before gave; quote any other text'
            : `as an argument it is quoted: \`'${text}'\``;
        scanner.report('unexpected-token', span, `\`${text}\` has no meaning here`, help);
        scanner.push({ kind: 'word', span, text, quoted: true, parts: [{ kind: 'text', text }] });
    }
}


/***/ }),

/***/ 2236:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dq: () => (/* binding */ typographicQuote),
/* harmony export */   P2: () => (/* binding */ conditionSignMeantBy),
/* harmony export */   q4: () => (/* binding */ invisible),
/* harmony export */   rs: () => (/* binding */ endsAtLookAlike),
/* harmony export */   yb: () => (/* binding */ codePoint),
/* harmony export */   yp: () => (/* binding */ signMeantBy)
/* harmony export */ });
/** Characters that look like those of the language and are others: what editors, chat programs and web pages make of them. */
const signs = {
    ...{ '｜': '|', '＆': '&', '；': ';', '＞': '>', '＜': '<', '＝': '=', '＃': '#' },
    ...{ '（': '(', '）': ')', '［': '[', '］': ']', '【': '[', '】': ']', '←': '→', '⇐': '→' },
};
const others = {
    '％': '%',
    '＋': '+',
    '，': ',',
    '！': '!',
    '×': '*',
    '−': '-',
};
/** The sign of a chain it was meant as. */
function signMeantBy(character) {
    return Object.hasOwn(signs, character) ? signs[character] : undefined;
}
/** The same within a condition. */
function conditionSignMeantBy(character) {
    return signMeantBy(character) ?? (Object.hasOwn(others, character) ? others[character] : undefined);
}
/** Soft hyphens, joiners of no width and marks of direction, none of which can be seen. */
const invisible = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069]/y;
/** With the quotation up to the end of its line, if that is where it ends. */
const typographicQuote = /[“”„‟«»](?:([^\n“”„‟«»"]*)[“”«»"])?|[‘’‚](?:([^\n‘’‚']*)[‘’'])?/uy;
/** An unquoted word ends in front of one. */
const endsAtLookAlike = /[｜＆；＞＜＝＃（）［］【】←⇐“”„‟«»\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069]/;
function codePoint(character) {
    return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}


/***/ }),

/***/ 65322:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ describe)
/* harmony export */ });
/** How a token is named in a message: what a person would call it. */
function describe(token) {
    switch (token.kind) {
        case 'arrow':
            return '`→`';
        case 'newline':
            return 'the end of the line';
        case 'end':
            return 'the end of the chain';
        case 'word':
        case 'number':
        case 'percent':
        case 'string':
        case 'name':
        case 'variable':
        case 'operator':
            return `\`${token.text}\``;
        default:
            return `\`${token.kind}\``;
    }
}


/***/ }),

/***/ 48924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gx: () => (/* binding */ builtinCommands),
/* harmony export */   LX: () => (/* binding */ plannedBuiltins),
/* harmony export */   bg: () => (/* binding */ useHiddenBuiltin),
/* harmony export */   ko: () => (/* binding */ isRemoteBuiltin)
/* harmony export */ });
/* harmony import */ var _language_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60716);
/** The commands that are part of this program, as the planner sees them; `builtins/` does their work. */

const word = (name, initial) => ({
    name,
    type: 'string',
    positional: true,
    ...(initial === undefined ? {} : { default: initial }),
});
const silent = (name, ...params) => ({
    is: 'builtin',
    name,
    params,
    builtin: { name, collects: false, sets: [] },
});
const list = [
    {
        is: 'builtin',
        name: 'results:aggregate',
        params: [],
        builtin: { name: 'results:aggregate', collects: true, sets: ['results'] },
    },
    {
        is: 'builtin',
        name: 'aggregate',
        params: [word('what', 'results')],
        builtin: { name: 'results:aggregate', collects: true, unmeasured: true, sets: ['results'] },
    },
    {
        is: 'builtin',
        name: 'best-model:select',
        params: [],
        builtin: {
            name: 'best-model:select',
            collects: true,
            reportsPrefix: 'best_',
            sets: ['best_model', 'best_config', 'best_id'],
        },
    },
    silent('continue'),
    silent('fail', word('label', 'failed')),
    silent('wait', word('duration')),
    silent('approve', word('label', 'approval')),
    silent('runpod-setup', word('target', '')),
    silent('scp', word('transfer')),
    silent('ssh', word('command')),
];
/** Those that need another host. A name in front of a colon counts, as `ssh` of `ssh:train`. */
function isRemoteBuiltin(name) {
    return /^(?:runpod[-_]setup|scp|ssh)(?::|$)/i.test(name);
}
const builtinCommands = new Map(list.map((definition) => [(0,_language_name_js__WEBPACK_IMPORTED_MODULE_0__/* .normalised */ .Z7)(definition.name), definition]));
/** What a construct of the language does by a unit of its own, and nobody calls by name. Gives the key into `commands`. */
function useHiddenBuiltin(builder, name) {
    const key = builder.project.commands.has((0,_language_name_js__WEBPACK_IMPORTED_MODULE_0__/* .normalised */ .Z7)(name)) ? `builtin:${name}` : name;
    builder.commands.set(key, { is: 'builtin', name });
    return key;
}
/** Built-in commands of the language that this version does not have; a project can declare its own of the same name. */
const plannedBuiltins = new Set([
    ...['statistical-test', 'select-winner', 'drift-check', 'data-validate'],
    ...['rollback', 'notify', 'escalate', 'store-results', 'report'],
].map(_language_name_js__WEBPACK_IMPORTED_MODULE_0__/* .normalised */ .Z7));


/***/ }),

/***/ 50711:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NQ: () => (/* binding */ canonicalMetric),
/* harmony export */   ak: () => (/* binding */ metricOf),
/* harmony export */   ml: () => (/* binding */ defaultMetric)
/* harmony export */ });
/* harmony import */ var _language_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60716);
/** What a metric's name means: its canonical name, unit and direction. */

const fraction = (name, aliases = []) => ({
    name,
    unit: 'fraction',
    better: 'higher',
    aliases,
});
/** Known without a declaration; a project's own declaration of the same name wins. */
const known = [
    fraction('accuracy', ['acc']),
    ...['f1', 'precision', 'recall', 'auc'].map((name) => fraction(name)),
];
/** Names whose lower values are better when nobody says otherwise; all others count as higher-is-better. */
const lowerIsBetter = /(?:^|_)(?:loss|error|mae|mse|rmse|perplexity|latency|ece)(?:_|$)/;
/** The declared name behind an alias: `acc` is `accuracy`, `best-acc` is `best_accuracy`. */
function canonicalMetric(project, written) {
    const name = (0,_language_name_js__WEBPACK_IMPORTED_MODULE_0__/* .normalised */ .Z7)(written);
    const aliased = aliases(project).get(name);
    if (aliased)
        return aliased;
    if (name.startsWith('best_'))
        return `best_${canonicalMetric(project, name.slice('best_'.length))}`;
    return name;
}
function metricOf(project, canonical) {
    const declared = project.metrics.get(canonical);
    if (declared)
        return { name: canonical, unit: declared.unit, better: declared.better };
    if (canonical.startsWith('best_'))
        return { ...metricOf(project, canonical.slice('best_'.length)), name: canonical };
    return defaultMetric(canonical);
}
/** What a metric's name alone says: accuracy and its like are fractions, a loss is better when it is lower. */
function defaultMetric(canonical) {
    const unit = known.some(({ name }) => name === canonical) ? 'fraction' : 'number';
    return { name: canonical, unit, better: lowerIsBetter.test(canonical) ? 'lower' : 'higher' };
}
const aliasesOf = new WeakMap();
function aliases(project) {
    let found = aliasesOf.get(project);
    if (!found) {
        const map = new Map();
        for (const { name, aliases: own } of [...known, ...project.metrics.values()]) {
            map.set((0,_language_name_js__WEBPACK_IMPORTED_MODULE_0__/* .normalised */ .Z7)(name), (0,_language_name_js__WEBPACK_IMPORTED_MODULE_0__/* .normalised */ .Z7)(name));
            for (const alias of own)
                map.set((0,_language_name_js__WEBPACK_IMPORTED_MODULE_0__/* .normalised */ .Z7)(alias), (0,_language_name_js__WEBPACK_IMPORTED_MODULE_0__/* .normalised */ .Z7)(name));
        }
        found = map;
        aliasesOf.set(project, found);
    }
    return found;
}


/***/ })

};
