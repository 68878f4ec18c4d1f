import { renderMarkdown } from '../../markdown/render-markdown.ts';
import { type Html, html, nothing } from '../html.ts';
import { icon } from '../icon.ts';
import { typed } from '../text.ts';
import type { CommentPlace } from '../thread/comment.ts';

/** What a check found in the newest commit of a pull request, if it was checked. */
export function checkBox({ issue, playground }: CommentPlace): Html {
  const { pull, repository } = issue;
  const run = repository.checkRuns.findLast(({ headOid }) => headOid === pull?.headOid);
  if (run === undefined) return html`<div id="checks" data-live></div>`;
  const { name, conclusion, title, summary } = run;
  const [look, sign] =
    conclusion === 'success'
      ? (['merge-good', 'check'] as const)
      : conclusion === 'failure'
        ? (['merge-bad', 'x'] as const)
        : (['merge-quiet', 'info'] as const);
  const said = summary === null ? nothing : renderMarkdown(summary, playground);
  return html`<div class="merge" id="checks" data-live><div class="merge-box ${look}"><span class="merge-icon">${icon(sign)}</span><div class="merge-words"><h2>Check “${name}”: ${typed(title ?? conclusion ?? 'in progress')}</h2><div class="markdown">${said}</div></div></div></div>`;
}
