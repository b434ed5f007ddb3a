import { expect } from '@playwright/test';
import { filledTo } from '../parts.ts';
import type { MailboxPatch } from '../webmail/mailbox.ts';
import type { Damaged } from './damage.ts';
import { examples } from './examples.ts';
import type { Spoiling, Spoilt } from './in-popup.ts';

/** The mailbox as it is while what is known of it is spoilt; no example of what is stored says so. */
export const truth: MailboxPatch = { storage: filledTo(0.5), popDeletion: 'allowed' };

/** What the page of the POP settings shows of it. */
const shown = { popDeletion: { at: 0, value: 'allowed' } };

const kept = JSON.parse(
  JSON.stringify(examples.record.known, (key, value) => (key === 'at' ? 0 : value)),
);

/** Each value stands aside, but for what is too long, and what is known is what the page shows. */
export function expectSetAside(key: Spoiling['key'], values: Damaged[], outcomes: Spoilt[]): void {
  expect(outcomes).toHaveLength(values.length);
  for (const [nth, { value, isHarmless }] of values.entries()) {
    const outcome = outcomes[nth];
    const about = JSON.stringify(value).slice(0, 500);
    const known = JSON.parse(outcome?.known ?? 'null');
    // A page of the settings has no indicator, which is said of it after a while.
    if (known?.storage?.error === 'missing') delete known.storage;
    if (isHarmless) {
      // As it was without what is odd, or set aside as well; nothing else.
      expect([shown, { ...kept, ...shown }], about).toContainEqual(known);
      continue;
    }
    const isLong = JSON.stringify(value).length > 2 ** 20;
    expect(outcome?.aside, about).toBe(isLong ? 'not there' : 'as it was');
    if (key === 'record' || key === 'salt') expect(outcome?.isLost, about).toBe(true);
    expect(known, about).toEqual(shown);
  }
}
