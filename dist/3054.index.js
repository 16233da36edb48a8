export const id = 3054;
export const ids = [3054,1583];
export const modules = {

/***/ 62516:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FQ: () => (/* binding */ valueProblem),
/* harmony export */   In: () => (/* binding */ shortNumber),
/* harmony export */   _3: () => (/* binding */ evaluate),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   sp: () => (/* binding */ metricReadings)
/* harmony export */ });
/* harmony import */ var _interval_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81070);

/** Of a condition that reads metrics of one record alone, as that of a selection does. */
function metricReadings(metric, variables) {
    const nothing = { problem: 'nothing of the kind can be read here' };
    return {
        variables,
        metric,
        baseline: ({ written, metric: name, unit }) => ({ written, metric: name, unit }),
        status: () => undefined,
        field: () => undefined,
        result: () => nothing,
        text: () => nothing,
    };
}
function evaluate(expression, readings) {
    const evaluator = new Evaluator(readings);
    const value = evaluator.value(expression);
    const sum = evaluator.text(expression);
    const { operands, problem, none, remark } = evaluator;
    // `not` and `or` do not make something of nothing.
    if (problem === undefined && none !== undefined)
        return { outcome: 'not-met', reason: none, sum, operands };
    const reason = problem ??
        (typeof value === 'boolean' || value === unsure
            ? undefined
            : `the condition gives ${typeof value === 'number' ? 'a number' : 'a text'}, not yes or no`);
    const outcome = reason !== undefined ? 'error' : value === unsure ? 'inconclusive' : value ? 'met' : 'not-met';
    return {
        outcome,
        ...(reason === undefined ? {} : { reason }),
        sum,
        operands,
        ...(remark === undefined ? {} : { remark }),
    };
}
/** The value of an expression, as one word. */
function textOf(expression, readings) {
    const evaluator = new Evaluator(readings);
    const value = evaluator.value(expression);
    const problem = evaluator.problem ?? evaluator.none;
    if (problem !== undefined)
        return { problem };
    if (value === undefined || value === unsure)
        return { problem: 'the expression has no value' };
    // Without the noise of binary arithmetic: 0.3, not 0.30000000000000004.
    return { text: typeof value === 'number' ? String(Number(value.toPrecision(15))) : String(value) };
}
/** Neither yes nor no: the sample is too small to tell. */
const unsure = Symbol('inconclusive');
class Evaluator {
    operands = [];
    /** The first reason why there is no verdict. Every operand is read all the same: `or` does not hide a missing one. */
    problem;
    /** Why something that is asked for does not exist, which is no mistake. */
    none;
    remark;
    #readings;
    #found = new Map();
    constructor(readings) {
        this.#readings = readings;
    }
    value(expression) {
        switch (expression.kind) {
            case 'number':
                return this.#finite(expression.value, expression.text);
            case 'string':
                return expression.value;
            case 'variable': {
                const value = this.#readings.variables.get(expression.name);
                if (value === undefined)
                    return this.#fail(`\`$${expression.name}\` was never set`);
                return typeof value === 'number' && !Number.isFinite(value)
                    ? this.#fail(`\`$${expression.name}\` is ${value}`)
                    : value;
            }
            case 'metric':
                return this.#measured(expression, this.#readings.metric(expression));
            case 'baseline':
                return this.#measured(expression, this.#readings.baseline(expression));
            case 'status':
                return this.#status(expression) ?? this.#fail(`\`${expression.written}\` cannot be told`);
            case 'field': {
                const value = this.#readings.field(expression);
                if (value === undefined)
                    return this.#fail(`\`${expression.written}\` was not reported`);
                return typeof value === 'boolean'
                    ? value
                    : this.#fail(`\`${expression.written}\` is \`${value}\`, neither true nor false`);
            }
            case 'call':
                return this.#call(expression);
            case 'confidence':
                return this.#confident(expression);
            case 'not': {
                const operand = this.value(expression.operand);
                if (operand === undefined || operand === unsure)
                    return operand;
                return typeof operand === 'boolean' ? !operand : this.#fail('`not` needs yes or no');
            }
            case 'negative': {
                const operand = this.#number(expression.operand);
                return operand === undefined ? undefined : -operand;
            }
            case 'binary':
                return this.#binary(expression);
        }
    }
    #call({ function: name, arguments: operands }) {
        const values = operands.map((operand) => this.#number(operand));
        const numbers = values.filter((value) => value !== undefined);
        if (numbers.length < values.length)
            return undefined;
        switch (name) {
            case 'min':
                return Math.min(...numbers);
            case 'max':
                return Math.max(...numbers);
            case 'abs':
                return Math.abs(numbers[0] ?? Number.NaN);
            case 'round': {
                const factor = 10 ** (numbers[1] ?? 0);
                return Math.round((numbers[0] ?? Number.NaN) * factor) / factor;
            }
        }
    }
    /** A comparison of proportions, decided only when the whole interval lies on one side of the bound. */
    #confident({ level, comparison }) {
        if (comparison.kind !== 'binary')
            return this.#fail('`confidence` follows a comparison');
        const { operator, left, right } = comparison;
        if (operator !== '>' && operator !== '>=' && operator !== '<' && operator !== '<=')
            return this.#fail('`confidence` follows `>`, `>=`, `<` or `<=`');
        const [a, b] = [this.#number(left), this.#number(right)];
        if (a === undefined || b === undefined)
            return undefined;
        const [one, other] = [this.#intervalOf(left, level), this.#intervalOf(right, level)];
        if (!one || !other)
            return undefined;
        if (one.is === 'constant' && other.is === 'constant')
            return this.#fail('`confidence` needs a measured proportion and its sample size');
        const difference = minus(one, other);
        const [low, high] = difference.map((end) => compare(operator, end, 0));
        // Against a constant, people think of the interval of what was measured.
        const shift = other.is === 'constant' ? other.proportion : 0;
        const shown = difference.map((end) => shortNumber(end + shift)).join(' to ');
        this.remark ??= `the ${Number((level * 100).toPrecision(6))} % interval is ${shown}`;
        return low === high ? low === true : unsure;
    }
    /** A constant has an interval of no width. */
    #intervalOf(expression, level) {
        const operand = this.#found.get(expression);
        if (operand?.value !== undefined) {
            const { value, samples, unit, written } = operand;
            if (unit !== 'fraction')
                return this.#fail(`\`${written}\` is no fraction: \`confidence\` is about proportions of a sample`);
            if (samples === undefined || samples <= 0)
                return this.#fail(`\`${written}\` has no sample size: report \`n\` beside it`);
            const interval = (0,_interval_js__WEBPACK_IMPORTED_MODULE_0__/* .wilson */ .r)(value, samples, level);
            this.#found.set(expression, { ...operand, interval });
            this.operands.splice(this.operands.indexOf(operand), 1, { ...operand, interval });
            return { is: 'sample', proportion: value, interval };
        }
        if (expression.kind === 'binary' && expression.operator === '-' && this.#measures(expression)) {
            const one = this.#intervalOf(expression.left, level);
            const other = this.#intervalOf(expression.right, level);
            if (!one || !other)
                return undefined;
            const proportion = one.proportion - other.proportion;
            return { is: 'difference', proportion, interval: minus(one, other) };
        }
        if (this.#measures(expression))
            return this.#fail('`confidence` needs a metric, or the difference of two');
        const value = this.#number(expression);
        return value === undefined ? undefined : { is: 'constant', proportion: value, interval: [value, value] };
    }
    #measures(expression) {
        switch (expression.kind) {
            case 'metric':
            case 'baseline':
                return true;
            case 'negative':
            case 'not':
                return this.#measures(expression.operand);
            case 'binary':
                return this.#measures(expression.left) || this.#measures(expression.right);
            case 'call':
                return expression.arguments.some((operand) => this.#measures(operand));
            default:
                return false;
        }
    }
    #measured(expression, read) {
        const before = this.#found.get(expression);
        if (before)
            return before.value;
        const { value, ...operand } = read;
        const { written, unit, source } = operand;
        // A journal is JSON, which has no NaN: a value that is none stands in the reason, not in the record.
        const measured = typeof value === 'number' && Number.isFinite(value) ? { ...operand, value } : operand;
        this.#found.set(expression, measured);
        this.operands.push(measured);
        if (read.none !== undefined)
            this.none ??= read.none;
        if (value === undefined && read.none !== undefined)
            return undefined;
        if (value === undefined)
            return this.#fail(`\`${written}\` was not measured${source ? ` in ${source}` : ''}`);
        const problem = valueProblem(value, unit);
        return problem === undefined ? value : this.#fail(`\`${written}\` is ${problem}`);
    }
    #binary(expression) {
        const { operator } = expression;
        if (operator === 'and' || operator === 'or') {
            const left = this.value(expression.left);
            const right = this.value(expression.right);
            if (left === undefined || right === undefined)
                return undefined;
            if (!isVerdict(left) || !isVerdict(right))
                return this.#fail(`\`${operator}\` joins comparisons`);
            // One side alone decides where it can; otherwise what is unsure stays so.
            const decides = operator === 'or';
            if (left === decides || right === decides)
                return decides;
            return left === unsure || right === unsure ? unsure : !decides;
        }
        if (operator === '==' || operator === '!=') {
            const left = this.value(expression.left);
            const right = this.value(expression.right);
            if (left === undefined || right === undefined)
                return undefined;
            // A text in quotes is compared as text; any other mix, such as a number with `NaN` read from a file, is no verdict.
            const asText = expression.left.kind === 'string' || expression.right.kind === 'string';
            if (typeof left !== typeof right && !asText)
                return this.#fail(`\`${operator}\` compares a ${typeof left} with a ${typeof right}`);
            if (left === unsure || right === unsure)
                return unsure;
            const equal = typeof left === typeof right ? left === right : String(left) === String(right);
            return operator === '==' ? equal : !equal;
        }
        const left = this.#number(expression.left);
        const right = this.#number(expression.right);
        if (left === undefined || right === undefined)
            return undefined;
        switch (operator) {
            case '+':
                return this.#finite(left + right, this.text(expression));
            case '-':
                return this.#finite(left - right, this.text(expression));
            case '*':
                return this.#finite(left * right, this.text(expression));
            case '/':
                return right === 0
                    ? this.#fail('division by zero')
                    : this.#finite(left / right, this.text(expression));
            default:
                this.#remarkOnOneSample(expression, left, right);
                return compare(operator, left, right);
        }
    }
    #number(expression) {
        const value = this.value(expression);
        if (value === undefined || typeof value === 'number')
            return value;
        return this.#fail(`${this.text(expression)} is no number`);
    }
    #remarkOnOneSample(expression, left, right) {
        const samples = this.#found.get(expression.left)?.samples ?? this.#found.get(expression.right)?.samples;
        if (samples === undefined || samples <= 0 || Math.abs(left - right) >= 1 / samples)
            return;
        const fractional = [expression.left, expression.right].some((side) => side.kind === 'metric' && side.unit === 'fraction');
        if (fractional)
            this.remark ??= `a single one of the ${samples} samples decides this`;
    }
    #status({ of, failed }) {
        const succeeded = this.#readings.status(of);
        return succeeded === undefined ? undefined : succeeded !== (failed ?? false);
    }
    #finite(value, text) {
        return Number.isFinite(value) ? value : this.#fail(`\`${text}\` is not finite`);
    }
    #fail(problem) {
        this.problem ??= problem;
    }
    /** The expression with every value written behind its name. */
    text(expression) {
        switch (expression.kind) {
            case 'number':
                return expression.text;
            case 'string':
                return `'${expression.value}'`;
            case 'variable': {
                const value = this.#readings.variables.get(expression.name);
                return `$${expression.name} ${value === undefined ? 'unset' : typeof value === 'number' ? shortNumber(value) : value}`;
            }
            case 'status':
                return `${expression.written} ${this.#status(expression) ?? 'unknown'}`;
            case 'field':
                return `${expression.written} ${this.#readings.field(expression) ?? 'missing'}`;
            case 'call':
                return `${expression.function}(${expression.arguments.map((operand) => this.text(operand)).join(', ')})`;
            case 'confidence':
                return `${this.text(expression.comparison)} confidence ${Number((expression.level * 100).toPrecision(6))} %`;
            case 'baseline':
            case 'metric': {
                const { value, none } = this.#found.get(expression) ?? {};
                const missing = none === undefined ? 'missing' : 'none';
                return `${expression.written} ${value === undefined ? missing : shortNumber(value)}`;
            }
            case 'not':
                return `not (${this.text(expression.operand)})`;
            case 'negative':
                return `-${this.text(expression.operand)}`;
            case 'binary':
                return `${this.#operand(expression.left)} ${expression.operator} ${this.#operand(expression.right)}`;
        }
    }
    #operand(expression) {
        const text = this.text(expression);
        const isLoose = expression.kind === 'binary' && ['and', 'or', '+', '-'].includes(expression.operator);
        return isLoose ? `(${text})` : text;
    }
}
/** Why a measured value is none: `91, but a fraction lies between 0 and 1`. Undefined when it is one. */
function valueProblem(value, unit) {
    if (typeof value !== 'number' || !Number.isFinite(value))
        return String(value);
    if (unit === 'fraction' && (value < 0 || value > 1))
        return `${value}, but a fraction lies between 0 and 1`;
    return undefined;
}
/** Of two samples by Newcombe; anything else by the ends, which never makes the interval too narrow. */
function minus(one, other) {
    if (one.is === 'sample' && other.is === 'sample')
        return (0,_interval_js__WEBPACK_IMPORTED_MODULE_0__/* .newcombe */ .p)(one, other);
    return [one.interval[0] - other.interval[1], one.interval[1] - other.interval[0]];
}
function isVerdict(value) {
    return typeof value === 'boolean' || value === unsure;
}
function compare(operator, left, right) {
    switch (operator) {
        case '>':
            return left > right;
        case '>=':
            return left >= right;
        case '<':
            return left < right;
        case '<=':
            return left <= right;
    }
}
/** Enough digits to tell values apart, and no more: 0.9621, 0.12, 1200. */
function shortNumber(value) {
    if (!Number.isFinite(value) || Number.isInteger(value))
        return String(value);
    const digits = Math.abs(value) >= 1000 ? value.toFixed(1) : value.toPrecision(Math.abs(value) >= 1 ? 5 : 4);
    return String(Number(digits));
}


