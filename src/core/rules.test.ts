import { expect, test } from '@playwright/test';
import { audit, type Evidence } from './audit.ts';
import { verdictOf } from './check.ts';
import { mailForwardedAway } from './checks/mail-forwarded-away.ts';
import { rulesForwardMail } from './checks/rules-forward-mail.ts';
import { rulesHideMail } from './checks/rules-hide-mail.ts';
import { rulesRemoveMail } from './checks/rules-remove-mail.ts';
import { type Facts, type Known, learn } from './facts.ts';
import { markOf } from './mark.ts';
import { afterWord } from './record.ts';
import { ownDomainsOf } from './rules.ts';
import type { Rule } from './schemas.ts';

const own = ['example.com'];
const ruleOf = (part: Partial<Rule>): Rule => ({
  row: 1,
  mark: '0123456789abcd',
  does: [],
  to: [],
  when: 'narrow',
  ...part,
});
const listOf = (...rules: Partial<Rule>[]): Facts['rules'] => ({
  listed: rules.length,
  complete: true,
  rules: rules.map((part, index) =>
    ruleOf({ row: index + 1, mark: String(index).padStart(14, '0'), ...part }),
  ),
});

/** What all three checks say of one rule. */
function said(part: Partial<Rule>): string[] {
  return [rulesRemoveMail, rulesForwardMail, rulesHideMail].flatMap((check) => {
    const judged = check.problem({ rules: listOf(part) }, { own });
    const [rule] = judged && 'rules' in judged ? (judged.rules ?? []) : [];
    return rule ? [`${check.id} ${rule.severity} ${rule.variant}`] : [];
  });
}

const table: [rule: Partial<Rule>, answer: string[]][] = [
  [{ does: ['other'] }, []],
  [{ does: ['read'] }, []],
  [{ does: ['inbox'] }, []],
  [{ does: ['delete'] }, ['rules-remove-mail warning delete']],
  [{ does: ['reject'] }, ['rules-remove-mail warning reject']],
  [{ does: ['trash'] }, ['rules-remove-mail warning trash']],
  [{ does: ['delete'], when: 'broad' }, ['rules-remove-mail critical delete']],
  [{ does: ['trash'], when: 'everything' }, ['rules-remove-mail critical trash']],
  [{ does: ['delete'], oddName: true }, ['rules-remove-mail critical delete']],
  [{ does: ['delete'], on: false, when: 'broad' }, ['rules-remove-mail info delete']],
  [{ does: ['forward'], to: ['outside.example'] }, ['rules-forward-mail critical outside']],
  [{ does: ['forward'], to: ['example.com'] }, ['rules-forward-mail info inside']],
  [{ does: ['forward'], to: ['sub.example.com'] }, ['rules-forward-mail info inside']],
  [{ does: ['forward'], to: ['notexample.com'] }, ['rules-forward-mail critical outside']],
  [{ does: ['forward'] }, ['rules-forward-mail warning somewhere']],
  [
    { does: ['forward'], to: ['example.com'], sensitive: true },
    ['rules-forward-mail warning inside'],
  ],
  [{ does: ['spam'] }, ['rules-hide-mail warning spam']],
  [{ does: ['folder'] }, ['rules-hide-mail info sorted']],
  [{ does: ['folder'], sensitive: true }, ['rules-hide-mail warning sorted']],
  [{ does: ['folder', 'read'] }, ['rules-hide-mail warning read']],
  [{ does: ['folder'], when: 'broad' }, ['rules-hide-mail warning everything']],
  [
    { does: ['delete', 'forward'], to: ['outside.example'] },
    ['rules-remove-mail warning delete', 'rules-forward-mail critical outside'],
  ],
];

for (const [rule, answer] of table) {
  test(`a rule of ${JSON.stringify(rule)} is ${answer.join(', ') || 'fine'}`, () => {
    expect(said(rule)).toEqual(answer);
  });
}

test('a rule that was not understood, or not seen, makes it unclear, never fine', () => {
  const unread = ruleOf({});
  delete unread.does;
  const rules = listOf({ does: ['other'] });
  const judge = (list: Facts['rules']) =>
    verdictOf(rulesRemoveMail.problem({ rules: list }, { own }));
  expect(judge(rules)).toBeUndefined();
  expect(judge({ ...rules, rules: [...rules.rules, unread] })).toBe('unknown-value');
  expect(judge({ ...rules, rules: [...rules.rules, { ...unread, on: false }] })).toBeUndefined();
  expect(judge({ ...rules, complete: false, listed: 9 })).toBe('incomplete');
});

