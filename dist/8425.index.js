export const id = 8425;
export const ids = [8425];
export const modules = {

/***/ 88425:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   reportInvalidTo: () => (/* binding */ reportInvalidTo)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33838);
/* harmony import */ var _language_annotation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35626);
/* harmony import */ var _reports_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53611);
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40654);
/* harmony import */ var _check_runs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(79873);
/* harmony import */ var _comment_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(30079);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(50926);
/** Tells GitHub that a workflow is invalid: a failed check run with every mistake at its line, and no stale comment. */







/** Leaves room in a check run and in a comment for the rest, and for a fence as long as the text demands. */
const textLimit = 30_000;
/** Returns what could not be written. */
async function reportInvalidTo(invalid) {
    const { subject, reason, diagnostics, token, trigger } = invalid;
    const text = (0,_reports_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .fenced */ .OF)(invalid.text.slice(0, textLimit));
    const headline = `## ❌ ${(0,_reports_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)((0,_names_js__WEBPACK_IMPORTED_MODULE_6__/* .labelOf */ .Wy)(subject))}: invalid`;
    await _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .summary */ .z.addRaw(`${headline}\n\n${reason}\n\n${text}`, true).write();
    if (token === '')
        return [];
    const api = new _api_js__WEBPACK_IMPORTED_MODULE_3__/* .GitHubApi */ .yN(token);
    const checks = new _check_runs_js__WEBPACK_IMPORTED_MODULE_4__/* .CheckRuns */ .rp(api, trigger);
    const lost = [];
    const attempt = async (what, permission, task) => {
        try {
            await task();
        }
        catch (error) {
            lost.push((0,_api_js__WEBPACK_IMPORTED_MODULE_3__/* .lossOf */ .je)(what, permission, error, trigger));
        }
    };
    await attempt('the check run', 'checks', async () => {
        const name = (0,_names_js__WEBPACK_IMPORTED_MODULE_6__/* .umbrellaName */ ._1)(subject).slice(0, 200);
        await checks.create(name, 'in_progress', { title: reason, summary: text });
        const annotations = diagnostics.flatMap(annotation);
        await checks.complete(name, 'failure', { title: reason, summary: text, annotations });
    });
    // A comment that tells of an earlier run would now say `passed` of a workflow that cannot run.
    const comment = invalid.wantsComment ? (0,_comment_js__WEBPACK_IMPORTED_MODULE_5__/* .stickyComment */ .NL)(api, trigger, subject) : undefined;
    const facts = `${reason} · at ${(0,_reports_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(trigger.sha.slice(0, 7))} · [log](${trigger.url})`;
    await attempt('the comment', 'pull-requests', async () => await comment?.replace(`${headline}\n\n${facts}\n\n${text}`));
    return lost;
}
function annotation(diagnostic) {
    const { severity, title, message, place } = (0,_language_annotation_js__WEBPACK_IMPORTED_MODULE_1__/* .annotationOf */ .l)(diagnostic);
    if (!place)
        return [];
    const levels = { error: 'failure', warning: 'warning', notice: 'notice' };
    return [
        {
            path: place.file,
            start_line: place.line,
            end_line: place.line,
            start_column: place.column,
            end_column: place.endColumn,
            annotation_level: levels[severity],
            title,
            message,
        },
    ];
}


/***/ })

};
