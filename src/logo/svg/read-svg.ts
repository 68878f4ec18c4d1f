import { SaxesParser } from 'saxes';
import { type Problem, problem } from '../../problem/problem.ts';
import { failure, type Result, success } from '../../problem/result.ts';
import { shorten } from '../../text/shorten.ts';
import { logoLimits } from '../limits.ts';
import type { Box } from '../pixels.ts';
import { decodeSvg } from './decode-svg.ts';
import { openFrame, openRoot } from './open-root.ts';
import { externalReferencesInCss } from './references.ts';
import { type SvgSize, svgSize } from './svg-size.ts';
import { type Attribute, unsafeParts } from './unsafe-parts.ts';

/** An SVG that was looked through. */
export interface Svg {
  /** Nothing where the file does not say. */
  readonly size: SvgSize | undefined;
  /** Some of it is text: which letters are seen depends on the fonts of the machine that draws it. */
  readonly hasText: boolean;
  /**
   * The file to draw, as UTF-8, without XML declaration, doctype and whatever else stood before its root element. Width
   * and height in pixels replace those of the file, where its size is known. A `region`, in CSS pixels of the size, is
   * drawn as if nothing else were there.
   */
  draw(width: number, height: number, region?: Box): Uint8Array;
}

interface Reading {
  /** By what makes each different from the others. */
  readonly problems: Map<string, Problem>;
  elements: number;
  root: { readonly attributes: readonly Attribute[]; readonly name: string } | undefined;
  /** Where the root element's content begins. */
  contentStart: number;
  isEmpty: boolean;
  hasText: boolean;
  /** Of a style sheet that has begun: its text may come in pieces. */
  style: string | undefined;
  error: { readonly line: number; readonly reason: string } | undefined;
}

/** Small enough that no run of elements past the limit is long. */
const pieceLength = 16 * 1024;

const svgNamespace = 'http://www.w3.org/2000/svg';

/** A drawing that breaks every rule many times needs no longer list. */
const mostProblems = 10;

/**
 * Reads an SVG with a strict XML parser: what would run a script, load something from outside or grow without bound is
 * refused, and all of it is listed at once.
 */
export function readSvg(bytes: Uint8Array): Result<Svg> {
  if (bytes.length > logoLimits.svgBytes) {
    const [kilobytes, limit] = [bytes.length, logoLimits.svgBytes].map((n) => Math.ceil(n / 1024));
    return failure(
      problem('logo-svg-too-large', 'logo', { kilobytes: kilobytes ?? 0, limit: limit ?? 0 }),
    );
  }
  const text = decodeSvg(bytes);
  if (text === undefined) return failure(problem('logo-svg-encoding', 'logo'));
  const reading = parse(text);
  const { root, problems } = reading;
  if (problems.size > 0) return failure(...[...problems.values()].slice(0, mostProblems));
  if (reading.error !== undefined || !root) {
    return failure(
      problem('logo-svg-broken', 'logo', {
        ...(reading.error ?? { line: 1, reason: 'no root element' }),
      }),
    );
  }
  const size = svgSize(named(root.attributes));
  const content = reading.isEmpty ? `</${root.name}>` : text.slice(reading.contentStart);
  return success({
    size,
    hasText: reading.hasText,
    draw: (width, height, region) => {
      const whole = (pixels: typeof size) => openRoot(root.name, root.attributes, pixels) + content;
      if (!size || !region) return Buffer.from(whole(size && { ...size, width, height }));
      return Buffer.from(`${openFrame(width, height, region)}${whole(size)}</svg>`);
    },
  });
}

function parse(text: string): Reading {
  const reading: Reading = {
    problems: new Map(),
    elements: 0,
    root: undefined,
    contentStart: 0,
    isEmpty: false,
    hasText: false,
    style: undefined,
    error: undefined,
  };
  const parser = new SaxesParser({
    xmlns: true,
    // Drawings copied out of a web page lack the declarations that HTML does without.
    additionalNamespaces: { xlink: 'http://www.w3.org/1999/xlink' },
  });
  const refuse = (code: 'logo-svg-unsafe' | 'logo-svg-external', what: string) => {
    const shown = shorten(what, 80);
    reading.problems.set(`${code} ${shown}`, problem(code, 'logo', { what: shown }));
  };
  const fail = (reason: string) => {
    reading.error ??= { line: parser.line, reason };
  };
  // The parser's own sentence is `LINE:COLUMN: reason.`
  parser.on('error', ({ message }) => fail(message.replace(/^[\d:]+ /, '').replace(/\.$/, '')));
  parser.on('doctype', (doctype) => {
    if (doctype.includes('['))
      reading.problems.set('doctype', problem('logo-svg-entities', 'logo'));
  });
  parser.on('processinginstruction', ({ target, body }) => {
    if (target === 'xml-stylesheet') refuse('logo-svg-external', `<?${target} ${body}?>`);
  });
  parser.on('opentag', (tag) => {
    const attributes = Object.values(tag.attributes);
    reading.elements += 1;
    if (!reading.root) {
      reading.root = { attributes, name: tag.name };
      reading.contentStart = parser.position;
      reading.isEmpty = tag.isSelfClosing;
      if (tag.local !== 'svg' || (tag.uri !== '' && tag.uri !== svgNamespace)) {
        fail('the root element is not svg');
      }
    }
    for (const { code, what } of unsafeParts(tag.local, attributes)) refuse(code, what);
    if (tag.local === 'text') reading.hasText = true;
    if (tag.local === 'style') reading.style = '';
  });
  const readText = (part: string) => {
    if (reading.style !== undefined) reading.style += part;
  };
  parser.on('text', readText);
  parser.on('cdata', readText);
  parser.on('closetag', ({ local }) => {
    if (local !== 'style' || reading.style === undefined) return;
    for (const what of externalReferencesInCss(reading.style)) refuse('logo-svg-external', what);
    reading.style = undefined;
  });
  for (let at = 0; at < text.length; at += pieceLength) {
    parser.write(text.slice(at, at + pieceLength));
    if (reading.elements > logoLimits.svgElements) {
      const limit = logoLimits.svgElements;
      reading.problems.set('elements', problem('logo-svg-too-many-elements', 'logo', { limit }));
      return reading;
    }
  }
  parser.close();
  return reading;
}

function named(attributes: readonly Attribute[]): Record<string, string> {
  return Object.fromEntries(attributes.map(({ name, value }) => [name, value]));
}
