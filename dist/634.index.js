export const id = 634;
export const ids = [634];
export const modules = {

/***/ 634:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ cellsOf)
/* harmony export */ });
/* unused harmony export experimentId */
/* harmony import */ var _own_field_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1678);
/* harmony import */ var _read_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3703);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(306);
/* harmony import */ var _template_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3497);




function cellsOf(state, ids) {
    return ids.map((id) => {
        return cellOf(state, (0,_state_js__WEBPACK_IMPORTED_MODULE_1__/* .unitOf */ .uF)(state, id), state.nodes.get(id));
    });
}
function cellOf(state, unit, own) {
    const result = own?.result;
    const failure = own?.failure;
    return {
        node: unit.id,
        title: unit.title,
        id: experimentId(state.plan, unit),
        status: result ? 'completed' : failure ? 'failed' : 'not-run',
        metrics: result?.metrics ?? {},
        ...(result?.primary === undefined ? {} : { primary: result.primary }),
        ...(result?.samples === undefined ? {} : { samples: result.samples }),
        config: own?.input?.parameters ?? configNow(state, unit),
        ...(own?.directory === undefined ? {} : { directory: own.directory }),
        ...(result || failure ? { seconds: result?.seconds ?? failure?.seconds ?? 0 } : {}),
        ...(failure ? { error: failure.message } : {}),
    };
}
/** Of a unit that was not started: what it would be started with now. */
function configNow(state, unit) {
    const bound = (0,_template_js__WEBPACK_IMPORTED_MODULE_2__/* .unitInput */ .l2)(state.plan, unit, (0,_read_js__WEBPACK_IMPORTED_MODULE_0__/* .readingsAt */ .h)(state, unit.id));
    return bound.ok ? bound.input.parameters : {};
}
/** The template of `results.id` filled in; without axes it is the command's name. */
function experimentId(plan, unit) {
    if (unit.point.length === 0)
        return unit.command;
    const values = {
        command: unit.command,
        phase: plan.results.phase,
        axis: unit.point.map(({ axis }) => axis).join('_'),
        value: unit.point.map(({ value }) => value).join('_'),
    };
    return plan.results.id.replace(/\{(\w+)\}/g, (whole, name) => String((0,_own_field_js__WEBPACK_IMPORTED_MODULE_3__/* .ownField */ .h)(values, name) ?? whole));
}


/***/ })

};
