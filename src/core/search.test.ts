import { expect, test } from '@playwright/test';
import { audit, type Evidence } from './audit.ts';
import type { Known } from './facts.ts';
import { baseOf, routeTo } from './route.ts';
import {
  answered,
  back,
  type CatchingRule,
  type Clues,
  keywordsOf,
  messageOf,
  type Note,
  namedRulesFrom,
  newSearch,
  noted,
  notedOf,
  positionOf,
  questions,
  type Search,
  type StepId,
  searchFrom,
  settled,
  shownBy,
  stepsOf,
  unanswered,
} from './search.ts';

const at = 1_000_000;
const gib = 1024 ** 3;
const rules = (
  all: { does: ('delete' | 'folder' | 'forward')[]; on?: boolean }[],
  complete = true,
): NonNullable<Known['rules']> => ({
  at,
  value: {
    listed: all.length,
    complete,
    rules: all.map(({ does, on = true }, index) => ({
      row: index + 1,
      mark: `${index}`.padStart(14, '0'),
      on,
      does,
      to: does.includes('forward') ? ['example.net'] : [],
      when: 'narrow' as const,
    })),
  },
});

/** A mailbox in which all is known, and nothing is a reason for mail to be missing. */
const innocent: Known = {
  storage: { at, value: { used: gib, total: 10 * gib } },
  popDeletion: { at, value: 'not-allowed' },
  sentCopies: { at, value: { webmail: true, clients: true } },
  rules: rules([]),
  forwarding: { at, value: { to: [] } },
};

function cluesOf(known: Known, named?: CatchingRule[], more: Partial<Evidence> = {}): Clues {
  const evidence: Evidence = { known, address: 'l***@example.com', ...more };
  return { findings: audit(evidence, at), known, rules: named };
}

const asked = (search: Search): Search =>
  questions.reduce((so, question) => answered(so, question), search);
const received = asked({ ...newSearch(), way: 'received' });
const sent = asked({ ...newSearch(), way: 'sent' });

/** Goes on as a user who finds nothing by himself, up to where nothing fills itself in any more. */
function walk(search: Search, clues: Clues, answers: Partial<Record<StepId, Note>> = {}): Search {
  const next = settled(search, clues);
  const position = positionOf(next);
  if (position.at !== 'step') return next;
  const { step } = position;
  const isAsked = ['everywhere', 'spam', 'deleted', 'folders', 'filters', 'bounce'].includes(step);
  const note = answers[step] ?? (isAsked ? 'not-there' : undefined);
  return note ? walk(noted(next, step, note), clues, answers) : next;
}

const where = (search: Search) => {
  const position = positionOf(search);
  if (position.at === 'question') return `ask ${position.question}`;
  return position.at === 'step' ? position.step : `end ${position.ending}`;
};

test('each question may be passed over, or answered and taken back', () => {
  let search = newSearch();
  expect(where(search)).toBe('ask way');
  search = answered(search, 'way', { way: 'sent' });
  expect(where(search)).toBe('ask who');
  search = answered({ ...search, who: 'mei' }, 'who');
  expect(where(search)).toBe('ask about');
  search = unanswered({ ...search, about: 'half a wor' }, 'about');
  expect(search.about).toBe('');
  search = answered(search, 'when', { when: { is: 'date', date: '2026-11-20' } });
  expect(where(search)).toBe('everywhere');
  search = back(search);
  expect(where(search)).toBe('ask when');
  expect(search.when?.date).toBe('2026-11-20');
  expect(unanswered(search, 'when').when).toBeUndefined();
  search = back(back(search));
  expect(where(search)).toBe('ask who');
  expect(search).toMatchObject({ who: 'mei', way: 'sent' });
  search = back(search);
  expect(unanswered(search, 'way').way).toBeUndefined();
  expect(unanswered(search, 'way').when?.date).toBe('2026-11-20');
});

test('what does not apply to a mail is left out', () => {
  expect(stepsOf(received)).toEqual([
    'everywhere',
    'spam',
    'deleted',
    'folders',
    'rules',
    'pop',
    'forwarding',
    'filters',
    'storage',
    'bounce',
  ]);
  expect(stepsOf(sent)).toEqual(['everywhere', 'deleted', 'folders', 'sent-copies', 'bounce']);
  expect(stepsOf(newSearch())).toHaveLength(11);
});

