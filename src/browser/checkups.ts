/** The check-up that is under way, or the last one; kept for as long as the browser runs. */
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { type Checkup, checkupSchema } from '../core/checkup.ts';
import { patience } from './in-time.ts';
import { Queue } from './queue.ts';

const name = 'checkup';

export async function checkup(): Promise<Checkup | undefined> {
  const result = v.safeParse(checkupSchema, (await browser.storage.session.get(name))[name]);
  return result.success ? result.output : undefined;
}

const queue = new Queue(patience.queue);

/** Changes the check-up, one change after the other, and resolves to the new one. */
export function changeCheckup(
  update: (checkup: Checkup | undefined) => Checkup | undefined,
): Promise<Checkup | undefined> {
  return queue.add(async () => {
    const before = await checkup();
    const after = update(before);
    if (after === before) return after;
    if (after) await browser.storage.session.set({ [name]: after });
    else await browser.storage.session.remove(name);
    return after;
  });
}
