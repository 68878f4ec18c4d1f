import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { jsonArray } from '../../../src/list/formats/json-array/json-array.ts';
import { valueFrom, values } from '../../list/formats/edited-lists.ts';
import type { Files } from '../../support/folders.ts';
import { reportFor, setUpFiles } from '../site.ts';

/** The written configuration, as data. */
async function written(files: Files): Promise<Record<string, unknown>> {
  const { changes } = await reportFor(files);
  return parse(String(changes[0]?.content));
}

function yaml(...entries: readonly Readonly<Record<string, string>>[]): string {
  return entries
    .map((entry) => {
      const lines = Object.entries(entry).map(([key, value]) => `${key}: ${value}`);
      return `- ${lines.join('\n  ')}\n`;
    })
    .join('');
}

const names = ['Anvil', 'Birch Bank', 'Cedar', 'Dovetail Data', 'Elm'];
const slugs = ['anvil', 'birch-bank', 'cedar', 'dovetail-data', 'elm'];

describe('setUp for a data file asks for a mark', () => {
  const marked = (yes: number, all: number) =>
    yaml(
      ...Array.from({ length: all }, (_, at) => ({
        name: `N${at}`,
        url: `https://n${at}.example`,
        pinned: String(at < yes),
      })),
    );
  const path = '_data/users.yml';

  it('that many have and many have not, but does not require an answer', async () => {
    const { changes } = await reportFor({ [path]: marked(9, 14) });
    const [configuration, form] = changes.map(({ content }) => parse(String(content)));
    expect(configuration.fields.pinned).toEqual({ role: 'none', choices: ['false', 'true'] });
    const asked = form.body.find(({ id }: { id?: string }) => id === 'pinned');
    expect(asked).toMatchObject({ type: 'dropdown', attributes: { options: ['false', 'true'] } });
    expect(asked.validations?.required ?? false).toBe(false);
  });

  it('as a choice, however few entries there are, and not as words', async () => {
    const entries = names.map((name, at) => ({
      name,
      url: `https://${slugs[at]}.example`,
      openSource: String(at % 2 === 0),
    }));
    const openSource = { role: 'none', choices: ['false', 'true'] };
    expect(await written({ [path]: yaml(...entries) })).toMatchObject({ fields: { openSource } });
  });

  it('not where the owner of the page set a few apart, or entries are few', async () => {
    expect(await written({ [path]: marked(2, 14) })).not.toHaveProperty('fields.pinned');
    expect(await written({ [path]: marked(3, 14) })).not.toHaveProperty('fields.pinned');
    expect(await written({ [path]: marked(11, 14) })).not.toHaveProperty('fields.pinned');
    expect(await written({ [path]: marked(3, 7) })).not.toHaveProperty('fields.pinned');
  });
});

describe('setUp for a data file does not ask', () => {
  it('for what is the same in all entries, or follows from the name', async () => {
    const entries = names.map((name, at) => ({
      name,
      url: `https://${slugs[at]}.example`,
      anchor: slugs[at] ?? '',
      pinned: 'true',
      position: String(at * 10),
      city: slugs[at] ?? '',
      country: 'Utopia',
      owner: `x${at}`,
    }));
    const { fields } = await written({ 'data/adopters.yml': yaml(...entries) });
    expect(fields).toEqual({
      name: { role: 'name' },
      url: { role: 'homepage', required: true },
      owner: { role: 'none' },
    });
  });

  it('for further pictures', async () => {
    const entries = names.map((name, at) => ({
      name,
      logo: `${slugs[at]}.png`,
      logosmall: `${slugs[at]}-small.png`,
    }));
    const { fields } = await written({ 'data/adopters.yml': yaml(...entries) });
    expect(fields).toEqual({ name: { role: 'name' }, logo: { role: 'logo', required: true } });
  });
});

