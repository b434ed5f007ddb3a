/**
 * Shows Mailmend at work: builds it and opens a browser with it at the stand-in webmail or, with
 * `--live`, at the real one. Without a display it walks the main job and tells what it saw.
 */
import { execFileSync } from 'node:child_process';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { buildExtension, root } from './build.ts';
import { findChromium, findFirefox } from './setup.mjs';
import { driveChromium, showChromium } from './start/chromium.ts';
import { tableOf } from './start/findings.ts';
import { driveFirefox, showFirefox } from './start/firefox.ts';
import { startTroubledWebmail } from './start/mailbox.ts';
import { type Options, optionsOf, Refusal, usage } from './start/options.ts';
import { type Driven, inbox, walk } from './start/walk.ts';
import type { Wanted } from './start/window.ts';
import { wordsOf } from './start/words.ts';

const names = { chromium: 'Chromium', firefox: 'Firefox' };

async function start(options: Options): Promise<void> {
  prepareBrowser(options);
  await buildExtension();
  const webmail = options.live ? undefined : await startTroubledWebmail(options.language);
  const wanted = { address: inbox, language: options.language, proxy: webmail?.proxy };
  try {
    await (options.headless ? tour(options, wanted) : show(options, wanted));
  } finally {
    await webmail?.close();
  }
}

/** Has the browser installed if there is none, and what Chinese is drawn with. */
function prepareBrowser({ browser, headless, language }: Options): void {
  const found = browser === 'firefox' ? findFirefox() : findChromium();
  if (found && !(headless && language === 'zh_CN')) return;
  const setup = join(root, 'tools', 'setup.mjs');
  try {
    execFileSync(process.execPath, [setup, '--browsers'], { stdio: 'inherit' });
  } catch {
    // What is still missing is said when it is needed.
  }
}

/** Leaves the browser to the user until it is closed. */
async function show({ browser, live }: Options, wanted: Wanted): Promise<void> {
  const shown = await (browser === 'firefox' ? showFirefox(wanted) : showChromium(wanted));
  // Ctrl+C comes more than once: from the terminal, and passed on by npm and tsx.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, shown.close);
  console.log(live ? liveWords(names[browser]) : standInWords(names[browser]));
  await shown.ended;
}

const standInWords = (browser: string) => `
${browser} shows a stand-in for the webmail; it runs on this computer and reaches nobody's mailbox.
Its storage is 98 % full and its settings are wrong. At the lower right Mailmend warns of it.
The popup: press Mailmend's icon, the one with the badge, on the toolbar.
To end: close the browser, or press Ctrl+C here.`;

const liveWords = (browser: string) => `
${browser} shows the real webmail, in a profile of its own that is removed at the end. Please sign in.
What you do there is done to your mailbox. Mailmend only reads, and only what the page shows.
The popup: press Mailmend's icon on the toolbar.
To end: close the browser, or press Ctrl+C here.`;

/** Walks the main job, and tells of it. */
async function tour({ browser, language }: Options, wanted: Wanted): Promise<void> {
  console.log(`No window: walking through the stand-in webmail in ${names[browser]}.`);
  const folder = join(root, 'screenshots');
  const prefix = `${browser}-${language}-`;
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    if (name.startsWith(prefix)) await rm(join(folder, name));
  }
  const driven: Driven = await (browser === 'firefox'
    ? driveFirefox(wanted)
    : driveChromium(wanted));
  try {
    const shots: string[] = [];
    const walked = await walk(driven, wordsOf(language), async (tab, name) => {
      const path = join(folder, `${prefix}${shots.length + 1}-${name}.png`);
      await tab.screenshot({ path: path as `${string}.png`, fullPage: tab !== driven.webmail });
      shots.push(relative(process.cwd(), path));
    });
    console.log(`\n${tableOf(walked.findings, Math.min(process.stdout.columns || 100, 120))}`);
    console.log(`\nBadge: ${walked.badge.text} (${walked.badge.title})`);
    console.log(`\nScreenshots:\n${shots.map((shot) => `  ${shot}`).join('\n')}`);
  } finally {
    await driven.close();
  }
}

try {
  const options = optionsOf(process.argv.slice(2));
  if (options) await start(options);
  else console.log(usage);
} catch (error) {
  const { message } = error as Error;
  console.error(error instanceof Refusal ? message : `This went wrong: ${message.split('\n')[0]}`);
  process.exitCode = 1;
}
