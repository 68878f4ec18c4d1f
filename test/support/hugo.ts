import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** A cell of a page's table: a text that Hugo renders, or HTML that goes to the page as it is. */
export interface RenderedCell {
  readonly kind: 'markdown' | 'html';
  readonly value: string;
}

const base = `baseURL = "https://site.example/"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404", "home", "section"]
`;

/** What Hugo is told of a site, beside what all have. */
const configurations = {
  /** Hugo's defaults, with raw HTML let through as on the pages that we edit. */
  usual: '[markup.goldmark.renderer]\nunsafe = true\n',
  /** Everything that a site may switch on; as Docsy's template, and more. */
  rich: `canonifyURLs = true
enableEmoji = true
[markup.goldmark.renderer]
unsafe = true
[markup.goldmark.parser.attribute]
block = true
title = true
[markup.goldmark.extensions]
definitionList = true
footnote = true
linkify = true
linkifyProtocol = "https"
strikethrough = true
table = true
taskList = true
typographer = false
`,
  /** Hugo's defaults: raw HTML in Markdown is left out. */
  strict: '',
} as const;

/** A page, and a resource that Hugo works on when all pages are published. */
const layout = `{{ $style := resources.FromString "style.css" "p { margin: 0 }" | resources.PostProcess -}}
<link rel="stylesheet" href="{{ $style.RelPermalink }}">
{{ .Content }}`;

/** How a shortcode shows a Markdown cell; `stream` puts all cells into the page's own Markdown. */
const renderings = {
  inline: '{{ $.Page.RenderString $cell }}',
  block: '{{ $.Page.RenderString (dict "display" "block") $cell }}',
  markdownify: '{{ $cell | emojify | markdownify }}',
  stream: '\n\n{{ $cell | safeHTML }}\n\n',
} as const;

/** How a site is built; what is not given is as on the pages that we edit. */
export interface SiteOptions {
  readonly configuration?: keyof typeof configurations;
  readonly rendering?: keyof typeof renderings;
  readonly minify?: boolean;
  /** Begins the id of every cell, from number 0 in the order of the page, and is the id of the rule behind it. */
  readonly mark?: string;
}

/** Prints a table of the page's front matter, each cell between marks of its own. */
function tableShortcode({ mark = 'cell', rendering = 'inline' }: SiteOptions): string {
  return `{{- $table := index $.Page.Params.tables (.Get 0) -}}
{{- $number := 0 -}}
<table>
{{ range $row := $table.rows }}<tr>
{{ range $column := $table.cols }}{{ $cell := index $row (lower $column.id) }}{{ if ne $cell nil -}}
<td id="${mark}-{{ $number }}">
{{- if reflect.IsMap $cell -}}
{{- if $cell.html }}{{ $cell.val | safeHTML }}{{ else }}{{ $.Page.RenderString $cell.val }}{{ end -}}
{{- else }}${renderings[rendering]}{{ end -}}
<hr id="${mark}"></td>
{{ $number = add $number 1 }}{{ end }}{{ end }}</tr>
{{ end }}</table>
`;
}

/**
 * Builds a site with the real Hugo.
 *
 * @param pages the pages' texts by their paths below the content folder, as `powered-by.md`
 * @returns the finished pages by the same paths
 * @throws what Hugo said, where the site does not build
 */
export async function buildSite(
  pages: Readonly<Record<string, string>>,
  options: SiteOptions = {},
): Promise<Readonly<Record<string, string>>> {
  const site = await mkdtemp(join(tmpdir(), 'poweredby-hugo-'));
  try {
    await writeFiles(site, {
      'config.toml': base + configurations[options.configuration ?? 'usual'],
      'layouts/_default/single.html': layout,
      'layouts/shortcodes/table_noheader.html': tableShortcode(options),
    });
    await writeFiles(join(site, 'content'), pages);
    await run(site, options.minify === true ? ['--minify'] : []);
    const finished = Object.keys(pages).map(async (path) => {
      const folder = join(site, 'public', path.replace(/\.md$/, '').toLowerCase());
      return [path, await readFile(join(folder, 'index.html'), 'utf8')] as const;
    });
    return Object.fromEntries(await Promise.all(finished));
  } finally {
    await rm(site, { recursive: true, force: true });
  }
}

/**
 * Renders cells with the real Hugo, all in one build.
 *
 * @returns each cell's HTML, in the same order
 * @throws what Hugo said, where the site does not build
 */
export async function renderCells(cells: readonly RenderedCell[]): Promise<readonly string[]> {
  // A mark that no cell can know, so that none can pretend to end.
  const mark = `cell-${randomUUID()}`;
  const rows = cells.map(({ kind, value }) =>
    kind === 'html'
      ? `      - only:\n          val: ${quote(value)}\n          html: true`
      : `      - only: ${quote(value)}`,
  );
  const page = [
    '---',
    'tables:',
    '  all:',
    '    cols:',
    '      - id: only',
    '    rows:',
    ...rows,
    '---',
    '{{< table_noheader "all" >}}',
    '',
  ].join('\n');
  const built = await buildSite({ 'cells.md': page }, { mark });
  const html = built['cells.md'] ?? '';
  let read = 0;
  return cells.map((_cell, number) => {
    const opening = `<td id="${mark}-${number}">`;
    const start = html.indexOf(opening, read);
    const end = html.indexOf(`<hr id="${mark}"></td>`, start);
    if (start === -1 || end === -1) throw new Error(`Cell ${number} is not on the page`);
    read = end;
    return html.slice(start + opening.length, end);
  });
}

/**
 * A string in YAML's double quotes. Hugo's YAML takes characters themselves but no surrogate escapes, and escapes of
 * control characters but not these themselves.
 */
function quote(value: string): string {
  return JSON.stringify(value.toWellFormed()).replace(
    /[\u007F-\u00A0\u2028\u2029\uFEFF\uFFFE\uFFFF]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

async function writeFiles(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

async function run(site: string, more: readonly string[]): Promise<void> {
  const options = ['--quiet', '--source', site, '--cacheDir', join(site, 'cache'), ...more];
  try {
    await promisify(execFile)('hugo', options, { maxBuffer: 64 * 1024 * 1024 });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`Hugo did not build the site: ${stdout}${stderr}`.trim(), { cause: error });
  }
}
