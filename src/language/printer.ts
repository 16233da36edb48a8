/** Tree → text in the canonical spelling: slashes, `→`, one statement a line. */
import { block, type Doc, fill, type Item, Lines, onOneLine, sections, statements, text } from './layout.ts';
import type {
  Argument,
  Assignment,
  Case,
  Chain,
  Command,
  Comments,
  Distribution,
  Element,
  If,
  Logical,
  Parallel,
  Redirect,
  Retry,
  Sequence,
  Try,
} from './tree.ts';

/** Each statement on one line, without comments. */
export function print(chain: Chain): string {
  return chain.statements
    .map(({ sequence, end }, index) => {
      const last = index === chain.statements.length - 1;
      return onOneLine(sequenceDoc(sequence)) + (end === ';' && !last ? ';' : '');
    })
    .join('\n');
}

/** On one line, without comments. */
export function printElement(element: Element): string {
  return onOneLine(fill(itemsOf(element)));
}

/** In lines of at most `width` columns where that is possible, with its comments. */
export function format(chain: Chain, width = 100): string {
  const lines = new Lines(width);
  chain.statements.forEach(({ sequence, end }, index) => {
    const last = index === chain.statements.length - 1;
    const [first, ...rest] = itemsOfSequence(sequence);
    if (!first) return;
    lines.comments(first.comments);
    const doc = fill([{ ...first, comments: [] }, ...rest]);
    lines.statement(doc, end === ';' && !last ? ';' : '', trailingOf(sequence));
  });
  lines.comments(chain.comments ?? []);
  return lines.toString();
}

function sequenceDoc(sequence: Sequence): Doc {
  return fill(itemsOfSequence(sequence), trailingOf(sequence));
}

function itemsOfSequence({ elements }: Sequence): Item[] {
  const groups = elements.map((element, index) => {
    const items = itemsOf(element);
    const last = items.at(-1);
    const { lineComments } = element;
    if (!last || !lineComments || index === elements.length - 1) return items;
    return [...items.slice(0, -1), { ...last, lineComments }];
  });
  return joined(groups, ' →');
}

/** Groups of items, each joined to the one behind it. */
function joined(groups: readonly (readonly Item[])[], joint: string): Item[] {
  return groups.flatMap((items, group) =>
    items.map((item, index) =>
      index === items.length - 1 && group < groups.length - 1 ? { ...item, joint } : item,
    ),
  );
}

/**
 * What stands between arrows: one item for most elements, several for a prefix and what it is for.
 * `isFollowed`: by an operator.
 */
function itemsOf(element: Element, isFollowed = false): Item[] {
  const comments = [...(element.comments ?? []), ...innerComments(element)];
  const item = (written: string | Doc): Item[] => [
    { comments, doc: typeof written === 'string' ? text(written) : written, joint: '' },
  ];
  const prefix = (words: string, body: Element) => joined([item(words), itemsOf(body)], ' →');
  switch (element.kind) {
    case 'command':
      return item(printCommand(element));
    case 'distribution':
      return item(distributionDoc(element));
    case 'parallel':
      return item(block(`parallel${options(element)}[`, element.branches.map(innerDoc), ']'));
    case 'group':
      return item(block('(', [innerDoc(element.chain)], ')'));
    case 'fork': {
      const branches = operation(operandItems(between(element.branches, ' &'), 2, isFollowed));
      if (element.max === undefined) return [withComments(branches, comments)];
      const count: Item = { comments: [], doc: text(`fork:${element.max}`), joint: ' →' };
      return [withComments(count, [...comments, ...branches.comments]), { ...branches, comments: [] }];
    }
    case 'pipe':
      return [withComments(operation(operandItems(between(element.stages, ' |'), 4, isFollowed)), comments)];
    case 'logical': {
      const { operands, comments: inner } = logicalOperands(element);
      return [withComments(operation(operandItems(operands, 3, isFollowed)), [...comments, ...inner])];
    }
    case 'barrier':
      return item(element.variable === undefined ? 'barrier' : `barrier → $${element.variable}`);
    case 'assignment':
      return item(printAssignment(element));
    case 'if':
      return item(ifDoc(element));
    case 'case':
      return item(caseDoc(element));
    case 'require':
      return item(`/require:${element.condition.text}`);
    case 'try': {
      const [first, ...rest] = itemsOfSequence(element.body);
      const items = [...(first ? [{ ...first, comments: [] }] : []), ...rest];
      const body = fill(items, trailingOf(element.body));
      return [
        withComments({ comments: first?.comments ?? [], doc: tryDoc(element, body), joint: '' }, comments),
      ];
    }
    case 'fallback':
      return item(`/fallback:${printCommand(element.command).slice(1)}`);
    case 'retry':
      return prefix(printRetry(element), element.body);
    case 'timeout':
      return prefix(`timeout:${duration(element.seconds)}`, element.body);
    case 'repeat':
      return prefix(`repeat:${element.times} until:${element.until.text}`, element.body);
    case 'budget':
      return prefix(`budget:${element.dollars}usd`, element.body);
    case 'delegation':
      return prefix(`droid:${element.agent}`, element.body);
    case 'handler':
      return prefix(element.on === 'failure' ? 'on_failure' : 'finally', element.body);
    case 'checkpoint':
      return item(`state:${element.action} → ${printWord(element.file)}`);
    case 'context': {
      const { name, field, variable } = element;
      return item(`context:${name}${field === undefined ? '' : `.${field}`} → $${variable}`);
    }
    case 'unreadable':
      return item('…');
  }
}

