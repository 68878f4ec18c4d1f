import { canvasSize, type LogoSize, writeCanvas } from '../config/logo-sizes.ts';
import { type Finding, finding, type Place } from './finding.ts';

/** What is measured of a logo file. */
export interface LogoMeasures {
  readonly format: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** The square root of the area that the visible part takes, as a share of the canvas's side, where it is known. */
  readonly visualSize?: number;
}

/** How a logo file is read and measured; nothing for a file that is not there, or no picture. */
export interface LogoReader {
  read(path: string): Promise<Uint8Array | undefined>;
  measure(bytes: Uint8Array): Promise<LogoMeasures | undefined>;
}

/** A canvas that a few pixels were cut from has still its shape. */
const shapeWithin = 0.02;

/** New logos get 0.45: others beside them begin to look too small or too large here. */
const leastVisualSize = 0.3;
const mostVisualSize = 0.65;

/**
 * Finds files that are no pictures, and pictures far from the configured canvas. One
 * after the other, for a picture may take much memory. Where most have other proportions than the canvas, logos have their own
 * here, and none is told to change them.
 */
export async function checkLogoPictures(
  paths: readonly string[],
  size: LogoSize,
  reader: LogoReader,
): Promise<Finding[]> {
  const found: Finding[] = [];
  let measured = 0;
  for (const path of paths) {
    const bytes = await reader.read(path);
    if (bytes === undefined) continue;
    const place: Place = { path };
    const measures = await reader.measure(bytes);
    if (measures === undefined) {
      found.push(finding('logo-file-unreadable', place, { file: path }));
      continue;
    }
    measured += 1;
    found.push(...judge(measures, size, place));
  }
  const others = found.filter(({ code }) => code === 'logo-file-not-square');
  return others.length * 2 > measured && measured > 1
    ? found.filter((each) => !others.includes(each))
    : found;
}

function judge({ format, width, height, visualSize }: LogoMeasures, size: LogoSize, place: Place) {
  const canvas = canvasSize(size);
  const values = { width, height, canvas: writeCanvas(size, ' × ') };
  const [across, down] = [width / canvas.width, height / canvas.height];
  if (Math.abs(across - down) > Math.max(across, down) * shapeWithin) {
    return [finding('logo-file-not-square', place, values)];
  }
  const found: Finding[] = [];
  // A vector has no pixels to be short of.
  if (format !== 'svg' && width < canvas.width / 2) {
    found.push(finding('logo-file-too-small', place, values));
  }
  if (format !== 'svg' && width > canvas.width * 2) {
    found.push(finding('logo-file-too-large', place, values));
  }
  if (visualSize === undefined) return found;
  if (visualSize === 0) return [...found, finding('logo-not-visible', place)];
  const percent = Math.round(visualSize * 100);
  if (visualSize < leastVisualSize) found.push(finding('logo-looks-small', place, { percent }));
  if (visualSize > mostVisualSize) found.push(finding('logo-looks-large', place, { percent }));
  return found;
}
