import { asShown } from './as-shown.js';

/* Write and preview, as tabs of a box. */

function select(tab) {
  for (const each of tab.parentElement.children) {
    each.setAttribute('aria-selected', String(each === tab));
    each.tabIndex = each === tab ? 0 : -1;
  }
  const box = tab.closest('.writing-box');
  const [textarea, preview] = [box.querySelector('textarea'), box.querySelector('.box-preview')];
  const isPreview = tab.matches('[data-preview]');
  preview.style.minHeight = `${textarea.offsetHeight}px`;
  textarea.hidden = isPreview;
  preview.hidden = !isPreview;
  if (isPreview) show(textarea.value, preview);
  else textarea.focus();
}

async function show(text, preview) {
  preview.textContent = 'Loading preview…';
  const body = new FormData();
  body.set('body', text);
  const headers = { 'x-csrf-token': document.body.dataset.csrf, ...asShown };
  try {
    const answer = await fetch(document.body.dataset.preview, { method: 'POST', headers, body });
    // The server takes out of it whatever could act.
    preview.innerHTML = answer.ok ? await answer.text() : '';
  } catch {
    preview.textContent = 'The preview could not be loaded.';
  }
}

document.addEventListener('click', ({ target }) => {
  const tab = target.closest('.box-mode');
  if (tab) select(tab);
});
document.addEventListener('keydown', (event) => {
  if (!event.target.matches('.box-mode') || !/^Arrow(?:Left|Right)$/.test(event.key)) return;
  const other = event.target.nextElementSibling ?? event.target.previousElementSibling;
  select(other);
  other.focus();
  event.preventDefault();
});
