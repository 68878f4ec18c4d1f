import { type CST, type Document, LineCounter, Parser, parseDocument, visit } from 'yaml';
import { type CodeNaming, type Problem, problem } from '../problem/problem.ts';
import { failure, type Result, success } from '../problem/result.ts';

/** A YAML file of a repository's own, with the lines of its nodes. */
export interface YamlFile {
  readonly document: Document;
  readonly lines: LineCounter;
}

/** Why a file cannot be read. */
export type YamlFault =
  | {
      readonly kind: 'tooLarge';
      readonly values: { readonly size: number; readonly limit: number };
    }
  | { readonly kind: 'tooDeep'; readonly values: { readonly line: number; readonly limit: number } }
  | {
      readonly kind: 'notYaml';
      readonly values: { readonly line: number; readonly reason: string };
    }
  | { readonly kind: 'alias'; readonly values: { readonly line: number } };

/** What a file that cannot be read is told as. */
export interface YamlProblems {
  readonly tooLarge: CodeNaming<'size' | 'limit'>;
  readonly tooDeep: CodeNaming<'line' | 'limit'>;
  readonly notYaml: CodeNaming<'line' | 'reason'>;
  readonly alias: CodeNaming<'line'>;
}

/** Nobody writes such a file by hand. */
const mostCharacters = 64 * 1024;

/** Lists and mappings within one another; a form has six. Whatever walks through the data calls itself as often. */
const mostNested = 50;

/**
 * Reads a YAML file that maintainers write: its size is bounded, and aliases are refused, for aliases of aliases grow
 * without bound and such a file needs none.
 */
export function readYaml(text: string, codes: YamlProblems): Result<YamlFile> {
  const file = parseYaml(text);
  if ('kind' in file) return failure(problemOf(file, codes));
  const alias = aliasIn(file);
  return alias ? failure(problemOf(alias, codes)) : success(file);
}

function problemOf(fault: YamlFault, codes: YamlProblems): Problem {
  switch (fault.kind) {
    case 'tooLarge':
      return problem(codes.tooLarge, '', fault.values);
    case 'tooDeep':
      return problem(codes.tooDeep, '', fault.values);
    case 'notYaml':
      return problem(codes.notYaml, '', fault.values);
    case 'alias':
      return problem(codes.alias, '', fault.values);
    default:
      return fault satisfies never;
  }
}

/** Parses YAML of bounded size and depth, without lists or mappings as keys: those take minutes to be made into text. */
export function parseYaml(text: string): YamlFile | YamlFault {
  if (text.length > mostCharacters) {
    return { kind: 'tooLarge', values: { size: text.length, limit: mostCharacters } };
  }
  const lines = new LineCounter();
  const lineAt = (offset: number) => lines.linePos(offset).line;
  const fault = faultAmong([...new Parser(lines.addNewLine).parse(text)], lineAt);
  if (fault) return fault;
  // The log level keeps the parser from printing warnings about a stranger's file.
  const document = parseDocument(text, { prettyErrors: false, logLevel: 'error' });
  const broken = document.errors[0];
  if (broken === undefined) return { document, lines };
  return { kind: 'notYaml', values: { line: lineAt(broken.pos[0]), reason: broken.message } };
}

/** Looks through the tokens of the parser, which does not call itself for each level, as everything after it does. */
function faultAmong(
  documents: readonly CST.Token[],
  lineAt: (offset: number) => number,
): YamlFault | undefined {
  const found = documents.map((token) => ({ token, depth: 0 }));
  for (let next = found.pop(); next !== undefined; next = found.pop()) {
    const { token, depth } = next;
    const line = lineAt(token.offset);
    if (depth > mostNested) return { kind: 'tooDeep', values: { line, limit: mostNested } };
    if (token.type === 'document' && token.value) found.push({ token: token.value, depth });
    for (const { key, sep, value, ...item } of 'items' in token ? token.items : []) {
      const isPair = 'explicitKey' in item || sep?.some(({ type }) => type === 'map-value-ind');
      if (isPair && key && 'items' in key) {
        const reason = 'A list or mapping cannot be a key';
        return { kind: 'notYaml', values: { line: lineAt(key.offset), reason } };
      }
      for (const child of [key, value]) if (child) found.push({ token: child, depth: depth + 1 });
    }
  }
  return undefined;
}

function aliasIn({ document, lines }: YamlFile): YamlFault | undefined {
  let position: number | undefined;
  visit(document, {
    Alias(_key, alias) {
      position = alias.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  if (position === undefined) return undefined;
  return { kind: 'alias', values: { line: lines.linePos(position).line } };
}
