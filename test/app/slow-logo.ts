import type { Upload } from '../../src/emulator/files.ts';

/** A small drawing that takes longer than a logo may take. @param number makes it another picture */
export function slowLogo(number: number): Upload {
  const steps = '<feTurbulence baseFrequency="0.03" numOctaves="9"/>'.repeat(160);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300">
<filter id="f">${steps}</filter>
<rect x="50" y="50" width="${200 - number}" height="200" fill="#123456" filter="url(#f)"/></svg>`;
  return { name: 'slow.svg', type: 'image/svg+xml', bytes: Buffer.from(svg) };
}
