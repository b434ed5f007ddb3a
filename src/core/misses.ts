/** What was looked for in vain: where, by which means, and what stood there instead. */
import type * as v from 'valibot';
import { factNames, type Known, type ReadingError } from './facts.ts';
import type { missesSchema } from './schemas.ts';

/**
 * By what a settings page was recognised: the name of a setting on it, its heading, the entry that is
 * marked as the current one, or its path, which had been learned before.
 */
export const signs = ['label', 'heading', 'entry', 'path'] as const;
export type Sign = (typeof signs)[number];

/** What the path learned for a settings page says: nothing is known, it is this one, or another. */
export const hints = ['none', 'here', 'elsewhere'] as const;

/** The languages of which the lexicon has words. */
export const languages = ['en', 'zh-CN', 'zh-TW', 'ja'] as const;

/** The language of a document, as far as it names one and no more than that. */
export const languagePattern = /^[a-z]{2,3}(-[a-z]{4})?(-[a-z]{2})?$/i;

/** The last look at each fact that gave no value although it should have; gone once one does. */
export type Misses = v.InferOutput<typeof missesSchema>;
export type Miss = NonNullable<Misses[keyof Misses]>;

/** Reasons that are answers of the page, not failures to read it. */
const answers: readonly ReadingError[] = ['switched-off', 'unsaved'];

/** Whether a reading without a value is a failure to read the page. */
export const isMiss = (error: ReadingError): boolean => !answers.includes(error);

/** The misses that remain after one more look: newer ones take the place of older ones, values end them. */
export function afterMisses(
  before: Misses | undefined,
  fresh: Misses | undefined,
  known: Known,
): Misses | undefined {
  const left = factNames.flatMap((name) => {
    const [old, now] = [before?.[name], fresh?.[name]];
    const miss = old && now ? (now.at >= old.at ? now : old) : (now ?? old);
    const reading = known[name];
    const isTold = reading !== undefined && !('error' in reading && isMiss(reading.error));
    const isOver = miss && isTold && reading.at >= miss.at;
    return miss && !isOver ? [[name, miss] as const] : [];
  });
  return left.length > 0 ? Object.fromEntries(left) : undefined;
}
