/**
 * Builds the unpacked extensions, `dist/chrome` and `dist/firefox`, from one tree; with `--watch`
 * again after every change. The output depends on nothing but the sources: no time, no path, no
 * order of the file system.
 */
import { watch } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build as bundle } from 'esbuild';
import { noHtml, polyfillAsModule, styleAsText, workedOut } from './plugins.ts';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const browsers = ['chrome', 'firefox'] as const;
export type BrowserName = (typeof browsers)[number];

/** The files of an extension: what is in them, by path. */
export type Files = Map<string, Uint8Array>;

const shared = {
  absWorkingDir: root,
  outdir: 'out',
  bundle: true,
  write: false,
  metafile: true,
  target: ['chrome121', 'firefox142'],
  legalComments: 'inline',
  charset: 'utf8',
  minify: true,
  logLevel: 'warning',
} satisfies BuildOptions;

const scripts = {
  ...shared,
  entryPoints: ['background.ts', 'content.tsx', 'popup.tsx', 'report.tsx'].map(
    (file) => `src/${file}`,
  ),
  format: 'iife',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  plugins: [noHtml, workedOut, polyfillAsModule, styleAsText],
} satisfies BuildOptions;

const styles = { ...shared, entryPoints: ['src/ui/pages.css'] } satisfies BuildOptions;

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

export interface Build {
  version: string;
  /** What goes into each browser's extension. */
  files: Record<BrowserName, Files>;
  /** The files that were put together, relative to the project; not those that `plugins.ts` worked out. */
  sources: string[];
}

/** Builds both extensions in memory. */
export async function build(): Promise<Build> {
  const manifest = JSON.parse(await readFile(join(root, 'manifest.json'), 'utf8'));
  const results = await Promise.all([bundle(scripts), bundle(styles)]);
  const common = await contentsOf(join(root, 'assets'));
  for (const { path, contents } of results.flatMap(({ outputFiles }) => outputFiles)) {
    common.set(nameIn(join(root, shared.outdir), path), contents);
  }
  const filesFor = (browser: BrowserName): Files => {
    const text = `${JSON.stringify(manifestFor(browser, manifest), null, 2)}\n`;
    return new Map(common).set('manifest.json', new TextEncoder().encode(text));
  };
  return {
    version: manifest.version,
    files: { chrome: filesFor('chrome'), firefox: filesFor('firefox') },
    sources: results.flatMap(({ metafile }) => Object.keys(metafile.inputs)),
  };
}

/** The files of a folder but for those that a system hides in it. */
async function contentsOf(folder: string): Promise<Files> {
  const names = (await filesIn(folder)).filter((name) => !/(^|\/)\./.test(name));
  const contents = await Promise.all(names.map((name) => readFile(join(folder, name))));
  return new Map(names.map((name, index) => [name, contents[index] as Uint8Array]));
}

/** Paths below a folder, with slashes everywhere. */
async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  const isFile = await Promise.all(
    names.map(async (name) => (await stat(join(folder, name))).isFile()),
  );
  return names.filter((_, index) => isFile[index]).map((name) => name.replaceAll('\\', '/'));
}

function nameIn(folder: string, path: string): string {
  return relative(folder, path).replaceAll('\\', '/');
}

/** Builds the unpacked extensions into `<into>/chrome` and `<into>/firefox`. */
export async function buildExtension(into = 'dist'): Promise<Build> {
  const built = await build();
  for (const browser of browsers) {
    await write(resolve(root, into, browser), built.files[browser]);
  }
  return built;
}

/** Leaves alone what is there already, for a browser or another build may be reading it. */
async function write(folder: string, files: Files): Promise<void> {
  for (const [name, contents] of files) {
    const path = join(folder, name);
    const present = await readFile(path).catch(() => undefined);
    if (present?.equals(contents)) continue;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, contents);
  }
  for (const name of await filesIn(folder)) {
    if (!files.has(name)) await rm(join(folder, name), { force: true });
  }
}

/** Builds once more whenever the sources have changed and then been at rest. */
function watchSources(): void {
  let timer: NodeJS.Timeout | undefined;
  let building = Promise.resolve();
  const change = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      building = building.then(rebuild);
    }, 100);
  };
  for (const folder of ['src', 'assets']) watch(join(root, folder), { recursive: true }, change);
  // Editors replace a file by another, hence the folder and not the file itself.
  watch(root, (_, name) => name === 'manifest.json' && change());
}

async function rebuild(): Promise<void> {
  const time = new Date().toLocaleTimeString();
  const failed = await buildExtension().then(
    () => undefined,
    (error: Error) => error.message.split('\n')[0],
  );
  console.log(
    failed ? `${time}  not built: ${failed}` : `${time}  built dist/chrome, dist/firefox`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--watch')) {
    await rebuild();
    watchSources();
  } else {
    await buildExtension();
  }
}
