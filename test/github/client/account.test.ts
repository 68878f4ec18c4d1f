import { describe, expect, it } from 'vitest';
import { sharedAccount } from '../../../src/github/client/account.ts';

const note = 'Hello\n\n<!-- poweredby:eyJhIjoxfQ -->';
const opensAttachments = false;

describe('the signature on a comment of an account that others share', () => {
  const account = sharedAccount('a key that nobody guesses, ever', { opensAttachments });

  it('gives the text back that was signed, whatever GitHub makes of its line ends', () => {
    const signed = account.sign('I_1', note);
    expect(account.verify('I_1', signed)).toBe(note);
    expect(account.verify('I_1', `${signed.replaceAll('\n', '\r\n')}\r\n`)).toBe(note);
  });

  it('stays where somebody edits the words, and not the note', () => {
    const signed = account.sign('I_1', note);
    expect(account.verify('I_1', signed.replace('Hello', 'Bye'))).toBe(
      note.replace('Hello', 'Bye'),
    );
    expect(account.verify('I_1', signed.replace('eyJhIjoxfQ', 'eyJhIjoyfQ'))).toBeUndefined();
    expect(account.verify('I_1', note)).toBeUndefined();
  });

  it('is that of one issue, and of one key', () => {
    const signed = account.sign('I_1', note);
    expect(account.verify('I_2', signed)).toBeUndefined();
    for (const key of [undefined, 'another key that nobody guesses']) {
      const other = sharedAccount(key, { opensAttachments });
      expect(other.verify('I_1', signed)).toBeUndefined();
      expect(account.verify('I_1', other.sign('I_1', note))).toBeUndefined();
    }
  });

  it('proves who wrote it only where there is a key', () => {
    expect(account.isProven).toBe(true);
    expect(sharedAccount(undefined, { opensAttachments }).isProven).toBe(false);
  });
});
