/** How clearly a name says that what it names are those who use a project: 2 without doubt, 1 perhaps, 0 not at all. */
export type Strength = 0 | 1 | 2;

const certain =
  /\b(?:adopters|powered ?by|in ?the ?wild|who(?: i?s)? us(?:es?|ing)|whos using|used by|(?:companies|organi[sz]ations|projects|people|teams) (?:that |who |which )?(?:are )?(?:currently )?us(?:e|ing)|trusted by|production users|end users|user ?(?:logos|list|stories))\b|用户|谁在[使用]|使用者|采用者|采用.{0,6}(?:公司|企业|单位)|使用.{0,12}(?:公司|企业|单位)|(?:公司|企业|单位).{0,6}使用/;

const likely =
  /\b(?:adopters?|adoption|compan(?:y|ies)|organi[sz]ations?|customers?|showcases?|clients|vendors|integrators|case studies|success stories|institutions|users?)\b|公司|企业|案例/;

/** Beside a list of organizations, whatever else is said. */
const aboutLists =
  /\b(?:how to|add(?:ing)?|types?|phases?|instructions?|templates?|requirements?|contribut\w*|articles?)\b/;

/** Lists of people or of other things. */
const otherwise =
  /\b(?:maintainers?|committers?|authors?|teams?|sponsors?|backers?|members?|speakers?|events?|talks?|features?|options?|commands?|plugins?|licen[cs]es?|dependencies|roles?|permissions?|guides?|faqs?|install\w*|posts?|tests?|accounts?|settings?|api|models?|manage\w*|types)\b/;

/** What a heading, a key or a folder says by its words. */
export function nameStrength(name: string): Strength {
  const words = spelled(name);
  if (aboutLists.test(words)) return 0;
  if (certain.test(words)) return 2;
  return !otherwise.test(words) && likely.test(words) ? 1 : 0;
}

/** What a heading says of what is below its sub-headings: one that says little says nothing where one of these says something else. */
export function strengthAbove(heading: string, below: readonly string[]): Strength {
  const strength = nameStrength(heading);
  return strength === 1 && below.some(isOtherwise) ? 0 : strength;
}

/** What a file's name says: of a whole file, “users” says more than it does of a heading in one. */
export function fileStrength(path: string): Strength {
  const stem = stemOf(path);
  const isUsers = /^(?:[\w.]+ ){0,2}users$/.test(spelled(stem)) && nameStrength(stem) > 0;
  return isUsers ? 2 : nameStrength(stem);
}

/** Whether a heading says that what is below it is something else, as how to get on a list. */
export function isOtherwise(heading: string): boolean {
  const words = spelled(heading);
  return aboutLists.test(words) || (otherwise.test(words) && !certain.test(words));
}

/** The words of a name in lower case: `whoUses`, `who-uses` and `Who uses it?` begin alike. */
function spelled(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/['’]/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** A file's name as one says it: without its ending, and without a locale before that. */
function stemOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const stem = name
    .replace(/(?<=.)\.[^.]*$/, '')
    .replace(/(?:[._](?!by$)[a-z]{2}|-(?:zh|cn|ja|jp|ko))(?:[-_][a-z]{2,4})?$/i, '');
  const isIndex = /^(?:_?index|readme|main|data|list|images|content)$/i.test(stem);
  const folder = path.split('/').at(-2);
  return isIndex && folder !== undefined ? folder : stem;
}

/** Folders of copies, samples and news: a list in one is hardly the one that a project keeps. */
const aside =
  /^(?:v?\d+(?:\.(?:\d+|x))*|version-.*|versioned[_-].*|versions|archived?|old|legacy|blogs?|news|_?posts|tests?|__\w+__|fixtures?|examples?|samples?|demos?|mocks?|testdata|specs?|e2e|seeds?)$/i;

/** Whether a file lies where copies, samples and news do. */
export function liesAside(path: string): boolean {
  return path
    .split('/')
    .slice(0, -1)
    .some((folder) => aside.test(folder));
}
