import { expect, test } from '@playwright/test';
import { popDeletionAllowed } from './checks/pop-deletion-allowed.ts';
import { sentCopiesMissing } from './checks/sent-copies-missing.ts';
import type { Known } from './facts.ts';
import { currentStep, type FieldId, type Seen } from './guide.ts';

const seen = (over: Partial<Omit<Seen, 'fields'>> = {}, ...fields: FieldId[]): Seen => ({
  place: 'mail',
  page: undefined,
  known: {},
  ...over,
  fields: new Set(fields),
});

const at = 1;
const wrong: Known = { popDeletion: { at, value: 'allowed' } };
const chosen: Known = { popDeletion: { at, value: 'allowed', selected: 'not-allowed' } };
const saved: Known = { popDeletion: { at, value: 'not-allowed', unconfirmed: true } };
const undone: Known = { popDeletion: { at, value: 'not-allowed', selected: 'allowed' } };

/** Each situation, and the field of the step that is next in it. */
const table: [situation: string, seen: Seen, next: FieldId | undefined][] = [
  ['in the inbox', seen({}, 'settings'), 'settings'],
  ['in the inbox, where nothing of the way is seen', seen(), 'settings'],
  ['while a mail is written', seen({ place: 'compose' }, 'settings'), 'settings'],
  ['with the quick panel open', seen({}, 'settings', 'more-settings'), 'more-settings'],
  ['on another settings page', seen({ place: 'settings' }, 'pop-entry'), 'pop-entry'],
  ['where the entry is folded away', seen({ place: 'settings' }), 'pop-entry'],
  ['on the account page', seen({ place: 'account-information' }, 'pop-entry'), 'pop-entry'],
  [
    'on the page of the other setting',
    seen({ place: 'settings', page: 'sending' }, 'pop-entry', 'save-to-sent'),
    'pop-entry',
  ],
  ['on its page, still loading', seen({ place: 'settings', page: 'pop' }), 'pop-deletion'],
  [
    'at the field',
    seen({ place: 'settings', page: 'pop', known: wrong }, 'pop-deletion', 'save'),
    'pop-deletion',
  ],
  [
    'at the field, on a page without a name',
    seen({ place: 'settings', known: wrong }, 'pop-deletion'),
    'pop-deletion',
  ],
  [
    'after the choice',
    seen({ place: 'settings', page: 'pop', known: chosen }, 'pop-deletion', 'save'),
    'save',
  ],
  [
    'after saving',
    seen({ place: 'settings', page: 'pop', known: saved }, 'pop-deletion', 'save'),
    undefined,
  ],
  [
    'when a right value is about to be undone',
    seen({ place: 'settings', page: 'pop', known: undone }, 'pop-deletion', 'save'),
    'pop-deletion',
  ],
  ['in the inbox, when it is right', seen({ known: saved }, 'settings'), undefined],
  [
    'in the inbox, when nothing could be told',
    seen({ known: { popDeletion: { at, error: 'conflict' } } }, 'settings'),
    'settings',
  ],
];

for (const [situation, now, next] of table) {
  test(`${situation} the next step is ${next ?? 'none'}`, () => {
    expect(currentStep(popDeletionAllowed.guide, now)?.field).toBe(next);
  });
}

test('only keeping both copies puts the other setting right', () => {
  const next = (webmail: boolean, clients: boolean) => {
    const known: Known = { sentCopies: { at, value: { webmail, clients } } };
    const now = seen({ place: 'settings', page: 'sending', known }, 'save-to-sent');
    return currentStep(sentCopiesMissing.guide, now)?.field;
  };
  expect(next(true, true)).toBeUndefined();
  expect(next(false, true)).toBe('save-to-sent');
  expect(next(true, false)).toBe('save-to-sent');
  expect(next(false, false)).toBe('save-to-sent');
});
