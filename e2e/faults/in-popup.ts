/** What runs in a page of the extension, which may write what it likes to where the background keeps it. */
import type { Browser } from 'webextension-polyfill';

import type { Damaged } from './damage.ts';

declare const chrome: Browser;
declare const browser: Browser | undefined;

/** Turns a function and its argument into what either driver can evaluate in a page. */
export const call = <Argument>(work: (argument: Argument) => unknown, argument: Argument): string =>
  `(${work})(${JSON.stringify(argument)})`;

/** Asks the background, from where our script in a page runs, which guide the tab is in. */
export const askForGuide = (root: 'chrome' | 'browser') =>
  `${root}.runtime.sendMessage({ do: 'look', place: 'mail', path: '/alimail/', address: null, known: {} })
    .then(({ guide }) => guide ?? null)`;

export interface Spoiling {
  key: 'salt' | 'ways' | 'taught' | 'record';
  values: Damaged[];
}

/** What became of one value: whether it stands aside, and what is known of the mailbox now. */
export interface Spoilt {
  aside: 'as it was' | 'another' | 'not there';
  /** Whether the background wrote again. */
  isHeard: boolean;
  isLost: boolean;
  known: string;
}

/**
 * Stores one damaged value after the other, each time with a word to the tab that its record has
 * changed, and waits until the background has written again.
 */
export async function spoil({ key, values }: Spoiling): Promise<Spoilt[]> {
  const { local, onChanged } = (typeof browser === 'undefined' ? chrome : browser).storage;
  const isRecord = (name: string) => name.startsWith('mailbox:');
  // Storage has an order of its own for what is in an object.
  const gist = (value: unknown): string =>
    typeof value !== 'object' || value === null
      ? String(JSON.stringify(value))
      : Array.isArray(value)
        ? `[${value.map(gist)}]`
        : `{${Object.entries(value)
            .map(([name, inner]) => `${name}:${gist(inner)}`)
            .sort()}}`;
  const same = (one: unknown, other: unknown) => gist(one) === gist(other);
  const knows = (record: unknown) =>
    Object.hasOwn((record as { known?: object } | null)?.known ?? {}, 'popDeletion');
  const outcomes: Spoilt[] = [];

  async function once({ value, isHarmless }: Damaged): Promise<Spoilt> {
    const before = await local.get(null);
    const record = Object.keys(before).find(isRecord) ?? 'mailbox:none';
    const place = key === 'record' ? record : key;
    // A word about lessons is heard by the tab as it is; of all else it hears by its record.
    const written: Record<string, unknown> =
      key === 'taught' ? { [key]: value } : { [record]: key === 'record' ? value : 'spoilt' };
    if (key === 'ways' || key === 'salt') written[key] = value;
    await local.remove(`aside:${place}`);
    const isMended = async () => {
      const all = await local.get(null);
      const own = Object.entries(all).filter(([name]) => isRecord(name));
      // No value that is stored here knows what the page shows.
      const isKept = own.length > 0 && own.every(([, now]) => knows(now));
      return isKept && (key === 'record' || isHarmless || !same(all[key], value));
    };
    const mended = new Promise<boolean>((resolve) => {
      const hear = async () => {
        if (!(await isMended())) return;
        onChanged.removeListener(hear);
        resolve(true);
      };
      onChanged.addListener(hear);
      setTimeout(resolve, 5000, false);
    });
    await local.set(written);
    const isHeard = await mended;
    const after = await local.get(null);
    const [, own] = Object.entries(after).find(([name]) => isRecord(name)) ?? [];
    const kept = own as { known?: object; lost?: number } | undefined;
    const aside = after[`aside:${place}`] as { value: unknown } | undefined;
    return {
      aside: !aside ? 'not there' : same(aside.value, value) ? 'as it was' : 'another',
      isHeard,
      isLost: kept?.lost !== undefined,
      known: JSON.stringify(kept?.known, (word, inner) => (word === 'at' ? 0 : inner)),
    };
  }

  for (const value of values) {
    let outcome = await once(value);
    // A word of the background's own may have been on its way, and have been written over the damage.
    const isAsExpected = () =>
      outcome.isHeard && (value.isHarmless || outcome.aside === 'as it was');
    for (let more = 0; more < 2 && !isAsExpected(); more++) outcome = await once(value);
    outcomes.push(outcome);
  }
  return outcomes;
}
