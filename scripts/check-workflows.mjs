/**
 * Whether workflows name only what exists: jobs, outputs, steps, inputs, our actions with their inputs and
 * outputs, and variables that begin with `ML_`. `node scripts/check-workflows.mjs [files…]`; without files, all
 * that are shipped.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isAlias, isMap, isScalar, isSeq, LineCounter, parse, parseDocument } from 'yaml';

/**
 * Line and column from 1.
 * @typedef {{ path: string, line: number, column: number, message: string }} Problem
 */
/**
 * Inputs by whether they have to be given.
 * @typedef {{ inputs: Map<string, boolean>, outputs: Set<string> }} Action
 */
/** @typedef {(string | number)[]} Path Keys and indices from the root of the document. */
/** @typedef {{ path: string[], text: string }} Reference `*` stands for a segment that only the run knows. */
/** @typedef {{ uses?: string, action?: Action, run?: string, env: string[] }} Step */
/**
 * @typedef {object} Job
 * @property {string[]} needs
 * @property {Set<string> | undefined} outputs Not known for a job of another file.
 * @property {(string | undefined)[]} ids By step.
 * @property {Step[]} steps
 * @property {string[]} env
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const ours = /^moola\/ml-workflow(?:\/([^@]+))?@/i;
const variable = /\bML_[A-Z0-9_]+\b/g;

/** @param {string} folder @returns {string[]} */
function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.name === 'node_modules') return [];
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

/** Relative to `from`, with `/`. @param {string} from @returns {string[]} */
export function shippedWorkflows(from) {
  const inFolders = ['.github/workflows', 'templates', 'examples']
    .map((folder) => join(from, folder))
    .filter((folder) => existsSync(folder))
    .flatMap(filesBelow)
    .map((path) => relative(from, path).split(sep).join('/'));
  return inFolders
    .filter((path) => /\.ya?ml$/.test(path))
    .filter((path) => !path.startsWith('examples/') || path.includes('/.github/workflows/'))
    .sort();
}

/**
 * The `action.yml` here and one folder below, relative to `from`.
 * @param {string} from
 * @returns {string[]}
 */
