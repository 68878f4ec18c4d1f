import { withoutComments } from '../../text/without-comments.ts';
import { cleanLines, cleanText } from '../clean-text.ts';
import { saysNothing } from '../no-answer.ts';

/** An answer, cleaned; empty where nothing was given, or words that say so. */
export function cleanAnswer(typed = '', isName = false): string {
  const cleaned = cleanText(withoutComments(typed));
  return saysNothing(cleaned, isName) ? '' : cleaned;
}

/** The same of an answer that may have several lines. */
export function cleanAnswerLines(typed = ''): string {
  const cleaned = cleanLines(withoutComments(typed));
  return saysNothing(cleaned) ? '' : cleaned;
}
