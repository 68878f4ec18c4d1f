import { checkConsent } from './body/check-consent.ts';
import { readShown } from './body/read-shown.ts';
import type { FormField } from './form-field.ts';
import { isTooLarge, readAnswers } from './read-body.ts';

/** Whether every box that a form requires is checked in an issue's body. */
export function givesConsent(body: string, fields: readonly FormField[]): boolean {
  if (isTooLarge(body)) return false;
  const { ticked } = readAnswers(readShown(body), fields);
  return checkConsent(fields, ticked).length === 0;
}
