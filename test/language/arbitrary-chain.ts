/** Random chains that are right, of every construct and both spellings, with blanks, line ends and comments anywhere. */
import fc from 'fast-check';

/** `lines`: a newline is a blank here. `pipes`: a pipe needs no parentheses here. */
interface Place {
  readonly lines: boolean;
  readonly pipes: boolean;
  /** Within an arm of a `case:`, where another one needs parentheses. */
  readonly arm?: boolean;
}

type Text = fc.Arbitrary<string>;

const top: Place = { lines: false, pipes: true };
const group: Place = { lines: true, pipes: true };
const branch: Place = { lines: true, pipes: false };
/** Stands for a comment until each of them gets a text of its own. */
const comment = '\u0001';

const names = [
  'a',
  'train',
  'b-c',
  'ml/run',
  'agent:sigma-0.10',
  'long-name-of-a-command-nobody-has',
  'überprüfe',
  'a.b',
];
const bareNames = ['archive-variant', 'ml-engineer:sigma-0.12', 'x', 'schritt_2'];
const variables = ['$x', '$best_sigma', '$data-quality'];
const conditions = [
  'acc>0.9',
  'acc  >=  90%',
  'not success',
  "status('train') == 'failed' or tests-pass",
  'delta(acc) > -0.2 * ( 3 + $x )',
  'max(a, b) ≥ 1 confidence 95%',
  '!ok && train.f1 != .5',
  '$x > 1',
];
const words = [
  ...[
    'b',
    '--flag',
    '--x=$p',
    'sigma:0.10,0.12',
    '-1',
    '*.json',
    'a#b',
    '<result>',
    '<result.val.acc>',
    '$x.y',
    './run',
  ],
  ...[
    '"two  words"',
    "'li\"t $eral # no'",
    'a\\ b',
    '"# no comment"',
    '"a \\" $x"',
    '"two\n  lines"',
    'ab\\\ncd',
    '""',
  ],
  ...[
    '${$x + 1}',
    '"v ${min(1, $y)} w"',
    'a${x}b',
    "'a\\\n→ b'",
    '"$x"\'y\'',
    'x→'.slice(0, 1),
    '%',
    'é',
    '/path/to',
    'if',
    'end',
  ],
];
const literals = ['0.87', '"a b"', "'$x'", 'true', '95%', 'a\\"b', '""', '"<result>"', '-1'];

const one = <Value>(...values: readonly Value[]) => fc.constantFrom(...values);
const several = (text: Text, minLength: number, maxLength: number) =>
  fc.array(text, { minLength, maxLength });
const joined = (...parts: readonly (Text | string)[]): Text =>
  fc
    .tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)))
    .map((all) => all.join(''));
/** All of them in order, with a random gap between each two. */
function between(items: fc.Arbitrary<readonly string[]>, gap: Text): Text {
  return fc
    .tuple(items, fc.array(gap, { minLength: 8, maxLength: 8 }))
    .map(([all, gaps]) =>
      all.map((item, index) => (index === 0 ? item : `${gaps[index % 8]}${item}`)).join(''),
    );
}

/** Behind what a line may end with. */
const free = fc.oneof(
  { weight: 8, arbitrary: one('', ' ', '  ') },
  { weight: 2, arbitrary: one('\n', '\n  ', ' \n\n\t', '\r\n ') },
  { weight: 2, arbitrary: one(` ${comment}\n`, `\n${comment}\n  ${comment}\n`) },
);
const blank = one(' ', '  ', '\t', ' \\\n ');
/** In front of an arrow, which may begin a line. */
const lead = fc.oneof(
  { weight: 6, arbitrary: blank },
  { weight: 1, arbitrary: one('\n', `\n  ${comment}\n `) },
);
const arrow = joined(lead, one('→', '->'), free);
const around = (place: Place, operator: string): Text => joined(place.lines ? lead : blank, operator, free);

