import { asShown } from './as-shown.js';

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
  document.dispatchEvent(new Event('refreshed'));
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
  const isFocused = piece.contains(document.activeElement) && document.activeElement !== document.body;
  const isTyping = isFocused && /^(?:TEXTAREA|INPUT|SELECT)$/.test(document.activeElement.tagName);
  return isTyping || piece.querySelector('details[data-menu][open], details[data-kept][open], :target') !== null;
}

function announce(item) {
  const words = item.getAttribute('aria-label') ?? item.textContent.trim().replace(/\s+/g, ' ').slice(0, 120);
  document.getElementById('announcer').textContent = `New: ${words}`;
}

let { version } = document.body.dataset;
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

/** Takes in what had to wait, if anything has. @param after milliseconds */
export function catchUp(after) {
  if (isWaiting) setTimeout(refresh, after);
}
document.addEventListener('focusout', () => catchUp(150));
