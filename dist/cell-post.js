import module from 'node:module';
import { join } from 'node:path';

// Of libraries: nobody who reads a job's log can do anything about them.
process.noDeprecation = true;
const { RUNNER_TEMP: temporary } = process.env;
if (temporary) module.enableCompileCache?.(join(temporary, 'ml-workflow', 'compiled'));
const { leave } = await import('./index.js');
await leave();
