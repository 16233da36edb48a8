export const id = 3274;
export const ids = [3274,1100];
export const modules = {

/***/ 4083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fe: () => (/* binding */ conditionKeyword),
/* harmony export */   K7: () => (/* binding */ isParallel),
/* harmony export */   XL: () => (/* binding */ keywordOf),
/* harmony export */   Yw: () => (/* binding */ reservedWords),
/* harmony export */   as: () => (/* binding */ controlCommands),
/* harmony export */   tu: () => (/* binding */ beginsElement),
/* harmony export */   we: () => (/* binding */ markerOf),
/* harmony export */   xP: () => (/* binding */ keywordName),
/* harmony export */   yu: () => (/* binding */ beginsConstruct)
/* harmony export */ });
/** Followed by a condition: `/if:acc>0.9`. */
const conditionKeyword = /^\/?(?:if|elif|require|until|case):$/i;
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
const construct = /^\/?(?:(?:try|catch|fallback|retry|timeout|repeat|until|budget|fork|case|droid|state|context):|[^:]+-with-retry:\d|(?:barrier|on[_-]failure|finally|try|catch)$)/i;
/** Whether the word belongs to a construct of the language, so that it can be no command. */
function beginsConstruct(word) {
    return construct.test(word);
}
/** `parallel` or `parallel:max=3`. */
function isParallel(word) {
    return /^\/?parallel(?::|$)/i.test(word);
}
/** `on-failure` is `on_failure`. */
function keywordName(word) {
    return word.toLowerCase().replaceAll('-', '_');
}
function keywordOf(word) {
    const [, name = '', value] = /^\/?([^:]*)(?::(.*))?$/s.exec(word.text) ?? [];
    return { name: keywordName(name), value };
}
function markerOf(token) {
    if (token.kind !== 'word' || token.quoted)
        return undefined;
    switch (token.text.slice(0, 8).toLowerCase()) {
        case '/elif:':
            return '/elif:';
        case '/else':
            return '/else';
        case '/end':
            return '/end';
        case '/finally':
            return token.text.length === 8 ? '/finally' : undefined;
    }
    return /^\/catch(?::|$)/i.test(token.text) ? '/catch:' : undefined;
}
const element = /^\/?(?:(?:if|elif|require|until|case|try|fallback|catch):|(?:retry|repeat|fork):\d+$|timeout:\d+[smhd]?$|budget:\$?\d+(?:\.\d+)?(?:usd)?$|state:(?:save|load)$)|^\/(?:else|end|finally|catch)$/i;
/** A word that can only begin an element, never be an argument. */
function beginsElement(token) {
    return token.kind === 'word' && !token.quoted && element.test(token.text);
}


/***/ }),

/***/ 89941:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ parse)
});

// EXTERNAL MODULE: ./build/language/condition-parser.js
var condition_parser = __webpack_require__(25456);
// EXTERNAL MODULE: ./build/language/keywords.js
var keywords = __webpack_require__(4083);
;// CONCATENATED MODULE: ./build/language/branch-parser.js
/** What stands behind a marker such as `/if:c`, `/else` and `/try:`: a branch, up to the next marker of its construct. */


/** The condition behind the keyword that is next. */
function parseOwnCondition(reader) {
    reader.at += 1;
    const { condition, next } = (0,condition_parser/* parseCondition */.z)(reader.source, reader.tokens, reader.at, reader.diagnostics);
    const span = { start: reader.lastEnd, end: reader.tokens[next - 1]?.span.end ?? reader.lastEnd };
    reader.at = next;
    return condition ?? { expression: undefined, text: '…', span };
}
class BranchParser {
    #reader;
    #nested;
    #open;
    constructor(reader, nested, open) {
        this.#reader = reader;
        this.#nested = nested;
        this.#open = open;
    }
    /** branch = [ "→" ] sequence; `arrow` says whether it must be written. The marker is the token before. */
    branch(arrow, isUnreadable = false) {
        const reader = this.#reader;
        const marker = reader.tokens[reader.at - 1]?.span ?? reader.peek().span;
        const hasArrow = reader.peek().kind === 'arrow';
        if (hasArrow)
            reader.at += 1;
        if (reader.atSequenceEnd() || this.#endsBranch()) {
            const help = 'write `/continue` for a branch that does nothing';
            // A bracket too many is reported where it stands.
            const { kind } = reader.peek();
            const stray = (kind === ']' || kind === ')') && reader.innermost === undefined;
            if (!isUnreadable && !stray)
                reader.report('unexpected-token', marker, 'the branch behind this is empty', help);
            return { elements: [{ kind: 'unreadable', span: marker }], span: marker };
        }
        if (!hasArrow && arrow === 'arrow') {
            const { kind, span } = reader.peek();
            const joins = kind === '&';
            const help = joins ? 'conditions are joined with `and`' : 'a branch begins behind `→`';
            // What is wrong behind the condition is what stands there instead of the arrow.
            const isSaid = isUnreadable || reader.diagnostics.hasErrorWithin(reader.source, { ...marker, end: span.start });
            if (!isSaid)
                reader.unexpected('expected `→`', help);
            if (joins) {
                reader.skipBranch();
                return { elements: [{ kind: 'unreadable', span: marker }], span: marker };
            }
        }
        return this.#nested.sequence();
    }
    #endsBranch() {
        const marker = (0,keywords/* markerOf */.we)(this.#reader.peek());
        return marker !== undefined && this.#open.taker(marker) !== undefined;
    }
    /** A marker that no open construct takes; it is skipped, so that the rest is read. */
    stray(marker) {
        const reader = this.#reader;
        const word = reader.peek();
        const written = word.kind === 'word' ? word.text : marker;
        const [own, other] = marker === '/catch:' || marker === '/finally' ? ['try', 'if'] : ['if', 'try'];
        const open = this.#open.innermost(own) ?? (marker === '/else' ? this.#open.innermost(other) : undefined);
        const code = own === 'try' ? 'catch-without-try' : 'else-without-if';
        if (open) {
            const stage = open.stage === 'finally' ? '/finally' : '/else';
            const message = marker === stage
                ? `a second \`${marker}\` of \`${open.name}\``
                : `\`${written}\` behind \`${stage}\``;
            reader.report(code, word.span, message, marker === stage ? 'remove one of them' : `put it before \`${stage}\``);
        }
        else if (!this.#open.isBroken) {
            const opening = own === 'if' ? '`/if:`' : '`/try:`';
            const help = own === 'if' ? 'write `/if:condition → …` before it' : 'write `/try:/command → …` before it';
            const what = marker === '/end' ? '`/if:` or `/try:`' : opening;
            reader.report(code, word.span, `\`${written}\` without an open ${what}`, help);
        }
        if (marker === '/elif:')
            parseOwnCondition(reader);
        else
            reader.at += 1;
        if (reader.peek().kind === 'arrow')
            reader.at += 1;
    }
}

// EXTERNAL MODULE: ./build/language/diagnostic.js
var diagnostic = __webpack_require__(82208);
;// CONCATENATED MODULE: ./build/language/parallel-options.js
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

;// CONCATENATED MODULE: ./build/language/distribution-parser.js
/** What a command is distributed over: `[list]`, `parallel[x | y]`. */


/** list = "[" ( name | $variable ) "]" */
function parseList(reader, command) {
    const open = reader.peek().span;
    reader.at += 1;
    const word = reader.peek();
    const part = word.kind === 'word' && !word.quoted && word.parts.length === 1 ? word.parts[0] : undefined;
    const isName = part?.kind === 'text' && /^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(part.text);
    const isNamed = part?.kind === 'variable' || isName;
    if (isNamed && reader.behind().kind === ']') {
        reader.at += 2;
        const { span } = word;
        return part.kind === 'variable'
            ? { is: 'list', name: part.name, variable: true, span }
            : { is: 'list', name: part.text, variable: false, span };
    }
    if (isNamed && reader.behind().kind === 'end') {
        reader.report('unclosed-bracket', open, '`[` is never closed', 'add the closing `]`');
        reader.at += 1;
        return 'unreadable';
    }
    const help = `declare it under \`lists:\`, or write \`${command} parallel[a | b]\``;
    reader.unexpected('expected the name of one list and `]`', help);
    reader.skipBehind(']');
    return 'unreadable';
}
/** items = "parallel" { ":" option } "[" word { word } { "|" word { word } } "]" */
function parseItems(reader, word, command) {
    const { max, min } = parseParallelOptions(reader, word);
    reader.at += 1;
    const open = reader.peek().span;
    reader.at += 1;
    const words = [];
    for (;;) {
        const item = parseItem(reader, word.span, command);
        if (!item)
            return refuseItems(reader, open);
        words.push(item);
        if (reader.peek().kind !== '|')
            break;
        reader.at += 1;
    }
    if (reader.peek().kind !== ']')
        return refuseItems(reader, open);
    reader.at += 1;
    if (min !== undefined && min > words.length) {
        reader.report('invalid-value', word.span, `\`min=${min}\` is more than the ${words.length} items`);
    }
    return {
        items: { is: 'words', words },
        ...(max === undefined ? {} : { max }),
        ...(min === undefined ? {} : { min }),
    };
}
function parseItem(reader, span, command) {
    const words = [];
    for (let token = reader.peek(); token.kind === 'word' && !(0,keywords/* beginsElement */.tu)(token); token = reader.peek()) {
        if (words.length === 0 && !token.quoted && /^\/\p{L}/u.test(token.text)) {
            const help = `write \`${command} → parallel[${token.text} | …]\` if the commands are branches, and quote a path`;
            reader.report('unexpected-token', span, `\`${command} parallel[…]\` takes arguments, not commands`, help);
        }
        words.push({ parts: token.parts, text: token.text, quoted: token.quoted, span: token.span });
        reader.at += 1;
    }
    return words.length === 0 ? undefined : words;
}
function refuseItems(reader, open) {
    if (reader.atStatementEnd())
        reader.report('unclosed-bracket', open, '`[` is never closed', 'add the closing `]`');
    else {
        const help = 'items are arguments, such as `sigma-0.10`; with `→` in front of it `parallel[…]` has branches';
        reader.unexpected('expected an argument, `|` or `]`', help);
    }
    reader.skipBehind(']');
}

;// CONCATENATED MODULE: ./build/language/redirect-parser.js
/** redirect = ( ">" | ">>" ) word; undefined after a mistake, which is reported. */
function parseRedirect(reader, earlier) {
    const sign = reader.peek();
    const append = sign.kind === '>>';
    const written = append ? '>>' : '>';
    reader.at += 1;
    const word = reader.peek();
    if (word.kind !== 'word') {
        const help = append
            ? 'write `>> log.jsonl`'
            : 'write `> name` for a variable, `> name.json` for a file; a comparison stands behind `/if:`';
        if (word.kind === '&' && word.span.start === sign.span.end) {
            const shell = 'a chain is no shell: what a command prints is kept, errors too';
            reader.unexpected(`expected a variable or a file behind \`${written}\``, shell);
            reader.at += 2;
            return undefined;
        }
        reader.unexpected(`expected a variable or a file behind \`${written}\``, help);
        return undefined;
    }
    reader.at += 1;
    const span = { start: sign.span.start, end: word.span.end };
    const refuse = (message, help) => {
        reader.report('unexpected-token', word.span, message, help);
    };
    const refuseAll = (message, help) => {
        reader.report('redirect-ambiguous', span, message, help);
    };
    const [part] = word.parts;
    const variable = word.parts.length === 1 && !word.quoted && part?.kind === 'variable' ? part : undefined;
    const text = word.parts.map((one) => (one.kind === 'text' ? one.text : '')).join('');
    const isLiteral = word.parts.every(({ kind }) => kind === 'text');
    const isName = isLiteral && !word.quoted && /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(text);
    const isNumber = !word.quoted && /^=?[\d.]*%?$/.test(word.text);
    const isFile = !isNumber && /[./]/.test(isLiteral ? text : word.text);
    if (variable?.name.includes('.') || !(variable || isName || isFile)) {
        const message = isNumber
            ? `\`${written} ${word.text}\` compares nothing here`
            : `\`${word.text}\` is neither a variable nor a file`;
        const help = isNumber
            ? `write \`/if:accuracy${written}${word.text}\``
            : 'a file has a `.` or `/` in its name: `> winner.json`';
        return refuse(message, help);
    }
    if (isFile && (/^[/~]/.test(text) || /(?:^|\/)\.\.(?:\/|$)/.test(text))) {
        const help = /^\/\p{L}[^.]*$/u.test(text)
            ? `write \`→ ${word.text}\` to go on with a command`
            : 'write a path relative to the workspace';
        return refuse(`\`${word.text}\` is no file inside the workspace`, help);
    }
    if (append && !(isFile && /\.jsonl["']?$/i.test(word.text))) {
        return refuseAll('`>>` appends only to a `.jsonl` file', 'write `>> log.jsonl`, or `>` to store the result');
    }
    const is = isFile ? 'file' : 'variable';
    if (earlier.some(({ to }) => to.is === is)) {
        return refuseAll(`a second ${is} for one result`, 'a result goes to one variable and one file at most');
    }
    const path = { parts: word.parts, text: word.text, quoted: word.quoted, span: word.span };
    return {
        to: isFile
            ? { is: 'file', path }
            : { is: 'variable', name: variable?.name ?? text, plain: variable === undefined },
        append,
        span,
    };
}

;// CONCATENATED MODULE: ./build/language/quantity.js
/** Counts, durations and dollars as people write them behind a colon: `3`, `5m`, `12usd`. Undefined for anything else. */
const secondsOf = { s: 1, m: 60, h: 3600, d: 86_400 };
function parseCount(text) {
    return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}
/** Seconds. */
function parseDuration(text) {
    const [, digits, unit = 's'] = /^(\d{1,9})([smhd])?$/i.exec(text) ?? [];
    return digits === undefined ? undefined : Number(digits) * (secondsOf[unit.toLowerCase()] ?? 1);
}
function parseDollars(text) {
    const [, digits] = /^\$?(\d{1,9}(?:\.\d{1,6})?)(?:usd)?$/i.exec(text) ?? [];
    return digits === undefined ? undefined : Number(digits);
}

;// CONCATENATED MODULE: ./build/language/retry-suffix.js
/** The retries in the name of a command: `/train-with-retry:3:backoff=300`. */

/** The name without them, as written, and what they ask for. */
function parseRetrySuffix(reader, word) {
    const at = /-with-retry(?=:|$)/i.exec(word.text);
    if (!at || at.index < 1)
        return undefined;
    const command = word.text.slice(0, at.index);
    const [count = '', ...options] = word.text.slice(at.index + at[0].length + 1).split(':');
    const retries = parseCount(count) ?? 0;
    const help = `write \`${command}-with-retry:3\`, or \`${command}-with-retry:3:backoff=300\``;
    const from = word.span.start + command.length;
    if (retries < 1) {
        const message = count === '' ? '`-with-retry` needs a number' : `\`${count}\` is no number of retries`;
        reader.report('invalid-value', { start: from, end: word.span.end }, message, help);
    }
    const found = {};
    for (const option of options) {
        const [, name = '', text = ''] = /^(delay|backoff)=(.*)$/i.exec(option) ?? [];
        const seconds = parseDuration(text);
        const key = name.toLowerCase() === 'delay' ? 'delay' : 'backoff';
        if (seconds === undefined || found.delay !== undefined || found.backoff !== undefined) {
            const message = `\`${option}\` is no option of \`-with-retry\``;
            reader.report('invalid-value', { start: from, end: word.span.end }, message, help);
        }
        else
            found[key] = seconds;
    }
    return { command, retry: { retries: Math.max(1, retries), ...found } };
}

;// CONCATENATED MODULE: ./build/language/command-parser.js
/** A command with its arguments and redirects, the list it is distributed over, and the retries in its name. */




/** Where only a command may stand: the right side of `=`, `/fallback:`. */
function parsePlainCommand(reader, word, place) {
    const start = reader.at;
    const element = parseCommand(reader, word);
    if (!element || element.kind === 'command')
        return element;
    const help = element.kind === 'retry'
        ? `write \`retry:${element.retries} → …\` in front of it all`
        : 'write it as an element of its own, and `$name=<result>` behind it';
    const span = { start: reader.tokens[start]?.span.start ?? 0, end: element.span.end };
    reader.report('unexpected-token', span, `only a command can stand ${place}`, help);
    return undefined;
}
/** command = [ "/" ] name [ "-with-retry:" count { ":" option } ] [ list ] { word | redirect } [ items ] */
function parseCommand(reader, word) {
    const suffix = parseRetrySuffix(reader, word);
    const written = suffix?.command ?? word.text;
    const slash = written.startsWith('/');
    const name = slash ? written.slice(1) : written;
    if (word.parts.length !== 1 || !isCommandName(name, suffix !== undefined)) {
        reader.report('unexpected-token', word.span, `\`${word.text}\` is no command`, helpFor(word.text));
        if (word.text.includes('{'))
            reader.skipBranch();
        return reader.recover();
    }
    reader.at += 1;
    const list = reader.peek().kind === '[' ? parseList(reader, written) : undefined;
    if (list === 'unreadable')
        return reader.recover();
    const words = parseWords(reader, written, list && { items: list });
    if (!words)
        return reader.recover();
    const { start } = word.span;
    const command = {
        kind: 'command',
        name,
        nameSpan: { start, end: start + written.length },
        slash,
        arguments: words.arguments,
        redirects: words.redirects,
        span: { start, end: words.end },
    };
    const span = { start, end: reader.lastEnd };
    const body = words.items
        ? { kind: 'distribution', command, ...words.items, span }
        : command;
    return suffix ? { kind: 'retry', ...suffix.retry, body, span } : body;
}
/** What to write instead of a word that people begin an element or a line with elsewhere. */
function helpFor(text) {
    const [, marked] = /^[`*_]+(\/?\p{L}[\p{L}\p{N}_.:-]*)[`*_]+$/u.exec(text) ?? [];
    if (marked !== undefined)
        return `write \`${marked}\`, without marks around it`;
    if (text.endsWith(','))
        return 'elements are joined by `→`, the branches of `parallel[…]` by `|`';
    if (/[{}]/.test(text))
        return 'branches stand in `parallel[/a | /b]`, a group in `(/a → /b)`';
    if (/^(?:\/\/|\/\*|--|%)/.test(text))
        return 'a comment begins with `#`';
    if (/^(?:[-*•]|\d+[.)])$/.test(text))
        return 'a statement begins with its command, without a number or a dash';
    if (/^(?:…|\.\.\.)$/.test(text))
        return 'write out what stands here';
    if (text.includes('：'))
        return `write \`${text.replaceAll('：', ':')}\``;
    if (/^\.{1,2}\/|\.(?:sh|py)$/.test(text))
        return `declare it as a command with \`run: ${text}\``;
    return 'a command is written `/name`, one with an argument `/name argument`';
}
/** What is left of a name without its retries must be one that could be written alone. */
function isCommandName(name, isCut) {
    if (isCut && (keywords/* reservedWords */.Yw.has((0,keywords/* keywordName */.xP)(name)) || /-with-retry$/i.test(name)))
        return false;
    return /^[\p{L}_][\p{L}\p{N}_.:/=-]*(?<![:/])$/u.test(name);
}
/** Arguments and redirects, and the items at their end; undefined after a mistake, which is reported. */
function parseWords(reader, command, list) {
    const args = [];
    const redirects = [];
    for (let token = reader.peek();; token = reader.peek()) {
        if (token.kind === '>' || token.kind === '>>') {
            if (list)
                return refuseRedirect(reader, token.span);
            const redirect = parseRedirect(reader, redirects);
            if (!redirect)
                return undefined;
            redirects.push(redirect);
        }
        else if (token.kind !== 'word' || (0,keywords/* beginsElement */.tu)(token))
            break;
        else if (!token.quoted && /^(?:else|elif)$/i.test(token.text)) {
            const help = `write \`→ /${token.text.toLowerCase()}${token.text.length === 4 && /f$/i.test(token.text) ? ':condition' : ''} →\`; as an argument it is quoted`;
            reader.report('unexpected-token', token.span, `\`${token.text}\` is no argument`, help);
            return undefined;
        }
        else if (token.text === '=' && args.length === 0 && !command.startsWith('/')) {
            const help = `write \`$${command} = /command\`, or \`$${command}=0.9\``;
            reader.report('unexpected-token', token.span, 'a value is stored in a variable, which has a `$`', help);
            return undefined;
        }
        else if (reader.behind().kind === '[' && (0,keywords/* isParallel */.K7)(token.text) && !token.quoted && !list) {
            const [redirect] = redirects;
            if (redirect)
                return refuseRedirect(reader, redirect.span);
            const end = reader.lastEnd;
            const items = parseItems(reader, token, command);
            return items && { arguments: args, redirects, items, end };
        }
        else {
            args.push({ parts: token.parts, text: token.text, quoted: token.quoted, span: token.span });
            reader.at += 1;
        }
    }
    if (reader.peek().kind === '[') {
        reader.unexpected('expected `→`', `a list stands directly behind the name: \`${command}[list]\``);
        reader.at += 1;
        reader.skipBehind(']');
        return undefined;
    }
    return { arguments: args, redirects, items: list, end: reader.lastEnd };
}
/** Of a command that runs several times. */
function refuseRedirect(reader, span) {
    const help = 'make one result of them first: `… → /results:aggregate > $all`';
    reader.report('unexpected-token', span, 'a redirect belongs to one command', help);
}

;// CONCATENATED MODULE: ./build/language/assignment-parser.js
/** `$x=<result>`, `$x=0.87`, `$x=${$y + 1}`, `$x = /cmd > file.json`. */


/** assignment = "$" name "=" ( "<result>" | "${" condition "}" | word | command ) */
function parseAssignment(reader, word) {
    const [variable] = word.parts;
    if (variable?.kind !== 'variable')
        return reader.recover();
    reader.at += 1;
    if (reader.peek().kind !== '=' || word.parts.length > 1) {
        const sign = reader.peek();
        const other = sign.kind === 'word' && /^(?::=|<-)/.test(sign.text);
        if (other)
            return refuse(reader, sign.span, `\`${sign.text}\` stores nothing`, `write \`$${variable.name} = /command\``);
        const help = `\`$${variable.name}=<result>\` stores a result; a condition reads \`/if:$${variable.name}>0.8\``;
        return refuse(reader, word.span, `\`${word.text}\` is no element of a chain`, help);
    }
    if (variable.name.includes('.'))
        return refuse(reader, word.span, 'the name of a variable has no dots');
    reader.at += 1;
    const value = parseValue(reader, variable.name);
    if (!value)
        return undefined;
    const span = { start: word.span.start, end: reader.lastEnd };
    return { kind: 'assignment', variable: variable.name, variableSpan: word.span, value, span };
}
function parseValue(reader, variable) {
    const word = reader.peek();
    if (word.kind !== 'word') {
        reader.unexpected('expected `<result>`, a value or a command');
        return reader.recover();
    }
    const [part] = word.parts;
    const behind = `write it in front: \`… → $${variable}=<result>\``;
    if ((0,keywords/* beginsElement */.tu)(word) || ((0,keywords/* isParallel */.K7)(word.text) && reader.behind().kind === '[')) {
        return refuse(reader, word.span, `\`${word.text}\` is no value`, behind);
    }
    if (part?.kind === 'text' && part.text.startsWith('/') && !word.quoted) {
        const command = parsePlainCommand(reader, word, 'to the right of `=`');
        return command && { is: 'command', command };
    }
    if (part?.kind === 'text' && part.text.startsWith('=') && !word.quoted) {
        const help = `a condition compares: \`/if:$${variable}=${word.text}\``;
        return refuse(reader, word.span, 'one `=` stores a value, two compare', help);
    }
    if (word.parts.length !== 1 || !part || part.kind === 'variable' || (part.kind !== 'text' && word.quoted)) {
        const help = part?.kind === 'variable' ? `write \`$${variable}=\${${word.text.replace(/["{}]/g, '')}}\`` : undefined;
        return refuse(reader, word.span, 'expected `<result>`, one literal value or `${…}`', help);
    }
    reader.at += 1;
    const next = reader.peek();
    if (next.kind === 'word' && !(0,keywords/* beginsElement */.tu)(next) && part.kind === 'text' && !word.quoted) {
        const help = `a command needs its slash: \`$${variable} = /${word.text} …\`; a text of several words is quoted`;
        return refuse(reader, next.span, `expected one value, found \`${next.text}\` behind it`, help);
    }
    switch (part.kind) {
        case 'result':
            return { is: 'result', path: part.path };
        case 'expression':
            return { is: 'expression', condition: part.condition };
        case 'text':
            return { is: 'literal', text: part.text };
    }
}
function refuse(reader, span, message, help) {
    reader.report('unexpected-token', span, message, help);
    return reader.recover();
}

;// CONCATENATED MODULE: ./build/language/binding-parser.js
/** barrier = "barrier" [ "→" $variable ], the variable only if it stands alone between its arrows */
function parseBarrier(reader, word) {
    reader.at += 1;
    const start = word.span.start;
    const variable = reader.peek().kind === 'arrow' ? loneVariable(reader.behind()) : undefined;
    const { kind } = reader.tokens[reader.at + 2] ?? { kind: 'end' };
    const isAlone = kind === 'arrow' || !['=', '&&', '||', '|', '&', '>', '>>', '[', '(', 'word'].includes(kind);
    const endsBranch = kind === '|' && reader.innermost === '[';
    if (!variable || !(isAlone || endsBranch))
        return { kind: 'barrier', span: { start, end: reader.lastEnd } };
    reader.at += 2;
    const span = { start, end: reader.lastEnd };
    return { kind: 'barrier', variable: variable.name, variableSpan: variable.span, span };
}
/** context = "context:" name [ "." field ] "→" $variable */
function parseContext(reader, word, value) {
    const nameStart = word.span.end - value.length;
    const [, name = '', field] = /^([\p{L}_][\p{L}\p{N}_-]*)(?:\.json)?(?:\.([\p{L}\p{N}_.-]+))?$/u.exec(value) ?? [];
    reader.at += 1;
    if (name === '' || word.parts.length !== 1) {
        const message = value === '' ? `\`${word.text}\` needs the name of a result` : `\`${value}\` names no stored result`;
        const help = 'write `context:winner → $accuracy`, or `context:winner.accuracy → $x`';
        reader.report('invalid-value', value === '' ? word.span : { start: nameStart, end: word.span.end }, message, help);
        if (reader.peek().kind === 'arrow' && loneVariable(reader.behind()))
            reader.at += 2;
        return undefined;
    }
    const variable = reader.peek().kind === 'arrow' ? loneVariable(reader.behind()) : undefined;
    if (!variable || reader.tokens[reader.at + 2]?.kind === '=') {
        if (reader.peek().kind === 'arrow')
            reader.at += 1;
        const dotted = variable === undefined && isVariable(reader.peek());
        const help = dotted ? 'the name of a variable has no dots' : `write \`${word.text} → $accuracy\``;
        reader.unexpected(`expected \`→\` and a variable behind \`${word.text}\``, help);
        return dotted ? reader.recover() : undefined;
    }
    reader.at += 2;
    return {
        kind: 'context',
        name,
        nameSpan: { start: nameStart, end: nameStart + name.length },
        ...(field === undefined ? {} : { field }),
        variable: variable.name,
        variableSpan: variable.span,
        span: { start: word.span.start, end: reader.lastEnd },
    };
}
/** checkpoint = "state:" ( "save" | "load" ) "→" file */
function parseCheckpoint(reader, word, value) {
    const action = value.toLowerCase();
    reader.at += 1;
    const example = `state:${action === 'load' ? 'load' : 'save'} → checkpoint.json`;
    if (action !== 'save' && action !== 'load') {
        const span = value === '' ? word.span : { start: word.span.end - value.length, end: word.span.end };
        const message = value === ''
            ? `\`${word.text}\` needs \`save\` or \`load\``
            : `\`${value}\` is neither \`save\` nor \`load\``;
        reader.report('invalid-value', span, message, `write \`${example}\``);
        if (reader.peek().kind === 'arrow' && isFile(reader.behind()))
            reader.at += 2;
        return undefined;
    }
    const hasArrow = reader.peek().kind === 'arrow';
    const file = hasArrow ? reader.behind() : reader.peek();
    if (!hasArrow || !isFile(file)) {
        if (hasArrow)
            reader.at += 1;
        reader.unexpected(`expected ${hasArrow ? '' : '`→` and '}a file behind \`${word.text}\``, `write \`${example}\``);
        return reader.recover();
    }
    reader.at += 2;
    return {
        kind: 'checkpoint',
        action,
        file: { parts: file.parts, text: file.text, quoted: file.quoted, span: file.span },
        span: { start: word.span.start, end: reader.lastEnd },
    };
}
/** A file has a dot or a slash in its name, which a command of the chain has not. */
function isFile(token) {
    if (token.kind !== 'word')
        return false;
    const isComputed = token.parts.some(({ kind }) => kind !== 'text');
    return isComputed || token.quoted || (/[./]/.test(token.text) && !/^\/\p{L}[^.]*$/u.test(token.text));
}
function isVariable(token) {
    return (token.kind === 'word' && !token.quoted && token.parts.length === 1 && token.parts[0]?.kind === 'variable');
}
function loneVariable(token) {
    if (token.kind !== 'word' || !isVariable(token))
        return undefined;
    const [part] = token.parts;
    if (part?.kind !== 'variable' || part.name.includes('.'))
        return undefined;
    return { name: part.name, span: token.span };
}

;// CONCATENATED MODULE: ./build/language/case-parser.js
/** `case:$x` with its `↳ pattern → chain` arms. */

class CaseParser {
    #reader;
    #branches;
    constructor(reader, branches) {
        this.#reader = reader;
        this.#branches = branches;
    }
    /** case = "case:" ( $variable | name ) arm { arm } */
    case() {
        const reader = this.#reader;
        const keyword = reader.peek().span;
        const subject = parseOwnCondition(reader);
        const kind = subject.expression?.kind;
        if (kind && kind !== 'variable' && kind !== 'name') {
            const message = '`case:` looks at one variable or one field';
            reader.report('invalid-condition', subject.span, message, 'write `case:$x`, or `/if:` for a condition');
        }
        if (reader.isInCase && reader.peek().kind === '↳') {
            const help = 'put the inner one in `( )`, with its arms';
            reader.report('unexpected-token', keyword, 'two open `case:`: which one an arm belongs to cannot be seen', help);
        }
        if (reader.peek().kind !== '↳') {
            if (subject.expression) {
                const help = 'write each on a line of its own: `↳ gpu → /train_gpu`';
                reader.report('unexpected-token', { start: keyword.start, end: subject.span.end }, '`case:` without arms', help);
            }
            reader.skipBranch();
            return undefined;
        }
        const outside = reader.isInCase;
        reader.isInCase = true;
        const arms = [];
        let all;
        while (reader.peek().kind === '↳') {
            if (all) {
                const help = 'put `↳ * → …` last';
                reader.report('unreachable-pattern', all, '`*` takes everything, so that the arms behind it never run', help);
            }
            const { arm, takesAll } = this.#arm();
            arms.push(arm);
            all = takesAll;
        }
        reader.isInCase = outside;
        return { kind: 'case', subject, arms, span: { start: keyword.start, end: reader.lastEnd } };
    }
    /** arm = "↳" pattern { "|" pattern } "→" sequence */
    #arm() {
        const reader = this.#reader;
        const comments = reader.takeComments();
        const { start } = reader.peek().span;
        reader.at += 1;
        const patterns = [];
        let takesAll;
        let isUnreadable = false;
        for (;;) {
            const word = reader.peek();
            const pattern = this.#pattern();
            isUnreadable = pattern === undefined;
            if (pattern === undefined)
                break;
            patterns.push(pattern);
            if (pattern === '*')
                takesAll = word.span;
            if (reader.peek().kind !== '|')
                break;
            reader.at += 1;
        }
        if (isUnreadable) {
            reader.recover();
            while (reader.peek().kind !== 'arrow' && !reader.atSequenceEnd()) {
                reader.at += 1;
                reader.recover();
            }
        }
        const body = this.#branches.branch('arrow', isUnreadable);
        const span = { start, end: reader.lastEnd };
        return { arm: { patterns, body, ...(comments.length > 0 ? { comments } : {}), span }, takesAll };
    }
    #pattern() {
        const reader = this.#reader;
        const word = reader.peek();
        const help = 'a pattern is a literal or a glob: `↳ gpu|tpu → …`, `↳ a* → …`, `↳ * → …`';
        if (word.kind !== 'word') {
            reader.unexpected('expected a pattern', help);
            return undefined;
        }
        const [part] = word.parts;
        const isText = word.parts.length === 1 && part?.kind === 'text';
        if (!isText || (word.quoted && /[*?]/.test(part.text))) {
            const message = isText ? 'a quoted pattern holds no `*` or `?`' : `\`${word.text}\` is no pattern`;
            reader.report('unexpected-token', word.span, message, help);
            reader.at += 1;
            return undefined;
        }
        reader.at += 1;
        return part.text;
    }
}

