import type { Hono } from 'hono';
import { homeOf, type Playground } from '../../playground.ts';
import { readSample } from '../../read-asset.ts';
import { configurationAt } from '../../read-configuration.ts';
import { act } from '../act.ts';
import { readForm, textOf } from '../guard.ts';
import { formPath } from '../issue-form/form-path.ts';
import type { WebEnvironment } from '../visit.ts';

/** What an invented company fills in, by the ids of the form's fields. `{project}` stands for the project's name. */
interface Example {
  readonly key: string;
  readonly title: string;
  readonly answers: Readonly<Record<string, string>>;
  /** The file of its logo. */
  readonly logo: string;
}

const examples: readonly Example[] = [
  {
    key: 'juniper',
    title: 'Add Juniper Parcel to Powered By',
    answers: {
      company: 'Juniper Parcel',
      description:
        'Juniper Parcel steers 40,000 parcels a day around storms and traffic jams; {project} joins the vans, the weather and the depots.',
      'description-zh':
        'Juniper Parcel 每天为 4 万件包裹绕开风暴和拥堵，由 {project} 把车辆、天气和仓库的数据汇在一起。',
      link: 'https://juniper-parcel.example/blog/around-the-storm',
      'link-text': 'How Juniper Parcel goes around the storm',
    },
    logo: 'juniper-parcel.svg',
  },
  {
    key: 'lantern',
    title: 'Add 纸灯笼 to Powered By',
    answers: {
      company: '纸灯笼 Paper Lantern',
      description:
        'Paper Lantern counts the visitors of 300 night markets with {project}, and tells each cook how many dumplings to fold.',
      link: 'https://paper-lantern.example/dumplings',
    },
    logo: 'paper-lantern.svg',
  },
  {
    key: 'wrong',
    title: 'Add us',
    answers: {
      company: 'W'.repeat(90),
      description: `${'We use it for everything, and then for everything else too. '.repeat(12)}`,
      link: 'http://winterly.example/about us',
      'link-text': 'L'.repeat(130),
    },
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
      const name = example.logo;
      const bytes = readSample(name);
      const { person } = context.get('visit');
      const logo = person.upload(playground.repository, { name, type: 'image/svg+xml', bytes });
      const configuration = await configurationAt(playground);
      const project = configuration?.ok ? configuration.value.project : playground.repository.name;
      const given = new URLSearchParams({ title: example.title, logo });
      for (const [field, answer] of Object.entries(example.answers)) {
        given.set(field, answer.replaceAll('{project}', project));
      }
      // Both boxes: an invented company consents.
      for (const box of ['0', '1']) given.append('consent', box);
      return formPath(home, given);
    });
  });
}
