import { describe, expect, it } from 'vitest';
import { markChinese } from '../../../../src/playground/web/markdown/chinese.ts';
import { sanitize } from '../../../../src/playground/web/markdown/sanitize.ts';

const clean = (dirty: string) =>
  sanitize(dirty, (address) => (address.startsWith('/') ? address : undefined));

describe('what people wrote', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="&#106;avascript:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<iframe src="/"></iframe>',
    '<form action="/issues" method="post"><button>x</button></form>',
    '<input type="text" name="csrf">',
    '<input type="image" src="/x" formaction="/y">',
    '<style>body{display:none}</style>',
    '<p style="position:fixed" class="notice" id="content" onclick="x()">x</p>',
    '<object data="/x"></object><embed src="/x"><base href="https://evil.example/">',
    '<meta http-equiv="refresh" content="0;url=https://evil.example">',
    '<link rel="stylesheet" href="https://evil.example/x.css">',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
    '<details open ontoggle=alert(1)><summary>x</summary></details>',
    '<!-- --!><img src=x onerror=alert(1)> -->',
    '<div data-live id="thread"><textarea name="x">',
  ])('does nothing: %s', (dirty) => {
    const result = clean(dirty);
    expect(result).not.toMatch(
      /<(?:script|svg|iframe|form|button|style|object|embed|base|meta|link|math|textarea)\b/i,
    );
    expect(result).not.toMatch(/<[^>]*\s(?:on\w+|style|id|name|formaction|data-\w+)\s*=/i);
    expect(result).not.toMatch(/(?:href|src)="(?:javascript|data|https?:)/i);
  });

  it('keeps its marker’s comment to itself', () => {
    expect(clean('a<!-- poweredby:abc -->b')).toBe('ab');
  });

  it('shows pictures of this machine, and names those from elsewhere', () => {
    expect(clean('<img src="/a.png" width="20">')).toBe(
      '<img src="/a.png" width="20" alt="" loading="lazy" />',
    );
    expect(clean('<img src="https://spy.example/1.png" alt="Spy &lt;1>">')).toBe(
      '<span>[picture elsewhere: Spy &lt;1&gt;]</span>',
    );
  });

  it('opens links to elsewhere in a window of their own', () => {
    expect(clean('<a href="https://a.example/" target="_top" rel="opener">a</a>')).toBe(
      '<a href="https://a.example/" target="_blank" rel="nofollow noopener noreferrer">a</a>',
    );
    expect(clean('<a href="/here">a</a>')).toBe('<a href="/here">a</a>');
  });

  it('makes no column’s head of a cell without words', () => {
    expect(clean('<table><tr><th></th><th>new</th></tr></table>')).toContain(
      '<tr><td></td><th>new</th></tr>',
    );
  });
});

describe('Chinese', () => {
  it('is marked as such', () => {
    expect(markChinese('Juniper 使用 Millrace，很好。')).toBe(
      'Juniper <span lang="zh">使用</span> Millrace<span lang="zh">，很好。</span>',
    );
    expect(markChinese('plain')).toBe('plain');
  });
});
