import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folderPattern, stemIn } from '../../../../src/config/folder-pattern.ts';
import { entryFiles } from '../../../../src/list/formats/entry-files/entry-files.ts';
import { valueFrom, values } from '../edited-lists.ts';
import { filesAfter, folderOf, readFolder } from './folders.ts';

function written(
  names: Readonly<Record<string, string>>,
  company: string,
  homepage?: string,
  more: { date?: string } = {},
) {
  const files = Object.fromEntries(
    Object.entries(names).map(([file, name]) => [
      `users/${file}`,
      `name: ${JSON.stringify(name)}\nurl: https://www.${name.split(' ')[0]?.toLowerCase()}.example\n`,
    ]),
  );
  const list = readFolder('users/*', files);
  const added = values(company, { ...(homepage !== undefined && { homepage }), ...more });
  const after = filesAfter(valueFrom(entryFiles.add(list, added, 'as-is')));
  return Object.keys(after).find((path) => !Object.hasOwn(files, path));
}

describe('the name of a new file', () => {
  it.each([
    [{ 'alder-rail.yml': 'Alder Rail' }, 'Oak & Elm Ltd.', 'users/oak-elm-ltd.yml'],
    [{ 'alder_rail.yml': 'Alder Rail' }, 'Oak & Elm Ltd.', 'users/oak_elm_ltd.yml'],
    [{ 'alderrail.yml': 'Alder Rail' }, 'Oak & Elm Ltd.', 'users/oakelmltd.yml'],
    [{ 'Alder-Rail.yaml': 'Alder Rail' }, 'Oak & Elm Ltd.', 'users/Oak-Elm-Ltd.yaml'],
    [{ 'AlderRail.yml': 'Alder Rail' }, 'Oak & Elm Ltd.', 'users/OakElmLtd.yml'],
    [{ 'Alder Rail.yml': 'Alder Rail' }, 'Oak & Elm Ltd.', 'users/Oak & Elm Ltd.yml'],
    [{ 'müller.yml': 'Müller' }, 'Größe', 'users/größe.yml'],
    [{ 'muller.yml': 'Müller' }, 'Café', 'users/cafe.yml'],
    [{ '云杉网络.yml': '云杉网络' }, '阿里巴巴', 'users/阿里巴巴.yml'],
  ])('follows that of others: beside %j, “%s” is %s', (names, company, path) => {
    expect(written(names, company, 'https://oak.example')).toBe(path);
  });

  it('is the host of the homepage where those of others are', () => {
    const names = { 'alder.example.yml': 'Alder Rail', 'birch.example.yml': 'Birch Meters' };
    expect(written(names, 'Oak Trees', 'https://www.oak.test/en')).toBe('users/oak.test.yml');
  });

  it('begins with today’s date where most others begin with a date', () => {
    const names = { '2024-05-01-alder-rail.yml': 'Alder Rail', '2023-11-30-birch.yml': 'Birch' };
    const oak = { date: '2026-03-04' };
    expect(written(names, 'Oak & Elm Ltd.', undefined, oak)).toBe(
      'users/2026-03-04-oak-elm-ltd.yml',
    );
    expect(written(names, 'Oak', undefined, {})).toBe('users/2024-05-01-oak.yml');
    expect(written(names, 'Birch!', undefined, oak)).toBe('users/2026-03-04-birch-2.yml');
    expect(written({ '2024-05-01_Alder_Rail.yml': 'Alder Rail' }, 'Oak Elm', undefined, oak)).toBe(
      'users/2026-03-04_Oak_Elm.yml',
    );
    const few = { '2024-05-01-alder.yml': 'Alder', 'birch.yml': 'Birch' };
    expect(written(few, 'Oak', undefined, oak)).toBe('users/oak.yml');
  });

  it.each([
    ['https://con.example', 'users/con-example.yml'],
    ['https://nul.lpt1.example', 'users/nul-lpt1-example.yml'],
    ['https://contact.example', 'users/contact.example.yml'],
  ])('is none that Windows keeps for a device, where it is a host: of %s, %s', (homepage, path) => {
    const names = { 'alder.example.yml': 'Alder Rail', 'birch.example.yml': 'Birch Meters' };
    expect(written(names, 'Oak Trees', homepage)).toBe(path);
  });

  it.each([
    ['阿里巴巴', 'users/oak.yml'],
    ['../../.github/workflows/x', 'users/github-workflows-x.yml'],
    ['...', 'users/oak.yml'],
    ['CON', 'users/con-2.yml'],
    ['README', 'users/readme-2.yml'],
    ['Users', 'users/users-2.yml'],
    ['ALDER-RAIL', 'users/alder-rail-2.yml'],
    ['$(id); `x`', 'users/id-x.yml'],
    ['_hidden', 'users/hidden.yml'],
  ])('is safe, and never that of another file: “%s” is %s', (company, path) => {
    expect(written({ 'alder-rail.yml': 'Alder Rail' }, company, 'https://oak.example')).toBe(path);
  });

  it('has the ending that most have', () => {
    const names = { 'alder.yml': 'Alder', 'birch.yaml': 'Birch', 'cedar.yaml': 'Cedar' };
    expect(written(names, 'Oak')).toBe('users/oak.yaml');
  });

  it('is another one where something lies there that is no entry', () => {
    const files = { 'users/alder.yml': 'name: Alder\nurl: https://alder.example\n' };
    const folder = folderOf('users/*.yml', files, ['users/Oak.md', 'users/oak-2']);
    const edit = entryFiles.add(valueFrom(entryFiles.read(folder, {})), values('Oak'), 'as-is');
    expect(filesAfter(valueFrom(edit))).toHaveProperty(['users/oak-3.yml']);
  });

  it('is not looked for without end where none is possible', () => {
    const list = readFolder('users/con.*.yml', {}, { fields: { name: { role: 'name' } } });
    expect(() => entryFiles.add(list, values('Oak'), 'as-is')).toThrow(
      'No file of users/con.*.yml',
    );
  });

  it('is one that the folder’s pattern finds again, in the folder, whatever a company is called', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '.',
        '..',
        '../x',
        'nul.',
        'a/b\\c',
        'COM1',
        'x'.repeat(300),
        '\u202Eabc',
        '-rf',
        '~',
      ),
    );
    const styles = [
      { 'alder-rail.yml': 'Alder Rail' },
      { 'Alder Rail.yml': 'Alder Rail' },
      { 'AlderRail.yml': 'Alder Rail' },
      { 'größe.yml': 'Größe' },
    ] as const;
    const pattern = folderPattern('users/*.yml');
    fc.assert(
      fc.property(name, fc.constantFrom(...styles), (company, names) => {
        const [file = ''] = Object.keys(names);
        const list = readFolder('users/*.yml', {
          [`users/${file}`]: `name: ${JSON.stringify(Object.values(names)[0])}\n`,
        });
        const edit = entryFiles.add(list, values(company), 'as-is');
        if (!edit.ok) return;
        const paths = Object.keys(filesAfter(edit.value));
        expect(paths).toHaveLength(2);
        const path = paths.find((each) => each !== `users/${file}`) ?? '';
        const [folder, own = '', ...more] = path.split('/');
        expect([folder, more]).toEqual(['users', []]);
        expect(pattern && stemIn(pattern, { name: own, isFolder: false })).toBeDefined();
        expect(own).not.toMatch(
          /[\p{Cc}\p{Cf}\\:*?"<>|$;]|^[-. ]|[ .]\.yml$|^(?:con|nul|com\d)\./iu,
        );
        expect(Buffer.byteLength(own)).toBeLessThanOrEqual(255);
      }),
    );
  });
});
