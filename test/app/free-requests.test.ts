import { describe, expect, it } from 'vitest';
import type { Issue } from '../../src/emulator/world/model.ts';
import { bodyOf, pages, type World, world } from './world.ts';

interface FreeRequest {
  readonly title: string;
  readonly body: string;
  /** What of it is filled in for the company. */
  readonly company?: string;
  readonly link?: string;
  readonly description?: RegExp;
  readonly hasSeveral?: true;
}

const picture = '![logo](https://user-images.githubusercontent.com/1/2.png)';

/** Requests as people write them who do not use the form. */
const requests: readonly FreeRequest[] = [
  { title: 'Add us to Powered By', body: picture },
  {
    title: 'Add Brass Lantern to Powered By',
    body: `Hi, please add our logo: https://brasslantern.example/logo.svg\n\nThanks!\nSam`,
    company: 'Brass Lantern',
  },
  {
    title: 'Our company uses Millrace',
    body: `Rookery Press\n\nhttps://upload.wikimedia.example/rookery.png`,
  },
  {
    title: 'Logo',
    body: `[https://rookery.example](url)\n\n${picture}`,
    link: 'https://rookery.example/',
  },
  {
    title: '谁在使用 Millrace',
    body: `* 公司名称: 北风快运\n* 官网: https://beifeng.example\n* 业务场景: 用 Millrace 调度每天四万件包裹。\n\n${picture}`,
    company: '北风快运',
    link: 'https://beifeng.example/',
    description: /调度每天四万件包裹/,
  },
  {
    title: 'Who is using',
    body: 'Organization: Cobalt Mills\nLocation: Leeds\nContact: sam@cobalt.example\nScenario: We use it to route grain between 12 mills.',
    company: 'Cobalt Mills',
    description: /route grain/,
  },
  {
    title: 'Zephyr Foods',
    body: 'Files: https://drive.example/x.zip\n\nBlurb: Zephyr Foods uses Millrace for its ovens every day.',
    description: /its ovens/,
  },
  {
    title: '[User] Ember Labs is using Millrace',
    body: `## Company name\n\nEmber Labs\n\n## Website\n\nhttps://ember.example\n\n## Logos\n\n${picture}\n${picture}`,
    company: 'Ember Labs',
    link: 'https://ember.example/',
  },
  {
    title: 'Add two companies',
    body: '1. Alpha Works - uses it for pumps\n2. Beta Works - uses it for fans',
    hasSeveral: true,
  },
  {
    title: 'Add these',
    body: 'Company: Alpha Works\nWebsite: https://alpha.example\n\nCompany: Beta Works\nWebsite: https://beta.example',
    hasSeveral: true,
  },
  {
    title: 'New submission',
    body: '| Field | Value |\n|---|---|\n| Company | Gullwing Air |\n| URL | https://gullwing.example |',
    company: 'Gullwing Air',
    link: 'https://gullwing.example/',
  },
  {
    title: 'Re: your mail',
    body: 'Hello,\n\nwe at Harbor Light use Millrace to time ferries all year round.\n\n-- \nKim\n\nOn Mon, 5 Oct 2026 at 09:12, Ann wrote:\n> Company: Other',
    company: 'Harbor Light',
    description: /time ferries/,
  },
  {
    title: '¡Añádannos!',
    body: '**Empresa:** Panadería Sol 🥖\n**Sitio web:** https://sol.example\n**Descripción:** Horneamos con Millrace.',
    company: 'Panadería Sol',
    link: 'https://sol.example/',
    description: /Horneamos/,
  },
  { title: 'Please list us', body: '' },
  { title: 'Add [your company] to Powered By', body: 'Hello' },
  {
    title: 'Add Ink & Iron’s logo to the page',
    body: 'We are Ink & Iron. See www.ink.example',
    company: 'Ink & Iron',
  },
  {
    title: 'x',
    body: `**Company**\nJet Stream Co\n\n**What we do**\nJet Stream Co runs Millrace in three airports.`,
    company: 'Jet Stream Co',
    description: /three airports/,
  },
  { title: 'Hostile', body: '```\ncompany: A\n```\n<!-- company: B -->\n> company: C\n\ncompany' },
];

const told = ({ comments }: Issue): string[] =>
  comments
    .filter(({ author }) => author.type === 'Bot')
    .map(({ body }) => body.replace(/<!-- poweredby.*/s, '').trim());

/** The form's address in an answer. */
function formIn(answer: string): URL {
  const [, address = ''] = /\]\((http\S*\/issues\/new\?\S*)\)/.exec(answer) ?? [];
  return new URL(address);
}

function open({ github, repository }: World, { title, body }: FreeRequest, labels: string[] = []) {
  return github.as('ann').openIssue(repository, { title, body }, labels);
}

