import type { PluralForms } from '../../text/plural.ts';
import type { ChangeKind, PullClosing, PullNotice } from '../pull-content.ts';

/** The words of a pull request's body, in `templates/LANGUAGE/pull-request.yml`: templates of Markdown. */
export interface PullRequestWords {
  readonly does: Words<ChangeKind | 'rename'>;
  readonly notices: Words<PullNotice>;
  readonly closed: Words<PullClosing>;
  readonly preview: PreviewWords;
  readonly checklist: { readonly more: PluralForms } & Words<
    | 'heading'
    | 'consent-given'
    | 'consent-missing'
    | 'consent-not-asked'
    | 'update'
    | 'locale'
    | 'translate'
  >;
  readonly closes: string;
  readonly requested: string;
  readonly commands: string;
}

/** The words around the rows. */
export type PreviewWords = Words<
  | 'heading'
  | 'new'
  | 'before'
  | 'after'
  | 'taken-off'
  | 'caption'
  | 'unchanged'
  | 'row-afterwards'
  | 'row-gone'
  | 'afterwards'
  | 'list-empty'
  | 'in-group'
  | 'between'
  | 'first'
  | 'last'
  | 'own-file'
  | 'ordered-by'
  | 'more'
  | 'shortened'
  | 'left-out'
>;

type Words<Name extends string> = Readonly<Record<Name, string>>;
