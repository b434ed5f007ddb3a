/**
 * Builds the unpacked extensions, `dist/chrome` and `dist/firefox`, from one tree.
 * The output depends on nothing but the sources: no time, no path, no order of the file system.
 */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build as bundle, type Plugin } from 'esbuild';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const browsers = ['chrome', 'firefox'] as const;
export type BrowserName = (typeof browsers)[number];

/** Cuts out the one place where Preact writes HTML: nothing of ours uses it, and nothing ever may. */
const noHtml: Plugin = {
  name: 'no-html',
  setup(build) {
    build.onLoad({ filter: /preact[\\/]dist[\\/]preact\.mjs$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const contents = source.replace(/\w+\.innerHTML=\w+\.__html/, '0');
      if (contents === source)
        throw new Error('Preact writes HTML in a way that is not known here.');
      return { contents, loader: 'js' };
    });
  },
};

const entries: BuildOptions = {
  absWorkingDir: root,
  entryPoints: ['background.ts', 'content.tsx', 'popup.tsx', 'report.tsx'].map(
    (file) => `src/${file}`,
  ),
  bundle: true,
  format: 'iife',
  target: ['chrome121', 'firefox142'],
  jsx: 'automatic',
  jsxImportSource: 'preact',
  loader: { '.css': 'text' },
  plugins: [noHtml],
  legalComments: 'inline',
  charset: 'utf8',
  logLevel: 'warning',
};

/** The keys of the one manifest that only one browser understands; the others warn of them. */
const onlyFor: Record<string, BrowserName> = {
  minimum_chrome_version: 'chrome',
  browser_specific_settings: 'firefox',
};

/** The manifest of one browser, from the one that both are made of. */
export function manifestFor(
  browser: BrowserName,
  source: { background: { service_worker: string; scripts: string[] }; [key: string]: unknown },
): object {
  const { service_worker, scripts } = source.background;
  const own = Object.entries(source).filter(([key]) => (onlyFor[key] ?? browser) === browser);
  return {
    ...Object.fromEntries(own),
    background: browser === 'chrome' ? { service_worker } : { scripts },
  };
}

export async function buildExtension(into = 'dist'): Promise<void> {
  const manifest = JSON.parse(await readFile(`${root}/manifest.json`, 'utf8'));
  for (const browser of browsers) {
    const folder = `${root}/${into}/${browser}`;
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await cp(`${root}/assets`, folder, { recursive: true });
    await writeFile(
      `${folder}/manifest.json`,
      `${JSON.stringify(manifestFor(browser, manifest), null, 2)}\n`,
    );
    await bundle({ ...entries, outdir: folder });
    await bundle({ ...entries, entryPoints: ['src/ui/pages.css'], loader: {}, outdir: folder });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildExtension();
}
