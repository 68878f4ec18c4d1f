import { asShown } from './as-shown.js';

/* Boxes of task lists, for those who may edit the text that they stand in. */

function enable() {
  for (const box of document.querySelectorAll('[data-tasks] [data-task]')) box.disabled = false;
}
enable();
document.addEventListener('refreshed', enable);

document.addEventListener('change', async ({ target: box }) => {
  const text = box.closest('[data-tasks]');
  if (!text || !box.dataset.task) return;
  const body = new FormData();
  body.set('task', box.dataset.task);
  body.set('checked', box.checked ? 'yes' : 'no');
  const headers = { 'x-csrf-token': document.body.dataset.csrf, ...asShown };
  const answer = await fetch(text.dataset.tasks, { method: 'POST', headers, body }).catch(() => {});
  // The page says why it was not saved.
  if (!answer?.ok) location.reload();
});
