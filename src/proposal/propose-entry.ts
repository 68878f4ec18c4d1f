import type { Configuration } from '../config/configuration.ts';
import type { Edit, Entry, EntryValues } from '../list/list.ts';
import { findNewlyActive } from '../list/markup.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { type Remark, remark } from '../problem/remark.ts';
import { failure, type Result, success } from '../problem/result.ts';
import { askedFields, namesFields } from '../submission/asked-fields.ts';
import { descriptionId } from '../submission/field-ids.ts';
import { languageAmong } from '../submission/language-name.ts';
import type { Submission } from '../submission/submission.ts';
import { alignmentRemark } from './alignment.ts';
import { listChanges } from './file-change.ts';
import type { DefaultLinkTexts } from './link-text.ts';
import { isSameFile } from './logo-file.ts';
import { darkLogoFor } from './logo-files/dark-logo.ts';
import { folderOf, type LogoRequest, placeDark, placeLogo } from './logo-files/place-logos.ts';
import { retireLogos, unusedLogos } from './logo-files/unused-logos.ts';
import { remarksOnLookalikes } from './lookalikes.ts';
import { entryOf, type OpenPage } from './open-pages.ts';
import { type OwnValues, ownValues } from './own-fields.ts';
import type { Proposal } from './proposal.ts';
import { type EntryTexts, type TextSources, textsFor } from './texts/entry-texts.ts';
import { showsMarkup } from './texts/text-markup.ts';

/** What a proposal to add or update an entry is made of. */
export interface EntryRequest extends LogoRequest {
  readonly defaultLinkTexts: DefaultLinkTexts;
}

/**
 * Proposes a company's entry on every locale's page. Where the company is listed already, its entry is updated in its
 * slot; each page finds its own slot.
 */
export function proposeEntry(request: EntryRequest): Result<Proposal> {
  const { submission, pages, logos, configuration } = request;
  const entries = new Map(pages.map((page) => [page.locale, entryOf(page, submission.company)]));
  const known = [...entries.values()].filter((entry) => entry !== undefined);
  const folder = folderOf(request, known);
  const logo = placeLogo(request, known, folder);
  if (!logo.ok) return logo;
  const dark = placeDark(request, logo.value.slug, folder);
  if (!dark.ok) return dark;

  const source = entries.get(configuration.sourceLocale);
  const sources = { ...request, source, known: source ?? known[0], folder };
  const edited = editPages(pages, entries, { logo: logo.value.url, dark: dark.value.url }, sources);
  if (!edited.ok) return edited;

  const { company } = submission;
  const remarks = [
    ...(known.length > 0 ? [] : remarksOnLookalikes(submission, pages)),
    ...remarksOnMarkup(submission, configuration),
    ...remarksOnLinks(submission),
    ...logo.value.remarks,
    ...dark.value.remarks,
    ...edited.value.flatMap((page) => page.remarks),
  ];
  const lists = edited.value.map(({ edit }) => edit.list);
  const changes = edited.value.flatMap(({ page, edit }) => listChanges(page.list, edit.list));
  const written = [
    { path: logo.value.path, content: request.logo },
    { path: dark.value.path ?? '', content: request.darkLogo },
  ].filter(({ path, content }) => path !== '' && content !== undefined);
  if (written.length > 0) {
    changes.push(...written);
    const unused = unusedLogos(known, lists, logos, configuration).filter(
      (path) => !written.some((each) => isSameFile(path, each.path)),
    );
    const old = retireLogos(unused, submission.company, configuration);
    changes.push(...old.changes);
    remarks.push(...old.remarks);
  }
  return success({
    kind: known.length > 0 ? 'update' : 'add',
    company,
    slug: logo.value.slug,
    edits: Object.fromEntries(edited.value.map(({ page, edit }) => [page.locale, edit])),
    changes,
    remarks: changes.length === 0 ? [...remarks, remark('nothing-changed', { company })] : remarks,
  });
}

/** Remarks on texts whose markup a page shows as it was typed. */
function remarksOnMarkup({ texts }: Submission, configuration: Configuration): Remark[] {
  const { markup } = configuration;
  const shown = Object.entries(texts).filter(([, text]) => showsMarkup(text, markup));
  return shown.map(([locale]) => {
    const values = { locale, language: languageAmong(locale, configuration) };
    return remark('text-shows-markup', values);
  });
}

/** Remarks on addresses that may have a safer one or were completed, and on paths of documents that may not be there. */
function remarksOnLinks({
  link,
  homepage,
  homepageLinks = [],
  completed = [],
}: Submission): Remark[] {
  const given = [link, homepage, ...homepageLinks.map(({ url }) => url)];
  const addresses = new Set(given.filter((address) => address !== undefined));
  return [...addresses].flatMap((address) => {
    if (!URL.canParse(address)) return [remark('link-to-document', { link: address })];
    if (completed.includes(address)) return [remark('link-completed', { link: address })];
    if (!address.startsWith('http:')) return [];
    const suggestion = address.replace(/^http:/, 'https:');
    return [remark('link-by-http', { link: address, suggestion })];
  });
}

