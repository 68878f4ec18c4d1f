import { globSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { configurationJsonSchema } from './src/config/json-schema.ts';

/**
 * gray-matter's YAML reader offers to evaluate JavaScript in a page, and brings a whole JavaScript parser for it. It
 * does without where that parser is missing, and so do we, gladly.
 */
const withoutJavaScriptParser: Plugin = {
  name: 'without-javascript-parser',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^esprima$/ }, ({ path }) => ({ path, namespace: 'left-out' }));
    onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: '' }));
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
  external: ['sharp'],
  plugins: [withoutJavaScriptParser],
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
    const [file] = globSync(`node_modules/${name}/{LICENSE,LICENCE,license}{,.md,.txt,-MIT}`);
    const text =
      file === undefined ? 'Its package.json names its licence.' : await readFile(file, 'utf8');
    return `${name}\n${'='.repeat(name.length)}\n\n${text.trim()}\n`;
  });
  return (await Promise.all(texts)).join('\n\n');
}
