import { type Remark, remark } from '../problem/remark.ts';
import type { Picture } from './decode-picture.ts';
import type { Content } from './find-content.ts';
import { lumaOnWhite } from './ink.ts';
import { isMostlyInk } from './optical-size.ts';
import { isVisible, type Pixels } from './pixels.ts';
import type { Svg } from './svg/read-svg.ts';

/** Enlarging by more than this looks soft. */
const softFrom = 1.5;

/** A logo whose darkest parts are lighter than this, in luma, has less than 1.7 to 1 contrast with a white page. */
const faintFrom = 200;

/** Nothing lighter than this, in luma, is seen on white at all. */
const whiteFrom = 250;

/** The darkest parts: this share of what is seen. */
const darkestShare = 0.02;

/** What a maintainer should know of how a logo came out. */
export function remarksOn({
  picture,
  content,
  scale,
}: {
  readonly picture: Picture;
  readonly content: Content;
  readonly scale: number;
}): Remark[] {
  const remarks: Remark[] = [];
  if (scale > softFrom) {
    const { width, height } = content.pixels;
    remarks.push(remark('logo-enlarged', { factor: scale.toFixed(1), width, height }));
  }
  if (!isMostlyInk(content.pixels) || isFaint(content.pixels)) {
    remarks.push(remark('logo-nearly-invisible'));
  }
  if (content.background && !isWhite(content.background)) {
    remarks.push(remark('logo-background-left-in', { colour: hexadecimal(content.background) }));
  } else if (content.isOpaque) remarks.push(remark('logo-no-transparency'));
  if (picture.isAnimated) remarks.push(remark('logo-animated'));
  if (picture.svg) remarks.push(...remarksOnSvg(picture.svg));
  return remarks;
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

function isFaint({ data }: Pixels): boolean {
  const counts = new Uint32Array(256);
  let visible = 0;
  for (let offset = 0; offset < data.length; offset += 4) {
    if (!isVisible(data[offset + 3] ?? 0)) continue;
    const luma = Math.round(lumaOnWhite(data, offset));
    counts[luma] = (counts[luma] ?? 0) + 1;
    if (luma < whiteFrom) visible += 1;
  }
  let darker = 0;
  for (let luma = 0; luma < faintFrom; luma += 1) darker += counts[luma] ?? 0;
  return darker <= visible * darkestShare;
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
