import { describe, expect, it } from 'vitest';
import { guessEntry } from '../../src/command/guess-entry.ts';
import { lineKeys } from '../../src/command/line-keys.ts';
import { readCommentText } from '../../src/command/read-comment-text.ts';
import type { Configuration } from '../../src/config/configuration.ts';
import { problem } from '../../src/problem/problem.ts';
import { configurationOf } from '../submission/configuration.ts';
import { adoptersTable, linkedTable, vendorsFile } from '../submission/lists.ts';

function entryIn(lines: readonly string[], configuration: Configuration = adoptersTable) {
  return readCommentText(lines.join('\n'), configuration).entry;
}

describe('lines of a comment for a list with fields of its own', () => {
  it('are read by the list’s own names, in whatever case, list or bold', () => {
    const entry = entryIn([
      'Organization: Dovetail',
      '- **Description of Use:** Cuts joints',
      'and sends them.',
      'ENVIRONMENT: Testing',
      '**Contact**: @dove',
      'since：2026',
    ]);
    expect(entry).toMatchObject({
      fields: {
        company: 'Dovetail',
        descriptions: { en: 'Cuts joints\nand sends them.' },
        fields: { Environment: 'Testing', Contact: '@dove', Since: '2026' },
      },
      problems: [],
      remarks: [],
    });
  });

  it('are read by what a field says, and by what the form calls it', () => {
    expect(entryIn(['company: Dovetail', 'status: Testing'])).toMatchObject({
      fields: { fields: { Environment: 'Testing' } },
    });
    const lines = ['company: Dovetail', 'What it is used for: Joints', 'Kind of company: Vendors'];
    expect(entryIn(lines, vendorsFile)).toMatchObject({
      fields: { group: 'Vendors', fields: { useCase: 'Joints' } },
    });
  });

  it.each(['link', 'Website', '官网', 'homepage', 'url'])(
    'mean the homepage by “%s”, where that is the only address',
    (key) => {
      expect(entryIn(['company: Dovetail', `${key}: https://dovetail.example`])).toMatchObject({
        fields: { homepage: 'https://dovetail.example' },
      });
    },
  );

  it('mean the link of a name by what the form calls it', () => {
    const lines = ['company: Dovetail', 'Where to find you: https://dovetail.example'];
    expect(entryIn(lines, linkedTable)?.fields).toMatchObject({
      homepage: 'https://dovetail.example',
    });
  });

  it('mean either by its own words where a list has a homepage and a link', () => {
    const both = configurationOf(
      'pages: {en: a.md}\nformat: markdown-table\nfields: {Site: {role: homepage}, Story: {role: link}}',
    );
    const lines = ['company: D', 'website: https://d.example', 'link: https://d.example/story'];
    expect(entryIn(lines, both)?.fields).toMatchObject({
      homepage: 'https://d.example',
      link: 'https://d.example/story',
    });
  });

  it('say nothing of what the list does not have, and are told so', () => {
    const entry = entryIn(['company: Dovetail', 'logo: https://a.example/x.png', 'Budget: 1']);
    expect(entry).not.toHaveProperty('logo');
    expect(entry?.problems).toEqual([]);
    expect(entry?.remarks).toMatchObject([{ values: { keys: 'logo, Budget' } }]);
  });

  it('name what was probably meant', () => {
    expect(entryIn(['company: Dovetail', 'Enviroment: Testing'])?.problems).toMatchObject([
      { code: 'command-field-misspelt', values: { key: 'Enviroment', id: 'Environment' } },
    ]);
  });

  it('need a logo only where one is required', () => {
    expect(entryIn(['company: Dovetail'], vendorsFile)?.problems).toEqual([]);
    const picture = '![](https://github.com/user-attachments/assets/1)';
    expect(entryIn(['company: Dovetail', picture], vendorsFile)).toHaveProperty('logo');
  });

  it('that is given twice is called as it is written', () => {
    const twice = entryIn(['company: Dovetail', 'Environment: Production', 'environment: Testing']);
    expect(twice?.problems).toEqual([
      problem('command-field-twice', 'environment', { id: 'Environment' }),
    ]);
  });

  it('are shown to whoever has to write them', () => {
    expect(lineKeys(adoptersTable).map(({ key }) => key)).toEqual([
      ...['company', 'homepage', 'Contact', 'Environment', 'description', 'Since'],
    ]);
    expect(lineKeys(configurationOf()).map(({ key }) => key)).toEqual([
      ...['company', 'description', 'link'],
    ]);
  });

  it('help to fill in the form for whoever asks in free words', () => {
    const body = 'Company: Dovetail\nContact: @dove\nWebsite: https://dovetail.example';
    expect(guessEntry('Hello', body, adoptersTable)).toEqual({
      company: 'Dovetail',
      link: 'https://dovetail.example/',
      others: { contact: '@dove' },
      hasSeveral: false,
    });
  });
});
