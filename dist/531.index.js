export const id = 531;
export const ids = [531,583];
export const modules = {

/***/ 1583:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $x: () => (/* binding */ parseValue),
/* harmony export */   Fu: () => (/* binding */ planSchema),
/* harmony export */   XP: () => (/* binding */ literalValue),
/* harmony export */   ep: () => (/* binding */ operandsOf)
/* harmony export */ });
const planSchema = 1;
/** The metrics and variables a condition reads, in its order. */
function operandsOf(expression) {
    switch (expression.kind) {
        case 'metric':
        case 'variable':
            return [expression];
        case 'not':
        case 'negative':
            return operandsOf(expression.operand);
        case 'binary':
            return [...operandsOf(expression.left), ...operandsOf(expression.right)];
        default:
            return [];
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


/***/ }),

/***/ 1531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  prepare: () => (/* binding */ prepare),
  wantedOf: () => (/* binding */ wantedOf)
});

// EXTERNAL MODULE: ./build/language/source.js
var language_source = __webpack_require__(1786);
;// CONCATENATED MODULE: ./build/language/codes.js
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
    'positional-if-arity': 'error',
    'pipe-in-parallel': 'error',
    'unsupported-construct': 'error',
    'nesting-too-deep': 'error',
    'empty-chain': 'error',
    // What the names mean.
    'bare-word': 'notice',
    'unknown-command': 'error',
    'unknown-metric': 'error',
    'unknown-axis': 'error',
    'unknown-variable': 'error',
    'unknown-param': 'error',
    'invalid-param': 'error',
    'unused-param': 'error',
    'ambiguous-metric': 'error',
    'ambiguous-reading': 'notice',
    'constant-gate': 'error',
    'unit-guess': 'notice',
    'macro-cycle': 'error',
    'nothing-to-collect': 'error',
    'deploy-without-gate': 'warning',
    'else-deploys': 'error',
    'shared-output': 'error',
    'hidden-definition': 'notice',
    'plan-too-large': 'error',
    // Files.
    'file-not-found': 'error',
    'unknown-workflow': 'error',
    'invalid-yaml': 'error',
    'invalid-value': 'error',
    'unknown-key': 'error',
    'duplicate-definition': 'error',
    'expression-in-file': 'error',
};

;// CONCATENATED MODULE: ./build/language/diagnostic.js
/** What is wrong with a person's text: where, how badly, and what to type instead. */