/***/ }),

/***/ 11276:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D1: () => (/* binding */ changeShares),
/* harmony export */   EX: () => (/* binding */ changePodSpending),
/* harmony export */   JD: () => (/* binding */ unexpired),
/* harmony export */   MH: () => (/* binding */ openTimeout),
/* harmony export */   Mk: () => (/* binding */ payersOf),
/* harmony export */   Pn: () => (/* binding */ changeSpending),
/* harmony export */   TS: () => (/* binding */ keepsForEnding),
/* harmony export */   ak: () => (/* binding */ openBudget),
/* harmony export */   cY: () => (/* binding */ remainingDollars),
/* harmony export */   gI: () => (/* binding */ spentAt),
/* harmony export */   hk: () => (/* binding */ isOverspent),
/* harmony export */   sS: () => (/* binding */ goOnSpending)
/* harmony export */ });
/* harmony import */ var _pods_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30835);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80306);
/* harmony import */ var _timers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10733);



/** Until a pod that is no longer needed has stopped to cost. */
const endingSeconds = 60;
const hour = 3_600_000;
function openTimeout(state, node, list) {
    (0,_timers_js__WEBPACK_IMPORTED_MODULE_1__/* .setTimer */ .mI)(state, node.id, 'timeout', node.seconds * 1000);
    list.push({ do: 'open', id: node.body });
}
function openBudget(state, node, list) {
    (0,_state_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeState */ .GN)(state, node.id).spending = { spent: 0, rate: 0, pods: 0, since: state.at, version: 0 };
    if (state.pods.size > 0)
        spendAnew(state, node.id);
    list.push({ do: 'open', id: node.body });
}
/** How the node settles: as its body, unless it has run out. */
function unexpired(state, id, settlement) {
    const expiry = state.expired.get(id);
    if (!expiry)
        return settlement;
    state.expired.delete(id);
    return state.stopping?.cancelled
        ? { is: 'stopped' }
        : { is: 'failed', node: id, class: expiry.class, message: expiry.message };
}
/** A unit has begun or ended: every budget around it is spent at another rate. Rates are dollars an hour. */
function changeSpending(state, unit, sign) {
    const { plan } = state;
    if (plan.prices === undefined)
        return;
    const price = plan.prices[(0,_state_js__WEBPACK_IMPORTED_MODULE_0__/* .targetOf */ .$r)(plan, (0,_state_js__WEBPACK_IMPORTED_MODULE_0__/* .unitOf */ .uF)(state, unit))];
    if (price === undefined || price === 0)
        return;
    for (const id of budgetsFrom(state, unit))
        spendAnew(state, id, { rate: sign * price });
}
/** The pod may exist from now on, is alive, or is no longer. `dollars`: what it has cost before anybody knew. */
function changePodSpending(state, pod, dollars = 0) {
    for (const id of payersOf(state, (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .podScope */ .iG)(state, pod.scope)))
        spendAnew(state, id, { dollars });
    for (const unit of pod.shares.keys())
        changeShares(state, unit);
}
/** The unit has been placed on a pod, or has left one. */
function changeShares(state, unit) {
    for (const id of budgetsFrom(state, unit))
        spendAnew(state, id);
}
/** After a time in which nobody drove the run, whose timers have been moved. */
function goOnSpending(state) {
    const scopes = new Set((0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .alivePods */ .c0)(state).map(({ scope }) => (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .podScope */ .iG)(state, scope)));
    const payers = new Set([...scopes].flatMap((scope) => payersOf(state, scope)));
    for (const id of payers)
        spendAnew(state, id);
}
/**
 * What may still be spent on pods of the scope, besides the ending of those that are there: the least that a budget has left
 * which pays for them. Undefined where none does. `now`: milliseconds since the epoch.
 */