;// CONCATENATED MODULE: ./build/language/rewrite.js
const longest = 120;
function sourceText({ text }, from, to) {
    // What is cut off anyway is not worth reading: it may be a megabyte.
    const shown = text
        .slice(from, Math.min(to, from + 4 * longest))
        .replace(/\s+/g, ' ')
        .replace(/ ?(?:→|->) ?$/, '')
        .trim();
    return shown.length > longest ? `${shown.slice(0, longest - 1).trimEnd()}…` : shown;
}

;// CONCATENATED MODULE: ./build/language/if-parser.js
/** `/if:` with its markers and the positional `if:`: two spellings, one tree. */



class IfParser {
    #reader;
    #nested;
    #open;
    #branches;
    constructor(reader, nested, open, branches) {
        this.#reader = reader;
        this.#nested = nested;
        this.#open = open;
        this.#branches = branches;
    }
    /** if = "/if:" condition "→" sequence { "/elif:" condition "→" sequence } [ "/else" "→" sequence ] [ "/end" ] */
    markerIf() {
        const reader = this.#reader;
        const start = reader.peek().span.start;
        const first = this.#condition();
        const own = { kind: 'if', name: `/if:${first.condition.text}`, stage: 'body' };
        return this.#open.during(own, () => {
            const arms = [this.#withBody(first)];
            let otherwise;
            let otherwiseSpan;
            let closed = false;
            while (!closed) {
                const { span } = reader.peek();
                const marker = (0,keywords/* markerOf */.we)(reader.peek());
                if (!marker || this.#open.taker(marker) !== own)
                    break;
                if (marker === '/elif:') {
                    this.#open.noticeNearest(own, span, marker);
                    arms.push(this.#withBody(this.#condition()));
                }
                else if (marker === '/else') {
                    this.#open.noticeNearest(own, span, marker);
                    own.stage = 'else';
                    otherwiseSpan = span;
                    reader.at += 1;
                    otherwise = this.#branches.branch('arrow');
                }
                else {
                    reader.at += 1;
                    closed = true;
                }
            }
            return {
                kind: 'if',
                arms,
                ...(otherwise ? { otherwise } : {}),
                ...(otherwiseSpan ? { otherwiseSpan } : {}),
                positional: false,
                closed,
                span: { start, end: reader.lastEnd },
            };
        });
    }
    /** The keyword with its condition; the body is read when the `/if:` counts as open. */
    #condition() {
        const { span } = this.#reader.peek();
        const condition = parseOwnCondition(this.#reader);
        return { condition, span: { start: span.start, end: Math.max(span.end, condition.span.end) } };
    }
    #withBody(arm) {
        return { ...arm, body: this.#branches.branch('arrow', arm.condition.expression === undefined) };
    }
    /** positional = "if:" condition "→" item [ "→" item ], and there the statement ends */
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
            if ((0,keywords/* markerOf */.we)(reader.peek()) || parts.length === 2)
                return this.#thirdPart(condition, first, parts);
            if (parts.length === 1 && reader.atSequenceEnd()) {
                reader.unexpected('expected a command behind `→`');
                break;
            }
            parts.push(this.#nested.item());
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
        const isMarker = (0,keywords/* markerOf */.we)(reader.peek()) !== undefined;
        reader.skipBranch();
        const text = (from, to) => sourceText(reader.source, from, to);
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
}

// EXTERNAL MODULE: ./build/language/name.js
var language_name = __webpack_require__(60716);
;// CONCATENATED MODULE: ./build/language/prefix-parser.js
/** What stands in front of an element and says how it runs: `retry:3 →`, `timeout:300 →`, `fork:4 →`, `on_failure →` … */




class PrefixParser {
    #reader;
    #nested;
    constructor(reader, nested) {
        this.#reader = reader;
        this.#nested = nested;
    }
    /** prefix = word { option } "→" item; the word is next. */
    prefix(word, keyword) {
        switch (keyword.name) {
            case 'retry':
                return this.#retry(word, keyword.value ?? '');
            case 'timeout':
                return this.#timeout(word, keyword.value ?? '');
            case 'budget':
                return this.#budget(word, keyword.value ?? '');
            case 'droid':
                return this.#droid(word, keyword.value ?? '');
            case 'repeat':
                return this.#repeat(word, keyword.value ?? '');
            case 'fork':
                return this.#fork(word, keyword.value ?? '');
        }
        return undefined;
    }
    /** retry = "retry:" count { "delay:" duration | "backoff:" duration } */
    #retry(word, value) {
        const reader = this.#reader;
        const retries = this.#value(word, value, positive(parseCount(value)), {
            what: 'a number of retries',
            example: 'retry:3',
        });
        reader.at += 1;
        const options = {};
        for (let token = reader.peek(); isOption(token); token = reader.peek()) {
            const { name, value: text = '' } = (0,keywords/* keywordOf */.XL)(token);
            const key = name === 'delay' ? 'delay' : 'backoff';
            const example = key === 'delay' ? 'delay:60' : 'backoff:300';
            const seconds = this.#value(token, text, parseDuration(text), { what: 'a duration', example });
            const one = 'write one of the two: `delay:60` is constant, `backoff:300` doubles';
            if (options.delay !== undefined || options.backoff !== undefined)
                reader.report('invalid-value', token.span, `\`${token.text}\` behind another delay`, one);
            else
                options[key] = seconds ?? 0;
            reader.at += 1;
        }
        const body = this.#body(word, 'options of `retry` are `delay:60` and `backoff:300`');
        return { kind: 'retry', retries: retries ?? 1, ...options, body, span: this.#spanFrom(word) };
    }
    #timeout(word, value) {
        const what = 'a duration above 0';
        const seconds = this.#value(word, value, positive(parseDuration(value)), { what, example: 'timeout:5m' });
        this.#reader.at += 1;
        const body = this.#body(word);
        return { kind: 'timeout', seconds: seconds ?? 1, body, span: this.#spanFrom(word) };
    }
    #budget(word, value) {
        const what = 'an amount of dollars above 0';
        const dollars = this.#value(word, value, positive(parseDollars(value)), {
            what,
            example: 'budget:12usd',
        });
        this.#reader.at += 1;
        const body = this.#body(word);
        return { kind: 'budget', dollars: dollars ?? 1, body, span: this.#spanFrom(word) };
    }
    #droid(word, value) {
        const agent = /^[\p{L}_][\p{L}\p{N}_./-]*$/u.test(value) && word.parts.length === 1 ? value : undefined;
        this.#value(word, value, agent, { what: 'the name of an agent', example: 'droid:ml-engineer' });
        this.#reader.at += 1;
        const agentSpan = behindColon(word, value);
        const body = this.#body(word);
        return { kind: 'delegation', agent: agent ?? '…', agentSpan, body, span: this.#spanFrom(word) };
    }
    /** repeat = "repeat:" count "until:" condition */
    #repeat(word, value) {
        const reader = this.#reader;
        const shown = 'write `repeat:5 until:accuracy>0.9 → …`';
        let times;
        if (value === '')
            reader.report('unbounded-loop', word.span, `\`${word.text}\` needs a number of times`, shown);
        else
            times = this.#value(word, value, positive(parseCount(value)), {
                what: 'a number of times',
                example: 'repeat:5',
            });
        reader.at += 1;
        const until = reader.peek();
        const hasUntil = until.kind === 'word' && !until.quoted && /^\/?until:$/i.test(until.text);
        if (!hasUntil)
            reader.report('unbounded-loop', word.span, `\`${word.text}\` without \`until:\``, shown);
        const condition = hasUntil
            ? parseOwnCondition(reader)
            : { expression: undefined, text: '…', span: word.span };
        const body = this.#body(word);
        return { kind: 'repeat', times: times ?? 1, until: condition, body, span: this.#spanFrom(word) };
    }
    /** A loop that has no count. */
    until(word) {
        const condition = parseOwnCondition(this.#reader);
        const message = '`until:` without `repeat:` and a number of times in front of it';
        this.#reader.report('unbounded-loop', word.span, message, `write \`repeat:5 until:${condition.text} → …\``);
        return this.#reader.recover();
    }
    /** fork = "fork:" count "→" item "&" item … */
    #fork(word, value) {
        const reader = this.#reader;
        const max = this.#value(word, value, positive(parseCount(value)), {
            what: 'a number of branches at once',
            example: 'fork:4',
        });
        reader.at += 1;
        const body = this.#body(word);
        if (body.kind === 'fork' && body.max === undefined) {
            const fork = { ...body, max: max ?? 1, span: this.#spanFrom(word) };
            return fork;
        }
        if (body.kind !== 'unreadable') {
            const help = body.kind === 'command' || body.kind === 'group'
                ? `write \`${word.text} → /a & /b\``
                : `write each branch in \`( )\`: \`${word.text} → (retry:3 → /a) & /b\``;
            reader.report('unexpected-token', word.span, `\`${word.text}\` without branches joined by \`&\``, help);
        }
        return { kind: 'unreadable', span: this.#spanFrom(word) };
    }
    // ---- handlers of the whole chain ----
    /** Whether a handler begins here: its word at the start of a statement, with an arrow behind. */
    atHandler() {
        return handlerOf(this.#reader.peek()) !== undefined && this.#reader.behind().kind === 'arrow';
    }
    /** handler = ( "on_failure" | "finally" ) "→" item, and there the statement ends */
    handler() {
        const reader = this.#reader;
        const word = reader.peek();
        reader.at += 1;
        const body = this.#body(word);
        if (reader.peek().kind === 'arrow') {
            const { span } = reader.peek();
            const name = handlerOf(word);
            const help = `write \`${name} → (/a → /b)\` if all of it belongs to the handler; what runs after it in any case stands on a line before`;
            reader.report('unexpected-token', span, `\`${name}\` takes one element`, help);
            reader.skipBranch();
        }
        const on = handlerOf(word) === 'finally' ? 'end' : 'failure';
        return { kind: 'handler', on, body, span: this.#spanFrom(word) };
    }
    /** `on_failure` and `finally` where no handler of the chain can begin. */
    misplacedHandler(word, isStart) {
        const reader = this.#reader;
        const name = handlerOf(word) ?? word.text;
        const own = `on a line of its own: \`${name} → /command\``;
        const marker = name === 'finally' ? '; that of a `/try:` is written `/finally`' : '';
        if (isStart && reader.innermost === undefined) {
            reader.at += 1;
            reader.unexpected(`expected \`→\` behind \`${word.text}\``, `write \`${name} → /command\``);
        }
        else {
            const place = reader.innermost === undefined ? 'the middle of a statement' : 'brackets';
            const message = `\`${word.text}\` is for the whole chain and cannot stand in ${place}`;
            reader.report('unexpected-token', word.span, message, `write it ${own}${marker}`);
        }
        return reader.recover();
    }
    // ---- what all of them have ----
    /** The value behind the colon, or undefined with a word on what is missing. */
    #value(word, written, value, { what, example }) {
        const isPlain = word.parts.length === 1 && word.parts[0]?.kind === 'text';
        if (value !== undefined && isPlain)
            return value;
        const help = isPlain
            ? `write \`${example}\``
            : `write it out, as \`${example}\`: it is planned before anything runs`;
        const message = written === '' ? `\`${word.text}\` needs ${what}` : `\`${written}\` is not ${what}`;
        this.#reader.report('invalid-value', written === '' ? word.span : behindColon(word, written), message, help);
        return undefined;
    }
    /** The arrow and the item behind it. */
    #body(word, options) {
        const reader = this.#reader;
        const arrow = reader.peek();
        if (arrow.kind === 'arrow')
            reader.at += 1;
        if (reader.atSequenceEnd() || (0,keywords/* markerOf */.we)(reader.peek())) {
            const missing = arrow.kind === 'arrow' ? 'a command behind `→`' : '`→` and a command';
            reader.unexpected(`expected ${missing}`, `write \`${word.text} → /command\``);
            return { kind: 'unreadable', span: word.span };
        }
        if (arrow.kind !== 'arrow') {
            // `timeout: 5m` lacks its value, which is said, and stands behind a blank.
            const isValue = arrow.kind === 'word' && word.text.endsWith(':') && reader.behind().kind === 'arrow';
            if (isValue && !arrow.text.startsWith('/'))
                reader.at += 2;
            else {
                const meant = options === undefined ? undefined : meantOption(arrow);
                reader.unexpected('expected `→`', meant ?? options);
                // It would be read as a command, which is no second mistake.
                if (meant !== undefined)
                    reader.at += reader.behind().kind === 'arrow' ? 2 : 1;
            }
        }
        return this.#nested.item();
    }
    #spanFrom(word) {
        return { start: word.span.start, end: this.#reader.lastEnd };
    }
}
/** `on_failure` or `finally`, in whatever spelling. */
function handlerOf(token) {
    if (token.kind !== 'word' || token.quoted)
        return undefined;
    if (/^\/?on[_-]failure$/i.test(token.text))
        return 'on_failure';
    return /^\/?finally$/i.test(token.text) ? 'finally' : undefined;
}
function isOption(token) {
    return token.kind === 'word' && !token.quoted && /^(?:delay|backoff):/i.test(token.text);
}
/** `dealy:60` behind `retry:3`. */
function meantOption(token) {
    const [, name, value] = token.kind === 'word' ? (/^([a-z_-]+):(\d.*)$/i.exec(token.text) ?? []) : [];
    return name === undefined ? undefined : (0,language_name/* didYouMean */.au)(name, ['delay', 'backoff'], (one) => `${one}:${value}`);
}
function positive(value) {
    return value === undefined || value <= 0 ? undefined : value;
}
function behindColon(word, value) {
    return { start: word.span.end - value.length, end: word.span.end };
}

;// CONCATENATED MODULE: ./build/language/try-parser.js


class TryParser {
    #reader;
    #nested;
    #open;
    #branches;
    constructor(reader, nested, open, branches) {
        this.#reader = reader;
        this.#nested = nested;
        this.#open = open;
        this.#branches = branches;
    }
    /** try = "/try:" sequence { "/catch:" label "→" sequence } [ "/else" "→" sequence ] [ "/finally" "→" sequence ] [ "/end" ] */
    markerTry() {
        const reader = this.#reader;
        const keyword = reader.peek().span;
        reader.at += 1;
        const first = reader.peek();
        const name = `/try:${first.kind === 'word' ? first.text.slice(0, 60) : ''}`;
        const own = { kind: 'try', name, stage: 'body' };
        return this.#open.during(own, () => {
            const body = this.#branches.branch('any');
            const catches = [];
            let otherwise;
            let last;
            let closed = false;
            while (!closed) {
                const word = reader.peek();
                const marker = (0,keywords/* markerOf */.we)(word);
                if (word.kind !== 'word' || !marker || this.#open.taker(marker) !== own)
                    break;
                if (marker !== '/end')
                    this.#open.noticeNearest(own, word.span, marker);
                reader.at += 1;
                if (marker === '/catch:') {
                    own.stage = 'catch';
                    const label = this.#label(word);
                    catches.push({ ...label, body: this.#branches.branch(label.label === '' ? 'any' : 'arrow') });
                }
                else if (marker === '/else') {
                    own.stage = 'else';
                    otherwise = this.#branches.branch('arrow');
                }
                else if (marker === '/finally') {
                    own.stage = 'finally';
                    last = this.#branches.branch('arrow');
                }
                else
                    closed = true;
            }
            if (own.stage === 'body') {
                const help = 'write `→ /catch:any → …` for what is to be done when it fails';
                reader.report('unexpected-token', keyword, '`/try:` without a `/catch:` or `/finally`', help);
            }
            return {
                kind: 'try',
                body,
                catches,
                ...(otherwise ? { otherwise } : {}),
                ...(last ? { finally: last } : {}),
                closed,
                span: { start: keyword.start, end: reader.lastEnd },
            };
        });
    }
    /** The label within `/catch:label`; empty when there is none, which is reported. */
    #label(word) {
        const written = /:(.*)$/s.exec(word.text)?.[1] ?? '';
        const labelSpan = { start: word.span.end - written.length, end: word.span.end };
        if (/^(?:\*|[\p{L}_][\p{L}\p{N}_-]*)$/u.test(written)) {
            return { label: written === '*' ? 'any' : written, labelSpan };
        }
        const next = this.#reader.peek();
        const command = next.kind === 'word' && next.span.start === word.span.end ? next.text : undefined;
        const help = command
            ? `write \`/catch:any → ${command}\``
            : 'write `/catch:any`, or what to catch: `/catch:timeout`, `/catch:training-failed`';
        if (written === '')
            this.#reader.report('unexpected-token', word.span, `\`${word.text}\` needs a label`, help);
        else
            this.#reader.report('unexpected-token', labelSpan, `\`${written}\` is no label`, help);
        return { label: '', labelSpan };
    }
    /** bare = "try:" [ "→" ] item "→" catch { "→" catch }, and there the statement ends */
    bareTry() {
        const reader = this.#reader;
        const keyword = reader.peek().span;
        reader.at += 1;
        if (reader.peek().kind === 'arrow')
            reader.at += 1;
        if (reader.atSequenceEnd()) {
            reader.unexpected('expected a command behind `try:`');
            return undefined;
        }
        const first = reader.peek().span.start;
        const body = this.#nested.item();
        const catches = [];
        while (reader.peek().kind === 'arrow') {
            const word = reader.behind();
            if (!isBareCatch(word))
                return this.#rest(first, catches.length > 0);
            reader.at += 2;
            const handler = this.#bareCatch(word);
            if (!handler)
                return undefined;
            catches.push(handler);
        }
        if (catches.length === 0) {
            const help = 'write `→ catch:/command` behind it';
            reader.report('unexpected-token', keyword, '`try:` without a `catch:`', help);
            return undefined;
        }
        return {
            kind: 'try',
            body: sequenceOf(body),
            catches,
            closed: false,
            span: { start: keyword.start, end: reader.lastEnd },
        };
    }
    /** catch = "catch:" item | "catch:" label "→" item */
    #bareCatch(word) {
        const reader = this.#reader;
        const isLabelled = !word.text.endsWith(':');
        const label = isLabelled ? this.#label(word) : { label: 'any', labelSpan: word.span };
        if (reader.peek().kind === 'arrow')
            reader.at += 1;
        else if (isLabelled && !reader.atSequenceEnd())
            reader.unexpected('expected `→`');
        if (reader.atSequenceEnd()) {
            reader.unexpected(`expected a command behind \`${word.text}\``);
            return undefined;
        }
        return { ...label, body: sequenceOf(this.#nested.item()) };
    }
    /** More than one element for the body and one for each catch. */
    #rest(first, hasCatch) {
        const reader = this.#reader;
        const { span } = reader.behind();
        reader.skipBranch();
        const all = sourceText(reader.source, first, reader.lastEnd)
            .replace(/(?<=→ ?|-> ?)\/?catch:(?: ?(?:→|->))? ?(?=\/)/gi, '/catch:any → ')
            .replace(/(?<=→ ?|-> ?)catch:/gi, '/catch:');
        const message = `\`try:\` takes one element${hasCatch ? ', and one for each `catch:`' : ' in front of `catch:`'}`;
        const help = hasCatch
            ? `write \`/try:${all}\` if the rest belongs to the handler; on a line of its own it runs behind both`
            : `write \`/try:${all}${/\/catch:/i.test(all) ? '' : ' → /catch:any → …'}\``;
        reader.report('unexpected-token', span, message, help);
    }
}
function isBareCatch(token) {
    return token.kind === 'word' && !token.quoted && /^catch:/i.test(token.text);
}
function sequenceOf(element) {
    return { elements: [element], span: element.span };
}

