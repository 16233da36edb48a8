export const id = 2477;
export const ids = [2477];
export const modules = {

/***/ 12477:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ privateKeyOf),
/* harmony export */   SettingError: () => (/* binding */ SettingError),
/* harmony export */   y: () => (/* binding */ settingOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/** What a target is told by its project file or by a variable. */



class SettingError extends Error {
}
/** `what`: for people, `the host of the target \`pod\``. Throws a `SettingError`. */
function settingOf(setting, what, environment) {
    if ('value' in setting)
        return setting.value;
    const value = environment[setting.variable]?.trim();
    if (value !== undefined && value !== '')
        return value;
    throw new SettingError(`${setting.variable} is not set; it holds ${what}`);
}
/** A private key as text, from the setting itself or from the file that it names. */
function privateKeyOf(setting, what, environment) {
    const given = settingOf(setting, what, environment);
    if (given.includes('PRIVATE KEY-----'))
        return `${given.trim()}\n`;
    const path = given.startsWith('~/') ? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(environment.HOME ?? (0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)(), given.slice(2)) : given;
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8');
    }
    catch (error) {
        const why = error instanceof Error && 'code' in error ? String(error.code) : 'it cannot be read';
        const shown = isPath(given, 'value' in setting) ? `: ${given}` : '';
        throw new SettingError(`${what} is neither a private key nor the path of one (${why})${shown}`);
    }
}
/** Whether it may be shown: a key without its first and last line looks like no path. */
function isPath(text, isWritten) {
    const looksSo = /^(?:~|\.{1,2})?\/[^\p{Cc}]{1,300}$/u.test(text);
    return (looksSo || (isWritten && /^[^\p{Cc}]{1,300}$/u.test(text))) && !/^[A-Za-z0-9+/=]{60,}$/.test(text);
}


/***/ })

};
