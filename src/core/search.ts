/**
 * The search for a missing mail: what is asked, where it is looked for, and what each step found. Like a
 * guide it has no step counter: the position is the first question or step that nothing was noted of.
 */
import * as v from 'valibot';
import type { Finding } from './audit.ts';
import type { CheckId } from './checks/index.ts';
import type { Known } from './facts.ts';
import { longestKeyword } from './route.ts';
import type { MessageKey } from './words.ts';

/** The questions, in their order; each may be passed over. */
export const questions = ['way', 'who', 'about', 'when'] as const;
export type Question = (typeof questions)[number];

/** Where the mail may be or what may have become of it, in the order in which it is looked for. */
const stepIds = [
  'everywhere',
  'spam',
  'deleted',
  'folders',
  'rules',
  'pop',
  'sent-copies',
  'forwarding',
  'filters',
  'storage',
  'bounce',
] as const;
export type StepId = (typeof stepIds)[number];

/** Steps in which the user looks himself; the others fill themselves in from what is known. */
const looked: readonly StepId[] = [
  'everywhere',
  'spam',
  'deleted',
  'folders',
  'filters',
  'bounce',
] as const;

/** Steps that can only matter for a mail of one way. */
const onlyFor: Partial<Record<StepId, 'received' | 'sent'>> = {
  spam: 'received',
  rules: 'received',
  pop: 'received',
  'sent-copies': 'sent',
  forwarding: 'received',
  filters: 'received',
  storage: 'received',
};

/**
 * What is noted of a step. `found` ends the search. `possible`: a setting may be the cause, and the user
 * has yet to say whether it is; `doubted`: he went on. `skipped`: nobody could tell.
 */
const notes = ['found', 'possible', 'doubted', 'not-there', 'skipped'] as const;
export type Note = (typeof notes)[number];

const date = v.pipe(
  v.string(),
  v.isoDate(),
  v.check((day) => !Number.isNaN(Date.parse(day))),
);
const typed = (most: number) => v.pipe(v.string(), v.maxLength(most));

/** The most that can be typed, by what is typed; a mail is searched for by one of the first two. */
export const mostTyped = { who: longestKeyword, about: longestKeyword, bounce: 2000 };

const searchSchema = v.strictObject({
  /** Whether the popup shows it; the user may look at the findings in between. */
  open: v.boolean(),
  /** The questions that are behind. */
  asked: v.pipe(v.array(v.picklist(questions)), v.maxLength(questions.length)),
  way: v.exactOptional(v.picklist(['received', 'sent'])),
  who: typed(mostTyped.who),
  about: typed(mostTyped.about),
  /** `date` is the day of the mail, else the day on which it was answered. */
  when: v.exactOptional(v.strictObject({ is: v.picklist(['today', 'days', 'date']), date })),
  /** The code or the text of the error message that the sender got. */
  bounce: typed(mostTyped.bounce),
  notes: v.partial(v.strictObject(v.entriesFromList(stepIds, v.picklist(notes)))),
});
export type Search = v.InferOutput<typeof searchSchema>;

/** What was kept as a search; `undefined` if it is none, whoever wrote it. */
export function searchFrom(stored: unknown): Search | undefined {
  const result = v.safeParse(searchSchema, stored);
  return result.success ? result.output : undefined;
}

export const newSearch = (): Search => ({
  open: true,
  asked: [],
  who: '',
  about: '',
  bounce: '',
  notes: {},
});

/** The steps for a mail that was received, sent, or of which it is not known. */
export const stepsOf = ({ way }: Pick<Search, 'way'>): StepId[] =>
  stepIds.filter((id) => way === undefined || (onlyFor[id] ?? way) === way);

/** What a search ends with: the step that found something, or nothing. */
export type Ending = StepId | 'nothing';

export type Position =
  | { at: 'question'; question: Question }
  | { at: 'step'; step: StepId }
  | { at: 'end'; ending: Ending };

export function positionOf(search: Search): Position {
  const question = questions.find((one) => !search.asked.includes(one));
  if (question) return { at: 'question', question };
  for (const step of stepsOf(search)) {
    const note = search.notes[step];
    if (note === 'found') return { at: 'end', ending: step };
    if (note === undefined || note === 'possible') return { at: 'step', step };
  }
  return { at: 'end', ending: 'nothing' };
}

/** What is noted so far, in the order of the steps. */
export const notedOf = (search: Search): { step: StepId; note: Note }[] =>
  stepsOf(search).flatMap((step) => {
    const note = search.notes[step];
    return note ? [{ step, note }] : [];
  });

/** A receiving rule on the webmail's page, and whether it would catch the mail; `undefined`: unclear. */
const namedRulesSchema = v.pipe(
  v.array(
    v.object({
      row: v.pipe(v.number(), v.integer(), v.minValue(1)),
      mark: v.pipe(v.string(), v.maxLength(64)),
      name: v.string(),
      catches: v.optional(v.boolean()),
    }),
  ),
  v.maxLength(1000),
);
export type CatchingRule = v.InferOutput<typeof namedRulesSchema>[number];

