import type { Pixels } from '../pixels.ts';
import { type Background, isAlike } from './find-background.ts';

/** So far from the cleared ground a pixel may be mixed with it, in pixels. */
const edge = 2;

/**
 * Makes the flat ground around a logo transparent, from the borders inwards: what it encloses, such as the inside of an o, stays. Where
 * logo and ground are mixed, along the edges, the ground's share is taken out of the colour.
 */
export function clearGround(picture: Pixels, ground: Background): Pixels {
  const { width, height } = picture;
  const data = Uint8Array.from(picture.data);
  const distance = flood(picture, ground);
  for (let at = 0; at < width * height; at += 1) {
    const steps = distance[at] ?? 0;
    if (steps === 1) data.fill(0, at * 4, at * 4 + 4);
    else if (steps > 1) unmix(data, at * 4, ground);
  }
  return { data, width, height };
}

/** 1 for ground that can be reached from the borders, more for what is near it, 0 for all else. */
function flood({ data, width, height }: Pixels, ground: Background): Uint8Array {
  const distance = new Uint8Array(width * height);
  const reached = new Int32Array(width * height);
  let end = 0;
  const reach = (at: number, steps: number) => {
    distance[at] = steps;
    reached[end] = at;
    end += 1;
  };
  const reachGround = (at: number) => {
    if (distance[at] === 0 && isAlike(ground, data, at * 4)) reach(at, 1);
  };
  for (let x = 0; x < width; x += 1) {
    reachGround(x);
    reachGround((height - 1) * width + x);
  }
  for (let y = 0; y < height; y += 1) {
    reachGround(y * width);
    reachGround(y * width + width - 1);
  }
  for (let next = 0; next < end; next += 1) {
    for (const near of neighbours(reached[next] ?? 0, width, height)) reachGround(near);
  }
  let from = 0;
  for (let steps = 2; steps < 2 + edge; steps += 1) {
    const to = end;
    for (let next = from; next < to; next += 1) {
      for (const near of neighbours(reached[next] ?? 0, width, height)) {
        if (distance[near] === 0) reach(near, steps);
      }
    }
    from = to;
  }
  return distance;
}

function neighbours(at: number, width: number, height: number): number[] {
  const [x, y] = [at % width, Math.floor(at / width)];
  const near: number[] = [];
  if (x > 0) near.push(at - 1);
  if (x < width - 1) near.push(at + 1);
  if (y > 0) near.push(at - width);
  if (y < height - 1) near.push(at + width);
  return near;
}

/** The least opaque colour that looks the same on the ground. */
function unmix(data: Uint8Array, offset: number, ground: Background): void {
  const base = [ground.red, ground.green, ground.blue] as const;
  let alpha = 0;
  for (const [channel, under] of base.entries()) {
    const difference = (data[offset + channel] ?? 0) - under;
    const room = difference > 0 ? 255 - under : under;
    if (room > 0) alpha = Math.max(alpha, Math.abs(difference) / room);
  }
  if (alpha === 0 || alpha >= 1) return;
  for (const [channel, under] of base.entries()) {
    data[offset + channel] = Math.round(((data[offset + channel] ?? 0) - under) / alpha + under);
  }
  data[offset + 3] = Math.round(alpha * (data[offset + 3] ?? 0));
}
