import { type Remark, remark } from '../problem/remark.ts';
import type { Content } from './content/find-content.ts';
import { isFaint, isLooselyWhite, isLostOnDark, paleness } from './contrast.ts';
import type { Picture } from './decode/decode-picture.ts';
import { inkBelow } from './ink.ts';
import type { Backgrounds } from './logo-settings.ts';
import { boundingBox, type Pixels } from './pixels.ts';
import type { Svg } from './svg/read-svg.ts';

/** Enlarging by more than this looks soft. */
const softFrom = 1.5;

/** A logo that looks smaller than this share of what was meant, is told of. */
const nearlyAsMeant = 0.9;

/** What is known of how a logo came out. */
export interface Outcome {
  readonly picture: Picture;
  readonly content: Content;
  readonly scale: number;
  readonly visualSize: number;
  /** The visual size that it should have. */
  readonly meant: number;
  readonly backgrounds: Backgrounds;
}

/** What a maintainer should know of how a logo came out. */
export function remarksOn(outcome: Outcome): Remark[] {
  const { picture, content, scale, visualSize, meant, backgrounds } = outcome;
  const remarks: Remark[] = [];
  if (scale > softFrom) {
    const { width, height } = content.pixels;
    remarks.push(remark('logo-enlarged', { factor: scale.toFixed(1), width, height }));
  }
  const isInvisible = isNearlyInvisible(content);
  if (isInvisible && backgrounds !== 'dark') remarks.push(remark('logo-nearly-invisible'));
  if (!isInvisible && visualSize < meant * nearlyAsMeant) {
    const percent = Math.round((100 * visualSize) / meant);
    remarks.push(remark('logo-looks-small', { percent }));
  }
  if (backgrounds !== 'light' && !content.isOpaque && isLostOnDark(content.pixels)) {
    remarks.push(remark('logo-nearly-invisible-on-dark'));
  }
  remarks.push(...remarksOnGround(content));
  if (picture.isAnimated) remarks.push(remark('logo-animated'));
  if (picture.svg) remarks.push(...remarksOnSvg(picture.svg));
  return remarks;
}

function remarksOnGround({ background, isOpaque, isOnCheckerboard, cleared }: Content): Remark[] {
  if (cleared) return [remark('logo-background-cleared', { colour: hexadecimal(cleared) })];
  if (isOnCheckerboard) return [remark('logo-checkerboard')];
  if (background && !isWhite(background)) {
    return [remark('logo-background-left-in', { colour: hexadecimal(background) })];
  }
  return isOpaque ? [remark('logo-no-transparency')] : [];
}

function remarksOnSvg({ hasText, leftOut, doubtful }: Svg): Remark[] {
  const remarks: Remark[] = [];
  if (hasText) remarks.push(remark('logo-svg-text'));
  if (doubtful.length > 0) remarks.push(remark('logo-svg-may-differ', { what: list(doubtful) }));
  if (leftOut.length > 0) remarks.push(remark('logo-svg-left-out', { what: list(leftOut) }));
  return remarks;
}

/** A readable number of things, each of readable length. */
function list(things: readonly string[]): string {
  const most = 5;
  const shown = things
    .slice(0, most)
    .map((thing) => (thing.length > 60 ? `${thing.slice(0, 59)}…` : thing));
  return [...shown, ...(things.length > most ? ['…'] : [])].join(', ');
}

function isNearlyInvisible({ pixels, background, isOpaque }: Content): boolean {
  if (isFaint(pixels)) return true;
  if (background || isOpaque) return false;
  return !isSpreadOut(pixels) || isLooselyWhite(pixels);
}

/** White letters leave more of their box empty than this; a card with round corners does not. */
const cardShare = 0.6;

/** Says whether what stands out from a white page takes up at least half of a logo's box, or is on a white card. */
function isSpreadOut(logo: Pixels): boolean {
  const box = boundingBox(logo, (data, offset) => paleness(data, offset) < inkBelow);
  if (!box) return false;
  return box.width * box.height >= (logo.width * logo.height) / 2 || isOnCard(logo);
}

function isOnCard({ data, width, height }: Pixels): boolean {
  let light = 0;
  for (let offset = 0; offset < data.length; offset += 4) {
    if ((data[offset + 3] ?? 0) >= 250 && paleness(data, offset) >= inkBelow) light += 1;
  }
  return light >= width * height * cardShare;
}

interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

/** JPEG's white is seldom pure. */
function isWhite({ red, green, blue }: Colour): boolean {
  return Math.min(red, green, blue) >= 250;
}

function hexadecimal({ red, green, blue }: Colour): string {
  return `#${[red, green, blue].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
