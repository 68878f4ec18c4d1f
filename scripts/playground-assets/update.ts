import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { normalizeLogo } from '../../src/logo/normalize-logo.ts';
import { iconNames } from '../../src/playground/web/components/icon-names.ts';
import { coloursUsed, sliceColours } from './colours.ts';

/**
 * Regenerates what the playground keeps of other packages and of drawings: the colours that its stylesheet names, the icons
 * that its pages name, and the demo's logos, drawn by our own logo room. Run it after one of these has changed:
 *
 *     npm run update:playground-assets
 */

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'src/playground');
const modules = join(root, 'node_modules/@primer');
const themes = join(modules, 'primitives/dist/css/functional/themes');

/** The side of the demo's logos, in pixels. */
const logoSize = 400;

const style = await readFile(join(folder, 'assets/style.css'), 'utf8');
const light = await readFile(join(themes, 'light.css'), 'utf8');
const dark = await readFile(join(themes, 'dark.css'), 'utf8');
const used = coloursUsed(style);
await writeFile(
  join(folder, 'assets/colours.css'),
  [
    '/* Made by scripts/playground-assets from @primer/primitives (MIT, GitHub Inc.): the colours that style.css names. */',
    `:root {\n  color-scheme: light dark;\n${sliceColours(light, used)}\n}`,
    `@media (prefers-color-scheme: dark) {\n:root {\n${sliceColours(dark, used)}\n}\n}`,
    '',
  ].join('\n'),
);

const icons: Record<string, string> = {};
for (const name of iconNames) {
  const drawing = await readFile(join(modules, `octicons/build/svg/${name}-16.svg`), 'utf8');
  icons[name] = drawing.replace(/^<svg[^>]*>|<\/svg>\s*$/g, '');
}
await writeFile(join(folder, 'assets/icons.json'), `${JSON.stringify(icons, null, 2)}\n`);

const artwork = join(folder, 'demo/artwork');
for (const file of await readdir(artwork)) {
  const logo = await normalizeLogo(await readFile(join(artwork, file)), { size: logoSize });
  if (!logo.ok) throw new Error(`${file}: ${logo.problems.map(({ code }) => code).join(', ')}`);
  const name = `${parse(file).name}-logo.png`;
  await writeFile(join(folder, 'demo/millrace/docs/static/img/poweredby', name), logo.value.png);
}