test('a mail that is nowhere and that nothing explains ends at the administrator', () => {
  const end = walk(received, cluesOf(innocent));
  expect(where(end)).toBe('end nothing');
  expect(notedOf(end).map(({ note }) => note)).toEqual(Array(10).fill('not-there'));
  expect(where(walk(sent, cluesOf(innocent)))).toBe('end nothing');
});

for (const step of ['everywhere', 'spam', 'deleted', 'folders', 'filters'] as const) {
  test(`a mail that is found at ${step} ends the search there`, () => {
    expect(where(walk(received, cluesOf(innocent), { [step]: 'found' }))).toBe(`end ${step}`);
  });
}

/** Where the walk stops, by what is known. */
const causes: [name: string, search: Search, known: Known, stop: string, note?: Note][] = [
  ['POP deletes', received, { popDeletion: { at, value: 'allowed' } }, 'pop', 'possible'],
  ['POP was not looked at', received, { popDeletion: undefined }, 'pop'],
  ['POP could not be read', received, { popDeletion: { at, error: 'conflict' } }, 'pop'],
  ['POP is off', received, { popDeletion: { at, error: 'switched-off' } }, 'end nothing'],
  ['POP deletes, of a sent mail', sent, { popDeletion: { at, value: 'allowed' } }, 'end nothing'],
  [
    'no copy of mail from clients',
    sent,
    { sentCopies: { at, value: { webmail: true, clients: false } } },
    'sent-copies',
    'possible',
  ],
  ['copies were not looked at', sent, { sentCopies: undefined }, 'sent-copies'],
  [
    'forwarded without a copy',
    received,
    { forwarding: { at, value: { to: ['example.net'], keepsCopy: false } } },
    'forwarding',
    'possible',
  ],
  [
    'forwarded, and nobody knows whether a copy stays',
    received,
    { forwarding: { at, value: { to: ['example.net'] } } },
    'forwarding',
    'possible',
  ],
  [
    'forwarded with a copy',
    received,
    { forwarding: { at, value: { to: ['example.net'], keepsCopy: true } } },
    'end nothing',
  ],
  ['forwarding was not looked at', received, { forwarding: undefined }, 'forwarding'],
  [
    'a rule forwards',
    received,
    { rules: rules([{ does: ['forward'] }]) },
    'forwarding',
    'possible',
  ],
  [
    'a rule that is off forwards',
    received,
    { rules: rules([{ does: ['forward'], on: false }]) },
    'end nothing',
  ],
  ['a rule deletes, its page closed', received, { rules: rules([{ does: ['delete'] }]) }, 'rules'],
  ['not all rules were seen', received, { rules: rules([], false) }, 'rules'],
  ['rules were not looked at', received, { rules: undefined }, 'rules'],
  [
    'full',
    received,
    { storage: { at, value: { used: 10 * gib, total: 10 * gib } } },
    'storage',
    'possible',
  ],
  [
    'almost full: a large mail may have been refused',
    received,
    { storage: { at, value: { used: 9.8 * gib, total: 10 * gib } } },
    'storage',
  ],
  [
    'above 90 %',
    received,
    { storage: { at, value: { used: 9.2 * gib, total: 10 * gib } } },
    'end nothing',
  ],
  ['storage was not seen', received, { storage: undefined }, 'storage'],
] as [string, Search, Known, string, Note?][];

for (const [name, search, known, stop, note] of causes) {
  test(`${name}: ${stop}`, () => {
    const stopped = walk(search, cluesOf({ ...innocent, ...known }));
    expect(where(stopped)).toBe(stop);
    if (!stop.startsWith('end')) expect(stopped.notes[stop as StepId]).toBe(note);
  });
}

