import type { FieldRole } from '../../../config/configuration.ts';
import { foldBlanks } from '../../../text/single-line.ts';
import { mostCommon } from '../../most-common.ts';
import { followsCapitals } from '../../text/capitals.ts';
import { linksIn, shownText } from '../shown-text.ts';
import { encodeWords } from './encode-words.ts';
import { type FieldContext, patternsIn } from './field-context.ts';
import { writeLike } from './inline-pattern.ts';
import { withMails } from './with-mails.ts';

/** Words that another entry has are written as it spells them: bold, a badge, or in its own letters. */
export function writeWords(typed: string, context: FieldContext, role: FieldRole): string {
  if (typed === '') return '';
  const words = joinedLikeOthers(typed, context);
  const same = sameWords(words, context, role);
  if (same !== undefined) return same;
  const patterns = [...patternsIn(context)].map(([pattern]) => pattern);
  const pieces = mostCommon(patterns.map((pattern) => pattern.pieces.join('\n')));
  const alike = patterns.filter((pattern) => pattern.pieces.join('\n') === pieces);
  const text = withMails(encodeWords(words, context), context);
  const [like] = alike;
  const isUsual = alike.length > 1 && alike.length * 2 > context.samples.length;
  const fits = isUsual && like !== undefined && like.link === undefined;
  return (fits ? writeLike(like, { text, url: '' }) : undefined) ?? text;
}

const joint = /\s*[,，、;；/／&+]\s*|\s+and\s+|\s*[和与]\s*/gi;
const typedJoint = ', ';

/**
 * Several words of other entries, with what most that have several have between them: what was typed where as many have it,
 * else of several the nearest.
 */
function joinedLikeOthers(typed: string, { samples }: FieldContext): string {
  const pieces = typed.split(typedJoint);
  if (pieces.length === 1) return typed;
  const all = samples.map(({ nodes }) => shownText(nodes));
  const known = new Set([...pieces, ...all].map(foldWords));
  const ofKnown = all.flatMap((shown) => {
    const [first] = shown.match(joint) ?? [];
    const areKnown = shown.split(joint).every((part) => known.has(foldWords(part)));
    return first !== undefined && areKnown ? [first] : [];
  });
  const candidates = new Set([typedJoint, ...ofKnown]);
  const inEntries = all.flatMap((shown) => [...new Set(shown.match(joint))]);
  const usual = mostCommon([...candidates, ...inEntries.filter((each) => candidates.has(each))]);
  return pieces.join(usual ?? typedJoint);
}

/**
 * The source of the nearest sample that says the same, in the same capitals if there is one. Other capitals are a person's own,
 * unless the field has few words, two entries have them, or they are marked up, as bold or a badge.
 */
export function sameWords(
  typed: string,
  { samples }: FieldContext,
  role: FieldRole,
): string | undefined {
  const key = foldWords(typed);
  if (key === '') return undefined;
  const same = samples.flatMap(({ nodes, source }) => {
    const shown = shownText(nodes);
    const isSame = foldWords(shown) === key && linksIn(nodes).length === 0;
    return isSame ? [{ shown, source, isMarkedUp: nodes.some(({ type }) => type !== 'text') }] : [];
  });
  const spellings = same.map(({ shown }) => shown);
  const exact = same.find(({ shown }) => foldBlanks(shown) === foldBlanks(typed));
  const follows = ({ shown, isMarkedUp }: (typeof same)[number]) =>
    isMarkedUp || followsCapitals(role, spellings, shown);
  return (exact ?? same.find(follows))?.source;
}

function foldWords(text: string): string {
  return foldBlanks(text.normalize('NFKC').toLowerCase());
}
