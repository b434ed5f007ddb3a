/** What Mailmend is measured beside, in the same run: page scripts, and an extension that does nothing. */
import { mkdir, writeFile } from 'node:fs/promises';

/** The scripts of the peers that a page can bring along, by the path they are served at. */
export const peerScripts: Record<string, string> = {
  '/no-op.js': observing('() => {}'),
  '/full-scan.js': observing(
    '() => { window.found = document.body?.innerText.match(/Used: ([\\d.]+) GB/) }',
  ),
};

function observing(callback: string): string {
  const what = '{ subtree: true, childList: true, characterData: true }';
  return `new MutationObserver(${callback}).observe(document, ${what});`;
}

/** Writes an extension that does nothing: what a browser charges for having one at all. */
export async function writeEmptyExtension(folder: string): Promise<void> {
  const manifest = {
    manifest_version: 3,
    name: 'Empty',
    version: '1',
    background: { service_worker: 'background.js' },
    content_scripts: [{ matches: ['https://qiye.aliyun.com/alimail/*'], js: ['content.js'] }],
  };
  const files = {
    'manifest.json': JSON.stringify(manifest),
    'background.js': '0;\n',
    'content.js': '0;\n',
    'popup.html': '<!doctype html><title>Empty</title><p data-check="none">Nothing is wrong.',
  };
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(`${folder}/${name}`, text);
}

/**
 * What is known of peers that are not run here: measured once, on 2 cores with Chromium 156, on a
 * page of this kind; the budgets were set on that machine. `noOp` is in ms.
 */
export const elsewhere = {
  noOp: 0.9,
  churn: 'no-op observer 0.9 · Mailvelope 51 · Dark Reader 233 · full text scan 1,727 ms',
  load: 'Mailvelope 36 · Dark Reader 186 ms',
  rows: 'full text scan ≈ 10 ×',
};
