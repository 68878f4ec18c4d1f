import { request } from 'node:http';
import { describe, expect, it, vi } from 'vitest';
import { homeOf } from '../../../src/playground/playground.ts';
import { playground, wordsOf } from '../visitor.ts';

/** What no file is called, as it may stand in an address. */
const oddPaths = [
  ...['..%2f..%2fx', '..%2F..%2F..%2Fetc%2Fpasswd', '..%2fx', '.%2fx', '.%2f', '..', '.', '%2e%2e'],
  ...['../../x', './x', 'docs/../../x', 'docs/%2e%2e/x', 'docs/..', 'docs/.', 'docs%2f..%2fx'],
  ...['%2fetc%2fpasswd', '/x', '//x', 'docs//x', 'docs/', 'docs%2f', '%2f', '/'],
  ...['..%5c..%5cx', '%5cx', '..\\x', 'C:%5cx', 'docs%5cx'],
  ...[
    '%00',
    'docs%00',
    'docs/%00/x',
    '%0a',
    'x%0ay',
    '%0d%0a',
    'x%0d%0aset-cookie:a',
    '%09',
    '%7f',
  ],
  ...['%', '%zz', '%c0%ae%c0%ae%2fx', '%ff', '%ed%a0%80', '%u002e', '%252e%252e%252fx'],
  ...[':x', ':0:x', '%3a%2fx', ':.%2fx', '@%7bu%7d', 'HEAD@%7bu%7d', 'main@%7bpush%7d', '%5e'],
  ...['-', '--help', '-z', '*', '?x', '%20', '%F0%9F%98%80', 'x'.repeat(9000)],
  ...['x%2f'.repeat(2000), '%e2%80%ae', '%3cscript%3e', '__proto__', 'constructor'],
];

/** Asks for exactly this, where `fetch` would tidy it up. */
function statusOf(url: string, path: string): Promise<number> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
    });
    asked.on('error', reject).end();
  });
}

describe('an address', () => {
  it('is found with a slash behind it, as on GitHub, and leads nowhere else', async () => {
    const { visitor } = await playground();
    const someone = visitor();
    expect(wordsOf(await someone.get('/'))).toContain('A company asks.');
    expect((await someone.get('/issues/')).url).toBe('/millrace/millrace/issues');
    const away = await someone.ask('//' + '/evil.example/', {});
    expect(away.headers.get('location') ?? '').not.toMatch(/^(\/\/|https?:\/\/evil)/);
  });
});

describe('an address that names no file', () => {
  it('is not found, whatever it holds and wherever it stands', async () => {
    const noted = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { url, playground: running, repository } = await playground();
    const home = homeOf(running);
    const oid = (await repository.git.branch('main')) ?? '';
    const addresses = (path: string): readonly string[] => [
      `${home}/blob/${oid}/${path}`,
      `${home}/blob/${oid}/${path}?raw=true`,
      `${home}/blob/main/${path}`,
      `${home}/blob/${path}/README.md`,
      `${home}/blob/${path}`,
      `${home}/edit?path=${path}`,
      `${home}/edit?branch=${path}&path=README.md`,
      `${home}/site/${oid}/small/${path}`,
      `${home}/site/${path}/small/en`,
      `${home}/studio/${path}/logo.png`,
      `${home}/issues/${path}`,
      `${home}/pull/${path}`,
      `${home}/pull/${path}/files`,
      `/assets/${path}`,
      `/attached?address=${path}`,
      `/${path}`,
    ];
    // Where nothing more is said, the beginning is shown.
    const built = (path: string) => `${home}/site/${oid}/built/${path}`;
    const wrong: string[] = [];
    for (const path of oddPaths) {
      for (const address of addresses(path)) {
        const status = await statusOf(url, address);
        if (![301, 302, 400, 404].includes(status))
          wrong.push(`${status} ${address.slice(0, 120)}`);
      }
      const status = await statusOf(url, built(path));
      if (![200, 301, 400, 404].includes(status))
        wrong.push(`${status} ${built(path).slice(0, 120)}`);
    }
    expect(wrong).toEqual([]);
    expect(noted).not.toHaveBeenCalled();
  });
});