test('a possible cause ends the search only if the user says so, and is named at the end if not', () => {
  const clues = cluesOf({ ...innocent, popDeletion: { at, value: 'allowed' } });
  expect(where(walk(received, clues, { pop: 'found' }))).toBe('end pop');
  const end = walk(received, clues, { pop: 'doubted' });
  expect(where(end)).toBe('end nothing');
  const lines = messageOf(end, null, 'en').flat();
  expect(lines).toContainEqual({ key: 'searchMailPossible', names: ['searchNamePop'] });
});

test('a cause stays one after it was put right', () => {
  const wrong = cluesOf({ ...innocent, popDeletion: { at, value: 'allowed' } });
  const stopped = walk(received, wrong);
  expect(where(walk(stopped, cluesOf(innocent)))).toBe('pop');
});

test('what the user has accepted may still be the cause', () => {
  const known = { ...innocent, rules: rules([{ does: ['forward'] }]) };
  const accepted = { '00000000000000': { at } };
  expect(where(walk(received, cluesOf(known, undefined, { accepted })))).toBe('forwarding');
});

const named = (...catches: (boolean | undefined)[]): CatchingRule[] =>
  catches.map((one, index) => ({
    row: index + 1,
    mark: `${index}`.padStart(14, '0'),
    name: 'Invoices',
    ...(one !== undefined && { catches: one }),
  }));
const two = rules([{ does: ['folder'] }, { does: ['delete'] }]);

const lists: [name: string, rules: CatchingRule[], known: Known['rules'], stop: string][] = [
  ['one catches it', named(false, true), two, 'rules'],
  ['none of all catches it', named(false, false), two, 'end nothing'],
  ['one was not understood', named(false, undefined), two, 'rules'],
  ['a part of the list is shown', named(false), two, 'rules'],
  ['how many there are is not known', named(false, false), undefined, 'rules'],
];
for (const [name, list, known, stop] of lists) {
  test(`rules of which ${name}: ${stop}`, () => {
    const clues = cluesOf({ ...innocent, ...(known && { rules: known }) }, list);
    const unknown = known ? clues : { ...clues, findings: [], known: {} };
    const stopped = walk(received, unknown, {
      pop: 'skipped',
      forwarding: 'skipped',
      storage: 'skipped',
    });
    expect(where(stopped)).toBe(stop);
    expect(stopped.notes.rules).toBe(
      name === 'one catches it' ? 'possible' : stop === 'rules' ? undefined : 'not-there',
    );
  });
}

test('names of rules are made fit to be shown; what is no list of rules is none', () => {
  const [one] = namedRulesFrom([
    { row: 1, mark: 'a', name: `<b>\u202Ex\u200B\n${'y'.repeat(9000)}`, catches: true },
  ]) as CatchingRule[];
  expect(one?.name).toMatch(/^<b> x y+…$/);
  expect(one?.name.length).toBe(61);
  for (const answer of [undefined, null, 'rules', {}, [{ row: 0, mark: '', name: '' }], [1]]) {
    expect(namedRulesFrom(answer)).toBeUndefined();
  }
  expect(namedRulesFrom([])).toEqual([]);
});

test('an error message that came back ends the search, its text in the message', () => {
  const end = { ...walk(received, cluesOf(innocent), { bounce: 'found' }), bounce: ' 550 5.7.1 ' };
  expect(where(end)).toBe('end bounce');
  const lines = messageOf(end, null, 'en').flat();
  expect(lines).toContainEqual({ key: 'searchMailBounce', values: ['550 5.7.1'] });
  expect(messageOf({ ...end, bounce: '' }, null, 'en').flat()).toContainEqual({
    key: 'searchMailBounced',
  });
});

test('the way back leads to what was asked, not to what filled itself in', () => {
  const clues = cluesOf(innocent);
  let search = walk(received, clues, { filters: 'skipped' });
  const seen: string[] = [];
  while (where(search) !== 'ask way') {
    search = back(search);
    seen.push(where(settled(search, clues)));
  }
  expect(seen).toEqual([
    'bounce',
    'filters',
    'folders',
    'deleted',
    'spam',
    'everywhere',
    'ask when',
    'ask about',
    'ask who',
    'ask way',
  ]);
});

