export const id = 548;
export const ids = [548];
export const modules = {

/***/ 10548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ askApproval),
/* harmony export */   askLine: () => (/* binding */ askLine)
/* harmony export */ });
/* harmony import */ var node_readline_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26848);
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98213);
/** Asks the person at the terminal: for an approval, or for a line. */


/** Rejects when nobody answers: the input has ended, or the question no longer stands. */
async function askApproval(label, signal) {
    const lines = (0,node_readline_promises__WEBPACK_IMPORTED_MODULE_0__.createInterface)({ input: process.stdin, output: process.stdout, terminal: true });
    // In its raw mode the terminal sends Ctrl-C as a character: it still means the run.
    lines.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
    const ended = new Promise((_resolve, reject) => {
        lines.once('close', () => reject(new Error('the input has ended')));
    });
    try {
        for (;;) {
            const answer = await Promise.race([
                lines.question(`  ? approve \`${label}\`? [y/n] `, { signal }),
                ended,
            ]);
            if (/^\s*y(?:es)?\s*$/i.test(answer))
                return true;
            if (/^\s*no?\s*$/i.test(answer))
                return false;
        }
    }
    finally {
        // Whoever waits for the end of the input no longer does.
        ended.catch(() => { });
        lines.close();
    }
}
/** What is answered, or `usual` for an empty line. Rejects with a `UsageError` when the input has ended. */
async function askLine(question, usual) {
    const lines = (0,node_readline_promises__WEBPACK_IMPORTED_MODULE_0__.createInterface)({ input: process.stdin, output: process.stdout, terminal: true });
    lines.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
    const ended = new Promise((_resolve, reject) => {
        lines.once('close', () => reject(new _arguments_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb('the input has ended', '`--yes` asks nothing')));
    });
    try {
        const shown = usual === '' ? '' : ` [${usual}]`;
        const answer = await Promise.race([lines.question(`  ? ${question}${shown}: `), ended]);
        return answer.trim() === '' ? usual : answer.trim();
    }
    finally {
        ended.catch(() => { });
        lines.close();
    }
}


/***/ })

};
