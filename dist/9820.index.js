export const id = 9820;
export const ids = [9820];
export const modules = {

/***/ 49820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  compile: () => (/* binding */ compile)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/exit-codes.js
var exit_codes = __webpack_require__(49277);
// EXTERNAL MODULE: ./build/jobs/lay-out.js + 6 modules
var lay_out = __webpack_require__(41927);
// EXTERNAL MODULE: ./build/jobs/layout-key.js
var layout_key = __webpack_require__(99761);
// EXTERNAL MODULE: ./build/plan/plan.js
var plan = __webpack_require__(71583);
;// CONCATENATED MODULE: ./build/jobs/ambient.js
/** Variables that a runner has by itself. */
const names = /^(?:PATH|HOME|SHELL|USER|LOGNAME|PWD|LANG|LANGUAGE|LC_\w+|TZ|TERM|TMPDIR|CI|PYTHONPATH|CUDA_VISIBLE_DEVICES|(?:GITHUB|RUNNER|ACTIONS)_\w+)$/;
/** A secret or a variable of the repository cannot stand for it. */
function isAmbient(name) {
    return names.test(name);
}

// EXTERNAL MODULE: ./build/jobs/layout.js
var layout = __webpack_require__(98407);
;// CONCATENATED MODULE: ./build/jobs/yaml-text.js
/**
 * Values → YAML for people: block style, short maps and lists in one line, blank lines and comments where they are asked
 * for. The same value gives the same bytes. Pure, and no more of YAML than compiled workflows need.
 */
/** A value with a wish for how it looks. */
class Styled {
    value;
    style;
    constructor(value, style) {
        this.value = value;
        this.style = style;
    }
}
function inline(value) {
    return new Styled(value, { inline: true });
}
function spaced(value) {
    return new Styled(value, { spaced: true });
}
function behind(value, comment) {
    return new Styled(value, { behind: comment });
}
function above(value, comment) {
    return new Styled(value, { above: comment });
}
const widest = 110;
/** A whole document, of one map. */
function yamlText(document) {
    return `${mapLines(document, '', false).join('\n')}\n`;
}
/** Comment lines, whatever the text holds: it cannot leave the comment. */
function commentLines(text, indent = '') {
    return text.split(/\r\n|[\n\r\u0085\u2028\u2029]/).map((line) => {
        const shown = line.replace(unprintable, ' ').trimEnd();
        return shown === '' ? `${indent}#` : `${indent}# ${shown}`;
    });
}
function mapLines(map, indent, isSpaced) {
    const lines = [];
    for (const [key, styled] of Object.entries(map)) {
        if (styled === undefined)
            continue;
        const { value, style } = unstyled(styled);
        if (isSpaced && lines.length > 0)
            lines.push('');
        if (style.above !== undefined)
            lines.push(...commentLines(style.above, indent));
        lines.push(...entryLines(`${indent}${keyText(key)}:`, value, style, indent));
    }
    return lines;
}
function entryLines(head, value, style, indent) {
    const flat = flatText(value, style, widest - head.length - 1);
    if (flat !== undefined)
        return [`${head} ${flat}${trailing(style)}`];
    if (isList(value))
        return [head, ...listLines(value, `${indent}  `, style.spaced === true)];
    return [head, ...mapLines(value, `${indent}  `, style.spaced === true)];
}
function listLines(list, indent, isSpaced) {
    return list.flatMap((styled, index) => {
        const { value, style } = unstyled(styled);
        const gap = isSpaced && index > 0 ? [''] : [];
        const flat = flatText(value, style, widest - indent.length - 2);
        if (flat !== undefined)
            return [...gap, `${indent}- ${flat}${trailing(style)}`];
        const inner = isList(value)
            ? listLines(value, `${indent}  `, false)
            : mapLines(value, `${indent}  `, false);
        const [first = '', ...rest] = inner;
        return [...gap, `${indent}- ${first.trimStart()}`, ...rest];
    });
}
function trailing({ behind: comment }) {
    return comment === undefined ? '' : ` ${commentLines(comment).join(' ')}`;
}
/** In one line, or undefined where it has to go over several. Scalars always are. */
function flatText(value, style, room) {
    if (!isCollection(value))
        return scalarText(value);
    if (isList(value) && value.some((one) => isCollection(unstyled(one).value)))
        return undefined;
    if (!isList(value) && style.inline !== true && Object.values(value).some((one) => one !== undefined))
        return undefined;
    const text = flowText(value);
    return text.length <= room ? text : undefined;
}
function flowText(styled) {
    const { value } = unstyled(styled);
    if (!isCollection(value))
        return scalarText(value, true);
    if (isList(value))
        return `[${value.map(flowText).join(', ')}]`;
    const entries = Object.entries(value).flatMap(([key, one]) => one === undefined ? [] : [`${keyText(key)}: ${flowText(one)}`]);
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}
function unstyled(value) {
    if (!(value instanceof Styled))
        return { value, style: {} };
    const inner = unstyled(value.value);
    return { value: inner.value, style: { ...inner.style, ...value.style } };
}
function isList(value) {
    return Array.isArray(value);
}
function isCollection(value) {
    return typeof value === 'object';
}
/** Control characters, line ends of other systems, what is invisible at the head of a file, halves of a character. */
const unprintable = /[\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffe\uffff]/gu;
/** What some reader takes for a truth value, nothing, a number or a date when it stands without quotes. */
const notText = /^(?:true|false|yes|no|on|off|y|n|null|~|<<|=|[-+.\d][-+.:\w]*|\.(?:inf|nan))?$/i;
/**
 * Without quotes where every reader of YAML takes it for this very text. Inside of `[ ]` and `{ }` more is quoted.
 */
function scalarText(value, inFlow = false) {
    if (typeof value !== 'string')
        return String(value);
    const isPlain = !notText.test(value) &&
        // An indicator at the head, `: ` and ` #` anywhere, blanks at an end.
        /^[^\s\-?:,[\]{}#&*!|>'"%@`]/.test(value) &&
        !/:(?:\s|$)|\s#|\s$/.test(value) &&
        value.search(unprintable) < 0 &&
        !(inFlow && /[,[\]{}]/.test(value));
    return isPlain ? value : quoted(value);
}
/** Readers that take `on` for a truth value do not do so for the key of a workflow. */
function keyText(key) {
    return key === 'on' ? key : scalarText(key, true);
}
function quoted(value) {
    const isSingle = value.search(unprintable) < 0 && /["\\]/.test(value);
    if (isSingle)
        return `'${value.replaceAll("'", "''")}'`;
    return `"${value.replace(/["\\]/g, '\\$&').replace(unprintable, escaped)}"`;
}
function escaped(character) {
    const code = character.charCodeAt(0);
    // Half of a character is none that YAML could hold.
    if (code >= 0xd800 && code <= 0xdfff)
        return '\ufffd';
    return character === '\n' ? '\\n' : character === '\t' ? '\\t' : `\\u${code.toString(16).padStart(4, '0')}`;
}

;// CONCATENATED MODULE: ./build/jobs/workflow-yaml.js
/** A layout → the text of a workflow file of GitHub Actions. Pure; the same layout gives the same bytes. */




/** GitHub reads no longer workflow file. Bytes. */
const mostBytes = 500 * 1024;
/** `conclude` only reads, writes and cleans up. */
/** A job of a runner of one's own ends after five days. */
const longestMinutes = 5 * 24 * 60;
const mayReport = { contents: 'read', checks: 'write', 'pull-requests': 'write' };
/** The comment is that of the other jobs. */
const mayRead = { contents: 'read' };
/** Throws for a plan that no planner makes: a variable whose name is none. */
function workflowYaml(layout, plan, options) {
    const { name, description, source, sources } = options;
    const head = [
        description === undefined ? name : `${name}: ${description}`,
        '',
        headLine(source),
        `sources: sha256:${sources}`,
    ].join('\n');
    const writer = new Writer(layout, plan, options);
    const document = yamlText({
        // The only text of a person's where GitHub takes no expression, so that it cannot be quoted as one.
        name: name.replaceAll('${{', '$ {{'),
        on: triggers(options),
        permissions: inline({}),
        concurrency: {
            group: `ml-${literal(name)}-\${{ fromJSON(inputs.request || '{}').pr || github.ref }}`,
            queue: 'max',
        },
    });
    const jobs = Object.fromEntries(layout.jobs.map((job) => [job.id, writer.job(job)]));
    return `${commentLines(head).join('\n')}\n${document}\n${yamlText({ jobs: spaced(jobs) })}`;
}
function headLine(source) {
    return `Compiled from ${source} by ml-workflow; do not edit. \`ml-workflow compile\` writes it again.`;
}
/** What a file says about itself that `workflowYaml` made; undefined for every other file. */
function compiledHead(text) {
    const [head = ''] = /^(?:#.*\r?\n)+/.exec(text) ?? [];
    const source = /^# Compiled from (.+) by ml-workflow; do not edit\..*\r?\n# sources: sha256:/m.exec(head)?.[1];
    if (source === undefined)
        return undefined;
    const uses = /^ +uses: (?<repository>[^\s@]+)\/open@(?<ref>[^\s#]+)(?: +# ?(?<comment>.*?))?\r?$/m.exec(text);
    const { repository = '', ref = '', comment } = uses?.groups ?? {};
    const action = uses ? { repository, ref, ...(comment === undefined ? {} : { comment }) } : undefined;
    return { source, action };
}
/** `owner/repo@ref`, with `# v1.2.3` behind it or without; undefined when it is none. */
function actionReference(text) {
    const pattern = /^(?<repository>[\w-][\w.-]*\/[\w.-]+(?:\/[\w.-]+)*)@(?<ref>[\w.-]+(?:\/[\w.-]+)*)(?: +# *(?<comment>[ -~]*?))? *$/;
    const { repository, ref, comment } = pattern.exec(text)?.groups ?? {};
    if (repository === undefined || ref === undefined)
        return undefined;
    return { repository, ref, ...(comment === undefined || comment === '' ? {} : { comment }) };
}
function triggers({ on: { schedule = [], push }, hasParameters }) {
    const request = inline({
        description: 'Made by ml-workflow; a person leaves it as it is',
        type: 'string',
        default: '{}',
    });
    const params = inline({
        description: 'Parameters, `name=value`, several with `;` between',
        type: 'string',
        default: '',
    });
    return {
        workflow_dispatch: { inputs: { request, params: hasParameters ? params : undefined } },
        schedule: schedule.length === 0 ? undefined : schedule.map(({ cron, timezone }) => ({ cron, timezone })),
        push: push && Object.fromEntries(Object.entries(push).map(([key, patterns]) => [key, patterns])),
    };
}
/** What all jobs of one file share. */
class Writer {
    #jobs;
    #order;
    #options;
    /** RunPod's, of all targets: who may have made pods must be able to end them. */
    #keys;
    /** What the preflights of commands may see. */
    #preflight;
    /** Nodes that run however the run ends. */
    #shielded;
    /** What steps of such nodes may see. */
    #handlers;
    constructor({ jobs }, plan, options) {
        this.#jobs = new Map(jobs.map((job) => [job.id, job]));
        this.#order = jobs.map(({ id }) => id);
        this.#options = options;
        this.#keys = keysOf(plan);
        this.#preflight = Object.values(plan.commands).flatMap((command) => command.is === 'run' && command.preflight !== undefined ? command.env : []);
        this.#shielded = shieldedIn(plan);
        this.#handlers = jobs.flatMap((one) => one.is === 'stretch' && one.environment === undefined
            ? one.steps.filter((step) => this.#isShielded(step)).flatMap(({ variables }) => variables)
            : []);
    }
    job(job) {
        return job.is === 'matrix' ? this.#matrix(job) : this.#stretch(job);
    }
    #stretch(job) {
        const isPlan = job.id === layout/* planJob */.b1;
        const isLast = job.id === layout/* concludeJob */.P0;
        const { environment } = job;
        const needs = isPlan ? [] : isLast ? this.#order.filter((id) => id !== job.id) : this.#needsOf(job);
        // Checks that come before everything else are made in the plan job.
        const seen = isPlan ? this.#preflight : [];
        const open = this.#uses('open', isPlan ? { name: 'open', id: 'open' } : { name: 'open' }, this.#openInputs(job.id), this.#variables(seen, true));
        const last = this.#uses('conclude', { name: 'conclude', if: '${{ always() }}' }, { needs: allNeeds, project: this.#project() }, 
        // It does what handlers of earlier jobs a cancel has kept from running.
        this.#variables(isLast ? this.#handlers : [], true));
        return {
            name: literal(job.name),
            needs: needs.length === 0 ? undefined : needs,
            if: isPlan ? undefined : isLast ? '${{ always() }}' : jobCondition([...job.joins, job.id]),
            'runs-on': runners(this.#options),
            'timeout-minutes': this.#minutes(job),
            environment: environment === undefined ? undefined : { name: literal(environment), deployment: false },
            concurrency: environment === undefined
                ? undefined
                : { group: `ml-environment-${literal(environment)}`, queue: 'max' },
            permissions: inline(mayReport),
            env: inline({ ML_READY: '[]' }),
            outputs: isLast
                ? undefined
                : {
                    next: '${{ env.ML_NEXT }}',
                    cells: '${{ env.ML_CELLS }}',
                    // By an output of the step: what comes behind it may write variables, and not this.
                    plan: isPlan ? '${{ steps.open.outputs.plan }}' : undefined,
                },
            steps: spaced([open, ...job.steps.map((step) => this.#step(step, isLast)), ...(isLast ? [last] : [])]),
        };
    }
    #matrix(job) {
        const needs = this.#needsOf(job);
        const cell = this.#uses('cell', { name: `${literal(job.name)} · \${{ matrix.cell }}` }, {
            job: job.id,
            leg: '${{ matrix.cell }}',
            project: this.#project(),
            plan: plannedBy,
        }, this.#variables(job.variables, true));
        const map = {
            name: literal(job.name),
            needs,
            if: jobCondition([job.id]),
            'runs-on': runners(this.#options),
            'timeout-minutes': this.#minutes(job),
            'continue-on-error': job.isTolerated ? true : undefined,
            permissions: inline(mayRead),
            strategy: {
                'fail-fast': false,
                'max-parallel': job.max ?? undefined,
                matrix: { cell: cellsFor(job.id, needs) },
            },
            steps: [cell],
        };
        return above(map, legsText(job));
    }
    #step(step, isLast) {
        const isShielded = isLast || this.#isShielded(step);
        // What a cancel does not reach is ready then too, and only the steps that ask for it are started at all.
        const status = isShielded ? 'always()' : '!cancelled()';
        const gate = `\${{ ${status} && contains(fromJSON(env.ML_READY), '${step.id}') }}`;
        const variables = this.#variables(step.variables, false);
        return this.#uses('step', { name: literal(step.name), if: gate }, { step: step.id }, variables);
    }
    #isShielded({ holds, decides }) {
        return [...holds, ...decides.map(({ node }) => node)].every((id) => this.#shielded.has(id));
    }
    #uses(part, head, inputs, env) {
        const { repository, ref, comment } = this.#options.action;
        const uses = `${repository}/${part}@${ref}`;
        const isSmall = Object.values(inputs).filter((one) => one !== undefined).length <= 3;
        return {
            ...head,
            uses: comment === undefined ? uses : behind(uses, comment),
            with: isSmall ? inline(inputs) : inputs,
            env: Object.keys(env).length === 0 ? undefined : Object.keys(env).length === 1 ? inline(env) : env,
        };
    }
    #openInputs(job) {
        const { file, sources, hasParameters } = this.#options;
        const project = this.#project();
        if (job !== layout/* planJob */.b1)
            return { job, project, plan: plannedBy, needs: job === layout/* concludeJob */.P0 ? allNeeds : undefined };
        return {
            job,
            workflow: literal(file),
            sources,
            project,
            request: '${{ inputs.request }}',
            params: hasParameters ? '${{ inputs.params }}' : undefined,
        };
    }
    #project() {
        const { project } = this.#options;
        return project === undefined ? undefined : literal(project);
    }
    /**
     * In the order of the file. The plan job may hand over to any of them, when a run is resumed; and whoever handed over
     * to a matrix started what joins it.
     */
    #needsOf({ id, needs, ...job }) {
        const joined = job.is === 'matrix' ? [] : job.joins;
        const handedOver = joined.flatMap((one) => this.#jobs.get(one)?.needs ?? []);
        const all = new Set([layout/* planJob */.b1, ...needs, ...joined, ...handedOver]);
        return this.#order.filter((one) => all.has(one) && one !== id);
    }
    #minutes({ minutes }) {
        return minutes >= layout/* hostedMinutes */.LI && !this.#options.isHosted ? longestMinutes : minutes;
    }
    /** `withKeys`: also the keys of all targets. */
    #variables(names, withKeys) {
        // What the runner has itself stays as it has it: an expression would put an empty text in its place.
        const given = names.filter((name) => !isAmbient(name));
        const all = [...new Set([...given, ...(withKeys ? this.#keys : [])])].sort();
        return Object.fromEntries(all.map((name) => {
            if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
                throw new Error(`internal: \`${name}\` is no variable; please report this`);
            const isKey = this.#keys.includes(name);
            return [name, isKey ? `\${{ secrets.${name} }}` : `\${{ secrets.${name} || vars.${name} }}`];
        }));
    }
}
const allNeeds = '${{ toJSON(needs) }}';
const plannedBy = '${{ needs.plan.outputs.plan }}';
/** Text of a person's where GitHub looks for expressions: it is shown as it is, and nothing in it is evaluated. */
function literal(text) {
    return text.replaceAll('${{', "${{ '${{' }}");
}
function runners({ runsOn }) {
    return typeof runsOn === 'string' ? literal(runsOn) : runsOn.map(literal);
}
/** Some job before it has handed over to it, or to a matrix that ends here. */
function jobCondition(ids) {
    const asked = ids.map((id) => `contains(needs.*.outputs.next, '${id}')`);
    return `\${{ !cancelled() && ${asked.length === 1 ? asked[0] : `(${asked.join(' || ')})`} }}`;
}
/**
 * The cells of whoever handed over to this matrix. A job before it that handed over elsewhere has cells too, those of
 * another matrix. Without any, GitHub would refuse the empty text before it asks whether the job runs.
 */
function cellsFor(id, needs) {
    const from = needs.map((job) => `needs.${job}.outputs.next == '${id}' && needs.${job}.outputs.cells`);
    return `\${{ fromJSON(${from.join(' || ')} || '["-"]') }}`;
}
function legsText({ legs }) {
    const labels = legs.map(({ label }) => label);
    const all = labels.join(', ');
    const some = all.length <= 90 ? all : `${all.slice(0, all.lastIndexOf(', ', 80))}, …`;
    return `${legs.length} ${legs.length === 1 ? 'leg' : 'legs'}: ${some}`;
}
/** The variables that hold the keys of RunPod accounts. */
function keysOf({ targets = {} }) {
    const keys = Object.values(targets).flatMap((target) => (target.kind === 'runpod' ? [target.key] : []));
    return [...new Set(keys)].sort();
}
function shieldedIn({ nodes }) {
    const shielded = new Set();
    // Parents stand before their children.
    for (const node of nodes) {
        if ((node.kind === 'try' || node.kind === 'handlers') && node.finally !== null)
            shielded.add(node.finally);
        if (shielded.has(node.id))
            for (const child of (0,plan/* childrenOf */.LU)(node))
                shielded.add(child);
    }
    return shielded;
}

// EXTERNAL MODULE: ./build/language/diagnostic.js
var diagnostic = __webpack_require__(82208);
// EXTERNAL MODULE: ./build/language/diagnostic-json.js
var diagnostic_json = __webpack_require__(45971);
// EXTERNAL MODULE: ./build/language/name.js
var language_name = __webpack_require__(60716);
// EXTERNAL MODULE: ./build/plan/agents.js
var agents = __webpack_require__(49166);
// EXTERNAL MODULE: ./build/prepare.js + 35 modules
var prepare = __webpack_require__(28950);
// EXTERNAL MODULE: ./build/project/load.js + 10 modules
var load = __webpack_require__(71934);
// EXTERNAL MODULE: ./build/project/sources.js
var project_sources = __webpack_require__(34508);
// EXTERNAL MODULE: ./build/cli/arguments.js
var cli_arguments = __webpack_require__(98213);
;// CONCATENATED MODULE: ./build/cli/compile.js
/** `compile`: the workflows of a project → files of GitHub Actions with one job for each stretch of the chain. */














const usualAction = { repository: 'moola/ml-workflow', ref: 'v1' };
/** Throws a `UsageError` for what no diagnostic has a place for. */
function compile(args, folder, shownFrom) {
    const place = placeOf(args, folder, shownFrom);
    const existing = existingIn(place.out);
    const pin = pinOf(args);
    const names = args.subjects ?? [];
    const references = names.length > 0 ? [...new Set(names)] : allWorkflows(folder);
    const diagnostics = new diagnostic/* Diagnostics */.r();
    const asked = references.flatMap((reference) => {
        const wanted = { is: 'workflow', reference };
        const prepared = (0,prepare.prepare)({ wanted, folder, shownFrom, given: [], checkOnly: true, jobs: true });
        return draftOf(prepared, place, existing, pin, diagnostics) ?? [];
    });
    const errors = diagnostics.sorted().filter(({ severity }) => severity === 'error');
    if (errors.length > 0)
        return refused(errors, args);
    // A workflow may be named by its file and by its name.
    const drafts = [...new Map(asked.map((draft) => [draft.source, draft])).values()];
    checkPlaces(drafts, existing, place);
    const leftOver = names.length > 0 ? [] : leftOverOf(drafts, existing, place);
    const isStale = ({ path, text }) => existing.get(path)?.text.replaceAll('\r\n', '\n') !== text;
    if (args.check !== true)
        writeAll(drafts.filter(isStale), place);
    const states = drafts.map((draft) => {
        const before = existing.has(draft.path) ? 'stale' : 'missing';
        const state = !isStale(draft) ? 'unchanged' : args.check === true ? before : 'written';
        return { ...shownOf(draft, place), state, ...sizeOf(draft.layout) };
    });
    // Who asks what is stale has seen them when it was written.
    const warnings = args.check === true ? [] : diagnostics.sorted().filter(({ severity }) => severity === 'warning');
    return reported([...states, ...leftOver], warnings, args);
}
function refused(errors, args) {
    const code = exit_codes/* exitCodes */.h.invalidInput;
    if (args.format === 'json')
        return { output: json([], errors), summary: '', diagnostics: [], code };
    return { output: '', summary: 'nothing is written', diagnostics: errors, code };
}
function reported(files, warnings, args) {
    const isWrong = files.some(({ state }) => state === 'stale' || state === 'missing' || state === 'left-over');
    const code = args.check === true && isWrong ? exit_codes/* exitCodes */.h.failed : exit_codes/* exitCodes */.h.done;
    if (args.format === 'json')
        return { output: json(files, warnings), summary: '', diagnostics: [], code };
    const shown = files.filter(({ state }) => args.check !== true || state !== 'unchanged');
    return { output: shown.map(lineOf).join(''), summary: summaryOf(files, args), diagnostics: warnings, code };
}
function lineOf({ file, state, workflow, jobs = 0, legs = 0 }) {
    if (state === 'left-over')
        return `left over: ${file}, and no workflow \`${workflow}\` becomes this file\n`;
    const size = `${counted(jobs, 'job')}${legs === 0 ? '' : `, ${counted(legs, 'leg')}`}`;
    return `${state}: ${file}, ${size}\n`;
}
function summaryOf(files, args) {
    const count = (state) => files.filter((one) => one.state === state).length;
    const helps = [
        ...(count('stale') + count('missing') > 0 ? ['`ml-workflow compile` writes these files'] : []),
        ...(count('left-over') > 0 ? ['delete what is left over'] : []),
    ];
    const help = helps.length === 0 ? '' : `\n  = help: ${helps.join('; ')}`;
    if (args.check !== true)
        return `${count('written')} of ${counted(files.length, 'file')} written${help}`;
    const wrong = files.length - count('unchanged');
    return wrong === 0
        ? `${counted(files.length, 'file')} up to date`
        : `${wrong} of ${counted(files.length, 'file')} not up to date${help}`;
}
function counted(count, what) {
    return `${count} ${what}${count === 1 ? '' : 's'}`;
}
function json(files, diagnostics) {
    const found = { schema_version: 1, files, diagnostics: diagnostics.map(diagnostic_json/* diagnosticJson */.g) };
    return `${JSON.stringify(found, null, 2)}\n`;
}
function placeOf(args, folder, shownFrom) {
    const repository = repositoryOf(folder);
    const { out } = args.compile ?? {};
    if (repository === undefined && out === undefined)
        throw new cli_arguments/* UsageError */.eb('this is in no git repository, whose `.github/workflows/` the files go to', 'begin one with `git init`, or name a folder with `--out`');
    const root = repository ?? folder;
    if (out === '')
        throw new cli_arguments/* UsageError */.eb('`--out` has no value', 'name a folder with `--out`');
    const into = out === undefined ? (0,external_node_path_.join)(root, '.github', 'workflows') : (0,external_node_path_.resolve)(shownFrom, out);
    if (into === (0,external_node_path_.join)(folder, 'workflows'))
        throw new cli_arguments/* UsageError */.eb('the workflows of the project stand in the folder that the compiled ones would go to', 'name another one with `--out`');
    return { folder, root, shownFrom, out: into };
}
/** The nearest folder with `.git`, which is a file in a worktree. */
function repositoryOf(folder) {
    for (let at = folder;; at = (0,external_node_path_.dirname)(at)) {
        if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(at, '.git')))
            return at;
        if ((0,external_node_path_.dirname)(at) === at)
            return undefined;
    }
}
function allWorkflows(folder) {
    const files = (0,load/* workflowFiles */.BF)(folder);
    if (files.length === 0)
        throw new cli_arguments/* UsageError */.eb('there is nothing to compile: no `workflows/` here', '`--project` names the folder of the project');
    return files;
}
function pinOf(args) {
    const written = args.compile?.action;
    if (written === undefined)
        return undefined;
    const reference = actionReference(written);
    if (reference)
        return reference;
    throw new cli_arguments/* UsageError */.eb(`\`${written}\` is no action`, "write `--action moola/ml-workflow@v1`, or a commit with its version, `--action 'moola/ml-workflow@<40 digits> # v1.2.3'`");
}
/** By absolute path: the workflow files that are there. */
function existingIn(out) {
    const found = new Map();
    if (!(0,external_node_fs_.existsSync)(out))
        return found;
    if (!(0,external_node_fs_.statSync)(out).isDirectory())
        throw new cli_arguments/* UsageError */.eb(`\`${out}\` is no folder`, 'name a folder with `--out`');
    for (const entry of (0,external_node_fs_.readdirSync)(out, { withFileTypes: true })) {
        if (!/\.ya?ml$/.test(entry.name))
            continue;
        const path = (0,external_node_path_.join)(out, entry.name);
        // A link that leads nowhere, or a folder, is somebody's, too.
        const isFile = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isFile() ?? false;
        const text = isFile ? (0,external_node_fs_.readFileSync)(path, 'utf8') : '';
        found.set(path, { text, head: compiledHead(text) });
    }
    return found;
}
/** Undefined when there are errors, which are then in `diagnostics`. */
function draftOf(prepared, place, existing, pin, diagnostics) {
    const { plan, workflow, name, runsOn, sources } = prepared;
    // A plan may be read without who runs an agent; jobs that nothing can run are of no use.
    const isObstacle = ({ code }) => code === 'agent-without-runner';
    const found = prepared.diagnostics.map((one) => isObstacle(one) ? { ...one, severity: 'error' } : one);
    diagnostics.addAll(plan && (0,agents/* runObstacle */.lX)(plan) ? found : prepared.diagnostics);
    if (!plan || workflow?.path === undefined || (0,agents/* runObstacle */.lX)(plan))
        return undefined;
    refuseUngiven(workflow, plan, diagnostics);
    const source = sourcePath(workflow.path, place);
    const path = (0,external_node_path_.join)(place.out, `${fileNameOf(name)}.yml`);
    const project = (0,external_node_path_.relative)(place.root, place.folder).split(external_node_path_.sep).join('/');
    const layout = (0,lay_out/* layOut */.v)(plan);
    const text = workflowYaml(layout, plan, {
        ...{ name, description: workflow.description, file: workflow.path, source, runsOn },
        sources: (0,project_sources/* sourcesWith */.lg)(sources, (0,layout_key/* layoutKey */.O)(layout)),
        ...(project === '' ? {} : { project }),
        on: workflow.on ?? {},
        action: pin ?? keptPin(path, existing) ?? usualAction,
        hasParameters: workflow.params.length > 0,
        isHosted: (0,prepare/* isHosted */.O)(runsOn),
    });
    if (Buffer.byteLength(text) <= mostBytes)
        return { path, source, text, layout };
    const size = `${Math.ceil(Buffer.byteLength(text) / 1024)} KB`;
    const message = `\`${name}\` becomes a file of ${size}, and GitHub reads at most ${mostBytes / 1024} KB`;
    diagnostics.add('workflow-too-large', workflow.chain, { start: 0, end: 1 }, message, {
        help: 'put parts of the chain into commands with `chain:` inside of `parallel`, or write `fanout: job`',
    });
    return undefined;
}
/** A schedule and a push bring no parameters with them. */
function refuseUngiven({ name, params, on = {}, chain }, plan, diagnostics) {
    const bringers = [...(on.schedule ? ['schedule'] : []), ...(on.push ? ['push'] : [])];
    if (bringers.length === 0)
        return;
    for (const param of params) {
        if (param.default !== undefined)
            continue;
        const { source, span } = param.origin ?? { source: chain, span: { start: 0, end: 1 } };
        const message = `\`${plan.name}\` needs \`--${param.name}\`, which no ${(0,language_name/* listOf */.c3)(bringers.map((one) => `\`${one}\``), 'or')} gives`;
        diagnostics.add('invalid-param', source, span, message, {
            help: `declare a \`default:\`, or take \`on.${bringers[0]}\` out of \`${name}\``,
        });
    }
}
/** Relative to the repository's root: a file outside of it is on no runner. */
function sourcePath(path, { folder, root }) {
    const source = (0,external_node_path_.relative)(root, (0,external_node_path_.join)(folder, path)).split(external_node_path_.sep).join('/');
    if (source.startsWith('../'))
        throw new cli_arguments/* UsageError */.eb(`\`${path}\` is not in the repository, so that no job could read it`);
    return source;
}
/** `ml/run` is `ml-run`. */
function fileNameOf(name) {
    return name.replace(/[^A-Za-z0-9_.-]+/g, '-').replace(/^[-.]+/, '') || 'workflow';
}
/** What the file uses now; a new one, what the others use. */
function keptPin(path, existing) {
    const own = existing.get(path)?.head?.action;
    return own ?? [...existing.values()].find(({ head }) => head?.action !== undefined)?.head?.action;
}
/** Nobody's file is overwritten, nor that of another workflow. */
function checkPlaces(drafts, existing, place) {
    const byPath = new Map();
    for (const draft of drafts) {
        const shown = (0,load/* shownPath */.pS)(draft.path, place.shownFrom);
        // Some file systems do not tell `A.yml` from `a.yml`.
        const twin = byPath.get(draft.path.toLowerCase());
        if (twin && twin.source !== draft.source)
            throw new cli_arguments/* UsageError */.eb(`\`${twin.source}\` and \`${draft.source}\` would both become \`${shown}\``, 'give one of them another `name:`');
        byPath.set(draft.path.toLowerCase(), draft);
        const there = existing.get(draft.path);
        if (!there)
            continue;
        const help = 'give the workflow another `name:`, or name another folder with `--out`';
        if (!there.head)
            throw new cli_arguments/* UsageError */.eb(`\`${shown}\` is there and was not written by \`ml-workflow compile\``, help);
        const { source } = there.head;
        if (source !== draft.source && (0,external_node_fs_.existsSync)((0,external_node_path_.join)(place.root, source)))
            throw new cli_arguments/* UsageError */.eb(`\`${shown}\` is compiled from \`${source}\``, help);
    }
}
/** Compiled files of this project that none of its workflows becomes any more. */
function leftOverOf(drafts, existing, { folder, root, shownFrom }) {
    const made = new Set(drafts.map(({ path }) => path));
    const own = `${(0,external_node_path_.relative)(root, (0,external_node_path_.join)(folder, 'workflows')).split(external_node_path_.sep).join('/')}/`;
    return [...existing].sort(byText).flatMap(([path, { head }]) => {
        if (!head || made.has(path))
            return [];
        const isOurs = (0,external_node_path_.dirname)(head.source) === (0,external_node_path_.dirname)(`${own}x`);
        if (!isOurs && (0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, head.source)))
            return [];
        return [{ file: (0,load/* shownPath */.pS)(path, shownFrom), state: 'left-over', workflow: head.source }];
    });
}
function byText([a], [b]) {
    return a < b ? -1 : 1;
}
function shownOf({ path, source }, { shownFrom }) {
    return { file: (0,load/* shownPath */.pS)(path, shownFrom), workflow: source };
}
function sizeOf({ jobs }) {
    const legs = jobs.reduce((sum, job) => sum + (job.is === 'matrix' ? job.legs.length : 0), 0);
    return { jobs: jobs.length, legs };
}
/** All new texts are on the disk before the first of them takes its place. */
function writeAll(drafts, { out, shownFrom }) {
    const pending = [];
    try {
        for (const { path, text } of drafts) {
            (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
            const from = `${path}.${process.pid}.tmp`;
            pending.push({ from, to: path });
            (0,external_node_fs_.writeFileSync)(from, text, { flag: 'wx' });
        }
        for (const { from, to } of pending)
            (0,external_node_fs_.renameSync)(from, to);
    }
    catch (error) {
        const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
        throw new cli_arguments/* UsageError */.eb(`cannot write to \`${(0,load/* shownPath */.pS)(out, shownFrom)}\`: ${reason}`);
    }
    finally {
        for (const { from } of pending)
            (0,external_node_fs_.rmSync)(from, { force: true });
    }
}


/***/ }),

