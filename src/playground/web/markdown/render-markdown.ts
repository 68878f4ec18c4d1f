import { raw } from 'hono/html';
import markdownIt, { type MarkdownIt } from 'markdown-it';
import { LruCache } from '../../../cache/lru-cache.ts';
import type { Repository } from '../../../emulator/world/model.ts';
import { homeOf, type Playground } from '../../playground.ts';
import { addAlerts } from './alerts.ts';
import { addReferences, type Referable } from './references.ts';
import { sanitize } from './sanitize.ts';
import { addTableAlignment } from './table-alignment.ts';
import { addTaskLists } from './task-lists.ts';

/** An address on this machine, whatever its port was when it was written. */
const own = /^https?:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?(\/.*)$/i;

/** So many texts of a repository are kept rendered. */
const mostKept = 500;

/** What is rendered depends on what its repository holds, and several playgrounds may run in one process. */
const keptOf = new WeakMap<Repository, LruCache<string>>();

/**
 * Renders what people wrote as GitHub does: GitHub-flavoured Markdown, and of HTML what cannot act. Pictures come from
 * this machine, or are named only.
 */
export function renderMarkdown(text: string, playground: Playground) {
  const { repository } = playground;
  const kept = keptOf.get(repository) ?? new LruCache<string>(mostKept);
  keptOf.set(repository, kept);
  const key = `${homeOf(playground)} ${repository.nextNumber}\n${text}`;
  const known = kept.get(key);
  if (known !== undefined) return raw(known);
  const own = (address: string) => ownAddress(address, playground);
  const rendered = sanitize(markdownFor(playground).render(text), own);
  kept.set(key, rendered);
  return raw(rendered);
}

/** The path under which something on this machine is shown; nothing for what is elsewhere. */
function ownAddress(address: string, { emulator }: Playground): string | undefined {
  if (emulator.attachment(address)) return `/attached?address=${encodeURIComponent(address)}`;
  const isPath = address.startsWith('/') || address.startsWith('#');
  const path = isPath ? address : own.exec(address)?.[1];
  return path?.startsWith('//') ? undefined : path;
}

function markdownFor(playground: Playground): MarkdownIt {
  const markdown = markdownIt({ html: true, linkify: true, breaks: true });
  const home = homeOf(playground);
  const referable: Referable = {
    issue: (number) => {
      const issue = playground.repository.issues.get(number);
      return issue && `${home}/${issue.pull ? 'pull' : 'issues'}/${number}`;
    },
    isLogin: (name) => playground.isKnown(name),
  };
  addAlerts(markdown);
  addTableAlignment(markdown);
  addTaskLists(markdown);
  addReferences(markdown, referable);
  return markdown;
}