/** Comments within what is always written on one line stand in front of it. */
function innerComments(element: Element): readonly string[] {
  const inner =
    element.kind === 'distribution' || element.kind === 'fallback'
      ? element.command
      : element.kind === 'assignment' && element.value.is === 'command'
        ? element.value.command
        : undefined;
  return inner?.comments ?? [];
}

// ---- commands ----

function printCommand(command: Command): string {
  const { name, arguments: words, redirects } = command;
  return [`/${name}`, ...words.map(printWord), ...redirects.map(printRedirect)].join(' ');
}

/** As written, without what only goes on on the next line. */
function printWord({ text: written }: Argument): string {
  if (!/\\\r?\n/.test(written)) return written;
  return written.replace(/'[^']*'|"(?:\\[\s\S]|[^"\\])*"|\\[\s\S]/g, (part) => {
    if (part.startsWith("'")) return part;
    return part.startsWith('"') ? part.replace(/\\(?:\r?\n|[\s\S])/g, unbroken) : unbroken(part);
  });
}

function unbroken(pair: string): string {
  return /^\\\r?\n$/.test(pair) ? '' : pair;
}

function printRedirect({ to, append }: Redirect): string {
  return `${append ? '>>' : '>'} ${to.is === 'variable' ? `$${to.name}` : printWord(to.path)}`;
}

function distributionDoc(element: Distribution): Doc {
  const { command, items } = element;
  if (items.is === 'list') {
    const { name, ...rest } = command;
    return text(printCommand({ ...rest, name: `${name}[${items.variable ? '$' : ''}${items.name}]` }));
  }
  const words = items.words.map((item) => text(item.map(printWord).join(' ')));
  return block(`${printCommand(command)} parallel${options(element)}[`, words, ']');
}

function options({ max, min }: Parallel | Distribution): string {
  return `${max === undefined ? '' : `:max=${max}`}${min === undefined ? '' : `:min=${min}`}`;
}

function printAssignment({ variable, value }: Assignment): string {
  switch (value.is) {
    case 'result':
      return `$${variable}=<${['result', ...value.path].join('.')}>`;
    case 'literal':
      return `$${variable}=${quoted(value.text)}`;
    case 'expression':
      return `$${variable}=\${${value.condition.text}}`;
    case 'command':
      return `$${variable} = ${printCommand(value.command)}`;
  }
}

/** A literal as one word that reads back as the same text. */
function quoted(literal: string): string {
  return /^[\p{L}\p{N}_.%+-]+$/u.test(literal) ? literal : inQuotes(literal);
}

