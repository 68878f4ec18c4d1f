import { createHash } from 'node:crypto';
import MarkdownIt from 'markdown-it';
import type { Attachments } from '../attachments/attachments.ts';

/**
 * Renders a body as GitHub does, as far as pictures go: attachments get signed addresses, pictures from elsewhere come
 * through GitHub's own proxy, and of raw HTML only pictures are left.
 */
export function renderBody(body: string, attachments: Attachments): string {
  const markdown = new MarkdownIt({ html: true, linkify: true });
  const address = (source: string) => {
    const signed = attachments.sign(source);
    if (signed !== undefined) return { src: signed, canonical: undefined };
    const digest = createHash('sha1').update(source).digest('hex');
    const hex = Buffer.from(source).toString('hex');
    return { src: `https://camo.githubusercontent.com/${digest}/${hex}`, canonical: source };
  };
  const picture = (attributes: ReadonlyMap<string, string>) => {
    const { src, canonical } = address(attributes.get('src') ?? '');
    const kept = new Map([...attributes].filter(([name]) => /^(alt|width|height)$/.test(name)));
    kept.set('src', src);
    if (canonical !== undefined) kept.set('data-canonical-src', canonical);
    const escaped = (text: string) => markdown.utils.escapeHtml(text);
    const written = Array.from(kept, ([name, value]) => `${name}="${escaped(value)}"`);
    return `<img ${written.join(' ')}>`;
  };
  markdown.renderer.rules['image'] = (tokens, index) => {
    const token = tokens[index];
    const alt = token?.content ?? '';
    return picture(
      new Map([
        ['src', String(token?.attrGet('src') ?? '')],
        ['alt', alt],
      ]),
    );
  };
  const picturesOnly: (typeof markdown.renderer.rules)['html_inline'] = (tokens, index) => {
    const found = (tokens[index]?.content ?? '').matchAll(/<img\b([^>]*)>/gi);
    return Array.from(found, ([, inside = '']) => picture(attributesOf(inside))).join('');
  };
  markdown.renderer.rules['html_inline'] = picturesOnly;
  markdown.renderer.rules['html_block'] = picturesOnly;
  return markdown.render(body).trimEnd();
}

function attributesOf(inside: string): Map<string, string> {
  const found = inside.matchAll(/([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi);
  return new Map(
    Array.from(found, ([, name = '', double, single]) => [
      name.toLowerCase(),
      double ?? single ?? '',
    ]),
  );
}