/***/ 99761:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ layoutKey)
/* harmony export */ });
/** The same for all values of parameters: they may change how many legs a matrix has, and how long jobs take. */
function layoutKey({ jobs }) {
    return JSON.stringify(jobs.map((job) => job.is === 'matrix'
        ? [job.id, job.needs, job.block, job.variables]
        : [
            job.id,
            job.needs,
            job.joins,
            job.environment ?? null,
            job.steps.map(({ id, holds, decides, variables }) => [id, holds, decides, variables]),
        ]));
}


/***/ }),

/***/ 45971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ diagnosticJson)
/* harmony export */ });
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11786);

function diagnosticJson(diagnostic) {
    const { code, severity, message, source, span, help, related = [] } = diagnostic;
    return {
        code,
        severity,
        message,
        ...(0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(source, span),
        ...(help === undefined ? {} : { help }),
        ...(related.length === 0
            ? {}
            : { related: related.map((one) => ({ message: one.message, ...(0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(one.source, one.span) })) }),
    };
}


/***/ }),

/***/ 71583:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $x: () => (/* binding */ parseValue),
/* harmony export */   Fu: () => (/* binding */ planSchema),
/* harmony export */   GW: () => (/* binding */ childExpressions),
/* harmony export */   LU: () => (/* binding */ childrenOf),
/* harmony export */   XP: () => (/* binding */ literalValue),
/* harmony export */   aF: () => (/* binding */ isInBranch),
/* harmony export */   ep: () => (/* binding */ operandsOf)
/* harmony export */ });
/** 1: without the elements that 2 added. Every plan of an earlier schema is one of this one too. */
const planSchema = 2;
/** What a node opens, in the order of the chain. */
function childrenOf(node) {
    switch (node.kind) {
        case 'sequence':
            return node.children;
        case 'parallel':
        case 'fork':
            return node.branches;
        case 'logical':
            return [node.left, node.right];
        case 'branch':
            return [...node.arms.map(({ body }) => body), ...present(node.otherwise)];
        case 'case':
            return node.arms.map(({ body }) => body);
        case 'try':
            return [
                node.body,
                ...node.catches.map(({ body }) => body),
                ...present(node.otherwise),
                ...present(node.finally),
            ];
        case 'handlers':
            return [node.body, ...present(node.onFailure), ...present(node.finally)];
        case 'call':
        case 'fallback':
        case 'retry':
        case 'timeout':
        case 'repeat':
        case 'budget':
            return [node.body];
        case 'unit':
        case 'require':
        case 'assignment':
        case 'barrier':
        case 'wait':
        case 'approval':
            return [];
    }
}
function present(id) {
    return id === null ? [] : [id];
}
/** Whether the unit runs beside others: in a branch of a parallel block or of a fork. */
function isInBranch({ nodes }, unit) {
    const byId = new Map(nodes.map((node) => [node.id, node]));
    for (let at = unit.parent; at !== null; at = byId.get(at)?.parent ?? null) {
        const kind = byId.get(at)?.kind;
        if (kind === 'parallel' || kind === 'fork')
            return true;
    }
    return false;
}
/** The expressions that an expression is made of. */
function childExpressions(expression) {
    switch (expression.kind) {
        case 'not':
        case 'negative':
            return [expression.operand];
        case 'binary':
            return [expression.left, expression.right];
        case 'confidence':
            return [expression.comparison];
        case 'call':
            return expression.arguments;
        default:
            return [];
    }
}
/** The metrics and variables a condition reads, in its order. */
function operandsOf(expression) {
    switch (expression.kind) {
        case 'metric':
        case 'variable':
            return [expression];
        default:
            return childExpressions(expression).flatMap(operandsOf);
    }
}
/** A text as a value of the type, or undefined when it is none. */
function parseValue(type, literal) {
    switch (type) {
        case 'string':
            return literal;
        case 'boolean':
            return literal === 'true' ? true : literal === 'false' ? false : undefined;
        case 'integer':
            return /^[+-]?\d+$/.test(literal) && Number.isSafeInteger(Number(literal))
                ? Number(literal)
                : undefined;
        case 'number':
            return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(literal) && Number.isFinite(Number(literal))
                ? Number(literal)
                : undefined;
    }
}
/** What a text stands for where no type is declared: `0.87` is a number, `true` a boolean, anything else a text. */
function literalValue(literal) {
    return parseValue('number', literal) ?? parseValue('boolean', literal) ?? literal;
}


/***/ })

};
