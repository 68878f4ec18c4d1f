import type { Language } from '../../config/reply-languages.ts';
import { samePlaceKey } from '../../list/list.ts';
import type { Problem } from '../../problem/problem.ts';
import type { OpenPage } from '../../proposal/open-pages.ts';
import { companyKey } from '../../submission/same-company.ts';
import { openConfigured, openRepository } from '../input/repository.ts';
import { type ExitCode, exitCodeFor } from '../output/exit-code.ts';
import { describeForPrograms, printJson } from '../output/json-report.ts';
import { phrase } from '../output/phrases.ts';
import { refuse } from '../output/refuse.ts';
import { type ReportedPlace, reportPlace } from '../output/reported-place.ts';
import { print, printable, styled } from '../output/terminal.ts';

/** The options of `list`. */
export interface ListOptions {
  readonly dir: string;
  readonly json?: boolean;
}

/** A company, with its place and text in each locale. */
export interface ListedCompany {
  readonly company: string;
  readonly logo: string;
  readonly darkLogo?: string;
  readonly places: Readonly<Record<string, ReportedPlace>>;
  readonly texts: Readonly<Record<string, string>>;
  readonly links: Readonly<Record<string, { readonly text: string; readonly url: string }>>;
  readonly homepage?: string;
  /** Where there are several links in its place. */
  readonly homepageLinks?: readonly { readonly text: string; readonly url: string }[];
  /** In each locale, the part of the list, where it has several. */
  readonly groups: Readonly<Record<string, string>>;
  /** In each locale, what the list's other columns or keys hold, by its own names. */
  readonly fields: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Runs `poweredby list`. */
export async function runList(options: ListOptions): Promise<ExitCode> {
  const configured = await openConfigured(options.dir);
  if (!configured.ok) return refuseToList(configured.problems, options);
  const { language, locales } = configured.value.configuration;
  const repository = await openRepository(configured.value);
  if (!repository.ok) return refuseToList(repository.problems, options, language);
  const companies = listCompanies(repository.value.pages);
  if (options.json === true) {
    printJson({ ok: true, companies, problems: [] });
    return 0;
  }
  for (const { company, logo, places } of companies) {
    const missing = locales.filter((locale) => places[locale] === undefined).join(', ');
    const name = printable(company === '' ? logo : company);
    const note = missing === '' ? '' : phrase(language, 'list-missing', { locales: missing });
    print(note === '' ? name : `${name}  ${styled('yellow', note)}`);
  }
  const values = { count: companies.length, locales: locales.length > 1 ? locales.join(', ') : '' };
  const count = phrase(language, 'list-count', values);
  print(...(companies.length > 0 ? [''] : []), styled('dim', count));
  return 0;
}

function refuseToList(
  problems: readonly Problem[],
  { json = false }: ListOptions,
  language: Language = 'en',
): ExitCode {
  if (!json) return refuse(problems, { language, onlyReads: true });
  printJson({ ok: false, companies: [], problems: describeForPrograms(problems, language) });
  return exitCodeFor(problems);
}

/** Every company of the pages once, in the order of the first page that has it. */
function listCompanies(pages: readonly OpenPage[]): ListedCompany[] {
  const companies = new Map<string, ListedCompany>();
  for (const { locale, list } of pages) {
    for (const entry of list.entries) {
      const { company, logo, darkLogo, place, text, link, group, fields = {} } = entry;
      const { homepage, homepageLinks } = entry;
      const key = companyKey(company) || samePlaceKey(place);
      const nothing = { places: {}, texts: {}, links: {}, groups: {}, fields: {} };
      const known: ListedCompany = companies.get(key) ?? { company, logo, ...nothing };
      companies.set(key, {
        ...known,
        places: { ...known.places, [locale]: reportPlace(list.path, place) },
        texts: { ...known.texts, [locale]: text },
        links: link ? { ...known.links, [locale]: link } : known.links,
        ...(darkLogo !== undefined && { darkLogo: known.darkLogo ?? darkLogo }),
        ...(homepage !== undefined && { homepage: known.homepage ?? homepage }),
        ...(homepageLinks && { homepageLinks: known.homepageLinks ?? homepageLinks }),
        groups: group === undefined ? known.groups : { ...known.groups, [locale]: group },
        fields: { ...known.fields, [locale]: fields },
      });
    }
  }
  return [...companies.values()];
}
