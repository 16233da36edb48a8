/** A run's time goes on, whatever is done to the machine's. */
import { expect, it } from 'vitest';
import { steadyClock } from '../../src/drivers/clock.ts';

it('goes with the machine, goes on where the machine is set back, and never waits for it', () => {
  let [wall, steady] = [1_000_000, 5];
  const pass = (milliseconds: number) => {
    wall += milliseconds;
    steady += milliseconds;
  };
  const clock = steadyClock(
    () => () => {},
    () => wall,
    () => steady,
  );
  const now = () => Date.parse(clock.now());
  expect(now()).toBe(1_000_000);
  pass(500);
  expect(now()).toBe(1_000_500);
  wall -= 3_600_000;
  expect(now()).toBe(1_000_500);
  pass(2_000);
  expect(now()).toBe(1_002_500);
  // Set right again, and a machine that has slept.
  wall += 3_600_000 + 60_000;
  expect(now()).toBe(1_062_500);
});
