/// <reference types="node" />
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export interface Bundle {
  /** Changes with the sources; part of the addresses. */
  hash: string;
  script: Buffer;
  style: Buffer;
}

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '..', '..');
const cache = join(root, 'node_modules', '.cache', 'mailmend-webmail');

let made: Promise<Bundle> | undefined;

/** The client app, made once; kept on disk so that several processes need not each make it. */
export function bundle(): Promise<Bundle> {
  made ??= find();
  return made;
}

async function find(): Promise<Bundle> {
  const hash = await hashOfSources();
  const script = join(cache, `${hash}.js`);
  const style = join(cache, `${hash}.css`);
  const read = async () => ({
    hash,
    script: await readFile(script),
    style: await readFile(style),
  });
  return read().catch(async () => {
    await make(script, style);
    return read();
  });
}

async function hashOfSources(): Promise<string> {
  const hash = createHash('sha256');
  const names = await readdir(here, { recursive: true });
  for (const name of names.filter((name) => /\.(tsx?|css)$/.test(name)).sort())
    hash.update(name).update(await readFile(join(here, name)));
  hash.update(await readFile(join(root, 'package-lock.json')));
  return hash.digest('hex').slice(0, 16);
}

async function make(script: string, style: string): Promise<void> {
  const { outputFiles } = await build({
    absWorkingDir: here,
    entryPoints: ['app/main.tsx', 'app/style/main.css'],
    outdir: 'out',
    bundle: true,
    minify: true,
    write: false,
    target: 'es2022',
    jsx: 'automatic',
    // Fusion brings Moment along only to set its language.
    alias: { moment: 'dayjs' },
    define: { 'process.env.NODE_ENV': '"production"' },
    tsconfigRaw: '{}',
    logLevel: 'error',
  });
  await mkdir(cache, { recursive: true });
  for (const file of outputFiles) {
    const target = file.path.endsWith('.css') ? style : script;
    const draft = `${target}.${process.pid}`;
    await writeFile(draft, file.contents);
    await rename(draft, target);
  }
}
