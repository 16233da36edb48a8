/** Errors of the world, which are failures of a unit: a full disk, a host that answers nonsense, a name that cannot be sent. */
import { SshError } from '../../ssh/host.ts';

/** One sentence. Undefined for a lost host, which has its own classes, and for a mistake of this program. */
export function hostFault(error: unknown): string | undefined {
  if (!(error instanceof Error) || error instanceof SshError) return undefined;
  if (error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError)
    return undefined;
  return error.message.startsWith('internal:') ? undefined : error.message;
}
