export const id = 1583;
export const ids = [1583];
export const modules = {

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
