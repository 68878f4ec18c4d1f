import { catchUp } from './live-updates.js';

/* Editing in place, by the address's fragment. */

function beginEditing() {
  const form = document.querySelector('.comment-frame:has(:target) .edit-form, .thread-head:has(:target) .title-form');
  form?.querySelector('textarea, input[type="text"]')?.focus();
  return form !== null;
}
addEventListener('hashchange', () => {
  if (!beginEditing()) catchUp(0);
});
beginEditing();

/* A form is sent from within its text, as on GitHub. */

document.addEventListener('keydown', (event) => {
  const { target, key, ctrlKey, metaKey } = event;
  if (key !== 'Enter' || !(ctrlKey || metaKey) || !target.matches('textarea, input[type="text"]')) return;
  event.preventDefault();
  target.form?.requestSubmit(target.form.querySelector('.button-primary'));
});

/* A long step shows that it is going on. */

document.addEventListener('submit', (event) => {
  const { target, submitter } = event;
  if (target.dataset.sent) return event.preventDefault();
  const button = submitter ?? target.querySelector('[data-working]');
  target.classList.add('busy');
  target.dataset.sent = 'yes';
  if (!button?.dataset.working) return;
  button.setAttribute('aria-disabled', 'true');
  button.textContent = button.dataset.working;
});
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) {
    delete form.dataset.sent;
    form.classList.remove('busy');
  }
});
document.addEventListener('change', ({ target }) => {
  if (target.matches('[data-submit]')) target.form.requestSubmit();
});

/* Boxes that must be filled in: without this script a file may come with the form instead. */

for (const box of document.querySelectorAll('textarea[data-required]')) box.required = true;