;// CONCATENATED MODULE: ./build/language/element-parser.js
/** One element: the word or bracket that is next says which, and the parser of that one reads it. */










/** What a keyword needs that stands there without it. */
const incomplete = {
    if: 'if:accuracy>0.9',
    elif: '/elif:accuracy>0.9',
    require: 'require:accuracy>0.9',
    case: 'case:$x',
    try: 'try:/train',
    catch: '/catch:any',
    fallback: 'fallback:/command',
    fork: 'fork:4',
    repeat: 'repeat:5 until:accuracy>0.9',
    until: 'repeat:5 until:accuracy>0.9',
    budget: 'budget:12usd',
    droid: 'droid:ml-engineer',
    context: 'context:winner',
};
const signs = new Set(['&&', '||', '|', '&']);
class ElementParser {
    #reader;
    #nested;
    #open;
    #prefixes;
    #ifs;
    #tries;
    #cases;
    #isQuoteOpen;
    constructor(reader, nested, open, branches, prefixes) {
        this.#reader = reader;
        this.#nested = nested;
        this.#open = open;
        this.#prefixes = prefixes;
        this.#ifs = new IfParser(reader, nested, open, branches);
        this.#tries = new TryParser(reader, nested, open, branches);
        this.#cases = new CaseParser(reader, branches);
    }
    /** Undefined for what could not be read, which is reported. */
    element() {
        const reader = this.#reader;
        const element = this.#bare();
        const { kind, span } = reader.peek();
        if (kind !== '>' && kind !== '>>')
            return element;
        const many = element?.kind === 'distribution' || element?.kind === 'parallel' || element?.kind === 'fork';
        const help = many
            ? 'make one result of them first: `… → /results:aggregate > $all`'
            : 'put it directly behind the command whose result it stores';
        const what = element?.kind === 'distribution' ? 'one command' : 'a command';
        reader.report('unexpected-token', span, `a redirect belongs to ${what}`, help);
        reader.at += 1;
        return reader.recover();
    }
    #bare() {
        const reader = this.#reader;
        const token = reader.peek();
        if (token.kind === '(')
            return this.#group();
        if (token.kind !== 'word' || token.quoted)
            return this.#missing();
        if ((0,keywords/* isParallel */.K7)(token.text))
            return this.#parallel(token);
        if (token.parts[0]?.kind === 'variable')
            return parseAssignment(reader, token);
        const keyword = (0,keywords/* keywordOf */.XL)(token);
        const { name, value } = keyword;
        if (value === undefined) {
            if (name === 'barrier')
                return this.#barrier(token);
            if (name === 'else' || name === 'end')
                return this.#refused(token, 'is no command', `/${token.text}`);
            if (handlerOf(token))
                return this.#prefixes.misplacedHandler(token, false);
            return Object.hasOwn(incomplete, name) ? this.#incomplete(token, name) : parseCommand(reader, token);
        }
        if (value === '' && (name === 'else' || name === 'end'))
            return this.#refused(token, 'takes no colon', `/${name}`);
        if (value === '' && (name === 'on_failure' || name === 'finally'))
            return this.#refused(token, 'takes no colon', `${name} → /command`);
        if (name === 'elseif' || name === 'elsif' || name === 'else_if')
            return this.#refused(token, 'is no word of a chain', '/elif:condition');
        switch (name) {
            case 'if':
                return token.text.startsWith('/') ? this.#ifs.markerIf() : this.#ifs.positionalIf();
            case 'elif':
                return this.#refused(token, 'is no command', '/elif:');
            case 'require':
                return this.#require();
            case 'try':
                return token.text.startsWith('/') ? this.#tries.markerTry() : this.#tries.bareTry();
            case 'catch':
                return this.#bareCatch(token);
            case 'case':
                return this.#cases.case();
            case 'fallback':
                return this.#fallback(token);
            case 'until':
                return this.#prefixes.until(token);
            case 'state':
                return parseCheckpoint(reader, token, value);
            case 'context':
                return parseContext(reader, token, value);
            case 'retry':
            case 'timeout':
            case 'repeat':
            case 'budget':
            case 'droid':
            case 'fork':
                return this.#prefixes.prefix(token, keyword);
        }
        return parseCommand(reader, token);
    }
    // ---- what is missing or misplaced ----
    #missing() {
        const reader = this.#reader;
        const { kind } = reader.peek();
        const before = reader.tokens[reader.at - 1]?.kind;
        const leads = before === 'newline' && signs.has(kind);
        const behind = before !== undefined && signs.has(before) ? ` behind \`${before}\`` : '';
        const next = reader.peek();
        const quoted = next.kind === 'word'
            ? 'a command is written without quotes'
            : kind === '['
                ? 'branches stand in `parallel[/a | /b]`, a group in `(/a → /b)`'
                : undefined;
        reader.unexpected(`expected a command${behind}`, leads ? `put \`${kind}\` at the end of the line before` : quoted);
        return reader.recover();
    }
    #refused(word, what, instead) {
        this.#reader.report('unexpected-token', word.span, `\`${word.text}\` ${what}`, `write \`${instead}\``);
        return this.#reader.recover();
    }
    #incomplete(word, name) {
        if (name === 'repeat' || name === 'until') {
            const help = 'write `repeat:5 until:accuracy>0.9 → …`';
            this.#reader.report('unbounded-loop', word.span, `\`${word.text}\` needs a number of times`, help);
            this.#reader.at += 1;
            return this.#reader.recover();
        }
        const needs = {
            ...{ if: 'a condition', elif: 'a condition', require: 'a condition', case: 'a variable' },
            ...{ try: 'a command', catch: 'a label', fallback: 'a command', fork: 'a number' },
            ...{ budget: 'an amount', droid: 'the name of an agent', context: 'the name of a result' },
        };
        if (name === 'if' || name === 'try')
            this.#open.isBroken = true;
        const example = incomplete[name] ?? '';
        const slash = word.text.startsWith('/') && !example.startsWith('/') ? '/' : '';
        return this.#refused(word, `needs ${needs[name]}`, `${slash}${example}`);
    }
    #bareCatch(word) {
        const help = 'write `try: /command → catch:/handler`, or `/catch:label` behind `/try:`';
        this.#reader.report('catch-without-try', word.span, `\`${word.text}\` without \`try:\` in front of it`, help);
        return this.#reader.recover();
    }
    // ---- elements that are short to read ----
    /** require = "/require:" condition */
    #require() {
        const start = this.#reader.peek().span.start;
        const condition = parseOwnCondition(this.#reader);
        return { kind: 'require', condition, span: { start, end: Math.max(start, condition.span.end) } };
    }
    #barrier(word) {
        const barrier = parseBarrier(this.#reader, word);
        if (this.#reader.peek().kind !== 'word')
            return barrier;
        this.#reader.unexpected('expected `→`', '`barrier` takes no arguments');
        return this.#reader.recover();
    }
    /** fallback = "/fallback:" command */
    #fallback(keyword) {
        const reader = this.#reader;
        reader.at += 1;
        const word = reader.peek();
        if (word.kind !== 'word' || word.quoted) {
            reader.unexpected(`expected a command behind \`${keyword.text}\``, 'write `/fallback:use-backup`');
            return reader.recover();
        }
        const command = parsePlainCommand(reader, word, 'behind `/fallback:`');
        if (!command)
            return undefined;
        const span = { start: keyword.span.start, end: command.span.end };
        return { kind: 'fallback', command: { ...command, slash: true }, span };
    }
    /** group = "(" inner ")" */
    #group() {
        const open = this.#reader.peek();
        const chain = this.#bracketed('(', () => this.#nested.inner());
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
                found.push(this.#nested.inner());
                if (reader.peek().kind !== '|')
                    break;
                reader.at += 1;
            }
            return found;
        });
        if (!this.#close(']', open.span))
            return undefined;
        if (options.min !== undefined && options.min > branches.length) {
            const message = `\`min=${options.min}\` is more than the ${branches.length} branches`;
            reader.report('invalid-value', word.span, message);
        }
        return { kind: 'parallel', ...options, branches, span: { start: word.span.start, end: reader.lastEnd } };
    }
    #parallelWithoutBrackets(word) {
        const reader = this.#reader;
        const next = reader.tokens.slice(reader.at, reader.at + 20);
        const end = next.findIndex(({ kind }) => kind === 'newline' || kind === ';' || kind === 'arrow');
        const pipe = next.slice(0, end < 0 ? undefined : end).find(({ kind }) => kind === '|');
        if (pipe && reader.innermost !== '[') {
            const help = `write \`${word.text.replace(/:$/, '')}[/a | /b]\``;
            reader.report('pipe-in-parallel', pipe.span, '`|` separates branches only inside `[ ]`', help);
        }
        else
            reader.unexpected(`expected \`[\` behind \`${word.text}\``);
        reader.skipBranch();
    }
    // ---- brackets ----
    /** Reads what stands behind the opening bracket; the closing one is `#close`'s. */
    #bracketed(bracket, parseInside) {
        const reader = this.#reader;
        const outside = reader.isInCase;
        reader.isInCase = false;
        reader.brackets.push(bracket);
        reader.at += 1;
        const result = this.#open.hidden(parseInside);
        reader.brackets.pop();
        reader.isInCase = outside;
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
        this.#isQuoteOpen ??= this.#findOpenQuote();
        return this.#isQuoteOpen;
    }
    #findOpenQuote() {
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

;// CONCATENATED MODULE: ./build/language/open-constructs.js
class OpenConstructs {
    #reader;
    /** Those of the innermost bracket, outermost first: a bracket hides the ones around it. */
    #open = [];
    /** Set in a statement whose `/if` or `/try` could not be read: markers without one follow from that. */
    isBroken = false;
    constructor(reader) {
        this.#reader = reader;
    }
    /** Reads the inside of a bracket, where the markers of the outside mean nothing. */
    hidden(parseInside) {
        const outside = this.#open;
        const { isBroken } = this;
        this.#open = [];
        this.isBroken = false;
        const result = parseInside();
        this.#open = outside;
        this.isBroken = isBroken;
        return result;
    }
    /** Keeps it open while its branches are read. */
    during(construct, parseBranches) {
        this.#open.push(construct);
        const result = parseBranches();
        this.#open.pop();
        return result;
    }
    /** The innermost that can still take the marker, which is the next token. */
    taker(marker) {
        return this.#open.findLast((construct) => canTake(construct, marker));
    }
    /** The innermost of a kind, whatever it can take. */
    innermost(kind) {
        return this.#open.findLast((construct) => construct.kind === kind);
    }
    /** With several open, the indentation may mean another one than the rule. */
    noticeNearest(own, span, marker) {
        const open = this.#open.filter((construct) => canTake(construct, marker));
        if (open.length < 2)
            return;
        const kinds = new Set(open.map(({ kind }) => kind));
        const all = kinds.size > 1 ? 'constructs' : `\`/${own.kind}:\``;
        this.#reader.diagnostics.add('dangling-else', this.#reader.source, span, `\`${marker}\` belongs to the nearest of ${open.length} open ${all}, which is \`${own.name}\``, { help: 'end the inner one with `/end` first if the outer one is meant' });
    }
}
function canTake({ kind, stage }, marker) {
    switch (marker) {
        case '/elif:':
            return kind === 'if' && stage === 'body';
        case '/else':
            return stage === 'body' || stage === 'catch';
        case '/catch:':
            return kind === 'try' && (stage === 'body' || stage === 'catch');
        case '/finally':
            return kind === 'try' && stage !== 'finally';
        case '/end':
            return true;
    }
}

// EXTERNAL MODULE: ./build/language/lexer.js + 3 modules
var lexer = __webpack_require__(92867);
// EXTERNAL MODULE: ./build/language/token.js
var language_token = __webpack_require__(65322);
;// CONCATENATED MODULE: ./build/language/token-reader.js


class TokenReader {
    source;
    diagnostics;
    tokens;
    /** Index of the next token. */
    at = 0;
    /** The brackets that are open here, outermost first. */
    brackets = [];
    /** Set while arms of a `case:` are read, which end where the next one begins. */
    isInCase = false;
    /** Index of the first token whose comments nobody has taken. */
    #commentsAt = 0;
    /** The same for those at the end of a line. */
    #lineCommentsAt = 0;
    /** Set when the rest of the text is left unread; nothing more is reported then. */
    #abandoned = false;
    #end;
    constructor(source, diagnostics) {
        this.source = source;
        this.diagnostics = diagnostics;
        this.tokens = (0,lexer/* lex */.I)(source, diagnostics);
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
    /** The end of a statement, bracket, parallel branch or arm. */
    atSequenceEnd() {
        const { kind } = this.peek();
        if (kind === '|')
            return this.innermost === '[';
        if (kind === '↳')
            return this.isInCase;
        return this.atStatementEnd() || kind === ']' || kind === ')';
    }
    /** Comments up to and with those of the next token, or of the one at `last`; each is given out once. */
    takeComments(last = this.at) {
        const found = [];
        for (; this.#commentsAt <= last && this.#commentsAt < this.tokens.length; this.#commentsAt += 1) {
            const { comments = [], lineComments = [] } = this.tokens[this.#commentsAt] ?? {};
            if (this.#commentsAt >= this.#lineCommentsAt)
                for (const comment of lineComments)
                    found.push(comment);
            for (const comment of comments)
                found.push(comment);
        }
        return found;
    }
    /** What stands at the end of the line, as one comment: of `/a # x` and `; # y` below it, which become one line. */
    takeLineComments() {
        if (this.at < this.#commentsAt || this.at < this.#lineCommentsAt)
            return [];
        this.#lineCommentsAt = this.at + 1;
        const { lineComments } = this.peek();
        return lineComments ? [lineComments.join(' ')] : [];
    }
    /** Where something went wrong already, whatever else is wrong there follows from it and is not reported. */
    report(code, span, message, help) {
        if (this.#abandoned || this.diagnostics.hasErrorAt(this.source, span.start))
            return;
        this.diagnostics.add(code, this.source, span, message, { help });
    }
    unexpected(expected, help) {
        const token = this.peek();
        this.report('unexpected-token', token.span, `${expected}, found ${(0,language_token/* describe */.q)(token)}`, help);
    }
    /** Skips what is left of the element, brackets included, so that its neighbours are still read. */
    recover() {
        this.#skip(({ kind }) => {
            if (kind === 'arrow' || kind === '&&' || kind === '||' || kind === '|' || kind === '&')
                return true;
            return this.atSequenceEnd();
        });
    }
    /** Up to the end of the innermost branch, bracket or statement. */
    skipBranch() {
        const { innermost } = this;
        this.#skip(({ kind }) => {
            if (kind === 'end' || kind === 'newline')
                return true;
            if (kind === '↳')
                return this.isInCase;
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

;// CONCATENATED MODULE: ./build/language/parser.js
/**
 * Tokens → tree. Never throws on a person's text: a mistake becomes one diagnostic, and parsing goes on behind the next
 * arrow, bracket or statement, so that every other mistake is found too. What could not be read stands in the tree as
 * `unreadable`, so that nobody concludes from its absence.
 *
 * The grammar, from loose to tight, stands at the methods that read it, here and in the parsers of single elements.
 */







/** Deeper than any person writes; keeps hostile text from using up the call stack. */
const deepest = 200;
function parse(source, diagnostics = new diagnostic/* Diagnostics */.r()) {
    return { chain: new Parser(new TokenReader(source, diagnostics)).chain(), diagnostics };
}
class Parser {
    #reader;
    #open;
    #branches;
    #prefixes;
    #elements;
    #depth = 0;
    constructor(reader) {
        this.#reader = reader;
        const nested = {
            sequence: () => this.#sequence(),
            item: () => this.#item(),
            inner: () => this.#inner(),
        };
        this.#open = new OpenConstructs(reader);
        this.#branches = new BranchParser(reader, nested, this.#open);
        this.#prefixes = new PrefixParser(reader, nested);
        this.#elements = new ElementParser(reader, nested, this.#open, this.#branches, this.#prefixes);
    }
    /** chain = { statement ( ";" | newline ) } */
    chain() {
        const reader = this.#reader;
        const statements = [];
        while (reader.peek().kind !== 'end') {
            if (this.#skipSeparators())
                continue;
            const before = reader.at;
            this.#open.isBroken = false;
            const sequence = this.#statement();
            if (!reader.atStatementEnd()) {
                const helps = {
                    '↳': 'an arm belongs to `case:$x`, which stands before it',
                    '(': 'a group stands between arrows: `→ (/a → /b)`; in an argument brackets are quoted',
                };
                const { kind, span } = reader.peek();
                const isShell = kind === '(' && reader.source.text[span.start - 1] === '$';
                const shell = 'a chain is no shell: `${…}` computes, `<result>` is what the element before gave';
                reader.unexpected('expected `→` or the end of the statement', isShell ? shell : helps[kind]);
                reader.skipBranch();
            }
            if (reader.at === before)
                reader.at += 1;
            const end = this.#skipSeparators() ?? 'newline';
            const comments = reader.takeComments(reader.at - 1);
            statements.push({ sequence: behind(sequence, comments), end });
        }
        const span = { start: 0, end: reader.source.text.length };
        if (statements.length === 0 && !reader.diagnostics.hasErrors) {
            const first = { start: 0, end: Math.min(1, span.end) };
            const help = 'write at least one command, such as `/train`';
            reader.report('empty-chain', first, 'the chain is empty', help);
        }
        const comments = reader.takeComments(reader.tokens.length);
        return { statements, ...(comments.length > 0 ? { comments } : {}), span };
    }
    /** What separates two statements: one `;` among the newlines is enough. */
    #skipSeparators() {
        const reader = this.#reader;
        let found;
        for (let { kind } = reader.peek(); kind === 'newline' || kind === ';'; { kind } = reader.peek()) {
            found = kind === ';' ? ';' : (found ?? 'newline');
            reader.at += 1;
        }
        return found;
    }
    /** statement = handler | sequence */
    #statement() {
        const reader = this.#reader;
        const { span } = reader.peek();
        const word = reader.peek();
        if (this.#prefixes.atHandler()) {
            const comments = reader.takeComments();
            const handler = withComments(this.#prefixes.handler(), comments);
            return this.#ended({ elements: [handler], span: { start: span.start, end: reader.lastEnd } });
        }
        if (word.kind !== 'word' || handlerOf(word) === undefined)
            return this.#sequence();
        this.#prefixes.misplacedHandler(word, true);
        return { elements: [{ kind: 'unreadable', span }], span };
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
    /** sequence = item { "→" item } */
    #sequence() {
        const reader = this.#reader;
        const start = reader.peek().span.start;
        const elements = [];
        for (;;) {
            const marker = (0,keywords/* markerOf */.we)(reader.peek());
            if (marker && this.#open.taker(marker))
                break;
            if (marker && (marker !== '/finally' || this.#open.innermost('try'))) {
                this.#branches.stray(marker);
                if (reader.atSequenceEnd())
                    break;
                continue;
            }
            const item = this.#item();
            if (reader.peek().kind === 'arrow') {
                elements.push(atLineEnd(item, reader.takeLineComments()));
                reader.at += 1;
                if (reader.atSequenceEnd()) {
                    reader.unexpected('expected a command behind `→`');
                    break;
                }
                continue;
            }
            elements.push(item);
            if (!(0,keywords/* beginsElement */.tu)(reader.peek()))
                break;
            if (reader.tokens[reader.at - 1]?.kind !== 'arrow')
                this.#missingArrow();
        }
        return this.#ended({ elements, span: { start, end: Math.max(start, reader.lastEnd) } });
    }
    #missingArrow() {
        const word = this.#reader.peek();
        const isPrefix = word.kind === 'word' && /^\/?(?:retry|timeout|repeat|budget):/i.test(word.text);
        const help = isPrefix
            ? `it stands in front of what it is for: \`${word.text} → /command\`; an argument is quoted: \`'${word.text}'\``
            : undefined;
        this.#reader.unexpected('expected `→`', help);
    }
    /** Comments that stand behind the last element, still before what ends the branch. */
    #ended(sequence) {
        const reader = this.#reader;
        const { kind } = reader.peek();
        const isNext = kind === 'end' || kind === '↳' || kind === '|';
        const comments = [...reader.takeComments(reader.at - 1), ...reader.takeLineComments()];
        return behind(sequence, isNext ? comments : [...comments, ...reader.takeComments()]);
    }
    /** item = logical { "&" logical } */
    #item() {
        const reader = this.#reader;
        const before = reader.takeComments();
        return withComments(this.#forked(), before);
    }
    #forked() {
        const reader = this.#reader;
        const first = this.#logical();
        if (reader.peek().kind !== '&')
            return first;
        const branches = [first];
        while (reader.peek().kind === '&') {
            this.#refuseGlued();
            reader.at += 1;
            branches.push(this.#logical());
        }
        const span = { start: first.span.start, end: Math.max(first.span.end, reader.lastEnd) };
        return { kind: 'fork', branches, span };
    }
    /** logical = piped { ( "&&" | "||" ) piped } */
    #logical() {
        const reader = this.#reader;
        let left = this.#piped();
        for (let count = 1;; count += 1) {
            const { kind, span } = reader.peek();
            if (kind !== '&&' && kind !== '||')
                return left;
            if (count > deepest) {
                reader.report('nesting-too-deep', span, `more than ${deepest} elements joined by \`&&\` and \`||\``);
                reader.abandon();
                return left;
            }
            reader.at += 1;
            const right = this.#piped();
            const both = { start: left.span.start, end: Math.max(left.span.end, right.span.end) };
            left =
                left.kind === 'unreadable' || right.kind === 'unreadable'
                    ? { kind: 'unreadable', span: both }
                    : { kind: 'logical', operator: kind, left, right, span: both };
        }
    }
    /** piped = element { "|" element }; directly within `parallel[ ]` a `|` begins the next branch */
    #piped() {
        const reader = this.#reader;
        const first = this.#element();
        if (!this.#atPipe())
            return first;
        const stages = [first];
        while (this.#atPipe()) {
            this.#refuseStored(stages.at(-1), reader.peek().span);
            this.#refuseGlued();
            reader.at += 1;
            stages.push(this.#element());
        }
        return {
            kind: 'pipe',
            stages,
            span: { start: first.span.start, end: Math.max(first.span.end, reader.lastEnd) },
        };
    }
    /** `/get https://x.org/?a=1&b=2`, `/count a|b`: an argument that would be cut in two. */
    #refuseGlued() {
        const reader = this.#reader;
        const [first, before] = reader.tokens.slice(Math.max(0, reader.at - 2), reader.at);
        const sign = reader.peek();
        const next = reader.behind();
        if (first?.kind !== 'word' || before?.kind !== 'word' || next.kind !== 'word')
            return;
        if (before.span.end !== sign.span.start || sign.span.end !== next.span.start)
            return;
        if (next.text.startsWith('/') || before.quoted || next.quoted)
            return;
        const written = reader.source.text.slice(before.span.start, next.span.end);
        const message = `\`${sign.kind}\` would end the command in the middle of its argument`;
        reader.report('unexpected-token', sign.span, message, `quote the argument: \`'${written}'\``);
    }
    /** `$x = /a | /b`: some languages store what `/a` gives, others what the whole pipe gives. */
    #refuseStored(stage, span) {
        if (stage?.kind !== 'assignment' || stage.value.is !== 'command')
            return;
        const { variable } = stage;
        const message = `whether \`$${variable}\` is what stands in front of \`|\` or what the whole pipe gives cannot be seen`;
        const help = `write \`/a > $${variable} | /b\` for the first, \`/a | /b > $${variable}\` for the last`;
        this.#reader.report('unexpected-token', span, message, help);
    }
    #atPipe() {
        return this.#reader.peek().kind === '|' && this.#reader.innermost !== '[';
    }
    #element() {
        const reader = this.#reader;
        const { span } = reader.peek();
        if (this.#depth >= deepest) {
            reader.report('nesting-too-deep', span, `more than ${deepest} levels of nesting`);
            reader.abandon();
            return { kind: 'unreadable', span };
        }
        const comments = reader.takeComments();
        this.#depth += 1;
        const element = this.#elements.element() ?? { kind: 'unreadable', span };
        this.#depth -= 1;
        // Those between its own words have no other place.
        const within = reader.takeComments(reader.at - 1);
        return withComments(element, [...comments, ...within]);
    }
}
function behind(sequence, comments) {
    if (comments.length === 0)
        return sequence;
    return { ...sequence, comments: [...(sequence.comments ?? []), ...comments] };
}
function atLineEnd(element, lineComments) {
    return lineComments.length === 0 ? element : { ...element, lineComments };
}
function withComments(node, comments) {
    return comments.length === 0 ? node : { ...node, comments: [...comments, ...(node.comments ?? [])] };
}


/***/ }),

