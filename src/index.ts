/** What the bundle exports; each entry file of `dist/` calls one of these. */
import './shim.ts';

export async function cli(): Promise<void> {
  await (await import('./cli.ts')).cli();
}

export async function action(): Promise<void> {
  await (await import('./action.ts')).action();
}

export async function post(): Promise<void> {
  await (await import('./action.ts')).post();
}
