import { catchUp } from './live-updates.js';

/* Editing in place, by the address's fragment. */

function beginEditing() {
  const form = document.querySelector('.comment-frame:has(:target) .edit-form');
  form?.querySelector('textarea')?.focus();
  return form !== null;
}
addEventListener('hashchange', () => {
  if (!beginEditing()) catchUp(0);
});
beginEditing();

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