export function shippedActions(from) {
  const folders = readdirSync(from, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.'))
    .map((entry) => `${entry.name}/action.yml`);
  return ['action.yml', ...folders].filter((path) => existsSync(join(from, path))).sort();
}

/** @param {string} from @param {string} folder @returns {Action | undefined} */
function readAction(from, folder) {
  const file = ['action.yml', 'action.yaml'].map((name) => join(from, folder, name)).find(existsSync);
  if (file === undefined) return undefined;
  const { inputs = {}, outputs = {} } = parse(readFileSync(file, 'utf8')) ?? {};
  const due = Object.entries(inputs ?? {}).map(([name, input]) => {
    return /** @type {const} */ ([
      name.toLowerCase(),
      input?.required === true && input.default === undefined,
    ]);
  });
  return { inputs: new Map(due), outputs: new Set(Object.keys(outputs ?? {})) };
}

/** The folder of an action of this repository. @param {string} uses @returns {string | undefined} */
function folderOf(uses) {
  if (/^[.$]\//.test(uses)) return uses.slice(2).replace(/@.*$/, '');
  const match = ours.exec(uses);
  return match === null ? undefined : (match[1] ?? '');
}

/** @type {Map<string, Set<string>>} */
const written = new Map();

/**
 * The `ML_` names in our sources: what the actions may set in a job.
 * @param {string} from
 * @returns {Set<string>}
 */
function variablesOfActions(from) {
  const known = written.get(from);
  if (known !== undefined) return known;
  const folder = join(from, 'src');
  const files = existsSync(folder) ? filesBelow(folder).filter((file) => file.endsWith('.ts')) : [];
  const names = new Set(files.flatMap((file) => readFileSync(file, 'utf8').match(variable) ?? []));
  written.set(from, names);
  return names;
}

/**
 * What an expression reads, `needs.*.outputs['a']` as `needs`, `*`, `outputs`, `a`.
 * @param {string} expression
 */
function referencesIn(expression) {
  const tokens = [...expression.matchAll(/'(?:[^']|'')*'|[A-Za-z_][\w-]*|\d[\w.]*|\S/g)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
  const textAt = (/** @type {number} */ index) => tokens[index]?.text ?? '';
  /** @type {Reference[]} */
  const found = [];
  for (const [index, token] of tokens.entries()) {
    const isRoot = /^[A-Za-z_]/.test(token.text) && textAt(index - 1) !== '.' && textAt(index + 1) !== '(';
    if (!isRoot) continue;
    const path = [token.text];
    let at = index + 1;
    for (;;) {
      if (textAt(at) === '.') {
        path.push(textAt(at + 1));
        at += 2;
      } else if (textAt(at) === '[') {
        const name = textAt(at + 1);
        const isName = name.startsWith("'") && textAt(at + 2) === ']';
        path.push(isName ? name.slice(1, -1).replaceAll("''", "'") : '*');
        for (let depth = 0; at < tokens.length; at += 1) {
          if (textAt(at) === '[') depth += 1;
          if (textAt(at) === ']') depth -= 1;
          if (depth === 0) break;
        }
        at += 1;
      } else break;
    }
    found.push({ path, text: expression.slice(token.start, tokens[at - 1]?.end ?? token.end) });
  }
  return found;
}

/**
 * The expressions of a scalar; an `if` is one without braces.
 * @param {string} text
 * @param {boolean} isCondition
 */
function expressionsIn(text, isCondition) {
  if (isCondition && !text.includes('${{')) return [text];
  return [...text.matchAll(/\$\{\{((?:'(?:[^']|'')*'|[^'])*?)\}\}/g)].map((match) => match[1] ?? '');
}

/** @param {unknown} value @returns {string[]} */
const listOf = (value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String);
/** @param {unknown} value @returns {Record<string, unknown>} */
const mapOf = (value) => (typeof value === 'object' && value !== null ? Object(value) : {});
/** @param {Iterable<string>} names */
const sayNames = (names) => [...names].map((name) => `\`${name}\``).join(', ') || 'nothing';

/** @param {unknown} value @param {string} from @returns {Job} */
function jobOf(value, from) {
  const job = mapOf(value);
  const steps = (Array.isArray(job.steps) ? job.steps : []).map((each) => {
    const step = mapOf(each);
    const uses = typeof step.uses === 'string' ? step.uses : undefined;
    const folder = uses === undefined ? undefined : folderOf(uses);
    return {
      ...(uses === undefined ? {} : { uses }),
      ...(folder === undefined ? {} : { action: readAction(from, folder) }),
      ...(typeof step.run === 'string' ? { run: step.run } : {}),
      id: typeof step.id === 'string' ? step.id : undefined,
      env: Object.keys(mapOf(step.env)),
    };
  });
  return {
    needs: listOf(job.needs),
    outputs: job.uses === undefined ? new Set(Object.keys(mapOf(job.outputs))) : undefined,
    ids: steps.map((step) => step.id),
    steps,
    env: Object.keys(mapOf(job.env)),
  };
}

/**
 * What `text` names and what does not exist. Actions are those below `root`, for `./…` and for
 * `moola/ml-workflow…@…`.
 * @param {{ path: string, text: string, root: string }} request
 * @returns {Problem[]}
 */
