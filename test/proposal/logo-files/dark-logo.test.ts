import { describe, expect, it } from 'vitest';
import { openPages } from '../../../src/proposal/open-pages.ts';
import { type EntryRequest, proposeEntry } from '../../../src/proposal/propose-entry.ts';
import { proposeRemoval } from '../../../src/proposal/propose-removal.ts';
import { configurationOf } from '../../submission/configuration.ts';

const configuration = configurationOf(`pages: {en: adopters.yaml}
format: yaml-list
fields:
  name: {role: name}
  logo_dark: {role: logo-dark}
  logo_light: {role: logo}
logo: {directory: logos, url: /logos, file: "{slug}-light.png"}
`);
const both = `- name: Alder
  logo_dark: /logos/alder-dark.png
  logo_light: /logos/alder-light.png
- name: Elm
  logo_dark: /logos/elm-light.png
  logo_light: /logos/elm-light.png
`;
const files = ['logos/alder-dark.png', 'logos/alder-light.png', 'logos/elm-light.png'];
const [light, dark] = [Uint8Array.of(1), Uint8Array.of(2)];

interface Wanted extends Partial<EntryRequest> {
  readonly company: string;
  readonly text?: string;
}

async function pagesOf(text: string) {
  const opened = await openPages({ pages: { en: { text } }, logos: [] }, configuration);
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  return opened.value;
}

async function propose({ company, text = both, ...request }: Wanted) {
  const pages = await pagesOf(text);
  const proposal = proposeEntry({
    ...{ submission: { company, texts: {} }, pages, logos: files, configuration },
    ...{ logo: undefined, date: '2026-03-04', defaultLinkTexts: { en: '' } },
    ...request,
  });
  if (!proposal.ok) return { problems: proposal.problems.map(({ code }) => code) };
  const { changes, remarks, edits } = proposal.value;
  return {
    page: edits['en']?.text,
    files: Object.fromEntries(
      changes.flatMap(({ path, content }) =>
        path === 'adopters.yaml' ? [] : [[path, content as Uint8Array | undefined]],
      ),
    ),
    remarks: remarks.map(({ code }) => code),
  };
}

describe('a list with logos for light and for dark pages', () => {
  it('gets both of a new company, each with its own file, in the order of its neighbours', async () => {
    const { page, files } = await propose({ company: 'Fir', logo: light, darkLogo: dark });
    expect(page).toBe(
      `${both}- name: Fir\n  logo_dark: /logos/fir-dark.png\n  logo_light: /logos/fir-light.png\n`,
    );
    expect(files).toEqual({ 'logos/fir-light.png': light, 'logos/fir-dark.png': dark });
  });

  it('shows the only logo of a company on all pages where every entry has both', async () => {
    const { page, files } = await propose({ company: 'Fir', logo: light });
    expect(page).toContain('logo_dark: /logos/fir-light.png\n  logo_light: /logos/fir-light.png');
    expect(files).toEqual({ 'logos/fir-light.png': light });
  });

  it('leaves out what was not given where others leave it out too', async () => {
    const text = both.replace('  logo_dark: /logos/elm-light.png\n', '');
    const { page } = await propose({ company: 'Fir', text, logo: light });
    expect(page).toBe(`${text}- name: Fir\n  logo_light: /logos/fir-light.png\n`);
  });

  it('replaces either alone, and no file that is still shown', async () => {
    expect(await propose({ company: 'Alder', darkLogo: dark })).toMatchObject({
      page: both,
      files: { 'logos/alder-dark.png': dark },
    });
    expect(await propose({ company: 'Alder', logo: light })).toEqual({
      page: both,
      files: { 'logos/alder-light.png': light },
      remarks: [],
    });
    const { page, files } = await propose({ company: 'Elm', darkLogo: dark });
    expect(page).toBe(both.replace('elm-light', 'elm-dark'));
    expect(files).toEqual({ 'logos/elm-dark.png': dark });
  });

  it('writes over no file of another company, nor one that nobody names', async () => {
    const taken = both.replace('/logos/alder-dark.png', '/logos/fir-dark.png');
    const refused = await propose({ company: 'Fir', text: taken, logo: light, darkLogo: dark });
    expect(refused).toEqual({ problems: ['company-slug-taken'] });
    const logos = [...files, 'logos/fir-dark.png'];
    const renamed = await propose({ company: 'Fir', logos, logo: light, darkLogo: dark });
    expect(renamed.remarks).toEqual(['logo-file-renamed']);
    expect(Object.keys(renamed.files ?? {})).toEqual([
      'logos/fir-light.png',
      expect.stringMatching(/^logos\/fir-\w+-dark\.png$/),
    ]);
  });

  it('loses both files with an entry', async () => {
    const pages = await pagesOf(both);
    const request = { company: 'Alder', leaveGap: false, pages, logos: files, configuration };
    const removal = proposeRemoval(request);
    const removed = removal.ok ? removal.value.changes.slice(1).map(({ path }) => path) : [];
    expect(removed.toSorted()).toEqual(['logos/alder-dark.png', 'logos/alder-light.png']);
  });

  it('is what a second picture needs: elsewhere it is told that nothing shows it', async () => {
    const text = '- name: Alder\n  logo_light: /logos/alder-light.png\n';
    const pages = await openPages(
      { pages: { en: { text } }, logos: [] },
      { ...configuration, fields: {} },
    );
    if (!pages.ok) throw new Error('The list is refused');
    const { remarks } = await propose({
      ...{ company: 'Fir', logo: light, darkLogo: dark, pages: pages.value },
    });
    expect(remarks).toEqual(['logo-dark-not-shown']);
  });

  it.each([
    ['{slug}-light.png', 'fir-dark.png'],
    ['{slug}-logo.png', 'fir-logo-dark.png'],
    ['{slug}-highlight.png', 'fir-highlight-dark.png'],
  ])('names the second file for the pattern %s %s', async (file, name) => {
    const named = { ...configuration, logo: { ...configuration.logo, file } };
    const { files } = await propose({
      company: 'Fir',
      logo: light,
      darkLogo: dark,
      configuration: named,
    });
    expect(Object.keys(files ?? {})).toContain(`logos/${name}`);
  });

  it('has the name for the second file that the configuration gives', async () => {
    const logo = { ...configuration.logo, darkFile: 'night-{slug}.png' };
    const { files } = await propose({
      ...{ company: 'Fir', logo: light, darkLogo: dark },
      configuration: { ...configuration, logo },
    });
    expect(Object.keys(files ?? {})).toContain('logos/night-fir.png');
  });
});
