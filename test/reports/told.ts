/** Plays a plan to its end, or to where nobody answers; people's answers come with a resume. */
import type { Plan } from '../../src/plan/plan.ts';
import { journalOf, type Play, type Played, play } from '../engine/rig.ts';

export function playOn(plan: Plan, options: Play): Played {
  const { approve, ...silent } = options;
  let played = play(plan, silent);
  while (approve && played.state.conclusion?.decision === 'waiting') {
    const [node] = played.state.asked;
    const asked = node === undefined ? undefined : played.state.byId.get(node);
    if (asked?.kind !== 'approval') throw new Error('it waits for nothing');
    const { events } = played;
    const answer = {
      type: 'approval-given',
      node: asked.id,
      approved: approve(asked.label),
      by: 'ada',
    } as const;
    const journal = [
      ...events,
      ...journalOf([{ type: 'run-resumed' }, answer], events.length, played.state.at),
    ];
    for (const event of journal.slice(-2)) options.watch?.(played.state, event);
    played = play(plan, { ...silent, journal });
  }
  return played;
}
