import { describe, expect, it } from 'vitest';
import { unusedLogos } from '../../../src/proposal/logo-files/unused-logos.ts';
import { configurationWith } from '../requests.ts';

const folder = 'static/img/poweredby';
const place = { group: 0, index: 0, line: 1, details: {} };

/** Whether the logo of Rail is unused on a page that says this. */
function isUnused(text: string, file = 'rail-logo.png'): boolean {
  const entry = {
    company: 'Rail',
    logo: `/img/poweredby/${encodeURI(file)}`,
    text: '',
    place,
    lacks: [],
  };
  return (
    unusedLogos(
      [entry],
      [{ path: 'en.md', text, entries: [] }],
      [`${folder}/${file}`],
      configurationWith(),
    ).length === 1
  );
}

describe('a company’s logo goes with it', () => {
  it.each([
    'Nothing.',
    "<img src='/img/poweredby/alder-rail-logo.png'>",
    "<img src='/img/poweredby/rail-logo.png-old.png'>".replace('.png-old', 'x'),
    "<img src='/img/poweredby/the%20rail-logo.png'>",
    "<img src='/img/poweredby/x.rail-logo.png'>",
    "<img src='/img/partners/rail-logo.png'>",
  ])('where a page says %s', (text) => {
    expect(isUnused(text)).toBe(true);
  });

  it.each([
    "<img src='/img/poweredby/rail-logo.png'>",
    '<img src="/site/img/poweredby/Rail-Logo.PNG?v=2">',
    '![](../static/img/poweredby/rail-logo.png)',
    '{{< figure src="rail-logo.png" >}}',
    "<img src='/img/partners/rail-logo.png'><img src='/img/poweredby/rail-logo.png'>",
  ])('but not where it says %s', (text) => {
    expect(isUnused(text)).toBe(false);
  });

  it('whatever characters its name has', () => {
    const page = '<img src="/img/poweredby/caf%C3%A9%20logo.png">';
    expect(isUnused(page, 'café logo.png')).toBe(false);
    expect(isUnused(page, 'é logo.png')).toBe(true);
    expect(isUnused('<img src="/img/poweredby/le café logo.png">', 'café logo.png')).toBe(false);
  });
});
