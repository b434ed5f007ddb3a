/** Damaged data that was set aside: for who wants to know what became of it, and never for long. */

/** What the keys of such data begin with. */
const prefix = 'aside:';

/** How much is kept: the last ones, and none that is longer (in characters of JSON). */
const bounds = { count: 5, length: 2 ** 20 };

interface Aside {
  at: number;
  value: unknown;
}

const timeOf = (stored: unknown) => {
  const { at } = (stored ?? {}) as Partial<Aside>;
  return typeof at === 'number' ? at : 0;
};

/** Whether something is stored under this key because it was set aside. */
export const isAside = (key: string) => key.startsWith(prefix);

/**
 * What is to be stored and what to be dropped so that damaged data stands aside from now on; `stored` is
 * all that is stored.
 */
export function withAside(
  stored: Readonly<Record<string, unknown>>,
  damaged: Readonly<Record<string, unknown>>,
  now: number,
): { added: Record<string, Aside>; dropped: string[] } {
  const short = Object.entries(damaged).filter(
    ([key, value]) => !isAside(key) && JSON.stringify(value).length <= bounds.length,
  );
  const added = short
    .slice(0, bounds.count)
    .map(([key, value]): [string, Aside] => [prefix + key, { at: now, value }]);
  const replaced = new Set(added.map(([key]) => key));
  const older = Object.entries(stored)
    .filter(([key]) => isAside(key) && !replaced.has(key))
    .sort(([, one], [, other]) => timeOf(other) - timeOf(one));
  return {
    added: Object.fromEntries(added),
    dropped: older.slice(bounds.count - added.length).map(([key]) => key),
  };
}
