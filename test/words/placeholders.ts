import mustache from 'mustache';

type Token = [kind: string, name: string, start: number, end: number, inner?: Token[]];

/** The names of a template's placeholders, sorted, each once; also those within sections. */
export function placeholdersOf(template: string): readonly string[] {
  return [...new Set(namesIn(mustache.parse(template) as Token[]))].sort();
}

function namesIn(tokens: readonly Token[]): readonly string[] {
  return tokens.flatMap(([kind, name, , , inner]) => [
    ...(kind === 'text' ? [] : [name]),
    ...(Array.isArray(inner) ? namesIn(inner) : []),
  ]);
}
