import { describe, expect, it } from 'vitest';
import { writtenForm } from '../../src/written-form.ts';
import { configurationOf } from '../submission/configuration.ts';

function formFor(path: string, format: string, more = ''): string {
  return writtenForm(configurationOf(`pages: {en: ${path}}\nformat: ${format}\n${more}`));
}

describe('a form', () => {
  it.each([
    ['ADOPTERS.md', 'markdown-table', 'ADOPTERS.md', 'ADOPTERS.md'],
    ['docs/users.md', 'markdown-list', 'users.md', 'users.md'],
    ['README.md', 'markdown-list', 'the list of users', 'README.md'],
    ['docs/adopters/_index.md', 'markdown-table', 'the list of users', 'adopters/_index.md'],
    ['_data/adopters.yml', 'yaml-list', 'the list of users', 'adopters.yml'],
    ['data/adopters/*.yml', 'entry-files', 'the list of users', 'Adopters'],
    ['content/users/*/index.md', 'entry-files', 'the list of users', 'Users'],
    ['_case-studies/*.md', 'entry-files', 'the list of users', 'Case studies'],
    ['content/adopters/en/*.md', 'entry-files', 'the list of users', 'Adopters'],
    ['powered_by/_posts/*.md', 'entry-files', 'the list of users', 'Powered by'],
    ['_posts/*.md', 'entry-files', 'the list of users', 'Posts'],
    ['src/users.js', 'js-array', 'the list of users', 'users.js'],
  ])('for %s, a %s, calls it “%s”, and an issue “%s”', (path, format, name, inTitle) => {
    const form = formFor(path, format, 'project: Kestrel');
    expect(form).toContain(`name: "Add us to ${name}"`);
    expect(form).toContain(`Does your company use Kestrel? Add it to ${name}.`);
    expect(form).toContain(`title: "Add [your company] to ${inTitle}"`);
    expect(form).not.toContain('Powered By');
    expect(form).not.toMatch(/web ?site|pages? (?:is|exactly)/);
  });

  it('in Chinese names it, too', () => {
    expect(formFor('ADOPTERS.md', 'markdown-table', 'language: zh')).toContain(
      'name: "加入 ADOPTERS.md"',
    );
    expect(formFor('a/users.yml', 'yaml-list', 'language: zh')).toContain('name: "加入用户列表"');
  });

  it('for a table in front matter calls it the Powered By page', () => {
    const form = formFor('powered-by.md', 'front-matter-table', 'project: Kestrel');
    expect(form).toContain('name: "Add us to Powered By"');
    expect(form).toContain('Add it to the Powered By page.');
  });

  it('says what texts may have', () => {
    expect(formFor('a.md', 'markdown-table')).toContain('as plain text');
    const inline = formFor('a.md', 'markdown-table', 'markup: inline\nhttp-links: true');
    expect(inline).toContain('links, emphasis and code');
    expect(inline).not.toContain('as plain text');
    expect(inline).toMatch(/learn more.* or http:\/\//);
  });
});
