import type { EntryValues, FoundList } from '../../../src/list/format.ts';

/** What a real item or section says, from its source: as much as a person would type into a form. */
interface ProseSource {
  readonly name: string;
  readonly url: string | undefined;
  /** The whole item or section. */
  readonly raw: string;
}

/**
 * What a person would have typed for an item or a section that stands in a real list: no markers, no line breaks, and of contacts
 * their names. Links in texts are typed as Markdown, and items below a label as lines.
 */
export function typedProse(
  { name, url, raw }: ProseSource,
  { fields }: Pick<FoundList, 'fields'>,
): EntryValues {
  const others: Record<string, string> = {};
  const texts: string[] = [];
  const [, inHtml, inMarkdown] = linked.exec(raw.replace(marker, '')) ?? [];
  const homepage = url ?? inHtml ?? inMarkdown;
  const named = fields.filter(({ role }) => role !== 'name');
  const has = (field: string) => named.some((each) => each.name === field);
  const isText = named.some((each) => each.name === 'text' && each.role === 'text');
  // Nobody types the brackets of a link that its author broke.
  let values: EntryValues = {
    company: withoutBrackets(name),
    logo: has('logo') ? pictureIn(raw) : '',
    text: '',
    ...(homepage && { homepage }),
  };
  for (const chunk of chunksOf(raw, name, url)) {
    const [, label = '', value = ''] =
      /^[*_]*((?:\[[^\]]*\]\([^)]*\)|[^*_:])+?)(?::[*_]*|[*_]+:?[*_]*)\s+([\s\S]*)$/.exec(chunk) ??
      [];
    const field = fieldOf(label.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1'), named);
    const contact = contactOf(chunk);
    if (has('logo') && picture.test(chunk)) continue;
    if (field?.role === 'text') texts.push(value);
    else if (field?.role === 'homepage') values = { ...values, homepage: addressIn(value) };
    else if (field !== undefined) others[field.name] = value;
    else if (contact !== undefined && has('contact')) others['contact'] = contact;
    else if (values.homepage === undefined && has('homepage') && isLink(chunk)) {
      values = { ...values, homepage: addressIn(chunk) };
    } else if (chunk !== url && (isText || !has('text'))) {
      texts.push(chunk.replaceAll('\n', '\n\n'));
    } else if (chunk !== url) others['text'] = joined(others['text'], chunk);
  }
  return { ...values, text: texts.join('\n\n'), fields: others };
}

const marker = /^\s*(?:[-*+]\s+|\d+[.)]\s+|#+\s+)/;
const linked =
  /^[*_]*(?:<a\s[^>]*href="([^"]*)"[^>]*>.*?<\/a>|\[(?:[^[\]]|\[[^\]]*\])*\]\(([^)\s]*)\))[*_]*/;

const picture = /^(?:!\[[^\]]*\]\([^()]*\)|<img\s[^>]*>)$/;

/** The address of the first picture. */
function pictureIn(raw: string): string {
  const [, inMarkdown, inHtml] = /!\[[^\]]*\]\(([^()\s]*)|<img\s[^>]*src="([^"]*)"/.exec(raw) ?? [];
  return inMarkdown ?? inHtml?.replaceAll('&amp;', '&') ?? '';
}

/** The field that has a label, perhaps with a word in brackets behind it. */
function fieldOf<T extends { readonly name: string }>(
  label: string,
  fields: readonly T[],
): T | undefined {
  const names = [label, label.replace(/ \([^()]*\)$/, '')];
  return names
    .flatMap((name) => fields.find((each) => name !== '' && each.name === name) ?? [])
    .at(0);
}

/** The lines of an entry behind its name, with those that only continue another joined to it. */
function chunksOf(raw: string, name: string, url: string | undefined): readonly string[] {
  const [first = '', ...others] = raw.split(/\r?\n/);
  const tail = behindName(first.replace(marker, ''), name, url);
  const chunks: string[] = [];
  let isOpen = !/<br ?\/?>\s*$|[ ]{2}$/.test(first) && tail.trim() !== '';
  let isBelowLabel = false;
  if (tail.replace(/<br ?\/?>\s*$/, '').trim() !== '')
    chunks.push(withoutBrackets(withoutEnd(tail)));
  for (const line of others) {
    const [, margin = '', bullet = '', content = ''] =
      /^(\s*)([-*+]\s+|\d+\.\s+)?(.*)$/.exec(line) ?? [];
    const words = withoutEnd(content);
    const isBelow = isBelowLabel || (margin !== '' && /:[*_]*(?:\n.*)*$/.test(chunks.at(-1) ?? ''));
    if (words === '') isOpen = false;
    else if (bullet !== '' && isBelow) chunks[chunks.length - 1] += `\n${words}`;
    else if (isOpen && bullet === '') chunks[chunks.length - 1] += ` ${words}`;
    else chunks.push(words);
    if (words !== '') isBelowLabel = bullet === '' ? /:[*_]*$/.test(words) : isBelowLabel;
    isOpen = words !== '' && !/<br ?\/?>\s*$|[ ]{2}$/.test(line);
  }
  return chunks;
}

/** What of a line is behind the name. An address may be before it. */
function behindName(line: string, name: string, url: string | undefined): string {
  const known = url !== undefined && line.startsWith(url) ? line.slice(url.length) : line;
  const own = known.trimStart();
  const isFirst = linked.test(own) || own.startsWith(name);
  const [marked = name] = isFirst ? [linked.exec(own)?.[0]] : (/^([*_]+)(.*?)\1/.exec(own) ?? []);
  return own.slice(marked.length).replace(/^\s*(?:(?:-{1,3}|[–—:,|])(?=\s|$))?\s*/, '');
}

function withoutEnd(line: string): string {
  return line.replace(/(?:<br ?\/?>|\\)?\s*$/, '').trim();
}

/** Brackets around all of what stands behind a name belong to the list's way of writing. */
function withoutBrackets(text: string): string {
  return /^\((?:[^()]|\([^()]*\))*\)$|^\[(?:[^[\]]|\[[^[\]]*\])*\]$/.test(text)
    ? text.slice(1, -1)
    : text;
}

/** Names on GitHub, where each is linked to itself. */
function contactOf(text: string): string | undefined {
  if (!/^\[?@/.test(text)) return undefined;
  const named = text.replace(/\[(@([\w-]+))\]\(https:\/\/github\.com\/\2\)/g, '$1');
  return named;
}

/** Whether there is an address and nothing else, or a link that is called by it. */
function isLink(text: string): boolean {
  const [, words = '', url = ''] = /^\[([^\]]*)\]\(([^()\s]*)\)$/.exec(text) ?? [];
  return /^<?https?:\/\/\S+$/.test(text) || (url !== '' && url.includes(words));
}

function addressIn(text: string): string {
  return (
    /https?:\/\/[^\s)\]>]+(?=\)$)/.exec(text)?.[0] ?? /https?:\/\/[^\s)>]+/.exec(text)?.[0] ?? text
  );
}

function joined(before: string | undefined, text: string): string {
  return before === undefined ? text : `${before}\n${text}`;
}
