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
 * their names. Links in texts are typed as Markdown.
 */
export function typedProse(
  { name, url, raw }: ProseSource,
  { fields }: Pick<FoundList, 'fields'>,
): EntryValues {
  const others: Record<string, string> = {};
  const texts: string[] = [];
  const [, inHtml, inMarkdown] = linked.exec(raw.replace(marker, '')) ?? [];
  const homepage = url ?? inHtml ?? inMarkdown;
  const names = fields.filter(({ role }) => role !== 'name').map((field) => field.name);
  // Nobody types the brackets of a link that its author broke.
  let values: EntryValues = {
    company: withoutBrackets(name),
    logo: '',
    text: '',
    ...(homepage && { homepage }),
  };
  for (const chunk of chunksOf(raw, name)) {
    const [, label = '', value = ''] =
      /^[*_]*([^*_:]+?)(?::[*_]*|[*_]+:?[*_]*)\s+([\s\S]*)$/.exec(chunk) ?? [];
    const field = fields.find((each) => each.name === label && names.includes(label));
    const contact = contactOf(chunk);
    if (field?.role === 'text') texts.push(value);
    else if (field?.role === 'homepage') values = { ...values, homepage: addressIn(value) };
    else if (field !== undefined) others[field.name] = value;
    else if (contact !== undefined && names.includes('contact')) others['contact'] = contact;
    else if (chunk !== url) texts.push(chunk);
  }
  return { ...values, text: texts.join('\n\n'), fields: others };
}

const marker = /^\s*(?:[-*+]\s+|\d+[.)]\s+|#+\s+)/;
const linked = /^(?:<a\s[^>]*href="([^"]*)"[^>]*>.*?<\/a>|\[(?:[^[\]]|\[[^\]]*\])*\]\(([^)\s]*)\))/;

/** The lines of an entry behind its name, with those that only continue another joined to it. */
function chunksOf(raw: string, name: string): readonly string[] {
  const [first = '', ...others] = raw.split(/\r?\n/);
  const line = first.replace(marker, '');
  const own = linked.exec(line)?.[0] ?? name;
  const tail = line.slice(own.length).replace(/^\s*(?:(?:-{1,3}|[–—:,|])(?=\s|$))?\s*/, '');
  const chunks: string[] = [];
  let isOpen = !/<br ?\/?>\s*$|[ ]{2}$/.test(first) && tail.trim() !== '';
  if (tail.replace(/<br ?\/?>\s*$/, '').trim() !== '')
    chunks.push(withoutBrackets(withoutEnd(tail)));
  for (const line of others) {
    const [, margin = '', bullet = '', content = ''] =
      /^(\s*)([-*+]\s+|\d+\.\s+)?(.*)$/.exec(line) ?? [];
    const words = withoutEnd(content);
    if (words === '') isOpen = false;
    else if (bullet !== '' && margin !== '' && /:[*_]*(?:\n.*)*$/.test(chunks.at(-1) ?? '')) {
      chunks[chunks.length - 1] += `\n${words}`;
    } else if (isOpen && bullet === '') chunks[chunks.length - 1] += ` ${words}`;
    else chunks.push(words);
    isOpen = words !== '' && !/<br ?\/?>\s*$|[ ]{2}$/.test(line);
  }
  return chunks;
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

function addressIn(text: string): string {
  return /https?:\/\/[^\s)>]+/.exec(text)?.[0] ?? text;
}