const seconds = one('90', '90s', '5m', '2h', '1d', '3600', '86400');
const redirect = joined(
  blank,
  one(
    '> $out',
    '> winner',
    '>winner.json',
    '> out/w.json',
    '>> log.jsonl',
    '> "a b.json"',
    '> winner > w.json',
    '>$out >> l.jsonl',
  ),
);
const plainCommand = joined(
  fc.oneof(
    one(...names).map((name) => `/${name}`),
    one(...bareNames),
  ),
  several(joined(blank, one(...words)), 0, 2).map((all) => all.join('')),
);
const command = joined(plainCommand, fc.option(redirect, { nil: '' }));
const slashCommand = joined(
  '/',
  one(...names),
  several(joined(blank, one(...words)), 0, 2).map((all) => all.join('')),
);
const withRetry = joined(
  '/x-with-retry:',
  one('3', '3:backoff=300', '1:delay=60'),
  several(joined(blank, one(...words)), 0, 2).map((all) => all.join('')),
);
const options = one('', '', ':max=3', ':max=3:min=1', ':min=1');
const distribution = fc.oneof(
  joined(
    '/train',
    fc.option(joined(blank, one(...words)), { nil: '' }),
    blank,
    'parallel',
    options,
    '[',
    free,
    between(
      several(between(several(one('x', 'sigma-0.10', '"y z"', '$p', '--q'), 1, 2), one(' ', '  ')), 2, 4),
      joined(lead, '|', free),
    ),
    free,
    ']',
  ),
  joined('/training[', one('list', 'sigma-variants', '$list'), ']'),
);
const assignment = joined(
  one(...variables),
  fc.oneof(
    joined(
      one('=', ' = ', ' ='),
      one('<result>', '<result.a.b>', '${$y + 1}', "${status('a') == 'x'}", ...literals),
    ),
    joined(one('=', ' = '), slashCommand, fc.option(one(' > file.json', ' >> log.jsonl'), { nil: '' })),
  ),
);
const simple: Text = fc.oneof(
  { weight: 10, arbitrary: command },
  { weight: 1, arbitrary: withRetry },
  { weight: 1, arbitrary: distribution },
  { weight: 2, arbitrary: assignment },
  {
    weight: 1,
    arbitrary: joined(one('/fallback:', 'fallback:/'), one('use-backup', 'b'), one('', ' --flag')),
  },
  {
    weight: 1,
    arbitrary: joined(
      one('state:', '/state:'),
      one('save', 'load'),
      arrow,
      one('checkpoint.json', '"a b"', 'x/y'),
    ),
  },
  {
    weight: 1,
    arbitrary: joined(one('context:', '/context:'), one('phase1', 'phase1.sigma'), arrow, one('$best', '$x')),
  },
);

/** Its variable stands between two arrows, and so a barrier does. */
const barrier = joined(
  one('barrier', '/barrier'),
  fc.option(joined(arrow, one('$ready', '$all-done')), { nil: '' }),
);

/** Behind its condition `&&` would be part of that. */
const require = joined(one('/require:', 'require:'), one('', ' '), one(...conditions));

const cache = new Map<string, Text>();
function made(kind: string, place: Place, depth: number, make: () => Text): Text {
  const key = `${kind} ${place.lines} ${place.pipes} ${place.arm} ${depth}`;
  let found = cache.get(key);
  if (!found) {
    found = make();
    cache.set(key, found);
  }
  return found;
}

function bracketed(place: Place, depth: number): Text {
  return made('bracketed', place, depth, () =>
    fc.oneof(
      joined('(', free, inner(group, depth - 1), free, ')'),
      joined(
        one('parallel', '/parallel'),
        options,
        '[',
        free,
        between(several(inner(branch, depth - 1), 1, 3), joined(lead, '|', free)),
        free,
        ']',
      ).map((text) => text.replace(/:min=[2-9]/, ':min=1')),
    ),
  );
}

