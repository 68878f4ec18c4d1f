import { cut, type Pixels } from '../pixels.ts';

/** A frame must show this much more than an earlier one to be taken: of equals, the first is what its maker chose. */
const clearlyMore = 1.02;

/** Of frames one below the other, each `height` pixels high, the one that differs most from its own ground. */
export function fullestFrame(frames: Pixels, height: number): Pixels {
  let best = frameAt(frames, 0, height);
  let most = contentOf(best);
  for (let top = height; top + height <= frames.height; top += height) {
    const frame = frameAt(frames, top, height);
    const content = contentOf(frame);
    if (content <= most * clearlyMore) continue;
    most = content;
    best = frame;
  }
  return best;
}

function frameAt(frames: Pixels, top: number, height: number): Pixels {
  return cut(frames, { left: 0, top, width: frames.width, height });
}

/** How far all pixels together are from the colour in the corner, whatever that is. */
function contentOf({ data }: Pixels): number {
  const ground = shown(data, 0);
  let sum = 0;
  for (let offset = 0; offset < data.length; offset += 4) {
    const [red, green, blue, alpha] = shown(data, offset);
    sum +=
      Math.abs(red - ground[0]) +
      Math.abs(green - ground[1]) +
      Math.abs(blue - ground[2]) +
      Math.abs(alpha - ground[3]);
  }
  return sum;
}

/** A pixel's colour by its alpha, so that what nobody sees counts for nothing. */
function shown(data: Uint8Array, offset: number): readonly [number, number, number, number] {
  const alpha = data[offset + 3] ?? 0;
  const share = alpha / 255;
  return [
    (data[offset] ?? 0) * share,
    (data[offset + 1] ?? 0) * share,
    (data[offset + 2] ?? 0) * share,
    alpha,
  ];
}
