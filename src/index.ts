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

export async function open(): Promise<void> {
  const { asPart } = await import('./parts/tell.ts');
  await asPart(async () => await (await import('./parts/open.ts')).open());
}

export async function step(): Promise<void> {
  const { asPart } = await import('./parts/tell.ts');
  await asPart(async () => await (await import('./parts/step.ts')).step());
}

export async function cell(): Promise<void> {
  const { asPart } = await import('./parts/tell.ts');
  await asPart(async () => await (await import('./parts/cell.ts')).cell());
}

export async function conclude(): Promise<void> {
  const { asPart } = await import('./parts/tell.ts');
  await asPart(async () => await (await import('./parts/conclude.ts')).conclude());
}

/** Behind a job that `open` or `cell` began. */
export async function leave(): Promise<void> {
  const { asPost } = await import('./parts/tell.ts');
  await asPost(async () => await (await import('./parts/leave.ts')).leave());
}
