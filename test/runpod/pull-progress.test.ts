/** What people are told of a pod's system log. */
import { describe, expect, it } from 'vitest';
import { Breaker } from '../../src/runpod/breaker.ts';
import { PullProgress } from '../../src/runpod/pull-progress.ts';

const toldOf = (...lines: string[]) => {
  const progress = new PullProgress();
  return lines.flatMap((line) => progress.add(line) ?? []);
};

describe('the progress of a pull', () => {
  it('is told in tenths that only grow, whatever the layers say', () => {
    const lines = [
      'a: Pulling fs layer',
      'b: Pulling fs layer',
      'a: 12%',
      'b: 3%',
      'a: 19 %',
      'b: 71%',
      'a: 40%',
    ];
    expect(toldOf(...lines)).toEqual([
      'pulling the image',
      'pulling the image, 10 %',
      'pulling the image, 70 %',
    ]);
  });

  it('tells a few errors, each once, and no more when they go on for ever', () => {
    const lines = Array.from({ length: 50 }, (_, at) => `error: attempt ${at}`);
    expect(toldOf(...lines)).toEqual(lines.slice(0, 3));
    expect(toldOf('error: again', 'error: again')).toEqual(['error: again']);
  });

  it('says of what never comes up what to do', () => {
    const progress = new PullProgress();
    expect(progress.add('write /layer: no space left on device')).toBeUndefined();
    expect(progress.hopeless).toEqual({
      why: 'write /layer: no space left on device (the disk is too small for the image; raise `disk:`)',
      isOfTarget: true,
    });
  });
});

describe('the breaker', () => {
  it('lets no further pod be made after three failures of one class without a success between', () => {
    const breaker = new Breaker();
    for (const failure of ['provision', 'capacity', 'provision']) breaker.failed(failure);
    breaker.demand();
    breaker.worked();
    for (let count = 0; count < 3; count++) {
      breaker.demand();
      breaker.failed('capacity');
    }
    expect(() => breaker.demand()).toThrow(
      expect.objectContaining({
        class: 'capacity',
        message: 'no further pod is made: 3 in a row have failed with `capacity`',
      }),
    );
  });

  it('is of the class `provision` for hosts that were lost', () => {
    const breaker = new Breaker();
    for (let count = 0; count < 3; count++) breaker.failed('connection-lost');
    expect(() => breaker.demand()).toThrow(expect.objectContaining({ class: 'provision' }));
  });
});
