import type { Hono } from 'hono';
import { listName } from '../../../config/list-name.ts';
import { type AskedField, askedFields } from '../../../submission/asked-fields.ts';
import { fieldIds } from '../../../submission/field-ids.ts';
import { homeOf, type Playground } from '../../playground.ts';
import { readSample } from '../../read-asset.ts';
import { configurationAt } from '../../read-configuration.ts';
import { act } from '../act.ts';
import { readForm, textOf } from '../guard.ts';
import { formPath } from '../issue-form/form-path.ts';
import type { WebEnvironment } from '../visit.ts';

/** What an invented company answers. `{project}` and `{list}` stand for the names of the project and its list. */
interface Example {
  readonly key: string;
  readonly title: string;
  readonly company: string;
  readonly text: string;
  /** By the ids of the form's fields. */
  readonly further?: Readonly<Record<string, string>>;
  readonly contact: string;
  readonly homepage: string;
  readonly link: string;
  /** The file of its logo. */
  readonly logo: string;
}

const examples: readonly Example[] = [
  {
    key: 'juniper',
    title: 'Add Juniper Parcel to {list}',
    company: 'Juniper Parcel',
    text: 'Juniper Parcel steers 40,000 parcels a day around storms and traffic jams; {project} joins the vans, the weather and the depots.',
    further: {
      'description-zh':
        'Juniper Parcel 每天为 4 万件包裹绕开风暴和拥堵，由 {project} 把车辆、天气和仓库的数据汇在一起。',
      'link-text': 'How Juniper Parcel goes around the storm',
    },
    contact: '@june-juniper',
    homepage: 'https://juniper-parcel.example',
    link: 'https://juniper-parcel.example/blog/around-the-storm',
    logo: 'juniper-parcel.svg',
  },
  {
    key: 'lantern',
    title: 'Add 纸灯笼 to {list}',
    company: '纸灯笼 Paper Lantern',
    text: 'Paper Lantern counts the visitors of 300 night markets with {project}, and tells each cook how many dumplings to fold.',
    contact: '@li-lantern',
    homepage: 'https://paper-lantern.example',
    link: 'https://paper-lantern.example/dumplings',
    logo: 'paper-lantern.svg',
  },
  {
    key: 'wrong',
    title: 'Add us',
    company: 'W'.repeat(90),
    text: 'We use it for everything, and then for everything else too. '.repeat(12),
    further: { 'link-text': 'L'.repeat(130) },
    contact: 'ask around',
    homepage: 'winterly, or http://winterly.example',
    link: 'http://winterly.example/about us',
    logo: 'broken.svg',
  },
];

/** Fills the form in for an invented company: its logo is uploaded, and the form's address carries its answers. */
export function addExamples(pages: Hono<WebEnvironment>, playground: Playground): void {
  const home = homeOf(playground);
  pages.post('/examples', async (context) => {
    const asked = textOf(await readForm(context), 'example');
    const example = examples.find(({ key }) => key === asked);
    if (example === undefined) return context.notFound();
    return act(context, home, async () => {
      const configuration = await configurationAt(playground);
      if (!configuration?.ok) return formPath(home);
      const { project } = configuration.value;
      const given = new URLSearchParams({
        title: example.title.replace('{list}', listName(configuration.value)),
      });
      const fields = askedFields(configuration.value);
      for (const field of fields) {
        const answer = answerTo(field, example);
        if (answer !== undefined) given.set(field.id, answer.replaceAll('{project}', project));
      }
      if (fields.some(({ kind }) => kind === 'logo')) {
        const logo = { name: example.logo, type: 'image/svg+xml', bytes: readSample(example.logo) };
        given.set('logo', context.get('visit').person.upload(playground.repository, logo));
      }
      // Both boxes: an invented company consents.
      for (const box of ['0', '1']) given.append('consent', box);
      return formPath(home, given);
    });
  });
}

/** What an example answers to a field of any list's form. */
function answerTo({ kind, id, role, choices }: AskedField, example: Example): string | undefined {
  const { company, text, contact, homepage, link, further = {} } = example;
  const known = { company, text, homepage, link };
  if (Object.hasOwn(further, id)) return further[id];
  switch (kind) {
    case 'company':
    case 'homepage':
    case 'link':
      return known[kind];
    case 'text':
      return id === fieldIds.description ? text : undefined;
    case 'group':
      return choices[0];
    case 'own':
      if (choices.length > 0) return choices.find((each) => /^prod/i.test(each)) ?? choices[0];
      if (role === 'contact') return contact;
      return role === 'since' ? '2024' : 'Everything';
    case 'link-text':
    case 'logo':
    case 'logo-dark':
    case 'consent':
      return undefined;
    default:
      return kind satisfies never;
  }
}
