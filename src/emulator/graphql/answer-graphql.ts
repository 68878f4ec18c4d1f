import {
  type DocumentNode,
  execute,
  type GraphQLError,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import { isObject } from '../json-object.ts';
import { Refusal } from '../refusal.ts';
import type { GraphqlContext } from './context.ts';
import { resolveField, resolveType } from './resolve-field.ts';
import { githubSchema } from './schema.ts';
import { type DocumentWeight, weighDocument } from './weigh-document.ts';

/** GitHub answers a document that could give more nodes than this with an error. */
const mostNodes = 500_000;

/** A document that was read, and what it asks for. */
export interface PreparedDocument extends DocumentWeight {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** An answer to a document, always with HTTP's 200. */
export interface GraphqlAnswer {
  readonly data?: unknown;
  readonly errors?: readonly object[];
}

/**
 * Reads a request's document and checks it against GitHub's published schema.
 *
 * @returns the sentences about what is wrong instead, if something is
 */
export function prepareDocument(body: unknown): PreparedDocument | readonly string[] {
  const { query, variables, operationName } = isObject(body) ? body : {};
  if (typeof query !== 'string')
    return ['A query attribute must be specified and must be a string.'];
  const document = readDocument(query);
  if (!('kind' in document)) return document;
  const name = typeof operationName === 'string' ? operationName : undefined;
  const operation = getOperationAST(document, name);
  if (!operation) return ['An operation name is required'];
  const given = isObject(variables) ? variables : {};
  return { document, operation, variables: given, ...weighDocument(document, operation, given) };
}

/** As many documents are kept: an app asks few, again and again, and to check a large one takes several milliseconds. */
const mostDocuments = 200;

const documents = new Map<string, DocumentNode | readonly string[]>();

/** Parses a document and checks it against the schema, once. @returns the sentences about what is wrong instead */
function readDocument(query: string): DocumentNode | readonly string[] {
  const read = documents.get(query) ?? parseDocument(query);
  documents.delete(query);
  documents.set(query, read);
  const [oldest] = documents.keys();
  if (documents.size > mostDocuments && oldest !== undefined) documents.delete(oldest);
  return read;
}

function parseDocument(query: string): DocumentNode | readonly string[] {
  try {
    const document = parse(query);
    const errors = validate(githubSchema(), document);
    return errors.length > 0 ? errors.map(({ message }) => message) : document;
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/**
 * Executes a document: mutations in order, each whatever became of the others.
 *
 * @param violated is told where the emulator lacks something, or a variable does not fit the schema
 */
export async function answerGraphql(
  prepared: PreparedDocument,
  context: GraphqlContext,
  violated: (message: string) => void,
): Promise<GraphqlAnswer> {
  if (prepared.nodes > mostNodes) {
    const message = `This query requests up to ${prepared.nodes} possible nodes which exceeds the maximum limit of 500,000.`;
    return { errors: [{ type: 'MAX_NODE_LIMIT_EXCEEDED', message }] };
  }
  const { data, errors } = await execute({
    schema: githubSchema(),
    document: prepared.document,
    variableValues: prepared.variables,
    operationName: prepared.operation.name?.value ?? null,
    contextValue: context,
    fieldResolver: resolveField,
    typeResolver: resolveType,
  });
  // Whatever is not GitHub's own refusal is a gap of the emulator's, or variables that do not fit.
  for (const { originalError, message } of errors ?? []) {
    if (!(originalError instanceof Refusal)) violated(message);
  }
  if (errors === undefined) return { data };
  const shown = errors.map(shapeOfError);
  return data === undefined ? { errors: shown } : { data, errors: shown };
}

/** GitHub's form of an error: with a type beside the path. */
function shapeOfError({ originalError, path, locations, message }: GraphQLError): object {
  const type = originalError instanceof Refusal ? { type: originalError.type } : {};
  return { ...type, ...(path ? { path } : {}), locations: locations ?? [], message };
}

/** What GitHub answers to a document that it cannot execute. */
export function refusedDocument(messages: readonly string[]): GraphqlAnswer {
  return { errors: messages.map((message) => ({ message })) };
}

/** Whether a document could be read. */
export function isPrepared(
  prepared: PreparedDocument | readonly string[],
): prepared is PreparedDocument {
  return 'document' in prepared && prepared.document.kind === Kind.DOCUMENT;
}
