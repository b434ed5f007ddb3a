/** The search for a missing mail, kept for as long as the browser runs: what is typed is not stored. */
import browser from 'webextension-polyfill';
import { type Search, searchFrom } from '../core/search.ts';

const keyOf = (owner: string) => `search:${owner}`;

/**
 * The search that was left in a mailbox; what is damaged is thrown away. The owner is the key of the
 * mailbox's record, or the host where the page does not tell whose mailbox it is.
 */
export async function searchOf(owner: string): Promise<Search | undefined> {
  const key = keyOf(owner);
  const stored = (await browser.storage.session.get(key))[key];
  const search = searchFrom(stored);
  if (stored !== undefined && !search) await browser.storage.session.remove(key);
  return search;
}

/** Keeps a search, or forgets it. */
export async function keepSearch(owner: string, search: Search | undefined): Promise<void> {
  if (search) await browser.storage.session.set({ [keyOf(owner)]: search });
  else await browser.storage.session.remove(keyOf(owner));
}
