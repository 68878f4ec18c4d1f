import { describe, expect, it } from 'vitest';
import { languages } from '../../src/config/reply-languages.ts';
import { writtenForm } from '../../src/written-form.ts';
import { ownFieldsOf, withConsent } from '../form/forms.ts';
import { writeIssue } from '../form/write-issue.ts';
import { configurationOf } from '../submission/configuration.ts';
import { adopters, linkedAdopters } from '../submission/lists.ts';
import { accepted, reactionsTo, say } from './said.ts';
import { configurationFile, world } from './world.ts';

const path = 'ADOPTERS.md';
const table = `# Adopters

| Organization | Contact | Environment | Description of Use | Since |
| --- | --- | --- | --- | --- |
| [Alder Rail](https://alder.example) | @alder | Production | Plans trains. | 2021 |
| [Brightwater](https://brightwater.example) | @bright | Testing | Reads water meters. | 2023 |
`;

const answers = {
  company: 'Dovetail',
  homepage: 'https://dovetail.example',
  contact: '@dove',
  environment: 'production',
  description: 'Cuts joints & sends them.',
  since: '2026',
};
const row =
  '| [Dovetail](https://dovetail.example) | @dove | Production | Cuts joints & sends them. | 2026 |\n';

/** A project with a table of adopters, which has no logos. */
async function project(language = 'en', list = adopters) {
  const text = `${list}language: ${language}\n`;
  const configuration = configurationOf(text);
  const form = writtenForm(configuration);
  const files = {
    [path]: table,
    '.github/ISSUE_TEMPLATE/powered-by.yml': form,
    [configurationFile]: text,
  };
  const made = await world({ files });
  const fields = ownFieldsOf(configuration);
  const bodyOf = (given: Readonly<Record<string, string>>) =>
    writeIssue(fields, withConsent(given, fields));
  const ann = made.github.as('ann');
  const submitOwn = async (given: Readonly<Record<string, string>>) => {
    const issue = { title: 'Add us', body: bodyOf(given) };
    const opened = ann.openIssue(made.repository, issue, ['powered-by']);
    await made.settle();
    return opened;
  };
  const mergeOne = async () => {
    const [pull] = made.open();
    if (!pull) throw new Error('No pull request is open');
    await made.merge(pull);
    await made.settle();
    return made.github.readFile(made.repository, path);
  };
  return { ...made, ann, bodyOf, submitOwn, mergeOne };
}