/** The addresses of an entry's logos. */
interface LogoAddresses {
  readonly logo: string;
  /** Nothing where no new one was given. */
  readonly dark: string | undefined;
}

interface EditedPage {
  readonly page: OpenPage;
  readonly edit: Edit;
  readonly remarks: readonly Remark[];
}

function editPages(
  pages: readonly OpenPage[],
  entries: ReadonlyMap<string, Entry | undefined>,
  { logo, dark }: LogoAddresses,
  sources: TextSources & Pick<EntryRequest, 'date'> & { readonly folder: string | undefined },
): Result<readonly EditedPage[]> {
  const { configuration, submission } = sources;
  const source = pages.find(({ locale }) => locale === configuration.sourceLocale) ?? pages[0];
  const needsText = askedFields(configuration).some(
    ({ kind, required }) => kind === 'text' && required,
  );
  const edited: EditedPage[] = [];
  const problems: Problem[] = [];
  for (const page of pages) {
    const entry = entries.get(page.locale);
    const texts = textsFor(page, entry, sources);
    const lacksText = (entry?.lacks.includes('text') ?? true) && !texts.text;
    if (needsText && lacksText && (entry === undefined || texts.link !== undefined)) {
      problems.push(descriptionMissing(page.locale, configuration));
      continue;
    }
    const { locale, list } = page;
    const language = { locale, language: languageAmong(locale, configuration) };
    const own = ownValues(submission, list, source?.list ?? list, language);
    const darkLogo = darkLogoFor(list, entry, logo, dark);
    const file = fileElsewhere(entries, edited) ?? sources.folder;
    const given = {
      logo,
      ...(darkLogo !== undefined && { darkLogo }),
      ...(file !== undefined && { file }),
      date: sources.date,
      ...own.values,
    };
    const edit = editPage(page, entry, given, texts, sources);
    if (!edit.ok) {
      problems.push(...edit.problems);
      continue;
    }
    const aligned = alignmentRemark(page, edit.value, submission.company, configuration);
    const remarks = [
      ...texts.remarks,
      ...own.remarks,
      ...movedRemark(page, entry, edit.value, configuration),
      ...aligned,
    ];
    if (entry === undefined && sources.known !== undefined) {
      remarks.unshift(remark('entry-added-to-locale', language));
    }
    edited.push({ page, edit: edit.value, remarks });
  }
  return problems.length > 0 ? failure(...problems) : success(edited);
}

/** From which group to which an entry moves, for that a new group was asked for may be an oversight. */
function movedRemark(
  { locale }: OpenPage,
  entry: Entry | undefined,
  { list }: Edit,
  configuration: Configuration,
): Remark[] {
  const { company = '', group: former = '' } = entry ?? {};
  const { group = former } = entryOf({ locale, list }, company) ?? {};
  if (group === former || former === '') return [];
  const language = languageAmong(locale, configuration);
  return [remark('group-changed', { company, former, group, language, locale })];
}

/** What a company's file is called in the first locale that has one; nothing where entries have no files. */
function fileElsewhere(
  entries: ReadonlyMap<string, Entry | undefined>,
  edited: readonly EditedPage[],
): string | undefined {
  const places = [
    ...[...entries.values()].flatMap((entry) => entry?.place ?? []),
    ...edited.map(({ edit }) => edit.place),
  ];
  const file = places[0]?.details['file'];
  return file === undefined ? undefined : String(file);
}

function descriptionMissing(locale: string, configuration: Configuration): Problem {
  const values = { locale, language: languageAmong(locale, configuration) };
  return problem('description-missing', descriptionId(locale, configuration.sourceLocale), values);
}

/** Edits a page, unless what it would then hold did more than show what it says. */
function editPage(
  { list }: OpenPage,
  entry: Entry | undefined,
  given: OwnValues['values'] & Pick<EntryValues, 'logo' | 'darkLogo' | 'file' | 'date'>,
  { text, link }: EntryTexts,
  { submission: { company }, configuration }: TextSources,
): Result<Edit> {
  // Where nobody says which fields a list has, it has most likely one address of a company: its homepage.
  const homepage = namesFields(configuration) ? undefined : link?.url;
  const values = { company, ...(homepage && { homepage }), ...given, ...(link && { link }) };
  const edit =
    entry === undefined
      ? list.format.add(list, { ...values, text: text ?? '' }, configuration.order)
      : list.format.replace(list, entry, { ...values, ...(text !== undefined && { text }) });
  const active = edit.ok ? findNewlyActive(list, entry, edit.value) : undefined;
  return active === undefined
    ? edit
    : failure(problem('page-cell-active', list.path, { excerpt: active.excerpt }));
}
