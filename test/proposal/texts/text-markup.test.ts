import { describe, expect, it } from 'vitest';
import { showsMarkup } from '../../../src/proposal/texts/text-markup.ts';

describe('a text', () => {
  it.each([
    ['routing of **40,000** parcels', true, false],
    ['the [depot](https://juniper.example/depot)', true, false],
    ['run `mill` every day', true, false],
    ['it is *fast* and _small_', true, false],
    ['~~slow~~ fast', true, false],
    ['the [depot](http://juniper.example)', true, true],
    ['![logo](https://juniper.example/a.png)', true, true],
    ['<b>fast</b>', true, true],
    ['- routing - planning', true, true],
    ['1. routing 2. planning', true, true],
    ['# About us', true, true],
    ['> they said', true, true],
    ['C++ and 3 * 4 * 5 of a_b_c at 5 < 6 [sic] (1)', false, false],
    ['We use it - every day.', false, false],
    ['用它运送 4 万件包裹。', false, false],
  ])(
    '%j shows markup where there is none %j, and where some is let through %j',
    (text, plain, inline) => {
      expect([showsMarkup(text, 'none'), showsMarkup(text, 'inline')]).toEqual([plain, inline]);
    },
  );
});