function remainingDollars(state, scope, now) {
    let least;
    for (const id of payersOf(state, (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .podScope */ .iG)(state, scope))) {
        const own = state.nodes.get(id);
        if (!own?.spending || own.settlement)
            continue;
        const left = own.fired ? 0 : leftOf(state, id, own.spending, spentAt(own.spending, now));
        least = Math.min(least ?? left, left);
    }
    return least;
}
/** A budget that pays for pods of the scope is spent, and has not settled yet. */
function isOverspent(state, scope) {
    return payersOf(state, (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .podScope */ .iG)(state, scope)).some((id) => state.expired.has(id));
}
/** The budget pays for pods now, so that something of it is kept. */
function keepsForEnding(state, id) {
    return (state.nodes.get(id)?.spending?.pods ?? 0) > 0;
}
/** Dollars. `now`: milliseconds since the epoch. */
function spentAt({ spent, rate, pods, since }, now) {
    return spent + ((rate + pods) * Math.max(0, now - since)) / hour;
}
/** The budgets that pay the whole price of the scope's pods, the innermost first. */
function payersOf(state, { until }) {
    const inside = [];
    // Handlers belong to the chain, whose budget stands inside of them.
    for (let node = (0,_state_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(state, until); node.kind === 'handlers' || node.kind === 'budget';) {
        if (node.kind === 'budget' && node.id !== until)
            inside.unshift(node.id);
        node = (0,_state_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(state, node.body);
    }
    return [...((0,_state_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(state, until).kind === 'handlers' ? inside : []), ...budgetsFrom(state, until)];
}
/** The node itself and what is around it, the innermost first. */
function budgetsFrom(state, node) {
    const budgets = [];
    for (let id = node; id !== null; id = (0,_state_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(state, id).parent)
        if ((0,_state_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(state, id).kind === 'budget')
            budgets.push(id);
    return budgets;
}
/** Settles what was spent until now, and sets the time at which nothing will be left at the rates from now on. */
function spendAnew(state, id, change = {}) {
    const own = state.nodes.get(id);
    const spending = own?.spending;
    if (!own || !spending || own.settlement)
        return;
    const { rate = 0, dollars = 0 } = change;
    spending.spent = spentAt(spending, state.at) + dollars;
    spending.since = state.at;
    spending.rate = sumOf(spending.rate, rate);
    spending.pods = podRate(state, id);
    spending.version += 1;
    const all = spending.rate + spending.pods;
    if (all === 0 || own.fired)
        return;
    const left = leftOf(state, id, spending, spending.spent);
    (0,_timers_js__WEBPACK_IMPORTED_MODULE_1__/* .setTimer */ .mI)(state, id, 'budget', (left / all) * hour, spending.version);
}
function leftOf(state, id, { pods }, spent) {
    const node = (0,_state_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E7)(state, id);
    const dollars = node.kind === 'budget' ? node.dollars : 0;
    const ending = ((pods + awaitedRate(state, id)) * endingSeconds) / 3600;
    return Math.max(0, dollars - spent - ending);
}
function podRate(state, id) {
    let rate = 0;
    for (const pod of state.pods.values()) {
        if (!(0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isAlive */ ._n)(pod))
            continue;
        if (pays(state, id, pod))
            rate = sumOf(rate, pod.price);
        else
            for (const [unit, share] of pod.shares)
                if (budgetsFrom(state, unit).includes(id))
                    rate = sumOf(rate, pod.price * share);
    }
    return rate;
}
/** Of pods that may exist already. */
function awaitedRate(state, id) {
    let rate = 0;
    for (const pod of state.pods.values())
        if ((0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isUndecided */ .Ae)(pod) && pays(state, id, pod))
            rate = sumOf(rate, pod.price);
    return rate;
}
function pays(state, id, { scope }) {
    return payersOf(state, (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .podScope */ .iG)(state, scope)).includes(id);
}
/** Rates are sums of prices: what is left of them when nothing runs is only the noise of binary arithmetic. */
function sumOf(rate, by) {
    return Math.max(0, Number((rate + by).toFixed(9)));
}


/***/ }),

/***/ 81070:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ newcombe),
/* harmony export */   r: () => (/* binding */ wilson)
/* harmony export */ });
/**
 * Intervals of proportions measured on a sample: Wilson's score interval, and Newcombe's for the difference of two.
 * Both hold for small samples and near 0 and 1, where the textbook interval (Wald's) does not.
 */