function inQuotes(literal: string): string {
  return `"${literal.replace(/["\\$]/g, '\\$&')}"`;
}

function printRetry({ retries, delay, backoff }: Retry): string {
  return [
    `retry:${retries}`,
    ...(delay === undefined ? [] : [`delay:${duration(delay)}`]),
    ...(backoff === undefined ? [] : [`backoff:${duration(backoff)}`]),
  ].join(' ');
}

/** In the largest unit of which it is a whole number; seconds have no unit. */
function duration(seconds: number): string {
  const units = [
    [86_400, 'd'],
    [3600, 'h'],
    [60, 'm'],
  ] as const;
  const fitting = units.find(([length]) => seconds > 0 && seconds % length === 0);
  return fitting ? `${seconds / fitting[0]}${fitting[1]}` : `${seconds}`;
}

// ---- operators ----

/** How tightly it holds together: a branch of `&` takes 2 and above, an operand of `&&` 3, a stage of a pipe 4. */
function rankOf(element: Element): number {
  if (element.kind === 'fork') return 1;
  if (element.kind === 'logical') return 2;
  return element.kind === 'pipe' ? 3 : 4;
}

/** Whether it would take in an operator behind it. */
function isOpen(element: Element): boolean {
  switch (element.kind) {
    case 'retry':
    case 'timeout':
    case 'repeat':
    case 'budget':
    case 'delegation':
    case 'handler':
    case 'case':
      return true;
    case 'if':
    case 'try':
      return !element.closed;
    default:
      return false;
  }
}

/** One item of several: what stands in front of the first operand stands in front of them all. */
function operation([first, ...rest]: readonly Item[]): Item {
  if (!first) throw new Error('internal: an operator without operands; please report this');
  return { comments: first.comments, doc: fill([{ ...first, comments: [] }, ...rest]), joint: '' };
}

function withComments(item: Item, comments: readonly string[]): Item {
  return { ...item, comments: [...comments, ...item.comments] };
}

interface Operand {
  readonly element: Element;
  /** The operator behind it. */
  readonly joint: string;
}

/**
 * With parentheses where one is looser than its place: `/x-with-retry:3 && /y` becomes `(retry:3 → /x) && /y`.
 * `isFollowed`: an operator stands behind the last one too.
 */
function operandItems(operands: readonly Operand[], rank: number, isFollowed: boolean): Item[] {
  return operands.flatMap(({ element, joint }, index) => {
    const isInner = isFollowed || index < operands.length - 1;
    const needsParentheses = rankOf(element) < rank || (isOpen(element) && isInner);
    const items = needsParentheses ? [inParentheses(element)] : itemsOf(element, isInner);
    return items.map((item, at) => (at === items.length - 1 ? { ...item, joint } : item));
  });
}

function inParentheses(element: Element): Item {
  const inside = fill(itemsOf(element), commentsAtEnd(element));
  return { comments: [], doc: block('(', [inside], ')'), joint: '' };
}

function between(elements: readonly Element[], operator: string): Operand[] {
  return elements.map((element, index) => ({ element, joint: index < elements.length - 1 ? operator : '' }));
}

/** `a && b || c` as three operands: it leans to the left. */
function logicalOperands(logical: Logical): { operands: Operand[]; comments: string[] } {
  const operands: Operand[] = [];
  const comments: string[] = [];
  let joint = '';
  let at: Element = logical;
  while (at.kind === 'logical') {
    operands.unshift({ element: at.right, joint });
    if (at !== logical) comments.push(...(at.comments ?? []));
    joint = ` ${at.operator}`;
    at = at.left;
  }
  operands.unshift({ element: at, joint });
  return { operands, comments };
}

// ---- branches ----

/** Within brackets. */
function innerDoc(chain: Chain): Doc {
  return statements(chain.statements.map(({ sequence }) => sequenceDoc(sequence)));
}

function ifDoc({ arms, otherwise, closed }: If): Doc {
  const parts = arms.map(({ condition, body }, index) => {
    const isLast = !otherwise && !closed && index === arms.length - 1;
    return section(`${index === 0 ? '/if:' : '/elif:'}${condition.text}`, body, isLast);
  });
  if (otherwise) parts.push(section('/else', otherwise, !closed));
  if (closed) parts.push(text('/end'));
  return sections(parts, ' →');
}

