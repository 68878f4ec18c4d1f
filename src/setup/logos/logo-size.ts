/** The side of the canvases that logos have today, and how many have it. */
export interface LogoSize {
  /** In pixels. */
  readonly size: number;
  readonly like: number;
}

const usual: LogoSize = { size: 600, like: 0 };
const least = 64;
const most = 2000;

/** How much of a file `sideOfSquare` reads. */
export const headerBytes = 24;

/** The side of a square PNG in pixels, from its header (PNG specification, 11.2.1); nothing for any other file. */
export function sideOfSquare(header: Uint8Array): number | undefined {
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  if (header.length < headerBytes || signature.some((byte, at) => header[at] !== byte)) {
    return undefined;
  }
  const view = new DataView(header.buffer, header.byteOffset);
  const width = view.getUint32(16);
  return width === view.getUint32(20) ? width : undefined;
}

/** The side that most square logos have; the larger one where two are as frequent. */
export function mostFrequentSide(sides: readonly number[]): LogoSize {
  const usable = sides.filter((side) => side >= least && side <= most);
  const groups = [...Map.groupBy(usable, (side) => side)];
  const sorted = groups.toSorted(
    ([side, all], [otherSide, others]) => others.length - all.length || otherSide - side,
  );
  const [found] = sorted;
  return found === undefined ? usual : { size: found[0], like: found[1].length };
}