/** `level`: two-sided, 0 to 1. `proportion`: 0 to 1, of `samples`. */
function wilson(proportion, samples, level) {
    const z = quantile((1 + level) / 2);
    const centre = (proportion + (z * z) / (2 * samples)) / (1 + (z * z) / samples);
    const spread = Math.sqrt((proportion * (1 - proportion)) / samples + (z * z) / (4 * samples * samples));
    const half = (z * spread) / (1 + (z * z) / samples);
    return [Math.max(0, centre - half), Math.min(1, centre + half)];
}
/** Of `a - b`, measured on independent samples. */
function newcombe(a, b) {
    const difference = a.proportion - b.proportion;
    const low = Math.hypot(a.proportion - a.interval[0], b.interval[1] - b.proportion);
    const high = Math.hypot(a.interval[1] - a.proportion, b.proportion - b.interval[0]);
    return [difference - low, difference + high];
}
/** Of the standard normal distribution, by Acklam's rational approximation; its relative error is below 1.2e-9. */
function quantile(probability) {
    const low = 0.02425;
    if (probability < low)
        return tail(Math.sqrt(-2 * Math.log(probability)));
    if (probability > 1 - low)
        return -tail(Math.sqrt(-2 * Math.log(1 - probability)));
    const q = probability - 0.5;
    const r = q * q;
    const numerator = polynomial(r, [
        -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
        2.506628277459239,
    ]);
    const denominator = polynomial(r, [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1]);
    return (numerator * q) / denominator;
}
function tail(q) {
    const numerator = polynomial(q, [
        -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
        2.938163982698783,
    ]);
    const denominator = polynomial(q, [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1]);
    return numerator / denominator;
}
function polynomial(x, coefficients) {
    return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
}


