import { createHash } from 'node:crypto';
import type { Submission } from '../../submission/submission.ts';
import type { LogoPin } from '../observe/notes/reviewed.ts';

/** Of what a company asks to be shown: equal where nothing of it is another, whatever else was edited. */
export function contentDigest(submission: Submission, logo: LogoPin | undefined): string {
  const { company, texts, link, linkText, linkTexts = {} } = submission;
  const furtherTexts = Object.entries(linkTexts).sort();
  const content = [
    company,
    Object.entries(texts).sort(),
    link,
    linkText,
    logo?.fingerprint,
    ...furtherTexts,
  ];
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url');
}
