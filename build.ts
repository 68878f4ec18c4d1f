import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { configurationJsonSchema } from './src/config/json-schema.ts';

/** The ISC licence in the words of the Open Source Initiative. */
const isc = (...holders: readonly string[]) => `ISC License

${holders.map((holder) => `Copyright (c) ${holder}`).join('\n')}

Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted,
provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL
IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN
ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
THIS SOFTWARE.`;

/** The licences of packages that leave the text out, with the holders that their repositories name. */
const licencesNotShipped: Readonly<Record<string, string>> = {
  // Forked from sax, whose author its licence names beside its own.
  saxes: isc('Louis-Dominique Dubeau and Contributors', 'Isaac Z. Schlueter and Contributors'),
};

/** An installed package has no playground: that is made of what only a clone brings. */
const withoutPlayground: Plugin = {
  name: 'without-playground',
  setup({ onResolve }) {
    const elsewhere = join(import.meta.dirname, 'src/cli/no-playground.ts');
    onResolve({ filter: /cli\/playground\.ts$/ }, () => ({ path: elsewhere }));
  },
};

// One file instead of several hundred small ones is what makes the command line start fast; the chunks keep apart
// what only one command needs.
const outdir = process.argv[2] ?? 'dist';
await rm(outdir, { recursive: true, force: true });
const { metafile } = await build({
  metafile: true,
  entryPoints: { cli: 'src/cli.ts', child: 'src/logo/child.ts' },
  outdir,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  // sharp brings programs of its own; what only the server needs does not have to start fast.
  external: ['sharp', 'probot', 'prom-client'],
  plugins: [withoutPlayground],
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  // Packages in the older module format expect a `require`.
  banner: {
    js: "import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);",
  },
});

const schema = JSON.stringify(configurationJsonSchema(), null, 2);
await writeFile(join(outdir, 'poweredby.schema.json'), `${schema}\n`);
await writeFile(join(outdir, 'LICENCES.txt'), await licencesOf(Object.keys(metafile.inputs)));

/** The licences of the packages that the bundle holds, as they ask to be passed on. */
async function licencesOf(inputs: readonly string[]): Promise<string> {
  const packages = inputs.flatMap(
    (path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? [],
  );
  const texts = [...new Set(packages)].sort().map(async (name) => {
    const text = (await shippedLicence(name)) ?? licencesNotShipped[name];
    if (text === undefined) throw new Error(`${name} ships no licence: add it to this script`);
    return `${name}\n${'='.repeat(name.length)}\n\n${text.trim()}\n`;
  });
  return (await Promise.all(texts)).join('\n\n');
}

/** The texts that a package names as its licence, one below the other. */
async function shippedLicence(name: string): Promise<string | undefined> {
  const folder = join('node_modules', name);
  const files = (await readdir(folder)).filter((file) => /^licen[cs]e(?![a-z])/i.test(file)).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return files.length > 0 ? texts.join('\n\n') : undefined;
}