/***/ }),

/***/ 81678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ ownField)
/* harmony export */ });
/** A field of a record by a name that a person or a command chose: `constructor` is no field of every record. */
function ownField(record, name) {
    return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}


/***/ }),

/***/ 76879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ plainText)
/* harmony export */ });
/** Text of other programs, as people may safely see it: without terminal escapes, control characters and hidden marks. */
const hidden = new RegExp([
    // Whole sequences: a window title, a link, a string for the device, with what they say.
    '(?:\\u001b[\\]PX^_]|[\\u009d\\u0090\\u0098\\u009e\\u009f])[^\\u0007\\u001b\\u009c\\n]*(?:\\u0007|\\u001b\\\\|\\u009c)?',
    // Colours and movements; other escapes.
    '(?:\\u001b\\[|\\u009b)[0-?]*[ -/]*[@-~]?',
    '\\u001b[ -/]*[0-~]?',
    // Other control characters but tab and line feed, and the marks that turn text around.
    '[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]',
].join('|'), 'g');
function plainText(text) {
    return text.replace(hidden, '');
}


/***/ }),

/***/ 30835:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ae: () => (/* binding */ isUndecided),
/* harmony export */   Ne: () => (/* binding */ scopeIsOver),
/* harmony export */   Tu: () => (/* binding */ mayCost),
/* harmony export */   YW: () => (/* binding */ podLife),
/* harmony export */   ZG: () => (/* binding */ runDollars),
/* harmony export */   _n: () => (/* binding */ isAlive),
/* harmony export */   c0: () => (/* binding */ alivePods),
/* harmony export */   iG: () => (/* binding */ podScope),
/* harmony export */   mK: () => (/* binding */ costsOn),
/* harmony export */   ze: () => (/* binding */ podDollars)
/* harmony export */ });
/** Those that exist and cost money, in the order of their intents. One whose end was not proven is not among them. */
function alivePods(state) {
    return [...state.pods.values()].filter(isAlive);
}
function isAlive({ createdAt, endedAt }) {
    return createdAt !== undefined && endedAt === undefined;
}
/** Whether the one request for it may have been answered or not: nobody knows yet. */
function isUndecided({ createdAt, endedAt, refused }) {
    return createdAt === undefined && endedAt === undefined && refused === undefined;
}
/** It exists, or nobody has proven that it does not. */
function mayCost(pod) {
    return isAlive(pod) || isUndecided(pod) || pod.proven === false;
}
function costsOn(state) {
    return [...state.pods.values()].some(mayCost);
}
/**
 * From its intent on, because the request for it follows at once, and when it began to cost is not known any better. 0 for
 * one that was never made. `now`: milliseconds since the epoch.
 */
