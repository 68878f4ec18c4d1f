import { type AskedSettings, askedFields } from '../submission/asked-fields.ts';
import { fieldIds } from '../submission/field-ids.ts';

/** A line by which a comment says one thing of a company. */
export interface LineKey {
  /** Of the form's field. */
  readonly id: string;
  /** What is before the colon. */
  readonly key: string;
}

/** The lines of a comment that says all of a company that the form asks for, but for translations, words of a link, and the logo. */
export function lineKeys(settings: AskedSettings): readonly LineKey[] {
  return askedFields(settings).flatMap(({ kind, id, name, locale }) => {
    const isTranslation = locale !== undefined && id !== fieldIds.description;
    if (isTranslation || ['logo', 'logo-dark', 'consent'].includes(kind)) return [];
    return [{ id, key: (kind === 'own' ? name : undefined) ?? id }];
  });
}
