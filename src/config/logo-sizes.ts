/** The side of a logo's canvas in pixels: what may be configured, and what is usual. */
export const logoSizes = { least: 64, most: 2000, usual: 600 } as const;
