/** Arguments, parameters, and what commands do to each other. */
import { describe, expect, it } from 'vitest';
import { table } from '../language/rig.ts';
import { outline, planned, smallProject } from './rig.ts';

/** The last node, or what is wrong. */
const unit = (found: ReturnType<typeof planned>) => {
  const said = [...found.text.matchAll(/^(error|warning|notice): (.*)$/gm)].map(
    ([, severity, message]) => `${severity}: ${message}`,
  );
  return [...(found.plan ? [outline(found).split('\n').at(-1)?.trim()] : []), ...said].join('\n    ');
};

describe('arguments', () => {
  it('are words, or typed parameters where a command declares them', () => {
    expect(
      table(
        [
          '/train a "b c" --d=e \'\' $',
          '/train /x/y',
          '/train /init',
          '/init x',
          '/evaluate → $v=<result> → /train $v "a $v"',
          '/train $nope',
          '/train <result>',
          '/evaluate → /train <result>',
          '/tune',
          '/tune --epochs 5',
          '/tune --epochs=5',
          '/tune --EPOCHS 5',
          '/tune --epochs',
          '/tune --epochs --dry',
          '/tune --epochs many',
          '/tune --epochs 1.5',
          '/tune --epochs 0x10',
          '/tune --epochs 5 --epochs 6',
          '/tune --epoch 5',
          '/tune --mode slow',
          '/tune --mode slwo',
          '/tune --dry',
          '/tune --dry=false',
          '/tune --dry false',
          '/tune a',
          '/tune a b',
          '/tune:thorough',
          '/tune:a --name b',
          '/tune --name "--odd"',
          '/tune --name=--odd',
          '/tune --name="two words"',
          '/evaluate → $v=<result> → /tune --epochs $v',
          '/tune --epochs "$v"',
          '/tune -e 5',
          '/continue x',
          '/fail',
          '/fail:oom',
          '/fail oom',
          '/results:aggregate x',
          '/train --parameters sigma:0.10,0.12 --parallel 4',
          '/train --parameters=sigma:1',
        ],
        (chain) => unit(planned(chain)),
      ),
    ).toMatchInlineSnapshot(`
      "
      /train a \\"b c\\" --d=e '' $
          1-train runs train "a" "b c" "--d=e" "" "$"
      /train /x/y
          1-train runs train "/x/y"
      /train /init
          1-train runs train "/init"
          notice: \`/init\` is an argument here, not the command [ambiguous-reading]
      /init x
          error: the script of \`/init\` never sees its arguments [unused-param]
      /evaluate → $v=<result> → /train $v \\"a $v\\"
          3-train runs train "$v" "a $v"
      /train $nope
          error: nothing before this sets \`$nope\` [unknown-variable]
      /train <result>
          error: there is no single result before this [nothing-to-collect]
      /evaluate → /train <result>
          2-train runs train "<result of 1-evaluate>"
      /tune
          1-tune runs tune epochs=3 mode=fast dry=false name=x
      /tune --epochs 5
          1-tune runs tune epochs=5 mode=fast dry=false name=x
      /tune --epochs=5
          1-tune runs tune epochs=5 mode=fast dry=false name=x
      /tune --EPOCHS 5
          1-tune runs tune epochs=5 mode=fast dry=false name=x
      /tune --epochs
          error: \`/tune\` needs a value behind \`--epochs\` [invalid-param]
      /tune --epochs --dry
          error: \`/tune\` needs a value behind \`--epochs\` [invalid-param]
      /tune --epochs many
          error: \`epochs\` takes a whole number, found \`many\` [invalid-param]
      /tune --epochs 1.5
          error: \`epochs\` takes a whole number, found \`1.5\` [invalid-param]
      /tune --epochs 0x10
          error: \`epochs\` takes a whole number, found \`0x10\` [invalid-param]
      /tune --epochs 5 --epochs 6
          error: \`/tune\` is given \`--epochs\` twice [invalid-param]
      /tune --epoch 5
          error: \`/tune\` has no parameter \`--epoch\` [unknown-param]
      /tune --mode slow
          1-tune runs tune epochs=3 mode=slow dry=false name=x
      /tune --mode slwo
          error: \`mode\` takes one of \`fast\`, \`slow\`, found \`slwo\` [invalid-param]
      /tune --dry
          1-tune runs tune epochs=3 mode=fast dry=true name=x
      /tune --dry=false
          1-tune runs tune epochs=3 mode=fast dry=false name=x
      /tune --dry false
          1-tune runs tune epochs=3 mode=fast dry=false name=x
      /tune a
          1-tune runs tune epochs=3 mode=fast dry=false name=a
      /tune a b
          error: \`/tune\` takes no argument \`b\` [unknown-param]
      /tune:thorough
          1-tune-thorough runs tune epochs=3 mode=fast dry=false name=thorough
      /tune:a --name b
          error: \`/tune\` is given \`--name\` twice [invalid-param]
      /tune --name \\"--odd\\"
          1-tune runs tune epochs=3 mode=fast dry=false name=--odd
      /tune --name=--odd
          1-tune runs tune epochs=3 mode=fast dry=false name=--odd
      /tune --name=\\"two words\\"
          1-tune runs tune epochs=3 mode=fast dry=false name=two words
      /evaluate → $v=<result> → /tune --epochs $v
          3-tune runs tune epochs=$v mode=fast dry=false name=x
      /tune --epochs \\"$v\\"
          error: nothing before this sets \`$v\` [unknown-variable]
      /tune -e 5
          error: \`/tune\` has no parameter \`-e\` [unknown-param]
      /continue x
          error: \`/continue\` takes no arguments [unknown-param]
      /fail
          1-fail runs fail label=failed
      /fail:oom
          1-fail-oom runs fail label=oom
      /fail oom
          1-fail runs fail label=oom
      /results:aggregate x
          error: \`/results:aggregate\` has nothing to collect: no parallel branches before this [nothing-to-collect]
          error: \`/results:aggregate\` takes no arguments [unknown-param]
      /train --parameters sigma:0.10,0.12 --parallel 4
          1.2-train-sigma-0.12 runs train sigma@0.12
      /train --parameters=sigma:1
          1.1-train-sigma-1 runs train sigma@1
      "
    `);
  });

  it('that none gives are read from a variable, the parameter of the same name, or the default', () => {
    const params = '  epochs: { type: integer, default: 7 }\n';
    expect(planned('/tune', smallProject, { params }).plan?.parameters).toEqual({ epochs: 7 });
    expect(planned('/tune', smallProject, { params, given: { EPOCHS: '9' } }).plan?.parameters).toEqual({
      epochs: 9,
    });
    const cases: Readonly<Record<string, ReturnType<typeof planned>>> = {
      'from the workflow': planned('/tune', smallProject, { params }),
      'an argument wins': planned('/tune --epochs 5 → /train $epochs', smallProject, { params }),
      'a workflow value of the wrong type': planned('/tune', smallProject, {
        params: '  epochs: { default: many }\n',
      }),
      'no default': planned('/tune', smallProject, { params: '  epochs: { type: integer }\n' }),
      'given nothing': planned('/tune', smallProject, { params, given: { epochs: 'x' } }),
      'given too much': planned('/tune', smallProject, { params, given: { epoch: '3' } }),
      'never read': planned('/init', smallProject, { params }),
      'from a variable': planned(
        'parallel[/train:sigma-1 | /train:sigma-2] → /best-model:select → /use-winner',
      ),
      'from a variable that nothing sets': planned('/use-winner'),
      'from a variable that an argument replaces': planned('/use-winner --model x'),
    };
    expect(
      `\n${Object.entries(cases)
        .map(([name, found]) => `${name}\n    ${unit(found)}`)
        .join('\n')}\n`,
    ).toMatchInlineSnapshot(`
      "
      from the workflow
          1-tune runs tune epochs=$epochs mode=fast dry=false name=x
      an argument wins
          2-train runs train "$epochs"
      a workflow value of the wrong type
          error: \`epochs\` takes a whole number, found \`many\` [invalid-param]
      no default
          error: \`own\` needs \`--epochs\` [invalid-param]
      given nothing
          error: \`epochs\` takes a whole number, found \`x\` [invalid-param]
      given too much
          error: \`own\` has no parameter \`epoch\` [unknown-param]
      never read
          error: nothing in \`/own\` reads the parameter \`epochs\` [unused-param]
      from a variable
          3-use-winner runs use-winner model=$best_model
      from a variable that nothing sets
          error: \`/use-winner\` reads \`model\` from \`$best_model\`, which nothing before it sets [unknown-variable]
      from a variable that an argument replaces
          1-use-winner runs use-winner model=x
      "
    `);
  });

  it('that a script cannot see are errors', () => {
    const script = (run: string, more = '') => `axes: { sigma: { flag: --s }, plain: {} }
commands:
  c: { run: '${run}'${more} }
`;
    const p = ', params: { a-b: { default: x } }';
    const f = ', params: { a-b: { default: x, flag: --a } }';
    const cases: Readonly<Record<string, ReturnType<typeof planned>>> = {
      'a point with a flag in "$@"': planned('/c:sigma-1', script('x "$@"')),
      'a point without a flag in "$@"': planned('/c:plain-1', script('x "$@"')),
      'a point by its variable': planned('/c:plain-1', script('x $ML_PARAM_PLAIN')),
      'a point by the variable of another': planned('/c:plain-1', script('x $ML_PARAM_PLAIN_TOO')),
      'a point nowhere': planned('/c:sigma-1', script('x')),
      'a parameter by its variable': planned('/c', script('x ${ML_PARAM_A_B}', p)),
      'a parameter without a flag': planned('/c', script('x "$@"', p)),
      'a parameter with a flag': planned('/c', script('x "$@"', f)),
      'a parameter nowhere': planned('/c', script('x', f)),
      words: planned('/c y', script('x $1')),
      'words nowhere': planned('/c y', script('x')),
    };
    expect(
      `\n${Object.entries(cases)
        .map(([name, found]) => `${name}\n    ${unit(found)}`)
        .join('\n')}\n`,
    ).toMatchInlineSnapshot(`
      "
      a point with a flag in "$@"
          1-c-sigma-1 runs c sigma@1
      a point without a flag in "$@"
          error: the script of \`/c\` never sees the axis \`plain\` [unused-param]
      a point by its variable
          1-c-plain-1 runs c plain@1
      a point by the variable of another
          error: the script of \`/c\` never sees the axis \`plain\` [unused-param]
      a point nowhere
          error: the script of \`/c\` never sees the axis \`sigma\` [unused-param]
      a parameter by its variable
          1-c runs c a_b=x
      a parameter without a flag
          error: the script of \`/c\` never sees the parameter \`a-b\` [unused-param]
      a parameter with a flag
          1-c runs c a_b=x
      a parameter nowhere
          error: the script of \`/c\` never sees the parameter \`a-b\` [unused-param]
      words
          1-c runs c "y"
      words nowhere
          error: the script of \`/c\` never sees its arguments [unused-param]
      "
    `);
  });
});

