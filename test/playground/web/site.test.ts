import { expect, it } from 'vitest';
import { describeWith } from '../../support/programs.ts';
import { playground, wordsOf } from '../visitor.ts';

const page = 'docs/content.zh/powered-by.md';

describeWith('hugo', 'the site, built by Hugo', () => {
  it('is shown in every language, today and as a pull request would make it', async () => {
    const { visitor, emulator, repository } = await playground();
    const text = (await emulator.readFile(repository, page)) ?? '';
    const branch = 'poweredby/issue-9';
    const files = { [page]: text.replace('Brightwater', 'Dimwater') };
    const bot = emulator.as('powered-by[bot]');
    await bot.push(repository, { branch, files });
    await bot.openPull(repository, { head: branch, base: 'main', title: 'Change', body: '' });
    const frame = async (path: string) => {
      const around = await visitor().get(path);
      expect(wordsOf(around)).toContain('Built by Hugo');
      const source = /<iframe src="([^"]+)"/.exec(around.text)?.[1] ?? '';
      return visitor().get(`/${source}`);
    };
    const english = await frame('/site');
    expect(english.text).toContain('<html lang="en">');
    expect(english.text).toContain('Brightwater');
    expect(english.headers.get('content-security-policy')).toContain('sandbox');
    const picture = /<img src='([^']+)' alt='Brightwater'/.exec(english.text)?.[1] ?? '';
    expect((await visitor().get(`/${picture}`)).headers.get('content-type')).toBe('image/png');
    const chinese = await frame('/site?locale=zh&as-of=1');
    expect(chinese.text).toContain('<html lang="zh">');
    expect(chinese.text).toContain('Dimwater');
    expect((await frame('/site?locale=zh')).text).not.toContain('Dimwater');
  });

  it('shows the entry of a pull request marked, also once it is merged', async () => {
    const { visitor, emulator, repository } = await playground();
    const text = (await emulator.readFile(repository, page)) ?? '';
    const bot = emulator.as('powered-by[bot]');
    const open = async (branch: string, changed: string) => {
      await bot.push(repository, { branch, files: { [page]: changed } });
      return bot.openPull(repository, { head: branch, base: 'main', title: 'Change', body: '' });
    };
    const frame = async (path: string) => {
      const source = /<iframe src="([^"]+)"/.exec((await visitor().get(path)).text)?.[1] ?? '';
      const [address = '', fragment] = source.replaceAll('&amp;', '&').split('#');
      return { fragment, text: (await visitor().get(`/${address}`)).text };
    };
    const mark = /<span id="poweredby-entry"><img src='[^']*brightwater-logo\.png'/;
    const updated = await open('poweredby/issue-8', text.replace('水务公司', '自来水公司'));
    const preview = await frame(`/site?locale=zh&as-of=${updated.number}`);
    expect(preview.fragment).toBe('poweredby-entry');
    expect(preview.text).toMatch(mark);
    await emulator.as('max-miller').merge(updated);
    expect((await frame(`/site?locale=zh&show=${updated.number}`)).text).toMatch(mark);
    expect((await frame('/site?locale=zh')).text).not.toContain('poweredby-entry');
    // A page on which it says nothing is marked all the same: the company is on it.
    expect((await frame(`/site?locale=en&show=${updated.number}`)).text).toMatch(mark);
  });

  it('is shown where a page’s address has characters of its own meaning', async () => {
    const { visitor, emulator, repository } = await playground();
    const text = (await emulator.readFile(repository, page)) ?? '';
    const files = { [page]: text.replace('---', '---\nurl: /c#d ü/') };
    await emulator.as('max-miller').push(repository, { files });
    const around = await visitor().get('/site?locale=zh');
    expect(wordsOf(around)).toContain('Built by Hugo');
    const source = /<iframe src="([^"#?]+)"/.exec(around.text)?.[1] ?? '';
    expect((await visitor().get(`/${source}`)).text).toContain('<html lang="zh">');
  });

  it('that Hugo cannot build is shown by our own renderer, which says so', async () => {
    const { visitor, emulator, repository } = await playground();
    const path = 'docs/layouts/_default/single.html';
    await emulator.as('max-miller').push(repository, { files: { [path]: '{{ .Nonsense' } });
    const around = await visitor().get('/site?locale=zh');
    expect(wordsOf(around)).toContain('Hugo could not build this site.');
    const source = /<iframe src="([^"]+)"/.exec(around.text)?.[1] ?? '';
    const small = await visitor().get(`/${source}`);
    expect(wordsOf(small)).toContain('the playground’s own renderer');
    expect(small.text).toContain('水务公司');
    const picture = /<img src="([^"]+)" alt="Brightwater"/.exec(small.text)?.[1] ?? '';
    expect((await visitor().get(`/${picture}`)).headers.get('content-type')).toBe('image/png');
    expect(small.headers.get('content-security-policy')).toContain('sandbox');
  });

  it('gives no file from outside of it', async () => {
    const { visitor, repository } = await playground();
    await visitor().get('/site');
    const oid = await repository.git.branch('main');
    for (const path of ['..%2f..%2fworld.json', '%2e%2e/%2e%2e/world.json', '%2fetc%2fpasswd']) {
      expect((await visitor().get(`/site/${oid}/built/${path}`)).status).toBe(404);
    }
  });
});
