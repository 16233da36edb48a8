/** Before all tests: says once what cannot be tested on this machine, and what would change that. */
import { hasSshd } from './rig/sshd.ts';

export default function setUp(): void {
  if (hasSshd) return;
  console.log('left out: all tests over SSH and with pods; `apt-get install openssh-server` lets them run');
}
