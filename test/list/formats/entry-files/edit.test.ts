import { describe, expect, it } from 'vitest';
import { entryFiles } from '../../../../src/list/formats/entry-files/entry-files.ts';
import { entryIn, problemsOf, valueFrom, values } from '../edited-lists.ts';
import { adding, changesIn, type Files, readFolder } from './folders.ts';

const files: Files = {
  '_users/alder.md':
    '---\r\ntitle: Alder   # first\r\nlink: https://alder.example\r\n---\r\n\r\nPlans trains.\r\n',
  '_users/birch.md': '---\ntitle: Birch\nlink: https://birch.example\n---\n\nReads meters.',
  '_users/cedar.md':
    '---\ntitle: Cedar\nlink: https://cedar.example\n---\n\n## Wood\n\n![Wood](wood.png)\n',
};
const path = '_users/*.md';

describe('an entry of a folder', () => {
  const list = readFolder(path, files);
  const replaced = (company: string, changed: Parameters<typeof entryFiles.replace>[2]) =>
    entryFiles.replace(list, entryIn(list, company), changed);

  it('gets another address and text in its own file, and every other byte stays', () => {
    const edit = replaced('Alder', { homepage: 'https://alder.test', text: 'Plans *trams*.' });
    expect(changesIn(files, valueFrom(edit))).toEqual({
      '_users/alder.md':
        '---\r\ntitle: Alder   # first\r\nlink: https://alder.test\r\n---\r\n\r\nPlans &ast;trams&ast;.\r\n',
    });
  });

  it('keeps its file when it gets another name', () => {
    const edit = valueFrom(replaced('Birch', { company: 'Birch & Sons' }));
    expect(changesIn(files, edit)).toEqual({
      '_users/birch.md': files['_users/birch.md']?.replace('Birch', 'Birch & Sons'),
    });
    expect(edit.place).toMatchObject({ index: 1, line: 2, path: '_users/birch.md' });
  });

  it('stays as it is where nothing is new', () => {
    const edit = valueFrom(replaced('Birch', { homepage: 'https://birch.example' }));
    expect(changesIn(files, edit)).toEqual({});
  });

  it('keeps a text that is more than words, and says where that is', () => {
    expect(problemsOf(replaced('Cedar', { text: 'Wood.' }))).toEqual(['entry-body-not-text 4']);
    const edit = valueFrom(replaced('Cedar', { homepage: 'https://cedar.test' }));
    expect(Object.keys(changesIn(files, edit))).toEqual(['_users/cedar.md']);
  });

  it('goes with its file, up to the last one, after which another one can be added', () => {
    const left = list.entries.reduce((current, { company }) => {
      const edit = entryFiles.remove(current, entryIn(current, company), { leaveGap: false });
      const after = valueFrom(edit);
      expect(changesIn(files, after)).toHaveProperty(
        ['_users', `${company.toLowerCase()}.md`].join('/'),
      );
      return after.list;
    }, list);
    expect(left.entries).toEqual([]);
    const again = entryFiles.add(left, values('Oak', { homepage: 'https://oak.example' }), 'as-is');
    expect(valueFrom(again).list.folder?.files).toEqual([
      { path: '_users/oak.md', text: '---\ntitle: Oak\nlink: https://oak.example\n---\n' },
    ]);
  });

  it('is not changed where an anchor makes it more than itself', () => {
    const marked = { 'users/a.yml': 'name: &n A\nurl: https://a.example\nalias: *n\n' };
    const own = readFolder('users/*.yml', marked);
    const edit = entryFiles.replace(own, entryIn(own, 'A'), { homepage: 'https://b.example' });
    expect(problemsOf(edit)).toEqual(['list-marked 1']);
  });

  it('has the keys of an object as fields, and another one gets its own object', () => {
    const text = (name: string) =>
      `---\ntitle: ${name}\nlink:\n  url: https://${name.toLowerCase()}.example\n  text: See ${name}\n---\n`;
    const own = { '_users/elm.md': text('Elm'), '_users/fir.md': text('Fir') };
    const list = readFolder(path, own);
    expect(entryIn(list, 'Fir')).toMatchObject({
      homepage: 'https://fir.example',
      fields: { 'link.text': 'See Fir' },
    });
    const added = values('Oak', {
      homepage: 'https://oak.example',
      fields: { 'link.text': 'See Oak' },
    });
    expect(changesIn(own, valueFrom(entryFiles.add(list, added, 'as-is')))).toEqual({
      '_users/oak.md': text('Oak'),
    });
    const edit = entryFiles.replace(list, entryIn(list, 'Elm'), { homepage: 'https://e.test' });
    expect(changesIn(own, valueFrom(edit))).toEqual({
      '_users/elm.md': text('Elm').replace('https://elm.example', 'https://e.test'),
    });
  });

  it('is refused where it has a value for which there is no key', () => {
    const own = { 'users/a.yml': 'name: A\nurl: https://a.example\n' };
    const list = readFolder('users/*.yml', own);
    const fields = { colour: 'green' };
    for (const edit of [
      entryFiles.add(list, values('B', { homepage: 'https://b.example', fields }), 'as-is'),
      entryFiles.replace(list, entryIn(list, 'A'), { fields }),
    ]) {
      expect(problemsOf(edit)).toEqual(['list-field-unknown 1']);
    }
  });

  it('is refused where its text has markup that a page might render', () => {
    const own = { 'users/a.yml': 'name: A\nurl: https://a.example\ndescription: Wood.\n' };
    const company = values('B', { text: '<b>Wood</b>', homepage: 'https://b.example' });
    expect(problemsOf(adding('users/*.yml', own, company))).toEqual(['list-text-markup']);
  });
});
