import type { LogoSize } from './logo-sizes.ts';

/** Where logo files go and how pages name them. */
export interface LogoConfiguration {
  /** Folder of the logo files, from the repository's root. */
  readonly directory: string;
  /** What a page writes before the file's name in `src`. */
  readonly url: string;
  /** The file's name; `{slug}` stands for the company. */
  readonly file: string;
  /** Of the canvas, in pixels: the side of a square, or two sides. */
  readonly size: LogoSize;
  /** A logo that comes as SVG stays one where that can be. Left out: every logo becomes a PNG. */
  readonly keepSvg?: boolean;
  /** The pages that logos stand on. Left out: light ones. */
  readonly backgrounds?: 'light' | 'dark' | 'both';
  /** A flat pale background of a logo becomes transparent. */
  readonly clearBackground?: boolean;
}

/** How a new company finds its place: at the next free slot, or by its name. */
export type Order = 'append' | 'alphabetical';

/** The languages in which we write to people. */
export const languages = ['en', 'zh'] as const;

export type Language = (typeof languages)[number];

/** A repository's `.github/poweredby.yml`, checked and with every default filled in. */
export interface Configuration {
  /** The locales in the order of the file; the first is the source locale. */
  readonly locales: readonly string[];
  /** The locale in which a company describes itself. */
  readonly sourceLocale: string;
  /** Each locale's page, from the repository's root. */
  readonly pages: Readonly<Record<string, string>>;
  /** The key under `tables:` in a page's front matter. */
  readonly table: string;
  /** The project's name, as sentences use it. */
  readonly project: string;
  readonly logo: LogoConfiguration;
  /** Text of the link where a company gave none, as far as the file sets it. */
  readonly linkText: Readonly<Record<string, string>>;
  readonly order: Order;
  /** The label of a submission's issue. */
  readonly label: string;
  /** When a pull request is opened: at once, or after a maintainer's `/poweredby add`. */
  readonly open: 'automatically' | 'on-command';
  /** The commit's message; `{company}` and `{project}` stand for the names. */
  readonly commit: string;
  readonly language: Language;
  /** Submissions a day. */
  readonly quota: { readonly submitter: number; readonly repository: number };
}

/** What sentences call a project whose name is not configured. */
export const unnamedProject = 'this project';

/** Where a repository keeps its configuration. */
export const configurationPath = '.github/poweredby.yml';
