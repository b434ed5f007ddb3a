/** Whether results can be saved; remembered for as long as the browser runs. */
import browser from 'webextension-polyfill';
import { inTime, patience } from './in-time.ts';

const key = 'unsaved';

/** Remembers, as well as may be, that what was learned last was saved or was not. */
export async function noteSaving(isSaved: boolean): Promise<void> {
  const { session } = browser.storage;
  await (isSaved ? session.remove(key) : session.set({ [key]: true })).catch(() => undefined);
}

/** Whether what was learned last could not be saved. */
export async function isUnsaved(): Promise<boolean> {
  const stored = await inTime(browser.storage.session.get(key), patience.session);
  return stored?.[key] === true;
}
