import { describe, expect, it } from 'vitest';
import { readSvg } from '../../../src/logo/svg/read-svg.ts';
import { mark, svg } from '../pictures.ts';

async function problemsWith(bytes: Uint8Array) {
  const read = await readSvg(bytes);
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
  ])('is taken from %s', async (_, text) => {
    expect(await problemsWith(Buffer.from(text))).toEqual([]);
  });

  it('may lack the namespaces that HTML does without', async () => {
    const text = `<svg viewBox="0 0 200 60">${mark}<use xlink:href="#a"/></svg>`;
    expect(await problemsWith(Buffer.from(text))).toEqual([]);
  });

  it('may be UTF-16, Latin-1 or have a byte-order mark, and is drawn as UTF-8', async () => {
    const text = '<?xml version="1.0" encoding="ENCODING"?><svg width="9" height="9" id="é"/>';
    const files = [
      Buffer.from(`\ufeff${text.replace('ENCODING', 'UTF-16')}`, 'utf16le'),
      Buffer.from(text.replace('ENCODING', 'ISO-8859-1'), 'latin1'),
      Buffer.from(`\ufeff${text.replace('ENCODING', 'UTF-8')}`),
    ];
    for (const file of files) {
      expect(await drawingOf(file, 90)).toBe(
        '<svg width="90px" height="90px" id="é" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>',
      );
    }
  });

  it.each(['UTF-16', 'UTF-32', 'klingon', 'us-ascii'])(
    'may be labelled %s where it is UTF-8',
    async (label) => {
      const file = Buffer.from(
        `<?xml version="1.0" encoding="${label}"?><svg id="é">${mark}</svg>`,
      );
      expect(await problemsWith(file)).toEqual([]);
    },
  );

  it('may be labelled UTF-8, or nothing, where it is Latin-1', async () => {
    for (const label of ['<?xml version="1.0" encoding="UTF-8"?>', '']) {
      const file = Buffer.from(`${label}<svg id="caf\xe9"/>`, 'latin1');
      expect(await drawingOf(file, 90)).toContain('id="café"');
    }
  });

  it('keeps its content to the last element, whatever stands before it', async () => {
    const content = `<!-- 😀 -->\r\n${mark}${longComment}<path d="M1 1h9v9z"/>`;
    const drawing = await drawingOf(svg('viewBox="0 0 200 60"', content, longComment), 400);
    expect(drawing.slice(drawing.indexOf('>') + 1)).toBe(`${mark}<path d="M1 1h9v9z"/></svg>`);
  });

  it('says whether some of it is text', async () => {
    expect(await readSvg(svg('', '<text>Juniper</text>'))).toMatchObject({
      value: { hasText: true },
    });
    expect(await readSvg(svg('', mark))).toMatchObject({ value: { hasText: false } });
  });

  it('may declare entities that are plain text, as Illustrator does', async () => {
    const header =
      '<!DOCTYPE svg [\n<!ENTITY ns_svg "http://www.w3.org/2000/svg">\n<!ENTITY st0 \'fill:#225\'>]>';
    const drawing = await drawingOf(
      Buffer.from(`${header}<svg xmlns="&ns_svg;" viewBox="0 0 9 9"><path style="&st0;"/></svg>`),
    );
    expect(drawing).toContain('<path style="fill:#225"/>');
  });
});

describe('what shows nothing in a picture', () => {
  it.each([
    ['<script>alert(1)</script>', '<script>'],
    ['<h:script xmlns:h="http://www.w3.org/1999/xhtml" src="#"/>', '<script>'],
    ['<foreignObject><p/></foreignObject>', '<foreignObject>'],
    ['<i:pgf xmlns:i="http://ns.adobe.com/">eJzs</i:pgf>', '<i:pgf>'],
    ['<x:a>eJzs</x:a>', '<x:a>'],
    ['<g onclick="x()"/>', 'onclick="…"'],
    ['<g ONLOAD="x()"/>', 'ONLOAD="…"'],
    ['<a href="&#106;avascript:x()"/>', 'href="javascript:x()"'],
    ['<a href="https://x.example/"><g/></a>', 'href="https://x.example/"'],
    ['<g xml:base="https://x.example/"/>', 'xml:base="https://x.example/"'],
    ['<g clip-path="url(clip0)"/>', 'clip-path="url(clip0)"'],
    ['<use href="mark"/>', 'href="mark"'],
    ['<style>@import url(a.css);</style>', '@import url(a.css)'],
    ['<style>@font-face{src:url(https://x.example/a.woff)}</style>', '@font-face'],
    ['<style><![CDATA[g{cursor:u]]>rl(a.png)}</style><g/>', 'cursor: url(a.png)'],
    ['<color-profile href="a.icc"/>', '<color-profile>'],
  ])('is left out, and said: %s', async (content, what) => {
    const read = await readSvg(svg('', content));
    expect(read).toMatchObject({ ok: true, value: { leftOut: [what] } });
    expect(await drawingOf(svg('', content))).not.toMatch(
      /script|foreign|pgf|onclick|x\.example|a\.css/i,
    );
  });

  it('is a style sheet of another file', async () => {
    const read = await readSvg(svg('', '', '<?xml-stylesheet href="a.css"?>'));
    expect(read).toMatchObject({ value: { leftOut: ['<?xml-stylesheet href="a.css"?>'] } });
  });

  it('counts for no limit', async () => {
    const privateData = `<i:pgf xmlns:i="http://ns.adobe.com/">${'<i:x/>'.repeat(30_000)}</i:pgf>`;
    expect(await problemsWith(svg('', `${mark}${privateData}`))).toEqual([]);
  });

  it('is named in readable length', async () => {
    const read = await readSvg(svg('', `<a href="https://${'x'.repeat(999)}"/>`));
    expect(read.ok && read.value.leftOut.every((what) => what.length <= 80)).toBe(true);
  });
});

