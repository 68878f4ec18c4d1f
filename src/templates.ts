import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Configuration, configurationPath } from './config/configuration.ts';
import { type Language, languages } from './config/reply-languages.ts';
import type { Templates } from './words/templates.ts';

/**
 * Where a file or folder of `templates/` is. Package.json's `imports` finds it from `src/` and from a bundled `dist/`
 * alike; it names files only, so a folder is found beside one.
 */
function locate(name: string): URL {
  return new URL(`../${name}`, import.meta.resolve('#templates/en/issue-form.yml'));
}

/** The text of a template, named by its path under `templates/`, such as `en/issue-form.yml`. */
export function readTemplate(name: string): string {
  return readFileSync(locate(name), 'utf8');
}

const loaded = new Map<string, Templates>();

/**
 * The words of a language. Each kind is read from disk when it is first used, and kept.
 *
 * @param path of the configuration, for a repository that has it in another place
 */
export function loadTemplates(language: Language, path = configurationPath): Templates {
  const key = `${language} ${path}`;
  const templates = loaded.get(key) ?? prepareTemplates(language, path);
  loaded.set(key, templates);
  return templates;
}

/** The words for what is said in a repository. */
export function templatesFor({ language, path }: Pick<Configuration, 'language' | 'path'>) {
  return loadTemplates(language, path);
}

/** Reads all texts of all languages, for a server that has no time for it later. */
export function loadAllTemplates(): void {
  for (const language of languages) Object.values(loadTemplates(language));
}

function prepareTemplates(language: Language, path: string): Templates {
  const read = (name: string) =>
    parse(readTemplate(`${language}/${name}`).replaceAll(configurationPath, path));
  const file = <Kind extends keyof Templates>(kind: Kind) =>
    once((): Templates[Kind] => read(`${kind}.yml`));
  const folder = <Kind extends keyof Templates>(kind: Kind) =>
    once((): Templates[Kind] => Object.assign({}, ...filesIn(`${language}/${kind}`).map(read)));
  const [problems, remarks] = [folder('problems'), folder('remarks')];
  const [commits, states, findings, check, setup] = [
    file('commits'),
    file('states'),
    file('findings'),
    file('check'),
    file('setup'),
  ];
  const [comment, pullRequest, action, setupPull, pullCheck] = [
    file('comment'),
    file('pull-request'),
    file('action'),
    file('setup-pull-request'),
    file('pull-check'),
  ];
  return {
    language,
    get problems() {
      return problems();
    },
    get remarks() {
      return remarks();
    },
    get commits() {
      return commits();
    },
    get states() {
      return states();
    },
    get findings() {
      return findings();
    },
    get check() {
      return check();
    },
    get setup() {
      return setup();
    },
    get 'setup-pull-request'() {
      return setupPull();
    },
    get comment() {
      return comment();
    },
    get action() {
      return action();
    },
    get 'pull-request'() {
      return pullRequest();
    },
    get 'pull-check'() {
      return pullCheck();
    },
  };
}

/** Calls a function when its value is first wanted, and keeps the value. */
function once<Value>(read: () => Value): () => Value {
  let value: { readonly read: Value } | undefined;
  return () => {
    value ??= { read: read() };
    return value.read;
  };
}

/** The files of a folder, of which each room has its own, as `problems/list.yml`. */
function filesIn(folder: string): readonly string[] {
  const names = readdirSync(locate(`${folder}/`)).filter((name) => name.endsWith('.yml'));
  return names.map((name) => `${folder.slice(folder.indexOf('/') + 1)}/${name}`);
}

/** The texts of links for repositories that configure none, by language. */
export function readDefaultLinkTexts(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    languages.map((language) => [language, readTemplate(`${language}/link-text.txt`).trim()]),
  );
}
