/** What a comment asks for, and how a mistake in it is shown to whoever wrote it. */
import { describe, expect, it } from 'vitest';
import { readComment } from '../../src/admission/asked.ts';
import { printDiagnostic } from '../../src/language/print-diagnostic.ts';
import { known } from './rig.ts';

const read = (body: string) => readComment(body, known);

/** What is asked, without places. */
function asked(body: string) {
  const found = read(body);
  if (found.is !== 'asked') throw new Error(`${body}: ${found.is === 'mistake' ? said(body) : found.is}`);
  return JSON.parse(
    JSON.stringify(found.asked, (key, value) =>
      key === 'source' ? undefined : key === 'chain' ? value.text : value,
    ),
  );
}

function said(body: string): string {
  const found = read(body);
  if (found.is !== 'mistake') throw new Error(`${body}: ${found.is}`);
  return found.diagnostics.map((one) => printDiagnostic(one)).join('\n\n');
}

const given = (...pairs: readonly (readonly [string, string])[]) =>
  pairs.map(([name, value]) => ({ name, value }));

describe('a workflow', () => {
  it('is started by its word, in any spelling of the language', () => {
    const train = { is: 'workflow', workflow: 'train', given: [] };
    for (const word of ['/ml-train', '/ML-Train', '/ml_train'])
      expect(asked(word)).toEqual({ ...train, text: word });
  });

  it.each<[string, ReturnType<typeof given>]>([
    ['/ml-train --epochs 60', given(['epochs', '60'])],
    ['/ml-train --epochs=60 --dry-run', given(['epochs', '60'], ['dry-run', 'true'])],
    ['/ml-train --dry-run false big', given(['dry-run', 'false'], ['dataset', 'big'])],
    ['/ml-train big --dry-run', given(['dataset', 'big'], ['dry-run', 'true'])],
    [`/ml-train --note "two  words"`, given(['note', 'two  words'])],
    [`/ml-train --note='it''s'`, given(['note', 'its'])],
    ['/ml-train --Dry_Run', given(['dry-run', 'true'])],
    ["/ml-train --note '--epochs 6'", given(['note', '--epochs 6'])],
    ['/ml-train\n  --epochs 60', given(['epochs', '60'])],
  ])('has its parameters as on the command line: %s', (body, values) => {
    if (body.includes('\n')) return expect(read(body).is).toBe('mistake');
    expect(asked(body).given).toEqual(values);
  });

  it.each([
    ...[
      "'$(touch /tmp/x)'",
      "'`id`'",
      "'; rm -rf / #'",
      "'$HOME'",
      "'a && b | c > d'",
      "'${{ secrets.KEY }}'",
    ],
    ...["'::set-output name=x::y'", "'../../etc/passwd'", '\'{"a": 1}\'', "'%0A::warning::x'"],
  ])('takes signs of a shell as text: %s', (value) => {
    expect(asked(`/ml-train --note ${value}`).given).toEqual(given(['note', value.slice(1, -1)]));
    expect(asked(`/ml-train --note ${value}`)).toMatchObject({ is: 'workflow', workflow: 'train' });
  });

  it.each<[string, string]>([
    ['/ml-train --note $HOME', '`--note` of a comment is a plain value, without variables'],
    ['/ml-train --note "${1 + 1}"', 'is a plain value, without variables'],
    ['/ml-train --note <result>', 'is a plain value, without variables'],
    ["/ml-train --note 'a\n  b'", 'the value of `--note` goes over lines'],
    ["/ml-train --note 'a\\\n  b'", 'goes over lines'],
    ['/ml-train --epochs many', '`epochs` takes a whole number, found `many`'],
    ['/ml-train --epochs', '`--epochs` has no value'],
    ['/ml-train --epochs 1 --epochs=2', '`--epochs` is given twice'],
    ['/ml-train --epoch 60', '`train` has no parameter `--epoch`'],
    ['/ml-train big small', '`train` takes no `small`'],
    ['/ml-train big -x', '`train` takes no `-x`'],
    ['/ml-train big @abc12', 'a commit is named by at least 7 digits'],
    ['/ml-train big @someone', '`train` takes no `@someone`'],
    ['/ml-sweep --constructor 1', '`sweep` has no parameter `--constructor`'],
    ['/ml-sweep --__proto__ 1', '`sweep` has no parameter `--__proto__`'],
  ])('refuses %j', (body, part) => {
    expect(said(body)).toContain(part);
  });

  it('is started by one word only', () => {
    const twice = {
      ...known,
      workflows: [...known.workflows, { name: 'b', params: [], on: { comment: '/ml_sweep' } }],
    };
    const found = readComment('/ml-sweep', twice);
    expect(found).toMatchObject({
      is: 'mistake',
      diagnostics: [{ message: '`/ml-sweep` starts both `sweep` and `b`' }],
    });
  });
});

