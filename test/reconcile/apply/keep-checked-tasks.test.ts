import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepCheckedTasks } from '../../../src/reconcile/apply/keep-checked-tasks.ts';

describe('a task that a maintainer ticked', () => {
  it('stays ticked when the text is written anew', () => {
    const before = '# Old\n\n- [x] Consent\n- [ ] Logo\n* [X] Chinese';
    const text = '# New\n\n- [ ] Logo\n- [ ] Consent\n* [ ] Chinese\n\nThe end';
    expect(keepCheckedTasks(before, text)).toBe(
      '# New\n\n- [ ] Logo\n- [x] Consent\n* [x] Chinese\n\nThe end',
    );
  });

  it('stays so if GitHub ended the lines in another way, or indented it', () => {
    expect(
      keepCheckedTasks('  - [x] Consent  \r\n- [ ] Logo\r\n', '- [ ] Consent\n- [ ] Logo'),
    ).toBe('- [x] Consent\n- [ ] Logo');
  });

  it('is another task once its words are others', () => {
    const text = '- [ ] Consent of bob';
    expect(keepCheckedTasks('- [x] Consent of ann', text)).toBe(text);
  });

  it('is one only at the beginning of a line', () => {
    const text = 'See - [ ] Consent';
    expect(keepCheckedTasks('- [x] Consent', text)).toBe(text);
  });
});

describe('a text that is written anew', () => {
  const line = fc.oneof(
    fc
      .tuple(fc.constantFrom('-', '*'), fc.constantFrom(' ', 'x', 'X'), fc.constantFrom('a', 'b'))
      .map(([bullet, mark, words]) => `${bullet} [${mark}] ${words}`),
    fc.string(),
  );
  const text = fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n'));
  const bare = (some: string) => some.replace(/^(\s*[-*] \[)[xX ](\] )/gm, '$1 $2');

  it('is the same but for ticks, and loses none of its own', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const kept = keepCheckedTasks(before, after);
        expect(bare(kept)).toBe(bare(after));
        expect(keepCheckedTasks(before, kept)).toBe(kept);
        expect(keepCheckedTasks('', after)).toBe(after);
      }),
    );
  });
});
