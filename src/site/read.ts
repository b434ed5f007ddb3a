/** One look at the page: where we are, whose mail it is, and what it says of each fact. */
import type { FactName, Known, ReadingError } from '../core/facts.ts';
import type { FieldId } from '../core/guide.ts';
import { isMiss, type Sign } from '../core/misses.ts';
import { isInside, type Place, placeOfAddress, type SettingsPage } from '../core/place.ts';
import { fieldsOn, nearestTo, savesOn } from './fields.ts';
import { addressOf } from './mailbox.ts';
import { placeOf, settingsPageOf } from './place.ts';
import { readForwarding } from './readers/forwarding.ts';
import { readPopDeletion } from './readers/pop-deletion.ts';
import { type RulesSeen, readRules } from './readers/rules.ts';
import type { Seen } from './readers/seen.ts';
import { readSentCopies } from './readers/sent-copies.ts';
import { readStorage } from './readers/storage.ts';
import { type Survey, surveyOf } from './survey.ts';
import { visibleBox } from './visible.ts';

export interface Look {
  /** The list of receiving rules, row by row. */
  rules?: RulesSeen;
  place: Place;
  page: SettingsPage | undefined;
  /** The settings page whose fact is due: the same, or the one whose path this is known to be. */
  due?: SettingsPage;
  /** By what that page was told. */
  sign?: Sign;
  /** Which facts should be here and could not be read, and why; only once the page has had its time. */
  missed: Map<FactName, ReadingError>;
  address: string | null;
  known: Known;
  /** What stands on the page that we may point at. */
  fields: Partial<Record<FieldId, Element>>;
  /** How many buttons called Save the page has. */
  saves: number;
  survey: Survey;
}

/** Whether the page says that it has not shown everything yet. */
const isLoading = ({ notices }: Survey) =>
  notices.some(({ meaning, element }) => meaning === 'loading' && visibleBox(element));

/** Which facts each settings page should tell. */
const facts: Record<SettingsPage, FactName> = {
  pop: 'popDeletion',
  sending: 'sentCopies',
  rules: 'rules',
  forwarding: 'forwarding',
  account: 'storage',
};

/** Where the storage indicator should stand; elsewhere there may be neither folders nor account. */
const showsStorage: readonly Place[] = ['mail', 'search', 'account-information'];

/**
 * Looks at the page. `settled` says that the page has had time to show what it has; only then is
 * silence, at a place that should answer, a reading of its own (`missing`). `key` is what the marks of
 * rules are made with; without one no rules are read. `hint` is the settings page whose path this was
 * seen to be; it counts where no page is named.
 */
export function look(
  document: Document,
  now: number,
  settled: boolean,
  key: string | undefined,
  hint?: SettingsPage,
): Look {
  const isSettings = placeOfAddress(document.location) === 'settings';
  const survey = surveyOf(document, { broad: isSettings });
  const place = placeOf(document, survey);
  const told = isSettings ? settingsPageOf(survey) : undefined;
  const page = told?.page === 'other' ? undefined : told?.page;
  const due = page ?? (isSettings && !told ? hint : undefined);
  const result: Look = {
    place,
    page,
    ...(due && { due, sign: told?.sign ?? 'path' }),
    missed: new Map(),
    address: null,
    known: {},
    fields: {},
    saves: 0,
    survey,
  };
  if (!isInside(place)) return result;
  result.address = addressOf(survey, place);

  const note = <K extends FactName>(name: K, field: FieldId, seen: Seen<unknown> | undefined) => {
    if (seen) result.fields[field] = seen.element;
    const reading =
      seen && ('value' in seen ? { at: now, value: seen.value } : { at: now, error: seen.error });
    const expected = name === 'storage' || (due !== undefined && facts[due] === name);
    const silence = isLoading(survey) ? ('loading' as const) : ('missing' as const);
    const answer = reading ?? (settled && expected ? { at: now, error: silence } : undefined);
    if (answer) Object.assign(result.known, { [name]: answer });
    const isDue = name !== 'storage' || showsStorage.includes(place);
    if (settled && isDue && answer && 'error' in answer && isMiss(answer.error))
      result.missed.set(name, answer.error);
  };
  note('storage', 'storage-indicator', readStorage(document, place, survey));
  if (isSettings) {
    note('popDeletion', 'pop-deletion', readPopDeletion(survey));
    note('sentCopies', 'save-to-sent', readSentCopies(survey));
    if (page === 'forwarding') note('forwarding', 'forwarding', readForwarding(survey));
    const rules = key === undefined ? undefined : readRules(document, survey, key);
    if (rules) {
      result.rules = rules;
      result.known.rules = { at: now, value: rules.value };
    } else note('rules', 'rule', undefined);
  }
  const saves = isSettings ? savesOn(survey) : [];
  result.saves = saves.length;
  const setting = result.fields['pop-deletion'] ?? result.fields['save-to-sent'];
  const save = nearestTo(setting, saves);
  Object.assign(result.fields, fieldsOn(survey, isSettings), save && { save });
  return result;
}