describe('a table of adopters without logos', () => {
  it.each(languages)('gets a row from a form in %s, and nothing else', async (language) => {
    const { submitOwn, open, mergeOne, said } = await project(language);
    const issue = await submitOwn(answers);
    const [pull, ...others] = open();
    expect(others, said(issue)).toEqual([]);
    expect(pull?.body).toContain('<th>Environment</th>');
    expect(pull?.body).toContain('<a href="https://dovetail.example/">Dovetail</a>');
    expect(pull?.body).not.toMatch(/logo|徽标/);
    expect(await mergeOne()).toBe(table + row);
    expect(issue.isOpen).toBe(false);
  });

  it('is told what a form lacks, by the words of the form, and goes on once it is there', async () => {
    const { submitOwn, said, open, ann, bodyOf, settle, mergeOne } = await project();
    const { contact: _, ...others } = answers;
    const issue = await submitOwn({ ...others, environment: 'At home', homepage: 'dovetail' });
    expect(open()).toEqual([]);
    expect(said(issue)).toMatch(/<b>Contact<\/b>: .*missing/);
    expect(said(issue)).toMatch(/<b>Environment<\/b>: .*“At home”.*“Production”, “Testing”/);
    expect(said(issue)).toMatch(/<b>Homepage<\/b>: .*“dovetail”/);
    expect(said(issue)).not.toContain('logo');
    ann.edit(issue, { body: bodyOf(answers) });
    await settle();
    expect(await mergeOne()).toBe(table + row);
  });

  it.each(languages)('in %s, is not told of a language where there is one', async (language) => {
    const made = await project(language);
    const { description: _, ...others } = answers;
    const issue = await made.submitOwn(others);
    await say(made, 'ann', issue, '/poweredby help');
    made.ann.edit(issue, { body: made.bodyOf({ ...answers, description: '*Cuts* joints.' }) });
    const before = made.said(issue);
    await made.settle();
    const [pull] = made.open();
    const words = [before, made.said(issue), made.replies(issue), pull?.body].join('\n');
    expect(words).not.toMatch(/English|英语|LOCALE|locale/);
    expect(words.match(/`\/poweredby text en …`/g)).toHaveLength(2);
    expect(pull?.title).toBe(
      { en: 'Add Dovetail to ADOPTERS.md', zh: '将 Dovetail 加入 ADOPTERS.md' }[language],
    );
  });

  it.each([
    ['en', 'What you use Kestrel for (`description: …`)', 'Company', '“Production”, “Testing”'],
    ['zh', '贵公司用 Kestrel 做什么（`description: …`）', '公司名称', '“Production”、“Testing”'],
  ])('in %s, answers commands by the labels of the form', async (language, text, name, choices) => {
    const made = await project(language);
    const issue = made.ann.openIssue(made.repository, { title: 'A question', body: 'Hello.' });
    await say(made, 'ann', issue, '/poweredby add\ncompany: Dovetail\nContact: @dove\nSince: 1');
    const answer = made.replies(issue);
    for (const label of [text, 'Environment']) expect(answer).toContain(`<b>${label}</b>`);
    expect(answer).toContain(choices);
    await say(made, 'mary', issue, '/poweredby remove Nobody');
    expect(made.replies(issue)).toContain(`<b>${name}</b>`);
    expect(made.replies(issue)).not.toContain('<b>`');
  });

  it('gets a row by the lines of a command, and changes it by others', async () => {
    const made = await project();
    const { github, repository, mergeOne, settle } = made;
    const issue = github.as('ann').openIssue(repository, { title: 'A question', body: 'Hello.' });
    await settle();
    const lines = [
      ...['/poweredby add', 'Organization: Dovetail', 'Website: https://dovetail.example'],
      ...['Contact: @dove', 'environment: PRODUCTION', 'Since: 2026'],
      'Description of Use: Cuts joints & sends them.',
    ];
    const comment = await say(made, 'ann', issue, lines.join('\n'));
    expect(made.said(issue)).not.toContain('logo');
    expect(reactionsTo(comment)).toEqual(accepted);
    expect(await mergeOne()).toBe(table + row);
    const second = github.as('ann').openIssue(repository, { title: 'An update', body: 'Hello.' });
    await say(made, 'ann', second, '/poweredby add\ncompany: Dovetail\nEnvironment: Testing');
    expect(await mergeOne()).toBe(table + row.replace('Production', 'Testing'));
    const third = github.as('ann').openIssue(repository, { title: 'A text', body: 'Hello.' });
    await say(made, 'mary', third, '/poweredby rename Dovetail to Dovetail Joinery');
    await say(made, 'mary', third, '/poweredby help');
    expect(made.replies(third)).not.toMatch(/logo/i);
    for (const { body } of made.open()) expect(body).not.toMatch(/logo|徽标/i);
    const renamed = row.replace('Dovetail]', 'Dovetail Joinery]').replace('Production', 'Testing');
    expect(await mergeOne()).toBe(table + renamed);
    const fourth = github.as('ann').openIssue(repository, { title: 'Gone', body: 'Hello.' });
    await say(made, 'mary', fourth, '/poweredby remove Dovetail Joinery');
    expect(await mergeOne()).toBe(table);
  });

  it.each(languages)(
    'in %s, asks for the link of a name where each has one, by its label',
    async (language) => {
      const made = await project(language, linkedAdopters);
      const { homepage, ...others } = answers;
      const issue = await made.submitOwn(others);
      expect(made.open()).toEqual([]);
      expect(made.said(issue)).toMatch(/<b>Where to find you<\/b>[:：].*“Where to find you”/);
      const lines = [
        ...['/poweredby add', 'company: Dovetail', `Where to find you: ${homepage}`, 'Since: 2026'],
        ...['Contact: @dove', 'Environment: Production', 'description: Cuts joints & sends them.'],
      ];
      await say(made, 'ann', issue, lines.join('\n'));
      expect(await made.mergeOne()).toBe(table + row);
    },
  );

  it('tells who asks in free words which lines it needs, and speaks of no logo', async () => {
    const { github, repository, settle, said } = await project();
    const issue = github
      .as('ann')
      .openIssue(
        repository,
        { title: 'Add Dovetail to the list', body: 'Hello! Environment: Testing' },
        ['powered-by'],
      );
    await settle();
    const words = said(issue);
    for (const line of ['company: Dovetail', 'homepage: …', 'Contact: …', 'Since: …']) {
      expect(words).toContain(line);
    }
    expect(words).not.toContain('logo');
  });
});

it.each([
  ['en', 'What you use Millrace for', 'The same in Chinese'],
  ['zh', '贵公司用 Millrace 做什么（英语）', '同样的内容'],
])(
  'in %s, markup that a data file cannot show is a problem of the answer',
  async (language, label, other) => {
    const listed = '- name: Alder\n  text: Plans trains.\n';
    const text = `pages: {en: users.en.yml, zh: users.zh.yml}
format: yaml-list
project: Millrace
fields:
  name: {role: name}
  text: {role: text, required: true}
logo: none
language: ${language}
`;
    const configuration = configurationOf(text);
    const form = writtenForm(configuration);
    const files = { 'users.en.yml': listed, 'users.zh.yml': listed };
    const made = await world({
      files: { ...files, '.github/ISSUE_TEMPLATE/powered-by.yml': form, [configurationFile]: text },
    });
    const fields = ownFieldsOf(configuration);
    const ask = async (given: Readonly<Record<string, string>>) => {
      const body = writeIssue(fields, withConsent({ company: 'Dovetail', ...given }, fields));
      const issue = { title: 'Add us', body };
      const opened = made.github.as('ann').openIssue(made.repository, issue, ['powered-by']);
      await made.settle();
      return made.said(opened);
    };
    const labels = (said: string) => [...said.matchAll(/<b>(.*?)<\/b>[:：].*markup: inline/g)];
    const one = labels(await ask({ description: 'Cuts <i>joints</i>.' }));
    expect(one.map(([, name]) => name)).toEqual([expect.stringContaining(label)]);
    const both = labels(await ask({ description: '<i>Cuts</i>', 'description-zh': '<i>榫</i>' }));
    expect(both.map(([, name]) => name)).toEqual([
      expect.stringContaining(label),
      expect.stringContaining(other),
    ]);
  },
);
