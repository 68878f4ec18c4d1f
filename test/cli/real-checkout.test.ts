import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { example, poweredby } from '../support/command-line.ts';
import { folderWith } from '../support/folders.ts';
import { buildSite } from '../support/hugo.ts';
import { describeWith } from '../support/programs.ts';

const data = join(import.meta.dirname, '../../../shared/data/flink');
const paths = {
  en: 'docs/content/what-is-flink/powered-by.md',
  zh: 'docs/content.zh/what-is-flink/powered-by.md',
};

/** A checkout as the model page's repository has it. */
function realCheckout(): string {
  const logos = readdirSync(join(data, 'logos')).map((name) => [
    `docs/static/img/poweredby/${name}`,
    readFileSync(join(data, 'logos', name)),
  ]);
  const folder = folderWith({
    [paths.en]: readFileSync(join(data, 'powered-by.en.md')),
    [paths.zh]: readFileSync(join(data, 'powered-by.zh.md')),
    ...Object.fromEntries(logos),
  });
  mkdirSync(join(folder, '.git/hooks'), { recursive: true });
  execFileSync('git', ['init', '-q', folder]);
  execFileSync('git', ['-C', folder, 'add', '-A']);
  return folder;
}

describe.skipIf(!existsSync(data))('on a checkout of the model page', () => {
  describeWith('hugo', 'the main job', () => {
    it('needs init and add, deletes no line, and Hugo shows the new company', async () => {
      const folder = realCheckout();
      const init = await poweredby(['init', '--dir', folder]);
      expect(init).toMatchObject({ exitCode: 0, errors: '' });
      const text = 'Juniper Parcel’s vans avoid storms & <b>jams</b>.';
      const add = await poweredby([
        ...['add', '--dir', folder, '--company', 'Juniper Parcel', '--description', text],
        ...['--link', 'https://juniper.example/?a=1&b=2', '--logo', example.logo, '--json'],
      ]);
      expect(JSON.parse(add.output)).toMatchObject({
        ok: true,
        places: { en: { pair: 8, column: 'column2' }, zh: { pair: 8, column: 'column2' } },
      });
      const numbers = execFileSync('git', ['-C', folder, 'diff', '--numstat'], {
        encoding: 'utf8',
      });
      expect(numbers.trim().split('\n')).toEqual([`7\t0\t${paths.zh}`, `7\t0\t${paths.en}`]);

      for (const path of Object.values(paths)) {
        const built = await buildSite({
          'powered-by.md': readFileSync(join(folder, path), 'utf8'),
          'community.md': '# Community\n',
          'docs/community.md': '# Community\n',
        });
        const html = built['powered-by.md'] ?? '';
        expect(html).toContain(
          "<img src='/img/poweredby/juniper-parcel-logo.png' alt='Juniper Parcel'>",
        );
        expect(html).toContain('storms &amp; &lt;b&gt;jams&lt;/b&gt;.');
        expect(html).toContain('href="https://juniper.example/?a=1&amp;b=2"');
      }
    });
  });
});
