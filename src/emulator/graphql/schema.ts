import { readFileSync } from 'node:fs';
import { buildSchema, type GraphQLSchema } from 'graphql';

let built: GraphQLSchema | undefined;

/** GitHub's published GraphQL schema. Built when it is first needed: that takes a quarter of a second and 110 MB. */
export function githubSchema(): GraphQLSchema {
  // The published text breaks a rule of GraphQL's; everything works all the same.
  built ??= buildSchema(githubSchemaText(), { assumeValid: true });
  return built;
}

/**
 * The text of that schema.
 *
 * @internal
 */
export function githubSchemaText(): string {
  // The package does not export the text by itself, and its entry would load five megabytes of JSON beside it.
  const { url } = import.meta;
  // A build has a copy of it, and not the package.
  const folder = url.endsWith('.ts') ? import.meta.resolve('@octokit/graphql-schema') : url;
  const file = new URL('schema.graphql', folder);
  return readFileSync(file, 'utf8');
}
