import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Answers, bodyOf, pages, world } from './world.ts';

/** What comes of an issue's body. @param write is given the logo as GitHub writes it */
async function outcomeOf(write: (logo: string) => string) {
  const made = await world();
  const body = write(made.drawing('ann'));
  const issue = made.github
    .as('ann')
    .openIssue(made.repository, { title: 'Add us', body }, ['powered-by']);
  await made.settle();
  const [pull] = made.open();
  const read = (path: string) => made.github.readFile(made.repository, path, 'poweredby/issue-1');
  return {
    said: made.said(issue),
    title: pull?.title,
    checklist: pull?.body.split('### Before merging')[1] ?? '',
    en: (await read(pages.en)) ?? '',
    zh: (await read(pages.zh)) ?? '',
  };
}

function outcomeOfAnswers(answers: Answers) {
  return outcomeOf((logo) => bodyOf({ logo, ...answers }));
}

describe('a form with answers that say nothing', () => {
  it.each([
    'N/A',
    'none',
    '-',
    '无',
    '同上',
    'same as above',
    '<!-- optional -->',
    '_No response_',
  ])('as %j shows the source’s text, asks for a translation, and has no link', async (nothing) => {
    const { title, checklist, en, zh } = await outcomeOfAnswers({
      description: 'We steer parcels.',
      zh: nothing,
      link: nothing,
      linkText: nothing,
    });
    expect(title).toBe('Add Juniper Parcel to Powered By');
    expect(checklist).toContain('/poweredby text zh');
    expect(zh).toContain('"We steer parcels."');
    expect(en).toContain('"We steer parcels."');
  });

  it('asks for what has to be there', async () => {
    const { said, title } = await outcomeOfAnswers({ company: 'N/A', description: 'TBD' });
    expect(title).toBeUndefined();
    expect(said).toContain('name is missing');
    expect(said).toContain('description in English is missing');
  });

  it('takes a copied source for no translation', async () => {
    const { checklist } = await outcomeOfAnswers({ description: 'We steer.', zh: 'We steer.' });
    expect(checklist).toContain('/poweredby text zh');
  });
});

describe('two requests for what may be one company', () => {
  it('name each other on the later pull request, and go on doing so', async () => {
    const made = await world();
    made.submit('ann', { company: 'Brass Lantern' });
    await made.settle();
    const issue = made.submit('ben', { company: 'Brass Lantern Ltd.' });
    await made.settle();
    const [, later] = made.open();
    expect(later?.body).toContain('“Brass Lantern”, requested in issue #1');
    made.github.as('ben').edit(issue, { body: issue.body.replace('storms', 'tempests') });
    await made.settle();
    expect(later?.body).toContain('tempests');
    expect(later?.body).toContain('“Brass Lantern”, requested in issue #1');
  });
});

const reported = join(import.meta.dirname, '../../../shared/data/faults/forms');

describe.skipIf(!existsSync(reported))('the forms that were reported', () => {
  const names = existsSync(reported) ? readdirSync(reported) : [];

  function outcomeOfFile(name: string) {
    const typed = readFileSync(join(reported, name), 'utf8');
    return outcomeOf((logo) => typed.replace(/\[juniper\.svg\]\(.*\)/, logo));
  }

  it.each(names.filter((name) => /^zh-/.test(name)))('%s', async (name) => {
    const { checklist, zh } = await outcomeOfFile(name);
    expect(checklist).toContain('/poweredby text zh');
    expect(zh).toContain('Juniper Parcel steers 40,000 parcels');
    expect(zh).not.toMatch(/N\/A|optional/);
  });

  it('link-n-a.md', async () => {
    const { title, en } = await outcomeOfFile('link-n-a.md');
    expect(title).toBe('Add Juniper Parcel to Powered By');
    expect(en).not.toContain('around the storm]');
  });

  it('company-n-a.md', async () => {
    expect((await outcomeOfFile('company-n-a.md')).said).toContain('name is missing');
  });

  it.each(['description-html-comment.md', 'company-html-comment.md', 'headings-h2.md'])(
    '%s',
    async (name) => {
      const { title, en } = await outcomeOfFile(name);
      expect(title).toBe('Add Juniper Parcel to Powered By');
      expect(en).toContain('"Juniper Parcel steers 40,000 parcels');
      expect(en).not.toContain('<!--');
    },
  );

  it.each(['company-markdown-link.md', 'company-bold.md'])('%s', async (name) => {
    const { said, title } = await outcomeOfFile(name);
    expect(title).toBeUndefined();
    expect(said).toContain('not a plain name');
  });

  it('description-markdown.md', async () => {
    const { checklist, said } = await outcomeOfFile('description-markdown.md');
    expect(checklist).toContain('contains markup');
    expect(said).toContain('contains markup');
  });

  it.each(names.filter((name) => /^near-name-/.test(name)))('%s', async (name) => {
    const { checklist } = await outcomeOfFile(name);
    expect(checklist).toMatch(/may be the same company as “Alder Rail”/);
  });
});
