import type { LogoSize } from '../config/logo-sizes.ts';

/** The pages that logos are on. */
export type Backgrounds = 'light' | 'dark' | 'both';

/** How a project wants its logos. */
export interface LogoSettings {
  readonly size: LogoSize;
  /** An SVG stays one, where that can be. Else, and where left out, every logo is a PNG. */
  readonly keepSvg?: boolean;
  /** Left out: light. */
  readonly backgrounds?: Backgrounds;
  /** A flat pale background becomes transparent. */
  readonly clearBackground?: boolean;
}

/** Settings of which only the side of a square canvas, in pixels, is not usual. */
export function settingsOf(given: LogoSettings | number): LogoSettings {
  return typeof given === 'number' ? { size: given } : given;
}

/** Equal for settings with which every picture becomes the same logo, and for no others. */
export function settingsKey(settings: LogoSettings): string {
  return JSON.stringify(logoSettings(settings));
}

/**
 * The settings alone, in one order, of something that has more.
 *
 * @param backgrounds of a logo that has another beside it for other pages
 */
export function logoSettings(
  { size, keepSvg = false, backgrounds: usual = 'light', clearBackground = false }: LogoSettings,
  backgrounds = usual,
): LogoSettings {
  return { size, keepSvg, backgrounds, clearBackground };
}
