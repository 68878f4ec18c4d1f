import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseCommands } from '../../../src/command/parse-command.ts';
import { notAllowed } from '../../../src/command/permission.ts';
import { problemCodes } from '../../../src/problem/codes.ts';
import { loadTemplates, readTemplate } from '../../../src/templates.ts';
import { placeholdersOf } from '../../words/placeholders.ts';
import { locales } from '../locales.ts';
import { parseCommand } from '../parse-first.ts';

const comments = [
  'approve',
  'rebild',
  'withdraw now',
  'remove',
  'rename',
  'text',
  'text fr x',
  'text zh',
  'add\ncompany: a\ncompany: b\ndesciption: c',
  'add\ncompany: a\n<https://a.example> <https://b.example>',
];

const problems = [
  ...parseCommands('/poweredby help\n'.repeat(11), locales).flatMap((read) =>
    read.ok ? [] : read.problems,
  ),
  ...comments.flatMap((words) => {
    const parsed = parseCommand(`/poweredby ${words}`, locales);
    if (parsed?.ok === false) return parsed.problems;
    return parsed?.value.name === 'add' ? (parsed.value.entry?.problems ?? []) : [];
  }),
  notAllowed('remove', { open: 'automatically' }),
  notAllowed('text', { open: 'automatically' }),
];

const ownWords: object = parse(readTemplate('en/problems/command.yml'));

describe('the words for', () => {
  it.each(problemCodes.filter((code) => code in ownWords))(
    '%s name only values that the problem has',
    (code) => {
      const found = problems.find((problem) => problem.code === code);
      const { message, hint, example = '' } = loadTemplates('en').problems[code];
      expect(Object.keys(found?.values ?? [])).toEqual(
        expect.arrayContaining([message, hint, example].flatMap(placeholdersOf)),
      );
      expect(found).toBeDefined();
    },
  );
});