describe('setUp for a data file', () => {
  it('finds the files of logos that are named without their ending', async () => {
    const files = Object.fromEntries(slugs.map((slug) => [`img/users/${slug}.png`, '']));
    const text = yaml(...names.map((name, at) => ({ name, img: slugs[at] ?? '' })));
    expect(
      (await reportFor({ '_data/users.yml': text, ...files })).configuration.logo,
    ).toMatchObject({ directory: 'img/users', url: '', file: '{slug}.png' });
  });

  it('names new files like those of others, though these follow no pattern', async () => {
    const logos = ['a.edu.png', 'b.edu.png', 'c.png'].map((logo, at) => ({
      name: names[at] ?? '',
      logo: `/i/${logo}`,
    }));
    const { configuration, notes } = await reportFor({ 'data/adopters.yml': yaml(...logos) });
    expect(configuration.logo.file).toBe('{slug}.png');
    expect(notes.map(({ code }) => code)).toContain('logo-files-guessed');
  });

  it('requires no list of words where one is empty', async () => {
    const entries = names.map((name, at) => ({
      name,
      url: `https://${slugs[at]}.example`,
      parts: at === 2 ? '[]' : '[Go, Java]',
    }));
    const { fields } = await written({ 'data/adopters.yml': yaml(...entries) });
    expect(fields).toMatchObject({ parts: { role: 'none' } });
    expect(fields).not.toMatchObject({ parts: { required: true } });
  });

  it('knows a white logo from a mark that says whether a logo is white', async () => {
    const withLogo = (white: string) =>
      yaml(...names.map((name, at) => ({ org: name, logo: `${at}.png`, logo_white: white })));
    const { fields } = await written({ 'data/adopters.yml': withLogo('w.png') });
    expect(fields).toMatchObject({ org: { role: 'name' }, logo_white: { role: 'logo-dark' } });
    const marked = await written({ 'data/adopters.yml': withLogo('true') });
    expect(marked['fields']).toEqual({
      org: { role: 'name' },
      logo: { role: 'logo', required: true },
    });
  });

  it('finds names alone, and logos alone, where the file or the key is called for it', async () => {
    const alone = yaml(...names.map((name) => ({ name })));
    expect(await written({ '_data/users.yml': alone })).toMatchObject({
      fields: { name: { role: 'name' } },
      logo: 'none',
    });
    const logos = yaml(...slugs.map((slug) => ({ logoPath: `users/${slug}.png` })));
    expect(await written({ 'data/users.yaml': logos })).toMatchObject({
      fields: { logoPath: { role: 'logo', required: true } },
    });
    const people = yaml(...names.map((name) => ({ name, email: 'a@a.example' })));
    expect((await setUpFiles({ '_data/users.yml': people })).ok).toBe(false);
    const parts = yaml(...names.map((name) => ({ name, price: '3', size: 'XL' })));
    expect((await setUpFiles({ '_data/users.yml': parts })).ok).toBe(false);
  });

  it('finds names with further texts where the list is called for those who use a project', async () => {
    const entry = (name: string) => ({
      name,
      location: 'Utrecht',
      contact: 'a@a.example',
      fleet: 'Boats',
    });
    const text = `export const data = ${JSON.stringify(names.map(entry), null, 2)};\n`;
    const fields = { name: { role: 'name' }, contact: { role: 'contact' } };
    expect(await written({ 'src/data/adopters.js': text })).toMatchObject({ fields });
    const named = text.replace('data', 'adopters').concat('export const supporters = [];\n');
    expect(await written({ 'src/data/adopters.js': named })).toMatchObject({ fields });
    const { fields: used } = await written({ '_data/powered_by.yml': yaml(...names.map(entry)) });
    expect(used).toMatchObject(fields);
  });

  it('takes no other lists in such a file for one: columns, menus, settings', async () => {
    const text = `export const columns = [{ name: 'Company', key: 'a' }, { name: 'City', key: 'b' }];\n`;
    expect((await setUpFiles({ 'src/data/adopters.js': text })).ok).toBe(false);
    const counts = 'adopters:\n- name: Anvil\n  count: 3\n- name: Birch\n  count: 5\n';
    expect((await setUpFiles({ '_data/site.yml': counts })).ok).toBe(false);
  });

  it('takes an alternative text as the name, without the word that all end with', async () => {
    const text = names.map(
      (name, at) => `  { href: 'https://${slugs[at]}.example', alt: '${name} logo' },\n`,
    );
    const files = { 'src/data/adopters.js': `export const adopters = [\n${text.join('')}];\n` };
    const { configuration, notes } = await reportFor(files);
    expect(configuration.fields).toMatchObject({ alt: { role: 'name' } });
    expect(notes.map(({ code }) => code)).toContain('order-as-is-sorted');
  });

  it('finds the users of a site among its settings', async () => {
    const user = (at: number) =>
      `{ caption: '${names[at]}', infoLink: 'https://${slugs[at]}.example' }`;
    const text = `const users = [${user(0)},\n${user(1)}];\nmodule.exports = { title: 'A', users };\n`;
    expect(await written({ 'website/siteConfig.js': text })).toMatchObject({
      pages: { en: 'website/siteConfig.js' },
      within: 'users',
    });
  });

  it('looks into the hidden folders of VuePress and VitePress', async () => {
    const text = `module.exports = [{ caption: 'Anvil', infoLink: 'https://anvil.example' }];\n`;
    expect(await written({ 'docs/.vuepress/users.js': text })).toMatchObject({
      pages: { en: 'docs/.vuepress/users.js' },
    });
    expect((await setUpFiles({ 'docs/.cache/users.js': text })).ok).toBe(false);
  });

  it('does not ask for one of several rows without names, and continues the last', async () => {
    const rows = names.map((title, at) => ({
      items: [{ title, url: `https://${slugs[at]}.example` }],
    }));
    const text = JSON.stringify({ rows }, null, 2);
    const { notes } = await reportFor({ 'data/showcase.json': text });
    expect(await written({ 'data/showcase.json': text })).not.toHaveProperty('group');
    expect(notes.map(({ code }) => code)).not.toContain('group');
    const list = valueFrom(jsonArray.read({ path: 'data/showcase.json', text }, {}));
    const after = valueFrom(list.format.add(list, values('Fir', { homepage: 'u' }), 'as-is')).text;
    expect(JSON.parse(after).rows[4].items).toHaveLength(2);
  });

  it('takes the folder of logos that entries require', async () => {
    const entries = slugs.map(
      (slug, at) =>
        `  { title: '${names[at]}', preview: require('./showcase/${slug}.png'), website: 'https://${slug}.example' },\n`,
    );
    const logos = slugs.map((slug) => [`src/data/showcase/${slug}.png`, ''] as const);
    const { configuration } = await reportFor({
      'src/data/users.tsx': `export const users = [\n${entries.join('')}];\n`,
      ...Object.fromEntries(logos),
    });
    expect(configuration).toMatchObject({
      fields: { preview: { role: 'logo', required: true } },
      logo: { directory: 'src/data/showcase', url: './showcase' },
    });
  });

  it('has the keys of objects as fields', async () => {
    const text = names
      .map(
        (name, at) =>
          `- name: ${name}\n  link:\n    text: See ${name}\n    url: https://${slugs[at]}.example\n`,
      )
      .join('');
    const { configuration } = await reportFor({ '_data/adopters.yml': text });
    expect(configuration.fields).toEqual({
      name: { role: 'name' },
      'link.text': { role: 'none' },
      'link.url': { role: 'homepage', required: true },
    });
  });

  it('does not ask for objects that have other keys in each entry', async () => {
    const text = JSON.stringify(
      names.map((name, at) => ({
        name,
        url: `https://${slugs[at]}.example`,
        links: at === 0 ? {} : { [`by ${name}`]: 'u' },
      })),
    );
    const { configuration } = await reportFor({ '_data/adopters.json': text });
    expect(Object.keys(configuration.fields ?? {})).toEqual(['name', 'url']);
  });

  it('does not take a placeholder for a company', async () => {
    for (const text of ['- name:\n  logo:\n', '- name: Your company here\n  logo: you.png\n']) {
      const { notes, configuration } = await reportFor({ '_data/adopters.yml': text });
      expect(notes[0]).toMatchObject({ code: 'list', values: { companies: 0 } });
      expect(configuration.fields).toMatchObject({
        name: { role: 'name' },
        logo: { role: 'logo' },
      });
    }
  });
});