function inner(place: Place, depth: number): Text {
  return made('inner', place, depth, () =>
    joined(between(several(sequence(place, depth), 1, 2), joined(one('', ' '), ';', free)), one('', '', ';')),
  );
}

/** A whole `/if:` or `/try:` with its `/end`. */
function closed(place: Place, depth: number): Text {
  return made('closed', place, depth, () => {
    const body = items(place, depth - 1);
    const otherwise = fc.option(joined(arrow, '/else', arrow, body), { nil: '' });
    return fc.oneof(
      joined(
        '/if:',
        one('', ' '),
        one(...conditions),
        arrow,
        body,
        several(joined(arrow, '/elif:', one(...conditions), arrow, body), 0, 1).map((all) => all.join('')),
        otherwise,
        arrow,
        '/end',
      ),
      joined(
        '/try:',
        one('', ' '),
        body,
        several(
          joined(arrow, '/catch:', one('timeout', 'training-failed', '*', 'exit-3'), arrow, body),
          1,
          2,
        ).map((all) => all.join('')),
        otherwise,
        fc.option(joined(arrow, '/finally', arrow, body), { nil: '' }),
        arrow,
        '/end',
      ),
    );
  });
}

/** In front of a `|`, where it could not be seen what an assignment stores. */
function stage(place: Place, depth: number): Text {
  return made('stage', place, depth, () =>
    fc.oneof(
      { weight: 8, arbitrary: command },
      ...(depth > 0 ? [{ weight: 2, arbitrary: bracketed(place, depth) }] : []),
    ),
  );
}

function primary(place: Place, depth: number): Text {
  if (depth <= 0) return simple;
  return made('primary', place, depth, () =>
    fc.oneof(
      { weight: 8, arbitrary: simple },
      { weight: 2, arbitrary: bracketed(place, depth) },
      { weight: 1, arbitrary: closed(place, depth) },
    ),
  );
}

const prefix: Text = fc.oneof(
  joined(
    one('', '/'),
    'retry:',
    one('3', '1'),
    fc.option(joined(' ', one('delay:', 'backoff:'), seconds), { nil: '' }),
  ),
  joined(one('', '/'), 'timeout:', seconds),
  joined('repeat:5 until:', one(...conditions)),
  joined('budget:', one('12usd', '12', '$12', '0.5usd')),
  joined(one('', '/'), 'droid:', one('feature-developer', 'x')),
);

/** What stands between two arrows, or a prefix and what it is for. */
function item(place: Place, depth: number): Text {
  return made('item', place, depth, () => {
    const operand = primary(place, depth);
    const bar = around(place, '|');
    const pipe = place.pipes
      ? joined(between(several(stage(place, depth), 1, 2), bar), bar, operand)
      : operand;
    const logical = joined(
      between(
        several(fc.oneof({ weight: 3, arbitrary: operand }, { weight: 1, arbitrary: pipe }), 2, 3),
        fc.oneof(around(place, '&&'), around(place, '||')),
      ),
    );
    const withPrefix =
      depth > 0 ? [{ weight: 2, arbitrary: joined(prefix, arrow, item(place, depth - 1)) }] : [];
    const lastPrefix =
      depth > 0
        ? [
            {
              weight: 1,
              arbitrary: joined(operand, around(place, '&&'), prefix, arrow, item(place, depth - 1)),
            },
          ]
        : [];
    return fc.oneof(
      { weight: 10, arbitrary: operand },
      { weight: 1, arbitrary: barrier },
      { weight: 1, arbitrary: require },
      { weight: 1, arbitrary: joined(operand, around(place, '&&'), require) },
      { weight: 2, arbitrary: logical },
      { weight: 1, arbitrary: between(several(fc.oneof(operand, logical), 2, 3), around(place, '&')) },
      {
        weight: 1,
        arbitrary: joined(
          one('', '/'),
          'fork:',
          one('4', '2'),
          arrow,
          between(several(operand, 2, 3), around(place, '&')),
        ),
      },
      ...withPrefix,
      ...lastPrefix,
    );
  });
}

