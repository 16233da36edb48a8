export const id = 6226;
export const ids = [6226,2477];
export const modules = {

/***/ 66226:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OwnKeyError: () => (/* binding */ OwnKeyError),
/* harmony export */   h: () => (/* binding */ refuseOwnKeys)
/* harmony export */ });
/* harmony import */ var _setting_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12477);

/** A shorter value says nothing, and stands in many words. */
const shortest = 8;
/** What is set would take a key to a place where it must not go. */
class OwnKeyError extends _setting_js__WEBPACK_IMPORTED_MODULE_0__.SettingError {
}
/** Whatever the variable is called that holds it. Throws an `OwnKeyError`. `name`: of the target that gets commands. */
function refuseOwnKeys({ name, plan }, environment) {
    const targets = Object.entries(plan.targets ?? {});
    const keys = targets.flatMap(([other, target]) => keyOf(other, target, environment));
    // Where it stands in this machine's environment it is the account's, whatever else a target names.
    if (plan.targets?.[name]?.kind === 'runpod')
        keys.push({ ...accountKey, value: bareOf(environment.RUNPOD_API_KEY) });
    for (const command of Object.values(plan.commands)) {
        if (command.is !== 'run' || command.target !== name)
            continue;
        for (const variable of command.env) {
            const key = keys.find((one) => one.variable === variable || isIn(one, environment[variable]));
            if (key)
                throw new OwnKeyError(`\`/${command.name}\` would take \`${variable}\` to \`${name}\`, and that is ${key.what}, which never leaves this machine; take it out of the command's \`env:\``);
        }
    }
}
const accountKey = { what: "RunPod's account key", variable: 'RUNPOD_API_KEY' };
function keyOf(name, target, environment) {
    if (target.kind === 'runpod')
        return [{ ...accountKey, variable: target.key, value: bareOf(environment[target.key]) }];
    const what = `the private key of the target \`${name}\``;
    const variable = 'variable' in target.key ? target.key.variable : undefined;
    try {
        return [{ what, variable, value: bareOf((0,_setting_js__WEBPACK_IMPORTED_MODULE_0__/* .privateKeyOf */ .O)(target.key, what, environment)) }];
    }
    catch {
        // Whoever connects with it says so.
        return [{ what, variable, value: undefined }];
    }
}
function bareOf(text) {
    const bare = text?.trim() ?? '';
    return bare.length < shortest ? undefined : bare;
}
/** Also as a part, as in `Bearer …`. */
function isIn({ value }, text) {
    return value !== undefined && text?.includes(value) === true;
}


/***/ }),

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
