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
