/** Where in the webmail the user is. */
export const places = [
  'mail',
  'compose',
  'search',
  'settings',
  'account-information',
  'signed-out',
  'old',
  'unrecognised',
] as const;
export type Place = (typeof places)[number];

/** A settings page that has something for us. */
export const settingsPages = ['pop', 'sending', 'rules', 'forwarding', 'account'] as const;
export type SettingsPage = (typeof settingsPages)[number];

const current = /^\/alimail\/entries\/v5[^/]*\/?(?<route>.*)$/;

/**
 * The place that an address of the webmail names. Only the two kinds of path that are publicly known
 * are trusted: `/alimail/entries/v5…/` (its version matched loosely) and `/alimail/auth/`.
 */
export function placeOfAddress(address: { pathname: string; hash: string }): Place {
  const { pathname, hash } = address;
  if (/^\/(alimail\/auth|login)(\/|$)/.test(pathname) || pathname === '/') return 'signed-out';
  const route = current.exec(pathname)?.groups?.route;
  if (route !== undefined) {
    const [first] = route.split('/');
    if (first === 'setting' || first === 'settings') return 'settings';
    if (first === 'compose' || first === 'search') return first;
    return 'mail';
  }
  if (/^\/alimail\/?$/.test(pathname) && hash.startsWith('#h=')) return 'old';
  return 'unrecognised';
}

/** Whether facts can be read at a place: it is the current webmail, and the user is in it. */
export function isInside(place: Place): boolean {
  return !['signed-out', 'old', 'unrecognised'].includes(place);
}
