import type { Hono } from 'hono';
import type { Playground } from '../../playground.ts';
import { readForm, textOf } from '../guard.ts';
import { renderMarkdown } from '../markdown/render-markdown.ts';
import type { WebEnvironment } from '../visit.ts';

/** How a text will look, before it is sent. */
export function addPreview(pages: Hono<WebEnvironment>, playground: Playground): void {
  pages.post('/preview', async (context) => {
    const text = textOf(await readForm(context), 'body');
    const shown = text.trim() === '' ? 'Nothing to preview' : text;
    return context.html(`${renderMarkdown(shown, playground)}`);
  });
}
