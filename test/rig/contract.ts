/** An OpenAPI document as a judge: finds the operation of a request and says what in it, or in a reply, is wrong. */
import { readFileSync } from 'node:fs';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { isObject, type Json, type JsonObject } from './github/api.ts';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly template: string;
  readonly definition: JsonObject;
}

interface Route extends Operation {
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly literals: number;
}

export interface Match {
  readonly operation: Operation;
  readonly params: Record<string, string>;
}

/** What differs between the documents. */
export interface ContractSource {
  readonly file: URL;
  /** Names the document in references. */
  readonly name: string;
  /** Of the JSON schema version that the document is written in. */
  readonly ajv: {
    addSchema(schema: object): unknown;
    compile(schema: object): ValidateFunction;
  };
  /** Placeholders that may contain slashes, escaped or not. Every other one is a single segment. */
  readonly withSlashes?: ReadonlySet<string>;
}

export class OpenApiContract {
  readonly #document: JsonObject;
  readonly #routes: readonly Route[];
  readonly #source: ContractSource;
  readonly #validators = new Map<string, ValidateFunction>();

  constructor(source: ContractSource) {
    this.#source = source;
    const parsed: unknown = JSON.parse(readFileSync(source.file, 'utf8'));
    const document = forAjv(parsed as Json, source.name);
    if (!isObject(document)) throw new Error(`${source.file.pathname} is not an object`);
    this.#document = document;
    this.#routes = routesOf(document, source.withSlashes ?? new Set());
    source.ajv.addSchema({ ...document, $id: source.name });
  }

  get operationIds(): string[] {
    return this.#routes.map(({ id }) => id);
  }

  find(method: string, path: string): Match | undefined {
    for (const route of this.#routes) {
      if (route.method !== method) continue;
      const found = route.pattern.exec(path);
      if (found === null) continue;
      const params = route.names.map((name, index): [string, string] => [
        name,
        decoded(found[index + 1] ?? ''),
      ]);
      return { operation: route, params: Object.fromEntries(params) };
    }
    return undefined;
  }

  /** The first thing in a request that the document forbids. */
  requestProblem(match: Match, query: Record<string, string>, body: Json | undefined): string | undefined {
    const problem = this.parameterProblem(match, query);
    if (problem !== undefined) return problem;
    const declared = this.#body(match.operation);
    if (declared === undefined) return undefined;
    if (body === undefined) return declared.required ? 'the body is missing' : undefined;
    const error = this.bodyErrors(match.operation, body)[0];
    return error === undefined ? undefined : `body${described(error)}`;
  }

  /** All that the document forbids in a body; nothing where the operation declares none. */
  bodyErrors(operation: Operation, body: Json): readonly ErrorObject[] {
    const declared = this.#body(operation);
    return declared === undefined ? [] : this.#errors(`${operation.id} body`, declared.schema, body);
  }

  needsBody(operation: Operation): boolean {
    return this.#body(operation)?.required === true;
  }

  /** The first thing in the path or the query that the document forbids. Headers are not looked at. */
  parameterProblem(match: Match, query: Record<string, string>): string | undefined {
    const { operation } = match;
    for (const parameter of this.#parameters(operation)) {
      if (parameter.in === 'header') continue;
      const name = String(parameter.name);
      const value = (parameter.in === 'path' ? match.params : query)[name];
      if (value === undefined) {
        if (parameter.required === true) return `${String(parameter.in)} parameter ${name} is missing`;
        continue;
      }
      const schema = parameter.schema ?? true;
      const problem = this.#check(`${operation.id} parameter ${name}`, schema, asTyped(value, schema));
      if (problem !== undefined) return `${String(parameter.in)} parameter ${name} ${problem}`;
    }
    return undefined;
  }

  /** Names that the server would silently ignore. Sending one is a mistake in the caller, though no error there. */
  ignoredNames(match: Match, query: Record<string, string>, body: Json | undefined): string[] {
    const parameters = this.#parameters(match.operation).filter((parameter) => parameter.in === 'query');
    const known = new Set(parameters.map((parameter) => String(parameter.name)));
    const ignored = Object.keys(query).filter((name) => !known.has(name));
    const declared = this.#body(match.operation);
    if (declared === undefined) {
      if (isObject(body) && Object.keys(body).length > 0) ignored.push('the whole body');
    } else if (body !== undefined) {
      this.#collectIgnored(declared.schema, body, 'body', ignored);
    }
    return ignored;
  }

  /** The first thing in a reply that the document forbids. */
  responseProblem(operation: Operation, status: number, body: Json | undefined): string | undefined {
    const declared = operation.definition.responses;
    const responses = isObject(declared) ? declared : {};
    const other = status >= 400 ? responses.default : undefined;
    const response = this.#resolve(responses[String(status)] ?? other ?? null);
    if (!isObject(response)) return `status ${status} is not in the document`;
    const schema = jsonSchema(response);
    if (schema === undefined)
      return body === undefined ? undefined : `status ${status} has no body in the document`;
    if (body === undefined) return `status ${status} needs a body`;
    return this.#check(`${operation.id} response ${status}`, schema, body);
  }

