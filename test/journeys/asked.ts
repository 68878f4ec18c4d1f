import { readSample } from '../../src/playground/read-asset.ts';
import type { LocalFile } from './local-file.ts';
import { drawing } from './logos.ts';

/** What a company answers. */
export interface Asked {
  readonly title: string;
  readonly company: string;
  readonly description: string;
  readonly chinese: string;
  readonly link: string;
  readonly linkText: string;
  readonly logo: LocalFile;
}

/** An issue's body as GitHub writes it from the demo's form. */
export function bodyOf(asked: Asked, logo: string): string {
  const section = (label: string, answer: string) => `### ${label}\n\n${answer || '_No response_'}`;
  return [
    section('Company', asked.company),
    section('What you use Millrace for, in English', asked.description),
    section('The same in Chinese', asked.chinese),
    section('Link', asked.link),
    section('Text of the link', asked.linkText),
    section('Logo', logo),
    section(
      'Consent',
      "- [X] My company asks to be listed, and I may speak for it.\n- [X] The logo may be shown on the project's website and kept in its repository.",
    ),
  ].join('\n\n');
}

/** Everything right. */
export const juniper: Asked = {
  title: 'Add Juniper Parcel to Powered By',
  company: 'Juniper Parcel',
  description:
    'Juniper Parcel steers 40,000 parcels a day around storms and traffic jams; Millrace joins the vans, the weather and the depots.',
  chinese:
    'Juniper Parcel 每天为 4 万件包裹绕开风暴和拥堵，由 Millrace 把车辆、天气和仓库的数据汇在一起。',
  link: 'https://juniper-parcel.example/blog/around-the-storm',
  linkText: 'How Juniper Parcel goes around the storm',
  logo: drawing,
};

/** Only what must be answered. */
export const lantern: Omit<Asked, 'logo'> = {
  title: 'Add 纸灯笼 to Powered By',
  company: '纸灯笼 Paper Lantern',
  description:
    'Paper Lantern counts the visitors of 300 night markets with Millrace, and tells each cook how many dumplings to fold.',
  chinese: '',
  link: 'https://paper-lantern.example/dumplings',
  linkText: '',
};

/** Everything wrong. */
export const everythingWrong: Asked = {
  title: 'Add us',
  company: 'W'.repeat(90),
  description: 'We use it for everything, and then for everything else too. '.repeat(12),
  chinese: '长'.repeat(700),
  link: 'http://winterly.example/about us',
  linkText: 'L'.repeat(130),
  logo: { name: 'broken.svg', type: 'image/svg+xml', bytes: readSample('broken.svg') },
};

/** As long as it may be. */
export const longWords: Omit<Asked, 'logo'> = {
  title: `Add the ${'Danube Steamship and Riverbank Railway '.repeat(4)}Company to Powered By, please`,
  company: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  description: `Our timetable, ${'https://danube-steamship.example/timetables/all-piers '.repeat(4)}is computed with Millrace.`,
  chinese: '多瑙河轮船公司用 Millrace 计算每一个码头的时刻表。'.repeat(8),
  link: `https://danube-steamship.example/${'timetables-of-all-piers-'.repeat(12)}`,
  linkText: 'All timetables of all piers on both banks of the river, and of the railway beside it',
};

/** All that a text can hold. */
export const everyMarkdown = `# A head

Some **strong**, *slanted* and ~~struck~~ words, \`code\`, a [link](https://example.com) and #1, for @max-miller.

> A quotation of several
> lines

> [!WARNING]
> An alert

- one
- [ ] to do
- [x] done

| a table | of | columns |
| --- | :---: | ---: |
| 一 | 二 | 三 |

\`\`\`yaml
pages:
  en: docs/content/powered-by.md
\`\`\`

<details><summary>More</summary>

Behind it.

</details>

${'averyveryverylongwordwithoutanyplacetobreak'.repeat(6)}
`;
