/** Paths of settings pages, learned per host: each time a page is recognised, its path is kept. */
import * as v from 'valibot';
import type { SettingsPage } from './place.ts';
import { pathSchema, type Ways, waysSchema } from './schemas.ts';

export type HostWays = Ways[string];

/** The stored ways of a host; none if what is stored is not ours. */
export function waysFrom(stored: unknown, host: string): HostWays {
  const result = v.safeParse(waysSchema, stored);
  return (result.success && Object.hasOwn(result.output, host) && result.output[host]) || {};
}

/** Whether something is stored as ways that is none of ours. */
export const isDamaged = (stored: unknown) => stored !== undefined && !v.is(waysSchema, stored);

/** The ways with one more path, or `undefined` where that tells nothing new. */
export function withWay(
  stored: unknown,
  host: string,
  page: SettingsPage,
  pathname: string,
): Ways | undefined {
  if (!v.is(pathSchema, pathname)) return undefined;
  const result = v.safeParse(waysSchema, stored);
  const ways = result.success ? result.output : {};
  if (waysFrom(ways, host)[page] === pathname) return undefined;
  return { ...ways, [host]: { ...waysFrom(ways, host), [page]: pathname } };
}

/** The ways without those of a host, or `undefined` where none of them are known. */
export function withoutHost(stored: unknown, host: string | undefined): Ways | undefined {
  const result = v.safeParse(waysSchema, stored);
  if (!result.success || host === undefined || !Object.hasOwn(result.output, host))
    return undefined;
  const { [host]: _, ...others } = result.output;
  return others;
}
