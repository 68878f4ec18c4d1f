import { markdownEnding, type TextFile } from '../list/list.ts';
import { type Finding, finding } from './finding.ts';

/**
 * Finds what is opened in a Markdown file and never closed, so that all below it is taken for something else: front matter, a
 * code block, a comment.
 */
export function checkFences({ path, text }: TextFile, locale: string): Finding[] {
  if (!markdownEnding.test(path)) return [];
  const open = openFence(text.split(/\r?\n/));
  if (open === undefined) return [];
  const { line, mark } = open;
  return [finding('fence-unclosed', { path, line, locale }, { mark })];
}

interface OpenFence {
  /** From 1. */
  readonly line: number;
  readonly mark: string;
}

function openFence(lines: readonly string[]): OpenFence | undefined {
  let open: OpenFence | undefined;
  for (const [index, content] of lines.entries()) {
    const line = index + 1;
    if (open === undefined) open = opened(content, line);
    else if (closes(content, open)) open = undefined;
  }
  // A line of dashes at the very beginning may be a rule across the page; front matter has keys.
  const isRule = open?.mark === '---' && !/^[\w"'-]+\s*:/.test(lines[1] ?? '');
  return isRule ? undefined : open;
}

function opened(content: string, line: number): OpenFence | undefined {
  if (line === 1 && /^\uFEFF?---\s*$/.test(content)) return { line, mark: '---' };
  const [, fence] = /^ {0,3}(`{3,}(?!.*`)|~{3,})/.exec(content) ?? [];
  if (fence !== undefined) return { line, mark: fence };
  const comment = content.lastIndexOf('<!--');
  const isOpen = comment !== -1 && !content.includes('-->', comment) && !isCode(content, comment);
  return isOpen ? { line, mark: '<!--' } : undefined;
}

function isCode(content: string, at: number): boolean {
  return (content.slice(0, at).match(/`/g)?.length ?? 0) % 2 === 1;
}

function closes(content: string, { mark }: OpenFence): boolean {
  if (mark === '<!--') return content.includes('-->');
  if (mark === '---') return /^(?:---|\.\.\.)\s*$/.test(content);
  const [, fence = ''] = /^ {0,3}(`{3,}|~{3,})\s*$/.exec(content) ?? [];
  return fence.length >= mark.length && fence[0] === mark[0];
}
