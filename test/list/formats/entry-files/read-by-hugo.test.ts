import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { entryFiles } from '../../../../src/list/formats/entry-files/entry-files.ts';
import { describeWith } from '../../../support/programs.ts';
import { folderOf } from './folders.ts';

const program = 'hugo';

const page = '---\ntitle: Alder\nlink: https://a.example\n---\n\nPlans trains.\n';

/** Front matter as people leave it. All of it is read by Hugo. */
const pages = {
  plain: page,
  crlf: page.replaceAll('\n', '\r\n'),
  'blank lines before': `\n\n${page}`,
  'blanks before': `  ${page}`,
  'a byte-order mark': `\uFEFF${page}`,
  'a byte-order mark and a blank line': `\uFEFF\n${page}`,
  'a comment after the fence': page.replace('---\n', '--- # first\n'),
  'blanks after the fence': page.replace('---\n', '---  \n'),
  'blanks after the second fence': page.replace('example\n---', 'example\n---  '),
  'an indented fence in a text': page.replace('link:', 'about: |\n  ---\n  b\nlink:'),
} as const;

/** The same, of which we refuse what Jekyll and Hugo read in two ways. */
const refused = {
  'a word after the second fence': page.replace('example\n---', 'example\n---x'),
  'a longer second fence': page.replace('example\n---', 'example\n----'),
} as const;

/** What Hugo finds in pages: their titles and what is below the front matter. */
function builtByHugo(texts: Readonly<Record<string, string>>) {
  const site = mkdtempSync(join(tmpdir(), 'hugo-'));
  try {
    mkdirSync(join(site, 'content'));
    mkdirSync(join(site, 'layouts'));
    writeFileSync(join(site, 'config.toml'), 'baseURL = "https://x.example/"\n');
    const template =
      '{{ range .Site.RegularPages }}{{ dict "name" .File.ContentBaseName "title" .Title "body" (trim .RawContent " \\t\\r\\n") | jsonify }}\n{{ end }}';
    writeFileSync(join(site, 'layouts/index.html'), template);
    for (const [name, text] of Object.entries(texts)) {
      writeFileSync(join(site, 'content', `${name}.md`), text);
    }
    execFileSync(program, ['--quiet', '--disableKinds', 'RSS,sitemap,taxonomy,term,section'], {
      cwd: site,
      stdio: 'pipe',
    });
    const lines = readFileSync(join(site, 'public/index.html'), 'utf8').split('\n');
    const found = lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line));
    return new Map(found.map(({ name, ...seen }) => [String(name), seen]));
  } finally {
    rmSync(site, { recursive: true });
  }
}

describeWith(program, 'the file of an entry', () => {
  it('is read as Hugo reads it, or refused', () => {
    const built = builtByHugo({ ...pages, ...refused });
    for (const [name, text] of Object.entries({ ...pages, ...refused })) {
      const { title, body } = built.get(name) ?? {};
      expect(title, name).toBe('Alder');
      const read = entryFiles.read(folderOf('users/*.md', { 'users/a.md': text }), {
        fields: { title: { role: 'name' }, body: { role: 'text' } },
      });
      expect(read.ok, name).toBe(name in pages);
      const [entry] = read.ok ? read.value.entries : [];
      if (entry) expect([entry.company, entry.text], name).toEqual([title, body]);
    }
  });
});
