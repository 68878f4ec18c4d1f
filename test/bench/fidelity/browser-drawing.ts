import { findBrowser } from '../../journeys/find-browser.ts';
import { launch } from '../../journeys/launch.ts';

/** In pixels of the longer side. */
const side = 1_200;

/** What runs in the browser: a picture's address to a PNG's, or nothing where it cannot be shown. */
const script = `async (address) => {
  const image = new Image();
  image.src = address;
  try {
    await image.decode();
  } catch {
    return null;
  }
  const [width, height] = [image.naturalWidth || 300, image.naturalHeight || 150];
  const scale = ${side} / Math.max(width, height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
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
      const drawn: string | null = await page.evaluate(`(${script})(${JSON.stringify(address)})`);
      return drawn === null ? undefined : Buffer.from(drawn.split(',')[1] ?? '', 'base64');
    },
    close: () => browser.close(),
  };
}
