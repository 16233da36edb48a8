export const id = 8407;
export const ids = [8407];
export const modules = {

/***/ 98407:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JS: () => (/* binding */ mostSteps),
/* harmony export */   LI: () => (/* binding */ hostedMinutes),
/* harmony export */   P0: () => (/* binding */ concludeJob),
/* harmony export */   Vr: () => (/* binding */ mostLegs),
/* harmony export */   b1: () => (/* binding */ planJob)
/* harmony export */ });
const planJob = 'plan';
const concludeJob = 'conclude';
/** GitHub's limit for one matrix. */
const mostLegs = 256;
/** More in one job are put together by statement. */
const mostSteps = 50;
/** A job of a hosted runner ends after that, whatever it does. */
const hostedMinutes = 360;


/***/ })

};
