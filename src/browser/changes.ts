import browser from 'webextension-polyfill';

/** What the keys of the records in `storage.local` begin with. */
export const prefix = 'mailbox:';

/** The key of what the user taught us. */
export const taughtKey = 'taught';

/** Calls back after records or lessons have changed, with what is stored under their keys now. */
export function onRecords(
  callback: (changes: ReadonlyMap<string, unknown>) => void,
  signal: AbortSignal,
): void {
  const listener = (changes: Record<string, browser.Storage.StorageChange>, area: string) => {
    const records = Object.entries(changes).filter(
      ([key]) => key.startsWith(prefix) || key === taughtKey,
    );
    if (area === 'local' && records.length > 0)
      callback(new Map(records.map(([key, { newValue }]) => [key, newValue])));
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => {
    // An updated extension leaves its old scripts without a browser to speak to.
    if (browser.runtime?.id) browser.storage.onChanged.removeListener(listener);
  });
}
