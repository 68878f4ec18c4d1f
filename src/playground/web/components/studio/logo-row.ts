import type { ShownLogo } from '../../facts/neighbour-logos.ts';
import { type Html, html } from '../html.ts';
import { typed } from '../text.ts';

/** A new logo in the middle of its neighbours, on a light or a dark page. */
export function logoRow(
  neighbours: readonly ShownLogo[],
  own: ShownLogo,
  ground: 'light' | 'dark',
): Html {
  const middle = Math.ceil(neighbours.length / 2);
  const row = [...neighbours.slice(0, middle), own, ...neighbours.slice(middle)];
  return html`<section class="logo-row logo-row-${ground}" aria-label="On a ${ground} page" tabindex="0"><h2>On a ${ground} page</h2><ul>${row.map(
    (logo) =>
      html`<li class="${logo === own ? 'logo-own' : ''}"><img src="${logo.address}" alt="" width="160" height="160"><span>${typed(logo.name)}</span></li>`,
  )}</ul></section>`;
}