/** A tab's answer about its rules; `undefined` where it gave none. Names are made fit to be shown. */
export function namedRulesFrom(answer: unknown): CatchingRule[] | undefined {
  const result = v.safeParse(namedRulesSchema, answer);
  if (!result.success) return undefined;
  return result.output.map((rule) => ({ ...rule, name: plain(rule.name) }));
}

const longestName = 60;

/** A text without what turns, hides or breaks letters, cut where nobody reads on. */
function plain(text: string): string {
  const letters = [
    ...text
      .slice(0, 1000)
      .replace(/[\p{C}\p{Z}]+/gu, ' ')
      .trim(),
  ];
  return letters.length > longestName
    ? `${letters.slice(0, longestName).join('')}…`
    : letters.join('');
}

/** What is known while a search goes on. */
export interface Clues {
  findings: readonly Finding[];
  known: Known;
  /** The rules on the tab's page; `undefined` where it shows none. */
  rules: readonly CatchingRule[] | undefined;
}

type Judgement = 'possible' | 'not-there' | 'unknown';

const findingOf = ({ findings }: Clues, check: CheckId): Finding =>
  findings.find((one) => one.check === check) ?? { check, outcome: 'unseen' };

/** The checks that a step rests on. */
export const checksOf: Partial<Record<StepId, readonly CheckId[]>> = {
  pop: ['pop-deletion-allowed'],
  'sent-copies': ['sent-copies-missing'],
  forwarding: ['mail-forwarded-away', 'rules-forward-mail'],
  storage: ['storage-nearly-full'],
};

/** What is known of a step's cause. What the user accepted may still be the cause. */
export function judgementOf(step: StepId, clues: Clues): Judgement {
  if (step === 'rules') return ofRules(clues);
  const all = (checksOf[step] ?? []).map((check) => ofFinding(findingOf(clues, check), clues));
  if (all.includes('possible')) return 'possible';
  return all.length === 0 || all.includes('unknown') ? 'unknown' : 'not-there';
}

function ofFinding(finding: Finding, { known: { forwarding } }: Clues): Judgement {
  if (finding.outcome === 'unseen' || finding.outcome === 'unclear') return 'unknown';
  if (!('problem' in finding)) return 'not-there';
  const { variant, rules } = finding.problem;
  switch (finding.check) {
    case 'storage-nearly-full':
      // Where little is free, only large mail is refused.
      return variant === 'full' ? 'possible' : variant === 'critical' ? 'unknown' : 'not-there';
    case 'mail-forwarded-away': {
      // Of what stays here as a copy nothing is missing.
      const stays = forwarding && 'value' in forwarding && forwarding.value.keepsCopy === true;
      return stays ? 'not-there' : 'possible';
    }
    case 'rules-forward-mail':
      return rules?.every(({ rule }) => rule.on === false) ? 'not-there' : 'possible';
    default:
      return 'possible';
  }
}

function ofRules(clues: Clues): Judgement {
  const { rules, known } = clues;
  if (rules?.some(({ catches }) => catches)) return 'possible';
  const harmful = (['rules-remove-mail', 'rules-hide-mail'] as const).map((check) =>
    findingOf(clues, check),
  );
  if (harmful.every(({ outcome }) => outcome === 'fine')) return 'not-there';
  // The page may show a part of the list only.
  const all = known.rules && 'value' in known.rules ? known.rules.value : undefined;
  const isAll = rules && all?.complete && all.listed <= rules.length;
  return isAll && rules.every(({ catches }) => catches === false) ? 'not-there' : 'unknown';
}

/** The check that shows the way to what a step is about; the one that is wrong before the others. */
export function shownBy(step: StepId, clues: Clues): CheckId | undefined {
  if (step === 'rules') return 'rules-hide-mail';
  const checks = checksOf[step] ?? [];
  const rank: Judgement[] = ['possible', 'unknown', 'not-there'];
  return [...checks].sort((one, other) => {
    const [a, b] = [one, other].map((check) => ofFinding(findingOf(clues, check), clues));
    return rank.indexOf(a as Judgement) - rank.indexOf(b as Judgement);
  })[0];
}

/** The search with what is known written down, as far as the user need not be asked. */
export function settled(search: Search, clues: Clues): Search {
  const position = positionOf(search);
  if (position.at !== 'step') return search;
  const { step } = position;
  if (looked.includes(step) || search.notes[step] !== undefined) return search;
  const judgement = judgementOf(step, clues);
  return judgement === 'unknown' ? search : settled(noted(search, step, judgement), clues);
}

export const noted = (search: Search, step: StepId, note: Note): Search => ({
  ...search,
  notes: { ...search.notes, [step]: note },
});

/** The search with a question behind it. */
export const answered = (search: Search, question: Question, answer: Partial<Search> = {}) => ({
  ...search,
  ...answer,
  asked: [...search.asked.filter((one) => one !== question), question],
});

