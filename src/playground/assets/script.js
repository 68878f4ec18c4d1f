/* What makes the pages comfortable. Everything works without it too. */

import './live-updates.js';
import './menus.js';
import './forms.js';
import './drafts.js';
import './files.js';
import './tasks.js';
import './preview.js';

document.documentElement.classList.add('scripted');

/* On a narrow screen, the part one is in comes into sight. */

for (const link of document.querySelectorAll('.tabs [aria-current]')) {
  const row = link.closest('.tabs');
  row.scrollLeft = link.offsetLeft - (row.clientWidth - link.offsetWidth) / 2;
}