  #check(key: string, schema: Json, value: Json): string | undefined {
    const error = this.#errors(key, schema, value)[0];
    return error === undefined ? undefined : described(error);
  }

  #errors(key: string, schema: Json, value: Json): readonly ErrorObject[] {
    let validate = this.#validators.get(key);
    if (validate === undefined) {
      validate = this.#source.ajv.compile(isObject(schema) ? schema : {});
      this.#validators.set(key, validate);
    }
    return validate(value) ? [] : (validate.errors ?? []);
  }

  #parameters(operation: Operation): JsonObject[] {
    const declared = operation.definition.parameters;
    return Array.isArray(declared) ? declared.map((item) => this.#resolve(item)).filter(isObject) : [];
  }

  #body(operation: Operation): { schema: Json; required: boolean } | undefined {
    const declared = this.#resolve(operation.definition.requestBody ?? null);
    const schema = isObject(declared) ? jsonSchema(declared) : undefined;
    return schema === undefined
      ? undefined
      : { schema, required: isObject(declared) && declared.required === true };
  }

  #resolve(node: Json): Json {
    if (!isObject(node) || typeof node.$ref !== 'string') return node;
    let target: Json = this.#document;
    for (const segment of node.$ref.slice(`${this.#source.name}#/`.length).split('/')) {
      target = isObject(target) ? (target[segment] ?? null) : null;
    }
    return target;
  }

  #collectIgnored(schema: Json, value: Json, at: string, ignored: string[]): void {
    if (Array.isArray(value)) {
      const resolved = this.#resolve(schema);
      const items = isObject(resolved) ? resolved.items : undefined;
      if (items !== undefined)
        for (const item of value) this.#collectIgnored(items, item, `${at}[]`, ignored);
      return;
    }
    if (!isObject(value)) return;
    const properties = this.#properties(schema);
    if (properties === undefined) return;
    for (const [name, inner] of Object.entries(value)) {
      const declared = properties[name];
      if (declared === undefined) ignored.push(`${at}.${name}`);
      else this.#collectIgnored(declared, inner, `${at}.${name}`, ignored);
    }
  }

  /** All property names a schema knows in any of its variants; undefined when it takes any name. */
  #properties(schema: Json): JsonObject | undefined {
    const resolved = this.#resolve(schema);
    if (!isObject(resolved) || resolved.additionalProperties === true) return undefined;
    let all = isObject(resolved.properties) ? { ...resolved.properties } : undefined;
    for (const variants of [resolved.oneOf, resolved.anyOf, resolved.allOf]) {
      if (!Array.isArray(variants)) continue;
      for (const variant of variants) {
        const more = this.#properties(variant);
        if (more !== undefined) all = { ...more, ...all };
      }
    }
    return all;
  }
}

function described(error: ErrorObject): string {
  return `${error.instancePath} ${error.message ?? 'is not valid'} ${JSON.stringify(error.params)}`;
}

function jsonSchema(holder: JsonObject): Json | undefined {
  const content = isObject(holder.content) ? holder.content : {};
  const media = content['application/json'] ?? content['application/problem+json'];
  return isObject(media) ? media.schema : undefined;
}

function routesOf(document: JsonObject, withSlashes: ReadonlySet<string>): Route[] {
  const routes: Route[] = [];
  for (const [template, item] of Object.entries(isObject(document.paths) ? document.paths : {})) {
    if (!isObject(item)) continue;
    const names: string[] = [];
    const pattern = template.replace(/\/\{(\w+)\}|[.$()]/g, (found, name: string | undefined) => {
      if (name === undefined) return `\\${found}`;
      names.push(name);
      // No path at all is the root directory.
      if (name === 'path') return '(?:/(.*))?';
      return withSlashes.has(name) ? '/(.+)' : '/([^/]+)';
    });
    const literals = template
      .split('/')
      .filter((segment) => segment !== '' && !segment.startsWith('{')).length;
    const shared = Array.isArray(item.parameters) ? item.parameters : [];
    for (const method of METHODS) {
      const own = item[method];
      if (!isObject(own)) continue;
      const parameters = Array.isArray(own.parameters) ? [...shared, ...own.parameters] : shared;
      const definition: JsonObject = { ...own, parameters };
      routes.push({
        id: String(definition.operationId),
        method: method.toUpperCase(),
        template,
        definition,
        pattern: new RegExp(`^${pattern}$`),
        names,
        literals,
      });
    }
  }
  // The most literal template first: /commits/{ref}/check-runs before /commits/{ref}, whose ref may hold slashes.
  return routes.sort((left, right) => right.literals - left.literals);
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** Path and query values are text; the schema says which of them are meant as numbers or booleans. */
function asTyped(value: string, schema: Json): Json {
  const type = isObject(schema) ? schema.type : undefined;
  if ((type === 'integer' || type === 'number') && /^-?\d+$/.test(value)) return Number(value);
  if (type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  if (type === 'array') return value.split(',');
  return value;
}

/** OpenAPI 3.0 says `nullable` where JSON schema wants a null type, and references need the document's name. */
function forAjv(node: Json, name: string): Json {
  if (Array.isArray(node)) return node.map((item) => forAjv(item, name));
  if (!isObject(node)) return node;
  const copy: JsonObject = {};
  for (const [key, value] of Object.entries(node)) {
    copy[key] =
      key === '$ref' && typeof value === 'string' ? value.replace(/^#/, `${name}#`) : forAjv(value, name);
  }
  if (copy.nullable !== true) return copy;
  if (Array.isArray(copy.enum) && !copy.enum.includes(null)) copy.enum.push(null);
  if (copy.type !== undefined) return copy;
  const { nullable: _, ...rest } = copy;
  return { anyOf: [rest, { type: 'null' }] };
}

export const FORMATS = {
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
  uri: (value: string): boolean => URL.canParse(value),
  email: true as const,
  int64: true as const,
  float: true as const,
  double: true as const,
};