/***/ 90259:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  GP: () => (/* binding */ format),
  yy: () => (/* binding */ print),
  WO: () => (/* binding */ printElement)
});

;// CONCATENATED MODULE: ./build/language/layout.js
/**
 * How printed text is laid out: on one line, or in lines of a given width. Knows nothing of the language but that a line
 * may end behind what joins two items, and that a comment ends its line.
 */
function layout_text(written) {
    return {
        kind: 'text',
        text: written,
        width: written.includes('\n') ? Number.POSITIVE_INFINITY : written.length,
    };
}
function fill(items, trailing = []) {
    const [only] = items;
    const bare = only && only.comments.length + (only.lineComments?.length ?? 0) + trailing.length === 0;
    if (bare && items.length === 1)
        return only.doc;
    return { kind: 'fill', items, trailing, width: widthOf(items.map(itemWidth), 1, trailing) };
}
function block(open, branches, close) {
    const width = open.length + widthOf(branches, 3) + close.length;
    return {
        kind: 'block',
        open,
        branches,
        close,
        width: `${open}${close}`.includes('\n') ? Number.POSITIVE_INFINITY : width,
    };
}
function statements(docs) {
    const [only] = docs;
    return only && docs.length === 1 ? only : { kind: 'statements', docs, width: widthOf(docs, 2) };
}
/** `isTall`: never on one line where there are lines. */
function sections(docs, joint, isTall = false) {
    const width = isTall ? Number.POSITIVE_INFINITY : widthOf(docs, joint.length + 1);
    return { kind: 'sections', docs, joint, width };
}
function itemWidth({ comments, doc, joint, lineComments = [] }) {
    return {
        width: comments.length + lineComments.length > 0 ? Number.POSITIVE_INFINITY : doc.width + joint.length,
    };
}
function widthOf(docs, between, trailing = []) {
    if (trailing.length > 0)
        return Number.POSITIVE_INFINITY;
    return docs.reduce((sum, { width }) => sum + width, Math.max(0, docs.length - 1) * between);
}
/** On one line, without its comments. */
function onOneLine(doc) {
    const out = [];
    writeFlat(doc, out);
    return out.join('');
}
function writeFlat(doc, out) {
    const each = (all, between, write) => all.forEach((one, index) => {
        if (index > 0)
            out.push(between);
        write(one);
    });
    switch (doc.kind) {
        case 'text':
            out.push(doc.text);
            return;
        case 'fill':
            return each(doc.items, ' ', (item) => {
                writeFlat(item.doc, out);
                out.push(item.joint);
            });
        case 'block':
            out.push(doc.open);
            each(doc.branches, ' | ', (branch) => writeFlat(branch, out));
            out.push(doc.close);
            return;
        case 'statements':
            return each(doc.docs, '; ', (one) => writeFlat(one, out));
        case 'sections':
            return each(doc.docs, `${doc.joint} `, (one) => writeFlat(one, out));
    }
}
class Lines {
    #width;
    #lines = [];
    #line = '';
    /** Blanks at the beginning of the current line. */
    #indent = 0;
    #endsInComment = false;
    constructor(width) {
        this.#width = width;
    }
    toString() {
        return [...this.#lines, this.#line].join('\n');
    }
    statement(doc, end, comments = []) {
        this.#open(0);
        this.#write(doc, 0, end);
        this.#trailing(comments, 0);
    }
    /** On lines of their own; an empty one is an empty line. */
    comments(lines) {
        for (const line of lines) {
            this.#open(0);
            if (line === '')
                this.#lines.push('');
            else
                this.#comment(line);
        }
    }
    /** `joint`: what is written directly behind it. */
    #write(doc, indent, joint) {
        if (doc.width + joint.length <= this.#room && !this.#endsInComment)
            return this.#put(`${onOneLine(doc)}${joint}`);
        switch (doc.kind) {
            case 'text':
                return this.#put(`${doc.text}${joint}`);
            case 'fill':
                return this.#fill(doc.items, doc.trailing, indent, joint);
            case 'block':
                return this.#block(doc.open, doc.branches, `${doc.close}${joint}`);
            case 'statements':
                return this.#statements(doc.docs, indent, joint);
            case 'sections':
                return this.#sections(doc.docs, doc.joint, indent + 2, joint);
        }
    }
    #fill(items, trailing, indent, joint) {
        let isBehindSections = false;
        items.forEach((item, index) => {
            const { doc, comments } = item;
            const last = index === items.length - 1;
            const own = index === 0 ? indent : indent + 2;
            const behind = last ? joint : item.joint;
            for (const comment of comments) {
                this.#open(own);
                this.#comment(comment);
            }
            if (comments.length > 0 || isBehindSections)
                this.#open(own);
            else if (index > 0)
                this.#between(doc, own, behind.length);
            const line = this.#lines.length;
            this.#write(doc, doc.kind === 'fill' ? own : indent, behind);
            isBehindSections = doc.kind === 'sections' && this.#lines.length > line;
            this.#trailing(item.lineComments ?? [], indent + 2);
        });
        this.#trailing(trailing, indent + 2);
    }
    /** A blank or a new line in front of an item that is not the first. */
    #between(doc, indent, behind) {
        const fits = doc.width + behind + 1 <= this.#room;
        const opens = doc.kind === 'block' && doc.width > this.#width / 2 && doc.open.length + 1 <= this.#room;
        if ((fits || opens) && !this.#endsInComment)
            this.#put(' ');
        else
            this.#open(indent);
    }
    #block(open, branches, close) {
        this.#put(open);
        const indent = this.#indent;
        branches.forEach((branch, index) => {
            this.#open(indent + 2);
            this.#write(branch, indent + 2, index === branches.length - 1 ? '' : ' |');
        });
        this.#open(indent);
        this.#put(close);
    }
    #statements(docs, indent, joint) {
        docs.forEach((doc, index) => {
            this.#open(indent);
            this.#write(doc, indent, index < docs.length - 1 ? ';' : joint);
        });
    }
    #sections(docs, between, indent, joint) {
        docs.forEach((doc, index) => {
            if (index > 0 || this.#column > this.#indent)
                this.#open(indent);
            this.#write(doc, indent, index === docs.length - 1 ? joint : between);
        });
    }
    /** Behind the last item: the first one on its line. */
    #trailing(comments, indent) {
        comments.forEach((comment, index) => {
            if (index === 0 && !this.#endsInComment)
                this.#put(' ');
            else
                this.#open(indent);
            this.#comment(comment);
        });
    }
    get #column() {
        return this.#line.length;
    }
    get #room() {
        return this.#width - this.#column;
    }
    /** Begins a line, unless the current one has only just begun. */
    #open(indent) {
        if (this.#line.trim() !== '')
            this.#lines.push(this.#line);
        this.#endsInComment = false;
        this.#indent = indent;
        this.#line = ' '.repeat(indent);
    }
    #comment(comment) {
        this.#line += comment;
        this.#endsInComment = true;
    }
    #put(written) {
        if (written === '')
            return;
        if (this.#endsInComment) {
            this.#open(this.#indent);
            this.#line += written.trimStart();
            return;
        }
        // A quoted word may hold line ends, whose lines begin as they are.
        const lines = `${this.#line}${written}`.split('\n');
        this.#line = lines.pop() ?? '';
        this.#lines.push(...lines);
    }
}

;// CONCATENATED MODULE: ./build/language/printer.js
/** Tree → text in the canonical spelling: slashes, `→`, one statement a line. */

/** Each statement on one line, without comments. */
function print(chain) {
    return chain.statements
        .map(({ sequence, end }, index) => {
        const last = index === chain.statements.length - 1;
        return onOneLine(sequenceDoc(sequence)) + (end === ';' && !last ? ';' : '');
    })
        .join('\n');
}
/** On one line, without comments. */
function printElement(element) {
    return onOneLine(fill(itemsOf(element)));
}
/** In lines of at most `width` columns where that is possible, with its comments. */
function format(chain, width = 100) {
    const lines = new Lines(width);
    chain.statements.forEach(({ sequence, end }, index) => {
        const last = index === chain.statements.length - 1;
        const [first, ...rest] = itemsOfSequence(sequence);
        if (!first)
            return;
        lines.comments(first.comments);
        const doc = fill([{ ...first, comments: [] }, ...rest]);
        lines.statement(doc, end === ';' && !last ? ';' : '', trailingOf(sequence));
    });
    lines.comments(chain.comments ?? []);
    return lines.toString();
}
function sequenceDoc(sequence) {
    return fill(itemsOfSequence(sequence), trailingOf(sequence));
}
function itemsOfSequence({ elements }) {
    const groups = elements.map((element, index) => {
        const items = itemsOf(element);
        const last = items.at(-1);
        const { lineComments } = element;
        if (!last || !lineComments || index === elements.length - 1)
            return items;
        return [...items.slice(0, -1), { ...last, lineComments }];
    });
    return joined(groups, ' →');
}
/** Groups of items, each joined to the one behind it. */
function joined(groups, joint) {
    return groups.flatMap((items, group) => items.map((item, index) => index === items.length - 1 && group < groups.length - 1 ? { ...item, joint } : item));
}
/**
 * What stands between arrows: one item for most elements, several for a prefix and what it is for.
 * `isFollowed`: by an operator.
 */
function itemsOf(element, isFollowed = false) {
    const comments = [...(element.comments ?? []), ...innerComments(element)];
    const item = (written) => [
        { comments, doc: typeof written === 'string' ? layout_text(written) : written, joint: '' },
    ];
    const prefix = (words, body) => joined([item(words), itemsOf(body)], ' →');
    switch (element.kind) {
        case 'command':
            return item(printCommand(element));
        case 'distribution':
            return item(distributionDoc(element));
        case 'parallel':
            return item(block(`parallel${options(element)}[`, element.branches.map(innerDoc), ']'));
        case 'group':
            return item(block('(', [innerDoc(element.chain)], ')'));
        case 'fork': {
            const branches = operation(operandItems(between(element.branches, ' &'), 2, isFollowed));
            if (element.max === undefined)
                return [withComments(branches, comments)];
            const count = { comments: [], doc: layout_text(`fork:${element.max}`), joint: ' →' };
            return [withComments(count, [...comments, ...branches.comments]), { ...branches, comments: [] }];
        }
        case 'pipe':
            return [withComments(operation(operandItems(between(element.stages, ' |'), 4, isFollowed)), comments)];
        case 'logical': {
            const { operands, comments: inner } = logicalOperands(element);
            return [withComments(operation(operandItems(operands, 3, isFollowed)), [...comments, ...inner])];
        }
        case 'barrier':
            return item(element.variable === undefined ? 'barrier' : `barrier → $${element.variable}`);
        case 'assignment':
            return item(printAssignment(element));
        case 'if':
            return item(ifDoc(element));
        case 'case':
            return item(caseDoc(element));
        case 'require':
            return item(`/require:${element.condition.text}`);
        case 'try': {
            const [first, ...rest] = itemsOfSequence(element.body);
            const items = [...(first ? [{ ...first, comments: [] }] : []), ...rest];
            const body = fill(items, trailingOf(element.body));
            return [
                withComments({ comments: first?.comments ?? [], doc: tryDoc(element, body), joint: '' }, comments),
            ];
        }
        case 'fallback':
            return item(`/fallback:${printCommand(element.command).slice(1)}`);
        case 'retry':
            return prefix(printRetry(element), element.body);
        case 'timeout':
            return prefix(`timeout:${duration(element.seconds)}`, element.body);
        case 'repeat':
            return prefix(`repeat:${element.times} until:${element.until.text}`, element.body);
        case 'budget':
            return prefix(`budget:${element.dollars}usd`, element.body);
        case 'delegation':
            return prefix(`droid:${element.agent}`, element.body);
        case 'handler':
            return prefix(element.on === 'failure' ? 'on_failure' : 'finally', element.body);
        case 'checkpoint':
            return item(`state:${element.action} → ${printWord(element.file)}`);
        case 'context': {
            const { name, field, variable } = element;
            return item(`context:${name}${field === undefined ? '' : `.${field}`} → $${variable}`);
        }
        case 'unreadable':
            return item('…');
    }
}
/** Comments within what is always written on one line stand in front of it. */
function innerComments(element) {
    const inner = element.kind === 'distribution' || element.kind === 'fallback'
        ? element.command
        : element.kind === 'assignment' && element.value.is === 'command'
            ? element.value.command
            : undefined;
    return inner?.comments ?? [];
}
// ---- commands ----
function printCommand(command) {
    const { name, arguments: words, redirects } = command;
    return [`/${name}`, ...words.map(printWord), ...redirects.map(printRedirect)].join(' ');
}
/** As written, without what only goes on on the next line. */
function printWord({ text: written }) {
    if (!/\\\r?\n/.test(written))
        return written;
    return written.replace(/'[^']*'|"(?:\\[\s\S]|[^"\\])*"|\\[\s\S]/g, (part) => {
        if (part.startsWith("'"))
            return part;
        return part.startsWith('"') ? part.replace(/\\(?:\r?\n|[\s\S])/g, unbroken) : unbroken(part);
    });
}
function unbroken(pair) {
    return /^\\\r?\n$/.test(pair) ? '' : pair;
}
function printRedirect({ to, append }) {
    return `${append ? '>>' : '>'} ${to.is === 'variable' ? `$${to.name}` : printWord(to.path)}`;
}
function distributionDoc(element) {
    const { command, items } = element;
    if (items.is === 'list') {
        const { name, ...rest } = command;
        return layout_text(printCommand({ ...rest, name: `${name}[${items.variable ? '$' : ''}${items.name}]` }));
    }
    const words = items.words.map((item) => layout_text(item.map(printWord).join(' ')));
    return block(`${printCommand(command)} parallel${options(element)}[`, words, ']');
}
function options({ max, min }) {
    return `${max === undefined ? '' : `:max=${max}`}${min === undefined ? '' : `:min=${min}`}`;
}
function printAssignment({ variable, value }) {
    switch (value.is) {
        case 'result':
            return `$${variable}=<${['result', ...value.path].join('.')}>`;
        case 'literal':
            return `$${variable}=${quoted(value.text)}`;
        case 'expression':
            return `$${variable}=\${${value.condition.text}}`;
        case 'command':
            return `$${variable} = ${printCommand(value.command)}`;
    }
}
/** A literal as one word that reads back as the same text. */
function quoted(literal) {
    return /^[\p{L}\p{N}_.%+-]+$/u.test(literal) ? literal : inQuotes(literal);
}
function inQuotes(literal) {
    return `"${literal.replace(/["\\$]/g, '\\$&')}"`;
}
function printRetry({ retries, delay, backoff }) {
    return [
        `retry:${retries}`,
        ...(delay === undefined ? [] : [`delay:${duration(delay)}`]),
        ...(backoff === undefined ? [] : [`backoff:${duration(backoff)}`]),
    ].join(' ');
}
/** In the largest unit of which it is a whole number; seconds have no unit. */
function duration(seconds) {
    const units = [
        [86_400, 'd'],
        [3600, 'h'],
        [60, 'm'],
    ];
    const fitting = units.find(([length]) => seconds > 0 && seconds % length === 0);
    return fitting ? `${seconds / fitting[0]}${fitting[1]}` : `${seconds}`;
}
// ---- operators ----
/** How tightly it holds together: a branch of `&` takes 2 and above, an operand of `&&` 3, a stage of a pipe 4. */
function rankOf(element) {
    if (element.kind === 'fork')
        return 1;
    if (element.kind === 'logical')
        return 2;
    return element.kind === 'pipe' ? 3 : 4;
}
/** Whether it would take in an operator behind it. */
function isOpen(element) {
    switch (element.kind) {
        case 'retry':
        case 'timeout':
        case 'repeat':
        case 'budget':
        case 'delegation':
        case 'handler':
        case 'case':
            return true;
        case 'if':
        case 'try':
            return !element.closed;
        default:
            return false;
    }
}
/** One item of several: what stands in front of the first operand stands in front of them all. */
function operation([first, ...rest]) {
    if (!first)
        throw new Error('internal: an operator without operands; please report this');
    return { comments: first.comments, doc: fill([{ ...first, comments: [] }, ...rest]), joint: '' };
}
function withComments(item, comments) {
    return { ...item, comments: [...comments, ...item.comments] };
}
/**
 * With parentheses where one is looser than its place: `/x-with-retry:3 && /y` becomes `(retry:3 → /x) && /y`.
 * `isFollowed`: an operator stands behind the last one too.
 */
function operandItems(operands, rank, isFollowed) {
    return operands.flatMap(({ element, joint }, index) => {
        const isInner = isFollowed || index < operands.length - 1;
        const needsParentheses = rankOf(element) < rank || (isOpen(element) && isInner);
        const items = needsParentheses ? [inParentheses(element)] : itemsOf(element, isInner);
        return items.map((item, at) => (at === items.length - 1 ? { ...item, joint } : item));
    });
}
function inParentheses(element) {
    const inside = fill(itemsOf(element), commentsAtEnd(element));
    return { comments: [], doc: block('(', [inside], ')'), joint: '' };
}
function between(elements, operator) {
    return elements.map((element, index) => ({ element, joint: index < elements.length - 1 ? operator : '' }));
}
/** `a && b || c` as three operands: it leans to the left. */
function logicalOperands(logical) {
    const operands = [];
    const comments = [];
    let joint = '';
    let at = logical;
    while (at.kind === 'logical') {
        operands.unshift({ element: at.right, joint });
        if (at !== logical)
            comments.push(...(at.comments ?? []));
        joint = ` ${at.operator}`;
        at = at.left;
    }
    operands.unshift({ element: at, joint });
    return { operands, comments };
}
// ---- branches ----
/** Within brackets. */
function innerDoc(chain) {
    return statements(chain.statements.map(({ sequence }) => sequenceDoc(sequence)));
}
function ifDoc({ arms, otherwise, closed }) {
    const parts = arms.map(({ condition, body }, index) => {
        const isLast = !otherwise && !closed && index === arms.length - 1;
        return section(`${index === 0 ? '/if:' : '/elif:'}${condition.text}`, body, isLast);
    });
    if (otherwise)
        parts.push(section('/else', otherwise, !closed));
    if (closed)
        parts.push(layout_text('/end'));
    return sections(parts, ' →');
}
/** `body`: without what stands in front of it, which stands in front of all. */
function tryDoc(element, body) {
    const { catches, otherwise, closed } = element;
    const parts = [withPrefix(body, '/try:')];
    catches.forEach((one, index) => {
        const isLast = !otherwise && !element.finally && !closed && index === catches.length - 1;
        parts.push(section(`/catch:${one.label}`, one.body, isLast));
    });
    if (otherwise)
        parts.push(section('/else', otherwise, !element.finally && !closed));
    if (element.finally)
        parts.push(section('/finally', element.finally, !closed));
    if (closed)
        parts.push(layout_text('/end'));
    return sections(parts, ' →');
}
/** `/try:/a` in one word; with a blank before what has no slash. */
function withPrefix(doc, prefix) {
    switch (doc.kind) {
        case 'text':
            return layout_text(`${prefix}${doc.text.startsWith('/') ? '' : ' '}${doc.text}`);
        case 'block':
            return block(`${prefix}${doc.open.startsWith('/') ? '' : ' '}${doc.open}`, doc.branches, doc.close);
        case 'fill': {
            const [first, ...rest] = doc.items;
            return first ? fill([{ ...first, doc: withPrefix(first.doc, prefix) }, ...rest], doc.trailing) : doc;
        }
        case 'statements':
        case 'sections': {
            const [first, ...rest] = doc.docs;
            return first
                ? { ...doc, docs: [withPrefix(first, prefix), ...rest], width: doc.width + prefix.length + 1 }
                : doc;
        }
    }
}
function caseDoc({ subject, arms }) {
    const lines = arms.map(({ patterns, body, comments }, index) => section(`↳ ${patterns.map(printPattern).join('|')}`, body, index === arms.length - 1, comments));
    return sections([layout_text(`case:${subject.text}`), ...lines], '', true);
}
/** A glob is never quoted; a literal where it would be read as something else. */
function printPattern(pattern) {
    const isKeyword = /^\/?(?:if|elif|require|until|case|try|fallback|catch):/i.test(pattern);
    const isPlain = /[*?]/.test(pattern) || /^[\p{L}\p{N}_.%+:/-]+$/u.test(pattern);
    return isPlain && !isKeyword ? pattern : inQuotes(pattern);
}
/** A marker and what stands behind it. Comments at the end of the last one are those of the sequence around it. */
function section(head, body, isLast, comments = []) {
    const items = [{ comments, doc: layout_text(head), joint: ' →' }, ...itemsOfSequence(body)];
    return fill(items, isLast ? [] : trailingOf(body));
}
/** Behind its last element, which may be a branch without an end of its own. */
function trailingOf({ elements, comments = [] }) {
    const last = elements.at(-1);
    return [...(last ? commentsAtEnd(last) : []), ...(last?.lineComments ?? []), ...comments];
}
function commentsAtEnd(element) {
    switch (element.kind) {
        case 'if':
        case 'try': {
            if (element.closed)
                return [];
            const branches = element.kind === 'if' ? element.arms : element.catches;
            const last = element.otherwise ?? branches.at(-1)?.body;
            const end = element.kind === 'try' ? (element.finally ?? last) : last;
            return end ? trailingOf(end) : [];
        }
        case 'case':
            return element.arms.slice(-1).flatMap(({ body }) => trailingOf(body));
        case 'retry':
        case 'timeout':
        case 'repeat':
        case 'budget':
        case 'delegation':
        case 'handler':
            return commentsAtEnd(element.body);
        case 'logical':
            return commentsAtEnd(element.right);
        case 'fork':
            return element.branches.slice(-1).flatMap(commentsAtEnd);
        case 'pipe':
            return element.stages.slice(-1).flatMap(commentsAtEnd);
        default:
            return [];
    }
}


/***/ }),

/***/ 91842:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ usualPolicy),
/* harmony export */   u: () => (/* binding */ rights)
/* harmony export */ });
/** `policy:` of the project file: who may start what, and how much of it. Data alone: `admission/` decides by it. */
/** Rights from the least to the most; each is asked for by what a comment, a label or a dispatch wants. */
const rights = ['plan', 'run', 'stop', 'approve', 'deploy'];
const usualPolicy = {
    rights: {
        plan: { role: 'read' },
        run: { role: 'write' },
        stop: { role: 'write' },
        approve: { role: 'write' },
        deploy: { role: 'write' },
    },
    commands: {},
    limits: {},
    deployFrom: 'default-branch',
    localCommands: false,
};


