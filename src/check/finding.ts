import type { ProblemCode } from '../problem/codes.ts';
import type { Values } from '../problem/values.ts';

/** An error should be fixed; a warning is worth a look. */
export type Severity = 'error' | 'warning';

/** Everything that `check` finds by itself; `templates/LANGUAGE/findings.yml` holds a sentence for each. */
export const severities = {
  // slots
  'slot-without-text': 'error',
  'slot-without-logo': 'error',
  'logo-without-picture': 'error',
  'entry-without-name': 'error',
  // fields of lists, and how these are written
  'entry-nameless': 'error',
  'field-missing': 'error',
  'value-not-a-choice': 'error',
  'link-not-a-url': 'error',
  'row-cells-missing': 'warning',
  'row-cells-unseen': 'error',
  'row-not-padded': 'warning',
  'fence-unclosed': 'error',
  // the issue form
  'form-field-not-asked': 'warning',
  'form-field-unknown': 'warning',
  'form-field-optional': 'warning',
  'form-field-required': 'warning',
  'form-choices-differ': 'warning',
  'form-choices-refused': 'error',
  // companies
  'company-twice': 'error',
  'company-twice-otherwise': 'warning',
  'logo-shared': 'error',
  'company-nearly-twice': 'warning',
  'entry-out-of-order': 'error',
  'entry-misplaced': 'warning',
  'company-not-in-locale': 'error',
  'company-in-few-locales': 'warning',
  'company-named-differently': 'warning',
  // texts
  'active-shortcode': 'error',
  'active-element': 'error',
  'active-event-handler': 'error',
  'active-script-link': 'error',
  'unusual-element': 'warning',
  'link-not-absolute': 'error',
  // logo files
  'logo-file-missing': 'error',
  'logo-file-unused': 'warning',
  'logo-elsewhere': 'warning',
  'logos-all-elsewhere': 'warning',
  'logo-file-unreadable': 'error',
  'logo-file-not-square': 'warning',
  'logo-file-too-small': 'warning',
  'logo-file-too-large': 'warning',
  'logo-not-visible': 'warning',
  'logo-looks-small': 'warning',
  'logo-looks-large': 'warning',
} as const satisfies Record<string, Severity>;

/** The name of one kind of finding that is not a problem of a whole page. */
export type OwnFindingCode = keyof typeof severities;

/** Whether it is a finding of `check`'s own, and not a problem of a whole file. */
export function isOwnFinding(code: string): code is OwnFindingCode {
  return Object.hasOwn(severities, code);
}

/** A page that cannot be read or edited is found under its problem's code. */
type FindingCode = OwnFindingCode | ProblemCode;

/** One thing found in a repository's pages or logo files. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** From the repository's root. */
  readonly path: string;
  /** From 1; none if the whole file is meant; a picture has no lines. */
  readonly line?: number;
  /** The page's locale; none for a file. */
  readonly locale?: string;
  /** What its sentence names. */
  readonly values: Values;
}

/** Where something was found. */
export type Place = Pick<Finding, 'path' | 'line' | 'locale'>;

/** Where something was found in a page. */
export interface PagePlace extends Place {
  readonly line: number;
}

/** Makes a finding of `check`'s own. */
export function finding(code: OwnFindingCode, place: Place, values: Values = {}): Finding {
  const { path, line, locale } = place;
  const severity = severities[code];
  return {
    code,
    severity,
    path,
    ...(line !== undefined && { line }),
    ...(locale !== undefined && { locale }),
    values,
  };
}