describe('a chain', () => {
  it('is what stands in one line, or in several', () => {
    expect(asked('/train → /evaluate')).toMatchObject({ is: 'chain', chain: '/train → /evaluate' });
    expect(asked('Do\n\n/train --x 1\ntext\n/evaluate')).toEqual({
      is: 'chain',
      chain: '/train --x 1\n/evaluate',
      text: '/train --x 1\n/evaluate',
    });
  });

  it('calls a workflow by its name, whatever starts it alone', () => {
    expect(asked('/ml-train → /evaluate')).toMatchObject({ chain: '/train → /evaluate' });
    expect(asked('/ml-train --epochs 6\n/ml-sweep')).toMatchObject({ chain: '/train --epochs 6\n/sweep' });
    expect(asked('/evaluate → parallel[/ml-sweep | (/ml-train → /deploy)]')).toMatchObject({
      chain: '/evaluate → parallel[/sweep | (/train → /deploy)]',
    });
    expect(asked('/evaluate /ml-train')).toMatchObject({ chain: '/evaluate /ml-train' });
  });

  it('has places of the comment', () => {
    const body = 'Hello.\r\n\r\n/ml-sweep\r\n/ml-train @a1b2c3d → /evaluate';
    const found = read(body);
    if (found.is !== 'asked' || found.asked.is !== 'chain') throw new Error(found.is);
    const { text, host } = found.asked.chain;
    const comment = body.replaceAll('\r\n', '\n');
    expect(host?.offsets[text.indexOf('/evaluate')]).toBe(comment.indexOf('/evaluate'));
    expect(host?.offsets[text.indexOf('/train')]).toBe(comment.indexOf('/ml-train'));
    expect(host?.offsets[text.length]).toBe(comment.length);
  });

  it('of several lines has no quotation that begins in one and ends in another', () => {
    expect(said("/train 'a\n/evaluate 'b")).toContain('this quote is never closed');
    expect(said('/train → parallel[\n/evaluate')).toContain('never closed');
  });
});

describe('a commit', () => {
  it('is named directly behind the command, or at the end', () => {
    const named = { sha: 'a1b2c3d' };
    expect(asked('/ml-train @a1b2c3d --epochs 60')).toMatchObject({
      ...named,
      given: given(['epochs', '60']),
    });
    expect(asked('/ml-train --epochs 60 @A1B2C3D')).toMatchObject({
      ...named,
      given: given(['epochs', '60']),
    });
    expect(asked('/train → /evaluate @a1b2c3d')).toMatchObject({ ...named, is: 'chain' });
    expect(asked('/train → parallel[/evaluate | /deploy] @a1b2c3d')).toMatchObject(named);
    expect(asked('/train @a1b2c3d\n/evaluate @a1b2c3d')).toMatchObject(named);
    expect(asked('/train → /evaluate @a1b2c3d').chain.trim()).toBe('/train → /evaluate');
  });

  it('is no argument, and a quoted argument no commit', () => {
    expect(asked("/evaluate '@a1b2c3d'")).toEqual({
      is: 'chain',
      chain: "/evaluate '@a1b2c3d'",
      text: "/evaluate '@a1b2c3d'",
    });
    expect(asked('/evaluate @someone').sha).toBeUndefined();
  });

  it('is one', () => {
    expect(said('/ml-train @a1b2c3d @b1b2c3d')).toContain('two commits are named');
    expect(said('/train @a1b2c3d\n/evaluate @b1b2c3d')).toContain(
      'the lines of this comment name two commits',
    );
  });
});

