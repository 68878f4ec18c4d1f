'use strict';

/* What makes the pages comfortable. Everything works without it too. */

const { body } = document;
document.documentElement.classList.add('scripted');

/** In another tab the visitor may have become somebody else: this page goes on as the one whom it shows. */
const asShown = { 'x-person': body.dataset.person };

/* Live updates: the page is asked for again when something changed, and what differs is put in its place. */

/** The markup in which each live piece last came from the server, by its id. */
const known = new Map();
for (const piece of document.querySelectorAll('[data-live], [data-live-item]')) {
  known.set(piece.id, piece.outerHTML);
}
let isWaiting = false;
let isAsking = false;
let isStale = false;

async function refresh() {
  if (isAsking) {
    isStale = true;
    return;
  }
  isAsking = true;
  do {
    isStale = false;
    try {
      const headers = { accept: 'text/html', 'x-live': '1', ...asShown };
      const answer = await fetch(location.href, { headers });
      if (answer.ok) takeOver(new DOMParser().parseFromString(await answer.text(), 'text/html'));
    } catch {
      // The playground is gone, or restarting: the next change brings it back.
    }
  } while (isStale);
  isAsking = false;
}

function takeOver(fresh) {
  isWaiting = false;
  const focused = document.activeElement?.id;
  const place = placeOfWriting();
  for (const piece of document.querySelectorAll('[data-live]')) {
    const other = fresh.getElementById(piece.id);
    if (!other) continue;
    if (piece.dataset.live === 'list') takeItems(piece, other);
    else takePiece(piece, other);
  }
  if (focused) document.getElementById(focused)?.focus();
  // Who is writing goes on where they are, whatever came in above.
  if (place !== undefined) scrollBy({ top: placeOfWriting() - place, behavior: 'instant' });
}

/** How far down the window the box is that somebody writes in. */
function placeOfWriting() {
  const { activeElement } = document;
  return activeElement?.matches('textarea, input') ? activeElement.getBoundingClientRect().top : undefined;
}

/** Replaces a piece, unless somebody is busy with it: then it waits until they are not. */
function takePiece(piece, other) {
  const markup = other.outerHTML;
  if (known.get(piece.id) === markup) return;
  if (isInUse(piece)) {
    isWaiting = true;
    return;
  }
  known.set(piece.id, markup);
  const isFrame = piece.querySelector('iframe');
  const isSameFrame = isFrame && isFrame.getAttribute('src') === other.querySelector('iframe')?.getAttribute('src');
  if (!isSameFrame) piece.replaceWith(document.importNode(other, true));
}

function takeItems(list, other) {
  const wanted = new Set([...other.children].map((item) => item.id));
  for (const item of [...list.children]) if (!wanted.has(item.id)) item.remove();
  let before = list.firstElementChild;
  for (const item of other.children) {
    const present = document.getElementById(item.id);
    if (present) {
      if (present !== before) list.insertBefore(present, before);
      before = present.nextElementSibling;
      takePiece(present, item);
      continue;
    }
    known.set(item.id, item.outerHTML);
    list.insertBefore(document.importNode(item, true), before);
    announce(item);
  }
}

function isInUse(piece) {
  const isFocused = piece.contains(document.activeElement) && document.activeElement !== body;
  const isTyping = isFocused && /^(?:TEXTAREA|INPUT|SELECT)$/.test(document.activeElement.tagName);
  return isTyping || piece.querySelector('details[data-menu][open], :target') !== null;
}

function announce(item) {
  const words = item.getAttribute('aria-label') ?? item.textContent.trim().replace(/\s+/g, ' ').slice(0, 120);
  document.getElementById('announcer').textContent = `New: ${words}`;
}

let { version } = body.dataset;
let source;

/** Only while the page is looked at: browsers keep no more than six connections to a server. */
function listen() {
  source?.close();
  if (document.hidden) return;
  source = new EventSource('/live');
  source.addEventListener('version', ({ data }) => {
    if (data === version) return;
    version = data;
    refresh();
  });
}
listen();
document.addEventListener('visibilitychange', listen);
addEventListener('pagehide', () => source?.close());
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) listen();
});
document.addEventListener('focusout', () => {
  if (isWaiting) setTimeout(refresh, 150);
});

/* Menus close when one looks elsewhere. */

function closeMenus(except) {
  for (const menu of document.querySelectorAll('details[data-menu][open]')) {
    if (menu !== except) menu.open = false;
  }
  if (isWaiting) setTimeout(refresh, 50);
}
document.addEventListener('click', ({ target }) => {
  closeMenus(target.closest('a') ? undefined : target.closest('details[data-menu]'));
});
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  const open = document.querySelector('details[data-menu][open]');
  if (!open) return;
  closeMenus();
  open.querySelector('summary').focus();
});

/* Editing in place, by the address's fragment. */

function beginEditing() {
  const form = document.querySelector('.comment-frame:has(:target) .edit-form');
  form?.querySelector('textarea')?.focus();
  return form !== null;
}
addEventListener('hashchange', () => {
  if (!beginEditing() && isWaiting) refresh();
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

/* What was typed stays for who goes away, or becomes somebody else, and comes back. */

const draftKey = `draft ${body.dataset.path}`;

function controlsOf(form) {
  return [...form.elements].filter(({ name, type }) => name && !/^(?:hidden|file|submit)$/.test(type));
}

function stateOf({ type, checked, options, value }) {
  if (options) return Array.from(options, ({ selected }) => selected);
  return /^(?:checkbox|radio)$/.test(type) ? checked : value;
}

function restore(control, state) {
  if (control.options) for (const [index, option] of [...control.options].entries()) option.selected = state[index];
  else if (typeof state === 'boolean') control.checked = state;
  else control.value = state;
}

function keepDraft() {
  const form = document.querySelector('form[data-draft]');
  if (!form) return;
  const controls = controlsOf(form);
  const isEmpty = controls.every(({ type, value }) => !/^text/.test(type) || value === '');
  if (isEmpty || form.dataset.sent) sessionStorage.removeItem(draftKey);
  else sessionStorage.setItem(draftKey, JSON.stringify(controls.map((each) => [each.name, stateOf(each)])));
}

function takeUpDraft() {
  const form = document.querySelector('form[data-draft]');
  const draft = JSON.parse(sessionStorage.getItem(draftKey) ?? '[]');
  for (const [index, control] of form ? controlsOf(form).entries() : []) {
    const [name, state] = draft[index] ?? [];
    if (name === control.name) restore(control, state);
  }
}
takeUpDraft();
addEventListener('pagehide', keepDraft);

/* On a narrow screen, the part one is in comes into sight. */

for (const link of document.querySelectorAll('.tabs [aria-current]')) {
  const row = link.closest('.tabs');
  row.scrollLeft = link.offsetLeft - (row.clientWidth - link.offsetWidth) / 2;
}

/* Boxes that must be filled in: without this script a file may come with the form instead. */

for (const box of document.querySelectorAll('textarea[data-required]')) box.required = true;

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
    const headers = { 'x-csrf-token': body.dataset.csrf, ...asShown };
    const answer = await fetch(body.dataset.upload, { method: 'POST', headers, body: form });
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
