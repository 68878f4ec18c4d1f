import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hasMarker,
  readMarker,
  withMarker,
} from '../../../../src/reconcile/observe/notes/marker.ts';
import { typedText } from '../../../words/typed-texts.ts';

const pasted = withMarker('', { issue: 1, company: 'Evil' }).trim();

describe('a note', () => {
  it('comes back as it was, whatever it holds and whatever text it stands under', () => {
    const text = fc.oneof(typedText, fc.constantFrom(pasted, '<!--', '-->', '<!-- poweredby:'));
    fc.assert(
      fc.property(text, fc.jsonValue({ stringUnit: 'binary' }), (before, note) => {
        const written = withMarker(before, note);
        expect(written.startsWith(before.trimEnd())).toBe(true);
        expect(hasMarker(written)).toBe(true);
        expect(readMarker(written)).toEqual(JSON.parse(JSON.stringify(note)));
      }),
    );
  });

  it('stays one when GitHub or a maintainer adds to the text', () => {
    const text = withMarker('- [ ] Logo', { issue: 2 });
    expect(readMarker(text.replaceAll('\n', '\r\n'))).toEqual({ issue: 2 });
    expect(readMarker(`> [!WARNING]\n\n${text}\n\nThanks!`)).toEqual({ issue: 2 });
  });

  it('is the last one: what was pasted before it counts for nothing', () => {
    const text = withMarker(`${pasted}\n${pasted}`, { issue: 2 });
    expect(readMarker(text)).toEqual({ issue: 2 });
  });

  it('cannot be ended by what it holds', () => {
    const written = withMarker('Hello', { company: '--> <script>x</script> <!--' });
    const comment = written.slice('Hello'.length).trim();
    expect(comment).toMatch(/^<!-- poweredby:[A-Za-z0-9_-]+ -->$/);
  });

  it('is not there where nobody wrote one', () => {
    for (const text of ['', '<!-- -->', '<!-- poweredby -->', '<!-- poweredby:a b -->']) {
      expect([text, hasMarker(text), readMarker(text)]).toEqual([text, false, undefined]);
    }
  });

  it('that somebody damaged is there, and says nothing', () => {
    const whole = withMarker('', { issue: 1 });
    const damaged = [
      whole.replace(/\w{4} -->/, ' -->'),
      whole.replace(/:\w/, ':_'),
      '<!-- poweredby: -->',
      '<!-- poweredby:-- -->',
      '<!-- poweredby:a -->',
    ];
    for (const text of damaged) {
      expect([text, hasMarker(text), readMarker(text)]).toEqual([text, true, undefined]);
    }
  });
});
