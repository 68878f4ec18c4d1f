import type { LogoSize } from './logo-sizes.ts';
import type { Language } from './reply-languages.ts';

/** Where logo files go and how pages name them. */
export interface LogoConfiguration {
  /** Whether an entry has to have one, may have one, or never has. */
  readonly need: 'required' | 'optional' | 'none';
  /** Folder of the logo files, from the repository's root. */
  readonly directory: string;
  /** What a page writes before the file's name in `src`. */
  readonly url: string;
  /** The file's name; `{slug}` is replaced by the company's name. */
  readonly file: string;
  /** The name of the file for dark pages, where a list has such logos. Left out: see `darkFileName`. */
  readonly darkFile?: string;
  /** Of the canvas, in pixels: the side of a square, or two sides. */
  readonly size: LogoSize;
  /** A logo that comes as SVG stays one where that can be. Left out: every logo becomes a PNG. */
  readonly keepSvg?: boolean;
  /** The pages that logos are on. Left out: light ones. */
  readonly backgrounds?: 'light' | 'dark' | 'both';
  /** A flat pale background of a logo becomes transparent. */
  readonly clearBackground?: boolean;
}

/** The ways in which lists are written; `src/list/formats/` has a folder for each. */
export const formatIds = [
  'front-matter-table',
  'markdown-table',
  'markdown-list',
  'markdown-sections',
  'yaml-list',
  'json-array',
  'js-array',
  'entry-files',
] as const;

export type FormatId = (typeof formatIds)[number];

/** What rooms other than that of lists know of a format. */
interface FormatTraits {
  /** Whether its files are data, whose look only the project's own template knows. */
  readonly isData: boolean;
  /** Whether a link has words of its own. */
  readonly hasLinkText: boolean;
  /** Whether a text may have several lines. */
  readonly hasLines: boolean;
  /** Whether an entry may have several links in the place of its homepage. */
  readonly hasSeveralLinks: boolean;
}

export const formatTraits: Readonly<Record<FormatId, FormatTraits>> = {
  'front-matter-table': {
    isData: false,
    hasLinkText: true,
    hasLines: false,
    hasSeveralLinks: false,
  },
  'markdown-table': { isData: false, hasLinkText: true, hasLines: true, hasSeveralLinks: true },
  'markdown-list': { isData: false, hasLinkText: false, hasLines: true, hasSeveralLinks: false },
  'markdown-sections': {
    isData: false,
    hasLinkText: false,
    hasLines: true,
    hasSeveralLinks: false,
  },
  'yaml-list': { isData: true, hasLinkText: false, hasLines: false, hasSeveralLinks: false },
  'json-array': { isData: true, hasLinkText: false, hasLines: false, hasSeveralLinks: false },
  'js-array': { isData: true, hasLinkText: false, hasLines: false, hasSeveralLinks: false },
  'entry-files': { isData: true, hasLinkText: false, hasLines: false, hasSeveralLinks: false },
};

/**
 * How a new entry finds its place. `append` is the end, or in a grid the next free place; `as-is` is alphabetical where
 * the entries of a list are so already, else the same as `append`.
 */
export const orders = ['append', 'prepend', 'alphabetical', 'as-is'] as const;

export type Order = (typeof orders)[number];

/** What a field of a list says of an organization; `none` for what only the list itself understands. */
export const fieldRoles = [
  'name',
  'homepage',
  'text',
  'logo',
  'logo-dark',
  'link',
  'contact',
  'status',
  'category',
  'since',
  'none',
] as const;

export type FieldRole = (typeof fieldRoles)[number];

/** Of these roles a list has one field; a further one is known by its own name only. */
export const singleRoles: readonly FieldRole[] = ['name', 'homepage', 'text', 'logo', 'link'];

/** Fields that may say the same of several organizations. */
export const repeatedRoles: readonly FieldRole[] = ['status', 'category', 'none'];

/** What strangers' texts may do on a page: `none` shows them as they were typed, `inline` has links, emphasis and code. */
export const markups = ['none', 'inline'] as const;

export type Markup = (typeof markups)[number];

/** What may be written again around an entry, so that a formatter leaves the file alone. */
export const reformats = ['table'] as const;

export type Reformat = (typeof reformats)[number];

/** What a repository says of homepages that have no column or key of their own, as names are links to them. */
export interface HomepageSettings {
  readonly required?: boolean | undefined;
  /** What the form calls it. */
  readonly label?: string | undefined;
}

