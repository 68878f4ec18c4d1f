import type { PhrasingContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Configuration } from '../../../src/config/configuration.ts';
import type { Entry, List } from '../../../src/list/list.ts';
import { linksIn } from '../../../src/list/markdown/shown-text.ts';
import { type AskedField, askedFields } from '../../../src/submission/asked-fields.ts';
import { typedProse } from '../replays/typed-prose.ts';
import { sourceOf } from './judge.ts';

/** Answers by the ids of the form's fields. */
export type Answers = ReadonlyMap<string, string>;

/** A picture that somebody put into the form. */
export const pictureAnswer =
  '![logo](https://github.com/user-attachments/assets/0c1e9a94-5d7f-4d21-9a5e-0a4a7b8f2c11)';

/** What a person answers to be listed with what an entry shows. */
export function shownAnswers(entry: Entry, configuration: Configuration): Answers {
  return answersOf(entry, configuration, (_, shown) => shown);
}

/** The same, with links and other markup as they stand in the list where it lets these through. */
export function typedAnswers(entry: Entry, list: List, configuration: Configuration): Answers {
  const { look } = list.format;
  if (configuration.markup !== 'inline' || look === 'records') {
    return shownAnswers(entry, configuration);
  }
  if (look === 'rows') {
    const parts = list.format.parts(list, entry);
    return answersOf(entry, configuration, ({ name }, shown) => {
      const markup = parts.find(({ field }) => field === name)?.markup.trim() ?? '';
      return typedCell(markup, shown);
    });
  }
  const source = { name: entry.company, url: entry.homepage, raw: sourceOf(list, entry) };
  const { text, fields = {} } = typedProse(source, list);
  return answersOf(entry, configuration, ({ kind, name = '' }, shown) =>
    kind === 'text' ? text : (fields[name] ?? shown),
  );
}

function answersOf(
  entry: Entry,
  configuration: Configuration,
  typed: (field: AskedField, shown: string) => string,
): Answers {
  const answers = askedFields(configuration).map((field) => {
    return [field.id, answerTo(field, entry, typed)] as const;
  });
  return new Map(answers);
}

function answerTo(
  field: AskedField,
  entry: Entry,
  typed: (field: AskedField, shown: string) => string,
): string {
  const { kind, name = '' } = field;
  const picture = (address = '') => (address === '' ? '' : pictureAnswer);
  switch (kind) {
    case 'company':
      return entry.company;
    case 'text':
      return typed(field, entry.text);
    case 'homepage':
      return entry.homepage ?? '';
    case 'link':
      return entry.link?.url ?? '';
    case 'link-text':
      return entry.link?.text ?? '';
    case 'group':
      return entry.group ?? '';
    case 'own':
      return typed(field, entry.fields?.[name] ?? '');
    case 'logo':
      return picture(entry.logo);
    case 'logo-dark':
      return picture(entry.darkLogo);
    case 'consent':
      return '';
    default:
      throw kind satisfies never;
  }
}

/** A cell with links that only its company can know is typed as it stands; a link to somebody on GitHub is not. */
function typedCell(markup: string, shown: string): string {
  const isNamed = ({ text, url }: { text: string; url: string }) =>
    [text, `mailto:${text}`, `https://github.com/${text.slice(1)}`].includes(url);
  if (linksIn(inlineNodes(markup)).every(isNamed)) return shown;
  return markup.replaceAll('\\|', '|').replace(/\s*<br ?\/?>\s*/gi, '\n');
}

function inlineNodes(source: string): readonly PhrasingContent[] {
  const [block] = fromMarkdown(source).children;
  return block?.type === 'paragraph' ? block.children : [];
}
