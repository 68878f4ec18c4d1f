import { catchUp } from './live-updates.js';

/* Menus close when one looks elsewhere. */

function closeMenus(except) {
  for (const menu of document.querySelectorAll('details[data-menu][open]')) {
    if (menu !== except) menu.open = false;
  }
  catchUp(50);
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

/* The arrow keys go through an open menu. */

document.addEventListener('keydown', (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const menu = event.target.closest?.('details[data-menu][open]');
  if (!step || !menu || event.target.matches('textarea, input')) return;
  const items = [...menu.querySelectorAll('.menu-panel :is(button, a)')];
  const at = items.indexOf(document.activeElement);
  items.at(at === -1 ? Math.min(0, step) : (at + step) % items.length)?.focus();
  event.preventDefault();
});

/* Who becomes somebody else by the menu stays there with the focus. */

const identity = document.querySelector('.identity');
identity?.querySelector('form').addEventListener('submit', () => sessionStorage.setItem('identity', 'chosen'));
if (sessionStorage.getItem('identity')) {
  sessionStorage.removeItem('identity');
  identity?.querySelector('summary').focus({ preventScroll: true });
}
