// Builds everything of src/ into out/ with one esbuild call (called by modeling/bundle.py).
import { readFile } from 'node:fs/promises';

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
