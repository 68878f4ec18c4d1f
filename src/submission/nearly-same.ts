import unhomoglyph from 'unhomoglyph';
import { companyKey } from './same-company.ts';

/** Legal forms as they end names, in lower case without dots, and words that say no more. */
const legalForms = new Set([
  ...['inc', 'incorporated', 'corp', 'corporation', 'co', 'company', 'companies', 'ltd', 'limited'],
  ...[
    'llc',
    'llp',
    'lp',
    'plc',
    'pllc',
    'pty',
    'pte',
    'pvt',
    'private',
    'gmbh',
    'mbh',
    'ggmbh',
    'ag',
  ],
  ...[
    'kg',
    'kgaa',
    'ohg',
    'ug',
    'ev',
    'eg',
    'se',
    'sa',
    'sas',
    'sarl',
    'sasu',
    'srl',
    'spa',
    'snc',
  ],
  ...[
    'bv',
    'nv',
    'vof',
    'oy',
    'oyj',
    'ab',
    'as',
    'asa',
    'aps',
    'kft',
    'zrt',
    'nyrt',
    'doo',
    'dd',
    'sro',
  ],
  ...[
    'spzoo',
    'sp',
    'zoo',
    'ooo',
    'zao',
    'oao',
    'pao',
    'kk',
    'sl',
    'slu',
    'ltda',
    'eireli',
    'sab',
    'cv',
  ],
  ...['group', 'holding', 'holdings', 'international', 'intl'],
]);

/** Legal forms that are written without a blank before or behind them. */
const joinedForms =
  /(?:股份有限公司|有限责任公司|有限公司|集团公司|集团|公司|股份|株式会社|合同会社|\(株\)|주식회사|\(주\))/gu;

const signs = /[™®©℠]|\((?:tm|r|c)\)/giu;

/**
 * Whether two names are nearly the same: but for legal forms, signs such as ™, an article, what is in brackets, blanks and
 * punctuation, the order of words, or letters that look alike.
 */
export function isNearlySame(one: string, other: string): boolean {
  const others = nearKeys(other);
  return nearKeys(one).some((key) => others.includes(key));
}

/** What names that are nearly the same have in common: at least one of these. None for a name that is nothing but signs. */
export function nearKeys(name: string): readonly string[] {
  const { joined, sorted, skeleton } = partsOf(name);
  return joined === '' ? [] : [`joined ${joined}`, `sorted ${sorted}`, `skeleton ${skeleton}`];
}

interface NameParts {
  /** Its words as one. */
  readonly joined: string;
  readonly sorted: string;
  /** Equal for names whose letters look alike. */
  readonly skeleton: string;
}

function partsOf(name: string): NameParts {
  const plain = companyKey(name.replace(signs, ''))
    .replace(/[’'`]/gu, '')
    .replace(/&/gu, ' and ')
    .replace(/\+/gu, ' plus ')
    .replace(/(?<=\p{L})#/gu, ' sharp ');
  const kept = [plain.replace(/\([^()]*\)|（[^（）]*）|\[[^[\]]*\]/gu, ' '), plain];
  // A name that is all brackets or legal form is compared whole.
  const words = kept.map(wordsIn).find((each) => each.length > 0) ?? [];
  const joined = words.join('');
  return { joined, sorted: words.toSorted().join(' '), skeleton: skeletonOf(joined) };
}

function wordsIn(name: string): readonly string[] {
  const words = name
    .replace(joinedForms, ' ')
    // As S.A. and B.V., which are one word.
    .replace(/(?<=\p{L})\.(?=\p{L}(?:\P{L}|$))/gu, '')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '' && word !== 'the');
  const end = words.findLastIndex((word) => !legalForms.has(word) && word !== 'and');
  return words.slice(0, end + 1);
}

/** With the letters of one case alone, as those who look at a name may see it. */
function skeletonOf(word: string): string {
  const marks = /\p{M}/gu;
  return unhomoglyph(word.normalize('NFD').replace(marks, '')).toLowerCase().replace(/[1|i]/g, 'l');
}
