/** How large an SVG says that it is, in CSS pixels. */
export interface SvgSize {
  readonly width: number;
  readonly height: number;
  /** As it is in the file, or what it amounts to where there is none. */
  readonly viewBox: string;
}

/** CSS Values Level 4, “absolute lengths”; `em` and `ex` as of the initial font size. */
const pixelsPerUnit: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
  em: 16,
  rem: 16,
  ex: 8,
};

/**
 * The size of an SVG by the attributes of its root element. A percentage is of a page that does not exist: it counts as
 * missing, and a missing side follows from the viewBox. Nothing where nothing says how large the SVG is.
 */
export function svgSize(attributes: {
  readonly width?: string | undefined;
  readonly height?: string | undefined;
  readonly viewBox?: string | undefined;
}): SvgSize | undefined {
  const width = readLength(attributes.width);
  const height = readLength(attributes.height);
  const box = readViewBox(attributes.viewBox);
  if (!box) {
    if (width === undefined || height === undefined) return undefined;
    return { width, height, viewBox: `0 0 ${width} ${height}` };
  }
  const viewBox = `${box.left} ${box.top} ${box.width} ${box.height}`;
  if (width !== undefined) {
    return { width, height: height ?? (width * box.height) / box.width, viewBox };
  }
  if (height !== undefined) return { width: (height * box.width) / box.height, height, viewBox };
  return { width: box.width, height: box.height, viewBox };
}

function readLength(text: string | undefined): number | undefined {
  const match = /^\s*\+?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*([a-z]*)\s*$/i.exec(text ?? '');
  const unit = pixelsPerUnit[match?.[3]?.toLowerCase() ?? ''];
  if (!match || unit === undefined) return undefined;
  const pixels = Number(`${match[1]}${match[2] ?? ''}`) * unit;
  return pixels > 0 && Number.isFinite(pixels) ? pixels : undefined;
}

function readViewBox(text: string | undefined) {
  const numbers = (text ?? '').trim().split(/[\s,]+/);
  const [left, top, width, height] = numbers.map(Number);
  if (numbers.length !== 4 || left === undefined || top === undefined) return undefined;
  if (width === undefined || height === undefined) return undefined;
  if (![left, top, width, height].every(Number.isFinite)) return undefined;
  return width > 0 && height > 0 ? { left, top, width, height } : undefined;
}

/** What browsers give an SVG that says nothing of its size, in CSS pixels (CSS 2, “intrinsic dimensions”). */
export const usualSvgSize: SvgSize = { width: 300, height: 150, viewBox: '0 0 300 150' };
