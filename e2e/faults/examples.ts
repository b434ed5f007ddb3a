/** One valid value of each kind that is stored. */
import { HOST } from '../browser/webmail.ts';
import { GB } from '../parts.ts';

const at = Date.now() - 60_000;

export const examples = {
  salt: 'a'.repeat(32),
  ways: {
    [HOST]: { pop: '/alimail/entries/v5.1/setting/pop-setting' },
    'mail.aliyun.com': { rules: '/alimail/entries/v5.1/setting/mail-filter-rule-list' },
  },
  taught: [
    {
      host: HOST,
      language: 'en',
      at,
      lesson: {
        fact: 'sentCopies',
        page: 'sending',
        name: 'retain a duplicate',
        kind: 'list',
        values: [{ words: 'everything', value: 'both' }],
      },
    },
    {
      host: HOST,
      language: 'en',
      at,
      lesson: {
        fact: 'storage',
        place: 'column',
        words: '#b occupied of #b',
        slots: [{ is: 'used' }, { is: 'total', unit: 'g' }],
      },
    },
  ],
  record: {
    version: 1,
    host: HOST,
    address: 'l***@example.com',
    known: {
      storage: { at, value: { used: GB, total: 10 * GB } },
      sentCopies: {
        at,
        value: { webmail: true, clients: true },
        was: { at, value: { webmail: true, clients: false } },
      },
      rules: {
        at,
        value: {
          listed: 1,
          complete: true,
          rules: [{ row: 1, mark: 'ab'.repeat(7), on: true, does: ['folder'], to: [] }],
        },
      },
    },
    warned: { level: 'high', at },
    own: ['example.com'],
    accepted: { ['cd'.repeat(7)]: { at, reason: 'ours' } },
  },
  checkup: {
    host: HOST,
    key: `mailbox:${'ef'.repeat(32)}`,
    address: 'l***@example.com',
    from: 1,
    at,
    since: at,
    tried: ['entry'],
    visited: [{ stop: 'pop', result: 'read' }],
  },
  search: {
    open: true,
    asked: ['way', 'who'],
    way: 'received',
    who: 'harbour',
    about: 'order',
    when: { is: 'today', date: '2026-01-02' },
    bounce: '552',
    notes: { spam: 'not-there' },
  },
  guide: { check: 'pop-deletion-allowed', tried: ['arrival'], at: Date.now() },
};
