import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, it } from 'vitest';
import { describeJourneys } from './stage.ts';

const model = join(import.meta.dirname, '../../../shared/data/flink');

describe.skipIf(!existsSync(model))('the model page itself', () => {
  const folder = mkdtempSync(join(tmpdir(), 'poweredby-journey-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** A checkout with the page in both languages, and nothing else of the site. */
  const checkout = () => {
    const site = join(folder, 'flink');
    for (const [from, to] of [
      ['powered-by.en.md', 'docs/content/what-is-flink/powered-by.md'],
      ['powered-by.zh.md', 'docs/content.zh/what-is-flink/powered-by.md'],
      ['logos', 'docs/static/img/poweredby'],
    ] as const) {
      mkdirSync(join(site, to, '..'), { recursive: true });
      cpSync(join(model, from), join(site, to), { recursive: true });
    }
    return { repository: site };
  };

  describeJourneys(
    'in a copy of a checkout',
    (stage) => {
      it('is made ready, and takes a company in both languages', async () => {
        const june = await stage().traveller();
        await june.go('');
        await june.press('Set it up');
        await june.sees('The configuration and the issue form are pushed.');
        await june.submit('Juniper Parcel', 'Juniper Parcel steers parcels around storms.');
        await june.sees(/is ready to be listed/);
        await june.openPull();
        await june.be('maintainer');
        await june.merge();
        await june.seesOnSite('English', 'Juniper Parcel steers parcels around storms.');
        await june.seesOnSite('Chinese', 'Juniper Parcel steers parcels around storms.');
      });
    },
    checkout,
  );
});
