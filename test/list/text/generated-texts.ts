import fc from 'fast-check';

const markup = [
  ...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
  ...[
    '**',
    '__',
    '~~',
    '```',
    '~~~',
    '---',
    '***',
    '===',
    '...',
    '--',
    '](',
    '][',
    ']:',
    '![',
    '[^1]',
  ],
  ...[
    '{{<',
    '>}}',
    '{{%',
    '%}}',
    '{{',
    '}}',
    '/*',
    '*/',
    '<!--',
    '-->',
    '<b>',
    '</b>',
    '<br />',
    '<a href=',
  ],
  ...[
    '&amp;',
    '&lt;',
    '&#60;',
    '&#x3c',
    '&copy',
    '&mdash;',
    '&eacute;',
    '&NewLine;',
    '&#10;',
    '&colon;',
    '\\\\',
    '\\*',
    'javascript:',
    'https://x.example',
  ],
  ...[
    'www.',
    '://',
    'x@y.example',
    '1. ',
    '2) ',
    '- ',
    '+ ',
    '* ',
    '# ',
    '> ',
    ': ',
    '    ',
    '| ',
    '|-|',
  ],
  ...[
    ':smile:',
    '{.a}',
    '{#a}',
    '(https://x.example)',
    '<https://x.example>',
    'HAHAHUGO',
    'SHORTCODE',
    'HBHB',
  ],
];
const words = [
  'Acme',
  'data',
  'a',
  'I',
  '1',
  '2026',
  'ß',
  'é',
  '中文',
  '，',
  '“',
  '’',
  'हि',
  'ع',
  '\u200D',
  '😀',
  '\u00A0',
  '—',
];

/** Any code point. (`fc.string` takes a second to build for these.) */
const character = fc
  .oneof(fc.integer({ min: 0, max: 0x3ff }), fc.integer({ min: 0, max: 0x10ffff }))
  .map((code) => String.fromCodePoint(code));

const piece = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...markup) },
  { weight: 3, arbitrary: fc.constantFrom(...words) },
  { weight: 3, arbitrary: fc.constant(' ') },
  { weight: 1, arbitrary: character },
);

/** Texts full of what Markdown, HTML and Hugo take for their own, as they are after cleaning. */
export const arbitraryText = fc
  .array(piece, { minLength: 1, maxLength: 12 })
  .map((pieces) => pieces.join('').normalize('NFC').trim())
  .filter(
    (text) =>
      text !== '' &&
      text.isWellFormed() &&
      !/[\p{Cc}\p{Co}\p{Noncharacter_Code_Point}\u2028\u2029]/u.test(text),
  );

/** Any string at all, cleaned or not, but for the empty one. */
export const arbitraryString = fc
  .oneof(
    fc.array(character, { maxLength: 12 }).map((characters) => characters.join('')),
    fc
      .array(
        fc.oneof(
          piece,
          fc.constantFrom('\n', '\r\n', '\t', '\0', '\u0085', '\u2028', '\ud800', '\udc00'),
        ),
        { maxLength: 10 },
      )
      .map((pieces) => pieces.join('')),
  )
  .filter((text) => text !== '');

/** Sources full of live markup, and of what could hide it; no shortcodes, which would break the build. */
export const arbitraryMarkup = fc
  .array(
    fc.constantFrom(
      ...[
        '<script>',
        '</script>',
        '<img src=x onerror=y>',
        '<svg',
        '/onload=',
        '<iframe ',
        '<div\n',
        '<style>',
      ],
      ...[
        '<a href="javascript:x">',
        '[x](javascript:y)',
        '[x](java&#115;cript:y)',
        '<javascript:x>',
        '![i](vbscript:x)',
      ],
      ...[
        '[x](<java&Tab;script:y>)',
        '[r]',
        '\n\n[r]: data:text/html,x',
        '<b>',
        '<b onclick=x>',
        '<!x ',
        '<![CDATA[',
        ']]>',
      ],
      ...[
        '<!--',
        '-->',
        '<?',
        '?>',
        '`',
        '``',
        '```\n',
        '~~~\n',
        '```',
        '\\',
        '&lt;',
        '\n',
        '\n\n',
        '    ',
        '\t',
        '> ',
      ],
      ...[
        '- ',
        '# h ',
        '{onclick=x}',
        '|',
        '---',
        '*',
        '"',
        "'",
        '(',
        ')',
        '[',
        ']',
        '>',
        'x',
        ' ',
      ],
    ),
    { minLength: 1, maxLength: 10 },
  )
  .map((pieces) => pieces.join(''));

/** The same texts in every run. */
export function sampleTexts(arbitrary: fc.Arbitrary<string>, count: number): readonly string[] {
  return fc.sample(arbitrary, { numRuns: count, seed: 20261122 });
}
