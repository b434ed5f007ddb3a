/** Where in the webmail a mail is looked for; only routes that are publicly known. */

/** What the webmail is asked to open. */
export const targets = ['search', 'spam', 'deleted'] as const;
export type Target = (typeof targets)[number];

/** The most letters that are searched for. */
export const longestKeyword = 200;

/** The route of a target below the application's base, such as `/alimail/entries/v5.1/`. */
export function routeTo(target: Target, keyword = ''): string {
  return target === 'search'
    ? `search?keyword=${encodeURIComponent(keyword)}`
    : `mail/${target}/all`;
}

/** Where the routes of the current webmail begin, with its version; `undefined` in another place. */
export const baseOf = (pathname: string): string | undefined => {
  const base = /^\/alimail\/entries\/v5[^/]*(?=\/|$)/.exec(pathname)?.[0];
  return base && `${base}/`;
};
