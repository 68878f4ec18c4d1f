import { sourceTreeOf } from '../../src/checkout/source-tree.ts';
import type { Result } from '../../src/problem/result.ts';
import { type SetupOptions, type SetupReport, setUp } from '../../src/setup/set-up.ts';
import { readSetupTemplates } from '../../src/written-form.ts';
import { checkoutOf, type Files } from '../support/folders.ts';
import { logoPage } from '../support/logo-page.ts';

/** The texts that set-up writes with. */
export const templates = readSetupTemplates();

type TestOptions = Partial<Omit<SetupOptions, 'templates'>>;

/** Sets up a checkout with these files. */
export async function setUpFiles(
  files: Files,
  options: TestOptions = {},
): Promise<Result<SetupReport>> {
  return setUp(sourceTreeOf(await checkoutOf(files)), { force: false, templates, ...options });
}

/** Sets up a checkout in which nothing stands in the way. */
export async function reportFor(files: Files, options?: TestOptions): Promise<SetupReport> {
  const report = await setUpFiles(files, options);
  if (!report.ok) throw new Error(JSON.stringify(report.problems));
  return report.value;
}

const companies = ['Alder Rail', 'Birch Bank', 'Cedar Foods', 'Dill Data', 'Elm Energy'];

/** A page with five companies in alphabetical order. */
export const somePage = logoPage(companies.map((name) => ({ name })));

/** The beginning of a square PNG file, as far as its size. */
export function pngHeader(width: number, height = width): Uint8Array {
  const bytes = Buffer.alloc(33);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(bytes);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

/** The logo files of some of these companies, in a folder. */
export function logoFiles(folder: string, sides: readonly number[]): Files {
  return Object.fromEntries(
    sides.map((side, index) => {
      const slug = companies[index]?.toLowerCase().replace(' ', '-');
      return [`${folder}/${slug}-logo.png`, pngHeader(side)];
    }),
  );
}

/** A Markdown table of eight companies in alphabetical order. */
export const someTable = `# Adopters

| Organization | Contact | Environment | Description of Use |
|---|---|---|---|
${['Anvil', 'Birch', 'Cedar', 'Dovetail', 'Elm', 'Fir', 'Gorse', 'Hazel']
  .map((name, at) => {
    const url = `http${at % 2 ? '' : 's'}://${name.toLowerCase()}.example`;
    const stage = at % 3 ? 'Production' : 'Testing';
    return `| [${name}](${url}) | ${at === 3 ? '' : `@${name.toLowerCase()}`} | ${stage} | Counts ${at} trees. |`;
  })
  .join('\n')}
`;

/** A Markdown list of three companies in no order. */
export const someList = `# Who uses it?

- [Anvil](https://anvil.example) - Forges reports.
- [Cedar](https://cedar.example) - Sells chests.
- [Birch](https://birch.example) - Counts trees.
`;

/** A YAML list of three companies with logos. */
export const someData = `adopters:
  - name: Anvil
    url: https://anvil.example
    logo: anvil.svg
    pinned: true
  - name: Birch
    url: https://birch.example
    logo: birch.svg
  - name: Cedar
    url: https://cedar.example
    logo: cedar.svg
`;
