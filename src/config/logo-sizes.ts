/** The side of a logo's canvas in pixels: what may be configured, and what is usual. */
export const logoSizes = { least: 64, most: 2000, usual: 600 } as const;

/** The sides of a canvas, in pixels. */
export interface CanvasSize {
  readonly width: number;
  readonly height: number;
}

/** What a logo is drawn on: a square by its side, or a canvas of two sides. In pixels. */
export type LogoSize = number | CanvasSize;

/** The sides of what a logo is drawn on. */
export function canvasSize(size: LogoSize): CanvasSize {
  return typeof size === 'number' ? { width: size, height: size } : size;
}

/** Reads `600` or `500x200`; nothing where it is neither, or a side is out of bounds. */
export function readLogoSize(text: string): LogoSize | undefined {
  const [, first, second] = /^\s*(\d{1,5})\s*(?:[x×]\s*(\d{1,5}))?\s*$/i.exec(text) ?? [];
  const sides = [first, second ?? first].map(Number);
  const [width = 0, height = 0] = sides;
  if (!sides.every((side) => side >= logoSizes.least && side <= logoSizes.most)) return undefined;
  return width === height ? width : { width, height };
}

/** Writes both sides of a canvas, as people read them. */
export function writeCanvas(size: LogoSize, between = '×'): string {
  const { width, height } = canvasSize(size);
  return `${width}${between}${height}`;
}
