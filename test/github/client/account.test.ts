import { describe, expect, it } from 'vitest';
import { sharedAccount } from '../../../src/github/client/account.ts';

const note = 'Hello\n\n<!-- poweredby:eyJhIjoxfQ -->';
const opensAttachments = false;

describe('the seal on a comment of an account that others share', () => {
  const account = sharedAccount('a key that nobody guesses, ever', { opensAttachments });

  it('gives the text back that was sealed, whatever GitHub makes of its line ends', () => {
    const sealed = account.seal('I_1', note);
    expect(account.open('I_1', sealed)).toBe(note);
    expect(account.open('I_1', `${sealed.replaceAll('\n', '\r\n')}\r\n`)).toBe(note);
  });

  it('stays where somebody edits the words, and not the note', () => {
    const sealed = account.seal('I_1', note);
    expect(account.open('I_1', sealed.replace('Hello', 'Bye'))).toBe(note.replace('Hello', 'Bye'));
    expect(account.open('I_1', sealed.replace('eyJhIjoxfQ', 'eyJhIjoyfQ'))).toBeUndefined();
    expect(account.open('I_1', note)).toBeUndefined();
  });

  it('is that of one issue, and of one key', () => {
    const sealed = account.seal('I_1', note);
    expect(account.open('I_2', sealed)).toBeUndefined();
    for (const key of [undefined, 'another key that nobody guesses']) {
      const other = sharedAccount(key, { opensAttachments });
      expect(other.open('I_1', sealed)).toBeUndefined();
      expect(account.open('I_1', other.seal('I_1', note))).toBeUndefined();
    }
  });

  it('proves who wrote it only where there is a key', () => {
    expect(account.isProven).toBe(true);
    expect(sharedAccount(undefined, { opensAttachments }).isProven).toBe(false);
  });
});
