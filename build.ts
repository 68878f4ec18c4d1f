import { copyFile, cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { configurationJsonSchema } from './src/config/json-schema.ts';

/** Installed packages stay outside the bundle, so that what is audited and updated is what runs; but for this one. */
const compiledIn = 'zod';

/** Compiles one package in: its 95 files would take a fifth of a short command's time, and most of what they hold is dropped. */
const withZod: Plugin = {
  name: 'with-zod',
  setup({ onResolve }) {
    onResolve({ filter: /^zod$/ }, () => ({
      path: fileURLToPath(import.meta.resolve(compiledIn)),
    }));
  },
};

/** What is read at run time from beside the code that reads it; in the bundle, from beside that. */
const files = {
  'src/playground/assets': 'assets',
  'src/playground/demo/millrace': 'demo/millrace',
  'src/playground/demo/penstock': 'demo/penstock',
  'src/playground/demo/samples': 'demo/samples',
  'src/emulator/schemas/rest.json': 'rest.json',
  'src/emulator/schemas/webhooks.json': 'webhooks.json',
  'node_modules/@octokit/graphql-schema/schema.graphql': 'schema.graphql',
};

// Few files instead of several hundred small ones make the command line start fast; the chunks keep apart what only one
// command needs.
const outdir = process.argv[2] ?? 'dist';
await rm(outdir, { recursive: true, force: true });
const { metafile } = await build({
  metafile: true,
  entryPoints: { cli: 'src/bin.ts', app: 'src/app/app.ts', child: 'src/logo/process/child.ts' },
  outdir,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  packages: 'external',
  plugins: [withZod],
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
});
const foreign = Object.keys(metafile.inputs).find(
  (path) => path.includes('node_modules/') && !path.startsWith(`node_modules/${compiledIn}/`),
);
if (foreign !== undefined) throw new Error(`The bundle is to hold our own code: ${foreign}`);

for (const [from, to] of Object.entries(files)) {
  await cp(from, join(outdir, to), { recursive: true });
}
const schema = JSON.stringify(configurationJsonSchema(), null, 2);
await writeFile(join(outdir, 'poweredby.schema.json'), `${schema}\n`);
await copyFile(`node_modules/${compiledIn}/LICENSE`, join(outdir, `LICENSE-${compiledIn}.txt`));