/** What a repository says of one column or key of its list. */
export interface FieldSettings {
  readonly role: FieldRole;
  /** Of a name: that it is a link to the organization's homepage. */
  readonly homepage?: 'link' | HomepageSettings | undefined;
  readonly required?: boolean | undefined;
  /** The only values that it takes, as the list spells them. */
  readonly choices?: readonly string[] | undefined;
  /** Whether a company may choose several of them; of a homepage, whether it may give several links. */
  readonly multiple?: boolean | undefined;
  /** What the form calls it; its own name, if left out. */
  readonly label?: string | undefined;
}

/** What the form asks about the part of the list that an entry belongs to. */
export interface GroupSettings {
  readonly label?: string | undefined;
  /** The parts that it offers, as the list shows them; the list itself knows them all. */
  readonly choices?: readonly string[] | undefined;
}

/** How pull requests are opened. */
export interface PullRequestConfiguration {
  /** What the names of their branches begin with. */
  readonly branchPrefix: string;
  /** Beside ours. */
  readonly labels: readonly string[];
  /** Logins. */
  readonly assignees: readonly string[];
  /** Logins, and `team:SLUG` for teams of the organization. */
  readonly reviewers: readonly string[];
  readonly draft: boolean;
}

/** What a label can say of a submission: whose turn it is, or how it ended. */
export const submissionStates = [
  'needs-info',
  'needs-maintainer',
  'in-review',
  'listed',
  'stopped',
] as const;

export type SubmissionState = (typeof submissionStates)[number];

/** What the names of our branches begin with, unless the configuration says otherwise. */
export const usualBranchPrefix = 'poweredby/';

/** The branch on which the app proposes a configuration. */
export const setupBranch = `${usualBranchPrefix}configure`;

/** The message of a commit for each kind of change, as far as the file sets it. */
export interface CommitMessages {
  readonly add?: string | undefined;
  readonly update?: string | undefined;
  readonly remove?: string | undefined;
}

/** A repository's configuration file, checked and with every default filled in. */
export interface Configuration {
  /** Where it was read, from the repository's root: `.github/poweredby.yml`, unless the Action is told another path. */
  readonly path: string;
  /** The locales in the order of the file; the first is the source locale. */
  readonly locales: readonly string[];
  /** The locale in which a company describes itself. */
  readonly sourceLocale: string;
  /** Each locale's page, from the repository's root. */
  readonly pages: Readonly<Record<string, string>>;
  readonly format: FormatId;
  /** Which list of a page: the heading above it, or the key to it; nothing for the only one, or the format's usual one. */
  readonly within: string | undefined;
  /** What strangers' texts may do on a page: nothing, or be links, emphasis and code. */
  readonly markup: Markup;
  /** Columns or keys of the list by their own names, as far as the file says what they are. */
  readonly fields: Readonly<Record<string, FieldSettings>>;
  /** Of a list in parts, where companies say which they belong to. */
  readonly group: GroupSettings | undefined;
  /** Whether links may begin with `http:`. */
  readonly httpLinks: boolean;
  /** What a change may write again beside its entry: the padding of a whole table. Left out: nothing. */
  readonly reformat: Reformat | undefined;
  /** The project's name, as sentences use it. */
  readonly project: string;
  readonly logo: LogoConfiguration;
  /** Text of the link where a company gave none, as far as the file sets it. */
  readonly linkText: Readonly<Record<string, string>>;
  readonly order: Order;
  /** The label of a submission's issue. */
  readonly label: string;
  /** The names of the labels that say where a submission is: of states that have one, or `true` for the usual ones. */
  readonly stateLabels: true | Readonly<Partial<Record<SubmissionState, string | undefined>>>;
  /** When a pull request is opened: at once, or after a maintainer's `/poweredby add`. */
  readonly open: 'automatically' | 'on-command';
  /** Messages of commits, of one line or several; `{company}` and `{project}` are replaced by the names. Others are ours. */
  readonly commit: CommitMessages;
  readonly pullRequest: PullRequestConfiguration;
  /** Whether the submitter is named as the commit's co-author. */
  readonly coAuthor: boolean;
  readonly language: Language;
  /** Submissions a day. */
  readonly quota: { readonly submitter: number; readonly repository: number };
}

/** Where a repository keeps its configuration. */
export const configurationPath = '.github/poweredby.yml';

/** Where people put it by mistake: it is never read, and they are told. */
export const misnamedConfigurationPath = '.github/poweredby.yaml';
