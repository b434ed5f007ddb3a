/** What tabs tell the background. It comes out of a page's process, so every message is checked. */
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { checkIds } from '../core/checks/index.ts';
import { stops } from '../core/checkup.ts';
import { languageSchema, lessonSchema, teachable } from '../core/lessons.ts';
import { places, settingsPages } from '../core/place.ts';
import { longestKeyword, targets } from '../core/route.ts';
import {
  addressSchema,
  domainSchema,
  hostSchema,
  knownSchema,
  markSchema,
  missesSchema,
  recordKeySchema,
  timeSchema,
  triedSchema,
} from '../core/schemas.ts';

const address = v.nullable(addressSchema);

/** From a tab to the background: what was seen, what became of the warning, which guide it is in. */
const toBackground = v.variant('do', [
  v.strictObject({
    do: v.literal('look'),
    place: v.picklist(places),
    page: v.exactOptional(v.picklist(settingsPages)),
    /** Where the page was when it was looked at. */
    path: v.pipe(v.string(), v.maxLength(2000)),
    address,
    known: knownSchema,
    errand: v.exactOptional(
      v.strictObject({
        stop: v.picklist(stops),
        tried: triedSchema,
        settled: v.boolean(),
        lost: v.boolean(),
      }),
    ),
    misses: v.exactOptional(missesSchema),
  }),
  /** `at`: when it asked first. */
  v.strictObject({ do: v.literal('warn'), address, check: v.picklist(checkIds), at: timeSchema }),
  v.strictObject({ do: v.literal('later'), address, check: v.picklist(checkIds) }),
  v.strictObject({
    do: v.literal('guide'),
    check: v.nullable(v.picklist(checkIds)),
    mark: v.exactOptional(markSchema),
    whose: v.exactOptional(recordKeySchema),
    teach: v.exactOptional(v.literal(true)),
    tried: triedSchema,
  }),
  /** The user has pointed something out, and said what it means. */
  v.strictObject({ do: v.literal('teach'), language: languageSchema, lesson: lessonSchema }),
]);
export type ToBackground = v.InferOutput<typeof toBackground>;

/** Listens, in the background, to the top frames of tabs; `url` is the browser's word, not the page's. */
export function onTabMessage(
  answer: (
    message: ToBackground,
    tab: { id: number; url: string; path: string },
  ) => Promise<unknown>,
): void {
  browser.runtime.onMessage.addListener(
    (message: unknown, sender: browser.Runtime.MessageSender) => {
      if (sender.id !== browser.runtime.id || sender.frameId !== 0) return undefined;
      if (sender.tab?.id === undefined || !sender.url) return undefined;
      const result = v.safeParse(toBackground, message);
      return result.success
        ? answer(result.output, {
            id: sender.tab.id,
            url: sender.url,
            path: pathOf(sender.tab.url),
          })
        : undefined;
    },
  );
}

/** From our own pages to the background, which outlives them: a popup is gone once another tab is shown. */
const fromPage = v.variant('do', [
  v.strictObject({
    do: v.literal('open'),
    host: hostSchema,
    check: v.picklist(checkIds),
    mark: v.exactOptional(markSchema),
    teach: v.exactOptional(v.literal(true)),
  }),
  /** The user knows about a rule, for some days or for ever; without `known` he wants it back. */
  v.strictObject({
    do: v.literal('accept'),
    host: hostSchema,
    address: v.nullable(addressSchema),
    mark: markSchema,
    known: v.exactOptional(
      v.strictObject({
        days: v.nullable(v.picklist([30, 90])),
        reason: v.pipe(v.string(), v.maxLength(200)),
      }),
    ),
  }),
  v.strictObject({
    do: v.literal('own'),
    host: hostSchema,
    address: v.nullable(addressSchema),
    domains: v.pipe(v.array(domainSchema), v.maxLength(50)),
  }),
  /** Checks all pages of a mailbox, beginning beside a tab of it; `cancel` ends that, `dismiss` forgets its outcome. */
  v.strictObject({
    do: v.literal('checkup'),
    host: hostSchema,
    address: v.nullable(addressSchema),
    tab: v.pipe(v.number(), v.integer()),
  }),
  v.strictObject({ do: v.literal('cancel'), host: hostSchema }),
  v.strictObject({ do: v.literal('dismiss'), host: hostSchema }),
  v.strictObject({ do: v.literal('forget'), key: recordKeySchema }),
  /** The user no longer wants to be understood so. */
  v.strictObject({
    do: v.literal('unlearn'),
    host: hostSchema,
    address: v.nullable(addressSchema),
    language: languageSchema,
    fact: v.picklist(teachable),
  }),
  v.strictObject({
    do: v.literal('go'),
    host: hostSchema,
    /** Whose address tells the version of the webmail. */
    tab: v.pipe(v.number(), v.integer()),
    to: v.picklist(targets),
    keyword: v.exactOptional(v.pipe(v.string(), v.maxLength(longestKeyword))),
  }),
]);
export type FromPage = v.InferOutput<typeof fromPage>;

/** Listens, in the background, to our own pages. */
export function onPageMessage(answer: (message: FromPage) => Promise<unknown>): void {
  const own = browser.runtime.getURL('');
  browser.runtime.onMessage.addListener(
    (message: unknown, sender: browser.Runtime.MessageSender) => {
      if (sender.id !== browser.runtime.id || !sender.url?.startsWith(own)) return undefined;
      const result = v.safeParse(fromPage, message);
      return result.success ? answer(result.output) : undefined;
    },
  );
}

/** Where a tab is now; the address a message was sent from is that of the document's load. */
function pathOf(url: string | undefined): string {
  return url && URL.canParse(url) ? new URL(url).pathname : '';
}