describe('a control command', () => {
  it.each<[string, object]>([
    ['/ml-plan', { control: 'plan' }],
    ['/ml-plan sweep', { control: 'plan', of: { is: 'workflow', workflow: 'sweep', given: [] } }],
    [
      '/ml-plan /ml-train --epochs 6',
      { of: { is: 'workflow', workflow: 'train', given: given(['epochs', '6']) } },
    ],
    ['/ml-plan /train → /deploy', { control: 'plan', of: { is: 'chain', chain: '/train → /deploy' } }],
    ['/ml-plan\n  /train → /deploy', { control: 'plan', of: { is: 'chain' } }],
    ['/ml-status', { control: 'status' }],
    ['/ml-stop', { control: 'stop' }],
    ['/ml-stop sweep', { control: 'stop', workflow: 'sweep' }],
    ['/ML-Stop /ml-train', { control: 'stop', workflow: 'train' }],
    ['/ml-approve a1b2c3d', { control: 'approve', sha: 'a1b2c3d' }],
    ["/ml-approve @A1B2C3D 'go live'", { control: 'approve', sha: 'a1b2c3d', label: 'go live' }],
    ['/ml-resume', { control: 'resume', given: [] }],
    ['/ml-resume --from /evaluate', { control: 'resume', from: '/evaluate' }],
    [
      `/ml-resume sweep --from="a b" --with lr=0.1 --with 'note=x y'`,
      { from: 'a b', workflow: 'sweep', given: given(['lr', '0.1'], ['note', 'x y']) },
    ],
    ['/ml-help', { control: 'help' }],
    ['/ml-help me', { control: 'help' }],
  ])('is read: %j', (body, part) => {
    expect(asked(body)).toMatchObject({ is: 'control', ...part });
  });

  it.each<[string, string]>([
    ['/ml-stop\n/ml-train', '`/ml-stop` stands alone in a comment'],
    ['/ml-train\n\n/ml-status', '`/ml-status` stands alone in a comment'],
    ['/ml-stop → /deploy', '`/ml-stop` takes no `→`'],
    ['/ml-stop $x', '`/ml-stop` takes no `$x`'],
    ['/ml-stop sweeep', 'unknown workflow `sweeep`'],
    ['/ml-stop sweep train', '`/ml-stop` takes no `train`'],
    ['/ml-approve', 'an approval names the commit, by at least 7 digits'],
    ['/ml-approve a1b2c3', 'at least 7 digits'],
    ['/ml-approve production', 'at least 7 digits'],
    ['/ml-approve a1b2c3d production now', '`/ml-approve` takes no `now`'],
    ['/ml-resume --form /a', '`/ml-resume` takes no `--form`'],
    ['/ml-resume --from', '`--from` has no value'],
    ['/ml-resume --with lr', 'expected `--with name=value`, found `lr`'],
    ['/ml-resume --with lr=1 --with LR=2', '`LR` is given twice'],
    ['/ml-plan /trian', 'unknown command `/trian`'],
    ['/ml-plan /train → → /deploy', 'unexpected-token'],
    ["/ml-stop 'x", 'this quote is never closed'],
  ])('refuses %j', (body, part) => {
    expect(said(body)).toContain(part);
  });
});

describe('a mistake', () => {
  it('is shown as in a terminal, with the nearest name', () => {
    expect(said('Please.\n\n/ml-trian --epochs 60')).toBe(
      [
        'error: unknown command `/ml-trian` [unknown-command]',
        ' --> <comment>:3:1',
        '  |',
        '3 | /ml-trian --epochs 60',
        '  | ^^^^^^^^^',
        '  = help: did you mean `/ml-train` or `/ml-plan`?',
      ].join('\n'),
    );
    expect(said('/ml-train --epoch 60')).toContain('help: did you mean `--epochs`?');
    expect(said('a\n/ml-plan /ml-train\n  --epochs 60')).toContain('<comment>:3:');
  });

  it('in one line keeps all others from running', () => {
    expect(said('/train\n/evalute')).toContain('unknown command `/evalute`');
    expect(said('/train\n/deploy → [')).toContain('<comment>:2:');
  });

  it('may be meant for another program where no name comes near', () => {
    const others = ['/assign @someone', '/cc someone', '/azp run', '/assign a\n/cc b'];
    for (const body of others) expect(read(body)).toMatchObject({ is: 'mistake', isPerhapsForOthers: true });
    for (const body of ['/trian', '/assign a\n/trian', '/ml-train --x 1'])
      expect(read(body)).toMatchObject({ is: 'mistake', isPerhapsForOthers: false });
  });

  it('is none of text', () => {
    for (const body of ['', 'Nice.', '> /ml-train', '/usr/bin/python fails', '`/ml-train`'])
      expect(read(body)).toEqual({ is: 'nothing' });
  });

  it('is refused where it could not be seen', () => {
    expect(read('/ml-tr\u0430in')).toMatchObject({ is: 'refused' });
  });
});
