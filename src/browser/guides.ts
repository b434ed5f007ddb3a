/** The guide that a tab is in, kept over reloads for as long as the browser runs. */
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { checkIds } from '../core/checks/index.ts';
import { markSchema, recordKeySchema, triedSchema } from '../core/schemas.ts';

const guideSchema = v.strictObject({
  check: v.picklist(checkIds),
  mark: v.exactOptional(markSchema),
  /** The mailbox for which it was begun, where that is known. */
  whose: v.exactOptional(recordKeySchema),
  /** It leads to what the user wants to point out. */
  teach: v.exactOptional(v.literal(true)),
  /** What was tried to get to the page. */
  tried: triedSchema,
  at: v.pipe(v.number(), v.finite()),
});
export type StoredGuide = v.InferOutput<typeof guideSchema>;

/** In ms: a guide that was left alone for so long is over. */
const lifetime = 15 * 60_000;

const keyOf = (tab: number) => `guide:${tab}`;

export async function keepGuide(
  tab: number,
  guide: Omit<StoredGuide, 'at'> | undefined,
): Promise<void> {
  const { session } = browser.storage;
  if (guide) await session.set({ [keyOf(tab)]: { ...guide, at: Date.now() } });
  else await session.remove(keyOf(tab));
}

export async function guideIn(tab: number): Promise<StoredGuide | undefined> {
  const key = keyOf(tab);
  const result = v.safeParse(guideSchema, (await browser.storage.session.get(key))[key]);
  // One that was begun in the future would never be over.
  const age = result.success ? Math.abs(Date.now() - result.output.at) : Infinity;
  return result.success && age < lifetime ? result.output : undefined;
}

/** Ends the guides that were begun for a mailbox. */
export async function forgetGuides(whose: string): Promise<void> {
  const { session } = browser.storage;
  const all = Object.entries(await session.get(null));
  const own = all.filter(
    ([key, value]) => key.startsWith('guide:') && v.is(guideSchema, value) && value.whose === whose,
  );
  await session.remove(own.map(([key]) => key));
}
