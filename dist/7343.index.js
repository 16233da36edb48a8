export const id = 7343;
export const ids = [7343];
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

/***/ 97343:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   remoteTarget: () => (/* binding */ remoteTarget)
/* harmony export */ });
/* harmony import */ var _runpod_owner_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27506);
/* harmony import */ var _hosts_own_keys_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66226);
/* harmony import */ var _hosts_ssh_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28221);
/* harmony import */ var _pods_runpod_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26971);




/** Throws a `SettingError` when something is not set that it needs, or is set that may not go there. */
function remoteTarget(target, options) {
    const { name, environment, workspace } = options;
    (0,_hosts_own_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .refuseOwnKeys */ .h)(options, environment);
    if (target.kind === 'ssh') {
        (0,_hosts_ssh_js__WEBPACK_IMPORTED_MODULE_2__/* .endpointOf */ .X5)(name, target, environment);
        return (0,_hosts_ssh_js__WEBPACK_IMPORTED_MODULE_2__/* .sshTarget */ .ov)(target, options);
    }
    (0,_pods_runpod_js__WEBPACK_IMPORTED_MODULE_3__/* .runpodClient */ .os)(name, target, environment);
    return (0,_pods_runpod_js__WEBPACK_IMPORTED_MODULE_3__/* .runpodTarget */ .o$)(target, { ...options, owner: (0,_runpod_owner_js__WEBPACK_IMPORTED_MODULE_0__/* .ownerOf */ .bf)(environment, workspace) });
}


/***/ })

};
