import * as z from 'zod';
import { configurationSchema } from './schema.ts';

/** The part of a JSON Schema that we read ourselves. */
export interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  /** What any other key holds. */
  readonly additionalProperties?: SchemaNode | boolean;
  /** Where several kinds of value will do. */
  readonly anyOf?: readonly SchemaNode[];
  readonly minimum?: number;
  readonly maximum?: number;
}

/** The JSON Schema of `.github/poweredby.yml`, by which editors complete keys and mark mistakes. @internal for `build.ts` */
export function configurationJsonSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(configurationSchema, { io: 'input' });
  return { $schema, title: 'Powered By', ...schema };
}

let made: SchemaNode | undefined;

/** What the schema says of one key, named by its path from the root; empty for a key it does not know. */
export function schemaAt(path: readonly PropertyKey[]): SchemaNode {
  made ??= configurationJsonSchema();
  let node = made;
  for (const name of path) {
    const { properties, additionalProperties: others } = node;
    node = mapping(properties?.[String(name)] ?? (typeof others === 'object' ? others : {}));
  }
  return node;
}

/** Of a value that may be a mapping or something else, the mapping. */
function mapping(node: SchemaNode): SchemaNode {
  return node.anyOf?.find(({ properties }) => properties !== undefined) ?? node;
}
