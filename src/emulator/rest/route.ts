import { type RestOperation, restOperations } from '../schemas/rest-operations.ts';
import { type RestDescription, restDescriptions } from '../schemas/validators.ts';

/** The operation that a request asks for, and its path's parameters. */
export interface Route {
  readonly operation: RestOperation;
  readonly parameters: Readonly<Record<string, string>>;
}

interface Pattern {
  readonly operation: RestOperation;
  readonly method: string;
  readonly expression: RegExp;
}

/** Parameters that hold slashes themselves. */
const manySegments = new Set(['path', 'ref']);

function patternOf(operation: RestOperation): Pattern {
  const { method, path }: RestDescription = restDescriptions[operation];
  const source = path
    .replaceAll('.', '\\.')
    .replace(/\{(\w+)\}/g, (_, name: string) =>
      manySegments.has(name) ? `(?<${name}>.*)` : `(?<${name}>[^/]+)`,
    );
  return { operation, method, expression: new RegExp(`^${source}$`) };
}

/** The longest paths first: a reference may hold what ends another operation's path. */
const patterns = restOperations
  .map(patternOf)
  .toSorted((one, other) => other.expression.source.length - one.expression.source.length);

/**
 * Finds the operation for a path. It is decoded after it is matched: clients send `heads%2Fmain` for one parameter.
 *
 * @param path without the base and the query
 */
export function findRoute(method: string, path: string): Route | undefined {
  for (const { operation, method: wanted, expression } of patterns) {
    const match = method === wanted ? expression.exec(path) : null;
    if (!match) continue;
    const entries = Object.entries(match.groups ?? {});
    const parameters = entries.map(([name, value]) => [name, decodeURIComponent(value)]);
    return { operation, parameters: Object.fromEntries(parameters) };
  }
  return undefined;
}
