import { describe, expect, it } from 'vitest';
import { playground, sample, wordsOf } from '../visitor.ts';

describe('the logo studio', () => {
  it('shows a logo among its neighbours, with its numbers, and hands it to the form', async () => {
    const { visitor, emulator } = await playground();
    const someone = visitor();
    const logo = new File([sample('juniper-parcel.svg')], 'juniper.svg');
    const page = await someone.post('/studio', { logo });
    const words = wordsOf(page);
    expect(words).toContain('On a dark page');
    expect(words).toContain('Tidewheel');
    expect(words).toContain('PNG, 400 × 400 px');
    expect(words).toContain('Scaled no: an SVG is drawn at its final size');
    expect(words).toContain('this logo works on light and dark pages');
    const source = /<img src="([^"]+\/logo)"/.exec(page.text)?.[1] ?? '';
    expect((await someone.get(`/${source}`)).headers.get('content-type')).toBe('image/png');
    const form = await someone.post(`${page.url.slice('/millrace/millrace'.length)}/use`);
    const address = /!\[Image\]\((https:[^)]+)\)<\/textarea>/.exec(form.text)?.[1] ?? '';
    expect(emulator.attachment(address)?.bytes).toEqual(
      new Uint8Array(sample('juniper-parcel.svg')),
    );
  });

  it('says how much of a logo a dark page hides', async () => {
    const { visitor } = await playground();
    const draw = async (letters: string) => {
      const text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200"><circle cx="100" cy="100" r="90" fill="#2f6fdb"/><path fill="${letters}" d="M220 60h160v80H220z"/></svg>`;
      const logo = new File([text], 'half.svg');
      return wordsOf(await visitor().post('/studio', { logo }));
    };
    const dark = await draw('#101010');
    expect(dark).toMatch(/About 3\d % of this logo is too dark to be seen on a dark page\./);
    expect(dark).not.toContain('works on light and dark pages');
    expect(await draw('#806000')).toContain('works on light and dark pages');
    const black = await draw('#000" stroke="#000" stroke-width="90');
    expect(black).toMatch(/too dark|hardly be seen on a dark page/);
  });

  it('shows it as the project wants it: here as SVG on a wide canvas', async () => {
    const { visitor, emulator, repository } = await playground();
    const file = '.github/poweredby.yml';
    const text = (await emulator.readFile(repository, file)) ?? '';
    const wanted = text.replace(/^ {2}size: .*$/m, '  size: 500x200\n  keep-svg: true');
    await emulator.as('max-miller').push(repository, { files: { [file]: wanted } });
    const someone = visitor();
    const logo = new File([sample('juniper-parcel.svg')], 'juniper.svg');
    const page = await someone.post('/studio', { logo });
    expect(wordsOf(page)).toContain('SVG, 500 × 200 px');
    const source = /<img src="([^"]+\/logo)"/.exec(page.text)?.[1] ?? '';
    const shown = await someone.get(`/${source}`);
    expect(shown.headers.get('content-type')).toBe('image/svg+xml');
    expect(shown.text).toContain('width="500" height="200"');
  });

  it('says what is wrong with one, and how to fix it', async () => {
    const { visitor } = await playground();
    const logo = new File([sample('broken.svg')], 'broken.svg');
    const words = wordsOf(await visitor().post('/studio', { logo }));
    expect(words).toContain('broken.svg cannot be used');
    expect(words).toContain('Embed the picture in the file');
  });

  it('says how large a logo may be, before and after one is too large', async () => {
    const { visitor } = await playground();
    expect(wordsOf(await visitor().get('/studio'))).toContain('at most 5 MiB');
    const large = (megabytes: number) =>
      new File([new Uint8Array(megabytes * 1024 * 1024)], 'large.png');
    const refused = await visitor().post('/studio', { logo: large(6) });
    expect(wordsOf(refused)).toContain('The limit is 5 MiB.');
    const page = await visitor().post('/studio', { logo: large(20) });
    expect(page.status).toBe(413);
    expect(wordsOf(page)).toContain('Logo studio');
    expect(wordsOf(page)).toContain('That is too large');
  });

  it('asks for a picture where there is none', async () => {
    const { visitor } = await playground();
    expect(wordsOf(await visitor().post('/studio'))).toContain('Choose a picture');
  });
});