/** The search with a question behind it and no answer to it. */
export function unanswered(search: Search, question: Question): Search {
  const { way, when, ...rest } = answered(search, question);
  if (question === 'way') return { ...rest, ...(when && { when }) };
  if (question === 'when') return { ...rest, ...(way && { way }) };
  return { ...rest, ...(way && { way }), ...(when && { when }), [question]: '' };
}

/** Back to what the user was asked last; what filled itself in does so again. */
export function back(search: Search): Search {
  const position = positionOf(search);
  const steps = stepsOf(search);
  const kept = { ...search.notes };
  const isCause = (step: StepId) => !looked.includes(step) && step !== 'rules';
  if (position.at === 'end' && position.ending !== 'nothing') {
    const { ending } = position;
    const note: Note | undefined = isCause(ending) || ending === 'bounce' ? 'possible' : undefined;
    return { ...search, notes: { ...kept, [ending]: note } };
  }
  if (position.at === 'step' && position.step === 'bounce' && kept.bounce === 'possible') {
    return { ...search, notes: { ...kept, bounce: undefined } };
  }
  const before =
    position.at === 'question'
      ? []
      : steps.slice(0, position.at === 'end' ? steps.length : steps.indexOf(position.step));
  for (const step of before.reverse()) {
    const note = kept[step];
    kept[step] = note === 'doubted' ? 'possible' : undefined;
    if (looked.includes(step) || note !== 'not-there') return { ...search, notes: kept };
  }
  return { ...search, notes: kept, asked: search.asked.slice(0, -1) };
}

/** Whether there is anything to go back to. */
export const hasBack = ({ asked }: Search): boolean => asked.length > 0;

/** The words to search for, one search each: it is not known whether the webmail finds words apart. */
export const keywordsOf = ({ who, about }: Search): string[] =>
  [about, who].map((words) => words.trim()).filter((words) => words !== '');

/** What each step is called where its result is told. */
export const stepNames: Record<StepId, MessageKey> = {
  everywhere: 'searchNameEverywhere',
  spam: 'searchNameSpam',
  deleted: 'searchNameDeleted',
  folders: 'searchNameFolders',
  rules: 'searchNameRules',
  pop: 'searchNamePop',
  'sent-copies': 'searchNameSent',
  forwarding: 'searchNameForwarding',
  filters: 'searchNameFilters',
  storage: 'searchNameStorage',
  bounce: 'searchNameBounce',
};

/** A line of the message to the administrator; `names` are words of ours that fill its one gap. */
export interface Line {
  key: MessageKey;
  values?: string[];
  names?: MessageKey[];
}

const ways: Record<'received' | 'sent', MessageKey> = {
  received: 'searchMailWayReceived',
  sent: 'searchMailWaySent',
};

const dayIn = (locale: string, day: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(day));

/** The message to the administrator, in paragraphs: what is missing, what was seen, what to do. */
export function messageOf(search: Search, address: string | null, locale: string): Line[][] {
  const { way, when } = search;
  const [who, about, bounce] = [search.who, search.about, search.bounce].map((text) => text.trim());
  const is = (...wanted: Note[]) =>
    notedOf(search)
      .filter(({ step, note }) => step !== 'bounce' && wanted.includes(note))
      .map(({ step }) => stepNames[step]);
  const [absent, possible] = [is('not-there'), is('found', 'possible', 'doubted')];
  const whose: MessageKey =
    way === 'sent'
      ? 'searchMailRecipient'
      : way === 'received'
        ? 'searchMailSender'
        : 'searchMailPerson';
  const line = (key: MessageKey, value: string | undefined): Line[] =>
    value ? [{ key, values: [value] }] : [];
  const named = (key: MessageKey, names: MessageKey[]): Line[] =>
    names.length > 0 ? [{ key, names }] : [];
  const isSent = way === 'sent';
  const bounced: Line[] = bounce
    ? line('searchMailBounce', bounce)
    : [{ key: 'searchMailBounced' }];
  const paragraphs: Line[][] = [
    [{ key: 'searchMailHello' }],
    [
      { key: isSent ? 'searchMailIntroSent' : 'searchMailIntro' },
      ...line('searchMailMailbox', address ?? undefined),
      ...(way ? [{ key: ways[way] }] : []),
      ...line(whose, who),
      ...line('searchMailSubject', about),
      ...line(
        when?.is === 'days' ? 'searchMailDays' : 'searchMailDate',
        when && dayIn(locale, when.date),
      ),
      ...(search.notes.bounce === 'found' ? bounced : []),
    ],
    [...named('searchMailAbsent', absent), ...named('searchMailPossible', possible)],
    [
      { key: 'searchMailPlease' },
      { key: isSent ? 'searchMailLogSent' : 'searchMailLog' },
      { key: 'searchMailBin' },
      { key: 'searchMailRules' },
    ],
    [{ key: 'searchMailThanks' }],
  ];
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}