export function checkWorkflow({ path: file, text, root: from }) {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  /** @type {Problem[]} */
  const problems = [];
  const sayAt = (/** @type {number} */ offset, /** @type {string} */ message) => {
    const { line, col } = lines.linePos(offset);
    const known = problems.some(
      (each) => each.line === line && each.column === col && each.message === message,
    );
    if (!known) problems.push({ path: file, line, column: col, message });
  };
  for (const error of document.errors) sayAt(error.pos[0], error.message);
  if (problems.length > 0) return problems;

  const workflow = mapOf(document.toJS());
  /** @type {Map<string, Job>} */
  const jobs = new Map(Object.entries(mapOf(workflow.jobs)).map(([name, job]) => [name, jobOf(job, from)]));
  const events = mapOf(workflow.on);
  const inputs = new Set(
    ['workflow_dispatch', 'workflow_call'].flatMap((event) =>
      Object.keys(mapOf(mapOf(events[event]).inputs)),
    ),
  );
  const workflowEnv = Object.keys(mapOf(workflow.env));

  /** The offset of a node, or of `part` in it. */
  const offsetOf = (/** @type {import('yaml').Node} */ node, /** @type {string} */ part = '') => {
    const [start, end] = node.range ?? [0, 0];
    const escaped = part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const inside =
      part === '' ? -1 : text.slice(start, end).search(new RegExp(`(?<![\\w-])${escaped}(?![\\w-])`));
    return start + Math.max(inside, 0);
  };

  /** @param {string} name @param {Job | undefined} job @param {number | undefined} step */
  function isSet(name, job, step) {
    if (workflowEnv.includes(name) || job === undefined) return workflowEnv.includes(name);
    if (job.env.includes(name) || (step !== undefined && job.steps[step]?.env.includes(name))) return true;
    if (
      job.steps.some(({ run }) => run?.match(variable)?.includes(name) && new RegExp(`\\b${name}=`).test(run))
    )
      return true;
    return job.steps.some(({ action }) => action !== undefined) && variablesOfActions(from).has(name);
  }

  /**
   * @param {Reference} reference
   * @param {string | undefined} name
   * @param {number | undefined} step
   * @returns {string | undefined}
   */
  function faultOf({ path }, name, step) {
    const [context = '', first, second, third] = path;
    const job = name === undefined ? undefined : jobs.get(name);
    if (context === 'env' && first?.startsWith('ML_'))
      return isSet(first, job, step) ? undefined : `nothing sets the variable \`${first}\``;
    const isInput = context === 'inputs' || path.slice(0, 3).join('.') === 'github.event.inputs';
    if (isInput) {
      const input = context === 'inputs' ? first : path[3];
      if (input === undefined || input === '*' || inputs.has(input)) return undefined;
      return `the workflow has no input \`${input}\`; it has ${sayNames(inputs)}`;
    }
    if (first === undefined) return undefined;
    if (context === 'needs' && job !== undefined) {
      if (first === '*') {
        if (second !== 'outputs' || third === undefined || third === '*') return undefined;
        const outputs = job.needs.map((need) => jobs.get(need)?.outputs);
        if (outputs.some((each) => each === undefined || each.has(third))) return undefined;
        return `no job that \`${name}\` needs has an output \`${third}\``;
      }
      if (!jobs.has(first)) return `there is no job \`${first}\``;
      if (!job.needs.includes(first)) return `the job \`${name}\` does not need \`${first}\``;
    }
    if (context === 'needs' || context === 'jobs') {
      const outputs = jobs.get(first)?.outputs;
      if (context === 'jobs' && !jobs.has(first) && first !== '*') return `there is no job \`${first}\``;
      if (second !== 'outputs' || third === undefined || third === '*' || outputs === undefined)
        return undefined;
      if (outputs.has(third)) return undefined;
      return `the job \`${first}\` has no output \`${third}\`; it has ${sayNames(outputs)}`;
    }
    if (context === 'steps' && job !== undefined && first !== '*') {
      const index = job.ids.indexOf(first);
      if (index < 0) return `the job \`${name}\` has no step with the id \`${first}\``;
      if (step !== undefined && index >= step) return `the step \`${first}\` does not run before this one`;
      const { action, uses } = job.steps[index] ?? {};
      if (second !== 'outputs' || third === undefined || third === '*' || action === undefined)
        return undefined;
      return action.outputs.has(third)
        ? undefined
        : `\`${uses}\` has no output \`${third}\`; it has ${sayNames(action.outputs)}`;
    }
    return undefined;
  }

  /** @param {import('yaml').Scalar} node @param {Path} path */
  function checkScalar(node, path) {
    if (typeof node.value !== 'string') return;
    const name = path[0] === 'jobs' ? String(path[1]) : undefined;
    const isStep = path[2] === 'steps' && typeof path[3] === 'number';
    const step = name !== undefined && isStep ? Number(path[3]) : undefined;
    const isCondition = path.at(-1) === 'if' && path.length === (step === undefined ? 3 : 5);
    for (const expression of expressionsIn(node.value, isCondition))
      for (const reference of referencesIn(expression)) {
        const fault = faultOf(reference, name, step);
        if (fault !== undefined) sayAt(offsetOf(node, reference.text), fault);
      }
    if (step !== undefined && path.at(-1) === 'run' && path.length === 5)
      for (const [, read = ''] of node.value.matchAll(/\$\{?(ML_[A-Z0-9_]+)/g))
        if (!isSet(read, jobs.get(name ?? ''), step))
          sayAt(offsetOf(node, read), `nothing sets the variable \`${read}\``);
    if (name !== undefined && path[2] === 'needs' && !jobs.has(node.value))
      sayAt(offsetOf(node), `there is no job \`${node.value}\``);
  }

  /** @param {import('yaml').YAMLMap} node @param {Step} step */
  function checkUse(node, { uses = '', action }) {
    const place = node.get('uses', true);
    if (folderOf(uses) === undefined || place === undefined) return;
    if (action === undefined) {
      sayAt(offsetOf(place), `there is no action \`${uses}\``);
      return;
    }
    const given = node.get('with', true);
    const keys = isMap(given) ? given.items.map((item) => item.key).filter(isScalar) : [];
    const names = keys.map((key) => String(key.value).toLowerCase());
    for (const key of keys)
      if (!action.inputs.has(String(key.value).toLowerCase()))
        sayAt(
          offsetOf(key),
          `\`${uses}\` has no input \`${key.value}\`; it has ${sayNames(action.inputs.keys())}`,
        );
    for (const [input, isDue] of action.inputs)
      if (isDue && !names.includes(input)) sayAt(offsetOf(place), `\`${uses}\` needs the input \`${input}\``);
  }

  /** @param {unknown} node @param {Path} path */
  function walk(node, path) {
    // What an alias stands for is looked at where it is written.
    if (isAlias(node)) return;
    if (isScalar(node)) checkScalar(node, path);
    if (isSeq(node)) for (const [index, item] of node.items.entries()) walk(item, [...path, index]);
    if (!isMap(node)) return;
    const step = path.length === 4 && path[0] === 'jobs' && path[2] === 'steps' ? path : undefined;
    const known = step === undefined ? undefined : jobs.get(String(step[1]))?.steps[Number(step[3])];
    if (known !== undefined) checkUse(node, known);
    for (const item of node.items)
      walk(item.value, [...path, isScalar(item.key) ? String(item.key.value) : '']);
  }
  walk(document.contents, []);
  return problems.sort((left, right) => left.line - right.line || left.column - right.column);
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const named = process.argv.slice(2);
  const paths = named.length > 0 ? named : shippedWorkflows(root).map((path) => join(root, path));
  const problems = paths.flatMap((path) =>
    checkWorkflow({ path: relative('', path) || path, text: readFileSync(path, 'utf8'), root }),
  );
  for (const { path, line, column, message } of problems)
    console.error(`${path}:${line}:${column}: ${message}`);
  if (problems.length > 0) process.exitCode = 1;
  else console.log(`${paths.length} workflows name only what exists`);
}
