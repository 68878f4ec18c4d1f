import { describe, expect, it } from 'vitest';
import { findLogos } from '../../../src/setup/logos/find-logos.ts';
import { nameLogoFiles } from '../../../src/setup/logos/name-logo-files.ts';

function find(logos: readonly string[], paths: readonly string[], siteFolder = 'docs') {
  const companies = logos.map((logo, index) => ({ name: `Company ${index}`, logo }));
  return findLogos(companies, 'docs/content/p.md', siteFolder, paths);
}

describe('findLogos', () => {
  const logos = ['/img/poweredby/a.png', '/img/poweredby/b.png?v=1', '/other/c.png'];

  it('finds the folder by the files’ names, and prefers the one whose path ends like the address', () => {
    const paths = [
      'design/a.png',
      'design/b.png',
      'docs/static/img/poweredby/a.png',
      'themes/x/static/img/poweredby/a.png',
    ];
    expect(find(logos, paths)).toEqual({
      directory: 'docs/static/img/poweredby',
      url: '/img/poweredby',
      present: ['docs/static/img/poweredby/a.png'],
      named: 2,
    });
  });

  it('finds the folder under a site that has a path of its own before the address', () => {
    const { directory } = find(['/kestrel/img/a.png'], ['x/a.png', 'site/static/img/a.png']);
    expect(directory).toBe('site/static/img');
  });

  it('finds files whose names are encoded', () => {
    const { present } = find(['/img/a%20b.png', '/img/100%.png'], ['static/img/100%.png']);
    expect(present).toEqual(['static/img/100%.png']);
  });

  it.each([
    ['https://cdn.example/img/a.png', 'docs/static/img/poweredby', '/img/poweredby'],
    ['a.png', 'docs/static/img/poweredby', ''],
    ['{{ .Site.BaseURL }}/img/a.png', 'docs/static/img/poweredby', '/img/poweredby'],
    ['../../etc/a.png', 'docs/static/etc', '../../etc'],
    ['/.github/../a.png', 'static/img/poweredby', '/.github/..'],
  ])('guesses a safe folder where none holds the files: %s', (logo, directory, url) => {
    expect(find([logo], [])).toMatchObject({ directory, url, present: [] });
  });

  it.each([
    ['a bare name', 'a.png', '', 'site/assets/logos/a.png'],
    ['a path from the site’s root', '/logos/a.png', '/logos', 'site/static/logos/a.png'],
    ['a base that only the template knows', 'users/a.png', 'users', 'site/img/users/a.png'],
    [
      'an address of the repository itself',
      'https://raw.githubusercontent.com/o/r/main/docs/img/a.png',
      'https://raw.githubusercontent.com/o/r/main/docs/img',
      'docs/img/a.png',
    ],
  ])('finds where files lie that are named by %s', (_what, logo, url, path) => {
    const directory = path.slice(0, path.lastIndexOf('/'));
    expect(find([logo], ['README.md', path])).toMatchObject({ url, directory, present: [path] });
  });

  it('guesses a folder beside a file that belongs to no site', () => {
    const companies = [{ name: 'A', logo: 'https://cdn.example/a.png' }];
    expect(findLogos(companies, 'docs/ADOPTERS.md', undefined, [])).toMatchObject({
      directory: 'docs/logos',
      url: 'logos',
    });
  });

  it('passes over folders that no configuration may name', () => {
    expect(find(['/img/a.png'], ['.github/img/a.png', 'a b/img/a.png'], '')).toMatchObject({
      directory: 'static/img',
      present: [],
    });
  });
});

describe('nameLogoFiles', () => {
  const name = (pairs: readonly (readonly [string, string])[]) =>
    nameLogoFiles(pairs.map(([company, file]) => ({ name: company, logo: `/img/${file}` })));

  it.each([
    [
      '{slug}-logo.png',
      [
        ['Alder Rail', 'alder-rail-logo.png'],
        ['Birch', 'birch-logo.jpg'],
      ],
    ],
    [
      '{slug}.png',
      [
        ['Alder Rail', 'alderrail.svg'],
        ['Birch', 'birch.png?v=2'],
      ],
    ],
    [
      'logo_{slug}.png',
      [
        ['Alder Rail', 'logo_alder_rail.png'],
        ['Birch', 'logo_Birch.png'],
      ],
    ],
    [
      '{slug}-logo.png',
      [
        ['Alder Rail', 'ar-logo.png'],
        ['Birch', 'bb-logo.png'],
      ],
    ],
    [
      '{slug}.png',
      [
        ['Alder Rail', '1.png'],
        ['Birch', '2.png'],
      ],
    ],
    ['{slug}-logo.png', []],
  ] as const)('finds %s', (file, pairs) => {
    expect(name(pairs).file).toBe(file);
  });

  it('goes by most of them', () => {
    const files = [
      ['A1', 'a1-mark.png'],
      ['B2', 'b2-mark.png'],
      ['C3', 'c3-logo.png'],
    ] as const;
    expect(name(files)).toEqual({ file: '{slug}-mark.png', like: 2 });
  });

  it('writes no name that a configuration refuses', () => {
    expect(name([['Alder', 'alder (1).png']]).file).toBe('{slug}.png');
    expect(name([['Alder', '{x}alder-logo.png']]).file).toBe('{slug}-logo.png');
  });
});
