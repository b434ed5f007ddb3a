import type { BrowserContext } from '@playwright/test';
import { openMailbox } from '../browser.ts';
import { forget, showStorage } from '../extension.ts';
import { isContentScript, meterOf } from '../meter.ts';

const frames = 300;

/** What the spotlight adds to each frame (ms of script): over a page at rest, and following a field. */
export async function spotlight(
  context: BrowserContext,
): Promise<{ still: number; moving: number }> {
  await forget(context);
  const page = await openMailbox(context, { rows: 500, used: '9.8' });
  const meter = await meterOf(page);
  const perFrame = async (moving: boolean) => {
    const pass = () =>
      page.evaluate(([count, moves]) => window.driver.pass(count, moves), [
        frames,
        moving,
      ] as const);
    return (await meter.costOf(pass, isContentScript)).own / frames;
  };
  const looks = await perFrame(true);
  await showStorage(context);
  await page.locator('[data-part="ring"]').waitFor();
  const result = {
    still: await perFrame(false),
    // A page that moves is looked at from time to time, spotlight or not.
    moving: (await perFrame(true)) - looks,
  };
  await page.close();
  return result;
}
