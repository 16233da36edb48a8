export const id = 4220;
export const ids = [4220];
export const modules = {

/***/ 4220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   unsetTarget: () => (/* binding */ unsetTarget)
/* harmony export */ });
/* harmony import */ var _local_preflight_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1722);
/* harmony import */ var _unit_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81779);


/** `why`: a sentence, for what runs on it in spite of that. */
function unsetTarget(why, environment) {
    return {
        slots: 1,
        usesDirectory: () => false,
        hashes: _unit_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .hashesOf */ .m,
        preflight: (command, workspace, signal) => (0,_local_preflight_js__WEBPACK_IMPORTED_MODULE_0__/* .preflight */ .M)(command, { workspace, environment, graceMilliseconds: 5_000, signal }),
        run: async () => ({ is: 'failed', seconds: 0, class: 'usage', message: why, tail: [] }),
    };
}


/***/ })

};
