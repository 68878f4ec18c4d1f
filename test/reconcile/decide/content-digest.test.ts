import { describe, expect, it } from 'vitest';
import { contentDigest } from '../../../src/reconcile/decide/content-digest.ts';
import type { Submission } from '../../../src/submission/submission.ts';

const submission: Submission = {
  company: 'Juniper',
  texts: { en: 'Parcels.', zh: '包裹。' },
  link: 'https://juniper.example/',
  linkText: 'Read on',
};
const logo = {
  address: 'https://a.example/',
  fingerprint: 'f',
  settings: '600',
  oid: 'o',
  remarks: [],
};

describe('the digest of what a company asks to be shown', () => {
  it('is another one for each part of it', () => {
    const { linkText: _, ...unlinked } = submission;
    const homepage = 'https://casino.example/';
    const shop = (text: string, url: string) => ({
      homepage,
      homepageLinks: [
        { text: '', url: homepage },
        { text, url },
      ],
    });
    const digests = [
      contentDigest(submission, { logo }),
      contentDigest({ ...submission, company: 'Casino' }, { logo }),
      contentDigest({ ...submission, texts: { en: 'Parcels.' } }, { logo }),
      contentDigest({ ...submission, texts: { en: '包裹。', zh: 'Parcels.' } }, { logo }),
      contentDigest({ ...submission, link: 'https://casino.example/' }, { logo }),
      contentDigest(unlinked, { logo }),
      contentDigest({ ...submission, homepage: 'https://casino.example/' }, { logo }),
      contentDigest({ ...submission, ...shop('Shop', 'https://shop.example') }, { logo }),
      contentDigest({ ...submission, ...shop('Shop', 'https://casino.example') }, { logo }),
      contentDigest({ ...submission, ...shop('Casino', 'https://shop.example') }, { logo }),
      contentDigest({ ...submission, group: 'Casinos' }, { logo }),
      contentDigest({ ...submission, fields: { Stage: 'Live' } }, { logo }),
      contentDigest({ ...submission, fields: { Stage: 'Test' } }, { logo }),
      contentDigest(submission, { logo: { ...logo, fingerprint: 'g' } }),
      contentDigest(submission, {}),
      contentDigest(submission, { logo, darkLogo: logo }),
    ];
    expect(new Set(digests).size).toBe(digests.length);
  });

  it('is the same however that was written, and drawn', () => {
    const texts = { zh: '包裹。', en: 'Parcels.' };
    const drawn = { ...logo, address: 'https://b.example/', settings: '100', oid: 'p' };
    expect(contentDigest({ ...submission, texts }, { logo: drawn })).toBe(
      contentDigest(submission, { logo }),
    );
  });
});
