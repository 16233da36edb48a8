/**
 * Cuts GitHub's OpenAPI document down to the operations this project uses, for test/rig/github/contract.ts.
 *
 *   npm install --prefix <any empty directory> @octokit/openapi@23.0.2     (390 MB unpacked: never a dependency)
 *   node test/rig/cut-openapi.mjs <that directory>/node_modules/@octokit/openapi/generated/api.github.com.json
 *
 * It writes test/rig/github-openapi.json. To use another operation of GitHub in src/, add its operationId below
 * and run it again; until then the rig answers that operation with 404 and reports a violation.
 *
 * Provenance: @octokit/openapi 23.0.2, made from https://github.com/github/rest-api-description.
 * MIT License, Copyright (c) 2020 Octokit contributors.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const OPERATIONS = [
  'users/get-authenticated',
  'repos/get',
  'repos/get-environment',
  'repos/get-collaborator-permission-level',
  'repos/get-branch',
  'repos/get-commit',
  'repos/list-pull-requests-associated-with-commit',
  'repos/list-activities',
  'repos/compare-commits-with-basehead',
  'repos/get-content',
  'repos/create-or-update-file-contents',
  'repos/create-dispatch-event',
  'repos/create-commit-status',
  'repos/list-commit-statuses-for-ref',
  'repos/get-combined-status-for-ref',
  'issues/list-for-repo',
  'issues/create',
  'issues/get',
  'issues/update',
  'issues/list-events',
  'issues/get-event',
  'issues/list-comments',
  'issues/create-comment',
  'issues/get-comment',
  'issues/update-comment',
  'issues/delete-comment',
  'issues/list-labels-on-issue',
  'issues/add-labels',
  'issues/set-labels',
  'issues/remove-label',
  'issues/list-labels-for-repo',
  'issues/get-label',
  'issues/create-label',
  'reactions/list-for-issue',
  'reactions/create-for-issue',
  'reactions/delete-for-issue',
  'reactions/list-for-issue-comment',
  'reactions/create-for-issue-comment',
  'reactions/delete-for-issue-comment',
  'checks/create',
  'checks/get',
  'checks/update',
  'checks/list-annotations',
  'checks/list-for-ref',
  'checks/list-suites-for-ref',
  'pulls/list',
  'pulls/get',
  'pulls/create',
  'pulls/update',
  'pulls/list-files',
  'pulls/list-reviews',
  'git/get-ref',
  'git/list-matching-refs',
  'git/create-ref',
  'git/update-ref',
  'git/delete-ref',
  'git/create-blob',
  'git/get-blob',
  'git/create-tree',
  'git/get-tree',
  'git/create-commit',
  'git/get-commit',
  'actions/create-workflow-dispatch',
  'actions/get-workflow',
  'actions/list-artifacts-for-repo',
  'actions/list-workflow-run-artifacts',
  'actions/download-artifact',
  'actions/list-workflow-runs-for-repo',
  'actions/list-workflow-runs',
  'actions/get-workflow-run',
  'actions/cancel-workflow-run',
  'actions/force-cancel-workflow-run',
  'actions/get-reviews-for-run',
  'actions/list-jobs-for-workflow-run',
  'actions/list-jobs-for-workflow-run-attempt',
  'teams/get-membership-for-user-in-org',
];

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const PROSE = new Set([
  'description',
  'summary',
  'example',
  'examples',
  'externalDocs',
  'tags',
  'title',
  'deprecated',
]);

const source = process.argv[2];
if (source === undefined) {
  console.error('usage: node test/rig/cut-openapi.mjs <path of api.github.com.json>');
  process.exit(2);
}
const full = JSON.parse(readFileSync(source, 'utf8'));

/** Removes prose and vendor extensions. A property of a schema may itself be called `description`: those stay. */
function withoutProse(node, parentKey) {
  if (Array.isArray(node)) return node.map((item) => withoutProse(item));
  if (node === null || typeof node !== 'object') return node;
  const namesAreData = parentKey === 'properties';
  const kept = Object.entries(node).filter(
    ([key]) => namesAreData || (!PROSE.has(key) && !key.startsWith('x-')),
  );
  return Object.fromEntries(
    kept.map(([key, value]) => [key, withoutProse(value, namesAreData ? undefined : key)]),
  );
}

/** Collects every `#/components/...` pointer below a node. */
function references(node, found = new Set()) {
  if (Array.isArray(node)) for (const item of node) references(item, found);
  else if (node !== null && typeof node === 'object') {
    for (const [key, value] of Object.entries(node)) {
      if (key === '$ref' && typeof value === 'string') found.add(value);
      else references(value, found);
    }
  }
  return found;
}

// The list of an issue's events holds those that close, reopen and merge it too.
const stateChange = { $ref: '#/components/schemas/state-change-issue-event' };
full.components.schemas['issue-event-for-issue'].anyOf.push(stateChange);

const wanted = new Set(OPERATIONS);
const paths = {};
for (const [path, item] of Object.entries(full.paths)) {
  for (const method of METHODS) {
    const operation = item[method];
    if (operation === undefined || !wanted.delete(operation.operationId)) continue;
    const shared = item.parameters === undefined ? {} : { parameters: withoutProse(item.parameters) };
    paths[path] ??= shared;
    paths[path][method] = withoutProse(operation);
  }
}
if (wanted.size > 0) throw new Error(`not in the document: ${[...wanted].join(', ')}`);

const components = {};
const queue = [...references(paths)];
const seen = new Set();
for (let pointer = queue.pop(); pointer !== undefined; pointer = queue.pop()) {
  if (seen.has(pointer)) continue;
  seen.add(pointer);
  const [, , kind, name] = pointer.split('/');
  // Example bodies are referenced from media types, which withoutProse has dropped; the rest is contract.
  components[kind] ??= {};
  components[kind][name] = withoutProse(full.components[kind][name]);
  queue.push(...references(components[kind][name]));
}

// Where the document is wrong about GitHub.
// A label without description has null there, in lists of pulls too.
components.schemas['pull-request-simple'].properties.labels.items.properties.description.nullable = true;
// The repository that a pull request comes from may have been deleted.
for (const name of ['pull-request', 'pull-request-simple']) {
  const { head } = components.schemas[name].properties;
  head.properties.repo.nullable = true;
  head.properties.user = { $ref: '#/components/schemas/nullable-simple-user' };
}
// As its own prose says, a range in the syntax of the search is taken here, `>=2026-11-01`.
delete components.parameters.created.schema.format;

const byName = ([left], [right]) => (left < right ? -1 : 1);
const sorted = (record) => Object.fromEntries(Object.entries(record).sort(byName));
const cut = {
  openapi: full.openapi,
  info: {
    title: 'The part of the GitHub REST API that this project uses',
    version: full.info.version,
    description:
      'Cut from @octokit/openapi by test/rig/cut-openapi.mjs, without prose. MIT License, Copyright (c) 2020 Octokit contributors (https://github.com/github/rest-api-description).',
    license: full.info.license,
  },
  servers: [{ url: '/' }],
  paths: sorted(paths),
  components: sorted(
    Object.fromEntries(Object.entries(components).map(([kind, all]) => [kind, sorted(all)])),
  ),
};
const target = new URL('github-openapi.json', import.meta.url);
writeFileSync(target, `${JSON.stringify(cut)}\n`);
console.log(`${OPERATIONS.length} operations, ${Object.keys(cut.paths).length} paths -> ${target.pathname}`);
