/** Paths of settings pages, learned per host: each time a page is recognised, its path is kept. */
import * as v from 'valibot';
import type { SettingsPage } from './place.ts';

/** Only a path of the webmail's settings; it names a page and nobody's mail. */
const path = v.pipe(
  v.string(),
  v.maxLength(120),
  v.regex(/^\/alimail\/entries\/v5[\w.-]*\/settings?\/[a-z][\w-]*(?:\/[a-z][\w-]*)?$/i),
);

export const waysSchema = v.record(
  v.pipe(v.string(), v.maxLength(253)),
  v.strictObject({
    pop: v.exactOptional(path),
    sending: v.exactOptional(path),
    rules: v.exactOptional(path),
  }),
);
export type HostWays = v.InferOutput<typeof waysSchema>[string];

/** The stored ways of a host; none if what is stored is not ours. */
export function waysFrom(stored: unknown, host: string): HostWays {
  const result = v.safeParse(waysSchema, stored);
  return (result.success && Object.hasOwn(result.output, host) && result.output[host]) || {};
}

/** The ways with one more path, or `undefined` where that tells nothing new. */
export function withWay(
  stored: unknown,
  host: string,
  page: SettingsPage,
  pathname: string,
): Record<string, HostWays> | undefined {
  if (!v.is(path, pathname)) return undefined;
  const result = v.safeParse(waysSchema, stored);
  const ways = result.success ? result.output : {};
  if (waysFrom(ways, host)[page] === pathname) return undefined;
  return { ...ways, [host]: { ...waysFrom(ways, host), [page]: pathname } };
}
