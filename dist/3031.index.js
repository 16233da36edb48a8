export const id = 3031;
export const ids = [3031];
export const modules = {

/***/ 73031:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   offersFor: () => (/* binding */ offersFor)
/* harmony export */ });
/* harmony import */ var _runpod_candidates_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58099);
/* harmony import */ var _runpod_catalogue_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34196);
/* harmony import */ var _runpod_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70639);
/* harmony import */ var _hosts_setting_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12477);
/* harmony import */ var _runpod_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26971);





async function offersFor(name, target, environment) {
    try {
        const client = (0,_runpod_js__WEBPACK_IMPORTED_MODULE_3__/* .runpodClient */ .os)(name, target, environment);
        const { candidates, rejected, notices } = (0,_runpod_candidates_js__WEBPACK_IMPORTED_MODULE_0__/* .candidatesFor */ ._j)(target, await (0,_runpod_catalogue_js__WEBPACK_IMPORTED_MODULE_4__/* .readCatalogue */ .Y)(client, target));
        return {
            target: name,
            lines: [
                ...candidates.map(({ offer, price, stock }, index) => `${index + 1}. ${offer}: $${price.toFixed(2)}/h, stock ${stock.toLowerCase()}`),
                ...(candidates.length === 0 ? ['nothing fits'] : []),
                ...rejected.map(({ offer, why }) => `not ${offer}: ${why}`),
                ...notices,
            ],
        };
    }
    catch (error) {
        if (!(error instanceof _hosts_setting_js__WEBPACK_IMPORTED_MODULE_2__.SettingError || error instanceof _runpod_error_js__WEBPACK_IMPORTED_MODULE_1__/* .RunpodError */ .fD))
            throw error;
        return { target: name, lines: [`prices were not read: ${error.message}`] };
    }
}


/***/ })

};
