// Builds everything of src/ into out/ with one esbuild call (called by modeling/bundle.py).
import { copyFile, mkdir, readdir, readFile, rm } from 'node:fs/promises';

import { build } from 'esbuild';

import { translateViewer } from './form_words.mjs';

const patchFormViewer = {
  name: 'patch-form-viewer',
  setup(call) {
    call.onLoad({ filter: /form-js-viewer[\\/]dist[\\/]index\.es\.js$/ }, async ({ path }) => ({
      contents: translateViewer(await readFile(path, 'utf8')),
      loader: 'js',
    }));
  },
};

const pages = ['diagram.js', 'form.js', 'htmx.js', 'style.css'];
const inPython = ['validate_form.js', 'form_lint.js', 'lint.js'];

await build({
  entryPoints: [...pages, ...inPython].map((name) => `src/${name}`),
  outdir: 'out',
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'linked',
  loader: { '.woff': 'empty', '.woff2': 'empty', '.ttf': 'empty', '.eot': 'empty', '.svg': 'dataurl' },
  plugins: [patchFormViewer],
  logLevel: 'warning',
});

// The type that documents are printed with (printing/typesetting.py). The package holds eight
// weights of 15 MB; only what is printed is kept.
const family = 'node_modules/@expo-google-fonts/noto-serif-sc';
const weights = ['400Regular', '700Bold'];
await mkdir('out/fonts', { recursive: true });
for (const weight of weights) {
  await copyFile(`${family}/${weight}/NotoSerifSC_${weight}.ttf`, `out/fonts/NotoSerifSC_${weight}.ttf`);
}
await copyFile(`${family}/LICENSE_FONT`, 'out/fonts/OFL.txt');
for (const entry of await readdir(family, { withFileTypes: true })) {
  if (entry.isDirectory() && !weights.includes(entry.name)) {
    await rm(`${family}/${entry.name}`, { recursive: true });
  }
}
