import { findBrowser } from '../../journeys/find-browser.ts';
import { launch } from '../../journeys/launch.ts';

/** Of a vector, in pixels of the longer side. */
const side = 1_200;

/**
 * What runs in the browser: a picture's address to a PNG's, or nothing where it cannot be shown. A small part of a large canvas is
 * drawn again, larger.
 */
const script = `async (address, isVector) => {
  const image = new Image();
  image.src = address;
  try {
    await image.decode();
  } catch {
    return null;
  }
  const [width, height] = [image.naturalWidth || 300, image.naturalHeight || 150];
  const scale = isVector ? ${side} / Math.max(width, height) : 1;
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.imageSmoothingQuality = 'high';
  const draw = (left, top, zoom) => {
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, -left * zoom, -top * zoom, canvas.width * zoom, canvas.height * zoom);
  };
  draw(0, 0, 1);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  let [left, top, right, bottom] = [canvas.width, canvas.height, -1, -1];
  for (let at = 3; at < data.length; at += 4) {
    if (data[at] < 12) continue;
    const [x, y] = [((at - 3) / 4) % canvas.width, Math.floor((at - 3) / 4 / canvas.width)];
    left = Math.min(left, x); right = Math.max(right, x); top = Math.min(top, y); bottom = y;
  }
  const zoom = Math.min(canvas.width / (right - left + 9), canvas.height / (bottom - top + 9));
  if (isVector && right >= left && zoom > 2) draw(left - 4, top - 4, zoom);
  return canvas.toDataURL('image/png');
}`;

/** A browser that draws pictures. */
export interface BrowserDrawing {
  /** The picture as PNG on a transparent canvas; nothing where the browser cannot show it. */
  draw(bytes: Uint8Array, mediaType: string): Promise<Uint8Array | undefined>;
  close(): Promise<void>;
}

/** Starts Chromium; nothing where there is none. */
export async function openBrowserDrawing(): Promise<BrowserDrawing | undefined> {
  const program = findBrowser();
  if (program === undefined) return undefined;
  const browser = await launch(program);
  const page = await browser.newPage();
  return {
    draw: async (bytes, mediaType) => {
      const address = `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`;
      const drawn: string | null = await page.evaluate(
        `(${script})(${JSON.stringify(address)}, ${mediaType === 'image/svg+xml'})`,
      );
      return drawn === null ? undefined : Buffer.from(drawn.split(',')[1] ?? '', 'base64');
    },
    close: () => browser.close(),
  };
}
