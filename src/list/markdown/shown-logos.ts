import type { PhrasingContent } from 'mdast';
import { saysNothing } from '../../submission/no-answer.ts';
import { isPictureAddress } from '../../text/picture-ending.ts';
import { linksIn, pictureIn, shownText } from './shown-text.ts';

/** A name that says nothing but that pictures are below it. */
const onlyLogo = /^(?:[\w-]+ )?(?:logos?|images?|pictures?)(?: \(.*\))?$/i;

/**
 * Whether a column or label with such a word in its name is for pictures: it may ask for the permission to use a logo as well. Where the name
 * is no more than the word, one picture tells, or that there are no values yet.
 *
 * @param values what entries have there
 */
export function areLogos(name: string, values: readonly (readonly PhrasingContent[])[]): boolean {
  const filled = values.filter((nodes) => isPicture(nodes) || !saysNothing(shownText(nodes)));
  const pictures = filled.filter(isPicture).length;
  if (!onlyLogo.test(name)) return pictures * 2 > filled.length;
  return pictures > 0 || filled.length === 0;
}

/** Whether a piece of Markdown shows a picture, or has the address of one. */
function isPicture(nodes: readonly PhrasingContent[]): boolean {
  const addresses = [shownText(nodes), ...linksIn(nodes).map(({ url }) => url)];
  return pictureIn(nodes) !== undefined || addresses.some(isPictureAddress);
}
