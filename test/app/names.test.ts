import { describe, expect, it } from 'vitest';
import { loadTemplates } from '../../src/templates.ts';
import { logoFolder, pages, world } from './world.ts';

describe('a submission whose name is nearly another’s', () => {
  it.each(['en', 'zh'] as const)(
    'has the other named on its pull request and in the comment, in %s',
    async (language) => {
      const made = await world({
        configuration: (text) => text.replace(/^language: .*/m, `language: ${language}`),
      });
      const issue = made.submit('ann', { company: 'Fаthоm Марs' });
      await made.settle();
      const sentence = loadTemplates(language).remarks['company-looks-like'];
      const words = sentence.split('}}').at(-1) ?? '';
      for (const text of [made.open()[0]?.body ?? '', made.said(issue)]) {
        expect(text).toContain(`“Fathom Maps${words}`);
      }
    },
  );

  it('gets a file of its own where one is there that differs by case only', async () => {
    const taken = `${logoFolder}/JUNIPER-parcel-logo.png`;
    const made = await world({ files: { [taken]: 'somebody’s' } });
    const issue = made.submit('ann');
    await made.settle();
    const [pull] = made.open();
    const written = pull?.pull?.changes.files.map(({ path }) => path) ?? [];
    expect(written.filter((path) => path.toLowerCase() === taken.toLowerCase())).toEqual([]);
    expect(made.said(issue)).toContain('macOS and Windows');
  });
});

describe('an update with a new logo', () => {
  it('leaves an old file of another name, which other pages may show, and says so', async () => {
    const old = `${logoFolder}/fathom.png`;
    const made = await world();
    const { github, repository } = made;
    const changed = await Promise.all(
      Object.values(pages).map(async (path) => {
        const text = (await github.readFile(repository, path)) ?? '';
        return [path, text.replace('fathom-maps-logo.png', 'fathom.png')] as const;
      }),
    );
    await github.as('mary').push(repository, {
      files: { ...Object.fromEntries(changed), [old]: 'a picture' },
    });
    const issue = made.submit('ann', { company: 'Fathom Maps' });
    await made.settle();
    const [pull] = made.open();
    expect(pull?.pull?.changes.files.map(({ path }) => path)).not.toContain(old);
    expect(made.said(issue)).toContain('fathom.png');
    expect(pull?.body).toContain('fathom.png');
  });
});
