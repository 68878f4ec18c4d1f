import { SaxesParser, type SaxesTagNS } from 'saxes';
import { type Problem, problem } from '../../problem/problem.ts';
import { failure, type Result, success } from '../../problem/result.ts';
import { shorten } from '../../text/shorten.ts';
import { logoLimits } from '../limits.ts';
import { internalEntities } from './internal-entities.ts';
import { keepAttributes } from './keep-attributes.ts';
import type { SvgElement } from './svg-tree.ts';

/** An SVG as a tree of what can be drawn. */
export interface ParsedSvg {
  readonly root: SvgElement;
  /** What was left out because it shows nothing in a picture, as written in the file, each once. */
  readonly leftOut: Set<string>;
}

/** They run programs, hold a page, play, or describe: nothing of it is part of a drawing. */
const leftOutElements = new Set([
  'script',
  'handler',
  'listener',
  'foreignobject',
  'iframe',
  'object',
  'embed',
  'audio',
  'video',
  'canvas',
  'link',
  'color-profile',
]);

/** They describe the drawing in words; to leave them out is worth no word. */
const descriptions = new Set(['metadata', 'title', 'desc']);

/** Elements with text that counts. */
const textElements = new Set(['style', 'text', 'tspan', 'textPath', 'tref', 'a']);

/** Small enough that no run of elements past the limit is long. */
const pieceLength = 16 * 1024;

const svgNamespace = 'http://www.w3.org/2000/svg';

/** What is left out, or is elsewhere, is shown up to this many characters. */
const longestShown = 80;

/** Entities may make a text this many characters longer. */
const mostExpansion = 4 * 1024 * 1024;

/**
 * Parses an SVG with a strict XML parser and keeps what can be drawn. Refused is what is not well-formed, has too many elements,
 * or names content outside the file without which the picture is not itself.
 */
export function parseSvg(text: string): Result<ParsedSvg> {
  const builder = new TreeBuilder();
  const parser = new SaxesParser({
    xmlns: true,
    // Drawings copied out of a web page lack the declarations that HTML does without.
    additionalNamespaces: { xlink: 'http://www.w3.org/1999/xlink' },
  });
  let error: { readonly line: number; readonly reason: string } | undefined;
  let usesUnknownEntity = false;
  let hasSubset = false;
  const fail = (reason: string) => {
    error ??= { line: parser.line, reason };
  };
  // The parser's own sentence is `LINE:COLUMN: reason.`
  parser.on('error', ({ message }) => {
    const reason = message.replace(/^[\d:]+ /, '').replace(/\.$/, '');
    // Browsers draw the rest, and a prefix that nothing declares is none of SVG's.
    if (reason.startsWith('unbound namespace prefix')) return;
    if (reason === 'undefined entity') usesUnknownEntity = true;
    fail(reason);
  });
  parser.on('doctype', (doctype) => {
    hasSubset = doctype.includes('[');
    const entities = internalEntities(doctype);
    const longest = Math.max(0, ...[...entities.values()].map(({ length }) => length));
    if (longest * (text.split('&').length - 1) > mostExpansion) return;
    for (const [name, value] of entities) parser.ENTITIES[name] = value;
  });
  parser.on('processinginstruction', ({ target, body }) => {
    if (target === 'xml-stylesheet')
      builder.leftOut.add(shorten(`<?${target} ${body}?>`, longestShown));
  });
  parser.on('opentag', (tag) => {
    const reason = builder.open(tag);
    if (reason !== undefined) fail(reason);
  });
  parser.on('text', (part) => builder.addText(part));
  parser.on('cdata', (part) => builder.addText(part));
  parser.on('closetag', () => builder.close());
  const start = text.replace(/^\s+/, '');
  for (let at = 0; at < start.length; at += pieceLength) {
    parser.write(start.slice(at, at + pieceLength));
    if (error) break;
    const tooMany = builder.tooMany();
    if (tooMany) return failure(tooMany);
  }
  if (!error) parser.close();
  if (usesUnknownEntity && hasSubset) return failure(problem('logo-svg-entities', 'logo'));
  if (error) return failure(problem('logo-svg-broken', 'logo', { ...error }));
  const { root, problems, leftOut } = builder;
  if (problems.size > 0) return failure(...[...problems.values()].slice(0, mostProblems));
  if (root) return success({ root, leftOut });
  return failure(problem('logo-svg-broken', 'logo', { line: 1, reason: 'no root element' }));
}

/** A drawing that breaks every rule many times needs no longer list. */
const mostProblems = 10;

/** Builds the tree from the parser's events. */
class TreeBuilder {
  root: SvgElement | undefined;
  readonly problems = new Map<string, Problem>();
  readonly leftOut = new Set<string>();
  readonly #open: SvgElement[] = [];
  #rootUri = '';
  #elements = 0;
  /** How deep within an element that is left out, and its name where its text is worth a word. */
  #skipped = 0;
  #skippedName: string | undefined;

  /** Takes an opening tag; returns why the file is none that can be read. */
  open(tag: SaxesTagNS): string | undefined {
    if (this.#skipped > 0) {
      this.#skipped += 1;
      return undefined;
    }
    if (!this.root) {
      // The parser gives a prefix that nothing declares as its own address.
      const isSvg = tag.local === 'svg' && [svgNamespace, '', tag.prefix].includes(tag.uri);
      if (!isSvg) return 'the root element is not svg';
      this.#rootUri = tag.uri;
    }
    if (this.#open.length >= logoLimits.svgDepth) return 'its elements are nested too deep';
    const isOwn = tag.uri === svgNamespace || tag.uri === this.#rootUri;
    const local = tag.local.toLowerCase();
    if (leftOutElements.has(local)) {
      this.leftOut.add(`<${tag.local}>`);
      this.#skip();
    } else if (!isOwn || descriptions.has(local)) this.#skip(isOwn ? undefined : tag.name);
    else this.#append(tag);
    return undefined;
  }

  addText(part: string): void {
    if (this.#skipped > 0) {
      if (this.#skippedName !== undefined && part.trim() !== '') {
        this.leftOut.add(`<${this.#skippedName}>`);
      }
      return;
    }
    const parent = this.#open.at(-1);
    if (parent && textElements.has(parent.name)) parent.children.push(part);
  }

  close(): void {
    if (this.#skipped > 0) this.#skipped -= 1;
    else this.#open.pop();
  }

  tooMany(): Problem | undefined {
    const limit = logoLimits.svgElements;
    if (this.#elements <= limit) return undefined;
    return problem('logo-svg-too-many-elements', 'logo', { limit });
  }

  #skip(name?: string): void {
    this.#skipped = 1;
    this.#skippedName = name;
  }

  #append(tag: SaxesTagNS): void {
    this.#elements += 1;
    const kept = keepAttributes(tag.local, Object.values(tag.attributes));
    for (const what of kept.leftOut) this.leftOut.add(shorten(what, longestShown));
    for (const what of kept.external) {
      const shown = shorten(what, longestShown);
      this.problems.set(shown, problem('logo-svg-external', 'logo', { what: shown }));
    }
    const element: SvgElement = { name: tag.local, attributes: kept.attributes, children: [] };
    this.root ??= element;
    this.#open.at(-1)?.children.push(element);
    this.#open.push(element);
  }
}
