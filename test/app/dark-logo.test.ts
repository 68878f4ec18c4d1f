import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { writtenForm } from '../../src/written-form.ts';
import { ownFieldsOf, withConsent } from '../form/forms.ts';
import { writeIssue } from '../form/write-issue.ts';
import { configurationOf } from '../submission/configuration.ts';
import { example } from '../support/command-line.ts';
import { accepted, reactionsTo, say } from './said.ts';
import { configurationFile, world } from './world.ts';

const text = `pages: {en: data/adopters.yaml}
project: Kestrel
format: yaml-list
fields:
  name: {role: name}
  url: {role: homepage}
  logo: {role: logo}
  logo_dark: {role: logo-dark}
logo: {directory: logos, url: /logos, file: "{slug}.png"}
`;
const list = `- name: Alder
  url: https://alder.example
  logo: /logos/alder.png
  logo_dark: /logos/alder.png
`;
const entry = `- name: Dovetail
  url: https://dovetail.example
  logo: /logos/dovetail.png
  logo_dark: /logos/dovetail-dark.png
`;
const branch = 'poweredby/issue-1';

/** A project whose adopters have a logo for light pages and one for dark ones. */
async function project(language = 'en') {
  const lines = `${text}language: ${language}\n`;
  const configuration = configurationOf(lines);
  const files = {
    'data/adopters.yaml': list,
    '.github/ISSUE_TEMPLATE/powered-by.yml': writtenForm(configuration),
    [configurationFile]: lines,
  };
  const made = await world({ files });
  const ann = made.github.as('ann');
  const drawing = readFileSync(example.logo, 'utf8');
  const upload = (colour: string) =>
    ann.upload(made.repository, {
      name: 'logo.svg',
      type: 'image/svg+xml',
      bytes: Buffer.from(drawing.replaceAll(/#[\da-f]{6}/g, colour)),
    });
  const submitBoth = async (logo: string, dark: string) => {
    const fields = ownFieldsOf(configuration);
    const answers = { company: 'Dovetail', homepage: 'https://dovetail.example', logo };
    const body = writeIssue(fields, withConsent({ ...answers, 'logo-dark': dark }, fields));
    const issue = ann.openIssue(made.repository, { title: 'Add us', body }, ['powered-by']);
    await made.settle();
    return issue;
  };
  const onBranch = (path: string) => made.repository.git.read(`${branch}:${path}`);
  return { ...made, ann, upload, submitBoth, onBranch };
}

describe('a list with logos for light and for dark pages', () => {
  it.each([
    ['en', 'Logo for dark pages: Most'],
    ['zh', '深色页面的徽标：'],
  ])(
    'gets both from a form in %s, and each is judged on its own pages',
    async (language, words) => {
      const { submitBoth, upload, open, said, onBranch } = await project(language);
      const issue = await submitBoth(upload('#102030'), upload('#0a1420'));
      const [pull] = open();
      expect(pull, said(issue)).toBeDefined();
      expect(Buffer.from((await onBranch('data/adopters.yaml'))?.bytes ?? []).toString()).toBe(
        list + entry,
      );
      const [light, dark] = [
        await onBranch('logos/dovetail.png'),
        await onBranch('logos/dovetail-dark.png'),
      ];
      expect(light?.oid).not.toBe(dark?.oid);
      expect(pull?.body).toContain(words);
      expect(pull?.body).toContain('logos/dovetail-dark.png?raw=true');
    },
  );

  it('keeps the reviewed ones while it is built again, and takes another when the issue has one', async () => {
    const made = await project();
    const { submitBoth, upload, open, onBranch, ann, settle } = made;
    const first = upload('#eeeeff');
    const issue = await submitBoth(upload('#102030'), first);
    const before = (await onBranch('logos/dovetail-dark.png'))?.oid;
    expect(before).toBeDefined();
    await say(made, 'mary', issue, '/poweredby rebuild');
    expect((await onBranch('logos/dovetail-dark.png'))?.oid).toBe(before);
    ann.edit(issue, { body: issue.body.replace(first, upload('#ffeecc')) });
    await settle();
    expect(open()).toHaveLength(1);
    expect((await onBranch('logos/dovetail-dark.png'))?.oid).not.toBe(before);
  });

  it('gets both by the lines of a command', async () => {
    const made = await project();
    const issue = made.ann.openIssue(made.repository, { title: 'A question', body: 'Hello.' });
    await made.settle();
    const lines = [
      ...['/poweredby add', 'company: Dovetail', 'homepage: https://dovetail.example'],
      ...[`logo: ${made.upload('#102030')}`, `logo-dark: ${made.upload('#eeeeff')}`],
    ];
    const comment = await say(made, 'ann', issue, lines.join('\n'));
    expect(reactionsTo(comment), made.said(issue)).toEqual(accepted);
    expect(await made.onBranch('logos/dovetail-dark.png')).toBeDefined();
  });

  it('tells which of the two is no picture', async () => {
    const { submitBoth, upload, ann, repository, open, said } = await project();
    const bytes = Buffer.from('no picture');
    const broken = ann.upload(repository, { name: 'logo.png', type: 'image/png', bytes });
    const issue = await submitBoth(upload('#102030'), broken);
    expect(open()).toEqual([]);
    expect(said(issue)).toContain('<b>Logo for dark pages</b>');
  });
});
