import { describe, expect, it } from 'vitest';
import { languages } from '../../src/config/reply-languages.ts';
import { writtenForm } from '../../src/written-form.ts';
import { ownFieldsOf, withConsent } from '../form/forms.ts';
import { writeIssue } from '../form/write-issue.ts';
import { configurationOf } from '../submission/configuration.ts';
import { linkedAdoptersTable } from '../submission/lists.ts';
import { accepted, say } from './said.ts';
import { configurationFile, world } from './world.ts';

const path = 'ADOPTERS.md';
const table = `# Adopters

| Organization | Link |
| --- | --- |
| Alder Rail | [Homepage](https://alder.example) & [Blog](https://blog.alder.example/trains) |
| Brightwater | [Homepage](https://brightwater.example) |
`;
const home = 'https://dovetail.example';
const row = `| Dovetail | [Homepage](${home}) & [Joints](https://joints.example/blog) |\n`;

/** A project whose table has several links in the place of some homepages. */
async function project(language = 'en') {
  const text = `${linkedAdoptersTable}language: ${language}\n`;
  const configuration = configurationOf(text);
  const fields = ownFieldsOf(configuration);
  const made = await world({
    files: {
      [path]: table,
      '.github/ISSUE_TEMPLATE/powered-by.yml': writtenForm(configuration),
      [configurationFile]: text,
    },
  });
  const bodyOf = (homepage: string) =>
    writeIssue(fields, withConsent({ company: 'Dovetail', homepage }, fields));
  const submitLinks = async (homepage: string) => {
    const issue = { title: 'Add us', body: bodyOf(homepage) };
    const opened = made.github.as('ann').openIssue(made.repository, issue, ['powered-by']);
    await made.settle();
    return opened;
  };
  const listed = () => made.github.readFile(made.repository, path);
  const mergeOne = async () => {
    const [pull] = made.open();
    if (!pull) throw new Error('No pull request is open');
    await made.merge(pull);
    await made.settle();
    return listed();
  };
  return { ...made, bodyOf, submitLinks, mergeOne, listed };
}

describe('a table with several links in the place of a homepage', () => {
  it.each(languages)('gets those of a company from a form in %s', async (language) => {
    const made = await project(language);
    const issue = await made.submitLinks(`${home}, [Joints](https://joints.example/blog)`);
    const [pull, ...others] = made.open();
    expect(others, made.said(issue)).toEqual([]);
    expect(pull?.body).toContain('<a href="https://joints.example/blog">Joints</a>');
    expect(await made.mergeOne()).toBe(table + row);
    expect(issue.isOpen).toBe(false);
  });

  it('gets another link when the answer is edited, and says what is wrong with one', async () => {
    const made = await project();
    const issue = await made.submitLinks(`${home} & Joints`);
    expect(made.open()).toEqual([]);
    expect(made.said(issue)).toMatch(
      /“https:\/\/dovetail.example & Joints”|not only web addresses/,
    );
    const edit = async (homepage: string) => {
      made.github.as('ann').edit(issue, { body: made.bodyOf(homepage) });
      await made.settle();
    };
    await edit(`${home} & https://joints.example/`);
    await edit(`${home} & Joints: https://joints.example/blog`);
    expect(await made.mergeOne()).toBe(table + row);
  });

  it('keeps them through updates and another name, and loses none', async () => {
    const made = await project();
    await made.submitLinks(`${home} & Joints: https://joints.example/blog`);
    await made.mergeOne();
    const issue = made.github
      .as('ann')
      .openIssue(made.repository, { title: 'A question', body: 'Hello.' });
    await made.settle();
    const renamed = await say(
      made,
      'mary',
      issue,
      '/poweredby rename Dovetail to Dovetail Joinery',
    );
    expect(renamed.reactions.map(({ content }) => content)).toEqual(accepted);
    expect(await made.mergeOne()).toBe(table + row.replace('Dovetail', 'Dovetail Joinery'));
    const lines = '/poweredby add\ncompany: Dovetail Joinery\nLink: https://dovetail.test';
    const next = made.github.as('ann').openIssue(made.repository, { title: 'Moved', body: 'Hi.' });
    await say(made, 'ann', next, lines);
    const moved = row
      .replace('Dovetail', 'Dovetail Joinery')
      .replace(home, 'https://dovetail.test');
    expect(await made.mergeOne()).toBe(table + moved);
    const last = made.github.as('ann').openIssue(made.repository, { title: 'More', body: 'Hi.' });
    const more = 'https://dovetail.test & [Shop](https://shop.example)';
    await say(made, 'ann', last, `/poweredby add\ncompany: Dovetail Joinery\nLink: ${more}`);
    expect(await made.mergeOne()).toBe(
      table +
        moved.replace('[Joints](https://joints.example/blog)', '[Shop](https://shop.example)'),
    );
  });

  it('needs no pull request where a company gives what it has', async () => {
    const made = await project();
    const issue = made.github
      .as('ann')
      .openIssue(made.repository, { title: 'A question', body: 'Hello.' });
    const same = 'https://alder.example, Blog: https://blog.alder.example/trains';
    await say(made, 'mary', issue, `/poweredby add\ncompany: Alder Rail\nLink: ${same}`);
    expect(await made.listed()).toBe(table);
    expect(made.open()).toEqual([]);
  });
});
