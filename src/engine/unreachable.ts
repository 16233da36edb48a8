/** Ends every `switch` over a union, so that a new member is a compile error at each of them. */
export function unreachable(value: never): never {
  throw new Error(`internal: unexpected ${JSON.stringify(value)}; please report this`);
}
