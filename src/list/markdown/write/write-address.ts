import { joinedLinks } from '../joined-links.ts';
import { type FieldContext, hasHttp } from './field-context.ts';
import { isCalledLikePage, writeHomepage } from './write-homepage.ts';

/** An address and nothing else, perhaps in the brackets that make a link of it. */
const alone = /^(<?)(https?:\/\/[^\s<>|{}[\]()"'`\\^]*[\w/])(>?)$/i;

/**
 * Writes an address that was typed alone as other entries write theirs: bare, in angle brackets, or as a link that is called by
 * it; bare where none has one.
 *
 * @returns nothing where something else was typed, or an address that may be no link
 */
export function writeAddress(typed: string, context: FieldContext): string | undefined {
  const [, opening, url, closing] = alone.exec(typed.trim()) ?? [];
  if (url === undefined || (opening === '') !== (closing === '')) return undefined;
  if (/^http:/i.test(url) && !hasHttp(context)) return undefined;
  const samples = context.samples.filter((sample) => {
    const [only, ...more] = joinedLinks(sample)?.pieces ?? [];
    return only !== undefined && more.length === 0 && isCalledLikePage(only.link, sample.company);
  });
  return writeHomepage('', url, { ...context, samples });
}
