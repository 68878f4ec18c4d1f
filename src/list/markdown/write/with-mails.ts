import { linksIn } from '../shown-text.ts';
import type { FieldContext } from './field-context.ts';

const bareMail = /(?<=^|\s)[A-Za-z\d][A-Za-z\d.+-]*@[A-Za-z\d-]+(?:\.[A-Za-z\d-]+)+(?=$|[\s,;)])/;
const encodedMail = new RegExp(bareMail.source.replace('@', '&commat;'), 'g');

/** Mail addresses as they are typed, where the nearest entry with one has it so: GitHub links them by itself. Code stays as it is. */
export function withMails(encoded: string, { samples }: FieldContext): string {
  const [nearest] = samples.flatMap(({ nodes, source }) => {
    const mails = linksIn(nodes).filter(({ url }) => url.startsWith('mailto:'));
    return mails.length > 0 || bareMail.test(source) ? [{ isBare: mails.length === 0 }] : [];
  });
  if (!nearest?.isBare || encoded.includes('`')) return encoded;
  return encoded.replace(encodedMail, (found) => found.replace('&commat;', '@'));
}
