/**
 * Draws the extension's icons, `assets/icons/*.png`, from the masters in `docs/icon`.
 * Run by hand after a master changes: `npx tsx tools/icons.ts`.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { findChromium, NO_CHROMIUM } from './setup.mjs';

const masters = fileURLToPath(new URL('../docs/icon', import.meta.url));
const icons = fileURLToPath(new URL('../assets/icons', import.meta.url));

const sizes = [
  [16, 'icon-small.svg'],
  [32, 'icon-small.svg'],
  [48, 'icon.svg'],
  [128, 'icon.svg'],
] as const;

const executablePath = findChromium();
if (!executablePath) throw new Error(NO_CHROMIUM);
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--force-color-profile=srgb'],
});
try {
  await mkdir(icons, { recursive: true });
  const page = await browser.newPage({ deviceScaleFactor: 1 });
  for (const [size, master] of sizes) {
    const svg = await readFile(`${masters}/${master}`, 'utf8');
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${svg}`,
    );
    await writeFile(`${icons}/${size}.png`, await page.screenshot({ omitBackground: true }));
  }
} finally {
  await browser.close();
}