describe('parallel branches', () => {
  it('do not write to the same place', () => {
    const yaml = `commands:
  a: { run: x, outputs: [out/a, ./model.pt] }
  b: { run: x, outputs: [model.pt] }
  c: { run: x, outputs: [out] }
  d: { run: x, outputs: [out/abc] }
  e: { run: x, metrics: [{ json: $ML_RUN_DIR/m.json, fields: [n] }, { output: [k] }], outputs: [$ML_RUN_DIR/x] }
  f: { run: x, metrics: [{ json: m.json, fields: [n] }] }
`;
    expect(
      table(
        [
          'parallel[/a | /b]',
          'parallel[/a | /c]',
          'parallel[/c | /a]',
          'parallel[/a | /d]',
          'parallel[/e | /e]',
          'parallel[/f | /f]',
          'parallel[/a → /a | /e]',
          '/a → /a',
          'parallel[parallel[/a | /e] | /b]',
          'parallel[/e | /if:1<2 → /a | /a]',
        ],
        (chain) =>
          planned(chain, yaml)
            .text.split('\n')
            .filter((line) => /^(error|warning)/.test(line))
            .join('\n    ') || 'fine',
      ),
    ).toMatchInlineSnapshot(`
      "
      parallel[/a | /b]
          error: two parallel branches write \`model.pt\` [shared-output]
      parallel[/a | /c]
          error: parallel branches write \`out\` and \`out/a\`, one inside the other [shared-output]
      parallel[/c | /a]
          error: parallel branches write \`out/a\` and \`out\`, one inside the other [shared-output]
      parallel[/a | /d]
          fine
      parallel[/e | /e]
          fine
      parallel[/f | /f]
          error: two parallel branches write \`m.json\` [shared-output]
      parallel[/a → /a | /e]
          fine
      /a → /a
          fine
      parallel[parallel[/a | /e] | /b]
          error: two parallel branches write \`model.pt\` [shared-output]
      parallel[/e | /if:1<2 → /a | /a]
          error: \`1<2\` compares nothing that was measured [constant-gate]
          error: two parallel branches write \`out/a\` [shared-output]
          error: two parallel branches write \`model.pt\` [shared-output]
      "
    `);
  });
});

