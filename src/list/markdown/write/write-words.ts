import { mostCommon } from '../../most-common.ts';
import { linksIn, shownText } from '../shown-text.ts';
import { encode, type FieldContext, patternsIn } from './field-context.ts';
import { writeLike } from './inline-pattern.ts';

/** Words that another entry has are written as it spells them: bold, a badge, or in its own letters. */
export function writeWords(typed: string, context: FieldContext): string {
  if (typed === '') return '';
  const same = sameWords(typed, context);
  if (same !== undefined) return same;
  const patterns = [...patternsIn(context)].map(([pattern]) => pattern);
  const pieces = mostCommon(patterns.map((pattern) => pattern.pieces.join('\n')));
  const alike = patterns.filter((pattern) => pattern.pieces.join('\n') === pieces);
  const text = encode(typed, context);
  const [like] = alike;
  const isUsual = alike.length > 1 && alike.length * 2 > context.samples.length;
  const fits = isUsual && like !== undefined && like.link === undefined;
  return (fits ? writeLike(like, { text, url: '' }) : undefined) ?? text;
}

/** The source of the nearest sample that says the same. */
export function sameWords(typed: string, { samples }: FieldContext): string | undefined {
  const key = foldWords(typed);
  for (const { nodes, source } of samples) {
    if (foldWords(shownText(nodes)) === key && linksIn(nodes).length === 0) return source;
  }
  return undefined;
}

function foldWords(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
