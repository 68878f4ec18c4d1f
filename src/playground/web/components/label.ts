import type { Label } from '../../../emulator/world/model.ts';
import { type Html, html, raw } from './html.ts';
import { typed } from './text.ts';

/** A label. Its colour is a dot beside the name, which then reads well on light and on dark. */
export function label({ name, color }: Label): Html {
  const fill = /^[0-9a-f]{6}$/.test(color) ? color : '818b98';
  const dot = `<svg width="8" height="8" viewBox="0 0 8 8" aria-hidden="true"><circle cx="4" cy="4" r="4" fill="#${fill}"/></svg>`;
  return html`<span class="label">${raw(dot)}${typed(name)}</span>`;
}
