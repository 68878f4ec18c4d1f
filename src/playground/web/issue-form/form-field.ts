import type { FormField } from '../../../form/form-field.ts';
import type { FormText, ShownField } from '../../../form/issue-form.ts';
import type { Playground } from '../../playground.ts';
import { type Html, html, nothing } from '../components/html.ts';
import { writingBox } from '../components/writing-box.ts';
import { renderMarkdown } from '../markdown/render-markdown.ts';

/** What a field holds when it is shown. */
export interface FieldState {
  readonly given: readonly string[];
  /** Why it was not taken. */
  readonly complaint: string | undefined;
}

/** One element of an issue form. */
export function formElement(
  element: ShownField | FormText,
  state: FieldState,
  playground: Playground,
): Html {
  if (element.type === 'markdown') {
    return html`<div class="markdown form-words">${renderMarkdown(element.value, playground)}</div>`;
  }
  const help =
    element.description === ''
      ? nothing
      : html`<div class="help markdown" id="help-${element.id}">${renderMarkdown(element.description, playground)}</div>`;
  const complaint =
    state.complaint === undefined
      ? nothing
      : html`<p class="complaint" id="complaint-${element.id}">${state.complaint}</p>`;
  const star = element.required
    ? html` <span class="required" aria-hidden="true">*</span><span class="visually-hidden">(required)</span>`
    : nothing;
  if (element.type === 'checkboxes') {
    return html`<fieldset class="field"><legend>${element.label}${star}</legend>${help}${(
      element.options ?? []
    ).map(
      (option, index) =>
        html`<label class="box"><input type="checkbox" name="field:${element.id}" value="${index}" ${
          state.given.includes(`${index}`) ? 'checked' : ''
        } ${option.required ? 'required' : ''}> <span>${renderOption(option.label, playground)}${
          option.required
            ? html` <span class="required" aria-hidden="true">*</span><span class="visually-hidden">(required)</span>`
            : nothing
        }</span></label>`,
    )}${complaint}</fieldset>`;
  }
  return html`<div class="field"><label class="field-label" for="field-${element.id}">${element.label}${star}</label>${help}${control(element.type, element, state)}${complaint}</div>`;
}

function renderOption(label: string, playground: Playground): Html {
  return html`<span class="markdown inline">${renderMarkdown(label, playground)}</span>`;
}

function control(
  type: Exclude<FormField['type'], 'checkboxes'>,
  field: ShownField,
  { given, complaint }: FieldState,
): Html {
  const described = [
    ...(field.description === '' ? [] : [`help-${field.id}`]),
    ...(complaint === undefined ? [] : [`complaint-${field.id}`]),
  ].join(' ');
  const named = html`id="field-${field.id}" name="field:${field.id}" ${
    described === '' ? '' : html`aria-describedby="${described}"`
  } ${complaint === undefined ? '' : html`aria-invalid="true"`}`;
  const required = field.required ? 'required' : '';
  switch (type) {
    case 'input':
      return html`<input type="text" ${named} ${required} maxlength="1000" value="${given[0] ?? ''}" placeholder="${field.placeholder}" autocomplete="off">`;
    case 'textarea':
      return writingBox({
        attributes: html`${named} ${field.required ? html`data-required` : ''} placeholder="${field.placeholder}"`,
        text: given[0] ?? '',
        rows: 4,
        // What becomes a code block takes no pictures.
        fileField: (field.render ?? '') === '' ? `file:${field.id}` : undefined,
        label: field.label,
      });
    case 'upload':
      return writingBox({
        attributes: html`${named} ${field.required ? html`data-required` : ''} placeholder="Drop a file here"`,
        text: given[0] ?? '',
        rows: 2,
        fileField: `file:${field.id}`,
        label: field.label,
        accept: field.accept,
      });
    case 'dropdown':
      return html`<select ${named} ${required} ${field.isMultiple ? 'multiple' : ''}>${
        field.isMultiple ? nothing : html`<option value="">Choose</option>`
      }${field.choices.map(
        (option) => html`<option ${given.includes(option) ? 'selected' : ''}>${option}</option>`,
      )}</select>`;
  }
}
