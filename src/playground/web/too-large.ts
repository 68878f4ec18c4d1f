import { logoLimits } from '../../logo/limits.ts';
import { homeOf, type Playground } from '../playground.ts';
import { html } from './components/html.ts';
import { largestUploadWords } from './guard.ts';
import { show } from './layout.ts';
import type { WebContext } from './visit.ts';

/** Answers what is too large to be taken in: with a page to who sent a form, with a sentence to our script. */
export function refuseLarge(context: WebContext, playground: Playground) {
  const sentence = `That is too large: a file may have ${largestUploadWords}, as on GitHub.`;
  const isForm = context.req.header('accept')?.includes('text/html');
  if (!isForm) return context.json({ message: sentence }, 413);
  const home = homeOf(playground);
  return show(context, playground, {
    title: 'Too large',
    status: 413,
    path: home,
    content: html`<div class="blank"><h1>That is too large</h1><p>A file can be up to ${largestUploadWords}, as on GitHub, and a logo up to ${logoLimits.bytes / 1024 ** 2} MiB. Go back and choose a smaller one.</p><p><a class="button" href="${home}/studio">Logo studio</a> <a class="button" href="${home}">Home</a></p></div>`,
  });
}
