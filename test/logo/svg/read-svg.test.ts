import { describe, expect, it } from 'vitest';
import { readSvg } from '../../../src/logo/svg/read-svg.ts';
import { mark, svg } from '../pictures.ts';

function problemsWith(bytes: Uint8Array) {
  const read = readSvg(bytes);
  return read.ok ? [] : read.problems.map(({ code, values }) => [code, ...Object.values(values)]);
}

/** Longer than one piece that the parser is given. */
const longComment = `<!-- ${'é'.repeat(20_000)} -->`;

describe('an SVG as drawing programs export it', () => {
  it.each([
    [
      'Illustrator',
      '<?xml version="1.0" encoding="utf-8"?>\r\n<!-- Generator: Adobe Illustrator 28.0 -->\r\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\r\n<svg version="1.1" id="Layer_1" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" x="0px" y="0px" viewBox="0 0 200 60" style="enable-background:new 0 0 200 60;" xml:space="preserve"><style type="text/css">.st0{fill:url(#SVGID_1_);}</style><linearGradient id="SVGID_1_"><stop offset="0" style="stop-color:#FFF"/></linearGradient><path class="st0" d="M0,0h9v9z"/><use xlink:href="#SVGID_1_"/></svg>',
    ],
    [
      'Inkscape',
      '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<svg width="200mm" height="60mm" viewBox="0 0 200 60" id="svg5" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" xmlns="http://www.w3.org/2000/svg" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:cc="http://creativecommons.org/ns#" sodipodi:docname="logo url(1).svg" inkscape:export-filename="/home/ada/logo.png"><sodipodi:namedview id="n" inkscape:zoom="1.2"/><metadata><rdf:RDF><cc:Work rdf:about=""><cc:license rdf:resource="http://creativecommons.org/licenses/by/4.0/"/></cc:Work></rdf:RDF></metadata><g inkscape:label="Layer 1"><path d="M0 0h9v9z" style="fill:#222;filter:url(#f)"/></g></svg>',
    ],
    [
      'Figma',
      '<svg width="200" height="60" viewBox="0 0 200 60" fill="none" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><g clip-path="url(#clip0_1_2)"><rect width="200" height="60" fill="url(#pattern0)"/></g><defs><pattern id="pattern0" patternContentUnits="objectBoundingBox" width="1" height="1"><use xlink:href="#image0_1_2" transform="scale(0.01)"/></pattern><image id="image0_1_2" width="1" height="1" xlink:href="data:image/png;base64,iVBORw0KGgo="/></defs></svg>',
    ],
  ])('is taken from %s', (_, text) => {
    expect(problemsWith(Buffer.from(text))).toEqual([]);
  });

  it('may lack the namespaces that HTML does without', () => {
    const text = `<svg viewBox="0 0 200 60">${mark}<use xlink:href="#a"/></svg>`;
    expect(problemsWith(Buffer.from(text))).toEqual([]);
  });

  it('may be UTF-16, Latin-1 or have a byte-order mark, and is drawn as UTF-8', () => {
    const text =
      '<?xml version="1.0" encoding="ENCODING"?><svg width="9" height="9" aria-label="é"/>';
    const files = [
      Buffer.from(`\ufeff${text.replace('ENCODING', 'UTF-16')}`, 'utf16le'),
      Buffer.from(text.replace('ENCODING', 'ISO-8859-1'), 'latin1'),
      Buffer.from(`\ufeff${text.replace('ENCODING', 'UTF-8')}`),
    ];
    for (const file of files) {
      const read = readSvg(file);
      const drawing = read.ok ? Buffer.from(read.value.draw(90, 90)).toString() : '';
      expect(drawing).toMatch(
        /^<svg .*aria-label="é".*width="90px"|^<svg width="90px".*aria-label="é"/,
      );
      expect(drawing).not.toContain('<?xml');
    }
  });

  it('keeps its content to the last character, whatever stands before it', () => {
    const content = `<!-- 😀 -->\r\n${mark}${longComment}<path d="M1 1h9v9z"/>`;
    const read = readSvg(svg('viewBox="0 0 200 60"', content, longComment));
    const drawing = read.ok ? Buffer.from(read.value.draw(400, 120)).toString() : '';
    expect(drawing.slice(drawing.indexOf('>') + 1)).toBe(`${content}</svg>`);
  });

  it('says whether some of it is text', () => {
    const [text, outlines] = ['<text>Juniper</text>', mark].map((each) => readSvg(svg('', each)));
    expect(text).toMatchObject({ value: { hasText: true } });
    expect(outlines).toMatchObject({ value: { hasText: false } });
  });
});