/** `body`: without what stands in front of it, which stands in front of all. */
function tryDoc(element: Try, body: Doc): Doc {
  const { catches, otherwise, closed } = element;
  const parts = [withPrefix(body, '/try:')];
  catches.forEach((one, index) => {
    const isLast = !otherwise && !element.finally && !closed && index === catches.length - 1;
    parts.push(section(`/catch:${one.label}`, one.body, isLast));
  });
  if (otherwise) parts.push(section('/else', otherwise, !element.finally && !closed));
  if (element.finally) parts.push(section('/finally', element.finally, !closed));
  if (closed) parts.push(text('/end'));
  return sections(parts, ' →');
}

/** `/try:/a` in one word; with a blank before what has no slash. */
function withPrefix(doc: Doc, prefix: string): Doc {
  switch (doc.kind) {
    case 'text':
      return text(`${prefix}${doc.text.startsWith('/') ? '' : ' '}${doc.text}`);
    case 'block':
      return block(`${prefix}${doc.open.startsWith('/') ? '' : ' '}${doc.open}`, doc.branches, doc.close);
    case 'fill': {
      const [first, ...rest] = doc.items;
      return first ? fill([{ ...first, doc: withPrefix(first.doc, prefix) }, ...rest], doc.trailing) : doc;
    }
    case 'statements':
    case 'sections': {
      const [first, ...rest] = doc.docs;
      return first
        ? { ...doc, docs: [withPrefix(first, prefix), ...rest], width: doc.width + prefix.length + 1 }
        : doc;
    }
  }
}

function caseDoc({ subject, arms }: Case): Doc {
  const lines = arms.map(({ patterns, body, comments }, index) =>
    section(`↳ ${patterns.map(printPattern).join('|')}`, body, index === arms.length - 1, comments),
  );
  return sections([text(`case:${subject.text}`), ...lines], '', true);
}

/** A glob is never quoted; a literal where it would be read as something else. */
function printPattern(pattern: string): string {
  const isKeyword = /^\/?(?:if|elif|require|until|case|try|fallback|catch):/i.test(pattern);
  const isPlain = /[*?]/.test(pattern) || /^[\p{L}\p{N}_.%+:/-]+$/u.test(pattern);
  return isPlain && !isKeyword ? pattern : inQuotes(pattern);
}

/** A marker and what stands behind it. Comments at the end of the last one are those of the sequence around it. */
function section(head: string, body: Sequence, isLast: boolean, comments: Comments = []): Doc {
  const items = [{ comments, doc: text(head), joint: ' →' }, ...itemsOfSequence(body)];
  return fill(items, isLast ? [] : trailingOf(body));
}

/** Behind its last element, which may be a branch without an end of its own. */
function trailingOf({ elements, comments = [] }: Sequence): Comments {
  const last = elements.at(-1);
  return [...(last ? commentsAtEnd(last) : []), ...(last?.lineComments ?? []), ...comments];
}

function commentsAtEnd(element: Element): Comments {
  switch (element.kind) {
    case 'if':
    case 'try': {
      if (element.closed) return [];
      const branches = element.kind === 'if' ? element.arms : element.catches;
      const last = element.otherwise ?? branches.at(-1)?.body;
      const end = element.kind === 'try' ? (element.finally ?? last) : last;
      return end ? trailingOf(end) : [];
    }
    case 'case':
      return element.arms.slice(-1).flatMap(({ body }) => trailingOf(body));
    case 'retry':
    case 'timeout':
    case 'repeat':
    case 'budget':
    case 'delegation':
    case 'handler':
      return commentsAtEnd(element.body);
    case 'logical':
      return commentsAtEnd(element.right);
    case 'fork':
      return element.branches.slice(-1).flatMap(commentsAtEnd);
    case 'pipe':
      return element.stages.slice(-1).flatMap(commentsAtEnd);
    default:
      return [];
  }
}
