import { describe, expect, it } from 'vitest';
import { adaptPage } from '../../../src/playground/site/adapt-page.ts';

describe('a built page below a path', () => {
  it('finds what is at the site’s root', () => {
    expect(adaptPage(`<img src='/img/a.png'><a href="/zh/">zh</a><link href=/x.css>`, '/s/')).toBe(
      `<img src='/s/img/a.png'><a href="/s/zh/">zh</a><link href=/s/x.css>`,
    );
  });

  it('leaves alone what leads elsewhere, or there already', () => {
    const page = `<img src="/s/a.png"><img src="b.png"><script src="//c.example/x"></script> src="/text"`;
    expect(adaptPage(page, '/s/')).toBe(page);
  });

  it('opens links to elsewhere in a window of their own', () => {
    expect(adaptPage('<a href="https://a.example/">a</a><a href="/b">b</a>', '/s/')).toBe(
      '<a target="_blank" rel="noopener noreferrer" href="https://a.example/">a</a><a href="/s/b">b</a>',
    );
  });
});
