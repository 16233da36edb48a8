export const id = 1071;
export const ids = [1071];
export const modules = {

/***/ 1071:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  remoteTarget: () => (/* binding */ remoteTarget)
});

// EXTERNAL MODULE: ./build/runpod/owner.js
var owner = __webpack_require__(27506);
// EXTERNAL MODULE: ./build/targets/hosts/setting.js
var setting = __webpack_require__(12477);
;// CONCATENATED MODULE: ./build/targets/hosts/own-keys.js

/** A shorter value says nothing, and stands in many words. */
const shortest = 8;
/** Whatever the variable is called that holds it. Throws a `SettingError`. `name`: of the target that gets commands. */
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
                throw new setting.SettingError(`\`/${command.name}\` would take \`${variable}\` to \`${name}\`, and that is ${key.what}, which never leaves this machine; take it out of the command's \`env:\``);
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
        return [{ what, variable, value: bareOf((0,setting/* privateKeyOf */.O)(target.key, what, environment)) }];
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

// EXTERNAL MODULE: ./build/targets/hosts/ssh.js + 7 modules
var ssh = __webpack_require__(28221);
// EXTERNAL MODULE: ./build/targets/pods/runpod.js + 14 modules
var runpod = __webpack_require__(26971);
;// CONCATENATED MODULE: ./build/targets/remote.js




/** Throws a `SettingError` when something is not set that it needs, or is set that may not go there. */
function remoteTarget(target, options) {
    const { name, environment, workspace } = options;
    refuseOwnKeys(options, environment);
    if (target.kind === 'ssh') {
        (0,ssh/* endpointOf */.X5)(name, target, environment);
        return (0,ssh/* sshTarget */.ov)(target, options);
    }
    (0,runpod/* runpodClient */.os)(name, target, environment);
    return (0,runpod/* runpodTarget */.o$)(target, { ...options, owner: (0,owner/* ownerOf */.bf)(environment, workspace) });
}


/***/ })

};