function items(place: Place, depth: number): Text {
  return made('items', place, depth, () => between(several(item(place, depth), 1, 3), arrow));
}

/** What has no end of its own, and so stands last. */
function tail(place: Place, depth: number): Text {
  return made('tail', place, depth, () => {
    const body = items(place, depth - 1);
    const last = sequence(place, depth - 1);
    const single = primary(place, depth - 1);
    const pattern = one('gpu', 'a*', 'x|y', 'x | y', '0.5', 'gpu-a100');
    const arm = joined('↳', one(' ', ''), pattern, arrow);
    const gap = place.lines
      ? one(' ', '\n  ', `\n ${comment}\n  `)
      : one('\n  ', `\n ${comment}\n\n  `, ` ${comment}\n\t`);
    const cases = joined(
      'case:',
      one('$x', 'step.field', 'name'),
      gap,
      several(joined(arm, body, gap), 0, 2).map((all) => all.join('')),
      '↳ *',
      arrow,
      sequence({ ...place, arm: true }, depth - 1),
    );
    return fc.oneof(
      joined(
        '/if:',
        one(...conditions),
        arrow,
        fc.oneof(
          last,
          joined(
            body,
            several(joined(arrow, '/elif:', one(...conditions), arrow, body), 0, 1).map((all) =>
              all.join(''),
            ),
            arrow,
            '/else',
            arrow,
            last,
          ),
        ),
      ),
      joined(
        'if:',
        one('', ' '),
        one(...conditions),
        arrow,
        single,
        fc.option(joined(arrow, single), { nil: '' }),
      ),
      joined(
        '/try:',
        one('', ' '),
        body,
        arrow,
        '/catch:',
        one('any', 'oom', 'training-failed'),
        arrow,
        fc.oneof(
          last,
          joined(body, arrow, '/else', arrow, last),
          joined(body, arrow, '/finally', arrow, last),
        ),
      ),
      joined('try: ', slashCommand, arrow, 'catch:', one('/b', '/b c', 'timeout → /b')),
      joined(prefix, arrow, tailOrItem(place, depth - 1)),
      ...(place.arm ? [] : [cases]),
    );
  });
}

function tailOrItem(place: Place, depth: number): Text {
  return depth > 0 ? fc.oneof(item(place, depth), tail(place, depth)) : item(place, depth);
}

function sequence(place: Place, depth: number): Text {
  if (depth <= 0) return items(place, 0);
  return made('sequence', place, depth, () =>
    fc.oneof(
      { weight: 3, arbitrary: items(place, depth) },
      { weight: 1, arbitrary: tail(place, depth) },
      { weight: 1, arbitrary: joined(items(place, depth), arrow, tail(place, depth)) },
    ),
  );
}

const depth = 2;
const statement = fc.oneof(
  { weight: 6, arbitrary: sequence(top, depth) },
  { weight: 1, arbitrary: joined(one('on_failure', 'finally', '/on_failure'), arrow, item(top, 1)) },
);
const separator = one('\n', ';', ';\n', '\n\n', ` ${comment}\n`, `; ${comment}\n${comment}\n`, '\r\n');

export const chainText: Text = joined(
  one('', '', `${comment}\n`, '\n'),
  between(several(statement, 1, 2), separator),
  one('', '\n', ';', ` ${comment}`, `\n${comment}\n\n${comment}`),
).map(numbered);

/** Each comment once, with signs in it that mean something elsewhere. */
function numbered(text: string): string {
  const signs = ['', ' /if:x →', ' [ ( "', " ; '", ' $x = |', ' ↳ # \\'];
  let count = 0;
  return text.replaceAll(comment, () => {
    count += 1;
    return `# c${count}.${signs[count % signs.length]}`;
  });
}

/** Sorted: those between the words of an item are written in front of it. */
export function commentsIn(text: string): string[] {
  return (text.match(/# c\d+\./g) ?? []).sort();
}
