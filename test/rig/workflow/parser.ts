/** GitHub's own workflow parser, which plain Node cannot import: its JSON imports lack the attribute Node asks for. */
import { register } from 'node:module';

const HOOK = `
export function resolve(specifier, context, next) {
  const json = specifier.endsWith('.min.json') && context.parentURL?.includes('/@actions/workflow-parser/');
  return next(specifier, json ? { ...context, importAttributes: { type: 'json' } } : context);
}
export function load(url, context, next) {
  const json = url.endsWith('.min.json') && url.includes('/@actions/workflow-parser/');
  return next(url, json ? { ...context, format: 'json', importAttributes: { type: 'json' } } : context);
}`;

let loaded: Promise<typeof import('@actions/workflow-parser')> | undefined;

/** The package as a whole; the same after the first call. */
export function workflowParser(): Promise<typeof import('@actions/workflow-parser')> {
  loaded ??= (async () => {
    register(`data:text/javascript,${encodeURIComponent(HOOK)}`);
    return import('@actions/workflow-parser');
  })();
  return loaded;
}
