import { readAsset } from '../../read-asset.ts';
import { type Html, raw } from './html.ts';
import type { IconName } from './icon-names.ts';

const paths: Readonly<Record<string, string>> = JSON.parse(readAsset('icons.json').toString());

/** One of GitHub's icons, as an ornament: words beside it say what it means. @param className in the stylesheet */
export function icon(name: IconName, className = ''): Html {
  return raw(
    `<svg class="icon ${className}" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">${paths[name] ?? ''}</svg>`,
  );
}