/** Collects the diagnostics of one check, so that all of them come out at once. */
class Diagnostics {
    #list = [];
    #errorPlaces = new WeakMap();
    #errors = 0;
    add(code, source, span, message, more = {}) {
        this.#take({
            code,
            severity: codes[code],
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
        this.#list.push(diagnostic);
        if (diagnostic.severity !== 'error')
            return;
        this.#errors += 1;
        const places = this.#errorPlaces.get(diagnostic.source);
        if (places)
            places.add(diagnostic.span.start);
        else
            this.#errorPlaces.set(diagnostic.source, new Set([diagnostic.span.start]));
    }
    /** Whether an error begins at this very place: whatever else is wrong there follows from it. */
    hasErrorAt(source, start) {
        return this.#errorPlaces.get(source)?.has(start) ?? false;
    }
    /** The same for a stretch of text, `end` included. */
    hasErrorWithin(source, { start, end }) {
        for (const place of this.#errorPlaces.get(source) ?? [])
            if (place >= start && place <= end)
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
    return (0,language_source/* offsetInFile */.H0)(source, span.start);
}
function compareText(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}

// EXTERNAL MODULE: ./build/language/name.js
var language_name = __webpack_require__(716);
;// CONCATENATED MODULE: ./build/language/lexer.js
/** After one of these a newline does not end the statement. */
const continuing = new Set(['arrow', '&&', '||', '|', '&', '>', '>>']);
/** `/if:`, `elif:`, `/require:` …: what follows up to the next arrow is a condition. */
const conditionStart = /\/?(?:if|elif|require|until):/iy;
/** What people and editors write for `→`. */
const wrongArrow = /[=-]{2,4}>|=>|[–—]>|[⇒➜➔➡⟶⟹⇨]\uFE0F?/uy;
const wordEnd = /[\s|&;[\]()<>→⇒➜➔➡⟶⟹⇨↳]/;
const lexer_name = /[\p{L}_](?:[\p{L}\p{N}_]|-(?!-{0,3}>)|\.(?=[\p{L}_]))*/uy;
const variable = /\$[\p{L}_](?:[\p{L}\p{N}_]|-(?!-{0,3}>)|\.(?=[\p{L}_]))*/uy;
const result = /<result(?:\.[\p{L}\p{N}_-]+)*>/iuy;
const expression = /\$\{[^}\n]*\}?/y;
const angled = /<[^\s<>|&;[\]()]*>?/y;
const number = /(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const lineBreak = /\\\r?\n/y;
const operators = ['>=', '<=', '==', '!=', '&&', '||', '>', '<', '=', '+', '-', '*', '/', '!', '(', ')', ','];
const mathematical = { '≥': '>=', '≤': '<=', '≠': '!=' };
function lex(source, diagnostics) {
    return new Lexer(source, diagnostics).run();
}
/** Tokens of a condition that stands alone, as under `where:` of a project file; its lines are one condition. */
function lexCondition(source, diagnostics) {
    return new Lexer(source, diagnostics).runCondition();
}
class Lexer {
    #source;
    #text;
    #diagnostics;
    #tokens = [];
    #at = 0;
    /** Open brackets: inside them a newline is a blank. */
    #depth = 0;
    constructor(source, diagnostics) {
        this.#source = source;
        this.#text = source.text;
        this.#diagnostics = diagnostics;
    }
    run() {
        while (this.#at < this.#text.length)
            this.#next();
        this.#sign('end', 0);
        return this.#tokens;
    }
    runCondition() {
        this.#depth = 1;
        this.#conditionTokens();
        this.#sign('end', 0);
        return this.#tokens;
    }
    #next() {
        const character = this.#text[this.#at] ?? '';
        if (character === '\n')
            return this.#newline();
        if (isBlank(character)) {
            this.#at += 1;
            return;
        }
        if (this.#matches(lineBreak)) {
            this.#take(lineBreak);
            return;
        }
        if (character === '#' && this.#afterBlank())
            return this.#comment();
        if (this.#matches(wrongArrow))
            return this.#wrongArrow();
        if (this.#text.startsWith('->', this.#at))
            return this.#sign('arrow', 2);
        switch (character) {
            case '→':
                return this.#sign('arrow', 1);
            case '↳':
            case ';':
                return this.#sign(character, 1);
            case '[':
            case '(':
                this.#depth += 1;
                return this.#sign(character, 1);
            case ']':
            case ')':
                this.#depth = Math.max(0, this.#depth - 1);
                return this.#sign(character, 1);
            case '&':
            case '|':
            case '>':
                return this.#doubled(character);
            case '<':
                return this.#matches(result) ? this.#word() : this.#angled();
            case '=':
                return this.#assigns() ? this.#sign('=', 1) : this.#word();
        }
        conditionStart.lastIndex = this.#at;
        const start = conditionStart.exec(this.#text);
        if (start)
            return this.#condition(start[0]);
        return this.#word();
    }
    #doubled(character) {
        if (this.#text[this.#at + 1] !== character)
            return this.#sign(character, 1);
        this.#sign(character === '&' ? '&&' : character === '|' ? '||' : '>>', 2);
    }
    #sign(kind, length) {
        this.#tokens.push({ kind, span: { start: this.#at, end: this.#at + length } });
        this.#at += length;
    }
    /** `$x =` and `$x=`: an equals sign directly behind a variable that begins an element. */
    #assigns() {
        const before = this.#tokens.at(-1);
        const only = before?.kind === 'word' && before.parts.length === 1 && !before.quoted ? before.parts[0] : undefined;
        return only?.kind === 'variable' && !this.#isArgument(this.#tokens.length - 1);
    }
    #isArgument(index) {
        return this.#tokens[index - 1]?.kind === 'word';
    }
    #newline() {
        const start = this.#at;
        this.#skipBlankLines();
        const rest = this.#text[this.#at] ?? '';
        const leads = rest === '→' || rest === '↳' || this.#text.startsWith('->', this.#at);
        const before = this.#tokens.at(-1);
        if (this.#depth > 0 || leads || !before || before.kind === 'newline' || continuing.has(before.kind))
            return;
        this.#tokens.push({ kind: 'newline', span: { start, end: start + 1 } });
    }
    #skipBlankLines() {
        while (this.#at < this.#text.length) {
            const character = this.#text[this.#at] ?? '';
            if (character === '\n' || isBlank(character))
                this.#at += 1;
            else if (character === '#')
                this.#comment();
            else
                return;
        }
    }
    #afterBlank() {
        const before = this.#text[this.#at - 1];
        return before === undefined || before === '\n' || isBlank(before);
    }
    #comment() {
        const end = this.#text.indexOf('\n', this.#at);
        this.#at = end < 0 ? this.#text.length : end;
    }
    #wrongArrow() {
        const start = this.#at;
        const written = this.#take(wrongArrow);
        const span = { start, end: this.#at };
        this.#report('wrong-arrow', span, `\`${written}\` is not an arrow of this language`, 'write `→` or `->`');
        this.#tokens.push({ kind: 'arrow', span });
    }
    /** `<file` and `<something>`: shells and readers would take them for more than words. */
    #angled() {
        const start = this.#at;
        const text = this.#take(angled);
        const span = { start, end: this.#at };
        const help = text.endsWith('>')
            ? 'write `<result>` for what the element before gave; quote any other text'
            : `as an argument it is quoted: \`'${text}'\``;
        this.#report('unexpected-token', span, `\`${text}\` has no meaning here`, help);
        this.#tokens.push({ kind: 'word', span, text, quoted: true, parts: [{ kind: 'text', text }] });
    }
    #word() {
        const start = this.#at;
        const word = { parts: [], text: '', quoted: false };
        while (this.#at < this.#text.length) {
            const character = this.#text[this.#at] ?? '';
            if (character === "'" || character === '"')
                this.#quotation(character, word);
            else if (character === '\\' && this.#at + 1 < this.#text.length)
                this.#escape(word);
            else if (character === '$' && this.#dollar(word)) {
                const isTarget = word.parts.length === 1 && word.parts[0]?.kind === 'variable' && !word.quoted;
                if (this.#text[this.#at] === '=' && isTarget && !this.#isArgument(this.#tokens.length))
                    break;
            }
            else if (character === '<' && this.#matches(result)) {
                flush(word);
                word.parts.push(this.#resultPart());
            }
            else if (this.#endsWord(character))
                break;
            else {
                word.text += character;
                this.#at += 1;
            }
        }
        if (word.text !== '' || word.parts.length === 0)
            word.parts.push({ kind: 'text', text: word.text });
        const { parts, quoted } = word;
        const span = { start, end: this.#at };
        this.#tokens.push({ kind: 'word', span, text: this.#text.slice(start, this.#at), quoted, parts });
    }
    #endsWord(character) {
        if (wordEnd.test(character))
            return true;
        if (character === '-' && this.#text[this.#at + 1] === '>')
            return true;
        return '=-–—'.includes(character) && this.#matches(wrongArrow);
    }
    /** A backslash takes the next character as it is; at the end of a line both are nothing, as in a shell. */
    #escape(word) {
        if (this.#matches(lineBreak)) {
            this.#take(lineBreak);
            return;
        }
        const whole = String.fromCodePoint(this.#text.codePointAt(this.#at + 1) ?? 0);
        word.text += whole;
        word.quoted = true;
        this.#at += 1 + whole.length;
    }
    /** A variable, or an expression, which is refused; false when the sign is only a sign. */
    #dollar(word) {
        if (this.#matches(variable)) {
            flush(word);
            word.parts.push(this.#variablePart());
            return true;
        }
        if (!this.#matches(expression))
            return false;
        const start = this.#at;
        word.text += this.#take(expression);
        this.#report('unsupported-construct', { start, end: this.#at }, '`${…}` is not supported yet');
        return true;
    }
    /** One quoted stretch of a word: `'…'` is literal; in `"…"` variables work, and a backslash before `"`, `\`, `$` or `` ` ``. */
    #quotation(quote, word) {
        const start = this.#at;
        word.quoted = true;
        this.#at += 1;
        while (this.#at < this.#text.length) {
            const character = this.#text[this.#at] ?? '';
            if (character === quote) {
                this.#at += 1;
                return;
            }
            if (quote === '"' && this.#matches(lineBreak)) {
                this.#take(lineBreak);
            }
            else if (quote === '"' && character === '\\' && '"\\$`'.includes(this.#text[this.#at + 1] ?? 'no')) {
                word.text += this.#text[this.#at + 1];
                this.#at += 2;
            }
            else if (quote !== '"' || character !== '$' || !this.#dollar(word)) {
                word.text += character;
                this.#at += 1;
            }
        }
        this.#unclosed(start, quote);
    }
    #unclosed(start, quote) {
        const help = `add the closing \`${quote}\``;
        this.#report('unclosed-quote', { start, end: start + 1 }, 'this quote is never closed', help);
    }
    #variablePart() {
        const start = this.#at;
        const text = this.#take(variable);
        return { kind: 'variable', name: text.slice(1), span: { start, end: this.#at } };
    }
    #resultPart() {
        const start = this.#at;
        const path = this.#take(result).slice(1, -1).split('.');
        return { kind: 'result', path: path.slice(1), span: { start, end: this.#at } };
    }
    /** The keyword as a word token, then condition tokens up to what ends a condition. */
    #condition(keyword) {
        const start = this.#at;
        this.#at += keyword.length;
        const parts = [{ kind: 'text', text: keyword }];
        this.#tokens.push({ kind: 'word', span: { start, end: this.#at }, text: keyword, quoted: false, parts });
        this.#conditionTokens();
    }
    #conditionTokens() {
        let parentheses = 0;
        while (this.#at < this.#text.length) {
            const character = this.#text[this.#at] ?? '';
            const last = this.#tokens.at(-1);
            const goesOn = parentheses > 0 || (last?.kind === 'operator' && last.text !== ')');
            if (isBlank(character) || (character === '\n' && (goesOn || this.#depth > 0)))
                this.#at += 1;
            else if (character === '#' && goesOn && this.#afterBlank())
                this.#comment();
            else if (this.#matches(lineBreak))
                this.#take(lineBreak);
            else if (this.#text.startsWith('=>', this.#at) &&
                /^=>\s*[-.\d$]/.test(this.#text.slice(this.#at, this.#at + 20)))
                this.#reversed();
            else if (this.#endsCondition(character, parentheses))
                return;
            else {
                if (character === '(')
                    parentheses += 1;
                if (character === ')')
                    parentheses -= 1;
                this.#conditionToken(character);
            }
        }
    }
    /** `acc=>0.9` can only mean `>=`. */
    #reversed() {
        const span = { start: this.#at, end: this.#at + 2 };
        this.#report('wrong-arrow', span, '`=>` is no comparison', 'write `>=` to compare, or `→` to go on');
        this.#at = span.end;
        this.#tokens.push({ kind: 'operator', text: '>=', span });
    }
    #endsCondition(character, parentheses) {
        const next = this.#text[this.#at + 1] ?? '';
        if (this.#matches(wrongArrow))
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
            return this.#afterBlank();
        // ` /deploy` behind a blank is a command whose arrow is missing; `a/b` and `a / b` divide.
        if (character === '/')
            return this.#afterBlank() && /\p{L}/u.test(next);
        return '→↳;][\n'.includes(character);
    }
    #conditionToken(character) {
        const start = this.#at;
        const push = (kind, text) => {
            this.#tokens.push({ kind, text, span: { start, end: this.#at } });
        };
        if (this.#matches(number)) {
            const text = this.#take(number);
            if (this.#text[this.#at] !== '%')
                return push('number', text);
            this.#at += 1;
            return push('percent', `${text}%`);
        }
        if (this.#matches(variable))
            return push('variable', this.#take(variable));
        if (this.#matches(lexer_name))
            return push('name', this.#take(lexer_name));
        if (character === "'" || character === '"') {
            const end = this.#text.indexOf(character, start + 1);
            if (end < 0)
                this.#unclosed(start, character);
            this.#at = end < 0 ? this.#text.length : end + 1;
            return push('string', this.#text.slice(start + 1, end < 0 ? undefined : end));
        }
        const mapped = mathematical[character];
        const operator = mapped ?? operators.find((candidate) => this.#text.startsWith(candidate, start));
        if (operator !== undefined) {
            this.#at += mapped ? 1 : operator.length;
            return push('operator', operator);
        }
        const whole = String.fromCodePoint(this.#text.codePointAt(start) ?? 0);
        this.#at += whole.length;
        this.#report('invalid-condition', { start, end: this.#at }, `\`${whole}\` has no meaning in a condition`);
    }
    #matches(pattern) {
        pattern.lastIndex = this.#at;
        return pattern.test(this.#text);
    }
    #take(pattern) {
        pattern.lastIndex = this.#at;
        const text = pattern.exec(this.#text)?.[0] ?? '';
        this.#at += text.length;
        return text;
    }
    #report(code, span, message, help) {
        this.#diagnostics.add(code, this.#source, span, message, { help });
    }
}
function flush(word) {
    if (word.text !== '')
        word.parts.push({ kind: 'text', text: word.text });
    word.text = '';
}
function isBlank(character) {
    return character !== '\n' && /\s/.test(character);
}

;// CONCATENATED MODULE: ./build/language/token.js
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

;// CONCATENATED MODULE: ./build/language/condition-parser.js


const comparisons = new Set(['>', '>=', '<', '<=', '==', '!=']);
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
/**
 * Parses the condition that begins at `tokens[from]`. One mistake is reported once; then `condition` is undefined.
 * `next` is the index of the first token behind the condition.
 */
function parseCondition(source, tokens, from, diagnostics) {
    let next = from;
    const own = [];
    for (; next < tokens.length; next += 1) {
        const token = tokens[next];
        if (!token || !isConditionToken(token))
            break;
        own.push(token);
    }
    const behind = tokens[next];
    const parser = new ConditionParser(source, own, behind?.span ?? { start: 0, end: 0 }, behind, diagnostics);
    return { condition: parser.parse(), next };
}
/** A condition that is the whole text. */
function parseConditionText(source, diagnostics) {
    const tokens = lexCondition(source, diagnostics);
    const { condition, next } = parseCondition(source, tokens, 0, diagnostics);
    const behind = tokens[next];
    if (condition && behind && (behind.kind !== 'end' || behind.span.end < source.text.length)) {
        const span = { start: behind.span.start, end: Math.max(behind.span.end, behind.span.start + 1) };
        diagnostics.add('invalid-condition', source, span, 'expected the end of the condition');
        return undefined;
    }
    return condition;
}
class ConditionParser {
    #source;
    #tokens;
    #endSpan;
    #behind;
    #diagnostics;
    #at = 0;
    #depth = 0;
    #failed = false;
    constructor(source, tokens, endSpan, behind, diagnostics) {
        this.#source = source;
        this.#tokens = tokens;
        this.#endSpan = endSpan;
        this.#behind = behind;
        this.#diagnostics = diagnostics;
    }
    parse() {
        if (this.#tokens.length > longest) {
            this.#tooDeep(this.#tokens[longest]?.span ?? this.#endSpan);
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
            this.#fail(token.span, '`=` does not compare', 'write `==`');
            return undefined;
        }
        if (!comparisons.has(token.text))
            return left;
        this.#at += 1;
        const right = this.#sum();
        if (!right)
            return undefined;
        const again = this.#tokens[this.#at];
        if (again?.kind === 'operator' && comparisons.has(again.text)) {
            this.#fail(again.span, 'a comparison cannot be compared again', 'join two comparisons with `and`');
            return undefined;
        }
        return binary(token.text, left, right);
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
                if (this.#tokens[this.#at]?.text === '(' && this.#tokens[this.#at]?.span.start === token.span.end) {
                    return this.#unsupported(token.span, `\`${token.text}(…)\``);
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
        const close = this.#tokens[this.#at];
        if (close?.text !== ')') {
            this.#fail(token.span, '`(` is never closed', 'add the closing `)`');
            return undefined;
        }
        this.#at += 1;
        return inner;
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
            this.#tooDeep(token?.span ?? this.#endSpan);
            return undefined;
        }
        this.#depth += 1;
        const result = parse();
        this.#depth -= 1;
        return result;
    }
    #missing() {
        const found = this.#behind ? describe(this.#behind) : 'the end of the chain';
        const before = this.#tokens.at(-1)?.text;
        const joins = this.#behind?.kind === 'word' && (before === '&&' || before === '||');
        const help = joins ? `put the gate in \`( )\` to join it with a command` : undefined;
        this.#fail(this.#endSpan, `expected a metric, a variable or a number, found ${found}`, help);
        return undefined;
    }
    #tooDeep(span) {
        const message = `a condition has at most ${longest} parts, ${deepest} levels deep`;
        if (!this.#failed)
            this.#diagnostics.add('nesting-too-deep', this.#source, span, message);
        this.#failed = true;
    }
    #unsupported(span, what) {
        if (!this.#failed)
            this.#diagnostics.add('unsupported-construct', this.#source, span, `${what} is not supported yet`);
        this.#failed = true;
        return undefined;
    }
    #unexpected(token) {
        if (token.kind === 'name' && token.text === 'confidence')
            return this.#unsupported(token.span, '`confidence`');
        this.#fail(token.span, `${describe(token)} is not expected here in a condition`, undefined);
        return undefined;
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
function binary(operator, left, right) {
    return { kind: 'binary', operator, left, right, span: { start: left.span.start, end: right.span.end } };
}

;// CONCATENATED MODULE: ./build/language/keywords.js
/** The words of the language itself: which there are, which of them this version runs. */
/** Followed by a condition: `/if:acc>0.9`. */
const conditionKeyword = /^\/?(?:if|elif|require|until):$/i;
/** Words that no command can have as its name, without slash and colon, in lower case. */
const reservedWords = new Set([
    ...[
        'if',
        'elif',
        'else',
        'end',
        'require',
        'parallel',
        'fork',
        'barrier',
        'case',
        'try',
        'catch',
        'finally',
    ],
    ...['fallback', 'repeat', 'until', 'budget', 'droid', 'context', 'on_failure'],
]);
/** Commands by which a running workflow is spoken to; they are answered at once and belong to no chain. */
const controlCommands = new Set([
    ...['ml_plan', 'ml_status', 'ml_stop', 'ml_approve', 'ml_resume', 'ml_help'],
]);
const unsupportedKeyword = /^\/?(?:(?:try|catch|fallback|retry|timeout|repeat|until|budget|fork|case|droid|state|context):|[^:]+-with-retry:\d|(?:barrier|on[_-]failure|finally|try|catch)$)/i;
/** Whether the word begins a construct of the language that this version does not run. */
function isUnsupported(word) {
    return unsupportedKeyword.test(word);
}
/** `parallel` or `parallel:max=3`. */
function isParallel(word) {
    return /^\/?parallel(?::|$)/i.test(word);
}

;// CONCATENATED MODULE: ./build/language/token-reader.js



class TokenReader {
    source;
    diagnostics;
    tokens;
    /** Index of the next token. */
    at = 0;
    /** The brackets that are open here, outermost first. */
    brackets = [];
    /** Set when the rest of the text is left unread; nothing more is reported then. */
    #abandoned = false;
    #end;
    constructor(source, diagnostics) {
        this.source = source;
        this.diagnostics = diagnostics;
        this.tokens = lex(source, diagnostics);
        this.#end = this.tokens.at(-1) ?? { kind: 'end', span: { start: 0, end: 0 } };
    }
    peek() {
        return this.tokens[this.at] ?? this.#end;
    }
    behind() {
        return this.tokens[this.at + 1] ?? this.#end;
    }
    get lastEnd() {
        return this.tokens[this.at - 1]?.span.end ?? 0;
    }
    get innermost() {
        return this.brackets.at(-1);
    }
    atStatementEnd() {
        const { kind } = this.peek();
        return kind === 'end' || kind === 'newline' || kind === ';';
    }
    atSequenceEnd() {
        const { kind } = this.peek();
        return this.atStatementEnd() || kind === ']' || kind === ')' || kind === '|';
    }
    /** Where something went wrong already, whatever else is wrong there follows from it and is not reported. */
    report(code, span, message, help) {
        if (this.#abandoned || this.diagnostics.hasErrorAt(this.source, span.start))
            return;
        this.diagnostics.add(code, this.source, span, message, { help });
    }
    unexpected(expected) {
        const token = this.peek();
        this.report('unexpected-token', token.span, `${expected}, found ${describe(token)}`);
    }
    /** Says so once, and leaves the rest of the branch or statement unread: it would only be misread. */
    unsupported(span, what) {
        this.report('unsupported-construct', span, `${what} is not supported yet`);
        this.skipBranch();
    }
    /** Skips what is left of the element, brackets included, so that its neighbours are still read. */
    recover() {
        this.#skip(({ kind }) => kind === 'arrow' || kind === '&&' || kind === '||' || this.atSequenceEnd());
    }
    /** Up to the end of the innermost branch, bracket or statement. */
    skipBranch() {
        const { innermost } = this;
        this.#skip(({ kind }) => {
            if (kind === 'end' || kind === 'newline')
                return true;
            if (innermost === undefined)
                return kind === ';';
            return kind === ']' || kind === ')' || (kind === '|' && innermost === '[');
        });
    }
    /** Behind the bracket that closes the innermost one, or to the end of the statement. */
    skipBehind(close) {
        this.#skip(({ kind }) => kind === 'end' || kind === 'newline' || kind === close);
        if (this.peek().kind === close)
            this.at += 1;
    }
    abandon() {
        this.#abandoned = true;
        this.at = this.tokens.length - 1;
    }
    /** Stops at the first token outside brackets that `ends`, and always at the end. */
    #skip(ends) {
        for (let depth = 0; this.peek().kind !== 'end'; this.at += 1) {
            const { kind } = this.peek();
            if (depth === 0 && ends(this.peek()))
                return;
            if (kind === '[' || kind === '(')
                depth += 1;
            else if (depth > 0 && (kind === ']' || kind === ')'))
                depth -= 1;
            else if (kind === 'newline')
                return;
        }
    }
}
/** `/if:`, `/elif:`, `/else`, `/end` in lower case; undefined for any other token. */
function markerName(token) {
    if (token.kind !== 'word' || token.quoted)
        return undefined;
    const text = token.text.toLowerCase();
    return text === '/if:' || text === '/elif:' || text === '/else' || text === '/end' ? text : undefined;
}
/** A marker that ends a branch of an open `/if:`. */
function endsBranch(token) {
    const marker = markerName(token);
    return marker === '/elif:' || marker === '/else' || marker === '/end';
}
/** A word that can only begin an element, never be an argument. */
function beginsElement(token) {
    if (token.kind !== 'word' || token.quoted)
        return false;
    return markerName(token) !== undefined || conditionKeyword.test(token.text);
}

;// CONCATENATED MODULE: ./build/language/simple-elements.js
/** The elements that hold no others: a command with its arguments, an assignment, a `/require:`. */



/** require = "/require:" condition */
function parseRequire(reader) {
    const start = reader.peek().span.start;
    const condition = parseOwnCondition(reader);
    return { kind: 'require', condition, span: { start, end: Math.max(start, condition.span.end) } };
}
/** The condition behind the keyword that is next. */
function parseOwnCondition(reader) {
    reader.at += 1;
    const { condition, next } = parseCondition(reader.source, reader.tokens, reader.at, reader.diagnostics);
    const span = { start: reader.lastEnd, end: reader.tokens[next - 1]?.span.end ?? reader.lastEnd };
    reader.at = next;
    return condition ?? { expression: undefined, text: '…', span };
}
/** assignment = "$" name "=" ( "<result>" | word ) */
function parseAssignment(reader, word) {
    const [variable] = word.parts;
    if (variable?.kind !== 'variable')
        return reader.recover();
    const refuse = (span, message, help) => {
        reader.report('unexpected-token', span, message, help);
        return reader.recover();
    };
    reader.at += 1;
    if (reader.peek().kind !== '=' || word.parts.length > 1) {
        const help = `\`$${variable.name}=<result>\` stores a result; a condition reads \`/if:$${variable.name}>0.8\``;
        return refuse(word.span, `\`${word.text}\` is no element of a chain`, help);
    }
    if (variable.name.includes('.'))
        return refuse(word.span, 'the name of a variable has no dots');
    reader.at += 1;
    const value = reader.peek();
    if (value.kind !== 'word') {
        reader.unexpected('expected `<result>` or a value');
        return reader.recover();
    }
    const [part] = value.parts;
    if (part?.kind === 'text' && part.text.startsWith('/') && !value.quoted) {
        return reader.unsupported(value.span, 'a command to the right of `=`');
    }
    if (part?.kind === 'text' && part.text.startsWith('=') && !value.quoted) {
        const help = `a condition compares: \`/if:$${variable.name}=${value.text}\``;
        return refuse(value.span, 'one `=` stores a value, two compare', help);
    }
    if (value.parts.length !== 1 || !part || part.kind === 'variable') {
        return refuse(value.span, 'expected `<result>` or one literal value');
    }
    reader.at += 1;
    return {
        kind: 'assignment',
        variable: variable.name,
        variableSpan: word.span,
        value: part.kind === 'result' ? { is: 'result', path: part.path } : { is: 'literal', text: part.text },
        span: { start: word.span.start, end: value.span.end },
    };
}
/** command = [ "/" ] name { word } */
function parseCommand(reader, word) {
    const slash = word.text.startsWith('/');
    const name = slash ? word.text.slice(1) : word.text;
    if (word.parts.length !== 1 || !/^[\p{L}_][\p{L}\p{N}_.:/=-]*(?<![:/])$/u.test(name)) {
        const help = 'a command is written `/name`, one with an argument `/name argument`';
        reader.report('unexpected-token', word.span, `\`${word.text}\` is no command`, help);
        return reader.recover();
    }
    reader.at += 1;
    const args = [];
    for (;;) {
        const token = reader.peek();
        if (token.kind !== 'word' || beginsElement(token))
            break;
        if (reader.behind().kind === '[' && isParallel(token.text)) {
            return reader.unsupported(token.span, 'a command in front of `parallel[…]`');
        }
        args.push({ parts: token.parts, text: token.text, quoted: token.quoted, span: token.span });
        reader.at += 1;
    }
    const span = { start: word.span.start, end: reader.lastEnd };
    return { kind: 'command', name, nameSpan: word.span, slash, arguments: args, span };
}
/** The options of `parallel:max=3:min=2`. */
function parseParallelOptions(reader, word) {
    const options = {};
    for (const option of word.text.split(':').slice(1)) {
        const [, name, digits] = /^(max|min)=(\d{1,9})$/.exec(option) ?? [];
        const value = Number(digits);
        if (name === 'max' && value >= 1 && options.max === undefined)
            options.max = value;
        else if (name === 'min' && options.min === undefined)
            options.min = value;
        else {
            const message = `\`${option}\` is no option of \`parallel\``;
            reader.report('invalid-value', word.span, message, 'options are `max=3` and `min=2`, each once');
        }
    }
    return options;
}

;// CONCATENATED MODULE: ./build/language/if-parser.js
/** `/if:` with its markers and the positional `if:`: two spellings, one tree. */


class IfParser {
    #reader;
    #inside;
    /** Those of the innermost bracket: a bracket hides the ones around it. */
    #open = [];
    /** `inside` reads what stands in the branches. */
    constructor(reader, inside) {
        this.#reader = reader;
        this.#inside = inside;
    }
    /** Whether a marker here ends a branch. */
    get isOpen() {
        return this.#open.length > 0;
    }
    /** Reads the inside of a bracket, where the markers of the outside mean nothing. */
    hidden(parseInside) {
        const outside = this.#open;
        this.#open = [];
        const result = parseInside();
        this.#open = outside;
        return result;
    }
    /** if = "/if:" condition "→" sequence { "/elif:" condition "→" sequence } [ "/else" "→" sequence ] [ "/end" ] */
    markerIf() {
        const reader = this.#reader;
        const start = reader.peek().span.start;
        const arms = [this.#arm()];
        const own = { condition: arms[0]?.condition.text ?? '', hasElse: false };
        let otherwise;
        let otherwiseSpan;
        let closed = false;
        this.#open.push(own);
        arms[0] = this.#withBody(arms[0]);
        for (;;) {
            const word = reader.peek();
            const marker = markerName(word);
            if (marker === '/elif:') {
                this.#noticeNearest(own, word.span, marker);
                const late = otherwise !== undefined;
                if (late)
                    reader.report('else-without-if', word.span, '`/elif:` behind `/else`', 'put it before `/else`');
                arms.push(this.#withBody(this.#arm()));
            }
            else if (marker === '/else' && !own.hasElse) {
                this.#noticeNearest(own, word.span, marker);
                own.hasElse = true;
                otherwiseSpan = word.span;
                reader.at += 1;
                otherwise = this.#branch();
            }
            else if (marker === '/end') {
                reader.at += 1;
                closed = true;
                break;
            }
            else
                break;
        }
        this.#open.pop();
        return {
            kind: 'if',
            arms,
            ...(otherwise ? { otherwise } : {}),
            ...(otherwiseSpan ? { otherwiseSpan } : {}),
            positional: false,
            closed,
            span: { start, end: reader.lastEnd },
        };
    }
    /** The keyword and its condition; the body is read when the `/if:` counts as open. */
    #arm() {
        const { span } = this.#reader.peek();
        const condition = parseOwnCondition(this.#reader);
        const whole = { start: span.start, end: Math.max(span.end, condition.span.end) };
        return { condition, body: { elements: [], span: whole }, span: whole };
    }
    #withBody(arm) {
        if (!arm)
            throw new Error('internal: an `/if:` without an arm; please report this');
        return { ...arm, body: this.#branch(arm.condition.expression === undefined) };
    }
    /** With several `/if:` open, the indentation may mean another one than the rule. */
    #noticeNearest(own, span, marker) {
        const open = this.#open.filter(({ hasElse }) => !hasElse).length;
        if (open < 2)
            return;
        const written = marker === '/elif:' ? '/elif:' : '/else';
        this.#reader.diagnostics.add('dangling-else', this.#reader.source, span, `\`${written}\` belongs to the nearest of ${open} open \`/if:\`, which is \`/if:${own.condition}\``, { help: 'end the inner one with `/end` first if the outer one is meant' });
    }
    /** The arrow and the elements behind a marker. */
    #branch(isUnreadable = false) {
        const reader = this.#reader;
        const marker = reader.tokens[reader.at - 1]?.span ?? reader.peek().span;
        const arrow = reader.peek().kind === 'arrow';
        if (arrow)
            reader.at += 1;
        if (reader.atSequenceEnd() || endsBranch(reader.peek())) {
            const help = 'write `/continue` for a branch that does nothing';
            const stray = !reader.atStatementEnd() && reader.innermost === undefined && !endsBranch(reader.peek());
            if (!isUnreadable && !stray)
                reader.report('unexpected-token', marker, 'the branch behind this is empty', help);
            return { elements: [{ kind: 'unreadable', span: marker }], span: marker };
        }
        if (!arrow)
            reader.unexpected('expected `→`');
        return this.#inside.sequence();
    }
    /** positional = "if:" condition "→" logical [ "→" logical ], and there the statement ends */
    positionalIf() {
        const reader = this.#reader;
        const start = reader.peek().span.start;
        const condition = parseOwnCondition(this.#reader);
        if (reader.peek().kind !== 'arrow') {
            reader.unexpected('expected `→`');
            return reader.recover();
        }
        reader.at += 1;
        const first = reader.peek().span.start;
        const parts = [];
        for (;;) {
            if (endsBranch(reader.peek()) || parts.length === 2)
                return this.#thirdPart(condition, first, parts);
            if (parts.length === 1 && reader.atSequenceEnd()) {
                reader.unexpected('expected a command behind `→`');
                break;
            }
            parts.push(this.#inside.logical());
            if (reader.peek().kind !== 'arrow')
                break;
            reader.at += 1;
        }
        const [then, otherwise] = parts;
        if (!then)
            return undefined;
        const span = { start, end: condition.span.end };
        return {
            kind: 'if',
            arms: [{ condition, body: { elements: [then], span: then.span }, span }],
            ...(otherwise
                ? { otherwise: { elements: [otherwise], span: otherwise.span }, otherwiseSpan: otherwise.span }
                : {}),
            positional: true,
            closed: false,
            span: { start, end: reader.lastEnd },
        };
    }
    /** More than the two elements of `if:`. Both things that may have been meant are shown, as they would be written. */
    #thirdPart(condition, first, parts) {
        const reader = this.#reader;
        const { span } = reader.peek();
        const isMarker = endsBranch(reader.peek());
        reader.skipBranch();
        const text = (from, to) => shortened(reader.source.text
            .slice(from, to)
            .replace(/\s+/g, ' ')
            .replace(/ ?(?:→|->) ?$/, '')
            .trim());
        const rest = text(parts[0]?.span.end ?? first, reader.lastEnd).replace(/^(?:→|->) ?/, '');
        const help = isMarker
            ? `write \`/if:${condition.text} → ${text(first, reader.lastEnd)}\``
            : `write \`/if:${condition.text} → ${text(first, reader.lastEnd)}\` if all of it is the then branch, or ` +
                `\`if:${condition.text} → ${text(first, parts[0]?.span.end ?? first)} → (${rest})\` if the rest is the else branch`;
        const message = isMarker
            ? 'markers belong to `/if:`, not to `if:`'
            : '`if:` takes one element for then and one for else';
        reader.report('positional-if-arity', span, message, help);
    }
    /** A marker that no open `/if:` takes. */
    withoutIf() {
        const reader = this.#reader;
        const token = reader.peek();
        const marker = markerName(token) ?? '';
        const help = 'write `/if:condition → …` before it';
        reader.report('else-without-if', token.span, `\`${marker}\` without an open \`/if:\``, help);
        if (marker === '/elif:')
            parseOwnCondition(reader);
        else
            reader.at += 1;
        if (reader.peek().kind === 'arrow')
            reader.at += 1;
    }
}
function shortened(text) {
    return text.length > 120 ? `${text.slice(0, 119).trimEnd()}…` : text;
}

;// CONCATENATED MODULE: ./build/language/parser.js
/**
 * Tokens → tree. Never throws on a person's text: a mistake becomes one diagnostic, and parsing goes on behind the next
 * arrow, bracket or statement, so that every other mistake is found too. What could not be read stands in the tree as
 * `unreadable`, so that nobody concludes from its absence.
 *
 * The grammar, from loose to tight, stands at the methods that read it, here and in the parsers of single elements.
 */





/** Deeper than any person writes; keeps hostile text from using up the call stack. */
const parser_deepest = 200;
function parse(source, diagnostics = new Diagnostics()) {
    return { chain: new Parser(new TokenReader(source, diagnostics)).chain(), diagnostics };
}
class Parser {
    #reader;
    #depth = 0;
    #ifs;
    constructor(reader) {
        this.#reader = reader;
        this.#ifs = new IfParser(reader, {
            sequence: () => this.#sequence(),
            logical: () => this.#logical(),
        });
    }
    /** chain = { sequence ( ";" | newline ) } */
    chain() {
        const reader = this.#reader;
        const statements = [];
        while (reader.peek().kind !== 'end') {
            if (reader.peek().kind === 'newline' || reader.peek().kind === ';') {
                reader.at += 1;
                continue;
            }
            const before = reader.at;
            const sequence = this.#sequence();
            if (!reader.atStatementEnd()) {
                reader.unexpected('expected `→` or the end of the statement');
                reader.skipBranch();
            }
            statements.push({ sequence, end: reader.peek().kind === ';' ? ';' : 'newline' });
            if (reader.at === before)
                reader.at += 1;
        }
        const span = { start: 0, end: reader.source.text.length };
        if (statements.length === 0 && !reader.diagnostics.hasErrors) {
            const first = { start: 0, end: Math.min(1, span.end) };
            reader.report('empty-chain', first, 'the chain is empty', 'write at least one command, such as `/train`');
        }
        return { statements, span };
    }
    /** inner = sequence { ";" sequence }, up to the bracket's end or the next branch */
    #inner() {
        const reader = this.#reader;
        const start = reader.peek().span.start;
        const statements = [];
        for (;;) {
            const sequence = this.#sequence();
            const end = reader.peek().kind === ';' ? ';' : 'newline';
            statements.push({ sequence, end });
            if (end !== ';')
                break;
            reader.at += 1;
            if (reader.atSequenceEnd())
                break;
        }
        return { statements, span: { start, end: Math.max(start, reader.lastEnd) } };
    }
    /** sequence = logical { "→" logical } */
    #sequence() {
        const reader = this.#reader;
        const start = reader.peek().span.start;
        const elements = [];
        for (;;) {
            if (endsBranch(reader.peek())) {
                if (this.#ifs.isOpen)
                    break;
                this.#ifs.withoutIf();
                if (reader.atSequenceEnd())
                    break;
                continue;
            }
            elements.push(this.#logical());
            if (reader.peek().kind === 'arrow') {
                reader.at += 1;
                if (reader.atSequenceEnd()) {
                    reader.unexpected('expected a command behind `→`');
                    break;
                }
            }
            else if (!beginsElement(reader.peek()))
                break;
            else if (reader.tokens[reader.at - 1]?.kind !== 'arrow')
                reader.unexpected('expected `→`');
        }
        return { elements, span: { start, end: Math.max(start, reader.lastEnd) } };
    }
    /** logical = element { ( "&&" | "||" ) element } */
    #logical() {
        const reader = this.#reader;
        let left = this.#element();
        for (let count = 1;; count += 1) {
            const { kind, span } = reader.peek();
            if (kind !== '&&' && kind !== '||')
                return left;
            if (count > parser_deepest) {
                reader.report('nesting-too-deep', span, `more than ${parser_deepest} elements joined by \`&&\` and \`||\``);
                reader.abandon();
                return left;
            }
            reader.at += 1;
            const right = this.#element();
            const both = { start: left.span.start, end: Math.max(left.span.end, right.span.end) };
            left =
                left.kind === 'unreadable' || right.kind === 'unreadable'
                    ? { kind: 'unreadable', span: both }
                    : { kind: 'logical', operator: kind, left, right, span: both };
        }
    }
    /** element = if | require | parallel | assignment | command | "(" inner ")" */
    #element() {
        const reader = this.#reader;
        const { span } = reader.peek();
        if (this.#depth >= parser_deepest) {
            reader.report('nesting-too-deep', span, `more than ${parser_deepest} levels of nesting`);
            reader.abandon();
            return { kind: 'unreadable', span };
        }
        this.#depth += 1;
        const element = this.#elementHere() ?? { kind: 'unreadable', span };
        this.#depth -= 1;
        const { kind } = reader.peek();
        if (kind === '&' || kind === '>' || kind === '>>' || kind === '[' || kind === '↳') {
            return this.#refused(kind === '>' || kind === '>>'
                ? 'a redirect'
                : kind === '['
                    ? 'a list behind a command'
                    : `\`${kind}\``);
        }
        if (kind === '|' && reader.innermost !== '[')
            return this.#refused('a pipe');
        return element;
    }
    #refused(what) {
        const { span } = this.#reader.peek();
        this.#reader.unsupported(span, what);
        return { kind: 'unreadable', span };
    }
    #elementHere() {
        const reader = this.#reader;
        const token = reader.peek();
        if (token.kind === '(')
            return this.#group();
        if (token.kind !== 'word' || token.quoted) {
            reader.unexpected('expected a command');
            return reader.recover();
        }
        if (isUnsupported(token.text))
            return reader.unsupported(token.span, `\`${token.text}\``);
        if (isParallel(token.text))
            return this.#parallel(token);
        if (token.parts[0]?.kind === 'variable')
            return parseAssignment(reader, token);
        switch (token.text.toLowerCase()) {
            case '/if:':
                return this.#ifs.markerIf();
            case 'if:':
                return this.#ifs.positionalIf();
            case '/require:':
            case 'require:':
                return parseRequire(reader);
            case 'if':
            case '/if':
            case 'elif':
            case '/elif':
            case 'require':
            case '/require':
                reader.report('unexpected-token', token.span, `\`${token.text}\` needs a condition`, `write \`${token.text}:accuracy>0.9\``);
                return reader.recover();
            case 'else':
            case 'end':
            case 'elif:':
                reader.report('unexpected-token', token.span, `\`${token.text}\` is no command`, `write \`/${token.text}\``);
                return reader.recover();
        }
        return parseCommand(reader, token);
    }
    /** group = "(" inner ")" */
    #group() {
        const open = this.#reader.peek();
        const chain = this.#bracketed('(', () => this.#inner());
        if (!this.#close(')', open.span))
            return undefined;
        return { kind: 'group', chain, span: { start: open.span.start, end: this.#reader.lastEnd } };
    }
    /** parallel = "parallel" { ":" option "=" number } "[" inner { "|" inner } "]" */
    #parallel(word) {
        const reader = this.#reader;
        const options = parseParallelOptions(reader, word);
        reader.at += 1;
        const open = reader.peek();
        if (open.kind !== '[')
            return this.#parallelWithoutBrackets(word);
        const branches = this.#bracketed('[', () => {
            const found = [];
            for (;;) {
                if (reader.peek().kind === ']' && found.length > 0) {
                    reader.unexpected('expected a branch behind `|`');
                    break;
                }
                found.push(this.#inner());
                if (reader.peek().kind !== '|')
                    break;
                reader.at += 1;
            }
            return found;
        });
        if (!this.#close(']', open.span))
            return undefined;
        if (options.min !== undefined && options.min > branches.length) {
            reader.report('invalid-value', word.span, `\`min=${options.min}\` is more than the ${branches.length} branches`);
        }
        return { kind: 'parallel', ...options, branches, span: { start: word.span.start, end: reader.lastEnd } };
    }
    #parallelWithoutBrackets(word) {
        const reader = this.#reader;
        const first = reader.at;
        while (!reader.atStatementEnd())
            reader.at += 1;
        const pipe = reader.tokens.slice(first, reader.at).find(({ kind }) => kind === '|');
        reader.at = first;
        if (pipe && reader.innermost !== '[') {
            const message = '`|` separates branches only inside `[ ]`';
            reader.report('pipe-in-parallel', pipe.span, message, `write \`${word.text.replace(/:$/, '')}[/a | /b]\``);
        }
        else
            reader.unexpected(`expected \`[\` behind \`${word.text}\``);
        reader.skipBranch();
    }
    // ---- where things begin and end ----
    /** Reads what stands behind the opening bracket; the closing one is `#close`'s. */
    #bracketed(bracket, parseInside) {
        this.#reader.brackets.push(bracket);
        this.#reader.at += 1;
        const result = this.#ifs.hidden(parseInside);
        this.#reader.brackets.pop();
        return result;
    }
    #close(kind, open) {
        const reader = this.#reader;
        if (reader.peek().kind === kind) {
            reader.at += 1;
            return true;
        }
        const bracket = kind === ']' ? '[' : '(';
        if (reader.atStatementEnd()) {
            const help = `add the closing \`${kind}\``;
            // Behind an unclosed quote every bracket is part of the quotation.
            if (!this.#isInsideQuote())
                reader.report('unclosed-bracket', open, `\`${bracket}\` is never closed`, help);
        }
        else
            reader.unexpected(kind === ']' ? 'expected `→`, `|` or `]`' : 'expected `→` or `)`');
        reader.skipBehind(kind);
        return false;
    }
    /** The text ends within a quotation that a diagnostic names. */
    #isInsideQuote() {
        const last = this.#reader.tokens.at(-2);
        if (last?.kind !== 'word' && last?.kind !== 'string')
            return false;
        const text = this.#reader.source.text;
        for (let at = last.span.start; at < last.span.end; at += 1) {
            const isQuote = text[at] === '"' || text[at] === "'";
            if (isQuote && this.#reader.diagnostics.hasErrorAt(this.#reader.source, at))
                return true;
        }
        return false;
    }
}

;// CONCATENATED MODULE: ./build/language/printer.js
function print(chain) {
    return chain.statements
        .map(({ sequence, end }, index) => {
        const last = index === chain.statements.length - 1;
        return printSequence(sequence) + (end === ';' && !last ? ';' : '');
    })
        .join('\n');
}
function printElement(element) {
    switch (element.kind) {
        case 'command':
            return [`/${element.name}`, ...element.arguments.map(({ text }) => text)].join(' ');
        case 'parallel':
            return printParallel(element);
        case 'if':
            return printIf(element);
        case 'require':
            return `/require:${element.condition.text}`;
        case 'assignment': {
            const { value, variable } = element;
            return `$${variable}=${value.is === 'literal' ? quoted(value.text) : `<${['result', ...value.path].join('.')}>`}`;
        }
        case 'logical':
            return `${printElement(element.left)} ${element.operator} ${printElement(element.right)}`;
        case 'group':
            return `(${printInner(element.chain)})`;
        case 'unreadable':
            return '…';
    }
}
function printSequence(sequence) {
    return sequence.elements.map(printElement).join(' → ');
}
/** Inside brackets only `;` separates statements. */
function printInner(chain) {
    return chain.statements.map(({ sequence }) => printSequence(sequence)).join('; ');
}
function printParallel({ max, min, branches }) {
    const options = `${max === undefined ? '' : `:max=${max}`}${min === undefined ? '' : `:min=${min}`}`;
    return `parallel${options}[${branches.map(printInner).join(' | ')}]`;
}
function printIf({ arms, otherwise, closed }) {
    const parts = arms.flatMap(({ condition, body }, index) => [
        `${index === 0 ? '/if:' : '/elif:'}${condition.text}`,
        printSequence(body),
    ]);
    if (otherwise)
        parts.push('/else', printSequence(otherwise));
    if (closed)
        parts.push('/end');
    return parts.join(' → ');
}
/** A literal as one word that reads back as the same text. */
function quoted(text) {
    return /^[\p{L}\p{N}_.%+-]+$/u.test(text) ? text : `"${text.replace(/["\\$]/g, '\\$&')}"`;
}

;// CONCATENATED MODULE: ./build/plan/metrics.js
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
    const name = (0,language_name/* normalised */.Z7)(written);
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
            map.set((0,language_name/* normalised */.Z7)(name), (0,language_name/* normalised */.Z7)(name));
            for (const alias of own)
                map.set((0,language_name/* normalised */.Z7)(alias), (0,language_name/* normalised */.Z7)(name));
        }
        found = map;
        aliasesOf.set(project, found);
    }
    return found;
}

;// CONCATENATED MODULE: ./build/plan/builder.js



/** Above it a plan is a mistake, or an attack: calls that double at every level. */
const mostNodes = 300_000;
/** Ids name files and folders, whose names end at 255 bytes; an attempt and an ending still go behind. */
const longestPlace = 120;
class PlanBuilder {
    project;
    diagnostics;
    nodes = [];
    commands = new Map();
    axes = new Map();
    metrics = new Map();
    selections = new Map();
    origins = new Map();
    definitions = new Map();
    /** Canonical names of the metrics each unit reports, the primary one first. */
    measured = new Map();
    #refused = false;
    constructor(project, diagnostics) {
        this.project = project;
        this.diagnostics = diagnostics;
    }
    /** Reports once that there is no room for another node; false as long as there is. */
    refusesMore(source, span) {
        if (this.nodes.length < mostNodes)
            return false;
        if (!this.#refused) {
            const message = `the plan has more than ${mostNodes.toLocaleString('en')} elements`;
            this.diagnostics.add('plan-too-large', source, span, message);
        }
        this.#refused = true;
        return true;
    }
    /** The id is made from place and name, so that it stays the same as long as the chain does. */
    base(here, title, span, name) {
        const place = here.place.length > longestPlace ? `x${hash(here.place)}` : here.place;
        const id = (here.place === '' ? 'chain' : [place, (0,language_name/* slug */.yR)(name)].filter((part) => part !== '').join('-'));
        const { file, line, column, endColumn } = (0,language_source/* placeOf */.$t)(here.source, span);
        return { id, parent: here.parent, scope: here.scope, title, at: { file, line, column, endColumn } };
    }
    add(node) {
        this.nodes.push(node);
        return node;
    }
    /** Stands for what could not be planned; the plan is then not given to anyone. */
    placeholder(base) {
        return this.add({ kind: 'sequence', ...base, children: [], always: [] }).id;
    }
    unitsSince(index) {
        const ids = [];
        for (let at = index; at < this.nodes.length; at += 1) {
            const node = this.nodes[at];
            if (node?.kind === 'unit')
                ids.push(node.id);
        }
        return ids;
    }
    useAxis(name) {
        this.axes.set(name, this.project.axes.get((0,language_name/* normalised */.Z7)(name)) ?? { name });
    }
    useMetric(canonical) {
        this.metrics.set(canonical, metricOf(this.project, canonical));
    }
    /** The command as the plan carries it: metrics by their canonical names. */
    useCommand(definition) {
        if (this.commands.has(definition.name))
            return;
        if (definition.is === 'builtin') {
            this.commands.set(definition.name, { is: 'builtin', name: definition.builtin.name });
            return;
        }
        const { command } = definition;
        const metrics = command.metrics.map((source) => ({
            ...source,
            fields: Object.fromEntries(Object.entries(source.fields).map(([name, field]) => [canonicalMetric(this.project, name), field])),
        }));
        const [primary] = this.metricsOf(definition);
        this.commands.set(definition.name, {
            ...command,
            metrics,
            ...(primary === undefined ? {} : { primary }),
        });
    }
    /** What a command measures, by canonical name, the primary one first. */
    metricsOf(definition) {
        if (definition.is !== 'run')
            return [];
        const { metrics, primary } = definition.command;
        const names = metrics.flatMap(({ fields }) => Object.keys(fields));
        const ordered = primary === undefined ? names : [primary, ...names];
        return [...new Set(ordered.map((name) => canonicalMetric(this.project, name)))];
    }
}
/** FNV-1a over 53 bits, in base 36. */
function hash(text) {
    let high = 0x811c9dc5;
    let low = 0x01000193;
    for (const character of text) {
        high = Math.imul(high ^ (character.codePointAt(0) ?? 0), 0x01000193);
        low = Math.imul(low ^ high, 0x85ebca6b);
    }
    return (high >>> 0).toString(36) + (low >>> 0).toString(36);
}

;// CONCATENATED MODULE: ./build/plan/checks.js

/**
 * A parameter or axis that the script cannot see would make every cell of a sweep train alike: it must stand in `"$@"`
 * by its flag, or the script must name its variable.
 */
function checkVisible(definition, point, hasWords, here, project, diagnostics) {
    const { script } = definition.command;
    const takesArguments = /\$(?:@|\*|\{@|\{\*|\{?[1-9])/.test(script);
    const values = [
        ...definition.params.map(({ name, flag, origin }) => ({
            name,
            flag,
            what: 'parameter',
            origin: origin ?? definition.origin ?? here,
        })),
        ...point.map(({ axis }) => ({
            name: axis,
            flag: project.axes.get((0,language_name/* normalised */.Z7)(axis))?.flag,
            what: 'axis',
            origin: here,
        })),
    ];
    for (const { name, flag, what, origin } of values) {
        const variable = `ML_PARAM_${(0,language_name/* normalised */.Z7)(name).toUpperCase()}`;
        if (new RegExp(`${variable}(?![A-Za-z0-9_])`).test(script) || (takesArguments && flag !== undefined))
            continue;
        const message = `the script of \`/${definition.name}\` never sees the ${what} \`${name}\``;
        const help = flag === undefined
            ? `read \`$${variable}\`, or give it a \`flag:\`${takesArguments ? '' : ' and end the script with `"$@"`'}`
            : `end the script with \`"$@"\`, or read \`$${variable}\``;
        diagnostics.add('unused-param', origin.source, origin.span, message, { help });
    }
    if (hasWords && !takesArguments) {
        const message = `the script of \`/${definition.name}\` never sees its arguments`;
        diagnostics.add('unused-param', here.source, here.span, message, { help: 'end the script with `"$@"`' });
    }
}
/** A parameter of a chain that reaches nothing: whoever sets it would believe that it did. */
function checkRead(parameters, chain, diagnostics) {
    for (const param of parameters.unread()) {
        const { source, span } = param.origin ?? { source: chain.source, span: { start: 0, end: 1 } };
        const message = `nothing in \`/${chain.name}\` reads the parameter \`${param.name}\``;
        diagnostics.add('unused-param', source, span, message, {
            help: `a command of the chain reads it when it declares \`${param.name}\` itself, or is given \`$${param.name}\``,
        });
    }
}
/** Two branches that write the same path, or one inside the other's, would overwrite each other's result. */
function checkSharedOutputs(branches, definitions, origins, diagnostics) {
    /** By path, and by every folder that holds it: the first branch that writes there. */
    const writers = new Map();
    const holders = new Map();
    branches.forEach((units, branch) => {
        for (const unit of units) {
            for (const path of writtenPaths(definitions.get(unit))) {
                const folders = foldersOf(path);
                const clash = [path, ...folders]
                    .map((one) => writers.get(one))
                    .find((other) => other && other.branch !== branch) ?? otherThan(holders.get(path), branch);
                if (clash)
                    report(unit, path, clash);
                const own = { branch, unit, path };
                if (!writers.has(path))
                    writers.set(path, own);
                for (const folder of folders)
                    if (!holders.has(folder))
                        holders.set(folder, own);
            }
        }
    });
    function report(unit, path, other) {
        const origin = origins.get(unit);
        const first = origins.get(other.unit);
        if (!origin || !first)
            return;
        const message = other.path === path
            ? `two parallel branches write \`${path}\``
            : `parallel branches write \`${path}\` and \`${other.path}\`, one inside the other`;
        diagnostics.add('shared-output', origin.source, origin.span, message, {
            help: 'write it below `$ML_RUN_DIR`, which each run of a command has for itself',
            related: [{ message: 'also written here', ...first }],
        });
    }
}
function otherThan(writer, branch) {
    return writer?.branch === branch ? undefined : writer;
}
/** `a/b/c` lies in `a/b` and in `a`. */
function foldersOf(path) {
    const steps = path.split('/');
    return steps.slice(1).map((_, index) => steps.slice(0, steps.length - 1 - index).join('/'));
}
/** Paths in the workspace; what lies in a unit's own directory cannot collide. */
function writtenPaths(definition) {
    if (definition?.is !== 'run')
        return new Set();
    const { outputs, metrics } = definition.command;
    const paths = [...outputs, ...metrics.filter(({ format }) => format !== 'output').map(({ path }) => path)];
    return new Set(paths
        .filter((path) => !/^\$ML_RUN_DIR(?:\/|$)/.test(path))
        .map((path) => path
        .split('/')
        .filter((step) => step !== '' && step !== '.')
        .join('/')));
}

;// CONCATENATED MODULE: ./build/plan/flow.js
function emptyFlow() {
    return {
        last: [],
        reports: new Map(),
        steps: new Map(),
        cells: [],
        variables: new Map(),
        gated: false,
        uncertain: false,
    };
}
function copyFlow(flow) {
    return {
        ...flow,
        reports: new Map(flow.reports),
        steps: new Map(flow.steps),
        variables: new Map(flow.variables),
    };
}
/**
 * After branches of which exactly one ran: what any of them knows, whoever it was. Reporters of the branches stand before
 * those from above, so that the first of them that ran is the nearest. Whether a gate stands before what follows is the
 * caller's to say.
 */
function joinAlternatives(flow, branches) {
    joinAlternativeRuns(flow.reports, branches.map(({ reports }) => reports));
    joinAlternativeRuns(flow.steps, branches.map(({ steps }) => steps));
    const before = new Map(flow.variables);
    for (const { variables } of branches) {
        for (const [name, variable] of variables) {
            if (before.get(name) === variable)
                continue;
            const other = flow.variables.get(name);
            flow.variables.set(name, other ? eitherOf(other, variable) : variable);
        }
    }
    const { cells } = flow;
    const newCells = branches.filter((branch) => branch.cells !== cells).flatMap((branch) => branch.cells);
    if (newCells.length > 0)
        flow.cells = [...new Set(newCells)];
    // Those from before stand first: the last that ran is the nearest.
    const { last } = flow;
    const ends = [...branches].sort((a, b) => Number(b.last === last) - Number(a.last === last));
    flow.last = [...new Set(ends.flatMap((branch) => branch.last))];
    flow.uncertain ||= branches.some(({ uncertain }) => uncertain);
}
/** After branches that all ran: a metric, step or variable that several of them know has no single meaning. */
function joinBranches(flow, branches, units) {
    joinParallelRuns(flow.reports, branches.map(({ reports }) => reports));
    joinParallelRuns(flow.steps, branches.map(({ steps }) => steps));
    const setters = new Map();
    for (const branch of branches) {
        for (const [name, variable] of branch.variables) {
            if (flow.variables.get(name) === variable)
                continue;
            const own = setters.get(name);
            if (own)
                own.push(variable);
            else
                setters.set(name, [variable]);
        }
    }
    for (const [name, variables] of setters) {
        const [only] = variables;
        flow.variables.set(name, only && variables.length === 1 ? only : { constant: false, competing: true });
    }
    flow.cells = units;
    flow.last = [];
    flow.uncertain ||= branches.some(({ uncertain }) => uncertain);
}
function eitherOf(one, other) {
    const unit = one.unit === other.unit ? one.unit : undefined;
    return {
        constant: false,
        ...(unit === undefined ? {} : { unit }),
        ...(one.competing || other.competing ? { competing: true } : {}),
    };
}
function joinAlternativeRuns(into, branches) {
    const changed = new Map();
    for (const branch of branches) {
        for (const [name, runs] of branch) {
            if (into.get(name) === runs)
                continue;
            const own = changed.get(name);
            if (own)
                own.push(runs);
            else
                changed.set(name, [runs]);
        }
    }
    for (const [name, alternatives] of changed) {
        const before = into.get(name);
        // A branch that does not report it leaves what was known before.
        const all = before && alternatives.length < branches.length ? [...alternatives, before] : alternatives;
        into.set(name, {
            nodes: [...new Set(all.flatMap(({ nodes }) => nodes))],
            competing: all.some(({ competing }) => competing),
        });
    }
}
function joinParallelRuns(into, branches) {
    const found = new Map();
    for (const branch of branches) {
        for (const [name, { nodes, competing }] of branch) {
            if (into.get(name)?.nodes === nodes)
                continue;
            const own = found.get(name);
            if (own)
                own.competing = true;
            else
                found.set(name, { nodes: [...nodes], competing });
            if (own)
                for (const node of nodes)
                    own.nodes.push(node);
        }
    }
    for (const [name, runs] of found)
        into.set(name, runs);
}

;// CONCATENATED MODULE: ./build/plan/here.js
/** The parameters of the chain that is open, and which of them something has read. */
class ScopeParameters {
    #params;
    #read = new Set();
    /** By normalised name. */
    constructor(params) {
        this.#params = params;
    }
    has(name) {
        return this.#params.has(name);
    }
    markRead(name) {
        this.#read.add(name);
    }
    unread() {
        return [...this.#params].filter(([name]) => !this.#read.has(name)).map(([, param]) => param);
    }
}
function below(here, parent, index) {
    const place = here.place === '' ? String(index) : `${here.place}.${index}`;
    return { ...here, parent, place, depth: here.depth + 1 };
}

;// CONCATENATED MODULE: ./build/plan/context.js

/** Whether a variable can be read here; otherwise, and if nothing before is uncertain, why not is reported. */
function checkVariable(name, span, context) {
    const { flow, source, diagnostics, parameters } = context;
    parameters.markRead((0,language_name/* normalised */.Z7)(name));
    const variable = flow.variables.get((0,language_name/* normalised */.Z7)(name));
    if (variable && !variable.competing)
        return true;
    if (variable) {
        diagnostics.add('ambiguous-metric', source, span, `several parallel branches set \`$${name}\``, {
            help: 'set it behind the block, from one selected result',
        });
    }
    else if (!flow.uncertain) {
        diagnostics.add('unknown-variable', source, span, `nothing before this sets \`$${name}\``, {
            help: (0,language_name/* didYouMean */.au)(name, flow.variables.keys(), (known) => `$${known}`),
        });
    }
    return false;
}

// EXTERNAL MODULE: ./build/plan/plan.js
var plan_plan = __webpack_require__(1583);
;// CONCATENATED MODULE: ./build/plan/builtins.js
/** The commands that are part of this program, as the planner sees them; `builtins/` does their work. */

const list = [
    {
        is: 'builtin',
        name: 'results:aggregate',
        params: [],
        builtin: { name: 'results:aggregate', collects: true, sets: ['results'] },
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
    { is: 'builtin', name: 'continue', params: [], builtin: { name: 'continue', collects: false, sets: [] } },
    {
        is: 'builtin',
        name: 'fail',
        params: [{ name: 'label', type: 'string', default: 'failed', positional: true }],
        builtin: { name: 'fail', collects: false, sets: [] },
    },
];
const builtinCommands = new Map(list.map((definition) => [(0,language_name/* normalised */.Z7)(definition.name), definition]));
/** Built-in commands of the language that this version does not have; a project can declare its own of the same name. */
const plannedBuiltins = new Set([
    ...[
        'statistical-test',
        'select-winner',
        'drift-check',
        'data-validate',
        'aggregate',
        'runpod-setup',
        'scp',
        'ssh',
    ],
    ...['rollback', 'notify', 'escalate', 'store-results', 'report', 'wait', 'approve'],
].map(language_name/* normalised */.Z7));

;// CONCATENATED MODULE: ./build/plan/resolve-command.js


/** A project's own command wins over a built-in one. */
function findCommand(project, name) {
    return project.commands.get((0,language_name/* normalised */.Z7)(name)) ?? builtinCommands.get((0,language_name/* normalised */.Z7)(name));
}
function resolveCommand(project, command, source, diagnostics) {
    const colon = command.name.indexOf(':');
    const head = colon < 0 ? command.name : command.name.slice(0, colon);
    const tail = colon < 0 ? '' : command.name.slice(colon + 1);
    const whole = findCommand(project, command.name);
    const definition = colon < 0 ? undefined : findCommand(project, head);
    const point = definition && pointOf(axesOf(project, definition), tail);
    if (whole) {
        if (definition && point) {
            const message = `\`/${command.name}\` is the command of that name, not \`/${head}\` at \`${tail}\``;
            diagnostics.add('ambiguous-reading', source, command.nameSpan, message, {
                help: 'rename one of the two if the other is meant',
            });
        }
        return { definition: whole, point: [] };
    }
    if (!definition) {
        reportUnknown(project, command, head, source, diagnostics);
        return undefined;
    }
    if (point)
        return { definition, point: [point] };
    const axes = axesOf(project, definition);
    const isPositional = definition.params.some((param) => param.positional);
    if (isPositional && !(axes.length > 0 && looksLikePoint(tail)))
        return { definition, point: [], argument: tail };
    const tailSpan = { start: command.nameSpan.end - tail.length, end: command.nameSpan.end };
    diagnostics.add('unknown-axis', source, tailSpan, `\`${tail}\` is no point of an axis of \`/${head}\``, {
        help: axes.length === 0
            ? `\`/${head}\` has no axes; declare them under \`axes:\``
            : (meantPoint(axes, tail) ??
                `a point is written \`${axes[0]}-<value>\`; axes of \`/${head}\`: ${axes.map((axis) => `\`${axis}\``).join(', ')}`),
    });
    return undefined;
}
function reportUnknown(project, command, head, source, diagnostics) {
    const broken = project.broken?.get((0,language_name/* normalised */.Z7)(command.name));
    if (broken) {
        diagnostics.addAll(broken);
        return;
    }
    const written = command.slash ? `/${command.name}` : command.name;
    if (plannedBuiltins.has((0,language_name/* normalised */.Z7)(command.name)) || plannedBuiltins.has((0,language_name/* normalised */.Z7)(head))) {
        diagnostics.add('unsupported-construct', source, command.nameSpan, `the built-in command \`${written}\` is not supported yet`, { help: 'declare a command of that name under `commands:`' });
        return;
    }
    const names = [...project.commands.values(), ...builtinCommands.values()].map(({ name }) => name);
    diagnostics.add('unknown-command', source, command.nameSpan, `unknown command \`${written}\``, {
        help: project.commands.size === 0
            ? 'declare it under `commands:` in `ml-workflow.yml`'
            : ((0,language_name/* didYouMean */.au)(command.name, names, (name) => `/${name}`) ??
                (0,language_name/* didYouMean */.au)(head, names, (name) => `/${name}`)),
    });
}
/** The axes a command can be swept over: its own list, else all of the project's; none for built-ins. */
function axesOf(project, definition) {
    if (definition.is !== 'run')
        return [];
    return definition.axes ?? [...project.axes.values()].map(({ name }) => name);
}
/** `sigma-0.10` on axis `sigma`: the longest axis name that fits, so that `lr` does not take a point of `lr-decay`. */
function pointOf(axes, text) {
    const wanted = (0,language_name/* normalised */.Z7)(text);
    const axis = [...axes]
        .sort((a, b) => b.length - a.length)
        .find((name) => wanted.startsWith(`${(0,language_name/* normalised */.Z7)(name)}_`) && text.length > name.length + 1);
    return axis === undefined ? undefined : { axis, value: text.slice(axis.length + 1) };
}
/** `sgima-0.10` → did you mean `sigma-0.10`? */
function meantPoint(axes, text) {
    const [, name = '', value = ''] = /^(.+?)-(\d.*)$/.exec(text) ?? [];
    return name === '' ? undefined : (0,language_name/* didYouMean */.au)(name, axes, (axis) => `${axis}-${value}`);
}
/** `sigm-0.10` is a mistyped point, not an argument. */
function looksLikePoint(text) {
    return /^[\p{L}_][\p{L}\p{N}_-]*-\d[\d.]*(?:e-?\d+)?$/iu.test(text);
}

;// CONCATENATED MODULE: ./build/plan/value.js
/** Whether a text is a value of a parameter. */

/** Why a literal is no value of the parameter, or undefined when it is one. */
function valueProblem(param, literal) {
    const value = (0,plan_plan/* parseValue */.$x)(param.type, literal);
    if (value === undefined)
        return `\`${param.name}\` takes ${withArticle(param.type)}, found \`${literal}\``;
    if (param.choices && !param.choices.some((choice) => isSame(param.type, choice, value))) {
        const all = param.choices.map((choice) => `\`${choice}\``).join(', ');
        return `\`${param.name}\` takes one of ${all}, found \`${literal}\``;
    }
    return undefined;
}
function isSame(type, choice, value) {
    return (0,plan_plan/* parseValue */.$x)(type, String(choice)) === value;
}
function withArticle(type) {
    switch (type) {
        case 'integer':
            return 'a whole number';
        case 'number':
            return 'a number';
        case 'boolean':
            return '`true` or `false`';
        case 'string':
            return 'a text';
    }
}

;// CONCATENATED MODULE: ./build/plan/bind.js
/** A command's arguments → words handed on and typed parameters. */





/**
 * A command without `params` gets its words as they are. One with `params` gets them typed: `--name value`, `--name=value`
 * or, for a positional one, the bare word; anything else is an error. A parameter that no argument names is read from
 * its `from` variable, from the parameter of its own name that the chain has, or is its default.
 */
function bind(reading, command, context) {
    return new Binder(reading, command, context).bind();
}
class Binder {
    #reading;
    #command;
    #context;
    #given = new Map();
    constructor(reading, command, context) {
        this.#reading = reading;
        this.#command = command;
        this.#context = context;
    }
    bind() {
        const { definition } = this.#reading;
        const words = this.#command.arguments.map((argument) => ({
            argument,
            template: templateOf(argument, this.#context),
        }));
        if (words.some((word) => this.#isSweep(word)))
            return { words: [], parameters: [] };
        if (definition.params.length === 0) {
            const [first] = words;
            if (definition.is !== 'run' && first)
                this.#report('unknown-param', first.argument.span, 'takes no arguments');
            for (const { argument } of words)
                this.#noticeCommand(argument);
            return { words: words.map(({ template }) => template), parameters: [] };
        }
        this.#match(words);
        return { words: [], parameters: definition.params.flatMap((param) => this.#binding(param)) };
    }
    /** `--parameters sigma:0.10,0.12` is the sweep of the language, never an argument of a command with axes. */
    #isSweep({ argument }) {
        const { definition } = this.#reading;
        if (!/^--parameters(?:=|$)/.test(argument.text))
            return false;
        if (axesOf(this.#context.project, definition).length === 0)
            return false;
        if (definition.params.some(({ name }) => (0,language_name/* normalised */.Z7)(name) === 'parameters'))
            return false;
        const { source, diagnostics } = this.#context;
        const [axis] = axesOf(this.#context.project, definition);
        const point = `/${definition.name}:${axis}-…`;
        diagnostics.add('unsupported-construct', source, argument.span, '`--parameters` is not supported yet', {
            help: `write \`parallel[${point} | ${point}]\``,
        });
        return true;
    }
    #match(words) {
        const { definition, argument: tail } = this.#reading;
        const positional = definition.params.filter((param) => param.positional);
        if (tail !== undefined && positional[0]) {
            this.#given.set(positional[0], { template: bind_text(tail), span: this.#command.nameSpan });
        }
        for (let index = 0; index < words.length; index += 1) {
            const { argument, template } = words[index] ?? { argument: undefined, template: [] };
            if (!argument)
                break;
            const option = optionOf(argument);
            if (!option) {
                if (!argument.quoted && /^-[A-Za-z]/.test(argument.text)) {
                    this.#report('unknown-param', argument.span, `has no parameter \`${argument.text}\``);
                    continue;
                }
                const free = positional.find((param) => !this.#given.has(param));
                if (free)
                    this.#given.set(free, { template, span: argument.span });
                else
                    this.#report('unknown-param', argument.span, `takes no argument \`${argument.text}\``);
                this.#noticeCommand(argument);
                continue;
            }
            const next = words[index + 1];
            const value = next && !optionOf(next.argument) ? next : undefined;
            const param = definition.params.find(({ name }) => (0,language_name/* normalised */.Z7)(name) === (0,language_name/* normalised */.Z7)(option.name));
            const isTruth = value !== undefined && /^(?:true|false)$/.test(value.argument.text);
            if (!option.inline && value && (param?.type !== 'boolean' || isTruth))
                index += 1;
            if (!param) {
                const names = definition.params.map(({ name }) => name);
                const help = (0,language_name/* didYouMean */.au)(option.name, names, (known) => `--${known}`);
                this.#report('unknown-param', argument.span, `has no parameter \`--${option.name}\``, help);
            }
            else if (option.inline) {
                this.#give(param, { template: withoutPrefix(template, option.length), span: argument.span });
            }
            else if (param.type === 'boolean') {
                const template = value && isTruth ? value.template : bind_text('true');
                this.#give(param, { template, span: argument.span });
            }
            else if (value) {
                this.#give(param, { template: value.template, span: value.argument.span });
            }
            else {
                this.#report('invalid-param', argument.span, `needs a value behind \`--${option.name}\``);
                this.#given.set(param, { template: [], span: argument.span });
            }
        }
    }
    #give(param, given) {
        if (this.#given.has(param))
            this.#report('invalid-param', given.span, `is given \`--${param.name}\` twice`);
        else
            this.#given.set(param, given);
    }
    #binding(param) {
        const given = this.#given.get(param) ?? this.#implied(param);
        if (!given) {
            this.#reportMissing(param);
            return [];
        }
        const literal = literalOf(given.template, this.#context.flow);
        // A default is checked where it is declared.
        const isGiven = given.template.length > 0 && !given.isDefault;
        const problem = literal === undefined || !isGiven ? undefined : valueProblem(param, literal);
        if (problem) {
            const { source, diagnostics } = this.#context;
            diagnostics.add('invalid-param', source, given.span, problem);
        }
        const flag = param.flag === undefined ? {} : { flag: param.flag };
        return [{ name: (0,language_name/* normalised */.Z7)(param.name), type: param.type, value: given.template, ...flag }];
    }
    #implied(param) {
        const { flow, parameters } = this.#context;
        const own = (0,language_name/* normalised */.Z7)(param.name);
        const span = this.#command.nameSpan;
        const from = param.from === undefined ? undefined : (0,language_name/* normalised */.Z7)(param.from);
        if (from !== undefined && flow.variables.has(from)) {
            checkVariable(from, span, this.#context);
            return { template: [{ kind: 'variable', name: from }], span };
        }
        if (parameters.has(own)) {
            parameters.markRead(own);
            return { template: [{ kind: 'variable', name: own }], span };
        }
        return param.default === undefined
            ? undefined
            : { template: bind_text(String(param.default)), span, isDefault: true };
    }
    #reportMissing(param) {
        const { nameSpan } = this.#command;
        if (param.from === undefined) {
            this.#report('invalid-param', nameSpan, `needs \`--${param.name}\``);
            return;
        }
        if (this.#context.flow.uncertain)
            return;
        this.#report('unknown-variable', nameSpan, `reads \`${param.name}\` from \`$${param.from}\`, which nothing before it sets`, `pass \`--${param.name}\`, or run the command that sets \`$${param.from}\` first`);
    }
    /** `/train /deploy` reads like two commands whose arrow is missing. */
    #noticeCommand(argument) {
        const { project, source, diagnostics } = this.#context;
        if (argument.quoted || !argument.text.startsWith('/'))
            return;
        if (!findCommand(project, argument.text.slice(1)))
            return;
        const message = `\`${argument.text}\` is an argument here, not the command`;
        diagnostics.add('ambiguous-reading', source, argument.span, message, {
            help: `write \`→ ${argument.text}\` to run it, or \`'${argument.text}'\` to pass it on`,
        });
    }
    #report(code, span, what, help) {
        const { source, diagnostics } = this.#context;
        diagnostics.add(code, source, span, `\`/${this.#reading.definition.name}\` ${what}`, { help });
    }
}
/** Whether all that a template holds is known before the run. */
function isKnown(template, flow) {
    return template.every((part) => part.kind === 'text' || (flow.variables.get(part.name)?.constant ?? false));
}
/** The text of a template whose variables are all known before the run. */
function literalOf(template, flow) {
    let literal = '';
    for (const part of template) {
        const value = part.kind === 'text' ? part.text : flow.variables.get(part.name)?.value;
        if (value === undefined)
            return undefined;
        literal += String(value);
    }
    return literal;
}
function optionOf({ text: written, }) {
    const option = /^--([^='"\\]+)(=)?/.exec(written);
    return option
        ? { name: option[1] ?? '', inline: option[2] !== undefined, length: option[0].length }
        : undefined;
}
function templateOf(argument, context) {
    return argument.parts.map((part) => {
        if (part.kind === 'text')
            return { kind: 'text', text: part.text };
        if (part.kind === 'variable') {
            checkVariable(part.name, part.span, context);
            return { kind: 'variable', name: (0,language_name/* normalised */.Z7)(part.name) };
        }
        const message = '`<result>` as an argument is not supported yet';
        context.diagnostics.add('unsupported-construct', context.source, part.span, message, {
            help: 'store it first: `$x=<result>`, then pass `$x`',
        });
        return { kind: 'text', text: '' };
    });
}
function withoutPrefix(template, length) {
    const [first, ...rest] = template;
    return first?.kind === 'text' ? [{ kind: 'text', text: first.text.slice(length) }, ...rest] : template;
}
function bind_text(value) {
    return [{ kind: 'text', text: value }];
}
/** The parameters of a called chain, as its variables. */
function variablesOfCall(parameters, flow) {
    return new Map(parameters.map(({ name, type, value: template }) => {
        const literal = literalOf(template, flow);
        const value = literal === undefined ? undefined : (0,plan_plan/* parseValue */.$x)(type, literal);
        return [name, { constant: isKnown(template, flow), ...(value === undefined ? {} : { value }) }];
    }));
}

;// CONCATENATED MODULE: ./build/plan/units.js
/** Undefined when the sides cannot be compared, which is then reported. */
function inUnits(compared, context) {
    const { left, right, leftWritten, rightWritten } = compared;
    const leftUnit = unitOf(left, context);
    const rightUnit = unitOf(right, context);
    const differ = leftUnit?.unit !== 'number' && rightUnit?.unit !== 'number' && leftUnit?.unit !== rightUnit?.unit;
    if (leftUnit && rightUnit && differ) {
        const span = { start: leftWritten.span.start, end: rightWritten.span.end };
        const message = `\`${leftUnit.name}\` is ${unitName(leftUnit.unit)}, \`${rightUnit.name}\` is ${unitName(rightUnit.unit)}`;
        refuse(context, span, message, 'compare two metrics of one unit');
        return undefined;
    }
    const newRight = leftUnit ? converted(leftUnit, right, rightWritten.span, context) : right;
    const newLeft = rightUnit ? converted(rightUnit, left, leftWritten.span, context) : left;
    return newLeft && newRight && { left: newLeft, right: newRight };
}
function unitOf(expression, { flow }) {
    if (expression.kind === 'metric')
        return { name: expression.written, unit: expression.unit };
    if (expression.kind !== 'variable')
        return undefined;
    const unit = flow.variables.get(expression.name)?.unit;
    return unit && { name: `$${expression.name}`, unit };
}
function converted(measured, other, span, context) {
    if (other.kind === 'number')
        return convertedNumber(measured, other, span, context);
    const isFraction = measured.unit === 'fraction';
    if (other.kind === 'negative' && other.operand.kind === 'number' && measured.unit !== 'number') {
        refuse(context, span, `\`${measured.name}\` is ${unitName(measured.unit)} and never below 0`);
        return undefined;
    }
    if (other.kind !== 'variable' || !isFraction)
        return other;
    const value = context.flow.variables.get(other.name)?.value;
    if (typeof value !== 'number' || (value >= 0 && value <= 1))
        return other;
    const help = value > 1 && value <= 100 ? `give \`${rounded(value / 100)}\`` : undefined;
    refuse(context, span, `\`$${other.name}\` is ${value}, but \`${measured.name}\` lies between 0 and 1`, help);
    return undefined;
}
function convertedNumber({ name, unit }, literal, span, context) {
    const percent = literal.text.endsWith('%');
    const notice = (message, help) => context.diagnostics.add('unit-guess', context.source, span, message, { help });
    switch (unit) {
        case 'number':
            return literal;
        case 'percent': {
            const value = percent ? rounded(literal.value * 100) : literal.value;
            if (value > 100)
                return refuse(context, span, `\`${name}\` lies between 0 and 100 %, found \`${literal.text}\``);
            if (!percent && value > 0 && value < 1) {
                const message = `\`${literal.text}\` is read as ${literal.text} %, because \`${name}\` is a percentage`;
                notice(message, `write \`${rounded(value * 100)}\` if ${rounded(value * 100)} % is meant, else \`${literal.text}%\``);
            }
            return { ...literal, value };
        }
        case 'fraction': {
            const value = percent || literal.value <= 1 ? literal.value : rounded(literal.value / 100);
            if (value > 1)
                return refuse(context, span, `\`${name}\` lies between 0 and 1, found \`${literal.text}\``);
            if (value !== literal.value) {
                const message = `\`${literal.text}\` is read as ${literal.text} %, because \`${name}\` is a fraction`;
                notice(message, `write \`${value}\` or \`${literal.text}%\``);
            }
            return { ...literal, value };
        }
    }
}
function refuse(context, span, message, help) {
    context.diagnostics.add('invalid-condition', context.source, span, message, { help });
}
function unitName(unit) {
    return unit === 'fraction' ? 'a fraction' : unit === 'percent' ? 'a percentage' : 'a number';
}
/** Without the noise of binary arithmetic: 0.87, not 0.8699999999999999. */
function rounded(value) {
    return Number(value.toPrecision(12));
}

;// CONCATENATED MODULE: ./build/plan/resolve-condition.js
/** A condition's names → metrics of certain units and variables, with units of measurement and kinds of value settled. */




/** What stands in the plan for a condition that could not be read; such a plan is given to no one. */
const unread = { kind: 'number', value: Number.NaN, text: '…' };
function resolveCondition(condition, context) {
    if (!condition.expression)
        return unread;
    const resolver = new Resolver(context, (expression) => namedBefore(expression, context));
    const expression = resolver.boolean(condition.expression);
    if (!resolver.failed && isConstant(expression, context.flow)) {
        context.diagnostics.add('constant-gate', context.source, condition.span, `\`${condition.text}\` compares nothing that was measured`, { help: 'compare a metric, or store a result with `$x=<result>`' });
    }
    return expression;
}
/** The condition of a selection: its names are metrics of each candidate, whoever reports them. */
function resolveCandidateCondition(condition, context) {
    if (!condition.expression)
        return unread;
    const { project } = context;
    const resolver = new Resolver(context, ({ name }) => {
        const metric = canonicalMetric(project, name);
        return { kind: 'metric', metric, written: name, unit: metricOf(project, metric).unit, from: [] };
    });
    return resolver.boolean(condition.expression);
}
class Resolver {
    failed = false;
    #context;
    #named;
    /** `named` gives undefined when it has reported why a name means nothing. */
    constructor(context, named) {
        this.#context = context;
        this.#named = named;
    }
    /** Where yes or no is asked for; a number is neither. */
    boolean(expression) {
        const resolved = this.#resolve(expression);
        const kind = this.#kindOf(resolved);
        if (kind === 'number' || kind === 'text')
            this.#refuse(expression, `a ${kind} is neither true nor false`, 'compare it: `accuracy>0.9`');
        return resolved;
    }
    #number(expression) {
        const resolved = this.#resolve(expression);
        const kind = this.#kindOf(resolved);
        if (kind === 'text' || kind === 'boolean')
            this.#refuse(expression, `expected a number, found ${kind === 'text' ? 'a text' : 'true or false'}`);
        return resolved;
    }
    #resolve(expression) {
        switch (expression.kind) {
            case 'number':
                return { kind: 'number', value: expression.value, text: expression.text };
            case 'string':
                return { kind: 'string', value: expression.value };
            case 'name': {
                const named = this.#named(expression);
                if (!named)
                    this.failed = true;
                return named ?? unread;
            }
            case 'variable':
                if (!checkVariable(expression.name, expression.span, this.#context))
                    this.failed = true;
                return { kind: 'variable', name: (0,language_name/* normalised */.Z7)(expression.name) };
            case 'not':
                return { kind: 'not', operand: this.boolean(expression.operand) };
            case 'negative':
                return { kind: 'negative', operand: this.#number(expression.operand) };
            case 'binary':
                return this.#binary(expression);
        }
    }
    #binary(expression) {
        const { operator } = expression;
        if (operator === 'and' || operator === 'or') {
            const left = this.boolean(expression.left);
            return { kind: 'binary', operator, left, right: this.boolean(expression.right) };
        }
        if (operator === '+' || operator === '-' || operator === '*' || operator === '/') {
            const left = this.#number(expression.left);
            return { kind: 'binary', operator, left, right: this.#number(expression.right) };
        }
        const equality = operator === '==' || operator === '!=';
        const left = equality ? this.#resolve(expression.left) : this.#number(expression.left);
        const right = equality ? this.#resolve(expression.right) : this.#number(expression.right);
        const [leftKind, rightKind] = [this.#kindOf(left), this.#kindOf(right)];
        if (leftKind !== rightKind && leftKind !== 'unknown' && rightKind !== 'unknown')
            this.#refuse(expression, `a ${leftKind} is never equal to a ${rightKind}`);
        const compared = { left, right, leftWritten: expression.left, rightWritten: expression.right };
        const settled = this.failed ? { left, right } : inUnits(compared, this.#context);
        if (!settled)
            this.failed = true;
        return { kind: 'binary', operator, left: settled?.left ?? left, right: settled?.right ?? right };
    }
    /** Nothing is said twice of an expression whose parts mean nothing. */
    #refuse({ span }, message, help) {
        if (this.failed)
            return;
        this.failed = true;
        this.#context.diagnostics.add('invalid-condition', this.#context.source, span, message, { help });
    }
    #kindOf(expression) {
        switch (expression.kind) {
            case 'number':
            case 'metric':
            case 'negative':
                return 'number';
            case 'string':
                return 'text';
            case 'not':
                return 'boolean';
            case 'variable':
                return this.#context.flow.variables.get(expression.name)?.unit === undefined ? 'unknown' : 'number';
            case 'binary':
                return ['+', '-', '*', '/'].includes(expression.operator) ? 'number' : 'boolean';
        }
    }
}
/** A name in a gate: a metric of an earlier element, `step.metric`, or a variable without its `$`. */
function namedBefore(expression, context) {
    const { project, flow, source, diagnostics } = context;
    const written = expression.name;
    const canonical = canonicalMetric(project, written);
    const reported = flow.reports.get(canonical);
    if (!reported && flow.variables.has((0,language_name/* normalised */.Z7)(written))) {
        if (!checkVariable(written, expression.span, context))
            return undefined;
        return { kind: 'variable', name: (0,language_name/* normalised */.Z7)(written) };
    }
    const dot = written.lastIndexOf('.');
    const step = dot < 0 ? undefined : flow.steps.get((0,language_name/* normalised */.Z7)(written.slice(0, dot)));
    const metric = step ? canonicalMetric(project, written.slice(dot + 1)) : canonical;
    const runs = step ? stepRuns(step, metric, context) : reported;
    if (!runs) {
        if (!flow.uncertain)
            resolve_condition_reportUnknown(expression, metric, step, context);
        return undefined;
    }
    if (runs.competing) {
        const best = `/best-model:select → /if:best-${dot < 0 ? written : metric}…`;
        diagnostics.add('ambiguous-metric', source, expression.span, `several parallel branches report \`${written}\``, { help: `select one first: \`${best}\`` });
        return undefined;
    }
    return { kind: 'metric', metric, written, unit: metricOf(project, metric).unit, from: runs.nodes };
}
function stepRuns(step, metric, { measured }) {
    const nodes = step.nodes.filter((node) => measured.get(node)?.includes(metric));
    return nodes.length === 0 ? undefined : { nodes, competing: step.competing };
}
/** What the language means to know without any command, and this version does not. */
const builtinNames = /^(?:success|failure|tests[-_]pass)$|^(?:baseline|status|delta)\./i;
function resolve_condition_reportUnknown({ name, span }, metric, step, { flow, source, diagnostics, measured }) {
    if (builtinNames.test(name)) {
        diagnostics.add('unsupported-construct', source, span, `\`${name}\` is not supported yet`);
        return;
    }
    const known = step ? step.nodes.flatMap((node) => measured.get(node) ?? []) : [...flow.reports.keys()];
    const message = step
        ? `\`${name.slice(0, name.lastIndexOf('.'))}\` does not report \`${metric}\``
        : `no command before this reports \`${name}\``;
    const all = (0,language_name/* listOf */.c3)([...new Set(known)].map((one) => `\`${one}\``), 'and');
    diagnostics.add('unknown-metric', source, span, message, {
        help: (0,language_name/* didYouMean */.au)(step ? metric : name, step ? known : [...known, ...flow.variables.keys()]) ??
            (known.length === 0
                ? 'declare `metrics:` for the command that measures it'
                : `${step ? 'it reports' : 'reported so far'}: ${all}`),
    });
}
function isConstant(expression, flow) {
    switch (expression.kind) {
        case 'number':
        case 'string':
            return true;
        case 'metric':
            return false;
        case 'variable':
            return flow.variables.get(expression.name)?.constant ?? false;
        case 'not':
        case 'negative':
            return isConstant(expression.operand, flow);
        case 'binary':
            return isConstant(expression.left, flow) && isConstant(expression.right, flow);
    }
}

;// CONCATENATED MODULE: ./build/plan/select.js
/** The rule by which `/best-model:select` chooses: as declared, or the best primary metric. */





/** `measured`: what the collected cells report, their primary metric first. */
function planSelection(measured, span, context) {
    const { project, source, diagnostics } = context;
    const declared = project.selections.get('best_model');
    const [primary] = measured;
    if (!declared) {
        if (primary === undefined)
            return undefined;
        return {
            metric: primary,
            direction: metricOf(project, primary).better === 'lower' ? 'min' : 'max',
            ties: [],
        };
    }
    const known = (name, origin = declared.origin) => {
        const metric = canonicalMetric(project, name);
        if (!measured.includes(metric)) {
            const all = (0,language_name/* listOf */.c3)(measured.map((own) => `\`${own}\``), 'and');
            diagnostics.add('unknown-metric', origin.source, origin.span, `no cell reports \`${name}\``, {
                help: (0,language_name/* didYouMean */.au)(name, measured) ?? `cells report ${all}`,
                related: [{ message: 'selected here', source, span }],
            });
        }
        return metric;
    };
    const { where: text } = declared;
    const where = text && parseConditionText(text, diagnostics);
    const expression = text && where && resolveCandidateCondition(where, { ...context, source: text });
    if (text && where && expression) {
        for (const { written } of (0,plan_plan/* operandsOf */.ep)(expression).filter((operand) => operand.kind === 'metric'))
            known(written, { source: text, span: where.span });
    }
    return {
        metric: known(declared.metric),
        direction: declared.direction,
        ...(where && expression ? { where: { text: where.text, expression } } : {}),
        ties: declared.ties.map(({ metric, direction }) => ({ metric: known(metric), direction })),
    };
}

;// CONCATENATED MODULE: ./build/plan/lower-command.js
/** One command of a chain → a unit, or the call of another chain; and what is known behind it. */







/** A chain that calls itself through others, or is nested deeper than this, is a mistake. */
const deepestCall = 16;
function contextOf(builder, here, flow) {
    const { project, diagnostics, measured } = builder;
    return { project, flow, source: here.source, parameters: here.parameters, diagnostics, measured };
}
function lowerCommand(builder, command, here, flow, walk) {
    const { project, diagnostics } = builder;
    const reading = resolveCommand(project, command, here.source, diagnostics);
    const base = builder.base(here, printElement(command), command.nameSpan, command.name);
    if (!reading) {
        flow.uncertain = true;
        flow.last = [base.id];
        return builder.placeholder(base);
    }
    if (!command.slash) {
        const message = `\`${command.name}\` is read as the command \`/${command.name}\``;
        diagnostics.add('bare-word', here.source, command.nameSpan, message, {
            help: `write \`/${command.name}\``,
        });
    }
    const { definition } = reading;
    if (definition.is === 'chain')
        return lowerCall(builder, definition, reading, command, base, here, flow, walk);
    return lowerUnit(builder, definition, reading, command, base, here, flow);
}
function lowerUnit(builder, definition, reading, command, base, here, flow) {
    const context = contextOf(builder, here, flow);
    const { words, parameters } = bind(reading, command, context);
    const collects = definition.is === 'builtin' && definition.builtin.collects ? flow.cells : [];
    builder.useCommand(definition);
    for (const { axis } of reading.point)
        builder.useAxis(axis);
    const place = { source: here.source, span: command.nameSpan };
    const { id } = builder.add({
        kind: 'unit',
        ...base,
        command: definition.name,
        words,
        parameters,
        point: reading.point,
        collects,
    });
    builder.origins.set(id, place);
    builder.definitions.set(id, definition);
    if (definition.is === 'run') {
        checkVisible(definition, reading.point, words.length > 0, place, builder.project, builder.diagnostics);
        checkDeploy(definition.command.deploys, command, context, here);
        reports(builder, id, builder.metricsOf(definition), flow);
    }
    else
        lowerBuiltin(builder, definition.builtin, id, collects, command, context);
    flow.steps.set((0,language_name/* normalised */.Z7)(definition.name), { nodes: [id], competing: false });
    flow.last = [id];
    return id;
}
function reports(builder, node, metrics, flow) {
    builder.measured.set(node, metrics);
    for (const metric of metrics) {
        builder.useMetric(metric);
        flow.reports.set(metric, { nodes: [node], competing: false });
    }
}
function lowerBuiltin(builder, builtin, node, cells, command, context) {
    const { flow, source, diagnostics } = context;
    for (const name of builtin.sets)
        flow.variables.set(name, { constant: false });
    if (!builtin.collects)
        return;
    const metrics = [...new Set(cells.flatMap((cell) => builder.measured.get(cell) ?? []))];
    if (metrics.length === 0) {
        if (flow.uncertain)
            return;
        const what = cells.length === 0 ? 'no parallel branches before this' : 'no branch before this declares metrics';
        const message = `\`/${builtin.name}\` has nothing to collect: ${what}`;
        diagnostics.add('nothing-to-collect', source, command.nameSpan, message, {
            help: cells.length === 0
                ? `write \`parallel[/train:… | /train:…] → /${builtin.name}\``
                : 'declare `metrics:` for the commands of the branches',
        });
        flow.uncertain = true;
        return;
    }
    if (builtin.reportsPrefix === undefined)
        return;
    const reported = metrics.map((metric) => `${builtin.reportsPrefix}${metric}`);
    reports(builder, node, reported, flow);
    for (const name of reported)
        flow.variables.set(name, { constant: false });
    const selection = planSelection(metrics, command.nameSpan, context);
    if (!selection)
        return;
    const before = builder.selections.get('best-model');
    if (before && JSON.stringify(before) !== JSON.stringify(selection)) {
        const message = `a second selection, by \`${selection.metric}\` after one by \`${before.metric}\`, is not supported yet`;
        diagnostics.add('unsupported-construct', source, command.nameSpan, message, {
            help: 'declare one rule for both under `select:`',
        });
    }
    builder.selections.set('best-model', selection);
}
function lowerCall(builder, definition, reading, command, base, here, flow, walk) {
    const callers = [...here.callers, { name: definition.name, chain: definition.chain }];
    const circle = here.callers.findIndex(({ chain }) => chain === definition.chain);
    if (circle >= 0 || callers.length > deepestCall + 1) {
        const names = callers.slice(Math.max(0, circle)).map(({ name }) => `\`/${name}\``);
        const message = circle >= 0
            ? `\`/${definition.name}\` calls itself: ${names.join(' → ')}`
            : `calls are nested more than ${deepestCall} deep`;
        builder.diagnostics.add('macro-cycle', here.source, command.nameSpan, message);
        flow.uncertain = true;
        return builder.placeholder(base);
    }
    const { parameters } = bind(reading, command, contextOf(builder, here, flow));
    const node = builder.add({ kind: 'call', ...base, command: definition.name, parameters, body: base.id });
    const chain = walk.parsed(definition);
    const own = new ScopeParameters(new Map(definition.params.map((param) => [(0,language_name/* normalised */.Z7)(param.name), param])));
    const outer = flow.variables;
    flow.variables = variablesOfCall(parameters, flow);
    const inside = {
        ...below(here, node.id, 1),
        scope: node.id,
        source: definition.chain,
        parameters: own,
        callers,
    };
    node.body = walk.chain(chain, inside, flow);
    flow.variables = outer;
    if (!flow.uncertain)
        checkRead(own, { name: definition.name, source: definition.chain }, builder.diagnostics);
    return node.id;
}
function checkDeploy(deploys, command, { flow, diagnostics, source }, here) {
    if (deploys === undefined)
        return;
    if (here.inPositionalElse) {
        const message = `\`/${command.name}\` would deploy what failed its gate`;
        diagnostics.add('else-deploys', source, command.nameSpan, message, {
            help: 'in `if:c → then → else` the second element is the else branch; write `/if:c → …` for a longer then branch',
        });
    }
    else if (!flow.gated && !flow.uncertain) {
        const message = `no gate guards \`/${command.name}\`, which deploys to \`${deploys}\``;
        diagnostics.add('deploy-without-gate', source, command.nameSpan, message, {
            help: 'put `/if:metric>threshold →` in front of it',
        });
    }
}

;// CONCATENATED MODULE: ./build/plan/lower-chain.js
/**
 * A chain → the nodes of the plan. The walk carries a `Flow`, what is known at each place of the chain. It recurses only
 * into what is nested, never along a sequence.
 */











/** Nesting of all open chains together: the call stack has to hold it. */
const lower_chain_deepest = 400;
class ChainWalk {
    #builder;
    #chains = new Map();
    constructor(builder) {
        this.#builder = builder;
    }
    /** Read once, however often it is called. */
    parsed({ chain: source }) {
        let chain = this.#chains.get(source);
        if (!chain) {
            chain = parse(source, this.#builder.diagnostics).chain;
            this.#chains.set(source, chain);
        }
        return chain;
    }
    /** The body of a chain that stands for itself: it is a sequence even when it has one element. */
    chain(chain, here, flow) {
        return this.#statements(chain, here, flow, true);
    }
    #statements(chain, here, flow, keep) {
        const [only] = chain.statements;
        if (only && chain.statements.length === 1)
            return this.#sequence(only.sequence, here, flow, keep);
        const children = [];
        const always = [];
        const base = this.#builder.base(here, 'chain', chain.span, 'chain');
        const node = this.#builder.add({ kind: 'sequence', ...base, children, always });
        const { gated } = flow;
        chain.statements.forEach(({ sequence }, index) => {
            const whatever = chain.statements[index - 1]?.end === ';';
            // What runs whatever happened before is not guarded by a gate that stood there.
            if (whatever)
                flow.gated = gated;
            const child = this.#sequence(sequence, below(here, node.id, index + 1), flow, false);
            children.push(child);
            if (whatever)
                always.push(child);
        });
        return node.id;
    }
    /** A sequence of one element is that element, so that ids and the plan stay as short as the chain. */
    #sequence(sequence, here, flow, keep = false) {
        const [only] = sequence.elements;
        if (only && sequence.elements.length === 1 && !keep)
            return this.#element(only, undefined, here, flow);
        const children = [];
        const base = this.#builder.base(here, '', sequence.span, 'sequence');
        const node = this.#builder.add({ kind: 'sequence', ...base, children, always: [] });
        sequence.elements.forEach((element, index) => {
            const next = sequence.elements[index + 1];
            children.push(this.#element(element, next, below(here, node.id, index + 1), flow));
        });
        return node.id;
    }
    #element(element, next, here, flow) {
        const builder = this.#builder;
        if (here.depth > lower_chain_deepest && !flow.uncertain) {
            const message = `more than ${lower_chain_deepest} levels of nesting, calls included`;
            builder.diagnostics.add('nesting-too-deep', here.source, element.span, message);
        }
        if (here.depth > lower_chain_deepest || builder.refusesMore(here.source, element.span)) {
            flow.uncertain = true;
            return builder.base(here, '', element.span, 'unread').id;
        }
        switch (element.kind) {
            case 'command':
                return lowerCommand(builder, element, here, flow, this);
            case 'parallel':
                return this.#parallel(element, next, here, flow);
            case 'if':
                return this.#if(element, here, flow);
            case 'require':
                return this.#require(element, here, flow);
            case 'assignment':
                return this.#assignment(element, here, flow);
            case 'logical':
                return this.#logical(element, here, flow);
            case 'group':
                return this.#statements(element.chain, here, flow, false);
            case 'unreadable':
                flow.uncertain = true;
                return builder.placeholder(builder.base(here, '', element.span, 'unread'));
        }
    }
    #require(element, here, flow) {
        const base = this.#builder.base(here, printElement(element), element.span, 'require');
        const gate = this.#gate(base.id, element.condition, here, flow);
        flow.gated = true;
        return this.#builder.add({ kind: 'require', ...base, gate }).id;
    }
    #assignment(element, here, flow) {
        const builder = this.#builder;
        const base = builder.base(here, printElement(element), element.span, `set-${element.variable}`);
        const variable = (0,language_name/* normalised */.Z7)(element.variable);
        if (element.value.is === 'literal') {
            const value = (0,plan_plan/* literalValue */.XP)(element.value.text);
            flow.variables.set(variable, { constant: true, value });
            return builder.add({ kind: 'assignment', ...base, variable, value: { is: 'literal', value } }).id;
        }
        const { last: from } = flow;
        if (from.length === 0 && !flow.uncertain) {
            const message = 'there is no single result before this';
            builder.diagnostics.add('nothing-to-collect', here.source, element.span, message, {
                help: 'put the assignment behind the command whose result it stores',
            });
        }
        const path = this.#resultPath(element.value.path);
        flow.variables.set(variable, this.#stored(path, from));
        return builder.add({ kind: 'assignment', ...base, variable, value: { is: 'result', path, from } }).id;
    }
    #resultPath(path) {
        const [only] = path;
        return only !== undefined && path.length === 1 ? [canonicalMetric(this.#builder.project, only)] : path;
    }
    /** A stored metric keeps its unit, if all the elements it may come from agree on it. */
    #stored(path, from) {
        const { measured, project } = this.#builder;
        const units = from.map((node) => {
            const metrics = measured.get(node) ?? [];
            const metric = path.length === 0 ? metrics[0] : metrics.find((name) => name === path.join('.'));
            return metric === undefined ? undefined : metricOf(project, metric).unit;
        });
        const [unit] = units;
        return unit !== undefined && units.every((other) => other === unit)
            ? { constant: false, unit }
            : { constant: false };
    }
    #logical(element, here, flow) {
        const { operator } = element;
        const base = this.#builder.base(here, printElement(element), element.span, operator === '&&' ? 'and' : 'or');
        const node = this.#builder.add({ kind: 'logical', ...base, operator, left: base.id, right: base.id });
        const { gated } = flow;
        node.left = this.#element(element.left, undefined, below(here, node.id, 1), flow);
        if (operator === '&&') {
            node.right = this.#element(element.right, undefined, below(here, node.id, 2), flow);
            return node.id;
        }
        // The right side runs when the left one failed, which may have been before its gate.
        const right = { ...copyFlow(flow), gated };
        node.right = this.#element(element.right, undefined, below(here, node.id, 2), right);
        const left = copyFlow(flow);
        joinAlternatives(flow, [left, right]);
        flow.gated = left.gated && right.gated;
        return node.id;
    }
    #parallel(parallel, next, here, flow) {
        const builder = this.#builder;
        const branches = [];
        const count = parallel.branches.length;
        const aggregates = next?.kind === 'command' && this.#collects(next);
        const { start } = parallel.span;
        const span = { start, end: start + 'parallel'.length };
        const node = builder.add({
            kind: 'parallel',
            ...builder.base(here, `parallel of ${count}`, span, 'parallel'),
            branches,
            max: parallel.max ?? null,
            min: parallel.min ?? (aggregates ? 1 : count),
            minWritten: parallel.min !== undefined,
        });
        const firstUnit = builder.nodes.length;
        const units = [];
        const flows = parallel.branches.map((branch, index) => {
            const own = copyFlow(flow);
            const first = builder.nodes.length;
            branches.push(this.#statements(branch, below(here, node.id, index + 1), own, false));
            units.push(builder.unitsSince(first));
            return own;
        });
        checkSharedOutputs(units, builder.definitions, builder.origins, builder.diagnostics);
        joinBranches(flow, flows, builder.unitsSince(firstUnit));
        // Where all must succeed, the gate of any guards what follows.
        if (node.min === count)
            flow.gated ||= flows.some(({ gated }) => gated);
        return node.id;
    }
    #collects(command) {
        const definition = findCommand(this.#builder.project, command.name);
        return definition?.is === 'builtin' && definition.builtin.collects;
    }
    #if(element, here, flow) {
        const title = `/if:${element.arms[0]?.condition.text ?? ''}`;
        const base = this.#builder.base(here, title, element.arms[0]?.span ?? element.span, 'if');
        const arms = [];
        const node = this.#builder.add({
            kind: 'branch',
            ...base,
            arms,
            otherwise: null,
            closed: element.closed,
        });
        const flows = element.arms.map((arm, index) => {
            const gate = this.#gate(index === 0 ? base.id : `${base.id}-${index + 1}`, arm.condition, here, flow);
            const own = { ...copyFlow(flow), gated: true };
            arms.push({ gate, body: this.#sequence(arm.body, below(here, node.id, index + 1), own) });
            return own;
        });
        const other = copyFlow(flow);
        if (element.otherwise) {
            other.gated = true;
            const inside = below(here, node.id, element.arms.length + 1);
            const inPositionalElse = here.inPositionalElse || element.positional;
            node.otherwise = this.#sequence(element.otherwise, { ...inside, inPositionalElse }, other);
        }
        const goesOn = element.otherwise !== undefined || element.closed;
        // Without an else branch the rest of the block runs only if a gate was met.
        joinAlternatives(flow, goesOn ? [...flows, other] : flows);
        if (!goesOn)
            flow.gated = true;
        return node.id;
    }
    #gate(id, condition, here, flow) {
        const expression = resolveCondition(condition, contextOf(this.#builder, here, flow));
        return { id, text: condition.text, expression };
    }
}

;// CONCATENATED MODULE: ./build/plan/lower.js
/**
 * Chain + project → plan, or the diagnostics why not. Every name is resolved here, before anything runs: commands, axis
 * points, metrics, variables, parameters.
 */











function planChain(project, request) {
    const diagnostics = new Diagnostics();
    const { chain } = parse(request.chain, diagnostics);
    const parameters = workflowParameters(request, diagnostics);
    const builder = new PlanBuilder(project, diagnostics);
    const flow = emptyFlow();
    for (const param of request.params) {
        const value = parameters[(0,language_name/* normalised */.Z7)(param.name)];
        flow.variables.set((0,language_name/* normalised */.Z7)(param.name), { constant: true, ...(value === undefined ? {} : { value }) });
    }
    const own = new ScopeParameters(new Map(request.params.map((param) => [(0,language_name/* normalised */.Z7)(param.name), param])));
    const root = new ChainWalk(builder).chain(chain, {
        parent: null,
        scope: null,
        place: '',
        depth: 0,
        source: request.chain,
        parameters: own,
        callers: [{ name: request.name, chain: request.chain }],
        inPositionalElse: false,
    }, flow);
    if (!flow.uncertain)
        checkRead(own, { name: request.name, source: request.chain }, diagnostics);
    if (diagnostics.hasErrors)
        return { plan: undefined, diagnostics };
    const plan = {
        schema: plan_plan/* planSchema */.Fu,
        name: request.name,
        ...(request.description === undefined ? {} : { description: request.description }),
        chain: print(chain),
        file: request.chain.name,
        root,
        nodes: builder.nodes,
        commands: Object.fromEntries(builder.commands),
        axes: Object.fromEntries(builder.axes),
        metrics: Object.fromEntries(builder.metrics),
        selections: Object.fromEntries(builder.selections),
        parameters,
        results: project.results,
    };
    return { plan, diagnostics };
}
/** Given values over defaults; by normalised name, in the order of their declaration. */
function workflowParameters(request, diagnostics) {
    const given = new Map();
    for (const { name, value, origin } of request.given) {
        const param = request.params.find((candidate) => (0,language_name/* normalised */.Z7)(candidate.name) === (0,language_name/* normalised */.Z7)(name));
        if (!param) {
            const known = request.params.map((candidate) => `\`--${candidate.name}\``).join(', ');
            const message = `\`${request.name}\` has no parameter \`${name}\``;
            diagnostics.add('unknown-param', origin.source, origin.span, message, {
                help: known === '' ? 'it takes none; declare them under `params:`' : `it takes ${known}`,
            });
            continue;
        }
        const problem = valueProblem(param, value);
        if (problem)
            diagnostics.add('invalid-param', origin.source, origin.span, problem);
        given.set((0,language_name/* normalised */.Z7)(param.name), problem === undefined ? (0,plan_plan/* parseValue */.$x)(param.type, value) : undefined);
    }
    const parameters = {};
    for (const param of request.params) {
        const name = (0,language_name/* normalised */.Z7)(param.name);
        const isSound = param.default !== undefined && valueProblem(param, String(param.default)) === undefined;
        const value = given.get(name) ?? (isSound ? param.default : undefined);
        if (value !== undefined)
            parameters[name] = value;
        else if (!given.has(name) && param.default === undefined && !request.checkOnly) {
            const { source, span } = param.origin ?? { source: request.chain, span: { start: 0, end: 1 } };
            const message = `\`${request.name}\` needs \`--${param.name}\``;
            diagnostics.add('invalid-param', source, span, message, {
                help: `pass \`--${param.name}\`, or declare a \`default:\``,
            });
        }
    }
    return parameters;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/project/command-definition.js


/** Keys that say how a script runs, and nothing about a chain. */
const scriptKeys = [
    ...['shell', 'target', 'timeout', 'env', 'axes', 'outputs', 'metrics', 'primary', 'deploys', 'errors'],
];
function commandDefinition(name, command, file, targets, diagnostics) {
    const path = ['commands', name];
    const origin = { source: file.source, span: file.span(path, 'key') };
    const params = paramsOf(command.params, file, path, diagnostics);
    const refuse = (at, message, help, part) => diagnostics.add('invalid-value', file.source, file.span([...path, ...at], part), message, { help });
    if (command.chain !== undefined) {
        for (const key of scriptKeys.filter((one) => file.has([...path, one]))) {
            refuse([key], `\`${key}:\` has no effect on a command with \`chain:\``, undefined, 'key');
        }
        return {
            is: 'chain',
            name,
            params,
            origin,
            chain: file.inner([...path, 'chain']),
            ...(command.description === undefined ? {} : { description: command.description }),
        };
    }
    if (command.run === undefined)
        return undefined;
    if (!targets.has(command.target)) {
        const help = (0,language_name/* didYouMean */.au)(command.target, targets.keys()) ?? 'declare it under `targets:`';
        refuse(['target'], `unknown target \`${command.target}\``, help);
    }
    for (const [label, { match }] of Object.entries(command.errors)) {
        if (match !== undefined && !isPattern(match))
            refuse(['errors', label, 'match'], `\`${match}\` is no regular expression`);
    }
    const metrics = command.metrics.map(metricsSource);
    const measured = metrics.flatMap(({ fields }) => Object.keys(fields));
    if (command.primary !== undefined && !measured.some((one) => command_definition_isSame(one, command.primary))) {
        const all = (0,language_name/* listOf */.c3)(measured.map((one) => `\`${one}\``), 'and');
        const help = measured.length === 0 ? 'declare it under `metrics:`' : `its metrics are ${all}`;
        refuse(['primary'], `\`${command.primary}\` is no metric of \`/${name}\``, help);
    }
    return {
        is: 'run',
        name,
        params,
        origin,
        ...(command.axes === undefined ? {} : { axes: command.axes }),
        command: {
            is: 'run',
            name,
            script: command.run,
            shell: command.shell,
            target: command.target,
            ...(command.timeout === undefined ? {} : { timeout: command.timeout }),
            env: command.env,
            outputs: command.outputs,
            metrics,
            ...(command.primary === undefined ? {} : { primary: command.primary }),
            ...(command.deploys === undefined ? {} : { deploys: command.deploys }),
            errors: Object.entries(command.errors).map(([label, { exit, match }]) => ({
                name: label,
                ...(exit === undefined ? {} : { exit }),
                ...(match === undefined ? {} : { match }),
            })),
        },
    };
}
/** The `params:` below `path`, whose defaults and choices are values of their type. */
function paramsOf(params, file, path, diagnostics) {
    const first = new Map();
    return Object.entries(params).map(([name, declared]) => {
        const at = [...path, 'params', name];
        const origin = { source: file.source, span: file.span(at, 'key') };
        const twin = first.get((0,language_name/* normalised */.Z7)(name));
        if (twin) {
            diagnostics.add('duplicate-definition', origin.source, origin.span, `parameter \`${name}\` is defined twice`, {
                related: [{ message: 'first defined here', ...twin }],
            });
        }
        else
            first.set((0,language_name/* normalised */.Z7)(name), origin);
        const { type, positional, default: initial, from, flag, choices } = declared;
        const param = {
            name,
            type,
            positional,
            ...(initial === undefined ? {} : { default: initial }),
            ...(from === undefined ? {} : { from: from.slice(1) }),
            ...(flag === undefined ? {} : { flag }),
            ...(choices === undefined ? {} : { choices }),
            origin,
        };
        const wrong = (key, message) => diagnostics.add('invalid-value', file.source, file.span([...at, ...key]), message);
        for (const [index, choice] of (choices ?? []).entries()) {
            if (!isOfType(choice, type))
                wrong(['choices', index], `\`choices\` of \`${name}\`: expected ${withArticle(type)}, found \`${choice}\``);
        }
        if (initial === undefined)
            return param;
        const problem = isOfType(initial, type)
            ? valueProblem(param, String(initial))
            : `\`${name}\` takes ${withArticle(type)}, found \`${initial}\`${type === 'string' ? ' without quotes' : ''}`;
        if (problem !== undefined)
            wrong(['default'], problem);
        return param;
    });
}
function isOfType(value, type) {
    if (type === 'integer')
        return Number.isSafeInteger(value);
    return typeof value === type;
}
function metricsSource(source) {
    if ('output' in source) {
        const fields = Object.fromEntries(source.output.map((field) => [field, field]));
        return { format: 'output', path: '', fields };
    }
    const { fields = [], map = {} } = source;
    return {
        format: 'json' in source ? 'json' : 'jsonl',
        path: 'json' in source ? source.json : source.jsonl,
        fields: { ...Object.fromEntries(fields.map((field) => [field, field])), ...map },
    };
}
/** By its own name, or by an alias that the plan knows. */
function command_definition_isSame(metric, primary) {
    return primary !== undefined && (0,language_name/* normalised */.Z7)(metric) === (0,language_name/* normalised */.Z7)(primary);
}
function isPattern(text) {
    try {
        new RegExp(text, 'm');
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/project/definitions.js





class Definitions {
    targets = new Map([['local', {}]]);
    #diagnostics;
    #declared = new Map();
    #commands = new Map();
    #axes = new Map();
    #metrics = new Map();
    #selections = new Map();
    /** Axes that commands name, to be looked up when all files are read. */
    #namedAxes = [];
    #results = { file: 'experiment_results.jsonl', phase: 1, id: '{command}_{axis}_{value}' };
    constructor(diagnostics) {
        this.#diagnostics = diagnostics;
    }
    /** Files of a lower rank first. */
    take(file, rank) {
        const { commands, axes, metrics, select, results, targets } = file.value;
        const originOf = (...path) => ({ source: file.source, span: file.span(path, 'key') });
        for (const [name, options] of Object.entries(targets)) {
            if (!this.#declare('target', name, rank, originOf('targets', name)))
                continue;
            this.targets.set(name, options.slots === undefined ? {} : { slots: options.slots });
        }
        for (const [name, { flag }] of Object.entries(axes)) {
            if (!this.#declare('axis', name, rank, originOf('axes', name)))
                continue;
            this.#axes.set((0,language_name/* normalised */.Z7)(name), { name, ...(flag === undefined ? {} : { flag }) });
        }
        for (const [name, metric] of Object.entries(metrics)) {
            const key = (0,language_name/* normalised */.Z7)(name);
            if (!this.#declare('metric', name, rank, originOf('metrics', name)))
                continue;
            const { unit, better } = defaultMetric(key);
            const { aliases } = metric;
            this.#metrics.set(key, {
                name: key,
                unit: metric.unit ?? unit,
                better: metric.better ?? better,
                aliases,
            });
            for (const [index, alias] of aliases.entries()) {
                const span = file.span(['metrics', name, 'aliases', index]);
                if ((0,language_name/* normalised */.Z7)(alias) !== key)
                    this.#declare('metric', alias, rank, { source: file.source, span });
            }
        }
        for (const [name, selection] of Object.entries(select)) {
            const origin = originOf('select', name);
            if (!this.#declare('selection', name, rank, origin))
                continue;
            if ((0,language_name/* normalised */.Z7)(name) !== 'best_model') {
                const message = `a selection other than \`best-model\` is not supported yet`;
                this.#diagnostics.add('unsupported-construct', origin.source, origin.span, message);
            }
            this.#selections.set((0,language_name/* normalised */.Z7)(name), {
                metric: selection.max ?? selection.min ?? '',
                direction: selection.max === undefined ? 'min' : 'max',
                ...(selection.where === undefined ? {} : { where: file.inner(['select', name, 'where']) }),
                ties: selection.ties,
                origin,
            });
        }
        for (const [name, command] of Object.entries(commands)) {
            const definition = commandDefinition(name, command, file, this.targets, this.#diagnostics);
            if (definition)
                this.command(definition, rank);
            for (const [index, axis] of (command.axes ?? []).entries()) {
                const span = file.span(['commands', name, 'axes', index]);
                this.#namedAxes.push({ name: axis, origin: { source: file.source, span } });
            }
        }
        if (results)
            this.#results = results;
    }
    command(definition, rank) {
        const { name, origin } = definition;
        const key = (0,language_name/* normalised */.Z7)(name);
        if (!origin || !this.#declare('command', name, rank, origin))
            return;
        this.#commands.set(key, definition);
        if (isReserved(name)) {
            const message = `\`${name}\` is a word of the language and cannot name a command`;
            this.#diagnostics.add('invalid-value', origin.source, origin.span, message);
        }
        else if (builtinCommands.has(key)) {
            const message = `\`/${name}\` is this command now, not the built-in one`;
            this.#diagnostics.add('hidden-definition', origin.source, origin.span, message);
        }
    }
    /** When all files have been taken. */
    /** `name`: normalised. */
    hasCommand(name) {
        return this.#commands.has(name);
    }
    project(broken) {
        for (const { name, origin } of this.#namedAxes) {
            if (this.#axes.has((0,language_name/* normalised */.Z7)(name)))
                continue;
            const known = [...this.#axes.values()].map((axis) => axis.name);
            const all = (0,language_name/* listOf */.c3)(known.map((one) => `\`${one}\``), 'and');
            this.#diagnostics.add('unknown-axis', origin.source, origin.span, `unknown axis \`${name}\``, {
                help: (0,language_name/* didYouMean */.au)(name, known) ??
                    (known.length === 0 ? 'declare it under `axes:`' : `declared axes are ${all}`),
            });
        }
        return {
            commands: this.#commands,
            axes: this.#axes,
            metrics: this.#metrics,
            selections: this.#selections,
            results: this.#results,
            broken,
        };
    }
    /** Whether the declaration counts: not when one of equal rank has the same name. */
    #declare(kind, name, rank, origin) {
        const key = `${kind} ${(0,language_name/* normalised */.Z7)(name)}`;
        const before = this.#declared.get(key);
        const shown = kind === 'command' ? `\`/${name}\`` : `${kind} \`${name}\``;
        if (before?.rank === rank) {
            this.#diagnostics.add('duplicate-definition', origin.source, origin.span, `${shown} is defined twice`, {
                related: [{ message: 'first defined here', ...before.origin }],
            });
            return false;
        }
        if (before) {
            const message = `${shown} of this file hides the one of the project`;
            this.#diagnostics.add('hidden-definition', origin.source, origin.span, message, {
                related: [{ message: 'hidden here', ...before.origin }],
            });
        }
        this.#declared.set(key, { rank, origin });
        return true;
    }
}
function isReserved(name) {
    const key = (0,language_name/* normalised */.Z7)(name);
    const head = name.slice(0, name.indexOf(':') + 1);
    return (reservedWords.has(key) ||
        controlCommands.has(key) ||
        isUnsupported(name) ||
        isParallel(name) ||
        conditionKeyword.test(head));
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 17 modules
var schemas = __webpack_require__(8816);
;// CONCATENATED MODULE: ./build/project/schema.js
/** The shape of the project file and of workflow files. What is not in it is an error, with the nearest key as help. */

const schema_name = schemas/* string */.YjP()
    .regex(/^[A-Za-z_][A-Za-z0-9_.-]*$/, 'a name begins with a letter and holds letters, digits, `_`, `-` and `.`');
/** Of a parameter or an axis: it also names an environment variable. */
const plainName = schemas/* string */.YjP()
    .regex(/^[A-Za-z_][A-Za-z0-9_-]*$/, 'a name begins with a letter and holds letters, digits, `_` and `-`');
const commandName = schemas/* string */.YjP()
    .regex(/^[A-Za-z_][A-Za-z0-9_.:/-]*(?<![:/])$/, 'a command begins with a letter and holds letters, digits, `_`, `-`, `.`, `:` and `/`');
const flag = schemas/* string */.YjP().regex(/^--?[A-Za-z][A-Za-z0-9_-]*$/, 'a flag is written `--name`');
const schema_variable = schemas/* string */.YjP().regex(/^\$[A-Za-z_][A-Za-z0-9_-]*$/, 'a variable is written `$name`');
const value = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig(), schemas/* boolean */.zMY()]);
const direction = schemas/* enum */.k5n(['max', 'min']);
/** `90`, `"40s"`, `"40m"`, `"2h"`: seconds when there is no unit. */
const duration = schemas/* union */.KCZ([
    schemas/* number */.aig().positive('a duration is more than 0'),
    schemas/* string */.YjP()
        .regex(/^(?=.*[1-9])\d+(?:\.\d+)?\s*[smh]?$/, 'a duration is written `90`, `90s`, `40m` or `2h`'),
])
    .transform((written) => {
    if (typeof written === 'number')
        return written;
    const factors = { s: 1, m: 60, h: 3600 };
    return Number.parseFloat(written) * (factors[written.at(-1) ?? ''] ?? 1);
});
const param = schemas/* strictObject */.rej({
    type: schemas/* enum */.k5n(['string', 'integer', 'number', 'boolean']).default('string'),
    default: value.optional(),
    from: schema_variable.optional(),
    flag: flag.optional(),
    positional: schemas/* boolean */.zMY().default(false),
    choices: schemas/* array */.YOg(value).min(1).optional(),
    description: schemas/* string */.YjP().optional(),
});
const params = schemas/* record */.g1P(plainName, param);
const path = schemas/* string */.YjP()
    .min(1)
    .refine((text) => !/[*?]/.test(text), 'patterns are not supported here; write one path')
    .refine((text) => !text.startsWith('/') && !text.split('/').includes('..'), 'a path is relative and stays inside the workspace');
const fields = {
    fields: schemas/* array */.YOg(schema_name).min(1).optional(),
    map: schemas/* record */.g1P(schema_name, schemas/* string */.YjP().min(1)).optional(),
};
const schema_metricsSource = schemas/* union */.KCZ([
    schemas/* strictObject */.rej({ json: path, ...fields }),
    schemas/* strictObject */.rej({ jsonl: path, ...fields }),
    schemas/* strictObject */.rej({ output: schemas/* array */.YOg(schema_name).min(1) }),
])
    .refine((source) => 'output' in source || source.fields !== undefined || source.map !== undefined, 'name the metrics under `fields:` or `map:`');
const command = schemas/* strictObject */.rej({
    description: schemas/* string */.YjP().optional(),
    run: schemas/* string */.YjP().min(1).optional(),
    chain: schemas/* string */.YjP().min(1).optional(),
    shell: schemas/* enum */.k5n(['bash', 'sh']).default('bash'),
    target: schema_name.default('local'),
    timeout: duration.optional(),
    env: schemas/* array */.YOg(schemas/* string */.YjP()
        .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'this is no name of an environment variable')
        // They hold the action's own token, and the files by which a step speaks for the job.
        .refine((text) => !/^(?:INPUT|ACTIONS|GITHUB|RUNNER)_/i.test(text), "commands may not see the job's own variables")
        .refine((text) => !/^ML_/i.test(text), '`ML_` variables are set by the system for each unit'))
        .default([]),
    params: params.default({}),
    axes: schemas/* array */.YOg(plainName).optional(),
    outputs: schemas/* array */.YOg(path).default([]),
    metrics: schemas/* array */.YOg(schema_metricsSource).default([]),
    primary: schema_name.optional(),
    deploys: schema_name.optional(),
    errors: schemas/* record */.g1P(schema_name, schemas/* strictObject */.rej({
        exit: schemas/* number */.aig().int().min(1).max(255).optional(),
        match: schemas/* string */.YjP().min(1).optional(),
    })
        .refine(({ exit, match }) => exit !== undefined || match !== undefined, 'a class of failure has `exit:` or `match:`'))
        .default({}),
})
    .refine(({ run, chain }) => (run === undefined) !== (chain === undefined), 'a command has either `run:` or `chain:`');
const target = schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('local'), slots: schemas/* number */.aig().int().min(1).optional() });
const metric = schemas/* strictObject */.rej({
    unit: schemas/* enum */.k5n(['fraction', 'percent', 'number']).optional(),
    better: schemas/* enum */.k5n(['higher', 'lower']).optional(),
    aliases: schemas/* array */.YOg(schema_name).default([]),
    description: schemas/* string */.YjP().optional(),
});
const selection = schemas/* strictObject */.rej({
    max: schema_name.optional(),
    min: schema_name.optional(),
    where: schemas/* string */.YjP().min(1).optional(),
    ties: schemas/* array */.YOg(schemas/* strictObject */.rej({ metric: schema_name, direction })).default([]),
})
    .refine(({ max, min }) => (max === undefined) !== (min === undefined), 'a selection has either `max:` or `min:`');
const results = schemas/* strictObject */.rej({
    file: path.default('experiment_results.jsonl'),
    phase: schemas/* number */.aig().int().default(1),
    id: schemas/* string */.YjP()
        .min(1)
        .refine((text) => !/\{(?!(?:command|axis|value|phase)\})/.test(text), 'an id is made of `{command}`, `{axis}`, `{value}`, `{phase}` and other text')
        .default('{command}_{axis}_{value}'),
});
/** What a project file declares, and a workflow file may declare for itself. */
const definitions = {
    commands: schemas/* record */.g1P(commandName, command).default({}),
    targets: schemas/* record */.g1P(schema_name, target).default({}),
    axes: schemas/* record */.g1P(plainName, schemas/* strictObject */.rej({ flag: flag.optional(), description: schemas/* string */.YjP().optional() }))
        .default({}),
    metrics: schemas/* record */.g1P(schema_name, metric).default({}),
    select: schemas/* record */.g1P(schema_name, selection).default({}),
    results: results.optional(),
};
const projectSchema = schemas/* strictObject */.rej({ ...definitions, name: schemas/* string */.YjP().optional() });
const workflowSchema = schemas/* strictObject */.rej({
    ...definitions,
    name: commandName.optional(),
    description: schemas/* string */.YjP().optional(),
    on: schemas/* strictObject */.rej({
        comment: schemas/* string */.YjP().optional(),
        label: schemas/* string */.YjP().optional(),
        schedule: schemas/* string */.YjP().optional(),
        push: schemas/* unknown */.L5J().optional(),
        dispatch: schemas/* unknown */.L5J().optional(),
    })
        .optional(),
    params: params.default({}),
    chain: schemas/* string */.YjP(),
});
/** Keys of the language that this version does not have. */
const laterKeys = {
    file: new Set([
        ...['lists', 'predicates', 'transfers', 'sync', 'require', 'deployments', 'agents', 'policy', 'secrets'],
        ...['fanout', 'budget', 'baseline', 'tracking', 'notify', 'reports'],
    ]),
    command: new Set([
        ...['agent', 'inputs', 'asserts', 'preflight', 'environment', 'slots', 'isolation', 'result'],
    ]),
};

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./build/project/lookup.js
/** Paths of a parsed YAML value → nodes and places of its document. */


class Lookup {
    source;
    content;
    #document;
    constructor(document, source) {
        this.#document = document;
        this.content = document.content;
        this.source = source;
    }
    has(path) {
        return this.find(path, 'value') !== undefined;
    }
    span(path, part = 'value') {
        for (let length = path.length; length > 0; length -= 1) {
            const node = this.find(path.slice(0, length), length === path.length ? part : 'key');
            if (node?.range)
                return { start: node.range[0], end: Math.max(node.range[0] + 1, node.range[1]) };
        }
        return { start: 0, end: 1 };
    }
    inner(path) {
        const node = this.find(path, 'value');
        const value = (0,dist/* isScalar */.jn)(node) ? String(node.value) : '';
        const [start, end] = node?.range ?? [0, 0];
        const { text } = this.source;
        return (0,language_source/* embeddedSource */.ss)(this.source.name, value, { text, start: contentStart(text, start), end });
    }
    find(path, part) {
        let node = this.#resolved(this.#document.contents);
        for (const [index, step] of path.entries()) {
            if ((0,dist/* isMap */.jh)(node)) {
                const pair = node.items.find(({ key }) => (0,dist/* isScalar */.jn)(key) && String(key.value) === String(step));
                if (!pair)
                    return undefined;
                const isKey = part === 'key' && index === path.length - 1;
                node = this.#resolved(isKey ? pair.key : (pair.value ?? pair.key));
            }
            else if ((0,dist/* isSeq */.oP)(node) && typeof step === 'number')
                node = this.#resolved(node.items[step]);
            else
                return undefined;
        }
        return node;
    }
    #resolved(node) {
        if ((0,dist/* isAlias */.Vj)(node))
            return node.resolve(this.#document);
        return (0,dist/* isMap */.jh)(node) || (0,dist/* isSeq */.oP)(node) || (0,dist/* isScalar */.jn)(node) ? node : undefined;
    }
}
/** Behind the `|` or `>` line of a block scalar; the start itself for the other notations. */
function contentStart(text, start) {
    if (text[start] !== '|' && text[start] !== '>')
        return start;
    const newline = text.indexOf('\n', start);
    return newline < 0 ? start : newline + 1;
}

;// CONCATENATED MODULE: ./build/project/schema-issues.js
/** What a schema finds wrong with a YAML file, in the words of the person who wrote it. */



function reportIssues(issues, schema, lookup, diagnostics) {
    for (const issue of issues)
        report(issue, schema, lookup, diagnostics);
}
function report(issue, schema, lookup, diagnostics) {
    const { source } = lookup;
    const where = issue.path.map(String).join('.');
    const invalid = (text, part = 'value') => diagnostics.add('invalid-value', source, lookup.span(issue.path, part), text);
    const at = where === '' ? '' : `\`${where}\`: `;
    switch (issue.code) {
        case 'unrecognized_keys':
            for (const key of issue.keys)
                reportKey(key, issue.path, schema, lookup, diagnostics);
            return;
        case 'invalid_union':
            return reportUnion(issue, schema, lookup, diagnostics);
        case 'invalid_type':
            if (issue.path.length > 0 && !lookup.has(issue.path)) {
                const parent = issue.path.slice(0, -1).map(String).join('.');
                return invalid(`missing key \`${String(issue.path.at(-1))}\`${parent === '' ? '' : ` in \`${parent}\``}`, 'key');
            }
            return invalid(`${at}expected ${kindName(issue.expected)}, found ${foundAt(issue.path, lookup)}`);
        case 'invalid_value': {
            const values = (0,language_name/* listOf */.c3)(issue.values.map((one) => `\`${String(one)}\``), 'or');
            if (!lookup.has(issue.path))
                return invalid(`${at}missing, expected ${values}`);
            return invalid(`${at}expected ${values}, found ${foundAt(issue.path, lookup)}`);
        }
        case 'invalid_key': {
            const reason = issue.issues[0]?.message ?? '';
            return invalid(`\`${String(issue.path.at(-1))}\` is no name: ${reason}`, 'key');
        }
        default:
            return invalid(`${at}${lowerFirst(issue.message)}`);
    }
}
function reportKey(key, path, schema, lookup, diagnostics) {
    const span = lookup.span([...path, key], 'key');
    const where = path.length === 0 ? '' : ` in \`${path.map(String).join('.')}\``;
    const later = path.length === 0 ? laterKeys.file : path[0] === 'commands' ? laterKeys.command : undefined;
    if (later?.has(key) && path.length !== 1) {
        diagnostics.add('unsupported-construct', lookup.source, span, `\`${key}:\`${where} is not supported yet`);
        return;
    }
    diagnostics.add('unknown-key', lookup.source, span, `unknown key \`${key}\`${where}`, {
        help: (0,language_name/* didYouMean */.au)(key, keysAt(schema, path)),
    });
}
/** The alternative that came nearest speaks for all; where all want another kind of value, they are listed. */
function reportUnion(issue, schema, lookup, diagnostics) {
    const kinds = issue.errors.flatMap(([only, ...more]) => only?.code === 'invalid_type' && only.path.length === 0 && more.length === 0
        ? [kindName(only.expected)]
        : []);
    if (kinds.length === issue.errors.length) {
        const where = issue.path.map(String).join('.');
        const expected = (0,language_name/* listOf */.c3)([...new Set(kinds)], 'or');
        const message = `\`${where}\`: expected ${expected}, found ${foundAt(issue.path, lookup)}`;
        diagnostics.add('invalid-value', lookup.source, lookup.span(issue.path), message);
        return;
    }
    const [nearest = []] = [...issue.errors].sort((a, b) => distance(a) - distance(b));
    for (const inner of nearest) {
        report({ ...inner, path: [...issue.path, ...inner.path] }, schema, lookup, diagnostics);
    }
}
/** Keys that do not belong weigh most: the alternative whose own keys were used is the one meant. */
function distance(issues) {
    const weigh = ({ code, path }) => code === 'unrecognized_keys' ? 10 : path.length > 1 ? 1 : code === 'invalid_type' ? 6 : 5;
    return issues.reduce((sum, issue) => sum + weigh(issue), 0);
}
function kindName(expected) {
    const names = {
        string: 'a text',
        number: 'a number',
        int: 'a whole number',
        boolean: '`true` or `false`',
        array: 'a list',
        object: 'a mapping',
        record: 'a mapping',
    };
    return names[expected] ?? expected;
}
function foundAt(path, lookup) {
    const node = lookup.find(path, 'value');
    if ((0,dist/* isMap */.jh)(node))
        return 'a mapping';
    if ((0,dist/* isSeq */.oP)(node))
        return 'a list';
    if (!(0,dist/* isScalar */.jn)(node) || node.value === null)
        return 'nothing';
    return `\`${lookup.source.text.slice(node.range?.[0], node.range?.[1]).split('\n')[0]?.slice(0, 60) ?? ''}\``;
}
/** The keys a schema knows at a path, for did-you-mean. */
function keysAt(schema, path) {
    let current = schema;
    for (const key of path)
        current = stepInto(current, key);
    const shape = unwrapped(current)?.shape;
    return typeof shape === 'object' && shape !== null ? Object.keys(shape) : [];
}
function stepInto(schema, key) {
    const definition = unwrapped(schema);
    const shape = definition?.shape;
    if (typeof shape === 'object' && shape !== null)
        return shape[key];
    return definition?.valueType ?? definition?.element;
}
/** What a schema is below its defaults, transforms and optionality. */
function unwrapped(schema) {
    let current = schema;
    for (let depth = 0; depth < 10; depth += 1) {
        if (typeof current !== 'object' || current === null || !('def' in current))
            return undefined;
        const definition = current.def;
        const inner = definition.innerType ?? definition.in;
        if (inner === undefined)
            return definition;
        current = inner;
    }
    return undefined;
}
function lowerFirst(text) {
    return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

;// CONCATENATED MODULE: ./build/project/yaml-file.js
/** A YAML file → a typed value, with every mistake at its line and column. */





/** Undefined when the file cannot be read or has errors, which are then in `diagnostics`. */
function readYaml(path, shownAs, schema, diagnostics) {
    let text;
    try {
        text = (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch (error) {
        const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
        const source = (0,language_source/* sourceOf */.vz)(shownAs, '');
        diagnostics.add('file-not-found', source, { start: 0, end: 0 }, `cannot read \`${shownAs}\`: ${reason}`);
        return undefined;
    }
    return parseYaml((0,language_source/* sourceOf */.vz)(shownAs, text), schema, diagnostics);
}
function parseYaml(source, schema, diagnostics) {
    const document = documentOf(source, diagnostics);
    if (!document)
        return undefined;
    refuseExpressions(document, source, diagnostics);
    const lookup = new Lookup(document, source);
    const result = schema.safeParse(lookup.content);
    if (!result.success) {
        reportIssues(result.error.issues, schema, lookup, diagnostics);
        return undefined;
    }
    return {
        value: result.data,
        source,
        has: (path) => lookup.has(path),
        span: (path, part) => lookup.span(path, part),
        inner: (path) => lookup.inner(path),
    };
}
/** Undefined when the text is no YAML; hostile nesting and aliases are that too. */
function documentOf(source, diagnostics) {
    try {
        const document = (0,dist/* parseDocument */.Tp)(source.text, { prettyErrors: false, uniqueKeys: true });
        for (const { message, pos, code } of document.errors) {
            const span = { start: pos[0], end: Math.max(pos[0] + 1, pos[1]) };
            if (code === 'DUPLICATE_KEY')
                reportTwins(document, source, pos[0], diagnostics);
            else {
                const text = code === 'MULTIPLE_DOCS' ? 'a file holds one document' : firstLine(message);
                diagnostics.add('invalid-yaml', source, span, `invalid YAML: ${text}`);
            }
        }
        if (document.errors.length > 0)
            return undefined;
        return Object.assign(document, { content: document.toJS() ?? {} });
    }
    catch {
        const message = 'invalid YAML: nested too deeply, or aliases that grow too large';
        diagnostics.add('invalid-yaml', source, { start: 0, end: 1 }, message);
        return undefined;
    }
}
/** A key that stands twice in one mapping, the second time at `at`. */
function reportTwins(document, source, at, diagnostics) {
    (0,dist/* visit */.YR)(document, {
        Map(_key, { items }) {
            const keys = items.map(({ key }) => key).filter(dist/* isScalar */.jn);
            const second = keys.find(({ range }) => range?.[0] === at);
            const first = keys.find(({ value }) => second && String(value) === String(second.value));
            if (!second?.range || !first?.range)
                return;
            const span = { start: at, end: second.range[1] };
            diagnostics.add('duplicate-definition', source, span, `\`${String(second.value)}\` stands here twice`, {
                related: [
                    { message: 'first defined here', source, span: { start: first.range[0], end: first.range[1] } },
                ],
            });
            return dist/* visit */.YR.BREAK;
        },
    });
}
/** `${{ … }}` is GitHub's own notation; in these files it would be text that looks like a value. */
function refuseExpressions(document, source, diagnostics) {
    (0,dist/* visit */.YR)(document, {
        Scalar(_key, node) {
            if (typeof node.value !== 'string' || !node.value.includes('${{') || !node.range)
                return;
            const start = source.text.indexOf('${{', node.range[0]);
            const at = start < 0 || start > node.range[1] ? node.range[0] : start;
            const message = '`${{ }}` has no meaning in this file';
            diagnostics.add('expression-in-file', source, { start: at, end: at + 3 }, message, {
                help: 'declare a parameter, and read `$ML_PARAM_<NAME>` in the script',
            });
        },
    });
}
function firstLine(text) {
    return lowerFirst(text.split('\n')[0]?.replace(/\.$/, '') ?? text);
}

;// CONCATENATED MODULE: ./build/project/load.js
/** The files of a project → its definitions, and the workflow a person asked for. */









const projectFileName = 'ml-workflow.yml';
const workflowsFolder = 'workflows';
/** `folder`: the project's root. `shownFrom`: what paths in messages are relative to. Both absolute. */
function load(folder, shownFrom, wanted) {
    const diagnostics = new Diagnostics();
    const definitions = new Definitions(diagnostics);
    const projectPath = (0,external_node_path_.join)(folder, projectFileName);
    const shown = (path) => shownPath(path, shownFrom);
    if ((0,external_node_fs_.existsSync)(projectPath)) {
        const file = readYaml(projectPath, shown(projectPath), projectSchema, diagnostics);
        if (file)
            definitions.take(file, 'project');
    }
    const files = workflowFiles(folder).map((path) => readWorkflow(path, shown(path)));
    const own = wanted.is === 'workflow'
        ? findWorkflow(wanted.reference, files, folder, shownFrom, (name) => definitions.hasCommand(name), diagnostics)
        : undefined;
    if (own && !files.includes(own))
        files.push(own);
    const broken = new Map();
    for (const one of files) {
        if (one === own)
            diagnostics.addAll(one.diagnostics.sorted());
        const obstacle = one === own ? undefined : obstacleOf(one);
        if (obstacle)
            broken.set((0,language_name/* normalised */.Z7)(one.name), obstacle);
        else if (one.workflow && one.file) {
            const { source } = one.file;
            const span = one.file.has(['name']) ? one.file.span(['name']) : one.file.span(['chain'], 'key');
            definitions.command({ is: 'chain', ...one.workflow, origin: { source, span } }, 'project');
        }
    }
    if (own?.file)
        definitions.take(own.file, 'workflow');
    const typed = wanted.is === 'chain' ? { name: 'chain', chain: wanted.source, params: [] } : undefined;
    const asked = wanted.is === 'workflow' ? fileName(wanted.reference) : 'chain';
    return {
        name: typed?.name ?? own?.name ?? asked,
        project: definitions.project(broken),
        workflow: typed ?? own?.workflow,
        targets: definitions.targets,
        diagnostics,
    };
}
function readWorkflow(path, shown) {
    const diagnostics = new Diagnostics();
    const file = readYaml(path, shown, workflowSchema, diagnostics);
    const name = file?.value.name ?? nameInBroken(path) ?? fileName(path);
    const workflow = file && {
        name,
        ...(file.value.description === undefined ? {} : { description: file.value.description }),
        chain: file.inner(['chain']),
        params: paramsOf(file.value.params, file, [], diagnostics),
    };
    return { path, name, file, workflow, diagnostics };
}
/** Whose mistakes are reported under another name than before would look like another workflow. */
function nameInBroken(path) {
    try {
        return /^name:[ \t]+(["']?)(\w[\w.-]*)\1[ \t]*(?:#.*)?$/m.exec((0,external_node_fs_.readFileSync)(path, 'utf8'))?.[2];
    }
    catch {
        return undefined;
    }
}
function fileName(path) {
    return (0,external_node_path_.basename)(path).replace(/\.ya?ml$/, '');
}
/** Why a workflow cannot be called from another one. Reported then, because it hinders nobody else. */
function obstacleOf({ name, file, diagnostics }) {
    if (diagnostics.hasErrors || !file)
        return diagnostics.sorted();
    const { commands, axes, metrics, select, targets, results } = file.value;
    const own = Object.entries({ commands, axes, metrics, select, targets }).find(([, declared]) => Object.keys(declared).length > 0);
    const key = own?.[0] ?? (results ? 'results' : undefined);
    if (key === undefined)
        return undefined;
    const found = new Diagnostics();
    const message = `calling \`/${name}\`, which has \`${key}:\` of its own, is not supported yet`;
    found.add('unsupported-construct', file.source, file.span([key], 'key'), message, {
        help: 'move them to `ml-workflow.yml`',
    });
    return found.sorted();
}
/** A workflow by path, as given or below the project; by the name it gives itself; by the name of its file. */
function findWorkflow(reference, files, folder, shownFrom, isCommand, diagnostics) {
    const source = (0,language_source/* sourceOf */.vz)('<arguments>', reference);
    const span = { start: 0, end: reference.length };
    if (/\.ya?ml$/.test(reference)) {
        const path = [(0,external_node_path_.resolve)(shownFrom, reference), (0,external_node_path_.resolve)(folder, reference)].find(isFile);
        if (path !== undefined)
            return files.find((one) => one.path === path) ?? readWorkflow(path, shownPath(path, shownFrom));
        const paths = files.map((one) => shownPath(one.path, shownFrom));
        const help = (0,language_name/* didYouMean */.au)(reference, paths);
        diagnostics.add('file-not-found', source, span, `no such file: \`${reference}\``, { help });
        return undefined;
    }
    const wanted = (0,language_name/* normalised */.Z7)(reference.replace(/^\//, ''));
    const found = files.find(({ name }) => (0,language_name/* normalised */.Z7)(name) === wanted) ??
        files.find(({ path }) => (0,language_name/* normalised */.Z7)(fileName(path)) === wanted);
    if (found)
        return found;
    const names = files.map(({ name }) => name);
    const all = (0,language_name/* listOf */.c3)(names.map((name) => `\`${name}\``), 'and');
    const help = isCommand(wanted)
        ? `to run the command, write \`/${reference}\``
        : names.length === 0
            ? `workflow files stand in \`${shownPath((0,external_node_path_.join)(folder, workflowsFolder), shownFrom)}/\``
            : ((0,language_name/* didYouMean */.au)(reference, names) ?? `workflows here: ${all}`);
    diagnostics.add('unknown-workflow', source, span, `unknown workflow \`${reference}\``, { help });
    return undefined;
}
function workflowFiles(folder) {
    const inside = (0,external_node_path_.join)(folder, workflowsFolder);
    if (!(0,external_node_fs_.statSync)(inside, { throwIfNoEntry: false })?.isDirectory())
        return [];
    return (0,external_node_fs_.readdirSync)(inside)
        .filter((file) => /\.ya?ml$/.test(file))
        .sort()
        .map((file) => (0,external_node_path_.join)(inside, file))
        .filter(isFile);
}
function shownPath(path, from) {
    const inside = (0,external_node_path_.relative)(from, path);
    return inside.startsWith('..') || (0,external_node_path_.isAbsolute)(inside) ? path : inside;
}
function isFile(path) {
    return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

;// CONCATENATED MODULE: ./build/prepare.js



function prepare(request) {
    const loaded = load(request.folder, request.shownFrom, request.wanted);
    const { name, project, workflow, targets, diagnostics } = loaded;
    if (!workflow)
        return { name, plan: undefined, targets, diagnostics: diagnostics.sorted() };
    const planned = planChain(project, {
        ...workflow,
        checkOnly: request.checkOnly ?? false,
        given: request.given.map(({ name: param, value, source }) => ({
            name: param,
            value,
            origin: { source, span: { start: 0, end: source.text.length } },
        })),
    });
    planned.diagnostics.addAll(diagnostics.sorted());
    const hasErrors = planned.diagnostics.hasErrors;
    return {
        name,
        plan: hasErrors ? undefined : planned.plan,
        targets,
        diagnostics: planned.diagnostics.sorted(),
    };
}
/** The name of a file, or one bare word, is a workflow; anything else is a chain. */
function wantedOf(text, shownAs) {
    const hasArrow = /→|->/.test(text);
    const isFile = /\.ya?ml$/.test(text) && !hasArrow;
    const isChain = !isFile && (hasArrow || /^\s*\/|[\s[(]/.test(text));
    return isChain ? { is: 'chain', source: (0,language_source/* sourceOf */.vz)(shownAs, text) } : { is: 'workflow', reference: text };
}


/***/ })

};
