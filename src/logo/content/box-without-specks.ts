import { type Box, boundingBox, type Pixels } from '../pixels.ts';

/** A speck has no more pixels than this share of all, */
const ofAll = 0.0005;

/** or than a square of this side, as a share of the picture's longer side. */
const ofSide = 0.004;

/** And is this far from everything else, as a share of the picture's longer side. */
const apart = 0.02;

/** The smallest box around all pixels that a test accepts, but for a few stray ones far from the others. */
export function boxWithoutSpecks(
  picture: Pixels,
  accepts: (data: Uint8Array, offset: number) => boolean,
): Box | undefined {
  const box = boundingBox(picture, accepts);
  if (!box) return undefined;
  const { rows, columns, all } = countIn(picture, box, accepts);
  const longer = Math.max(picture.width, picture.height);
  const most = Math.max(all * ofAll, (longer * ofSide) ** 2);
  const gap = Math.max(2, longer * apart);
  const [top, bottom] = trimEnds(rows, most, gap);
  const [left, right] = trimEnds(columns, most, gap);
  if (bottom < top || right < left) return box;
  const kept = {
    left: box.left + left,
    top: box.top + top,
    width: right - left + 1,
    height: bottom - top + 1,
  };
  if (kept.width === box.width && kept.height === box.height) return box;
  // What was beside the specks may reach less far than they did.
  const within = (data: Uint8Array, offset: number) => {
    const [x, y] = [(offset / 4) % picture.width, Math.floor(offset / 4 / picture.width)];
    if (x < kept.left || x >= kept.left + kept.width) return false;
    return y >= kept.top && y < kept.top + kept.height && accepts(data, offset);
  };
  return boundingBox(picture, within) ?? box;
}

function countIn(
  { data, width }: Pixels,
  box: Box,
  accepts: (data: Uint8Array, offset: number) => boolean,
) {
  const rows = new Uint32Array(box.height);
  const columns = new Uint32Array(box.width);
  let all = 0;
  for (let y = 0; y < box.height; y += 1) {
    for (let x = 0; x < box.width; x += 1) {
      if (!accepts(data, ((box.top + y) * width + box.left + x) * 4)) continue;
      rows[y] = (rows[y] ?? 0) + 1;
      columns[x] = (columns[x] ?? 0) + 1;
      all += 1;
    }
  }
  return { rows, columns, all };
}

/** First and last line that is left when few pixels before a wide gap are passed over at both ends. */
function trimEnds(lines: Uint32Array, most: number, gap: number): [number, number] {
  const first = firstAfterSpecks(lines, most, gap);
  const last = lines.length - 1 - firstAfterSpecks(lines.toReversed(), most, gap);
  return [first, last];
}

function firstAfterSpecks(lines: Uint32Array, most: number, gap: number): number {
  let start = 0;
  let passed = 0;
  let empty = 0;
  for (let at = 0; at < lines.length; at += 1) {
    const count = lines[at] ?? 0;
    if (count === 0) {
      empty += 1;
      continue;
    }
    if (empty >= gap) start = at;
    empty = 0;
    passed += count;
    if (passed > most) break;
  }
  return start;
}
