import { useSyncExternalStore } from 'react';

/** `#h=` and the base64 of a JSON array, as the old interface has it. */
export function oldRoute(fId: string, mailId = ''): string {
  const route = JSON.stringify([`fm_${fId}`, [fId, mailId, { fId }, { label: '邮件' }]]);
  return `#h=${btoa(String.fromCharCode(...new TextEncoder().encode(route)))}`;
}

/** Folder and mail of the fragment; without one, the Inbox. */
export function useOldRoute(): { fId: string; mailId: string } {
  const hash = useSyncExternalStore(
    (listener) => {
      addEventListener('hashchange', listener);
      return () => removeEventListener('hashchange', listener);
    },
    () => location.hash,
  );
  try {
    const [, [fId, mailId]] = JSON.parse(atob(hash.slice(3)));
    return { fId, mailId };
  } catch {
    return { fId: '2', mailId: '' };
  }
}
