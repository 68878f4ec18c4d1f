import type { Hono } from 'hono';
import { mayWrite } from '../../people.ts';
import { homeOf, type Playground } from '../../playground.ts';
import { html, nothing } from '../components/html.ts';
import { icon } from '../components/icon.ts';
import { typed } from '../components/text.ts';
import { pictureType } from '../facts/picture-type.ts';
import { powerlessPolicy } from '../guard.ts';
import { show } from '../layout.ts';
import type { WebEnvironment } from '../visit.ts';

/** More of a file is not shown, in characters. */
const mostShown = 200_000;

/** Files of the repository: `/blob/COMMIT/PATH`, and with `?raw=true` their bytes, as on GitHub. */
export function addFiles(pages: Hono<WebEnvironment>, playground: Playground): void {
  const { repository } = playground;
  const { git } = repository;
  pages.get('/blob/:oid/:path{.+}', async (context) => {
    const { oid, path } = context.req.param();
    const object = await git.read(`${oid}:${path}`);
    if (object?.type !== 'blob') return context.notFound();
    if (context.req.query('raw') === 'true') {
      return context.body(new Uint8Array(object.bytes), 200, {
        'content-type': pictureType(path) ?? 'text/plain; charset=utf-8',
        'content-security-policy': powerlessPolicy,
      });
    }
    const mayEdit =
      oid === repository.defaultBranch &&
      pictureType(path) === undefined &&
      mayWrite(repository, context.get('visit').identity.login);
    const edit = mayEdit
      ? html`<a class="button" href="${homeOf(playground)}/edit?${new URLSearchParams({ path })}">${icon('pencil')} Edit this file</a>`
      : nothing;
    const text = object.bytes.includes(0) ? '' : `${object.bytes}`.slice(0, mostShown);
    const lines = text.replace(/\n$/, '').split('\n');
    const inside =
      pictureType(path) !== undefined
        ? html`<div class="file-pictures"><img src="?raw=true" alt="${path}" width="300"></div>`
        : html`<div class="diff" tabindex="0" role="region" aria-label="Text of ${path}"><table><tbody>${lines.map(
            (line, index) =>
              html`<tr><td class="diff-number">${index + 1}</td><td class="diff-text">${typed(line)}</td></tr>`,
          )}</tbody></table></div>`;
    const content = html`<div class="page-head"><h1 class="path"><code>${typed(path)}</code></h1>${edit}</div><section class="file">${inside}</section>`;
    return show(context, playground, { title: path, content });
  });
}
