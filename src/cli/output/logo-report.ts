import { writeFile } from 'node:fs/promises';
import type { NormalizedLogo } from '../../logo/normalize-logo.ts';
import type { SheetRow } from '../../logo/output/contact-sheet.ts';
import { loadTemplates } from '../../templates.ts';
import { describeRemark } from '../../words/describe-remark.ts';
import { phrase } from './phrases.ts';
import { logoLine } from './proposal-lines.ts';
import { print, printable, styled } from './terminal.ts';

/** What became of a logo, and what a maintainer would be told of it. */
export function logoLines(logo: NormalizedLogo): string[] {
  const templates = loadTemplates('en');
  const remarks = logo.remarks.map(
    (each) => `${styled('yellow', '!')} ${printable(describeRemark(each, templates).message)}`,
  );
  return [`  ${logoLine(logo, { language: 'en' })}`, ...remarks];
}

/** Writes a contact sheet, and says where it is. */
export async function writeSheet(path: string, rows: readonly SheetRow[]): Promise<void> {
  const { contactSheet } = await import('../../logo/output/contact-sheet.ts');
  await writeFile(path, await contactSheet(rows));
  print(phrase('en', 'sheet-written', { path }));
}