describe('a mistake', () => {
  it('is said once: what follows from it is not', () => {
    expect(
      table(
        [
          '/trian → /if:acc>0.9 → /deploy',
          '/trian → $x=<result> → /if:$x>0.9 → /init',
          'parallel[/trian | /trian] → /best-model:select → /if:best-acc>0.9 → /use-winner',
          '(/a | /b) → /if:acc>0.9 → /init',
          '/if:acc=1 → /trian',
          '/init → /best-model:select → /if:best-acc>0.9 → /use-winner',
          'retry:3 → /train\n/if:acc>0.9 → /deploy',
        ],
        (chain) => planned(chain).codes.join(', '),
      ),
    ).toMatchInlineSnapshot(`
      "
      /trian → /if:acc>0.9 → /deploy
          unknown-command
      /trian → $x=<result> → /if:$x>0.9 → /init
          unknown-command
      parallel[/trian | /trian] → /best-model:select → /if:best-acc>0.9 → /use-winner
          unknown-command, unknown-command
      (/a | /b) → /if:acc>0.9 → /init
          unknown-command, unknown-command
      /if:acc=1 → /trian
          invalid-condition, unknown-command
      /init → /best-model:select → /if:best-acc>0.9 → /use-winner
          nothing-to-collect
      retry:3 → /train\\n/if:acc>0.9 → /deploy
          
      "
    `);
  });

  it('in a selection is shown where it stands', () => {
    const yaml = `${smallProject}select:
  best-model:
    max: accuracy
    where: losss < 1 and accuracy >= 30
    ties: [{ metric: lss, direction: min }]
`;
    expect(
      planned('parallel[/train:sigma-1 | /train:sigma-2] → /best-model:select', yaml).text,
    ).toMatchInlineSnapshot(`
      "
      error: no cell reports \`lss\` [unknown-metric]
        --> ml-workflow.yml:27:3
         |
      27 |   best-model:
         |   ^^^^^^^^^^
         = note: selected here
        --> <chain>:1:45
         |
       1 | parallel[/train:sigma-1 | /train:sigma-2] → /best-model:select
         |                                             ^^^^^^^^^^^^^^^^^^
         = help: did you mean \`loss\`?
      error: no cell reports \`losss\` [unknown-metric]
        --> ml-workflow.yml:29:12
         |
      29 |     where: losss < 1 and accuracy >= 30
         |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
         = note: selected here
        --> <chain>:1:45
         |
       1 | parallel[/train:sigma-1 | /train:sigma-2] → /best-model:select
         |                                             ^^^^^^^^^^^^^^^^^^
         = help: did you mean \`loss\`?
      notice: \`30\` is read as 30 %, because \`accuracy\` is a fraction [unit-guess]
        --> ml-workflow.yml:29:38
         |
      29 |     where: losss < 1 and accuracy >= 30
         |                                      ^^
         = help: write \`0.3\` or \`30%\`
      "
    `);
  });
});