/***/ }),

/***/ 35499:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   FQ: () => (/* binding */ valueProblem),
/* harmony export */   vJ: () => (/* binding */ withArticle)
/* harmony export */ });
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71583);
/** Whether a text is a value of a parameter. */

/** Why a literal is no value of the parameter, or undefined when it is one. */
function valueProblem(param, literal) {
    const value = (0,_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .parseValue */ .$x)(param.type, literal);
    if (value === undefined)
        return `\`${param.name}\` takes ${withArticle(param.type)}, found \`${literal}\``;
    if (param.choices && !param.choices.some((choice) => isSame(param.type, choice, value))) {
        const all = param.choices.map((choice) => `\`${choice}\``).join(', ');
        return `\`${param.name}\` takes one of ${all}, found \`${literal}\``;
    }
    return undefined;
}
function isSame(type, choice, value) {
    return (0,_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .parseValue */ .$x)(type, String(choice)) === value;
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
/** Seconds of `90`, `90s`, `5m`, `2h` or `1d`. */
function parseDuration(text) {
    const [, number, unit = 's'] = /^(\d+(?:\.\d+)?)([smhd])?$/.exec(text) ?? [];
    if (number === undefined)
        return undefined;
    const seconds = Number(number) * (secondsOf[unit] ?? 1);
    return Number.isFinite(seconds) && seconds > 0 ? seconds : undefined;
}
const secondsOf = { s: 1, m: 60, h: 3600, d: 86_400 };


/***/ }),

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


/***/ }),

/***/ 11696:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Hh: () => (/* binding */ load),
  bi: () => (/* binding */ projectFileName),
  pS: () => (/* binding */ shownPath),
  BF: () => (/* binding */ workflowFiles),
  RB: () => (/* binding */ workflowPath)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/language/diagnostic.js
var diagnostic = __webpack_require__(82208);
// EXTERNAL MODULE: ./build/language/name.js
var language_name = __webpack_require__(60716);
// EXTERNAL MODULE: ./build/language/source.js
var language_source = __webpack_require__(11786);
// EXTERNAL MODULE: ./build/plan/policy.js
var plan_policy = __webpack_require__(91842);
// EXTERNAL MODULE: ./build/plan/metrics.js
var plan_metrics = __webpack_require__(50711);
;// CONCATENATED MODULE: ./build/project/baseline.js
/** What the last accepted run measured, from the file that a project names. */



/** A file that is not there is no baseline, which only those notice who compare with it; a broken one is an error. */
function withBaseline(project, folder, origin, diagnostics) {
    const { baselineFile: file } = project;
    if (file === undefined || !origin)
        return project;
    const found = readBaseline((0,external_node_path_.join)(folder, file), file, project);
    if (found === undefined)
        return project;
    if (typeof found !== 'string')
        return { ...project, baseline: found };
    diagnostics.add('invalid-value', origin.source, origin.span, `the baseline \`${file}\` ${found}`, {
        help: 'it holds metrics: `{ "accuracy": 0.91, "n": 120 }`',
    });
    return { ...project, baselineBroken: true };
}
/** What is wrong with it when it is none; undefined when there is no such file. */
function readBaseline(path, file, project) {
    let content;
    try {
        content = JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
    }
    catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return undefined;
        return code === undefined ? 'is no JSON' : `cannot be read: ${code}`;
    }
    if (!isObject(content))
        return 'is no JSON object';
    // A row of the results file holds its metrics one level down.
    const measured = isObject(content.metrics) ? { n: content.n, ...content.metrics } : content;
    const metrics = {};
    for (const [name, value] of Object.entries(measured)) {
        if (typeof value !== 'number')
            continue;
        if (!Number.isFinite(value))
            return `has no finite \`${name}\``;
        metrics[(0,plan_metrics/* canonicalMetric */.NQ)(project, name)] = value;
    }
    const { n: samples, ...others } = metrics;
    if (Object.keys(others).length === 0)
        return 'holds no metric';
    const isCount = samples !== undefined && Number.isInteger(samples) && samples > 0;
    return { file, metrics, ...(isCount ? { samples } : {}) };
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// EXTERNAL MODULE: ./build/plan/value.js
var value = __webpack_require__(35499);
;// CONCATENATED MODULE: ./build/project/command-definition.js