test('the way back from an end leads to the step that it was found at', () => {
  const allowed = cluesOf({ ...innocent, popDeletion: { at, value: 'allowed' } });
  expect(where(back(walk(received, allowed, { pop: 'found' })))).toBe('pop');
  expect(where(back(walk(received, allowed, { spam: 'found' })))).toBe('spam');
  const bounced = walk(received, cluesOf(innocent), { bounce: 'found' });
  expect(back(bounced).notes.bounce).toBe('possible');
  expect(back(back(bounced)).notes.bounce).toBeUndefined();
  const doubted = walk(received, allowed, { pop: 'doubted' });
  expect(where(back(back(back(doubted))))).toBe('pop');
});

test('the message names the mail, and what an administrator can do', () => {
  const search: Search = {
    ...received,
    who: ' anna@example.org ',
    about: 'Order 4711',
    when: { is: 'date', date: '2026-11-20' },
  };
  const lines = messageOf(search, 'lin.wei@example.com', 'en').flat();
  expect(lines.map(({ key, values = [] }) => [key, ...values].join(' '))).toEqual([
    'searchMailHello',
    'searchMailIntro',
    'searchMailMailbox lin.wei@example.com',
    'searchMailWayReceived',
    'searchMailSender anna@example.org',
    'searchMailSubject Order 4711',
    'searchMailDate Nov 20, 2026',
    'searchMailPlease',
    'searchMailLog',
    'searchMailBin',
    'searchMailRules',
    'searchMailThanks',
  ]);
  const keys = messageOf(
    { ...sent, who: 'x', when: { is: 'days', date: '2026-11-20' } },
    null,
    'en',
  )
    .flat()
    .map(({ key }) => key);
  expect(keys).toContain('searchMailRecipient');
  expect(keys).toContain('searchMailDays');
  expect(keys).toContain('searchMailLogSent');
  expect(keys).not.toContain('searchMailMailbox');
});

test('each word is searched for by itself, wherever the webmail has its routes', () => {
  expect(keywordsOf({ ...received, who: 'anna ', about: ' ' })).toEqual(['anna']);
  expect(keywordsOf({ ...received, who: 'anna', about: 'Order' })).toEqual(['Order', 'anna']);
  expect(routeTo('search', 'a&b=1/ü')).toBe('search?keyword=a%26b%3D1%2F%C3%BC');
  expect(routeTo('spam')).toBe('mail/spam/all');
  expect(baseOf('/alimail/entries/v5.1/mail/inbox/all')).toBe('/alimail/entries/v5.1/');
  expect(baseOf('/alimail/entries/v5.3')).toBe('/alimail/entries/v5.3/');
  expect(baseOf('/alimail/entries/v5/../x')).toBe('/alimail/entries/v5/');
  for (const path of ['/', '/alimail/', '/alimail/entries/v4/mail', '/x/alimail/entries/v5/'])
    expect(baseOf(path)).toBeUndefined();
});

test('what shows the way is what is wrong', () => {
  expect(
    shownBy('forwarding', cluesOf({ ...innocent, rules: rules([{ does: ['forward'] }]) })),
  ).toBe('rules-forward-mail');
  expect(shownBy('forwarding', cluesOf({}))).toBe('mail-forwarded-away');
  expect(shownBy('rules', cluesOf({}))).toBe('rules-hide-mail');
  expect(shownBy('spam', cluesOf({}))).toBeUndefined();
});

test('a stored search is read back whole, and what is none is none', () => {
  const search = walk(
    { ...received, who: '你好', when: { is: 'days', date: '2026-11-20' } },
    cluesOf({}),
  );
  expect(searchFrom(JSON.parse(JSON.stringify(search)))).toEqual(
    JSON.parse(JSON.stringify(search)),
  );
  const damaged: unknown[] = [
    undefined,
    null,
    'search',
    {},
    { ...search, way: 'lost' },
    { ...search, who: 'x'.repeat(201) },
    { ...search, asked: ['why'] },
    { ...search, notes: { spam: 'perhaps' } },
    { ...search, notes: { garage: 'found' } },
    { ...search, when: { is: 'date', date: 'soon' } },
    { ...search, more: true },
  ];
  for (const one of damaged) expect(searchFrom(one)).toBeUndefined();
});
