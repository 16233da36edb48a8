export const id = 4946;
export const ids = [4946];
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


/***/ })

};
