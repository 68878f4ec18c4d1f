import { describe, expect, it } from 'vitest';
import { holdsPicture, readCommentText } from '../../src/command/read-comment-text.ts';
import { locales } from './locales.ts';

const logo = 'https://github.com/user-attachments/assets/0f5d9c52-6f7e-4f7e-9b0a-6a1f1c9d8e7b';
const picture = `![Image](${logo})`;

describe('a comment without a command', () => {
  it('gives an entry where its lines do', () => {
    const { entry } = readCommentText(`Hello!\n\ncompany: Juniper\n\n${picture}`, locales);
    expect(entry).toMatchObject({ fields: { company: 'Juniper' }, logo, problems: [] });
  });

  it('gives its only picture', () => {
    expect(readCommentText(`Here it is:\n${picture}`, locales)).toEqual({ logo });
  });

  it('gives the picture alone where nobody asks for lines', () => {
    expect(readCommentText(`company: Juniper\n${picture}`)).toEqual({ logo });
  });

  it.each([
    ['talk', 'Thanks, we will see.'],
    ['two pictures', `${picture}\n${picture.replace('7b)', '7c)')}`],
    ['a quotation', `> company: Juniper\n> ${picture}`],
    ['the mail that is answered', `Fine.\n\nOn 5 Oct, Ann wrote:\ncompany: Juniper\n${picture}`],
  ])('gives nothing of %s', (_what, text) => {
    expect(readCommentText(text, locales)).toEqual({});
  });
});

it.each([
  [true, picture],
  [true, '<IMG src="https://a.example/logo.png">'],
  [true, `See ${logo}`],
  [false, 'See https://juniper.example'],
  [false, ''],
])('a picture is seen at a glance: %s in %j', (isThere, text) => {
  expect(holdsPicture(text)).toBe(isThere);
});
