import type { Visit } from '../visit.ts';
import { type Html, html } from './html.ts';

/** How a form looks and behaves. */
export interface PostForm {
  readonly action: string;
  readonly className?: string;
  /** Whether files go with it. */
  readonly hasFiles?: boolean;
  /** Whether what was typed into it is kept for who goes away and comes back. */
  readonly isDraft?: boolean;
  /** Its name for screen readers, where it is a place of its own. */
  readonly label?: string;
}

/** A form that changes something, with the mark by which we know that it came from our own page, and whom that shows. */
export function postForm(visit: Visit, form: PostForm, content: Html): Html {
  const encoding = form.hasFiles ? 'multipart/form-data' : 'application/x-www-form-urlencoded';
  return html`<form method="post" action="${form.action}" enctype="${encoding}" class="${form.className ?? ''}" ${
    form.label === undefined ? '' : html`aria-label="${form.label}"`
  } ${form.isDraft ? 'data-draft' : ''}><input type="hidden" name="csrf" value="${visit.token}"><input type="hidden" name="as" value="${visit.identity.key}">${content}</form>`;
}
