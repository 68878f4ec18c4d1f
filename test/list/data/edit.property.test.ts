import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orders } from '../../../src/config/configuration.ts';
import { asGivenBack, valueFrom, values } from '../formats/edited-lists.ts';
import { type DataKind, dataFormats, entriesIn, read } from './data-lists.ts';
import { generatedFile } from './generated-files.ts';

const typed = fc.record({
  company: fc.constantFrom('Dovetail', 'Élan', "L'Or", 'yes', '# x', '- y', '12:30', 'A "b"'),
  text: fc.constantFrom('', 'Joins.', 'a: b # c', "It's {so}."),
  homepage: fc.constantFrom('https://d.example/', 'https://e.example/#x'),
  order: fc.constantFrom(...orders),
});

/** Whether a text is another with one piece taken out, which nothing but commas surrounds. */
function isWithout(whole: string, less: string): boolean {
  let start = 0;
  while (start < less.length && whole[start] === less[start]) start += 1;
  return (
    whole.endsWith(less.slice(start)) ||
    whole.slice(start).replaceAll(',', '').endsWith(less.slice(start).replaceAll(',', ''))
  );
}

describe.each(Object.keys(dataFormats) as DataKind[])(
  'a list in %s, however it is written',
  (kind) => {
    const { format } = dataFormats[kind];

    it('is not passed over by set-up, whatever the file is called', () => {
      fc.assert(
        fc.property(generatedFile(kind), (text) => {
          fc.pre(entriesIn(kind, text).length > 0);
          const path = dataFormats[kind].path.replace('adopters', 'people');
          expect(format.mayHold({ path, text })).toBe(true);
        }),
      );
    });

    it('gets one entry more, and is as it was when that is gone', () => {
      fc.assert(
        fc.property(generatedFile(kind), typed, (text, { order, ...given }) => {
          const list = read(kind, text);
          const edit = valueFrom(format.add(list, values(given.company, given), order));
          const { index } = edit.place;
          const found = edit.list.entries[index];
          expect(found).toMatchObject({ company: given.company, homepage: given.homepage });
          const before = entriesIn(kind, text);
          const after = entriesIn(kind, edit.text);
          expect(after.toSpliced(index, 1)).toEqual(before);
          expect(after[index]).toMatchObject({ name: given.company, url: given.homepage });
          if (found === undefined) return;
          const back = valueFrom(format.remove(edit.list, found, { leaveGap: false }));
          expect(asGivenBack(text, back.text)).toBe(text);
        }),
      );
    });

    it('is edited or refused, and never fails, whatever was done to the file', () => {
      const damage = fc.record({
        at: fc.nat(),
        length: fc.nat({ max: 5 }),
        text: fc.constantFrom(
          '',
          '\n',
          ' ',
          ',',
          '"',
          "'",
          '- ',
          ': ',
          '{',
          '}',
          '[',
          ']',
          '&a ',
          '*a',
          '#',
          '`',
          '\\',
        ),
      });
      fc.assert(
        fc.property(
          generatedFile(kind),
          fc.array(damage, { maxLength: 3 }),
          typed,
          (text, all, given) => {
            const damaged = all.reduce((before, { at, length, text: put }) => {
              const start = at % (before.length + 1);
              return before.slice(0, start) + put + before.slice(start + length);
            }, text);
            const file = { path: dataFormats[kind].path, text: damaged };
            for (const { at } of format.find(file).lists) {
              const list = valueFrom(format.read(file, at));
              const edit = format.add(list, values(given.company, given), given.order);
              if (edit.ok) expect(edit.value.list.entries).toHaveLength(list.entries.length + 1);
              for (const entry of list.entries) {
                const removed = format.remove(list, entry, { leaveGap: false });
                if (removed.ok)
                  expect(removed.value.list.entries).toHaveLength(list.entries.length - 1);
              }
            }
          },
        ),
      );
    });

    it('loses one entry, and nothing else', () => {
      fc.assert(
        fc.property(generatedFile(kind), fc.nat(), (text, which) => {
          const list = read(kind, text);
          const index = which % Math.max(1, list.entries.length);
          const entry = list.entries[index];
          fc.pre(entry !== undefined);
          const edit = valueFrom(format.remove(list, entry, { leaveGap: false }));
          const before = entriesIn(kind, text);
          expect(entriesIn(kind, edit.text)).toEqual(before.toSpliced(index, 1));
          if (list.entries.length > 1) expect(isWithout(text, edit.text)).toBe(true);
        }),
      );
    });

    it('stays as it is where an entry is replaced by itself', () => {
      fc.assert(
        fc.property(generatedFile(kind), (text) => {
          const list = read(kind, text);
          for (const { place: _, lacks: __, ...same } of list.entries) {
            const entry = list.entries.find(({ company }) => company === same.company);
            if (entry === undefined) continue;
            const { company, text: words, homepage, fields = {} } = entry;
            const given = { company, text: words, fields, ...(homepage && { homepage }) };
            expect(valueFrom(format.replace(list, entry, given)).text).toBe(text);
          }
        }),
      );
    });

    it('has nothing changed but what is replaced', () => {
      fc.assert(
        fc.property(generatedFile(kind), fc.nat(), typed, (text, which, given) => {
          const list = read(kind, text);
          const index = which % Math.max(1, list.entries.length);
          const entry = list.entries[index];
          fc.pre(entry !== undefined);
          const { homepage } = given;
          const edit = valueFrom(format.replace(list, entry, { homepage }));
          expect(edit.text.length - text.length).toBe(
            homepage.length - (entry.homepage ?? '').length,
          );
          const after = entriesIn(kind, edit.text);
          expect(after[index]).toMatchObject({ url: homepage });
          expect(after.toSpliced(index, 1)).toEqual(entriesIn(kind, text).toSpliced(index, 1));
        }),
      );
    });
  },
);
