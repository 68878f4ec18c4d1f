import { isVisible, type Pixels } from './pixels.ts';

/** Paler than this, on a white page, and it has less than 1.7 to 1 contrast. 0 to 255, as {@link paleness}. */
const faintFrom = 200;

/** Nothing paler than this is seen on white at all. */
const whiteFrom = 250;

/** What is this pale counts as white. */
const nearlyWhite = 240;

/** The darkest parts: this share of what is seen. */
const darkestShare = 0.02;

/** So much white, as a share of what is seen, is a part of the logo. */
const whiteShare = 0.3;

/** Darker than this, and it holds white together: a fringe around letters does not. */
const firmBelow = 150;

/** How far a fringe reaches, in pixels. */
const fringe = 2;

/** On a dark page, what is darker than this is hardly seen: as luma, 0 to 255. */
const darkBelow = 60;

/** So much of it, as a share of what is seen, and a dark page hardly shows the logo. */
const darkShare = 0.5;

/** How pale a pixel is on a white page: its least channel, 0 to 255. Yellow is light, but not pale. */
export function paleness(data: Uint8Array, offset: number): number {
  const alpha = data[offset + 3] ?? 0;
  const least = Math.min(data[offset] ?? 0, data[offset + 1] ?? 0, data[offset + 2] ?? 0);
  return 255 + ((least - 255) * alpha) / 255;
}

/** Says whether hardly anything of a logo is dark enough to be seen on a white page. */
export function isFaint({ data }: Pixels): boolean {
  let visible = 0;
  let darker = 0;
  for (let offset = 0; offset < data.length; offset += 4) {
    if (!isVisible(data[offset + 3] ?? 0)) continue;
    const pale = paleness(data, offset);
    if (pale < whiteFrom) visible += 1;
    if (pale < faintFrom) darker += 1;
  }
  return darker <= visible * darkestShare;
}

/**
 * Says whether much of a logo is white with nothing dark around it: white letters on transparency, with a soft fringe or without
 * one. White within a dark shape is none of that.
 */
export function isLooselyWhite({ data, width, height }: Pixels): boolean {
  let visible = 0;
  let white = 0;
  let edges = 0;
  let firm = 0;
  const isWhite = (offset: number) =>
    (data[offset + 3] ?? 0) >= 128 && paleness(data, offset) >= nearlyWhite;
  const steps = [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ] as const;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const offset = (y * width + x) * 4;
      if (isVisible(data[offset + 3] ?? 0)) visible += 1;
      if (!isWhite(offset)) continue;
      white += 1;
      for (const [across, down] of steps) {
        const near = offsetAt(x + across, y + down);
        if (near !== undefined && isWhite(near)) continue;
        edges += 1;
        if (isFirm(x, y, across, down)) firm += 1;
      }
    }
  }
  return white > visible * whiteShare && firm < edges / 2;

  function offsetAt(x: number, y: number): number | undefined {
    return x < 0 || y < 0 || x >= width || y >= height ? undefined : (y * width + x) * 4;
  }

  /** What is past a fringe: a thin grey line around white is no dark shape. */
  function isFirm(x: number, y: number, across: number, down: number): boolean {
    const beyond = offsetAt(x + across * (fringe + 1), y + down * (fringe + 1));
    return beyond !== undefined && paleness(data, beyond) < firmBelow;
  }
}

/** Says whether most of a logo is too dark to be seen on a dark page. */
export function isLostOnDark(pixels: Pixels): boolean {
  return hiddenOnDark(pixels) > darkShare;
}

/** How much of what is seen of a logo is too dark to be seen on a dark page, from 0 to 1. */
export function hiddenOnDark({ data }: Pixels): number {
  let visible = 0;
  let dark = 0;
  for (let offset = 0; offset < data.length; offset += 4) {
    if ((data[offset + 3] ?? 0) < 128) continue;
    visible += 1;
    if (Math.max(data[offset] ?? 0, data[offset + 1] ?? 0, data[offset + 2] ?? 0) < darkBelow)
      dark += 1;
  }
  return visible === 0 ? 0 : dark / visible;
}