describe('setUp says why not', () => {
  it('if all entries have code as the value of a key, which is never written', async () => {
    const text = (logo: string) =>
      `export const users = [\n${names.map((name) => `  { name: '${name}', logo: ${logo} },\n`).join('')}];\n`;
    for (const logo of ["require('./a.json')", "base + 'a.png'", 'Logo']) {
      const report = await setUpFiles({ 'src/data/users.js': text(logo) });
      expect(report).toMatchObject({
        problems: [{ code: 'list-value-not-plain', values: { line: 2, name: 'logo' } }],
      });
    }
    const some = text('Logo').replace('logo: Logo', "logo: '/a.png'");
    expect((await setUpFiles({ 'src/data/users.js': some })).ok).toBe(true);
  });

  it('if all files of a folder have more than words as the value of a key', async () => {
    const text = 'name: A\ndescription: B\nlinks:\n- name: C\n  url: u\n';
    const files = Object.fromEntries(slugs.map((slug) => [`site/adopters/${slug}.yaml`, text]));
    const report = await setUpFiles(files);
    expect(report.ok ? [] : report.problems).toContainEqual(
      expect.objectContaining({ code: 'list-value-not-plain', values: { line: 3, name: 'links' } }),
    );
  });

  it('where a folder has files of another kind for each organization', async () => {
    const files = Object.fromEntries(slugs.map((slug) => [`_data/adopters/${slug}.adoc`, '']));
    expect(await setUpFiles(files)).toMatchObject({
      problems: [{ code: 'setup-list-of-files', field: '_data/adopters' }],
    });
  });
});