/** Keys that say how a script runs, and nothing about a chain. */
const scriptKeys = [
    ...['shell', 'target', 'timeout', 'env', 'axes', 'outputs', 'metrics', 'primary', 'deploys', 'errors'],
    ...['sets', 'result', 'inputs', 'isolation', 'preflight', 'asserts', 'slots', 'progress', 'environment'],
];
function commandDefinition(name, command, file, targets, diagnostics) {
    const path = ['commands', name];
    const origin = { source: file.source, span: file.span(path, 'key') };
    const params = paramsOf(command.params, file, path, diagnostics);
    if (command.chain !== undefined) {
        for (const key of scriptKeys.filter((one) => file.has([...path, one]))) {
            const message = `\`${key}:\` has no effect on a command with \`chain:\``;
            diagnostics.add('invalid-value', file.source, file.span([...path, key], 'key'), message);
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
    const { environment } = command;
    const script = { ...command, run: command.run };
    const planned = runCommand(`\`/${name}\``, name, script, { file, path }, targets, diagnostics);
    return {
        is: 'run',
        name,
        params,
        origin,
        ...(command.axes === undefined ? {} : { axes: command.axes }),
        ...assertsOf(command.asserts, file, path),
        command: environment === undefined ? planned : { ...planned, environment },
    };
}
/** An agent's script gets its task as `"$1"` and as `$ML_PARAM_TASK`; one that reads neither would do nothing of it. */
function agentDefinition(name, agent, file, targets, diagnostics) {
    const path = ['agents', name];
    const origin = { source: file.source, span: file.span(path, 'key') };
    if (!/\$(?:@|\*|\{@|\{\*|\{?1)|ML_PARAM_TASK(?![A-Za-z0-9_])/.test(agent.run)) {
        const message = `the script of the agent \`${name}\` never sees its task`;
        diagnostics.add('unused-param', file.source, file.span([...path, 'run'], 'key'), message, {
            help: 'hand `"$1"` to the agent, or read `$ML_PARAM_TASK`',
        });
    }
    const command = runCommand(`the agent \`${name}\``, name, agent, { file, path }, targets, diagnostics);
    const asserts = assertsOf(agent.asserts, file, path);
    return { is: 'run', name, params: [], origin, ...asserts, command: { ...command, agent: { name } } };
}
function assertsOf(asserts, file, path) {
    if (asserts.length === 0)
        return {};
    return { asserts: asserts.map((_, index) => file.inner([...path, 'asserts', index])) };
}
function runCommand(shown, name, script, { file, path }, targets, diagnostics) {
    const { run, shell, target, timeout, env, outputs, primary, deploys, sets, result } = script;
    const { inputs, isolation, preflight, slots, progress } = script;
    const refuse = (at, message, help) => diagnostics.add('invalid-value', file.source, file.span([...path, ...at]), message, { help });
    if (!targets.has(target)) {
        const help = (0,language_name/* didYouMean */.au)(target, targets) ?? 'declare it under `targets:`';
        refuse(['target'], `unknown target \`${target}\``, help);
    }
    for (const [label, { match }] of Object.entries(script.errors)) {
        if (match !== undefined && !isPattern(match))
            refuse(['errors', label, 'match'], `\`${match}\` is no regular expression`);
    }
    if (progress !== undefined) {
        const problem = progressProblem(progress.match);
        if (problem !== undefined)
            refuse(['progress', 'match'], problem, 'write `epoch (?<epoch>\\d+)/(?<epochs>\\d+)`');
    }
    const metrics = script.metrics.map(metricsSource);
    const measured = metrics.flatMap(({ fields }) => Object.keys(fields));
    if (primary !== undefined && !measured.some((one) => isSame(one, primary))) {
        const all = (0,language_name/* listOf */.c3)(measured.map((one) => `\`${one}\``), 'and');
        const help = measured.length === 0 ? 'declare it under `metrics:`' : `its metrics are ${all}`;
        refuse(['primary'], `\`${primary}\` is no metric of ${shown}`, help);
    }
    for (const [index, value] of sets.entries()) {
        if (sets.findIndex((other) => (0,language_name/* normalised */.Z7)(other) === (0,language_name/* normalised */.Z7)(value)) < index)
            refuse(['sets', index], `\`${value}\` stands twice in \`sets\``);
    }
    return {
        is: 'run',
        name,
        script: run,
        shell,
        target,
        ...(timeout === undefined ? {} : { timeout }),
        env,
        outputs,
        metrics,
        ...(primary === undefined ? {} : { primary }),
        ...(deploys === undefined ? {} : { deploys }),
        ...(result === undefined ? {} : { result }),
        ...(sets.length === 0 ? {} : { sets }),
        ...(inputs.length === 0 ? {} : { inputs }),
        ...(isolation === undefined ? {} : { isolation }),
        ...(preflight === undefined ? {} : { preflight }),
        ...(slots === undefined ? {} : { slots }),
        ...(progress === undefined ? {} : { progress: progress.match }),
        errors: Object.entries(script.errors).map(([label, { exit, match, retry }]) => ({
            name: label,
            ...(exit === undefined ? {} : { exit }),
            ...(match === undefined ? {} : { match }),
            ...(retry === undefined ? {} : { retry }),
        })),
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
                wrong(['choices', index], `\`choices\` of \`${name}\`: expected ${(0,value/* withArticle */.vJ)(type)}, found \`${choice}\``);
        }
        if (initial === undefined)
            return param;
        const problem = isOfType(initial, type)
            ? (0,value/* valueProblem */.FQ)(param, String(initial))
            : `\`${name}\` takes ${(0,value/* withArticle */.vJ)(type)}, found \`${initial}\`${type === 'string' ? ' without quotes' : ''}`;
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
function isSame(metric, primary) {
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
/** What is wrong with the pattern of `progress:`. */
function progressProblem(pattern) {
    if (!isPattern(pattern))
        return `\`${pattern}\` is no regular expression`;
    // With an empty alternative it matches anything, and names its groups.
    const groups = Object.keys(new RegExp(`${pattern}|`, 'm').exec('')?.groups ?? {});
    if (groups.includes('epoch') || groups.includes('step'))
        return undefined;
    return `\`${pattern}\` has no group named \`epoch\` or \`step\``;
}

// EXTERNAL MODULE: ./build/language/keywords.js
var keywords = __webpack_require__(4083);
// EXTERNAL MODULE: ./build/plan/builtins.js
var builtins = __webpack_require__(48924);
// EXTERNAL MODULE: ./build/project/remote-schema.js
var remote_schema = __webpack_require__(24956);
// EXTERNAL MODULE: ./build/project/secrets.js
var secrets = __webpack_require__(71743);
;// CONCATENATED MODULE: ./build/project/target-definition.js


/** The variable that holds the account's key where a target names none. */
const accountKey = 'RUNPOD_API_KEY';
function remoteTarget(name, declared, file, diagnostics) {
    const at = new Place(['targets', name], file, diagnostics);
    const base = {
        slots: declared.slots,
        workspace: declared.workspace,
        environment: environmentOf(declared.env, at),
        ...(declared.setup === undefined ? {} : { setup: declared.setup }),
    };
    return declared.kind === 'ssh' ? sshTarget(declared, base, at) : runpodTarget(declared, base, at);
}
function sshTarget(declared, base, at) {
    const port = settingOf(declared.port);
    if ('value' in port && !(/^\d+$/.test(port.value) && Number(port.value) > 0 && Number(port.value) < 65_536))
        at.refuse(['port'], `\`${port.value}\` is no port: a whole number up to 65535`);
    const key = settingOf(declared.key);
    if ('value' in key && /PRIVATE KEY|\n/.test(key.value))
        at.refuseSecret(['key'], 'a private key in this file could be read by everyone who can read the repository', 'name the variable that holds it: `key: { env: SSH_KEY }`, or write the path of its file');
    return {
        kind: 'ssh',
        host: settingOf(declared.host),
        port,
        user: settingOf(declared.user),
        key,
        hostKey: hostKeyOf(declared['host-key'], at),
        ...base,
    };
}
/** Without a comment behind it. */
function hostKeyOf(declared, at) {
    const setting = settingOf(declared);
    if (!('value' in setting))
        return setting;
    const [, key] = /^(ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI[A-Za-z0-9+/]{43})(?:\s.*)?$/.exec(setting.value.trim()) ?? [];
    if (key === undefined)
        at.refuse(['host-key'], 'a host key is written `ssh-ed25519 AAAA…`', remote_schema/* hostKeyHelp */.H$);
    return { value: key ?? setting.value };
}
function runpodTarget(declared, base, at) {
    const { gpu, cpu, volume, registry, cloud } = declared;
    const gpus = gpu === undefined ? [] : [gpu].flat();
    at.refuseTwins(['gpu'], gpus);
    at.refuseTwins(['cloud'], [cloud].flat());
    at.refuseTwins(['data-centers'], declared['data-centers']);
    return {
        kind: 'runpod',
        image: declared.image,
        gpus,
        count: cpu === undefined ? (declared.count ?? 1) : 0,
        ...(cpu === undefined ? {} : { cpu }),
        clouds: [cloud].flat().map((one) => one.toUpperCase()),
        dataCenters: declared['data-centers'],
        disk: declared.disk,
        ...(volume === undefined ? {} : { volume }),
        ...(declared.cuda === undefined ? {} : { cuda: at.textOf(['cuda'], declared.cuda) }),
        maxPrice: declared['max-price'],
        pods: declared.pods,
        lifetime: declared.lifetime,
        key: declared.key?.env ?? accountKey,
        start: declared.start,
        ...(registry === undefined ? {} : { registry }),
        ...base,
    };
}
function settingOf(declared) {
    return typeof declared === 'object' ? { variable: declared.env } : { value: String(declared) };
}
function environmentOf(declared, at) {
    const environment = {};
    for (const [name, value] of Object.entries(declared)) {
        const text = at.textOf(['env', name], value);
        environment[name] = text;
        if ((0,secrets/* namesSecret */.L4)(name) || (0,secrets/* holdsSecret */.hK)(text))
            at.refuseSecret(['env', name], `\`${name}\` looks like a secret, which does not belong in this file`, `name it under \`env:\` of the commands that need it, \`env: [${name}]\`: it then goes to the host over standard input`);
    }
    return environment;
}
/** Where a target is declared. */
class Place {
    #path;
    #file;
    #diagnostics;
    constructor(path, file, diagnostics) {
        this.#path = path;
        this.#file = file;
        this.#diagnostics = diagnostics;
    }
    refuse(key, message, help) {
        const where = [...this.#path, ...key].map(String).join('.');
        const span = this.#file.span([...this.#path, ...key]);
        this.#diagnostics.add('invalid-value', this.#file.source, span, `\`${where}\`: ${message}`, { help });
    }
    /** What is said shows the line, but not the secret in it. */
    refuseSecret(key, message, help) {
        const where = [...this.#path, ...key].map(String).join('.');
        const span = this.#file.span([...this.#path, ...key]);
        const source = (0,secrets/* withoutText */._m)(this.#file.source, span);
        this.#diagnostics.add('invalid-value', source, span, `\`${where}\`: ${message}`, { help });
    }
    refuseTwins(key, values) {
        for (const [index, value] of values.entries())
            if (values.indexOf(value) < index)
                this.refuse([...key, index], `\`${value}\` stands twice`);
    }
    /** As written: `12.10` is not `12.1`. */
    textOf(key, value) {
        if (typeof value === 'string')
            return value;
        const { start, end } = this.#file.span([...this.#path, ...key]);
        return this.#file.source.text.slice(start, end).trim();
    }
}

;// CONCATENATED MODULE: ./build/project/transfer-definition.js
function transferDefinition(name, { direction, paths, exclude, target }) {
    return {
        name,
        direction,
        paths: paths.map((one) => (typeof one === 'string' ? { from: one, to: one } : one)),
        exclude,
        ...(target === undefined ? {} : { target }),
    };
}
/** `before`: what a file of a lower rank says; of either key the higher one counts as a whole. */
function syncOf(sync, require, before = { source: 'git-tree', include: [], exclude: [], up: [], down: [], require: [] }) {
    const required = require?.map((one) => {
        if (typeof one === 'string')
            return { path: one };
        return { path: one.path, ...(one.sha256 === undefined ? {} : { sha256: one.sha256 }) };
    });
    return { ...before, ...sync, require: required ?? before.require };
}

;// CONCATENATED MODULE: ./build/project/definitions.js







/** Lowest first: what a file declares hides what files of a lower rank declare. */
const ranks = ['personal-claude', 'personal-factory', 'claude', 'factory', 'project', 'workflow'];
class Definitions {
    /** Those of this machine. */
    targets = new Map([['local', {}]]);
    #remotes = new Map();
    #transfers = new Map();
    /** Targets that transfers name, to be looked up when all files are read. */
    #namedTargets = [];
    #sync = syncOf(undefined, undefined);
    #diagnostics;
    #declared = new Map();
    #commands = new Map();
    #agents = new Map();
    #lists = new Map();
    #predicates = new Map();
    #prices = new Map();
    #axes = new Map();
    #metrics = new Map();
    #selections = new Map();
    /** Axes that commands name, to be looked up when all files are read. */
    #namedAxes = [];
    #results = { file: 'experiment_results.jsonl', phase: 1, id: '{command}_{axis}_{value}' };
    /** The file with what the last accepted run measured. */
    #baseline;
    #budget;
    #strictUnits = false;
    #fanout;
    constructor(diagnostics) {
        this.#diagnostics = diagnostics;
    }
    /** Files of a lower rank first. */
    take(file, rank) {
        const { commands, axes, metrics, select, results } = file.value;
        const originOf = (...path) => ({ source: file.source, span: file.span(path, 'key') });
        this.#takeTargets(file, rank);
        for (const [name, { flag }] of Object.entries(axes)) {
            if (!this.#declare('axis', name, rank, originOf('axes', name)))
                continue;
            this.#axes.set((0,language_name/* normalised */.Z7)(name), { name, ...(flag === undefined ? {} : { flag }) });
        }
        for (const [name, metric] of Object.entries(metrics)) {
            const key = (0,language_name/* normalised */.Z7)(name);
            if (!this.#declare('metric', name, rank, originOf('metrics', name)))
                continue;
            const { unit, better } = (0,plan_metrics/* defaultMetric */.ml)(key);
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
                ...(selection.none === 'fail' ? {} : { none: selection.none }),
                origin,
            });
        }
        const known = new Set([...this.targets.keys(), ...this.#remotes.keys()]);
        for (const [name, command] of Object.entries(commands)) {
            const definition = commandDefinition(name, command, file, known, this.#diagnostics);
            if (definition)
                this.command(definition, rank);
            for (const [index, axis] of (command.axes ?? []).entries()) {
                const span = file.span(['commands', name, 'axes', index]);
                this.#namedAxes.push({ name: axis, origin: { source: file.source, span } });
            }
        }
        for (const [name, agent] of Object.entries(file.value.agents))
            this.agent(agentDefinition(name, agent, file, known, this.#diagnostics), rank);
        this.#takeTransfers(file, rank);
        this.#takeLists(file, rank);
        this.#takePredicates(file, rank);
        if (results)
            this.#results = results;
        const { baseline, budget, 'strict-units': strictUnits, fanout } = file.value;
        if (baseline !== undefined)
            this.#baseline = { path: baseline, origin: { source: file.source, span: file.span(['baseline']) } };
        if (budget !== undefined)
            this.#budget = { dollars: budget, origin: { source: file.source, span: file.span(['budget']) } };
        this.#strictUnits = strictUnits ?? this.#strictUnits;
        this.#fanout = fanout ?? this.#fanout;
    }
    #takeTargets(file, rank) {
        for (const [name, declared] of Object.entries(file.value.targets)) {
            const origin = { source: file.source, span: file.span(['targets', name], 'key') };
            if (!this.#declare('target', name, rank, origin))
                continue;
            this.#prices.delete(name);
            if (declared.kind !== 'runpod' && declared.price !== undefined)
                this.#prices.set(name, declared.price);
            if (declared.kind === 'local') {
                this.#remotes.delete(name);
                this.targets.set(name, declared.slots === undefined ? {} : { slots: declared.slots });
                continue;
            }
            if (name === 'local' || name === 'builtin') {
                const message = name === 'local'
                    ? '`local` is this machine, and what commands run on that name no target'
                    : '`builtin` is what built-in commands run on';
                this.#diagnostics.add('invalid-value', origin.source, origin.span, message, {
                    help: 'give the target another name',
                });
                continue;
            }
            this.targets.delete(name);
            this.#remotes.set(name, remoteTarget(name, declared, file, this.#diagnostics));
        }
    }
    #takeTransfers(file, rank) {
        for (const [name, declared] of Object.entries(file.value.transfers)) {
            const origin = { source: file.source, span: file.span(['transfers', name], 'key') };
            if (!this.#declare('transfer', name, rank, origin))
                continue;
            this.#transfers.set((0,language_name/* normalised */.Z7)(name), transferDefinition(name, declared));
            if (/^(?:up|down)$/i.test(name)) {
                const message = `\`${name}\` cannot name a transfer: \`/scp:${name}\` moves what \`sync:\` declares`;
                this.#diagnostics.add('invalid-value', origin.source, origin.span, message);
            }
            if (declared.target !== undefined) {
                const span = file.span(['transfers', name, 'target']);
                this.#namedTargets.push({ name: declared.target, origin: { source: file.source, span } });
            }
        }
        const { sync, require } = file.value;
        if (sync !== undefined || require !== undefined)
            this.#sync = syncOf(sync, require, this.#sync);
    }
    #takeLists(file, rank) {
        for (const [name, values] of Object.entries(file.value.lists)) {
            const origin = { source: file.source, span: file.span(['lists', name], 'key') };
            if (!this.#declare('list', name, rank, origin))
                continue;
            const texts = values.map((value, index) => textOf(value, file, ['lists', name, index]));
            this.#lists.set((0,language_name/* normalised */.Z7)(name), { name, values: texts, origin });
            for (const [index, text] of texts.entries()) {
                if (texts.indexOf(text) === index && text.trim() !== '')
                    continue;
                const problem = text.trim() === '' ? 'a value is empty' : `\`${text}\` stands twice`;
                const span = file.span(['lists', name, index]);
                this.#diagnostics.add('invalid-value', file.source, span, `\`lists.${name}\`: ${problem}`);
            }
        }
    }
    #takePredicates(file, rank) {
        for (const [name, declared] of Object.entries(file.value.predicates)) {
            const path = ['predicates', name];
            const origin = { source: file.source, span: file.span(path, 'key') };
            if (!this.#declare('predicate', name, rank, origin))
                continue;
            const isText = typeof declared === 'string';
            const warns = !isText && declared.severity === 'warn';
            this.#predicates.set((0,language_name/* normalised */.Z7)(name), {
                name,
                condition: file.inner(isText ? path : [...path, 'when']),
                ...(warns ? { severity: 'warn' } : {}),
                origin,
            });
        }
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
        else if (builtins/* builtinCommands */.Gx.has(key) && (!(0,builtins/* isRemoteBuiltin */.ko)(name) || this.#remotes.size > 0)) {
            const message = `\`/${name}\` is this command now, not the built-in one`;
            this.#diagnostics.add('hidden-definition', origin.source, origin.span, message);
        }
    }
    /** One that a project declares and a Markdown file describes is both: the script gets the file. */
    agent(definition, rank) {
        const { name, origin } = definition;
        const key = (0,language_name/* normalised */.Z7)(name);
        const described = this.#agents.get(key);
        const own = definition.is === 'run' && described?.is === 'agent'
            ? { ...definition, command: { ...definition.command, agent: { name, file: described.file } } }
            : definition;
        if (own !== definition)
            this.#declared.delete(`agent ${key}`);
        if (!origin || !this.#declare('agent', name, rank, origin))
            return;
        this.#agents.set(key, own);
        if (!isReserved(name) && !isReserved(`${name}:x`))
            return;
        const message = `\`${name}\` is a word of the language and cannot name an agent`;
        this.#diagnostics.add('invalid-value', origin.source, origin.span, message);
    }
    get baseline() {
        return this.#baseline;
    }
    /** What has this name in a file of this rank cannot be read, and nothing of a lower rank takes its place. */
    withhold(kind, name, rank) {
        const key = `${kind} ${(0,language_name/* normalised */.Z7)(name)}`;
        const before = this.#declared.get(key);
        if (!before || ranks.indexOf(before.rank) >= ranks.indexOf(rank))
            return;
        this.#declared.delete(key);
        (kind === 'command' ? this.#commands : this.#agents).delete((0,language_name/* normalised */.Z7)(name));
    }
    /** `name`: normalised. */
    hasCommand(name) {
        return this.#commands.has(name);
    }
    /** When all files have been taken. */
    project(broken) {
        const isPaid = [...this.#prices.values()].some((price) => price > 0) ||
            [...this.#remotes.values()].some(({ kind }) => kind === 'runpod');
        if (this.#budget && !isPaid) {
            const { source, span } = this.#budget.origin;
            const message = 'nothing is ever spent of this budget: no target has a price';
            this.#diagnostics.add('budget-without-price', source, span, message, {
                help: 'give a target a `price:` in dollars an hour',
            });
        }
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
        for (const { name, origin } of this.#namedTargets) {
            if (this.#remotes.has(name))
                continue;
            const isHere = this.targets.has(name);
            const message = isHere ? `\`${name}\` is this machine` : `unknown target \`${name}\``;
            const near = isHere ? undefined : (0,language_name/* didYouMean */.au)(name, this.#remotes.keys());
            this.#diagnostics.add('invalid-value', origin.source, origin.span, message, {
                help: near ?? 'files are moved between here and a target of the kind `ssh` or `runpod`',
            });
        }
        return {
            commands: this.#commands,
            axes: this.#axes,
            metrics: this.#metrics,
            selections: this.#selections,
            lists: this.#lists,
            predicates: this.#predicates,
            agents: this.#agents,
            results: this.#results,
            ...(this.#baseline === undefined ? {} : { baselineFile: this.#baseline.path }),
            ...(this.#budget === undefined ? {} : { budget: this.#budget.dollars }),
            prices: Object.fromEntries(this.#prices),
            remote: { targets: this.#remotes, transfers: this.#transfers, sync: this.#sync },
            strictUnits: this.#strictUnits,
            ...(this.#fanout === undefined ? {} : { fanout: this.#fanout }),
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
            const message = `${shown} of this file hides the one of ${ownerOf(before.rank)}`;
            this.#diagnostics.add('hidden-definition', origin.source, origin.span, message, {
                related: [{ message: 'hidden here', ...before.origin }],
            });
        }
        this.#declared.set(key, { rank, origin });
        return true;
    }
}
/** As written: an axis value keeps its text, `0.10` stays `0.10`. */
function textOf(value, file, path) {
    if (typeof value === 'string')
        return value;
    const { start, end } = file.span(path);
    return file.source.text.slice(start, end).trim();
}
/** Whose files have this rank, in a message. */
function ownerOf(rank) {
    if (rank === 'project' || rank === 'workflow')
        return 'the project';
    const folder = rank.endsWith('factory') ? '.factory/' : '.claude/';
    return rank.startsWith('personal-') ? `\`~/${folder}\`` : `\`${folder}\``;
}
function isReserved(name) {
    const key = (0,language_name/* normalised */.Z7)(name);
    const head = name.slice(0, name.indexOf(':') + 1);
    return (keywords/* reservedWords */.Yw.has(key) ||
        keywords/* controlCommands */.as.has(key) ||
        (0,keywords/* beginsConstruct */.yu)(name) ||
        (0,keywords/* isParallel */.K7)(name) ||
        keywords/* conditionKeyword */.Fe.test(head));
}

// EXTERNAL MODULE: ./build/project/lookup.js
var project_lookup = __webpack_require__(63246);
// EXTERNAL MODULE: ./build/project/yaml-file.js + 1 modules
var yaml_file = __webpack_require__(22291);
;// CONCATENATED MODULE: ./build/project/frontmatter.js
/** The frontmatter of a Markdown command or agent → what is understood of it. Whatever else stands in it is left alone. */



/** Names for several tools at once. */
const categories = {
    'read-only': ['Read', 'LS', 'Grep', 'Glob'],
    edit: ['Create', 'Edit', 'ApplyPatch'],
    execute: ['Execute'],
    web: ['WebSearch', 'FetchUrl'],
};
/** Its mistakes instead, when it is no YAML: they matter when something uses what it describes. */
function frontmatterOf(source) {
    const diagnostics = new diagnostic/* Diagnostics */.r();
    const { text, prose } = withoutProse(source.text);
    const document = (0,yaml_file/* documentOf */.lM)({ ...source, text }, diagnostics);
    if (!document)
        return diagnostics;
    const lookup = new project_lookup/* Lookup */.l(document, source);
    const values = isRecord(lookup.content) ? lookup.content : {};
    const read = (key) => prose.get(key) ?? frontmatter_textOf(values[key]);
    const name = read('name');
    const description = read('description');
    const argumentHint = read('argument-hint');
    const model = read('model');
    const tools = toolsOf(values.tools ?? values['allowed-tools']);
    return {
        nameSpan: lookup.span(['name']),
        ...(name === undefined ? {} : { name }),
        ...(description === undefined ? {} : { description }),
        ...(argumentHint === undefined ? {} : { argumentHint }),
        ...(model === undefined ? {} : { model }),
        ...(tools === undefined ? {} : { tools }),
    };
}
/**
 * What people write for people is often no YAML: `argument-hint: [file] [count]`, `description: Use it when: …`. It is
 * taken as it stands, and covered up for the parser.
 */
function withoutProse(text) {
    const prose = new Map();
    const covered = text.replace(/^(description|argument-hint):([ \t]+)(?!["'|>&*!])(\S.*)$(?!\n[ \t]+\S)/gm, (whole, key, gap, value) => {
        if (prose.has(key))
            return whole;
        prose.set(key, value.trim());
        return `${key}:${gap}${'x'.repeat(value.length)}`;
    });
    return { text: covered, prose };
}
function frontmatter_textOf(value) {
    if (typeof value === 'string')
        return value.trim() === '' ? undefined : value.trim();
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}
/** `Read, Bash(git:*)`, `[Read, Grep]` or `read-only`. */
function toolsOf(value) {
    const written = typeof value === 'string' ? (value.match(/(?:\([^)]*\)|[^,()])+/g) ?? []) : value;
    if (!Array.isArray(written))
        return undefined;
    const named = written.flatMap((one) => frontmatter_textOf(one) ?? []);
    return [...new Set(named.flatMap((one) => categories[one] ?? [one]))];
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./build/project/markdown.js
/**
 * A Markdown document → its frontmatter, its body and its fenced blocks, each at its place. Of CommonMark it knows what
 * decides whether a line stands in a fence: list items, comments, indented code. It runs nothing.
 */

function markdownOf(name, text) {
    const source = (0,language_source/* sourceOf */.vz)(name, text);
    const lines = linesOf(text);
    const closing = isRule(lines[0]) ? lines.findIndex((line, index) => index > 0 && isRule(line)) : -1;
    const inside = lines.slice(1, Math.max(1, closing));
    const body = lines.slice(closing + 1);
    return {
        source,
        frontmatter: closing < 0 ? undefined : pieced(source, inside.map(spanOf)),
        body: text.slice(body[0]?.start ?? text.length).trim(),
        fences: fencesOf(body),
    };
}
/** A source made of pieces of another, one a line, whose places are those of the other. */
function pieced(source, pieces) {
    const offsets = [];
    for (const [index, { start, end }] of pieces.entries()) {
        if (index > 0)
            offsets.push(pieces[index - 1]?.end ?? start);
        for (let at = start; at < end; at += 1)
            offsets.push(at);
    }
    offsets.push(pieces.at(-1)?.end ?? 0);
    const text = pieces.map(({ start, end }) => source.text.slice(start, end)).join('\n');
    return { name: source.name, text, host: { text: source.text, offsets } };
}
function spanOf({ text, start }) {
    return { start, end: start + text.length };
}
function linesOf(text) {
    let start = 0;
    return text.split('\n').map((line) => {
        const found = { text: line.replace(/\r$/, ''), start };
        start += line.length + 1;
        return found;
    });
}
function isRule(line) {
    return line !== undefined && /^---[ \t]*$/.test(line.text);
}
/** One that is never closed is none, because nobody can say where it ends. */
function fencesOf(lines) {
    const found = [];
    /** The columns where the text of the list items begins that the line stands in. */
    const items = [];
    let open;
    let isComment = false;
    for (const line of lines) {
        let indent = indentOf(line.text);
        const isBlank = line.text.trim() === '';
        if (!isBlank) {
            while (indent < (items.at(-1) ?? 0)) {
                items.pop();
                // What a list item holds ends with it, closed or not.
                open = undefined;
            }
        }
        if (open) {
            if (indent - (items.at(-1) ?? 0) <= 3 && closes(line.text.trim(), open.marker)) {
                found.push(open);
                open = undefined;
            }
            else
                open.lines.push(withoutIndent(line, open.indent));
            continue;
        }
        if (isBlank && !isComment)
            continue;
        let rest = line.text.trimStart();
        if (isComment || (rest.startsWith('<!--') && indent - (items.at(-1) ?? 0) <= 3)) {
            isComment = !rest.includes('-->');
            continue;
        }
        // A list item may begin with another one, or with a fence.
        while (indent - (items.at(-1) ?? 0) <= 3) {
            const [whole, bullet = ''] = /^([-*+]|\d{1,9}[.)])(?:[ \t]+|$)/.exec(rest) ?? [];
            if (whole === undefined)
                break;
            const gap = indentOf(rest.slice(bullet.length), indent + bullet.length);
            indent += bullet.length + (gap >= 1 && gap <= 4 ? gap : 1);
            items.push(indent);
            rest = rest.slice(whole.length);
        }
        if (indent - (items.at(-1) ?? 0) > 3)
            continue;
        const [, marker, info = ''] = /^(`{3,}(?=[^`]*$)|~{3,})(.*)$/.exec(rest) ?? [];
        if (marker === undefined)
            continue;
        open = { marker, language: info.trim().split(/\s/)[0]?.toLowerCase() ?? '', indent, lines: [] };
    }
    return found;
}
function closes(text, marker) {
    return text.length >= marker.length && text === (marker[0] ?? '').repeat(text.length);
}
/** In columns: a tab goes on to the next multiple of four. */
function indentOf(text, from = 0) {
    let column = from;
    for (const character of text) {
        if (character === ' ')
            column += 1;
        else if (character === '\t')
            column += 4 - (column % 4);
        else
            break;
    }
    return column - from;
}
function withoutIndent({ text, start }, columns) {
    let at = 0;
    while (at < text.length && /[ \t]/.test(text[at] ?? '') && indentOf(text.slice(0, at + 1)) <= columns)
        at += 1;
    return { text: text.slice(at), start: start + at };
}

;// CONCATENATED MODULE: ./build/project/macros.js
/**
 * The macros of a Markdown document: in a fenced block, a command on a line of its own, and behind it a comment that
 * announces the chain it stands for.
 *
 *     /ml-pipeline-full
 *
 *     # Expands to:
 *     /init → /train → /if:accuracy>0.87 → /deploy
 */


const languages = new Set(['', 'bash', 'sh', 'text']);
function macrosOf({ source, fences }) {
    return fences
        .filter(({ language }) => languages.has(language))
        .flatMap((fence) => macrosOfFence(fence, source));
}
function macrosOfFence({ lines }, source) {
    const found = [];
    let index = 0;
    while (index < lines.length) {
        const head = lines[index];
        const name = loneName(head);
        index += 1;
        if (!head || name === undefined)
            continue;
        const announced = announcedBehind(name, lines, index);
        if (!announced)
            continue;
        const span = { start: head.start, end: head.start + 1 + name.length };
        found.push({ name, span, chain: pieced(source, announced.pieces.map(spanOf)) });
        index = announced.next;
    }
    return found;
}
function announcedBehind(name, lines, from) {
    let label;
    for (let index = from; index < lines.length; index += 1) {
        const line = lines[index];
        if (!line || isBlank(line))
            continue;
        const comment = commentOf(line);
        if (!comment) {
            const first = trimmedStart(line);
            if (label === undefined || !startsChain(first.text) || isCallOf(name, first.text))
                return undefined;
            if (!isKnown(label) && !hasOperator(first.text))
                return undefined;
            const end = endOfChain(lines, index + 1);
            const pieces = [first, ...lines.slice(index + 1, end)];
            const last = pieces.pop();
            return { pieces: last ? [...pieces, trimmedEnd(last)] : [], next: end };
        }
        const inline = behindColon(comment);
        if (inline)
            return isCallOf(name, inline.text) ? undefined : inComments(lines, index, inline);
        if (label !== undefined && isChainInComment(comment.text, label) && !isCallOf(name, comment.text))
            return inComments(lines, index, comment);
        if (comment.text.endsWith(':') && !(label !== undefined && isKnown(label)))
            label = comment.text;
    }
    return undefined;
}
/** Up to the end of the fence, or to the next macro of it; blank lines and comments at the end are no part of it. */
function endOfChain(lines, from) {
    let end = from;
    for (let index = from; index < lines.length; index += 1) {
        const line = lines[index];
        if (!line || isBlank(line) || commentOf(line))
            continue;
        if (index > end && loneName(line) !== undefined && isAnnounced(lines, index + 1))
            break;
        end = index + 1;
    }
    return end;
}
/** Whether a comment in words that only announce a chain follows: in the midst of a chain, others explain it. */
function isAnnounced(lines, from) {
    for (const line of lines.slice(from, from + 10)) {
        if (isBlank(line))
            continue;
        const comment = commentOf(line);
        if (!comment)
            return false;
        if (isKnown(comment.text.slice(0, comment.text.indexOf(':') + 1)))
            return true;
    }
    return false;
}
/** A chain in a comment goes on in the next one where it would go on in the next line of a chain. */
function inComments(lines, index, first) {
    const pieces = [trimmedEnd(first)];
    let depth = depthOf(first.text);
    let next = index + 1;
    for (; next < lines.length; next += 1) {
        const line = lines[next];
        const comment = line && commentOf(line);
        const last = pieces.at(-1)?.text ?? '';
        if (!comment || !(depth > 0 || /(?:→|->|[|&])$/.test(last) || /^(?:→|->)/.test(comment.text)))
            break;
        pieces.push(trimmedEnd(comment));
        depth += depthOf(comment.text);
    }
    return { pieces, next };
}
function depthOf(text) {
    return (text.match(/[[(]/g)?.length ?? 0) - (text.match(/[\])]/g)?.length ?? 0);
}
/** `# Expands to: /init → /train`: what stands behind the colon, if it is a chain. */
function behindColon(comment) {
    for (const { index, 0: colon } of comment.text.matchAll(/:[ \t]+/g)) {
        const at = index + colon.length;
        const text = comment.text.slice(at);
        if (!startsChain(text))
            continue;
        const label = comment.text.slice(0, index + 1);
        return isChainInComment(text, label) ? { text, start: comment.start + at } : undefined;
    }
    return undefined;
}
/** Sentences begin with words too, so that an arrow or the like must show that it is none. */
function isChainInComment(text, label) {
    return startsChain(text) && ((isKnown(label) && text.startsWith('/')) || hasOperator(text));
}
const labels = /\b(?:equivalent|expands?|implement(?:s|ation|ed)?|workflow|coordinates|chain|commands?|steps)\b/i;
function isKnown(label) {
    return label.endsWith(':') && labels.test(label);
}
/** `/name`, `parallel[`, `fork:4`, `agent:task`, `$x =`, `word →`, `(`. */
function startsChain(text) {
    return /^(?:\/?[A-Za-z][\w.-]*(?:[[:](?!\/\/)\S|\[$|[ \t]*(?:→|->))|try:[ \t]+\/|\/[A-Za-z]|\$[A-Za-z]|\()/.test(text);
}
function hasOperator(text) {
    return /→|->|\[|&&|\|\||;/.test(text);
}
/** Another way to call the command is an example of it, not its definition. */
function isCallOf(name, chain) {
    const [, called = ''] = /^\/([\w.:/-]+)/.exec(chain) ?? [];
    return (0,language_name/* normalised */.Z7)(called) === (0,language_name/* normalised */.Z7)(name);
}
function loneName(line) {
    return /^\/([A-Za-z](?:[\w.:/-]*[\w.-])?)[ \t]*$/.exec(line?.text ?? '')?.[1];
}
/** What stands behind the `#`. */
function commentOf({ text, start }) {
    const [before] = /^[ \t]*#+[ \t]*/.exec(text) ?? [];
    if (before === undefined)
        return undefined;
    return trimmedEnd({ text: text.slice(before.length), start: start + before.length });
}
function isBlank({ text }) {
    return text.trim() === '';
}
function trimmedStart({ text, start }) {
    const trimmed = text.trimStart();
    return { text: trimmed, start: start + text.length - trimmed.length };
}
function trimmedEnd({ text, start }) {
    return { text: text.trimEnd(), start };
}

// EXTERNAL MODULE: ./build/project/markdown-files.js
var markdown_files = __webpack_require__(76115);
// EXTERNAL MODULE: ./build/project/schema.js
var schema = __webpack_require__(16379);
;// CONCATENATED MODULE: ./build/project/imported.js
/**
 * What the Markdown files and executables of coding agents define. A file that cannot be understood hinders only who
 * uses it; one that is no definition, though it stands where definitions do, gets a notice.
 */










/** Returns what cannot be read, by normalised name. */
function takeImported(definitions, { folder: project, personal, shown, read }, diagnostics) {
    const broken = new Map();
    const roots = personal === undefined || personal === project ? [project] : [personal, project];
    for (const root of roots) {
        for (const folder of markdown_files/* folders */.o) {
            const rank = root === project ? folder.of : `personal-${folder.of}`;
            const take = new Import(folder, rank, definitions, broken, diagnostics);
            for (const found of (0,markdown_files/* filesOf */.R)(root, root === project ? 'project' : 'home folder', folder)) {
                const path = (0,external_node_path_.join)(root, folder.path, found.path);
                if (root === project && found.is !== 'refused')
                    read?.(path, found.is === 'executable' ? found.firstLine : found.text);
                const file = root === project ? (0,external_node_path_.relative)(root, path).split(external_node_path_.sep).join('/') : path;
                take.file(found, file, shown(path));
            }
        }
    }
    return broken;
}
class Import {
    #folder;
    #rank;
    #definitions;
    #broken;
    #diagnostics;
    constructor(folder, rank, definitions, broken, diagnostics) {
        this.#folder = folder;
        this.#rank = rank;
        this.#definitions = definitions;
        this.#broken = broken;
        this.#diagnostics = diagnostics;
    }
    /** `file`: as the project names it. */
    file(found, file, shown) {
        if (found.is === 'refused') {
            const message = `\`${shown}\` is not read: ${found.reason}`;
            this.#refuse({ source: (0,language_source/* sourceOf */.vz)(shown, ''), span: { start: 0, end: 0 } }, message, found.help);
        }
        else if (found.is === 'executable') {
            const origin = firstLine((0,language_source/* sourceOf */.vz)(shown, found.firstLine));
            const name = (0,language_name/* slug */.yR)(found.path.replace(/\.[^.]*$/, ''));
            if (this.#isName(name, origin, shown))
                this.#command(executable(name, file, origin));
        }
        else
            this.#document(markdownOf(shown, found.text), found.path, file);
    }
    #document(document, path, file) {
        const { source, frontmatter } = document;
        const read = frontmatter && frontmatterOf(frontmatter);
        const isBroken = read instanceof diagnostic/* Diagnostics */.r;
        const known = isBroken ? undefined : read;
        const macros = macrosOf(document);
        const name = this.#nameOf(path, isBroken ? nameInBroken(frontmatter?.text ?? '') : known?.name);
        if (isBroken) {
            const kind = this.#folder.holds === 'agents' ? 'agent' : 'command';
            this.#definitions.withhold(kind, name, this.#rank);
            this.#broken.set((0,language_name/* normalised */.Z7)(name), read.sorted());
        }
        else if (this.#folder.holds === 'agents')
            this.#agent(document, name, known, file);
        // A document may show the chain that its own command stands for.
        else if (!macros.some((macro) => (0,language_name/* normalised */.Z7)(macro.name) === (0,language_name/* normalised */.Z7)(name))) {
            const origin = firstLine(source);
            if (this.#isName(name, origin, source.name))
                this.#command(this.#prompt(name, document, known, file));
        }
        for (const macro of macros) {
            const { chain, span } = macro;
            if (!isReserved(macro.name))
                this.#command({ is: 'chain', name: macro.name, params: [], chain, origin: { source, span } });
        }
    }
    #prompt(name, { source, body }, known, file) {
        const { of, holds } = this.#folder;
        return {
            is: 'agent',
            name,
            params: [],
            origin: firstLine(source),
            file,
            body,
            ...(holds === 'skills' ? { numbering: 'from-zero' } : of === 'claude' ? { numbering: 'from-one' } : {}),
            ...about(known),
        };
    }
    #agent(document, name, known, file) {
        const { source, frontmatter, body } = document;
        const origin = frontmatter && known?.name !== undefined
            ? { source: frontmatter, span: known.nameSpan }
            : firstLine(source);
        const lack = !frontmatter
            ? 'it has no frontmatter'
            : known?.name === undefined
                ? 'its frontmatter has no `name`'
                : body === ''
                    ? 'it has no instructions'
                    : undefined;
        if (lack !== undefined) {
            const message = `\`${source.name}\` is no agent: ${lack}`;
            this.#refuse(origin, message, frontmatter ? undefined : `begin it with \`---\`, \`name: ${(0,language_name/* slug */.yR)(name)}\`, \`---\``);
        }
        else if (!/^[A-Za-z_][A-Za-z0-9_-]*$/.test(name)) {
            this.#refuse(origin, `\`${name}\` is no name of an agent`);
        }
        else
            this.#definitions.agent({ is: 'agent', name, params: [], origin, file, ...about(known) }, this.#rank);
    }
    #command(definition) {
        this.#definitions.command(definition, this.#rank);
    }
    /** `ml/run` is in a name space; a skill is called as it calls itself, else as its folder. */
    #nameOf(path, own) {
        const stem = path.replace(/(?:\/SKILL)?\.md$/, '');
        if (this.#folder.holds === 'commands')
            return this.#folder.of === 'factory' ? (0,language_name/* slug */.yR)(stem) : stem;
        return own ?? stem;
    }
    #isName(name, origin, shown) {
        const isName = schema/* commandName */.p6.safeParse(name).success;
        if (isName && !isReserved(name))
            return true;
        const why = isName ? `\`${name}\` is a word of the language` : `\`${name}\` is no name of a command`;
        this.#refuse(origin, `\`${shown}\` is no command: ${why}`);
        return false;
    }
    #refuse({ source, span }, message, help) {
        this.#diagnostics.add('not-imported', source, span, message, { help });
    }
}
/** Runs the file with the arguments of the call, from the root of the project. */
function executable(name, file, origin) {
    const path = (0,external_node_path_.isAbsolute)(file) ? file : `./${file}`;
    const script = `'${path.replaceAll("'", "'\\''")}' "$@"`;
    const none = { env: [], outputs: [], metrics: [], errors: [] };
    return {
        is: 'run',
        name,
        params: [],
        origin,
        command: { is: 'run', name, script, shell: 'bash', target: 'local', ...none },
    };
}
/** Who asks for it by the name it has is told why it is not there. */
function nameInBroken(frontmatter) {
    return /^name:[ \t]*["']?([A-Za-z_][\w-]*)/m.exec(frontmatter)?.[1];
}
function about(known) {
    const { name: _name, nameSpan: _span, ...rest } = known ?? { nameSpan: undefined };
    return rest;
}
function firstLine(source) {
    const end = /^[^\r\n]*/.exec(source.text)?.[0].length ?? 0;
    return { source, span: { start: 0, end } };
}

// EXTERNAL MODULE: ./build/project/notify-schema.js
var notify_schema = __webpack_require__(83485);
// EXTERNAL MODULE: ./build/project/policy-schema.js
var policy_schema = __webpack_require__(66872);
// EXTERNAL MODULE: ./build/project/trigger-schema.js
var trigger_schema = __webpack_require__(42408);
;// CONCATENATED MODULE: ./build/project/load.js
/** The files of a project → its definitions, and the workflow a person asked for. */















const projectFileName = 'ml-workflow.yml';
const workflowsFolder = 'workflows';
const usualRunner = 'ubuntu-latest';
/** `folder`: the project's root. `shownFrom`: what paths in messages are relative to. Both absolute. */
function load(folder, shownFrom, wanted, options = {}) {
    const diagnostics = new diagnostic/* Diagnostics */.r();
    const definitions = new Definitions(diagnostics);
    const projectPath = (0,external_node_path_.join)(folder, projectFileName);
    const shown = (path) => shownPath(path, shownFrom);
    const sources = [];
    const read = (path, text, is) => sources.push({ path: (0,external_node_path_.relative)(folder, path).split(external_node_path_.sep).join('/'), shown: shown(path), is, text });
    const importing = {
        ...{ folder, shown, ...options },
        read: (path, text) => read(path, text, 'definitions'),
    };
    const broken = takeImported(definitions, importing, diagnostics);
    let isBroken = false;
    let runsOn = usualRunner;
    let policy = plan_policy/* usualPolicy */.n;
    let notify = [];
    if ((0,external_node_fs_.existsSync)(projectPath)) {
        const file = (0,yaml_file/* readYaml */.gM)(projectPath, shown(projectPath), schema/* projectSchema */.$b, diagnostics);
        if (file) {
            definitions.take(file, 'project');
            read(projectPath, file.source.text, 'definitions');
            runsOn = file.value['runs-on'] ?? runsOn;
            policy = (0,policy_schema/* policyOf */.U)(file.value.policy);
            notify = (0,notify_schema/* receiversOf */.YJ)(file.value.notify);
        }
        else
            isBroken = true;
    }
    const files = workflowFiles(folder).map((path) => readWorkflow(path, shown(path), folder));
    const own = wanted.is === 'workflow'
        ? findWorkflow(wanted.reference, files, folder, shownFrom, (name) => definitions.hasCommand(name), diagnostics)
        : undefined;
    if (own && !files.includes(own))
        files.push(own);
    for (const one of files) {
        if (one.file)
            read(one.path, one.file.source.text, 'workflow');
        if (one === own)
            diagnostics.addAll(one.diagnostics.sorted());
        const obstacle = one === own ? undefined : obstacleOf(one);
        if (obstacle) {
            definitions.withhold('command', one.name, 'project');
            broken.set((0,language_name/* normalised */.Z7)(one.name), obstacle);
        }
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
    const project = withBaseline(definitions.project(broken), folder, definitions.baseline?.origin, diagnostics);
    return {
        name: typed?.name ?? own?.name ?? asked,
        project,
        workflow: typed ?? own?.workflow,
        targets: definitions.targets,
        files: sources,
        ...{ runsOn, policy, notify },
        workflows: files.flatMap(({ workflow: one }) => one ?? []),
        isBroken,
        diagnostics,
    };
}
function readWorkflow(path, shown, folder) {
    const diagnostics = new diagnostic/* Diagnostics */.r();
    const file = (0,yaml_file/* readYaml */.gM)(path, shown, schema/* workflowSchema */.R9, diagnostics);
    const name = file?.value.name ?? load_nameInBroken(path) ?? fileName(path);
    const workflow = file && {
        name,
        ...(file.value.description === undefined ? {} : { description: file.value.description }),
        chain: file.inner(['chain']),
        params: paramsOf(file.value.params, file, [], diagnostics),
        path: (0,external_node_path_.relative)(folder, path).split(external_node_path_.sep).join('/'),
        on: (0,trigger_schema/* triggersOf */.X)(file.value.on),
        ...(file.value.drift ? { drift: (0,notify_schema/* driftOf */.$p)(file.value.drift) } : {}),
    };
    return { path, name, file, workflow, diagnostics };
}
/** Whose mistakes are reported under another name than before would look like another workflow. */
function load_nameInBroken(path) {
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
    const { commands, agents, axes, metrics, select, targets, transfers, lists, predicates } = file.value;
    const own = Object.entries({
        ...{ commands, agents, axes, metrics, select, targets, transfers, lists, predicates },
    }).find(([, declared]) => Object.keys(declared).length > 0);
    const single = ['results', 'baseline', 'budget', 'strict-units', 'sync', 'require'];
    const key = own?.[0] ?? single.find((one) => file.has([one]));
    if (key === undefined)
        return undefined;
    const found = new diagnostic/* Diagnostics */.r();
    const message = `calling \`/${name}\`, which has \`${key}:\` of its own, is not supported yet`;
    found.add('unsupported-construct', file.source, file.span([key], 'key'), message, {
        help: 'move them to `ml-workflow.yml`',
    });
    return found.sorted();
}
/** The file of a workflow, by path or by name; undefined when there is none, which a diagnostic says. */
function workflowPath(reference, folder, shownFrom, diagnostics) {
    const files = workflowFiles(folder).map((path) => readWorkflow(path, shownPath(path, shownFrom), folder));
    return findWorkflow(reference, files, folder, shownFrom, () => false, diagnostics)?.path;
}
/** A workflow by path, as given or below the project; by the name it gives itself; by the name of its file. */
function findWorkflow(reference, files, folder, shownFrom, isCommand, diagnostics) {
    const source = (0,language_source/* sourceOf */.vz)('<arguments>', reference);
    const span = { start: 0, end: reference.length };
    if (/\.ya?ml$/.test(reference)) {
        const path = [(0,external_node_path_.resolve)(shownFrom, reference), (0,external_node_path_.resolve)(folder, reference)].find(isFile);
        if (path !== undefined)
            return files.find((one) => one.path === path) ?? readWorkflow(path, shownPath(path, shownFrom), folder);
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
/** Paths of the files in `workflows/`, by name. */
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


/***/ }),

/***/ 63246:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ Lookup)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _language_source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11786);
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
        const value = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) ? String(node.value) : '';
        const [start, end] = node?.range ?? [0, 0];
        const { text } = this.source;
        return (0,_language_source_js__WEBPACK_IMPORTED_MODULE_1__/* .embeddedSource */ .ss)(this.source.name, value, { text, start: contentStart(text, start), end });
    }
    find(path, part) {
        let node = this.#resolved(this.#document.contents);
        for (const [index, step] of path.entries()) {
            if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node)) {
                const pair = node.items.find(({ key }) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) && String(key.value) === String(step));
                if (!pair)
                    return undefined;
                const isKey = part === 'key' && index === path.length - 1;
                node = this.#resolved(isKey ? pair.key : (pair.value ?? pair.key));
            }
            else if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node) && typeof step === 'number')
                node = this.#resolved(node.items[step]);
            else
                return undefined;
        }
        return node;
    }
    #resolved(node) {
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node))
            return node.resolve(this.#document);
        return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node) || (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node) || (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) ? node : undefined;
    }
}
/** Behind the `|` or `>` line of a block scalar; the start itself for the other notations. */
function contentStart(text, start) {
    if (text[start] !== '|' && text[start] !== '>')
        return start;
    const newline = text.indexOf('\n', start);
    return newline < 0 ? start : newline + 1;
}


/***/ }),

/***/ 76115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ filesOf),
/* harmony export */   o: () => (/* binding */ folders)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/** The folders in which coding agents keep commands, skills and agents → the files in them, without opening a way out. */


/** Lowest rank first. */
const folders = [
    { of: 'claude', holds: 'commands', path: '.claude/commands' },
    { of: 'claude', holds: 'skills', path: '.claude/skills' },
    { of: 'claude', holds: 'agents', path: '.claude/agents' },
    { of: 'factory', holds: 'commands', path: '.factory/commands' },
    { of: 'factory', holds: 'skills', path: '.factory/skills' },
    { of: 'factory', holds: 'agents', path: '.factory/droids' },
];
const largest = 1024 * 1024;
/** Sorted by path. Nothing outside of `root` is read, which messages name as `rootName`. */
function filesOf(root, rootName, folder) {
    const found = [];
    const top = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, folder.path);
    const visited = new Set();
    const refuse = (path, reason, help) => found.push({ is: 'refused', path, reason, ...(help === undefined ? {} : { help }) });
    const walk = (below, depth) => {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(top, below);
        try {
            const real = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(path);
            if (!isInside((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(root), real))
                refuse(below, `it leads outside of the ${rootName}`);
            else if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(real).isDirectory())
                take(below, real, depth);
            else if (!visited.has(real) && depth < deepest(folder)) {
                visited.add(real);
                for (const name of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(real).sort()) {
                    if (!name.startsWith('.'))
                        walk((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(below, name), depth + 1);
                }
            }
        }
        catch (error) {
            const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
            const isAbsent = code === 'ENOENT' || code === 'ENOTDIR';
            if (below !== '' || !isAbsent)
                refuse(below, isAbsent ? 'it leads nowhere' : code);
        }
    };
    const take = (below, real, depth) => {
        const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(real);
        const isMarkdown = folder.holds === 'skills' ? /^[^/]+\/SKILL\.md$/.test(posix(below)) : /\.md$/.test(below);
        const mayBeExecutable = folder.of === 'factory' && folder.holds === 'commands' && depth === 1;
        if (isMarkdown && !stats.isFile())
            refuse(below, 'it is no file');
        else if (isMarkdown && stats.size > largest)
            refuse(below, 'it is larger than 1 MiB');
        else if (isMarkdown) {
            const text = textOf((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(real));
            if (text === undefined)
                refuse(below, 'it is no UTF-8 text');
            else
                found.push({ is: 'markdown', path: posix(below), text });
        }
        else if (mayBeExecutable && stats.isFile()) {
            const firstLine = shebangOf(real);
            if (firstLine === undefined)
                return;
            if ((stats.mode & 0o111) === 0)
                refuse(below, 'it is not executable', 'run `chmod +x` on it');
            else
                found.push({ is: 'executable', path: posix(below), firstLine });
        }
    };
    walk('', 0);
    return found;
}
/** Only Claude's commands have folders of their own as name spaces; a skill is a folder. */
function deepest({ of, holds }) {
    if (holds === 'skills')
        return 2;
    return of === 'claude' && holds === 'commands' ? 16 : 1;
}
function isInside(root, path) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, path);
    return way !== '..' && !way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) && !(0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(way);
}
function posix(path) {
    return path.split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/');
}
function textOf(bytes) {
    try {
        // Takes a byte order mark away.
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch {
        return undefined;
    }
}
/** The first line of a file that begins with `#!`. */
function shebangOf(path) {
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, 'r');
    try {
        const bytes = Buffer.alloc(256);
        const length = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(file, bytes, 0, bytes.length, 0);
        const [line = ''] = bytes.toString('utf8', 0, length).split(/\r?\n/);
        return line.startsWith('#!') ? line : undefined;
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
    }
}


/***/ }),