describe('an SVG that is not itself without another file', () => {
  it.each([
    ['<image href="https://x.example/a.png"/>', 'href="https://x.example/a.png"'],
    ['<image href="E:\\art\\a.png"/>', 'href="E:\\art\\a.png"'],
    ['<use href="other.svg#a"/>', 'href="other.svg#a"'],
    ['<rect fill="url(https://x.example/a#b)"/>', 'https://x.example/a#b'],
    ['<rect style="fill:url(a.svg)"/>', 'a.svg'],
    ['<style>.a{fill:url(a.svg#b)}</style><rect class="a"/>', 'a.svg#b'],
  ])('is refused for %s', async (content, what) => {
    expect(await problemsWith(svg('', content))).toEqual([['logo-svg-external', what]]);
  });

  it('is told everything that is missing at once, each thing once, in readable length', async () => {
    const images = Array.from({ length: 99 }, (_, i) => `<image href="${i}/${'x'.repeat(999)}"/>`);
    const problems = await problemsWith(svg('', [...images, ...images].join('')));
    expect(new Set(problems.map(([, what]) => what))).toHaveLength(10);
    expect(problems.every(([, what]) => String(what).length <= 80)).toBe(true);
  });
});

describe('entities that are more than plain text', () => {
  it.each([
    ['another entity', '<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">', '&b;'],
    ['a file', '<!ENTITY a SYSTEM "file:///etc/passwd">', '&a;'],
    ['markup', '<!ENTITY a "<g/>">', '&a;'],
    ['megabytes in all', `<!ENTITY a "${'x'.repeat(999)}">`, '&a;'.repeat(10_000)],
  ])('are refused where they hold %s', async (_, declared, used) => {
    const file = svg('', `<desc>${used}</desc>`, `<!DOCTYPE svg [${declared}]>`);
    expect(await problemsWith(file)).toEqual([['logo-svg-entities']]);
  });
});

/** What is given to the renderer. */
async function drawingOf(bytes: Uint8Array, size = 90): Promise<string> {
  const read = await readSvg(bytes);
  return read.ok ? Buffer.from(read.value.draw(size, size)).toString() : '';
}

describe('a broken SVG', () => {
  it.each([
    ['<svg>\n<g></svg>', 2],
    ['<svg><g>', 1],
    ['<svg>&nbsp;</svg>', 1],
    ['<svg/><svg/>', 1],
    ['<svg a="1" a="2"/>', 1],
    ['<p:svg xmlns:p="http://x.example/"/>', 1],
  ])('is refused with its line: %j', async (text, line) => {
    expect(await problemsWith(Buffer.from(text))).toEqual([
      ['logo-svg-broken', line, expect.stringMatching(/^[^.:].*[^.]$/)],
    ]);
  });

  it('is refused past 2 MiB, past 20,000 elements, and past 200 in each other', async () => {
    expect(await problemsWith(svg('', ' '.repeat(2 * 1024 * 1024)))).toEqual([
      ['logo-svg-too-large', 2049, 2048],
    ]);
    expect(await problemsWith(svg('', '<g/>'.repeat(19_999)))).toEqual([]);
    expect(await problemsWith(svg('', '<g/>'.repeat(20_000)))).toEqual([
      ['logo-svg-too-many-elements', 20_000],
    ]);
    expect(await problemsWith(svg('', `${'<g>'.repeat(199)}${'</g>'.repeat(199)}`))).toEqual([]);
    expect(await problemsWith(svg('', '<g>'.repeat(80_000)))).toEqual([
      ['logo-svg-broken', 1, 'its elements are nested too deep'],
    ]);
  });
});
