/** One small workflow that uses every construct of the language. Each command notes that it began. */
import type { Plan } from '../../src/plan/plan.ts';
import {
  and,
  approval,
  assign,
  attempt,
  barrier,
  branch,
  budget,
  call,
  choose,
  fallback,
  fork,
  guarded,
  handlers,
  or,
  parallel,
  planOf,
  repeat,
  require,
  retry,
  script,
  sequence,
  timeout,
  unit,
  wait,
  whatever,
} from './plan-rig.ts';

const noted = (name: string, text = ':', more: Parameters<typeof script>[2] = {}) =>
  script(name, `echo ${name}.$ML_ATTEMPT >> began; ${text}`, more);
const measured = (name: string, accuracy: string) =>
  noted(name, `echo accuracy=${accuracy} > "$ML_OUTPUT"`, { measures: true });

const scripts = [
  measured('first', '0.5'),
  measured('left', '0.7'),
  measured('right', '0.8'),
  noted('beside'),
  noted('also', 'sleep 0.02'),
  // Its first start fails, and one that a crash took counts as a start too.
  noted('flaky', '[ "$ML_ATTEMPT" -ge 2 ]'),
  noted('boom', 'exit 3'),
  noted('rescue'),
  noted('tidy'),
  noted('slow', 'sleep 20'),
  measured('again', '$ML_ATTEMPT'),
  noted('small'),
  noted('other'),
  noted('says', 'echo "{\\"sigma\\": \\"0.10\\", \\"lines\\": 2}"', { result: 'json' }),
  noted('reads', 'read line; echo "read $line" > read.txt'),
  noted('takes', 'echo "$1" > taken.txt'),
  noted('paid'),
  noted('called'),
  noted('broken', 'exit 4'),
  noted('skipped'),
  noted('good'),
  noted('bad'),
  noted('next'),
  noted('gone', 'exit 5'),
  noted('approved'),
  noted('last'),
];

export function everyConstruct(): Plan {
  const above = (metric: string, of: string, value: number) => ({ metric, of, above: value });
  return planOf(
    handlers(
      sequence(
        unit('state:load', { words: ['checkpoint.json'] }),
        unit('first'),
        assign('x', 'first'),
        parallel(unit('left'), unit('right')),
        unit('results:aggregate', { collects: ['left', 'right'] }),
        unit('best-model:select', { collects: ['left', 'right'] }),
        sequence(fork(unit('beside'), unit('also')), wait(0.03), barrier('all_ready')),
        retry(4, 0.02)(unit('flaky')),
        attempt(unit('boom'), { caught: fallback(unit('rescue')), last: unit('tidy') }),
        or(timeout(0.12)(unit('slow')), unit('continue')),
        repeat(5, above('accuracy', 'again', 1))(unit('again')),
        choose('x', { '0.5': unit('small'), '*': unit('other') }),
        sequence(unit('says'), unit('reads', { input: ['says'] })),
        unit('store', { words: ['kept/said.json'], input: ['says'] }),
        unit('context', {
          parameters: {
            name: 'said',
            file: 'kept/said.json',
            variable: 'best_sigma',
            field: 'best_sigma sigma',
          },
        }),
        unit('takes', { variables: ['best_sigma'] }),
        budget(100)(unit('paid')),
        call('composed')(sequence(unit('called'))),
        guarded(2, unit('broken'), unit('skipped'), branch({ stretchTo: 2 }, unit('good'), unit('bad'))),
        require(above('accuracy', 'right', 0.7)),
        whatever(
          and(unit('next'), unit('state:save', { words: ['checkpoint.json'] })),
          or(unit('gone'), unit('continue')),
        ),
        approval('go'),
        unit('approved'),
      ),
      unit('last'),
    ),
    scripts,
  );
}
