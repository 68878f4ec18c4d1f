import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../../../src/playground/web/markdown/render-markdown.ts';
import { playground } from '../../visitor.ts';

describe('Markdown', () => {
  it('is rendered as GitHub does', async () => {
    const made = await playground();
    const render = (text: string) => `${renderMarkdown(text, made)}`.trim();
    expect(render('one\ntwo')).toBe('<p>one<br />\ntwo</p>');
    expect(render('~~old~~ https://a.example')).toContain('<s>old</s> <a href="https://a.example"');
    expect(render('| a |\n| - |\n| b |')).toContain('<td>b</td>');
    expect(render('- [x] done\n- [ ] to do')).toMatch(
      /<li class="task"><input type="checkbox" disabled[^>]* checked[^>]*\/> done<\/li>\n<li class="task"><input type="checkbox" disabled(?![^>]*checked)/,
    );
  });

  it('has alerts, and leaves other quotations as they are', async () => {
    const made = await playground();
    const render = (text: string) => `${renderMarkdown(text, made)}`.trim();
    expect(render('> [!WARNING]\n> Mind the **gap**.\n>\n> - one')).toBe(
      '<div class="alert alert-warning">\n<p class="alert-title">Warning</p>\n<p>Mind the <strong>gap</strong>.</p>\n<ul>\n<li>one</li>\n</ul>\n</div>',
    );
    expect(render('> [!tip]\n>\n> Words')).toMatch(/alert-tip.*>Tip<\/p>\n<p>Words<\/p>/s);
    for (const plain of [
      '> [!WARNING] at once',
      '> [!DANGER]\n> x',
      '[!NOTE]\nx',
      '- > [!NOTE]\n  > x',
      '> # [!NOTE]\n> x',
    ]) {
      expect(render(plain)).toContain('[!');
    }
  });

  it('is that of its own playground, where two run at once', async () => {
    const [one, other] = [await playground(), await playground()];
    one.emulator.as('june-juniper').openIssue(one.repository, { title: 'One', body: '' });
    const bot = other.emulator.as('powered-by[bot]');
    await bot.push(other.repository, { branch: 'new', message: 'New', files: { 'a.txt': 'a' } });
    await bot.openPull(other.repository, { head: 'new', base: 'main', title: 'New', body: '' });
    expect(`${renderMarkdown('See #1', one)}`).toContain('/millrace/millrace/issues/1');
    expect(`${renderMarkdown('See #1', other)}`).toContain('/millrace/millrace/pull/1');
  });

  it('links issues that are there, and marks people, outside of code and links', async () => {
    const made = await playground();
    made.emulator.as('june-juniper').openIssue(made.repository, { title: 'One', body: '' });
    const render = (text: string) => `${renderMarkdown(text, made)}`.trim();
    expect(render('See #1, #7 and @max-miller')).toBe(
      '<p>See <a href="/millrace/millrace/issues/1">#1</a>, #7 and <strong>@max-miller</strong></p>',
    );
    for (const plain of [
      '`#1 @max-miller`',
      '&#35;&#8203;1',
      'a#1',
      '@&#8203;max-miller',
      'x@max-miller.example',
    ]) {
      expect(render(plain)).not.toMatch(/issues\/1|<strong>/);
    }
    expect(render('[#1](https://a.example)').match(/<a /g)).toHaveLength(1);
  });

  it('shows what was uploaded under our own address, and asks nobody else for a picture', async () => {
    const made = await playground();
    const bytes = new Uint8Array([1, 2, 3]);
    const upload = made.emulator
      .as('june-juniper')
      .upload(made.repository, { name: 'a.png', type: 'image/png', bytes });
    const shown = `${renderMarkdown(upload, made)}`;
    const source = /src="([^"]+)"/.exec(shown)?.[1] ?? '';
    expect(source).toMatch(/^\/attached\?address=/);
    const answer = await fetch(made.url + source);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    expect(`${renderMarkdown('![x](https://spy.example/x.png)', made)}`).not.toContain('<img');
    // Of an earlier time, when the playground had another port.
    const old = 'http://127.0.0.1:9/millrace/millrace/blob/main/x.png?raw=true';
    expect(`${renderMarkdown(`![x](${old})`, made)}`).toContain('src="/millrace/millrace/blob');
  });
});
