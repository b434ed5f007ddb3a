/** Packs the extensions for the stores: `dist/mailmend-<browser>-<version>.zip`, always the same bytes. */
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { browsers, buildExtension, type Files, root } from './build.ts';

/** The files as a zip, which keeps a local time without a zone: this one is the same everywhere. */
export function packageOf(files: Files): Uint8Array {
  const names = [...files.keys()].sort();
  const entries = names.map((name) => [name, files.get(name)] as [string, Uint8Array]);
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: new Date(1980, 0, 1) });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { version, files } = await buildExtension();
  for (const browser of browsers) {
    const path = join('dist', `mailmend-${browser}-${version}.zip`);
    const zip = packageOf(files[browser]);
    await writeFile(join(root, path), zip);
    const unpacked = [...files[browser].values()].reduce((sum, { length }) => sum + length, 0);
    console.log(`${path}  ${kilobytes(zip.length)} (unpacked ${kilobytes(unpacked)})`);
    console.log(`  SHA-256 ${createHash('sha256').update(zip).digest('hex')}`);
  }
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}
