import { sharp } from '../load-sharp.ts';
import { toPixels } from './decode-raster.ts';

let answer: Promise<boolean> | undefined;

/** Says whether this machine can draw letters: without fonts each is the same empty box. */
export function hasFonts(): Promise<boolean> {
  answer ??= findOut();
  return answer;
}

async function findOut(): Promise<boolean> {
  const [one, other] = await Promise.all(['i', 'M'].map(drawLetter));
  return one !== undefined && other !== undefined && !Buffer.from(one).equals(other);
}

async function drawLetter(letter: string): Promise<Uint8Array> {
  const text = `<text x="4" y="24" font-size="20" font-family="sans-serif">${letter}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32">${text}</svg>`;
  return (await toPixels(sharp(Buffer.from(svg)))).data;
}