describe.each([
  ['the label', true],
  ['a maintainer’s add', false],
])('a request in free words, by %s,', (_, isLabelled) => {
  it('gets one answer, with the form filled in as far as it can be', async () => {
    const made = await world();
    for (const request of requests) {
      const issue = open(made, request, isLabelled ? ['powered-by'] : []);
      await made.settle();
      if (!isLabelled) {
        expect(told(issue)).toEqual([]);
        made.github.as('mary').comment(issue, '/poweredby add');
        await made.settle();
      }
      const answers = told(issue);
      expect([request.title, answers.length]).toEqual([request.title, 1]);
      const [answer = ''] = answers;
      const parameters = formIn(answer).searchParams;
      expect(parameters.get('template')).toBe('powered-by.yml');
      expect([request.title, parameters.get('company')]).toEqual([
        request.title,
        request.company ?? null,
      ]);
      expect(parameters.get('link')).toBe(request.link ?? null);
      if (request.description) expect(parameters.get('description')).toMatch(request.description);
      expect(answer).toContain('/poweredby add');
      expect(answer.includes('one issue for each company')).toBe(request.hasSeveral === true);
      expect(answer).not.toContain('@');
      expect(answer).not.toContain('sam@cobalt.example');
    }
    expect(made.open()).toEqual([]);
  });
});

describe('a company that does what the answer says', () => {
  const [request] = requests.slice(5);
  if (!request) throw new Error('There is no request');
  const manyADay = (text: string) => `${text}\nquota: {submitter: 100, repository: 100}\n`;

  /** What somebody writes where the answer leaves something open. */
  const own = (index: number) => ({
    company: `Kestrel ${'ABCDEFGHIJKLMNOPQR'[index]}`,
    description: `We time deliveries on route ${index} with it.`,
  });

  it('is listed by the form, whatever was written before', async () => {
    const made = await world({ configuration: manyADay });
    for (const [index, asked] of requests.entries()) {
      const issue = open(made, asked, ['powered-by']);
      await made.settle();
      const { searchParams } = formIn(told(issue)[0] ?? '');
      const answers = { ...own(index), ...Object.fromEntries(searchParams) };
      const body = bodyOf({ ...answers, logo: made.drawing('ann') });
      made.github.as('ann').openIssue(made.repository, { title: 'Add us', body }, ['powered-by']);
      await made.settle();
      const [pull] = made.open();
      expect([asked.title, pull?.title]).toEqual([
        asked.title,
        `Add ${answers.company} to Powered By`,
      ]);
      if (pull) await made.merge(pull);
      await made.settle();
      expect(await made.github.readFile(made.repository, pages.en)).toContain(answers.company);
    }
  });

  it('is listed by the lines, whatever was written before', async () => {
    const made = await world({ configuration: manyADay });
    for (const [index, asked] of requests.entries()) {
      const issue = open(made, asked, ['powered-by']);
      await made.settle();
      const [, lines = ''] = /```\n([\s\S]*?)\n```/.exec(told(issue)[0] ?? '') ?? [];
      const words = { ...own(index), link: `https://kestrel-${index}.example/` };
      const completed = lines.replace(
        /^(company|description|link): …$/gm,
        (_, key: keyof typeof words) => `${key}: ${words[key]}`,
      );
      made.github.as('ann').comment(issue, `${completed}\n\n${made.drawing('ann')}`);
      await made.settle();
      const [pull] = made.open();
      const company = /^company: (.*)$/m.exec(completed)?.[1] ?? '';
      expect([asked.title, pull?.title]).toEqual([asked.title, `Add ${company} to Powered By`]);
      if (pull) await made.merge(pull);
      await made.settle();
      const page = await made.github.readFile(made.repository, pages.en);
      expect(page).toContain(company);
      expect(page).not.toMatch(/sam@|Leeds|…/);
    }
  });

  it('is listed once the issue holds the form', async () => {
    const made = await world();
    const issue = open(made, request, ['powered-by']);
    await made.settle();
    made.github.as('ann').edit(issue, { body: bodyOf({ logo: made.drawing('ann') }) });
    await made.settle();
    expect(made.open()).toHaveLength(1);
  });
});

it('two forms in one issue are told that each company needs its own', async () => {
  const made = await world();
  const logo = made.drawing('ann');
  const body = `${bodyOf({ logo })}\n\n${bodyOf({ company: 'Brass Lantern', logo })}`;
  const issue = open(made, { title: 'Two', body }, ['powered-by']);
  await made.settle();
  expect(told(issue).join()).toMatch(/one issue for each company/);
  expect(told(issue).join()).not.toContain('has the heading');
});
