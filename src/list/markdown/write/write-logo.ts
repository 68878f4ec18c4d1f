import type { EntryValues } from '../../format.ts';
import { writeImage } from '../../image.ts';
import { encodeCellLabel } from '../../text/encode/encode-cell.ts';
import { encodeLinkDestination } from '../../text/encode/encode-link-destination.ts';
import { pictureIn, shownText } from '../shown-text.ts';
import type { FieldContext } from './field-context.ts';
import type { Sample } from './sample.ts';

/** Writes a picture like the nearest in HTML, else as Markdown has it; without a description if most have none. */
export function writeLogo(
  { company, logo }: Pick<EntryValues, 'company' | 'logo'>,
  { samples }: Pick<FieldContext, 'samples'>,
): string {
  const pictures = samples.filter(({ nodes }) => pictureIn(nodes) !== undefined);
  const isBare = ({ nodes }: Sample) => shownText(nodes) === '';
  const areBare = pictures.filter(isBare).length * 2 > pictures.length;
  const description = areBare ? '' : company;
  for (const sample of pictures) {
    const { nodes, source } = sample;
    const [node, ...more] = nodes;
    if (more.length > 0 || (areBare && !isBare(sample))) continue;
    if (node?.type === 'html' && /^<img\s/i.test(source)) {
      return writeImage(source, { company: description, logo }).replaceAll('|', '&#124;');
    }
  }
  return `![${encodeCellLabel(description)}](${encodeLinkDestination(logo)})`;
}