/***/ 83485:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $p: () => (/* binding */ driftOf),
/* harmony export */   UL: () => (/* binding */ drift),
/* harmony export */   YJ: () => (/* binding */ receiversOf),
/* harmony export */   me: () => (/* binding */ notify)
/* harmony export */ });
/* unused harmony export occasions */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _schema_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75482);
/** The shape of `notify:` and `drift:`: whom a finished run tells, and what a scheduled check finds. */


/** An address lets whoever knows it write there: it is a secret, and never in a file. */
const variable = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    env: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'this is no name of an environment variable'),
});
const occasions = ['passed', 'handled', 'not-met', 'failed', 'waiting', 'cancelled', 'drift'];
const receiver = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    webhook: variable.optional(),
    slack: variable.optional(),
    on: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(occasions)).min(1, 'a list of occasions has at least one').optional(),
})
    .refine(({ webhook, slack }) => (webhook === undefined) !== (slack === undefined), 'each of them has either `webhook:` or `slack:`');
const notify = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(receiver).min(1, 'a list of receivers has at least one');
/** What people want to hear of when they do not say: what they would have to do something about. */
const usualOccasions = ['not-met', 'failed', 'waiting', 'drift'];
function receiversOf(written) {
    return (written ?? []).map(({ webhook, slack, on = usualOccasions }) => ({
        kind: webhook ? 'webhook' : 'slack',
        variable: webhook?.env ?? slack?.env ?? '',
        on,
    }));
}
const drift = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    /** The gate whose answer it is. */
    predicate: _schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .plainName */ .MH,
    issue: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).max(200, 'a title has at most 200 characters').optional(),
    'pull-request': zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .path */ .Ae).min(1, 'a list of files has at least one').optional(),
    checks: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).max(200)).min(1, 'a list of workflows has at least one').optional(),
});
function driftOf(written) {
    return (written && {
        predicate: written.predicate,
        issue: written.issue ?? 'The data has drifted',
        files: written['pull-request'] ?? [],
        ...(written.checks === undefined ? {} : { checks: written.checks }),
    });
}


/***/ }),

/***/ 12103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ patternProblem),
/* harmony export */   F: () => (/* binding */ isAmong)
/* harmony export */ });
/** Patterns of paths as GitHub's `paths:` has them, as far as they mean the same to everybody: `*`, `**`, and `!` in front. */
/** One sentence on what is wrong with it; undefined for a pattern that is understood. */
function patternProblem(pattern) {
    const path = pattern.replace(/^!/, '');
    if (path === '' || path.length > 300)
        return 'a pattern has 1 to 300 characters';
    const odd = /[?+[\]{}\\]/.exec(path)?.[0];
    if (odd !== undefined)
        return `\`${odd}\` is not supported in a pattern; write \`*\` or \`**\``;
    if (path.startsWith('/') || path.split('/').includes('..') || path.startsWith('./'))
        return 'a pattern is of a path in the repository, and begins at its root without a slash';
    return undefined;
}
/** Later patterns win over earlier ones: `!` takes away from those before it. `path`: relative to the repository's root, with `/`. */
function isAmong(path, patterns) {
    let is = false;
    for (const pattern of patterns) {
        const takesAway = pattern.startsWith('!');
        if (is === takesAway && fitsPath(takesAway ? pattern.slice(1) : pattern, path))
            is = !takesAway;
    }
    return is;
}
/** In proportion to pattern times path: paths are chosen by whoever writes a pull request. */
function fitsPath(pattern, path) {
    const pieces = piecesOf(pattern);
    let places = withSkipped(new Set([0]), pieces);
    for (let index = 0; index < path.length && places.size > 0; index += 1) {
        const sign = path[index] ?? '';
        const next = [...places].flatMap((place) => behind(pieces[place], place, sign) ?? []);
        places = withSkipped(new Set(next), pieces);
    }
    return places.has(pieces.length);
}
/** The place behind one more sign; undefined when the sign does not fit. */
function behind(piece, place, sign) {
    switch (piece?.is) {
        case 'sign':
            return piece.sign === sign ? place + 1 : undefined;
        case 'star':
            return sign === '/' ? undefined : place;
        case 'stars':
            return place;
        case 'folders':
            return sign === '/' ? undefined : place + 1;
        case 'folder':
            return sign === '/' ? place - 1 : place;
        case undefined:
            return undefined;
    }
}
/** With the places that are reached by taking no sign. A set is walked through to what is added on the way. */
function withSkipped(places, pieces) {
    for (const place of places) {
        const is = pieces[place]?.is;
        if (is === 'star' || is === 'stars')
            places.add(place + 1);
        if (is === 'folders')
            places.add(place + 2);
    }
    return places;
}
function piecesOf(pattern) {
    const words = pattern.match(/(?<=^|\/)\*\*\/|\*\*+|\*|[^*]/g) ?? [];
    return words.flatMap((word) => {
        if (word === '**/')
            return [{ is: 'folders' }, { is: 'folder' }];
        if (word === '*')
            return [{ is: 'star' }];
        return word.startsWith('**') ? [{ is: 'stars' }] : [{ is: 'sign', sign: word }];
    });
}


/***/ }),

/***/ 66872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ policy),
/* harmony export */   U: () => (/* binding */ policyOf)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _language_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60716);
/* harmony import */ var _plan_policy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91842);
/* harmony import */ var _path_patterns_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12103);
/** The shape of `policy:`: who may start what on GitHub, and how much of it. */




const role = zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['read', 'triage', 'write', 'maintain', 'admin']);
/** GitHub's own rules for logins; machine accounts of Apps are no people. */
const login = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
    .regex(/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$/, 'a login has letters, digits and hyphens, without `@`');
const team = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
    .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]*$/, "a team is written by its slug, without the organisation's name");
const who = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([
    role,
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        role: role.optional(),
        people: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(login).min(1, 'a list of people has at least one').optional(),
        teams: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(team).min(1, 'a list of teams has at least one').optional(),
    }),
]);
const pattern = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().superRefine((text, context) => {
    const message = (0,_path_patterns_js__WEBPACK_IMPORTED_MODULE_2__/* .patternProblem */ .A)(text);
    if (message !== undefined)
        context.addIssue({ code: 'custom', message });
});
const count = zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().min(1);
const dollars = zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().positive();
/** As much as reading is not enough for: whoever starts something spends money. */
const spending = new Set(['run', 'deploy']);
const policy = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    plan: who.optional(),
    run: who.optional(),
    stop: who.optional(),
    approve: who.optional(),
    deploy: who.optional(),
    commands: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1), who).optional(),
    limits: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        'runs-per-person': count.optional(),
        runs: count.optional(),
        'dollars-per-person': dollars.optional(),
        dollars: dollars.optional(),
    })
        .optional(),
    'deploy-from': zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['default-branch', 'pr']).optional(),
    'local-commands': zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().optional(),
    skip: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(pattern)
        .min(1, 'a list of patterns has at least one')
        .refine((all) => !all.every((one) => one.startsWith('!')), 'patterns with `!` take away from others')
        .optional(),
})
    .superRefine((written, context) => {
    for (const right of _plan_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .rights */ .u) {
        const asked = written[right];
        const asRole = typeof asked === 'string' ? asked : asked?.role;
        if (spending.has(right) && (asRole === 'read' || asRole === 'triage'))
            context.addIssue({
                code: 'custom',
                path: [right],
                message: `whoever may \`${right}\` has at least \`write\`: everybody can read a public repository`,
            });
    }
});
function policyOf(written) {
    if (!written)
        return _plan_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .usualPolicy */ .n;
    const { commands = {}, limits } = written;
    return {
        rights: Object.fromEntries(_plan_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .rights */ .u.map((right) => [right, whoOf(written[right], _plan_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .usualPolicy */ .n.rights[right])])),
        commands: Object.fromEntries(Object.entries(commands).map(([name, asked]) => [
            (0,_language_name_js__WEBPACK_IMPORTED_MODULE_3__/* .normalised */ .Z7)(name.replace(/^\//, '')),
            whoOf(asked, _plan_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .usualPolicy */ .n.rights.run),
        ])),
        limits: limitsOf(limits),
        deployFrom: written['deploy-from'] ?? _plan_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .usualPolicy */ .n.deployFrom,
        localCommands: written['local-commands'] ?? _plan_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .usualPolicy */ .n.localCommands,
        ...(written.skip === undefined ? {} : { skip: written.skip }),
    };
}
function whoOf(asked, usual) {
    if (asked === undefined)
        return usual;
    if (typeof asked === 'string')
        return { role: asked };
    const lower = (names) => names.map((name) => name.toLowerCase());
    return {
        role: asked.role ?? usual.role,
        ...(asked.people ? { people: lower(asked.people) } : {}),
        ...(asked.teams ? { teams: lower(asked.teams) } : {}),
    };
}
function limitsOf(written) {
    if (!written)
        return {};
    const { runs, dollars: money } = written;
    const { 'runs-per-person': runsPerPerson, 'dollars-per-person': dollarsPerPerson } = written;
    return {
        ...(runs === undefined ? {} : { runs }),
        ...(money === undefined ? {} : { dollars: money }),
        ...(runsPerPerson === undefined ? {} : { runsPerPerson }),
        ...(dollarsPerPerson === undefined ? {} : { dollarsPerPerson }),
    };
}


/***/ }),

/***/ 24956:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H$: () => (/* binding */ hostKeyHelp),
/* harmony export */   OH: () => (/* binding */ sync),
/* harmony export */   aC: () => (/* binding */ target),
/* harmony export */   aS: () => (/* binding */ requirement),
/* harmony export */   k0: () => (/* binding */ transfer)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _schema_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75482);
/** The shape of what a project says about other hosts: `targets:`, `transfers:`, `sync:` and `require:`. */


const slots = zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().min(1);
const text = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1);
const variable = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'this is no name of an environment variable');
/** As written, or held by a variable. */
const held = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ env: variable });
const setting = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([text, zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), held]);
const hostFolder = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
    .regex(/^(?:~\/|\/)[^\0\r\n]*[^/\0\r\n]\/*$/, 'a folder on a host is written `/path` or `~/path`')
    .refine((written) => !written.split('/').includes('..'), 'a folder on a host has no `..` in it')
    .transform((written) => written.replace(/\/+$/, ''));
/** Of every host, whoever made it. */
const remote = {
    slots: slots.default(1),
    workspace: hostFolder.default('~/workspace'),
    env: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(variable.refine((written) => !/^(?:ML|MLW|RUNPOD)_/i.test(written), '`ML_`, `MLW_` and `RUNPOD_` variables are set by the system'), zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY()])
        .refine((value) => !String(value).includes('\0'), 'a value of an environment variable cannot hold a NUL byte'))
        .default({}),
    setup: text.optional(),
};
const local = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('local'),
    slots: slots.optional(),
    price: _schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .dollars */ .E9.optional(),
});
const ssh = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('ssh'),
    host: setting,
    port: setting.default(22),
    user: setting.default('root'),
    key: setting,
    'host-key': setting,
    ...remote,
    price: _schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .dollars */ .E9.optional(),
});
/** Seconds. A number without a unit that was meant as hours is less. */
const shortestLifetime = 300;
const cloud = zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['secure', 'community']);
const dataCenter = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
    .regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/, 'a data center is written as RunPod names it, `EU-RO-1`');
const runpod = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('runpod'),
    image: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[^\s\0]+$/, 'an image has no blanks in its name'),
    gpu: zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([text, zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(text).min(1, 'a list of GPUs has at least one')]).optional(),
    cpu: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        id: text,
        vcpus: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig()
            .int()
            .min(1)
            .refine((count) => Number.isInteger(Math.log2(count)), 'vCPUs are sold by powers of two: 1, 2, 4, 8, 16'),
    })
        .optional(),
    count: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().min(1).optional(),
    cloud: zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([cloud, zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(cloud).min(1, 'a list of clouds has at least one')]).default('secure'),
    'data-centers': zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(dataCenter).default([]),
    disk: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().min(20, 'a disk has at least 20 GB; smaller ones often find no host').default(40),
    volume: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        id: text,
        path: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
            .regex(/^\/[^\0\r\n]*[^/\0\r\n]$/, 'a volume is mounted at an absolute path')
            .default('/workspace'),
    })
        .optional(),
    cuda: zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^\d+\.\d+$/, 'a version of CUDA is written `12.8`'), zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().positive()])
        .optional(),
    'max-price': _schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .dollars */ .E9,
    pods: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().min(1).default(4),
    lifetime: _schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0
        .refine((seconds) => seconds >= shortestLifetime, 'a pod lives for 5 minutes at least, most of which it takes to be ready; hours are written `1h`')
        .default(6 * 3600),
    key: held.optional(),
    start: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
        .regex(/^\/[^\0\r\n]*$/, "the image's own start is an absolute path, `/start.sh`")
        .default('/start.sh'),
    registry: text.optional(),
    ...remote,
})
    .refine(({ gpu, cpu }) => (gpu === undefined) !== (cpu === undefined), 'a pod has either `gpu:` or `cpu:`')
    .refine(({ cpu, count }) => cpu === undefined || count === undefined, '`count:` is of GPUs; a pod with `cpu:` has none')
    .refine(({ volume, cloud: clouds }) => volume === undefined || ![clouds].flat().includes('community'), 'network volumes are in the secure cloud only: remove `volume:`, or `community` from `cloud:`');
const target = zod__WEBPACK_IMPORTED_MODULE_1__/* .discriminatedUnion */ .gMt('kind', [local, ssh, runpod]);
/** `./data//raw/` is `data/raw`. */
const tidyPath = _schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .path */ .Ae
    .refine((written) => !/[\0\r\n]/.test(written), 'a path is one line')
    .refine((written) => tidied(written) !== '', 'a path names a file or a folder inside the workspace')
    .transform(tidied);
const paths = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(tidyPath).default([]);
function tidied(written) {
    return written
        .split('/')
        .filter((step) => step !== '' && step !== '.')
        .join('/');
}
const transfer = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    direction: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['up', 'down']),
    paths: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([tidyPath, zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ from: tidyPath, to: tidyPath })]))
        .min(1, 'a transfer moves at least one path'),
    exclude: paths,
    target: _schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .name */ .UU.optional(),
});
const sync = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    source: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['git-tree', 'working-tree']).default('git-tree'),
    include: paths,
    exclude: paths,
    up: paths,
    down: paths,
});
const requirement = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([
    tidyPath,
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        path: tidyPath,
        sha256: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
            .regex(/^[0-9a-fA-F]{64}$/, 'a SHA-256 has 64 hexadecimal digits')
            .transform((written) => written.toLowerCase())
            .optional(),
    }),
]);
/** How a person gets what `host-key:` asks for. */
const hostKeyHelp = 'it is the second and third word of what `ssh-keyscan -t ed25519 <host>` prints; compare it with the host itself';


/***/ }),

/***/ 75482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ae: () => (/* binding */ path),
/* harmony export */   E9: () => (/* binding */ dollars),
/* harmony export */   MH: () => (/* binding */ plainName),
/* harmony export */   UU: () => (/* binding */ name),
/* harmony export */   p0: () => (/* binding */ duration)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);
/** Values that several parts of the project file are made of. */

