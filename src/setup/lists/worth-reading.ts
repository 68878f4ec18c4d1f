import { fileEndings, type TextFile } from '../../list/list.ts';
import { fileStrength, nameStrength } from './name-strength.ts';

const { 'front-matter-table': markup, 'js-array': script } = fileEndings;

/** Files that no format reads, but of which set-up says that they hold a list. */
const unserved = /\.toml$/i;

/** What tools write or read; no list of organizations is in such a file. */
const ofTools =
  /(?:^|\/)(?:package(?:-lock)?|composer|tsconfig[^/]*|jsconfig|lerna|nx|turbo|renovate|angular|manifest|vercel|openapi|swagger|pnpm-lock|docker-compose[^/]*|mkdocs|\w+\.schema)\.(?:json|ya?ml)$|\.(?:min|d|test|spec|stories|config|lock)\.\w+$/i;

/** Where sites keep their users among their settings. */
const siteSettings = /(?:^|\/)siteConfig\.[cm]?[jt]s$/;

/** Where sites keep their data. */
const dataFolder = /(?:^|\/)(?:_?data|content|_includes|static)\//;

/** Keys and constants under which lists of organizations are kept in files of other names. */
const keyed =
  /(?:^|[\s"'{,])(?:adopters|users|companies|organi[sz]ations|customers|powered_?by|who_?uses|used_?by|showcases?|landscape|user\w{0,10})["']?\s{0,5}[:=]|^\s{0,20}\[{1,2}[\w.]{0,40}\b(?:adopters|users|companies|customers|powered_?by)\]/im;

/** Whether a file is a page, by its name. */
export function isMarkup(path: string): boolean {
  return markup.test(path);
}

/** Whether what lies at a path is read at all; names decide, for a repository may have very many files. */
export function isWorthReading(path: string): boolean {
  if (markup.test(path)) return true;
  if (ofTools.test(path)) return false;
  if (!isServed(path) && !unserved.test(path)) return false;
  if (isNamedForUsers(path) || dataFolder.test(path) || siteSettings.test(path)) return true;
  return !script.test(path) && !path.includes('/');
}

/** Whether a format has lists in files of that name. */
export function isServed(path: string): boolean {
  return Object.values(fileEndings).some((ending) => ending.test(path));
}

/** The name of the folder that a file is in; of the page of a folder, or a file for each entry, of the folder above. */
export function folderOf(path: string): string {
  const [name = '', folder = '', above = ''] = path.split('/').toReversed();
  return folder === '*' || /^index\.(?:\w+\.)?\w+$/i.test(name) ? above : folder;
}

/** Whether a file, or its folder, is named for those who use a project. */
export function isNamedForUsers(path: string): boolean {
  return fileStrength(path) > 0 || nameStrength(folderOf(path)) > 0;
}

/** Whether a text that was read is worth the search for lists: its name, a heading or a key speaks of organizations. */
export function speaksOfUsers({ path, text }: TextFile): boolean {
  if (isNamedForUsers(path)) return true;
  if (!markup.test(path)) return keyed.test(text);
  for (const [, atx, setext] of text.matchAll(heading)) {
    if (nameStrength(atx ?? setext ?? '') > 0) return true;
  }
  return false;
}

const heading = /^ {0,3}#{1,6}[ \t]+(.{1,200})$|^(\S.{1,200})\r?\n(?:=+|-+)[ \t]*\r?$/gm;
