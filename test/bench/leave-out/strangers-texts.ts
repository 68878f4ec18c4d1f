import { checkRepository } from '../../../src/check/check-repository.ts';
import type { Finding } from '../../../src/check/finding.ts';
import { filesOf, type List } from '../../../src/list/list.ts';
import type { PageFolder, PageText } from '../../../src/proposal/snapshot.ts';
import { type AskedField, askedFields } from '../../../src/submission/asked-fields.ts';
import { dataOf, differences, wrongAddition } from './judge.ts';
import type { ListedRepository } from './listed-repository.ts';
import { refused, type Trial, trial } from './trial.ts';
import { type Answers, pictureAnswer } from './typed-answers.ts';

const texts: readonly string[] = [
  'Runs all of its shops on it',
  '用于数据平台的实时计算：每天处理十亿条消息',
  'a | b || c',
  'a `code` and ``` three',
  '{{ site.title }} {% include x %} {x}',
  '<script>alert(1)</script> <b>bold</b>',
  `it's "quoted" and 'single' \\ back`,
  '- a dash',
  '# a heading',
  '1. one',
  '* star *em* **strong** _x_',
  '🚀 to the 🌙 👩‍💻',
  'w'.repeat(300),
  'Key: value # comment',
  '[x] [a](b) [c][d] ![e](f)',
  '@anna and #12 at https://example.com',
  'first line\nsecond line\n\nthird paragraph',
  'yes',
  '2021',
];

/** Adds an entry with each of many texts, as its name and in its other fields. */
export async function addTexts(
  repository: ListedRepository,
  list: List,
  group: string | undefined,
): Promise<readonly Trial[]> {
  const trials: Trial[] = [];
  for (const text of texts) {
    for (const answers of [withName(text.slice(0, 60)), withWords(text)]) {
      const asked = askedFields(repository.configuration);
      const given = asked.map(
        (field) => [field.id, answers(field) ?? usual(field, group)] as const,
      );
      const added = repository.submit(list, new Map(given) satisfies Answers);
      trials.push(added.ok ? await judged(repository, list, added.value) : refused(added));
    }
  }
  return trials;
}

async function judged(repository: ListedRepository, before: List, after: List): Promise<Trial> {
  const wrong = wrongAddition(before, after);
  if (wrong !== undefined) return trial('wrong', wrong, ...differences(before.text, after.text));
  const known = new Set(before.entries.map(dataOf));
  const own = after.entries.find((entry) => !known.has(dataOf(entry)));
  const found = (await findingsIn(repository, after)).filter(
    ({ values }) => values['company'] === own?.company,
  );
  const told = found.map(({ code, values }) => `${code} ${JSON.stringify(values)}`);
  return told.length > 0 ? trial('found by check', ...told) : trial('clean');
}

const withName = (name: string) => (field: AskedField) =>
  field.kind === 'company' ? name : undefined;

const withWords = (words: string) => (field: AskedField) => {
  const isWords = field.kind === 'text' || (field.kind === 'own' && field.choices.length === 0);
  return isWords
    ? words.slice(0, field.role === 'none' || field.kind === 'text' ? 300 : 80)
    : undefined;
};

function usual({ kind, choices }: AskedField, group = ''): string {
  switch (kind) {
    case 'company':
      return 'Leave Out GmbH';
    case 'group':
      return group;
    case 'logo':
      return pictureAnswer;
    case 'homepage':
    case 'link':
      return 'https://example.com/';
    case 'text':
    case 'own':
      return choices[0] ?? 'Words';
    case 'link-text':
    case 'logo-dark':
    case 'consent':
      return '';
    default:
      throw kind satisfies never;
  }
}

async function findingsIn(repository: ListedRepository, list: List): Promise<readonly Finding[]> {
  const files = filesOf(list).map(({ path, text }) => ({ path, content: { text } }));
  const page: PageText | PageFolder = list.folder ? { files, others: [] } : { text: list.text };
  const snapshot = repository.snapshotOf(page);
  const nothing = async () => undefined;
  const reader = { read: nothing, measure: nothing };
  const { configuration } = repository;
  const all = await checkRepository({ configuration, snapshot, reader });
  // There are no files of logos here.
  return all.filter(({ code }) => !code.includes('logo'));
}
