import { renderGridPage } from './grid-page.ts';
import { renderMarkdownPage } from './markdown-page.ts';
import { renderRecordsPage } from './records-page.ts';
import type { SmallPage } from './small-page.ts';

/** Shows a list without its site's own templates, as far as its file alone says how it looks. */
export function renderSmallPage(page: SmallPage): string {
  const { look } = page.list.format;
  switch (look) {
    case 'grid':
      return renderGridPage(page);
    case 'rows':
    case 'items':
    case 'sections':
      return renderMarkdownPage(page);
    case 'records':
      return renderRecordsPage(page);
    default:
      return look satisfies never;
  }
}
