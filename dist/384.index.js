export const id = 384;
export const ids = [384];
export const modules = {

/***/ 4384:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   planJson: () => (/* binding */ planJson)
/* harmony export */ });
/* harmony import */ var _plan_estimate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7403);
/* harmony import */ var _plan_pods_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3188);
/** A plan for programs: as it is kept, with what it may take at worst beside it. */


function planJson(plan) {
    const { attempts, seconds, dollars, critical } = (0,_plan_estimate_js__WEBPACK_IMPORTED_MODULE_0__/* .estimate */ .j)(plan);
    const of = (id) => ({
        attempts: attempts.get(id) ?? 1,
        seconds: seconds.get(id) ?? null,
        dollars: dollars.get(id) ?? null,
    });
    const root = of(plan.root);
    return {
        ...plan,
        estimate: {
            seconds: root.seconds,
            dollars: root.dollars,
            criticalPath: critical,
            nodes: Object.fromEntries(plan.nodes.map(({ id }) => [id, of(id)])),
            ...podsOf(plan),
        },
    };
}
function podsOf(plan) {
    if (plan.pods === undefined)
        return {};
    const dollars = Object.fromEntries(plan.pods.map((scope) => [scope.id, (0,_plan_pods_js__WEBPACK_IMPORTED_MODULE_1__/* .podDollars */ .ze)(plan, scope)]));
    return { pods: { hostsPerUnit: _plan_pods_js__WEBPACK_IMPORTED_MODULE_1__/* .hostsPerUnit */ .Z, secondsToReady: _plan_pods_js__WEBPACK_IMPORTED_MODULE_1__/* .secondsToReady */ .se, dollars } };
}


/***/ })

};
