import { asShown } from './as-shown.js';

/* Files dropped, pasted and chosen. */

function insert(textarea, text) {
  const { selectionStart: start, selectionEnd: end, value } = textarea;
  const gap = start > 0 && !value.slice(0, start).endsWith('\n') ? '\n' : '';
  textarea.setRangeText(`${gap}${text}\n`, start, end, 'end');
  textarea.dispatchEvent(new Event('input', { bubbles: true }));
}

async function uploadInto(textarea, file) {
  const state = textarea.closest('.writing-box').querySelector('.upload-state');
  const placeholder = `![Uploading ${file.name}…]()`;
  insert(textarea, placeholder);
  state.classList.remove('bad');
  state.textContent = `Uploading ${file.name}…`;
  const replace = (text) => {
    textarea.value = textarea.value.replace(placeholder, () => text);
  };
  try {
    const form = new FormData();
    form.set('file', file);
    const headers = { 'x-csrf-token': document.body.dataset.csrf, ...asShown };
    const answer = await fetch(document.body.dataset.upload, { method: 'POST', headers, body: form });
    const isJson = answer.headers.get('content-type')?.includes('json');
    const { markdown, message } = isJson ? await answer.json() : { message: await answer.text() };
    if (markdown === undefined) throw new Error(message);
    replace(markdown);
    state.textContent = `${file.name} is in place.`;
  } catch (error) {
    replace('');
    textarea.value = textarea.value.trimEnd();
    state.classList.add('bad');
    state.textContent = error.message;
  }
}

document.addEventListener('dragover', (event) => {
  const place = event.target.closest?.('[data-drop], [data-drop-place]');
  if (!place || !event.dataTransfer.types.includes('Files')) return;
  event.preventDefault();
  place.classList.add('dropping');
});
document.addEventListener('dragleave', ({ target, relatedTarget }) => {
  const place = target.closest?.('[data-drop], [data-drop-place]');
  if (place && !place.contains(relatedTarget)) place.classList.remove('dropping');
});
document.addEventListener('drop', (event) => {
  const place = event.target.closest?.('[data-drop], [data-drop-place]');
  if (!place || event.dataTransfer.files.length === 0) return;
  event.preventDefault();
  place.classList.remove('dropping');
  if (place.matches('[data-drop]')) {
    for (const file of event.dataTransfer.files) uploadInto(place.querySelector('textarea'), file);
    return;
  }
  const input = place.querySelector('input[type="file"]');
  input.files = event.dataTransfer.files;
  input.form.requestSubmit();
});
document.addEventListener('paste', (event) => {
  const textarea = event.target.closest?.('[data-drop] textarea');
  const files = event.clipboardData?.files ?? [];
  if (!textarea || files.length === 0) return;
  event.preventDefault();
  for (const file of files) uploadInto(textarea, file);
});
document.addEventListener('change', ({ target }) => {
  if (!target.matches('[data-drop] input[type="file"]')) return;
  const textarea = target.closest('[data-drop]').querySelector('textarea');
  for (const file of target.files) uploadInto(textarea, file);
  target.value = '';
});