function podLife(pod, now) {
    if (pod.seconds !== undefined)
        return pod.seconds;
    return isAlive(pod) ? Math.max(0, now - Date.parse(pod.intendedAt)) / 1000 : 0;
}
/** What it has cost by its price. */
function podDollars(pod, now) {
    return pod.dollars ?? (pod.price * podLife(pod, now)) / 3600;
}
/** What all pods of the run have cost by their prices. */
function runDollars(state, now) {
    return [...state.pods.values()].reduce((sum, pod) => sum + podDollars(pod, now), 0);
}
function podScope(state, id) {
    const scope = state.plan.pods?.find((one) => one.id === id);
    if (!scope)
        throw new Error(`internal: the journal names the scope ${id}, which the plan lacks; please report this`);
    return scope;
}
/** Why a pod ends when all goes well. */
const scopeIsOver = 'its scope is over';


/***/ }),

/***/ 80306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ targetOf),
/* harmony export */   E7: () => (/* binding */ nodeOf),
/* harmony export */   GN: () => (/* binding */ nodeState),
/* harmony export */   JJ: () => (/* binding */ worse),
/* harmony export */   Vc: () => (/* binding */ builtinTarget),
/* harmony export */   Zq: () => (/* binding */ lastThatRan),
/* harmony export */   gq: () => (/* binding */ succeeded),
/* harmony export */   uF: () => (/* binding */ unitOf),
/* harmony export */   ue: () => (/* binding */ initialState),
/* harmony export */   ui: () => (/* binding */ readySet)
/* harmony export */ });
const succeeded = { is: 'succeeded' };
function initialState(plan) {
    const byId = new Map(plan.nodes.map((node) => [node.id, node]));
    return {
        plan,
        byId,
        always: new Set(plan.nodes.flatMap((node) => (node.kind === 'sequence' ? node.always : []))),
        scopes: scopesOf(plan, byId),
        readByOthers: new Set(plan.nodes.flatMap((node) => (node.kind === 'unit' ? (node.input ?? []) : []))),
        nodes: new Map(),
        ready: new Map(),
        running: new Set(),
        ending: new Set(),
        undecided: new Set(),
        sleeping: new Set(),
        asked: new Set(),
        timers: [],
        pods: new Map(),
        placed: new Map(),
        variables: new Map([['', new Map(Object.entries(plan.parameters))]]),
        decisions: new Map(),
        get gates() {
            return [...this.decisions.values()];
        },
        caught: new Map(),
        expired: new Map(),
        starts: new Map(),
        offered: undefined,
        run: { id: '', startedAt: '' },
        degradedBy: new Map(),
        get degraded() {
            const [first] = this.degradedBy.values();
            return first;
        },
        stopping: undefined,
        settlement: undefined,
        conclusion: undefined,
        beforeCancel: undefined,
        seq: 0,
        at: 0,
    };
}
/** One pass: parents stand before their children. */
function scopesOf(plan, byId) {
    const of = new Map();
    const around = new Map();
    for (const { id, parent } of plan.nodes) {
        const outer = parent === null ? '' : (of.get(parent) ?? '');
        const kind = parent === null ? undefined : byId.get(parent)?.kind;
        if (kind === 'call' && parent !== null)
            of.set(id, parent);
        else if (kind === 'parallel' || kind === 'fork') {
            of.set(id, id);
            around.set(id, outer);
        }
        else
            of.set(id, outer);
    }
    return { of, around };
}
function nodeOf(state, id) {
    const node = state.byId.get(id);
    if (!node)
        throw new Error(`internal: the journal names ${id}, which the plan lacks; please report this`);
    return node;
}
function unitOf(state, id) {
    const node = nodeOf(state, id);
    if (node.kind !== 'unit')
        throw new Error(`internal: ${id} is no unit; please report this`);
    return node;
}
function nodeState(state, id) {
    const own = state.nodes.get(id);
    if (!own)
        throw new Error(`internal: ${id} was never opened; please report this`);
    return own;
}
/**
 * Of elements that stand for one result, the one that ran last. Its result may be missing; an earlier element's is never
 * taken in its place.
 */