describe('an unsafe SVG', () => {
  it.each([
    ['<script>alert(1)</script>', 'logo-svg-unsafe', '<script>'],
    ['<h:script xmlns:h="http://www.w3.org/1999/xhtml" src="#"/>', 'logo-svg-unsafe', '<script>'],
    ['<foreignObject><p/></foreignObject>', 'logo-svg-unsafe', '<foreignObject>'],
    ['<g onclick="x()"/>', 'logo-svg-unsafe', 'onclick="…"'],
    ['<g ONLOAD="x()"/>', 'logo-svg-unsafe', 'ONLOAD="…"'],
    [
      '<image href="https://x.example/a.png"/>',
      'logo-svg-external',
      'href="https://x.example/a.png"',
    ],
    ['<use href="other.svg#a"/>', 'logo-svg-external', 'href="other.svg#a"'],
    ['<a href="&#106;avascript:x()"/>', 'logo-svg-external', 'href="javascript:x()"'],
    ['<g xml:base="https://x.example/"/>', 'logo-svg-external', 'xml:base="https://x.example/"'],
    ['<rect fill="url(https://x.example/a#b)"/>', 'logo-svg-external', 'https://x.example/a#b'],
    ['<rect style="fill:url(a.svg)"/>', 'logo-svg-external', 'a.svg'],
    ['<style>@import url(a.css);</style>', 'logo-svg-external', '@import url(a.css)'],
    ['<style><![CDATA[a{fill:u]]>rl(a.png)}</style>', 'logo-svg-external', 'a.png'],
  ])('is refused for %s', (content, code, what) => {
    expect(problemsWith(svg('', content))).toContainEqual([code, what]);
  });

  it('is refused for a style sheet of another file and for entities of its own', () => {
    expect(problemsWith(svg('', '', '<?xml-stylesheet href="a.css"?>'))).toEqual([
      ['logo-svg-external', '<?xml-stylesheet href="a.css"?>'],
    ]);
    const bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>';
    expect(problemsWith(svg('', '<desc>&b;</desc>', bomb))).toEqual([['logo-svg-entities']]);
    const file = '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>';
    expect(problemsWith(svg('', '<desc>&a;</desc>', file))).toEqual([['logo-svg-entities']]);
  });

  it('is told everything that is wrong at once, each thing once', () => {
    const content = '<script/><script/><g onclick="a"/><image href="http://x.example/"/>';
    expect(problemsWith(svg('', content)).map(([, what]) => what)).toEqual([
      '<script>',
      'onclick="…"',
      'href="http://x.example/"',
    ]);
  });

  it('is given a list of readable length', () => {
    const content = Array.from({ length: 99 }, (_, i) => `<image href="${i}/${'x'.repeat(999)}"/>`);
    const problems = problemsWith(svg('', content.join('')));
    expect(problems).toHaveLength(10);
    expect(problems.every(([, what]) => String(what).length <= 80)).toBe(true);
  });
});

describe('a broken SVG', () => {
  it.each([
    ['<svg>\n<g></svg>', 2],
    ['<svg><g>', 1],
    ['<svg>&nbsp;</svg>', 1],
    ['<svg><x:a/></svg>', 1],
    ['<svg/><svg/>', 1],
    ['<svg a="1" a="2"/>', 1],
    ['<p:svg xmlns:p="http://x.example/"/>', 1],
  ])('is refused with its line: %j', (text, line) => {
    expect(problemsWith(Buffer.from(text))).toEqual([
      ['logo-svg-broken', line, expect.stringMatching(/^[^.:].*[^.]$/)],
    ]);
  });

  it('is refused where its bytes are not in its encoding', () => {
    expect(problemsWith(Buffer.from('<svg a="\xe9"/>', 'latin1'))).toEqual([['logo-svg-encoding']]);
    const unknown = Buffer.from('<?xml version="1.0" encoding="klingon"?><svg/>');
    expect(problemsWith(unknown)).toEqual([['logo-svg-encoding']]);
  });

  it('is refused past 256 KiB and past 5,000 elements, however deep', () => {
    expect(problemsWith(svg('', ' '.repeat(256 * 1024)))).toEqual([
      ['logo-svg-too-large', 257, 256],
    ]);
    expect(problemsWith(svg('', '<g/>'.repeat(4_999)))).toEqual([]);
    expect(problemsWith(svg('', '<g/>'.repeat(5_000)))).toEqual([
      ['logo-svg-too-many-elements', 5_000],
    ]);
    expect(problemsWith(svg('', '<g>'.repeat(80_000)))).toEqual([
      ['logo-svg-too-many-elements', 5_000],
    ]);
  });
});
