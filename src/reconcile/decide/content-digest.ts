import { createHash } from 'node:crypto';
import type { Submission } from '../../submission/submission.ts';
import type { Reviewed } from '../observe/notes/reviewed.ts';

/** Of what a company asks to be shown: equal where nothing of it is another, whatever else was edited. */
export function contentDigest(
  submission: Submission,
  { logo, darkLogo }: Pick<Reviewed, 'logo' | 'darkLogo'>,
): string {
  const { company, texts, link, linkText, linkTexts = {}, group, fields } = submission;
  const { homepage, homepageLinks } = submission;
  const furtherTexts = Object.entries(linkTexts).sort();
  const content = [
    company,
    Object.entries(texts).sort(),
    link,
    linkText,
    logo?.fingerprint,
    ...furtherTexts,
    // What most lists do not have leaves the digest of what was approved before as it is.
    ...(homepage === undefined ? [] : [{ homepage }]),
    ...(homepageLinks === undefined ? [] : [{ homepageLinks }]),
    ...(darkLogo === undefined ? [] : [{ darkLogo: darkLogo.fingerprint }]),
    ...(group === undefined ? [] : [{ group }]),
    ...(fields === undefined ? [] : [{ fields: Object.entries(fields).sort() }]),
  ];
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url');
}
