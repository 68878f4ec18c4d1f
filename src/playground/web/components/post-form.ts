import type { Visit } from '../visit.ts';
import { type Html, html } from './html.ts';

/** `answered`: it shows already what was sent before, and takes up nothing older. */
export type DraftKind = 'new' | 'answered';

/** How a form looks and behaves. */
export interface PostForm {
  readonly action: string;
  readonly className?: string;
  /** Whether files go with it. */
  readonly hasFiles?: boolean;
  /** Whether what was typed into it is kept for who goes away and comes back; not, if left out. */
  readonly draft?: DraftKind;
  /** Its name for screen readers, where it is a place of its own. */
  readonly label?: string;
}

/** A form that changes something, with the mark by which we know that it came from our own page, and whom that shows. */
export function postForm(visit: Visit, form: PostForm, content: Html): Html {
  const encoding = form.hasFiles ? 'multipart/form-data' : 'application/x-www-form-urlencoded';
  return html`<form method="post" action="${form.action}" enctype="${encoding}" class="${form.className ?? ''}" ${
    form.label === undefined ? '' : html`aria-label="${form.label}"`
  } ${form.draft === undefined ? '' : html`data-draft="${form.draft}"`}><input type="hidden" name="csrf" value="${visit.token}"><input type="hidden" name="as" value="${visit.identity.key}">${content}</form>`;
}
