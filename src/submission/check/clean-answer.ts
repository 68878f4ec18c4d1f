import { withoutComments } from '../../text/without-comments.ts';
import { cleanText } from '../clean-text.ts';
import { saysNothing } from '../no-answer.ts';

/** An answer, cleaned; empty where nothing was given, or words that say so. */
export function cleanAnswer(typed = '', isName = false): string {
  const cleaned = cleanText(withoutComments(typed));
  return saysNothing(cleaned, isName) ? '' : cleaned;
}
