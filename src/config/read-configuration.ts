import { closest } from 'fastest-levenshtein';
import { type Document, isMap, isScalar, type LineCounter } from 'yaml';
import type * as z from 'zod';
import { type Problem, problem, problemsWith } from '../problem/problem.ts';
import { failure, type Result, success } from '../problem/result.ts';
import { type Configuration, configurationPath, type LogoConfiguration } from './configuration.ts';
import { type SchemaNode, schemaAt } from './json-schema.ts';
import { readYaml } from './read-yaml.ts';
import { unnamedProject } from './reply-languages.ts';
import { logoSettings } from './schema/logo.ts';
import { configurationSchema } from './schema.ts';

/** Nobody fixes more at once. */
const mostProblems = 50;

/**
 * Reads the text of a configuration.
 *
 * @param path where it is, from the repository's root
 * @returns the configuration with its defaults, or every problem, each with its line (from 1) and key.
 */
export function readConfiguration(text: string, path = configurationPath): Result<Configuration> {
  const file = readYaml(text, {
    tooLarge: 'configuration-too-large',
    tooDeep: 'configuration-too-deep',
    notYaml: 'configuration-not-yaml',
    alias: 'configuration-alias',
  });
  if (!file.ok) return file;
  const { document, lines } = file.value;
  const parsed = configurationSchema.safeParse(document.toJS() ?? {}, { reportInput: true });
  if (parsed.success) return success(toConfiguration(parsed.data, path));
  const lineOf = (path: readonly PropertyKey[]) => lineOfKey(document, lines, path);
  const problems = parsed.error.issues.flatMap((issue) => problemsOf(issue, lineOf));
  problems.sort((one, other) => lineIn(one) - lineIn(other));
  return failure(...problems.slice(0, mostProblems));
}

function toConfiguration(data: z.output<typeof configurationSchema>, path: string): Configuration {
  const locales = Object.keys(data.pages);
  const {
    'link-text': linkText,
    'co-author': coAuthor,
    'pull-request': pullRequest,
    'state-labels': stateLabels,
    table,
    within = table,
    logo,
    group,
    'http-links': httpLinks,
    reformat,
    project = unnamedProject[data.language],
    ...rest
  } = data;
  return {
    ...rest,
    path,
    project,
    within,
    logo: toLogo(logo),
    group,
    httpLinks,
    reformat,
    linkText,
    coAuthor,
    pullRequest,
    stateLabels,
    locales,
    sourceLocale: locales[0] ?? '',
  };
}

function toLogo(given: z.output<typeof configurationSchema>['logo']): LogoConfiguration {
  const isNone = given === 'none';
  const {
    required,
    'dark-file': darkFile,
    'keep-svg': keepSvg,
    'clear-background': clearBackground,
    backgrounds,
    ...place
  } = isNone ? logoSettings.parse({}) : given;
  return {
    ...place,
    need: isNone ? 'none' : required ? 'required' : 'optional',
    ...(darkFile !== undefined && { darkFile }),
    ...(keepSvg !== undefined && { keepSvg }),
    ...(backgrounds !== undefined && { backgrounds }),
    ...(clearBackground !== undefined && { clearBackground }),
  };
}

function problemsOf(
  issue: z.core.$ZodIssue,
  lineOf: (path: readonly PropertyKey[]) => number,
): Problem[] {
  const key = issue.path.join('.');
  const line = lineOf(issue.path);
  const problemHere = problemsWith(key, { line, key });
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((name) => unknownKey(issue.path, name, lineOf([...issue.path, name])));
    case 'invalid_value':
      return [problemHere('configuration-not-one-of', { choices: issue.values.join(', ') })];
    case 'invalid_key':
      if (issue.path[0] === 'fields') return [problemHere('configuration-not-text')];
      return [
        problemHere('configuration-locale-unreadable', { locale: String(issue.path.at(-1)) }),
      ];
    case 'invalid_union': {
      // Of a value that can be of several kinds, the kind that was meant.
      const without = (...kinds: readonly string[]) =>
        issue.errors.find(
          (errors) => !errors.some(({ code, path }) => path.length === 0 && kinds.includes(code)),
        );
      const meant = without('invalid_type', 'invalid_value') ?? without('invalid_type');
      if (!meant) break;
      return meant.flatMap((each) =>
        problemsOf({ ...each, path: [...issue.path, ...each.path] }, lineOf),
      );
    }
    case 'custom':
      return [problemHere(issue.params?.['problem'], issue.params?.['values'])];
    case 'invalid_type':
      if (issue.input === undefined) return [problemHere('configuration-key-missing')];
      if (issue.expected === 'object' || issue.expected === 'record') {
        return [problemHere('configuration-not-a-mapping')];
      }
      if (issue.expected === 'string') return [problemHere('configuration-not-text')];
      break;
  }
  const { minimum, maximum } = boundsOf(schemaAt(issue.path));
  return minimum === undefined || maximum === undefined
    ? [problemHere('configuration-not-text')]
    : [problemHere('configuration-not-a-whole-number', { minimum, maximum })];
}

/** The bounds of a number, which may be one of several kinds of value. */
function boundsOf(node: SchemaNode): SchemaNode {
  return node.anyOf?.find(({ minimum }) => minimum !== undefined) ?? node;
}

function unknownKey(parent: readonly PropertyKey[], name: string, line: number): Problem {
  const key = [...parent, name].join('.');
  const nearest = closest(name, Object.keys(schemaAt(parent).properties ?? {}));
  return problem('configuration-key-unknown', key, { line, key, nearest });
}

function lineIn({ values: { line } }: Problem): number {
  return typeof line === 'number' ? line : 0;
}

/** The line of a key, or of the nearest mapping around it where the key itself is missing. */
function lineOfKey(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let line = 1;
  for (const name of path) {
    if (!isMap(node)) break;
    const pair = node.items.find(({ key }) => isScalar(key) && key.value === name);
    if (pair === undefined || !isScalar(pair.key)) break;
    line = lines.linePos(pair.key.range?.[0] ?? 0).line;
    node = pair.value;
  }
  return line;
}
