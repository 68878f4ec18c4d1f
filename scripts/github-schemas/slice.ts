import { isObject, type JsonObject } from '../../src/emulator/json-object.ts';

/** Says what a thing is for, and nothing about its shape. */
const proseKeys = new Set([
  'description',
  'summary',
  'title',
  'example',
  'examples',
  'externalDocs',
  'default',
  'deprecated',
  'discriminator',
  'xml',
  'readOnly',
  'writeOnly',
]);

/**
 * Collects the part of an OpenAPI description that some schemas need, as JSON Schema: prose dropped, `nullable` made
 * a type, references pointing to `#/definitions/…`.
 */
export class Slice {
  readonly #components: JsonObject;
  readonly #definitions = new Map<string, unknown>();

  constructor(components: JsonObject) {
    this.#components = components;
  }

  /** The schemas that were referred to, by their names in alphabetical order. */
  get definitions(): JsonObject {
    return Object.fromEntries([...this.#definitions].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** Follows a reference to a parameter, a response or the like. */
  resolve(value: unknown): JsonObject {
    if (!isObject(value)) throw new Error('Expected an object in the OpenAPI description');
    const reference = value['$ref'];
    if (typeof reference !== 'string') return value;
    const [kind = '', name = ''] = reference.replace('#/components/', '').split('/');
    const group = this.#components[kind];
    return this.resolve(isObject(group) ? group[name] : undefined);
  }

  /** Gives a schema as JSON Schema, and keeps what it refers to. */
  schema(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((each) => this.schema(each));
    if (!isObject(value)) return value;
    const reference = value['$ref'];
    if (typeof reference === 'string') return { $ref: this.#keep(reference) };
    const copied = Object.entries(value)
      .filter(([key]) => !proseKeys.has(key) && !key.startsWith('x-') && key !== 'nullable')
      .map(([key, each]): [string, unknown] => [key, this.#keyword(key, each)]);
    const schema = Object.fromEntries(copied);
    return value['nullable'] === true ? orNull(schema) : schema;
  }

  #keyword(key: string, value: unknown): unknown {
    if (key === 'enum' || key === 'required' || key === 'const') return value;
    if ((key === 'properties' || key === 'patternProperties') && isObject(value)) {
      const entries = Object.entries(value);
      return Object.fromEntries(entries.map(([name, each]) => [name, this.schema(each)]));
    }
    return this.schema(value);
  }

  #keep(reference: string): string {
    const name = reference.replace('#/components/schemas/', '');
    if (!this.#definitions.has(name)) {
      this.#definitions.set(name, true);
      const group = this.#components['schemas'];
      this.#definitions.set(name, this.schema(isObject(group) ? group[name] : undefined));
    }
    return `#/definitions/${name}`;
  }
}

/** OpenAPI 3.0 says `nullable`; JSON Schema has a type for it. */
function orNull(schema: JsonObject): JsonObject {
  const type = schema['type'];
  if (typeof type !== 'string') return { anyOf: [schema, { type: 'null' }] };
  const values = schema['enum'];
  const withNull = { ...schema, type: [type, 'null'] };
  return Array.isArray(values) ? { ...withNull, enum: [...values, null] } : withNull;
}