function lastThatRan(state, ids) {
    let last;
    let opened = 0;
    for (const id of ids) {
        const own = state.nodes.get(id);
        if (!own || own.openedBy <= opened)
            continue;
        last = id;
        opened = own.openedBy;
    }
    return last;
}
/** A failure outranks a gate that was not met, which outranks not having been run; of equals the first counts. */
function worse(a, b) {
    return a && rank(a) >= rank(b) ? a : b;
}
function rank(settlement) {
    switch (settlement.is) {
        case 'failed':
            return settlement.class === 'gate-not-met' ? 2 : 3;
        case 'not-met':
            return 2;
        case 'stopped':
            return 1;
        case 'succeeded':
            return 0;
    }
}
/** Built-in commands run in this process, under this name. */
const builtinTarget = 'builtin';
function targetOf(plan, unit) {
    const command = plan.commands[unit.command];
    return command === undefined || command.is === 'builtin' ? builtinTarget : command.target;
}
function readySet(state, id) {
    const target = targetOf(state.plan, unitOf(state, id));
    let set = state.ready.get(target);
    if (!set) {
        set = new Set();
        state.ready.set(target, set);
    }
    return set;
}


/***/ }),

/***/ 3497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E6: () => (/* binding */ bindParameters),
/* harmony export */   GS: () => (/* binding */ fill),
/* harmony export */   cG: () => (/* binding */ variableName),
/* harmony export */   l2: () => (/* binding */ unitInput)
/* harmony export */ });
/* harmony import */ var _plan_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71583);
/** Words and parameters with variables in them → the values a command gets. */

