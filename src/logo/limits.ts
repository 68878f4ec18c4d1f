/** What a logo may be. Past these a picture costs more to draw than any logo is worth, or is none. */
export const logoLimits = {
  /** Of the file as it came. */
  bytes: 5 * 1024 * 1024,
  /** Of the whole picture, once decoded. */
  pixels: 24_000_000,
  /** Least longer side of a pixel picture, in pixels: that of the smallest icons. Small ones are shown small, and told of. */
  longerSide: 16,
  /** Longer side of the visible part of a pixel picture, in pixels. */
  visibleSide: 12,
  /** Longer side over shorter side: past it nothing but a line would be seen. */
  aspectRatio: 50,
  svgBytes: 2 * 1024 * 1024,
  /** Of what is drawn. */
  svgElements: 20_000,
  /** Of elements in each other. */
  svgDepth: 200,
  /** Of drawing one logo, in milliseconds of a processor's time. */
  time: 10_000,
  /** Until a drawing is given up that gets no processor, in milliseconds. */
  patience: 60_000,
  /** Of the drawing process, in bytes. */
  memory: 512 * 1024 * 1024,
} as const;
