export const id = 702;
export const ids = [702];
export const modules = {

/***/ 8702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ RunError)
/* harmony export */ });
/** A run on disk that cannot be used as it is: damaged, in use, or of another version. The message is for a person. */
class RunError extends Error {
}


/***/ })

};
