import { escapeHtml } from '../markdown/sanitize.ts';
import { type Html, raw } from './html.ts';

/** Dark enough for white letters. */
const colours = ['#0b6e7a', '#8a3ffc', '#b3421f', '#2f6b4f', '#9a3d72', '#3f4f9c', '#7a5a00'];

/** A drawn picture of somebody, as an ornament beside the name. @param size in pixels */
export function avatar(login: string, size = 20): Html {
  const isBot = login.endsWith('[bot]');
  const sum = [...login].reduce(
    (total, letter) => (total * 3 + (letter.codePointAt(0) ?? 0)) % 9973,
    7,
  );
  const colour = isBot ? '#1f2328' : colours[sum % colours.length];
  const letters = isBot ? drop : initials(login);
  const corner = isBot ? 6 : 20;
  return raw(
    `<svg class="avatar" width="${size}" height="${size}" viewBox="0 0 40 40" aria-hidden="true"><rect width="40" height="40" rx="${corner}" fill="${colour}"/>${letters}</svg>`,
  );
}

/** The app's mark: a tile put into a row. */
const drop =
  '<g fill="#fff"><rect x="8" y="9" width="10" height="10" rx="2"/><rect x="22" y="9" width="10" height="10" rx="2"/><rect x="8" y="22" width="10" height="10" rx="2"/></g><rect x="22" y="22" width="10" height="10" rx="2" fill="#4ac26b"/>';

function initials(login: string): string {
  const letters = login
    .split(/[^\p{L}\d]+/u)
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
    .slice(0, 2);
  return `<text x="20" y="26" text-anchor="middle" font-family="system-ui, sans-serif" font-weight="600" font-size="16" fill="#fff">${escapeHtml(letters)}</text>`;
}
