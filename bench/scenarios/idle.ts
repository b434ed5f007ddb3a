import type { BrowserContext } from '@playwright/test';
import { openMailbox } from '../browser.ts';
import { isContentScript, meterOf } from '../meter.ts';
import { after } from '../statistics.ts';

const watched = 20_000;

/** What Mailmend does in a minute in which the page does nothing: ms of script, and wake-ups. */
export async function idle(context: BrowserContext): Promise<{ time: number; calls: number }> {
  const page = await openMailbox(context, { rows: 500, used: '5.0' });
  const { own, calls } = await (await meterOf(page)).costOf(() => after(watched), isContentScript);
  await page.close();
  const minute = 60_000 / watched;
  return { time: own * minute, calls: calls * minute };
}