function fill(template, readings) {
    let text = '';
    for (const part of template) {
        if (part.kind === 'text') {
            text += part.text;
            continue;
        }
        const read = partText(part, readings);
        if (read.problem !== undefined)
            return { ok: false, problem: read.problem };
        text += read.text;
    }
    return { ok: true, text };
}
function partText(part, readings) {
    switch (part.kind) {
        case 'variable': {
            const value = readings.variables.get(part.name);
            return value === undefined ? { problem: `\`$${part.name}\` was never set` } : { text: String(value) };
        }
        case 'expression':
            return readings.text(part.expression);
        case 'result': {
            const read = readings.result(part.path, part.from);
            return read.problem === undefined ? { text: String(read.value) } : read;
        }
    }
}
function bindParameters(bindings, readings) {
    const values = {};
    for (const { name, type, value } of bindings) {
        const filled = fill(value, readings);
        if (!filled.ok)
            return filled;
        const typed = (0,_plan_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .parseValue */ .$x)(type, filled.text);
        if (typed === undefined)
            return { ok: false, problem: `\`${name}\` takes a value of type ${type}, found \`${filled.text}\`` };
        values[name] = typed;
    }
    return { ok: true, values };
}
/** What a unit is started with. Values stay data: nothing is pasted into the script. */
function unitInput(plan, unit, readings) {
    const words = [];
    for (const word of unit.words) {
        const filled = fill(word, readings);
        if (!filled.ok)
            return filled;
        words.push(filled.text);
    }
    const bound = bindParameters(unit.parameters, readings);
    if (!bound.ok)
        return bound;
    const parameters = {};
    for (const { name, type, flag } of unit.parameters) {
        const value = String(bound.values[name]);
        parameters[name] = value;
        if (flag === undefined)
            continue;
        if (type !== 'boolean')
            words.push(flag, value);
        else if (value === 'true')
            words.push(flag);
    }
    for (const { axis, value } of unit.point) {
        parameters[variableName(axis)] = value;
        const flag = plan.axes[axis]?.flag;
        if (flag !== undefined)
            words.push(flag, value);
    }
    return { ok: true, input: { arguments: words, parameters } };
}
/** As the language compares names. */
function variableName(written) {
    return written.toLowerCase().replaceAll('-', '_');
}


/***/ }),

/***/ 10733:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B7: () => (/* binding */ dropStaleTimers),
/* harmony export */   DF: () => (/* binding */ shiftTimers),
/* harmony export */   DG: () => (/* binding */ isLive),
/* harmony export */   Y8: () => (/* binding */ isBefore),
/* harmony export */   li: () => (/* binding */ nextTimer),
/* harmony export */   mI: () => (/* binding */ setTimer)
/* harmony export */ });
function setTimer(state, node, what, after, version = 0) {
    const opened = state.nodes.get(node)?.openedBy ?? 0;
    const { timers } = state;
    timers.push({ at: state.at + after, node, opened, what, version });
    for (let index = timers.length - 1; index > 0;) {
        const above = (index - 1) >> 1;
        if (!isBefore(timers[index], timers[above]))
            return;
        swap(timers, index, above);
        index = above;
    }
}
/** The next one that still matters. */
function nextTimer(state) {
    return state.timers[0];
}
/** Drops timers from the top until one matters. */
function dropStaleTimers(state) {
    const { timers } = state;
    for (let top = timers[0]; top && !isLive(state, top); top = timers[0]) {
        const last = timers.pop();
        if (last && timers.length > 0) {
            timers[0] = last;
            sink(timers);
        }
    }
}
/** The time in which nobody drove the run is not counted. All move alike, so the order stays. */
function shiftTimers(state, by) {
    for (const timer of state.timers)
        timer.at += by;
}
/** Whether it still matters. */
function isLive(state, { node, opened, what, version }) {
    const own = state.nodes.get(node);
    if (!own || own.settlement || own.openedBy !== opened)
        return false;
    switch (what) {
        case 'timeout':
            return own.fired !== true;
        case 'budget':
            return own.fired !== true && own.spending?.version === version;
        case 'wait':
            return true;
        case 'retry':
            return state.sleeping.has(node) && own.attempt === version;
    }
}
function sink(timers) {
    for (let index = 0;;) {
        const left = 2 * index + 1;
        const right = left + 1;
        const least = isBefore(timers[right], timers[left]) ? right : left;
        if (!isBefore(timers[least], timers[index]))
            return;
        swap(timers, index, least);
        index = least;
    }
}
/** Equal times go by the order in which the nodes were opened. */
function isBefore(a, b) {
    if (!a || !b)
        return a !== undefined;
    return a.at < b.at || (a.at === b.at && a.opened < b.opened);
}
function swap(timers, a, b) {
    const [one, other] = [timers[a], timers[b]];
    if (!one || !other)
        return;
    timers[a] = other;
    timers[b] = one;
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
