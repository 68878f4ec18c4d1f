import { type Document, LineCounter, parseDocument, visit } from 'yaml';
import { type CodeNaming, problem } from '../problem/problem.ts';
import { failure, type Result, success } from '../problem/result.ts';

/** A YAML file of a repository's own, with the lines of its nodes. */
export interface YamlFile {
  readonly document: Document;
  readonly lines: LineCounter;
}

/** What a file that cannot be read is told as. */
export interface YamlProblems {
  readonly tooLarge: CodeNaming<'size' | 'limit'>;
  readonly notYaml: CodeNaming<'line' | 'reason'>;
  readonly alias: CodeNaming<'line'>;
}

/** Nobody writes such a file by hand. */
const mostCharacters = 64 * 1024;

/**
 * Reads a YAML file that maintainers write: its size is bounded, and aliases are refused, for aliases of aliases grow
 * without bound and such a file needs none.
 */
export function readYaml(text: string, codes: YamlProblems): Result<YamlFile> {
  if (text.length > mostCharacters) {
    return failure(problem(codes.tooLarge, '', { size: text.length, limit: mostCharacters }));
  }
  const lines = new LineCounter();
  // The log level keeps the parser from printing warnings about a stranger's file.
  const options = { lineCounter: lines, prettyErrors: false, logLevel: 'error' } as const;
  const document = parseDocument(text, options);
  const broken = document.errors[0];
  if (broken !== undefined) {
    const { line } = lines.linePos(broken.pos[0]);
    return failure(problem(codes.notYaml, '', { line, reason: broken.message }));
  }
  const alias = firstAlias(document);
  if (alias !== undefined) {
    return failure(problem(codes.alias, '', { line: lines.linePos(alias).line }));
  }
  return success({ document, lines });
}

function firstAlias(document: Document): number | undefined {
  let position: number | undefined;
  visit(document, {
    Alias(_key, alias) {
      position = alias.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return position;
}
