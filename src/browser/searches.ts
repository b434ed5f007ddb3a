/** The search for a missing mail, kept for as long as the browser runs: what is typed is not stored. */
import browser from 'webextension-polyfill';
import { type Search, searchFrom } from '../core/search.ts';

const keyOf = (host: string) => `search:${host}`;

/** The search that was left on a host; what is damaged is thrown away. */
export async function searchOn(host: string): Promise<Search | undefined> {
  const key = keyOf(host);
  const stored = (await browser.storage.session.get(key))[key];
  const search = searchFrom(stored);
  if (stored !== undefined && !search) await browser.storage.session.remove(key);
  return search;
}

/** Keeps a search, or forgets it. */
export async function keepSearch(host: string, search: Search | undefined): Promise<void> {
  if (search) await browser.storage.session.set({ [keyOf(host)]: search });
  else await browser.storage.session.remove(keyOf(host));
}
