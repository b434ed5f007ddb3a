import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { extensionIn } from '../../e2e/browser/firefox-extension.ts';
import { startWebmail } from '../../e2e/webmail/server.ts';
import { root } from '../../tools/build.ts';
import { findChromium, findFirefox } from '../../tools/setup.mjs';
import { launch } from '../../tools/start/firefox.ts';
import { startedMailbox } from '../../tools/start/mailbox.ts';

const inbox = 'https://qiye.aliyun.com/alimail/entries/v5.1/mail/inbox/all';

/** How long the first check-up took and the second, which knows the ways; in seconds that passed. */
export interface CheckupTimes {
  first: number;
  second: number;
  /** Whether its tab was ever in sight, where timers and frames are not slowed. */
  seen: boolean;
}

/** A browser with the extension, and how its popup is opened in a tab. */
interface Opened {
  browser: Browser;
  openPopup(): Promise<Page>;
}

/**
 * Check-ups of the stand-in webmail in a tab that is never visible. Not by Playwright: that makes all
 * tabs believe that they are.
 */
export async function checkups(): Promise<{ chromium: CheckupTimes; firefox?: CheckupTimes }> {
  const webmail = await startWebmail();
  webmail.set(startedMailbox('en'));
  try {
    const chromium = await timesIn(await openChromium(webmail.proxy));
    if (!findFirefox()) return { chromium };
    return { chromium, firefox: await timesIn(await openFirefox(webmail.proxy)) };
  } finally {
    await webmail.close();
  }
}

async function openChromium(proxy: string): Promise<Opened> {
  const extension = `${root}/dist/bench/chrome`;
  const browser = await puppeteer.launch({
    executablePath: findChromium() ?? '',
    acceptInsecureCerts: true,
    enableExtensions: [extension],
    pipe: true,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--proxy-server=${proxy}`,
      '--ignore-certificate-errors',
    ],
  });
  const openPopup = async () => {
    const target = await browser.waitForTarget((one) => one.type() === 'service_worker');
    const page = await browser.newPage();
    await page.goto(`chrome-extension://${new URL(target.url()).host}/popup.html`);
    return page;
  };
  return { browser, openPopup };
}

async function openFirefox(proxy: string): Promise<Opened> {
  const { firefox, chrome, id } = await launch(
    { language: 'en', proxy },
    true,
    `${root}/dist/bench/firefox`,
  );
  const extension = extensionIn(firefox, chrome, id);
  return { browser: firefox, openPopup: () => extension.openPopup() };
}

async function timesIn({ browser, openPopup }: Opened): Promise<CheckupTimes> {
  const seen: string[] = [];
  const page = await browser.newPage();
  await page.goto(inbox);
  await page.waitForSelector('article');
  const popup = await openPopup();
  browser.on('targetcreated', async (target) => {
    const tab = target.type() === 'page' ? await target.page() : undefined;
    const look = () => tab?.evaluate(() => document.visibilityState).catch(() => 'gone');
    for (let state = await look(); state && state !== 'gone'; state = await look()) {
      seen.push(state);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  });
  const time = async () => {
    const button = await popup.waitForSelector('.checkup > button');
    const began = performance.now();
    await button?.click();
    await popup.waitForSelector('.checkup progress');
    await popup.waitForSelector('.checkup-outcome', { timeout: 130_000 });
    const took = (performance.now() - began) / 1000;
    await (await popup.$('.checkup-outcome button'))?.click();
    await popup.waitForSelector('.checkup-outcome', { hidden: true });
    return took;
  };
  try {
    const first = await time();
    return { first, second: await time(), seen: seen.includes('visible') };
  } finally {
    await browser.close();
  }
}
