import { fieldIds } from '../../submission/field-ids.ts';
import { foldKey, idOfKey } from './field-keys.ts';
import type { FieldLine } from './field-line.ts';

const { company, description, link } = fieldIds;

/** What people call fields in a request of their own, beside the names that commands take. */
const guessed: Readonly<Record<string, readonly string[]>> = {
  [company]: [
    ...['name', 'empresa', 'organización', 'organizacion', 'organização', 'entreprise', 'société'],
    ...[
      'firma',
      'unternehmen',
      'azienda',
      'bedrijf',
      'компания',
      '会社',
      '会社名',
      '회사',
      '名称',
      '名字',
    ],
  ],
  [description]: [
    ...[
      'scenario',
      'scenarios',
      'use',
      'use cases',
      'how we use it',
      'how do you use it',
      'purpose',
    ],
    ...[
      'descripción',
      'descrição',
      'beschreibung',
      'caso de uso',
      'uso',
      'утилизация',
      '业务场景',
      '应用场景',
    ],
  ],
  [link]: [
    'sitio web',
    'sitio',
    'página web',
    'site web',
    'webseite',
    'webpage',
    'сайт',
    '地址',
    '公司主页',
  ],
};

const idByKey = new Map(
  Object.entries(guessed).flatMap(([id, names]) =>
    names.map((name) => [foldKey(name), id] as const),
  ),
);

/** A line whose key is one in other words, or a line that is a key alone. */
export function guessedKeys(line: string): FieldLine | undefined {
  const bare = line.replace(/^\s*(?:[-*+]\s+)?/, '').replace(/\*\*|__/g, '');
  const { key = bare.trim(), value = '' } =
    /^(?<key>[^:：]{1,40})[:：](?!\/\/)(?<value>.*)$/u.exec(bare)?.groups ?? {};
  const folded = key.split('/')[0] ?? '';
  const id = idByKey.get(foldKey(folded)) ?? idOfKey(folded);
  return id === undefined ? undefined : { id, value: value.trim() };
}
