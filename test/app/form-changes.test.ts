import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../src/config/read-configuration.ts';
import { formPath } from '../../src/form/write-form.ts';
import { writtenForm } from '../../src/written-form.ts';
import { configurationFile, exampleFiles, pages, submitted, type World, world } from './world.ts';

const files = exampleFiles();
const form = String(files[formPath]);

/** Another company's text changes on a page: what stays behind is in conflict. */
async function changePage({ github, repository, settle }: World) {
  const page = (await github.readFile(repository, pages.en, 'main')) ?? '';
  const changed = page.replace('1,200 trains', '1,300 trains');
  expect(changed).not.toBe(page);
  await github.as('mary').push(repository, { files: { [pages.en]: changed } });
  await settle();
}

async function changeForm({ github, repository, settle }: World, changed: string) {
  expect(changed).not.toBe(form);
  await github.as('mary').push(repository, { files: { [formPath]: changed } });
  await settle();
}

function translated(): string {
  const read = readConfiguration(
    String(files[configurationFile]).replace('language: en', 'language: zh'),
  );
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return writtenForm(read.value);
}

/** The form's fields in the opposite order. */
function reordered(): string {
  const [head = '', ...fields] = form.split(/\n(?= {2}- type: )/);
  return [head, ...fields.reverse()].join('\n');
}

const field = /\n {2}- type: input\n {4}id: link\n[\s\S]*?(?=\n {2}- type|\n\n {2}# )/;

const changes: readonly (readonly [string, () => string])[] = [
  ['reworded', () => form.replace('label: "Company"', 'label: "Name of your company"')],
  ['reworded in a box of consent', () => form.replace('My company asks', 'Our company asks')],
  ['reworded in every label', () => form.replaceAll(/label: "(?=[A-Z])/g, 'label: "The ')],
  ['translated', translated],
  ['reordered', reordered],
  [
    'given a further field',
    () =>
      `${form}\n  - type: input\n    id: country\n    attributes:\n      label: Country\n    validations:\n      required: true\n`,
  ],
  [
    'given a further box',
    () => `${form}        - label: "I have read the rules."\n          required: true\n`,
  ],
  ['short of a field', () => form.replace(field, '')],
  ['of other ids', () => form.replace('id: description\n', 'id: about\n')],
  [
    'with two labels exchanged',
    () =>
      form
        .replace('label: "Link"', 'label: "X"')
        .replace('label: "Text of the link"', 'label: "Link"')
        .replace('label: "X"', 'label: "Text of the link"'),
  ],
  ['no form at all any more', () => 'name: Nothing\n'],
];

describe('an issue says what it said, though the form is', () => {
  it.each(changes)('%s', async (_, change) => {
    const made = await world();
    const issue = made.submit('ann', {
      zh: '配送包裹',
      link: 'https://juniper.example/talk',
      linkText: 'Hear how',
    });
    await made.settle();
    const [pull] = made.open();
    const [said, body] = [made.said(issue), pull?.body.replace(/<!-- poweredby.*/s, '')];
    expect(said).toContain('is ready to be listed');
    await changeForm(made, change());
    expect(made.said(issue)).toBe(said);
    await changePage(made);
    const page = await made.github.readFile(made.repository, pages.en, 'poweredby/issue-1');
    expect(page).toContain('1,300 trains');
    expect(page).toContain('[Hear how](https://juniper.example/talk)');
    expect(made.said(issue)).toBe(said);
    expect(pull?.body).not.toContain('[!WARNING]');
    expect(made.open()[0]?.body.split('###')[0]).toBe(body?.split('###')[0]);
  });
});

describe('a form that was reworded', () => {
  const reworded = form.replaceAll(/label: "(?=[A-Z])/g, 'label: "The ');

  it('leaves what our pull request knows, where our comment was deleted', async () => {
    const made = await submitted();
    await changeForm(made, reworded);
    const ours = made.issue.comments.find(({ author }) => author.type === 'Bot');
    if (!ours) throw new Error('There is no comment of ours');
    made.mary.deleteComment(ours);
    await made.settle();
    await changePage(made);
    expect(made.said(made.issue)).toContain('is ready to be listed');
    expect(made.pull.isOpen).toBe(true);
  });

  it('leaves what still has to be fixed, and it can be fixed', async () => {
    const made = await world();
    const issue = made.submit('ann', { consent: false });
    await made.settle();
    const said = made.said(issue);
    await changeForm(made, reworded);
    expect(made.said(issue)).toBe(said);
    made.github.as('ann').edit(issue, { body: issue.body.replaceAll('- [ ]', '- [x]') });
    await made.settle();
    expect(made.open()).toHaveLength(1);
  });

  it('reads an issue that was written again by its own headings', async () => {
    const made = await submitted();
    await changeForm(made, reworded);
    const body = made.issue.body
      .replaceAll('### ', '### The ')
      .replace(/\[X\] /g, '[X] The ')
      .replaceAll('storms', 'tempests');
    made.ann.edit(made.issue, { body });
    await made.settle();
    expect(made.pull.body).toContain('tempests');
  });
});