const name = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^[A-Za-z_][A-Za-z0-9_.-]*$/, 'a name begins with a letter and holds letters, digits, `_`, `-` and `.`');
/** Of a parameter or an axis: it also names an environment variable. */
const plainName = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^[A-Za-z_][A-Za-z0-9_-]*$/, 'a name begins with a letter and holds letters, digits, `_` and `-`');
/** `90`, `"40s"`, `"40m"`, `"2h"`, `"1d"`: seconds when there is no unit. */
const duration = zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().positive('a duration is more than 0'),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .regex(/^(?=.*[1-9])\d+(?:\.\d+)?\s*[smhd]?$/, 'a duration is written `90`, `90s`, `40m`, `2h` or `1d`'),
])
    .transform((written) => {
    if (typeof written === 'number')
        return written;
    const factors = { s: 1, m: 60, h: 3600, d: 86_400 };
    return Number.parseFloat(written) * (factors[written.at(-1) ?? ''] ?? 1);
});
/** `12`, `0.44`, `"12usd"`, `"$12"` */
const dollars = zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().positive('an amount is more than 0'),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .regex(/^\$?(?=.*[1-9])\d+(?:\.\d+)?\s*(?:usd)?$/i, 'an amount is written `12`, `12usd` or `$12`'),
])
    .transform((written) => typeof written === 'number' ? written : Number.parseFloat(written.replace('$', '')));
/** Of one file or folder of the workspace. */
const path = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .min(1)
    .refine((text) => !/[*?]/.test(text), 'patterns are not supported here; write one path')
    .refine((text) => !text.startsWith('/') && !text.split('/').includes('..'), 'a path is relative and stays inside the workspace');


/***/ }),

/***/ 16379:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $b: () => (/* binding */ projectSchema),
/* harmony export */   R9: () => (/* binding */ workflowSchema),
/* harmony export */   Z8: () => (/* binding */ laterKeys),
/* harmony export */   p6: () => (/* binding */ commandName)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92857);
/* harmony import */ var _notify_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83485);
/* harmony import */ var _policy_schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66872);
/* harmony import */ var _remote_schema_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24956);
/* harmony import */ var _schema_values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75482);
/* harmony import */ var _trigger_schema_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(42408);
/** The shape of the project file and of workflow files. What is not in it is an error, with the nearest key as help. */






const commandName = zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()
    .regex(/^[A-Za-z_][A-Za-z0-9_.:/-]*(?<![:/])$/, 'a command begins with a letter and holds letters, digits, `_`, `-`, `.`, `:` and `/`');
const flag = zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().regex(/^--?[A-Za-z][A-Za-z0-9_-]*$/, 'a flag is written `--name`');
const variable = zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().regex(/^\$[A-Za-z_][A-Za-z0-9_-]*$/, 'a variable is written `$name`');
const value = zod__WEBPACK_IMPORTED_MODULE_5__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_5__/* .boolean */ .zMY()]);
const direction = zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(['max', 'min']);
const param = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    type: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(['string', 'integer', 'number', 'boolean']).default('string'),
    default: value.optional(),
    from: variable.optional(),
    flag: flag.optional(),
    positional: zod__WEBPACK_IMPORTED_MODULE_5__/* .boolean */ .zMY().default(false),
    choices: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(value).min(1).optional(),
    description: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().optional(),
});
const params = zod__WEBPACK_IMPORTED_MODULE_5__/* .record */ .g1P(_schema_values_js__WEBPACK_IMPORTED_MODULE_3__/* .plainName */ .MH, param);
const fields = {
    fields: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(_schema_values_js__WEBPACK_IMPORTED_MODULE_3__/* .name */ .UU).min(1).optional(),
    map: zod__WEBPACK_IMPORTED_MODULE_5__/* .record */ .g1P(_schema_values_js__WEBPACK_IMPORTED_MODULE_3__/* .name */ .UU, zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().min(1)).optional(),
};
const metricsSource = zod__WEBPACK_IMPORTED_MODULE_5__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({ json: _schema_values_js__WEBPACK_IMPORTED_MODULE_3__/* .path */ .Ae, ...fields }),
    zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({ jsonl: _schema_values_js__WEBPACK_IMPORTED_MODULE_3__/* .path */ .Ae, ...fields }),
    zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({ output: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(_schema_values_js__WEBPACK_IMPORTED_MODULE_3__/* .name */ .UU).min(1) }),
])
    .refine((source) => 'output' in source || source.fields !== undefined || source.map !== undefined, 'name the metrics under `fields:` or `map:`');
/** What the engine or a catch understands otherwise than as a class that a command declares. */
const systemClasses = new Set(['any', 'cancelled', 'degraded', 'gate-error']);
/** How a script runs, and what it gives. */
const script = {
    description: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().optional(),
    shell: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(['bash', 'sh']).default('bash'),
    target: _schema_values_js__WEBPACK_IMPORTED_MODULE_3__/* .name */ .UU.default('local'),
    timeout: _schema_values_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0.optional(),
    env: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()
        .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'this is no name of an environment variable')
        // They hold the action's own token, and the files by which a step speaks for the job.
        .refine((text) => !/^(?:INPUT|ACTIONS|GITHUB|RUNNER)_/i.test(text), "commands may not see the job's own variables")
        .refine((text) => !/^ML_/i.test(text), '`ML_` variables are set by the system for each unit'))
        .default([]),
    inputs: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(_schema_values_js__WEBPACK_IMPORTED_MODULE_3__/* .path */ .Ae).default([]),
    outputs: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(_schema_values_js__WEBPACK_IMPORTED_MODULE_3__/* .path */ .Ae).default([]),
    isolation: zod__WEBPACK_IMPORTED_MODULE_5__/* .literal */ .euz('copy').optional(),
    preflight: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().min(1).optional(),
    asserts: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().min(1)).default([]),
    metrics: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(metricsSource).default([]),
    primary: _schema_values_js__WEBPACK_IMPORTED_MODULE_3__/* .name */ .UU.optional(),
    sets: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(_schema_values_js__WEBPACK_IMPORTED_MODULE_3__/* .plainName */ .MH).default([]),
    result: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(['json', 'last-line']).optional(),
    deploys: _schema_values_js__WEBPACK_IMPORTED_MODULE_3__/* .name */ .UU.optional(),
    slots: zod__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig().int().min(1).optional(),
    progress: zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({ match: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().min(1) }).optional(),
    errors: zod__WEBPACK_IMPORTED_MODULE_5__/* .record */ .g1P(
    // A catch takes these words for something else.
    _schema_values_js__WEBPACK_IMPORTED_MODULE_3__/* .name */ .UU.refine((text) => !systemClasses.has(text), 'this class of failure belongs to the system'), zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
        exit: zod__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig().int().min(1).max(255).optional(),
        match: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().min(1).optional(),
        retry: zod__WEBPACK_IMPORTED_MODULE_5__/* .literal */ .euz('never').optional(),
    })
        .refine(({ exit, match }) => exit !== undefined || match !== undefined, 'a class of failure has `exit:` or `match:`'))
        .default({}),
};
/** GitHub's own rules for the name of an environment. */
const environment = zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()
    .min(1)
    .max(255, 'the name of an environment has at most 255 characters')
    .refine((text) => text === text.trim() && !/[\p{Cc}'"`,;\\]/u.test(text), 'the name of an environment has no quotes, commas, semicolons or backslashes in it, and no blanks at its ends');
const command = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    ...script,
    run: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().min(1).optional(),
    chain: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().min(1).optional(),
    params: params.default({}),
    axes: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(_schema_values_js__WEBPACK_IMPORTED_MODULE_3__/* .plainName */ .MH).optional(),
    environment: environment.optional(),
})
    .refine(({ run, chain }) => (run === undefined) !== (chain === undefined), 'a command has either `run:` or `chain:`');
const agent = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({ ...script, run: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().min(1) });
const predicate = zod__WEBPACK_IMPORTED_MODULE_5__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().min(1),
    zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({ when: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().min(1), severity: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(['error', 'warn']).default('error') }),
]);
const metric = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    unit: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(['fraction', 'percent', 'number']).optional(),
    better: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(['higher', 'lower']).optional(),
    aliases: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(_schema_values_js__WEBPACK_IMPORTED_MODULE_3__/* .name */ .UU).default([]),
    description: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().optional(),
});
const selection = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    max: _schema_values_js__WEBPACK_IMPORTED_MODULE_3__/* .name */ .UU.optional(),
    min: _schema_values_js__WEBPACK_IMPORTED_MODULE_3__/* .name */ .UU.optional(),
    where: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().min(1).optional(),
    ties: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({ metric: _schema_values_js__WEBPACK_IMPORTED_MODULE_3__/* .name */ .UU, direction })).default([]),
    none: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(['fail', 'not-met']).default('fail'),
})
    .refine(({ max, min }) => (max === undefined) !== (min === undefined), 'a selection has either `max:` or `min:`');
const results = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    file: _schema_values_js__WEBPACK_IMPORTED_MODULE_3__/* .path */ .Ae.default('experiment_results.jsonl'),
    phase: zod__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig().int().default(1),
    id: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()
        .min(1)
        .refine((text) => !/\{(?!(?:command|axis|value|phase)\})/.test(text), 'an id is made of `{command}`, `{axis}`, `{value}`, `{phase}` and other text')
        .default('{command}_{axis}_{value}'),
});
/** What a project file declares, and a workflow file may declare for itself. */
const definitions = {
    commands: zod__WEBPACK_IMPORTED_MODULE_5__/* .record */ .g1P(commandName, command).default({}),
    targets: zod__WEBPACK_IMPORTED_MODULE_5__/* .record */ .g1P(_schema_values_js__WEBPACK_IMPORTED_MODULE_3__/* .name */ .UU, _remote_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .target */ .aC).default({}),
    transfers: zod__WEBPACK_IMPORTED_MODULE_5__/* .record */ .g1P(_schema_values_js__WEBPACK_IMPORTED_MODULE_3__/* .plainName */ .MH, _remote_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .transfer */ .k0).default({}),
    sync: _remote_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .sync */ .OH.optional(),
    require: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(_remote_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .requirement */ .aS).optional(),
    axes: zod__WEBPACK_IMPORTED_MODULE_5__/* .record */ .g1P(_schema_values_js__WEBPACK_IMPORTED_MODULE_3__/* .plainName */ .MH, zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({ flag: flag.optional(), description: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().optional() }))
        .default({}),
    metrics: zod__WEBPACK_IMPORTED_MODULE_5__/* .record */ .g1P(_schema_values_js__WEBPACK_IMPORTED_MODULE_3__/* .name */ .UU, metric).default({}),
    select: zod__WEBPACK_IMPORTED_MODULE_5__/* .record */ .g1P(_schema_values_js__WEBPACK_IMPORTED_MODULE_3__/* .name */ .UU, selection).default({}),
    results: results.optional(),
    agents: zod__WEBPACK_IMPORTED_MODULE_5__/* .record */ .g1P(_schema_values_js__WEBPACK_IMPORTED_MODULE_3__/* .plainName */ .MH, agent).default({}),
    lists: zod__WEBPACK_IMPORTED_MODULE_5__/* .record */ .g1P(_schema_values_js__WEBPACK_IMPORTED_MODULE_3__/* .name */ .UU, zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(value).min(1, 'a list has at least one value')).default({}),
    predicates: zod__WEBPACK_IMPORTED_MODULE_5__/* .record */ .g1P(_schema_values_js__WEBPACK_IMPORTED_MODULE_3__/* .plainName */ .MH, predicate).default({}),
    baseline: _schema_values_js__WEBPACK_IMPORTED_MODULE_3__/* .path */ .Ae.optional(),
    budget: _schema_values_js__WEBPACK_IMPORTED_MODULE_3__/* .dollars */ .E9.optional(),
    'strict-units': zod__WEBPACK_IMPORTED_MODULE_5__/* .boolean */ .zMY().optional(),
    fanout: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(['matrix', 'job']).optional(),
};
const runnerLabel = zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()
    .regex(/^[^\s\p{Cc}](?:[^\p{Cc}]*[^\s\p{Cc}])?$/u, 'a label of a runner has no blanks at its ends');
const projectSchema = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    ...definitions,
    name: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().optional(),
    'runs-on': zod__WEBPACK_IMPORTED_MODULE_5__/* .union */ .KCZ([runnerLabel, zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(runnerLabel).min(1, 'a list of labels has at least one')])
        .optional(),
    policy: _policy_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .policy */ .J.optional(),
    notify: _notify_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .notify */ .me.optional(),
});
const workflowSchema = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    ...definitions,
    name: commandName.optional(),
    description: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().optional(),
    on: _trigger_schema_js__WEBPACK_IMPORTED_MODULE_4__/* .triggers */ .G.optional(),
    drift: _notify_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .drift */ .UL.optional(),
    params: params.default({}),
    chain: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
});
/** Keys of the language that this version does not have. */
const laterKeys = {
    file: new Set(['deployments', 'secrets', 'tracking', 'reports']),
    command: new Set(['agent']),
};


/***/ }),

/***/ 71743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L4: () => (/* binding */ namesSecret),
/* harmony export */   _m: () => (/* binding */ withoutText),
/* harmony export */   hK: () => (/* binding */ holdsSecret)
/* harmony export */ });
const names = /(?:^|_)(?:TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|CREDENTIALS?|APIKEY|(?:API|ACCESS|PRIVATE|SECRET|ACCOUNT|AUTH|SSH|ENCRYPTION|SIGNING)_?KEY)(?:_|$)/i;
/** `HF_TOKEN`, `WANDB_API_KEY`; not `TOKENIZERS_PARALLELISM`. */
function namesSecret(name) {
    return names.test(name);
}
const looks = /-----BEGIN [A-Z ]*PRIVATE KEY|\b(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\w{20,}|hf_[A-Za-z0-9]{20,}|rpa_[A-Za-z0-9]{20,}|sk-[A-Za-z0-9_-]{20,}|AKIA[A-Z0-9]{16}|xox[a-z]-[A-Za-z0-9-]{10,})/;
/** The beginnings by which well-known services mark theirs. */
function holdsSecret(text) {
    return looks.test(text);
}
/** The source with stars in that place, so that a message can show the lines around it. */
function withoutText(source, { start, end }) {
    const { text } = source;
    return {
        ...source,
        text: text.slice(0, start) + text.slice(start, end).replace(/\S/g, '*') + text.slice(end),
    };
}


/***/ }),

/***/ 42408:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ triggers),
/* harmony export */   X: () => (/* binding */ triggersOf)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _cron_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41100);
/** What starts a workflow on GitHub: the shape of `on:`, by GitHub's own rules where they are GitHub's words. */


const cron = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().superRefine((text, context) => {
    const message = (0,_cron_js__WEBPACK_IMPORTED_MODULE_0__/* .cronProblem */ .K)(text);
    if (message !== undefined)
        context.addIssue({ code: 'custom', message });
});
const timezone = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
    .refine(isTimezone, 'a time zone is written as IANA names it, `Europe/Berlin` or `UTC`');
function isTimezone(text) {
    // Offsets such as `+01:00` are none.
    if (!/^[A-Za-z]/.test(text))
        return false;
    try {
        new Intl.DateTimeFormat('en', { timeZone: text });
        return true;
    }
    catch {
        return false;
    }
}
const pattern = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1);
const patterns = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([pattern, zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(pattern).min(1, 'a list of patterns has at least one')])
    .refine((written) => ![written].flat().every((one) => one.startsWith('!')), 'patterns with `!` take away from others: there is at least one without');
const except = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([pattern, zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(pattern).min(1, 'a list of patterns has at least one')]);
const push = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    branches: patterns.optional(),
    'branches-ignore': except.optional(),
    tags: patterns.optional(),
    'tags-ignore': except.optional(),
    paths: patterns.optional(),
    'paths-ignore': except.optional(),
})
    .superRefine((written, context) => {
    for (const key of ['branches', 'tags', 'paths']) {
        if (written[key] === undefined || written[`${key}-ignore`] === undefined)
            continue;
        const message = `\`${key}\` and \`${key}-ignore\` do not go together; a pattern with \`!\` takes away from others`;
        context.addIssue({ code: 'custom', path: [`${key}-ignore`], message });
    }
});
const triggers = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    comment: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
        .regex(/^\/[A-Za-z][A-Za-z0-9_.:/-]*(?<![:/.])$/, 'a comment is one word as a person types it: `/sweep`, and what stands behind it are parameters')
        .refine((text) => !/^\/ml-(?:plan|status|stop|approve|resume|help)$/i.test(text), 'this word is reserved')
        .optional(),
    label: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
        .min(1)
        .max(50, 'a label has at most 50 characters')
        .refine((text) => text === text.trim(), 'a label has no blanks at its ends')
        .optional(),
    schedule: zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([
        cron,
        zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ cron, timezone: timezone.optional() }))
            .min(1, 'a list of schedules has at least one'),
    ])
        .optional(),
    // `push:` with nothing behind it is every push, as on GitHub.
    push: zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([push, zod__WEBPACK_IMPORTED_MODULE_1__/* ["null"] */ .chJ()]).optional(),
    dispatch: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().optional(),
});
function triggersOf(written) {
    const { comment, label, schedule, push: pushed } = written ?? {};
    const filters = Object.entries(pushed ?? {}).flatMap(([key, one]) => one === undefined ? [] : [[key, [one].flat()]]);
    return {
        ...(comment === undefined ? {} : { comment }),
        ...(label === undefined ? {} : { label }),
        ...(schedule === undefined
            ? {}
            : { schedule: typeof schedule === 'string' ? [{ cron: schedule }] : schedule }),
        ...(pushed === undefined ? {} : { push: Object.fromEntries(filters) }),
    };
}


/***/ }),

/***/ 22291:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lM: () => (/* binding */ documentOf),
  yR: () => (/* binding */ readText),
  gM: () => (/* binding */ readYaml)
});

// UNUSED EXPORTS: parseYaml

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./build/language/source.js
var source = __webpack_require__(11786);
// EXTERNAL MODULE: ./build/project/lookup.js
var project_lookup = __webpack_require__(63246);
// EXTERNAL MODULE: ./build/language/name.js
var language_name = __webpack_require__(60716);
// EXTERNAL MODULE: ./build/project/remote-schema.js
var remote_schema = __webpack_require__(24956);
// EXTERNAL MODULE: ./build/project/schema.js
var project_schema = __webpack_require__(16379);
// EXTERNAL MODULE: ./build/project/secrets.js
var secrets = __webpack_require__(71743);
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
    if (isAccountKey(issue.path) && lookup.has(issue.path) && issue.code === 'invalid_type') {
        const span = lookup.span(issue.path);
        const message = `${at}a key in this file could be read by everyone who can read the repository`;
        diagnostics.add('invalid-value', (0,secrets/* withoutText */._m)(source, span), span, message, {
            help: 'name the variable that holds it: `key: { env: RUNPOD_API_KEY }`',
        });
        return;
    }
    switch (issue.code) {
        case 'unrecognized_keys':
            for (const key of issue.keys)
                reportKey(key, issue.path, schema, lookup, diagnostics);
            return;
        case 'invalid_union':
            return reportUnion(issue, schema, lookup, diagnostics);
        case 'invalid_type':
            if (issue.path.length > 0 && !lookup.has(issue.path))
                return reportMissing(issue.path, lookup, diagnostics);
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
/** Of a target of the kind `runpod`: the one of `ssh` may be written, as the path of a file. */
function isAccountKey(path) {
    return path.length === 3 && path[0] === 'targets' && path[2] === 'key';
}
function reportMissing(path, lookup, diagnostics) {
    const parent = path.slice(0, -1).map(String).join('.');
    const key = String(path.at(-1));
    const message = `missing key \`${key}\`${parent === '' ? '' : ` in \`${parent}\``}`;
    const help = path.length === 3 && path[0] === 'targets' ? missingHelp.get(key) : undefined;
    diagnostics.add('invalid-value', lookup.source, lookup.span(path, 'key'), message, { help });
}
/** Why a target needs it. */
const missingHelp = new Map([
    ['host-key', `without it another host could pose as this one; ${remote_schema/* hostKeyHelp */.H$}`],
    ['max-price', 'it is what one pod may cost in dollars an hour: `max-price: 0.80`'],
]);
/** Keys that stand somewhere else. */
function placeOf(key, path) {
    if (path.length === 1 && path[0] === 'sync' && key === 'require')
        return '`require:` stands at the top level of the file, beside `sync:`';
    return undefined;
}
function reportKey(key, path, schema, lookup, diagnostics) {
    const span = lookup.span([...path, key], 'key');
    const where = path.length === 0 ? '' : ` in \`${path.map(String).join('.')}\``;
    const later = path.length === 0 ? project_schema/* laterKeys */.Z8.file : path[0] === 'commands' ? project_schema/* laterKeys */.Z8.command : undefined;
    if (later?.has(key) && path.length !== 1) {
        diagnostics.add('unsupported-construct', lookup.source, span, `\`${key}:\`${where} is not supported yet`);
        return;
    }
    diagnostics.add('unknown-key', lookup.source, span, `unknown key \`${key}\`${where}`, {
        help: placeOf(key, path) ?? (0,language_name/* didYouMean */.au)(key, keysAt(schema, path, lookup)),
    });
}
/** The alternative that came nearest speaks for all; where all want another kind of value, they are listed. */
function reportUnion(issue, schema, lookup, diagnostics) {
    if ('options' in issue && issue.errors.length === 0) {
        const known = issue.options.map(String);
        const where = issue.path.map(String).join('.');
        const found = lookup.find(issue.path, 'value');
        const expected = `expected ${(0,language_name/* listOf */.c3)(known.map((one) => `\`${one}\``), 'or')}`;
        const message = found
            ? `\`${where}\`: ${expected}, found ${foundAt(issue.path, lookup)}`
            : `\`${where}\`: missing, ${expected}`;
        const help = (0,dist/* isScalar */.jn)(found) ? (0,language_name/* didYouMean */.au)(String(found.value), known) : undefined;
        diagnostics.add('invalid-value', lookup.source, lookup.span(issue.path), message, { help });
        return;
    }
    const kinds = issue.errors.flatMap(([only, ...more]) => only?.code === 'invalid_type' && only.path.length === 0 && more.length === 0
        ? [kindName(only.expected)]
        : []);
    if (kinds.length === issue.errors.length) {
        if (!lookup.has(issue.path))
            return reportMissing(issue.path, lookup, diagnostics);
        const where = issue.path.map(String).join('.');
        const expected = (0,language_name/* listOf */.c3)([...new Set(kinds)], 'or');
        const message = `\`${where}\`: expected ${expected}, found ${foundAt(issue.path, lookup)}`;
        diagnostics.add('invalid-value', lookup.source, lookup.span(issue.path), message);
        return;
    }
    // Where a mapping stands, only alternatives that are mappings can be meant.
    const fitting = issue.errors.filter((own) => !own.some(({ code, path }) => code === 'invalid_type' && path.length === 0));
    const [nearest = []] = [...(fitting.length > 0 ? fitting : issue.errors)].sort((a, b) => distance(a) - distance(b));
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
function keysAt(schema, path, lookup) {
    let current = schema;
    for (const [index, key] of path.entries())
        current = stepInto(alternative(current, path.slice(0, index), lookup), key);
    const shape = unwrapped(alternative(current, path, lookup))?.shape;
    return typeof shape === 'object' && shape !== null ? Object.keys(shape) : [];
}
/** Of a union, what is meant at that path: the one whose own key is written there, else the first that has keys. */
function alternative(schema, path, lookup) {
    const definition = unwrapped(schema);
    const options = definition?.options;
    if (!Array.isArray(options))
        return schema;
    const shapes = options.map((option) => ({ option, shape: unwrapped(option)?.shape }));
    const discriminator = definition?.discriminator;
    if (typeof discriminator !== 'string')
        return shapes.find(({ shape }) => shape !== undefined)?.option;
    const written = lookup.find([...path, discriminator], 'value');
    return shapes.find(({ shape }) => {
        const values = unwrapped(shape?.[discriminator])?.values;
        return Array.isArray(values) && (0,dist/* isScalar */.jn)(written) && values.includes(written.value);
    })?.option;
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
    const text = readText(path, shownAs, diagnostics);
    return text === undefined ? undefined : parseYaml((0,source/* sourceOf */.vz)(shownAs, text), schema, diagnostics);
}
/** Undefined when it cannot be read, or would not be written back as it was. */
function readText(path, shownAs, diagnostics) {
    const refuse = (code, message) => {
        diagnostics.add(code, (0,source/* sourceOf */.vz)(shownAs, ''), { start: 0, end: 0 }, message);
        return undefined;
    };
    let bytes;
    try {
        bytes = (0,external_node_fs_.readFileSync)(path);
    }
    catch (error) {
        const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
        return refuse(reason === 'ENOENT' ? 'file-not-found' : 'unreadable-file', `cannot read \`${shownAs}\`: ${reason}`);
    }
    const text = bytes.toString('utf8');
    const isText = !text.includes('\0') && Buffer.from(text, 'utf8').equals(bytes);
    return isText ? text : refuse('unreadable-file', `\`${shownAs}\` is no UTF-8 text`);
}
function parseYaml(source, schema, diagnostics) {
    const document = documentOf(source, diagnostics);
    if (!document)
        return undefined;
    refuseExpressions(document, source, diagnostics);
    const lookup = new project_lookup/* Lookup */.l(document, source);
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


/***/ })

};
