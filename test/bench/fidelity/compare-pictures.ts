import sharp from 'sharp';

/** Side of what is compared, in blocks; fine edges fall into one of them. */
const blocks = 75;

/** A block that differs by more than this in a channel shows something else. */
const clearly = 48;

/** How far two drawings of one picture may be apart, in blocks. */
const shifts = [-1, 0, 1] as const;

/**
 * How much of two pictures of one size is different to the eye: the share of blocks with something to see whose colour is clearly
 * another, on a white page or on a grey one, wherever within a little the one is laid on the other.
 */
export async function differenceOf(one: Uint8Array, other: Uint8Array): Promise<number> {
  const pages = ['#ffffff', '#808080'];
  const shares = await Promise.all(
    pages.map(async (page) => differenceOn(await blocksOf(one, page), await blocksOf(other, page))),
  );
  return Math.max(...shares);
}

async function blocksOf(png: Uint8Array, background: string): Promise<Uint8Array> {
  const flat = await sharp(png)
    .flatten({ background })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = flat.info;
  return sharp(flat.data, { raw: { width, height, channels } })
    .toColourspace('srgb')
    .resize(blocks, blocks, { fit: 'fill', kernel: 'linear' })
    .raw()
    .toBuffer();
}

function differenceOn(one: Uint8Array, other: Uint8Array): number {
  const [forth, back] = [unmatched(one, other), unmatched(other, one)];
  const seen = Math.max(shownIn(one), shownIn(other), 1);
  return Math.max(forth, back) / seen;
}

/** How many blocks of one have no like among the near ones of the other. */
function unmatched(one: Uint8Array, other: Uint8Array): number {
  let count = 0;
  for (let y = 0; y < blocks; y += 1) {
    for (let x = 0; x < blocks; x += 1) {
      const isMatched = shifts.some((down) =>
        shifts.some((across) => isLike(one, x, y, other, x + across, y + down)),
      );
      if (!isMatched) count += 1;
    }
  }
  return count;
}

function isLike(
  one: Uint8Array,
  x: number,
  y: number,
  other: Uint8Array,
  otherX: number,
  otherY: number,
): boolean {
  if (otherX < 0 || otherY < 0 || otherX >= blocks || otherY >= blocks) return false;
  const [at, otherAt] = [(y * blocks + x) * 3, (otherY * blocks + otherX) * 3];
  return [0, 1, 2].every(
    (channel) => Math.abs((one[at + channel] ?? 0) - (other[otherAt + channel] ?? 0)) <= clearly,
  );
}

/** How many blocks are not as the corner is, which is the page. */
function shownIn(picture: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < picture.length; at += 3) {
    const isPage = [0, 1, 2].every(
      (channel) => Math.abs((picture[at + channel] ?? 0) - (picture[channel] ?? 0)) <= 8,
    );
    if (!isPage) count += 1;
  }
  return count;
}