test('forwarding of all mail is judged by whose the target is and whether a copy stays', () => {
  const judge = (forwarding: Facts['forwarding'], mine: readonly string[] = own) =>
    verdictOf(mailForwardedAway.problem({ forwarding }, { own: mine }));
  expect(judge({ to: [] })).toBeUndefined();
  expect(judge({ to: ['example.com'], keepsCopy: true })).toBe('info inside');
  expect(judge({ to: ['example.com'], keepsCopy: false })).toBe('warning inside_gone');
  expect(judge({ to: ['outside.example'], keepsCopy: true })).toBe('critical outside');
  expect(judge({ to: ['outside.example'], keepsCopy: false })).toBe('critical gone');
  expect(judge({ to: ['outside.example'] }, [])).toBe('warning unknown');
});

test('own domains are those that were named, else that of the address; a public provider is nobody’s', () => {
  expect(ownDomainsOf({ address: 'l***@example.com' })).toEqual(['example.com']);
  expect(ownDomainsOf({ address: 'l***@example.com', own: ['a.example'] })).toEqual(['a.example']);
  expect(ownDomainsOf({ address: 'l***@aliyun.com' })).toEqual([]);
  expect(ownDomainsOf({ address: null })).toEqual([]);
});

const hidden = (evidence: Evidence, now: number) =>
  audit(evidence, now).find(({ check }) => check === 'rules-hide-mail')?.outcome;

test('a rule that the user knows about is accepted until its time is over, and again when it changes', () => {
  const rules = listOf({ does: ['spam'] });
  const known: Known = { rules: { at: 1, value: rules } };
  const mark = rules.rules[0]?.mark ?? '';
  const accepted = afterWord(undefined, { mark, known: { days: 30, reason: ' mine ' } }, 1000);
  expect(accepted[mark]).toEqual({ at: 1000, until: 1000 + 30 * 86_400_000, reason: 'mine' });
  const evidence: Evidence = { known, address: null, accepted };
  expect(hidden(evidence, 2000)).toBe('accepted');
  expect(hidden(evidence, 1000 + 31 * 86_400_000)).toBe('wrong');
  expect(hidden({ ...evidence, accepted: afterWord(accepted, { mark }, 3000) }, 3000)).toBe(
    'wrong',
  );
  const changed: Known = {
    rules: { at: 2, value: listOf({ does: ['spam'], mark: 'ffffffffffffff' }) },
  };
  expect(hidden({ ...evidence, known: changed }, 2000)).toBe('wrong');
  const ever = afterWord(undefined, { mark, known: { days: null, reason: '' } }, 1000);
  expect(hidden({ ...evidence, accepted: ever }, 1e15)).toBe('accepted');
});

const marks = (known: Known) =>
  known.rules && 'value' in known.rules
    ? known.rules.value.rules.map(({ mark, since }) => [mark, since])
    : [];

test('a rule that was not there before is new since it was seen; of a first list nobody knows', () => {
  const first: Known = { rules: { at: 1, value: listOf({ mark: 'a'.repeat(14) }) } };
  const second: Known = {
    rules: { at: 5, value: listOf({ mark: 'a'.repeat(14) }, { mark: 'b'.repeat(14) }) },
  };
  const known = learn(learn({}, first), second);
  expect(marks(known)).toEqual([
    ['a'.repeat(14), undefined],
    ['b'.repeat(14), 5],
  ]);
  expect(
    marks(learn(known, { rules: { ...second.rules, at: 9 } as Known['rules'] & object })),
  ).toEqual(marks(known));
});

test('one page of a list takes nothing away that was seen of the whole', () => {
  const whole: Known = {
    rules: { at: 1, value: listOf({ mark: 'a'.repeat(14) }, { mark: 'b'.repeat(14) }) },
  };
  const page: Known = {
    rules: {
      at: 5,
      value: {
        listed: 2,
        complete: false,
        rules: [ruleOf({ row: 2, mark: 'b'.repeat(14), on: false })],
      },
    },
  };
  const known = learn(whole, page);
  expect(marks(known).map(([mark]) => mark)).toEqual(['a'.repeat(14), 'b'.repeat(14)]);
  const value = known.rules && 'value' in known.rules ? known.rules.value : undefined;
  expect(value?.complete).toBe(true);
  expect(value?.rules[1]?.on).toBe(false);
});

test('a mark is the same for the same key and text, and another one otherwise', () => {
  expect(markOf('k', 'text')).toMatch(/^[\da-f]{14}$/);
  expect(markOf('k', 'text')).toBe(markOf('k', 'text'));
  const all = Array.from({ length: 5000 }, (_, index) => markOf('k', `rule ${index}`));
  expect(new Set([...all, markOf('l', 'rule 0'), markOf('k', '')]).size).toBe(5002);
});
