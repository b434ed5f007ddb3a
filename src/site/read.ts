/** One look at the page: where we are, whose mail it is, and what it says of each fact. */
import type { FactName, Known, ReadingError } from '../core/facts.ts';
import type { FieldId } from '../core/guide.ts';
import type { SettingLesson } from '../core/lessons.ts';
import { isMiss, type Sign } from '../core/misses.ts';
import { isInside, type Place, placeOfAddress, type SettingsPage } from '../core/place.ts';
import { fieldsOn, nearestTo, savesOn } from './fields.ts';
import { bothOf, lessonOf, nothingTaught, pageAt, readTaught, type Taught } from './lessons.ts';
import { addressOf } from './mailbox.ts';
import { placeOf, settingsPageOf } from './place.ts';
import { readForwarding } from './readers/forwarding.ts';
import { readPopDeletion } from './readers/pop-deletion.ts';
import { type RulesSeen, readRules } from './readers/rules.ts';
import type { Seen } from './readers/seen.ts';
import { readSentCopies } from './readers/sent-copies.ts';
import { readStorage } from './readers/storage.ts';
import { bothStorages, isLineDue, readTaughtStorage } from './readers/taught-storage.ts';
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
 * silence, at a place that should answer, a reading of its own (`missing`, or `lost` where the user
 * taught us what stood there). `key` is what the marks of rules are made with; without one no rules
 * are read. `hint` is the settings page whose path this was seen to be; it counts where no page is
 * named.
 */
export function look(
  document: Document,
  now: number,
  settled: boolean,
  key: string | undefined,
  taught: Taught = nothingTaught,
  hint?: SettingsPage,
): Look {
  const isSettings = placeOfAddress(document.location) === 'settings';
  const line = lessonOf(taught, 'storage');
  const names = new Set(taught.lessons.flatMap((one) => ('name' in one ? [one.name] : [])));
  const survey = surveyOf(document, { broad: isSettings, names, figures: line !== undefined });
  const place = placeOf(document, survey);
  const told = isSettings ? settingsPageOf(survey) : undefined;
  const named = told?.page === 'other' ? undefined : told?.page;
  const learned = isSettings ? pageAt(taught, document.location.pathname) : undefined;
  const page = named ?? learned;
  const due = page ?? (isSettings && !told ? hint : undefined);
  const result: Look = {
    place,
    page,
    ...(due && { due, sign: (named && told?.sign) ?? 'path' }),
    missed: new Map(),
    address: null,
    known: {},
    fields: {},
    saves: 0,
    survey,
  };
  if (!isInside(place)) return result;
  result.address = addressOf(survey, place);

  /** What was taught of a setting counts on its own page, told by its words or by its path. */
  const here = <L extends SettingLesson>(lesson: L | undefined) =>
    lesson && (lesson.page === page || lesson.page === learned) ? lesson : undefined;
  const pop = here(lessonOf(taught, 'popDeletion'));
  const sent = here(lessonOf(taught, 'sentCopies'));
  const isLost = (name: FactName) =>
    name === 'storage'
      ? line !== undefined && isLineDue(line, document, place, survey)
      : [pop?.fact, sent?.fact].includes(name as SettingLesson['fact']);
  const note = <K extends FactName>(name: K, field: FieldId, seen: Seen<unknown> | undefined) => {
    if (seen) result.fields[field] = seen.element;
    const reading =
      seen && ('value' in seen ? { at: now, value: seen.value } : { at: now, error: seen.error });
    const isExpected = () =>
      name === 'storage' || (due !== undefined && facts[due] === name) || isLost(name);
    const silence = () =>
      isLoading(survey) ? ('loading' as const) : isLost(name) ? ('lost' as const) : 'missing';
    const answer = reading ?? (settled && isExpected() ? { at: now, error: silence() } : undefined);
    if (answer) Object.assign(result.known, { [name]: answer });
    const isDue = name !== 'storage' || showsStorage.includes(place);
    if (settled && isDue && answer && 'error' in answer && isMiss(answer.error))
      result.missed.set(name, answer.error);
  };
  const storage = readTaughtStorage(document, place, survey, line);
  note('storage', 'storage-indicator', bothStorages(readStorage(document, place, survey), storage));
  if (isSettings) {
    note('popDeletion', 'pop-deletion', bothOf(readPopDeletion(survey), readTaught(survey, pop)));
    note('sentCopies', 'save-to-sent', bothOf(readSentCopies(survey), readTaught(survey, sent)));
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
