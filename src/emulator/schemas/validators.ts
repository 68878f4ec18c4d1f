import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { isObject, type JsonObject } from '../json-object.ts';
import type { RestOperation } from './rest-operations.ts';

/** A parameter of a REST operation. */
export interface RestParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: JsonObject;
}

/** A REST operation as GitHub publishes it. */
export interface RestDescription {
  readonly method: string;
  /** With `{names}`. */
  readonly path: string;
  readonly parameters: readonly RestParameter[];
  readonly body?: unknown;
  readonly isBodyRequired?: boolean;
  /** By status. Null where there is no body. */
  readonly responses: Readonly<Record<string, unknown>>;
}

interface RestSlice {
  readonly operations: Readonly<Record<RestOperation, RestDescription>>;
  readonly definitions: JsonObject;
}

interface WebhookSlice {
  readonly webhooks: Readonly<Record<string, unknown>>;
  readonly definitions: JsonObject;
}

function readSlice<Slice>(name: string): Slice {
  return JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8')) as Slice;
}

/** Checks values against a slice's schemas; each is compiled when it is first needed. */
class Validators {
  readonly #ajv = new Ajv({
    strict: false,
    allErrors: true,
    validateSchema: false,
    // To optimise the code of a schema takes longer than running it a thousand times.
    code: { optimize: false },
  });
  readonly #compiled = new Map<string, ValidateFunction>();

  constructor(definitions: JsonObject) {
    formats.default(this.#ajv);
    // GitHub's own addresses of bots, as `1+app[bot]@users.noreply.github.com`, are none by the strict rule.
    this.#ajv.addFormat('email', /^[^@\s]+@[^@\s]+$/);
    this.#ajv.addSchema({ $id: 'slice', definitions });
  }

  /** @returns what is wrong, a sentence each */
  check(key: string, schema: unknown, value: unknown): string[] {
    const known = this.#compiled.get(key);
    const validate = known ?? this.#ajv.compile(pointed(schema) as JsonObject);
    if (!known) this.#compiled.set(key, validate);
    if (validate(value)) return [];
    const say = ({ instancePath = '', message = '', params = {} }) =>
      `${key}: ${instancePath || '/'} ${message} ${JSON.stringify(params)}`;
    return (validate.errors ?? []).map(say);
  }
}

/** Lets a schema's references point into the slice. */
function pointed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(pointed);
  if (!isObject(schema)) return schema;
  const entries = Object.entries(schema).map(([key, value]) => [
    key,
    key === '$ref' ? `slice${value}` : pointed(value),
  ]);
  return Object.fromEntries(entries);
}

const rest = readSlice<RestSlice>('rest.json');
const webhooks = readSlice<WebhookSlice>('webhooks.json');
const restValidators = new Validators(rest.definitions);
const webhookValidators = new Validators(webhooks.definitions);

/** The operations that the emulator answers, as GitHub publishes them. */
export const restDescriptions = rest.operations;

/** Checks the parameters of a request, without those that GitHub does not know: they count as typing errors. */
export function checkParameters(
  operation: RestOperation,
  place: 'path' | 'query',
  values: Readonly<Record<string, string>>,
): string[] {
  const parameters = rest.operations[operation].parameters.filter((each) => each.in === place);
  const unknown = Object.keys(values).filter((key) => !parameters.some(({ name }) => name === key));
  const wrong = parameters.flatMap(({ name, required, schema }) => {
    const value = values[name];
    if (value === undefined) return required ? [`${operation}: ${name} is missing`] : [];
    return restValidators.check(`${operation} ${name}`, schema, typed(value, schema));
  });
  return [...unknown.map((name) => `${operation}: ${name} is no parameter`), ...wrong];
}

/** A parameter comes as text; the schema says what it stands for. */
function typed(value: string, schema: JsonObject): unknown {
  if (schema['type'] === 'integer') return /^-?\d+$/.test(value) ? Number(value) : value;
  if (schema['type'] === 'boolean')
    return value === 'true' ? true : value === 'false' ? false : value;
  return value;
}

/** Checks a request's body, in which keys that GitHub does not know count as typing errors. */
export function checkRequestBody(operation: RestOperation, body: unknown): string[] {
  const { body: schema, isBodyRequired } = rest.operations[operation];
  if (schema === undefined || (body === undefined && !isBodyRequired)) return [];
  const isPlain = isObject(schema) && isObject(schema['properties']);
  const strict = isPlain ? { ...schema, additionalProperties: false } : schema;
  return restValidators.check(`${operation} request`, strict, body);
}

/** Checks an answer of success. */
export function checkResponseBody(
  operation: RestOperation,
  status: number,
  body: unknown,
): string[] {
  const { responses } = rest.operations[operation];
  if (!(status in responses)) return [`${operation}: GitHub never answers with ${status}`];
  const schema = responses[status];
  if (schema === null) return body === undefined ? [] : [`${operation}: GitHub sends no body`];
  return restValidators.check(`${operation} ${status}`, schema, body);
}

/**
 * Checks a webhook's payload.
 *
 * @param name of the event and its action, as `issues-opened`
 */
export function checkWebhook(name: string, payload: unknown): string[] {
  const schema = webhooks.webhooks[name];
  if (schema === undefined) return [`${name}: GitHub sends no such webhook`];
  return webhookValidators.check(name, schema, payload);
}
