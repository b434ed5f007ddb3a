/** One look at the page: where we are, whose mail it is, and what it says of each fact. */
import type { FactName, Known } from '../core/facts.ts';
import type { FieldId } from '../core/guide.ts';
import { isInside, type Place, placeOfAddress, type SettingsPage } from '../core/place.ts';
import { fieldsOn } from './fields.ts';
import { addressOf } from './mailbox.ts';
import { placeOf, settingsPageOf } from './place.ts';
import { readPopDeletion } from './readers/pop-deletion.ts';
import type { Seen } from './readers/seen.ts';
import { readSentCopies } from './readers/sent-copies.ts';
import { readStorage } from './readers/storage.ts';
import { type Survey, surveyOf } from './survey.ts';

export interface Look {
  place: Place;
  page: SettingsPage | undefined;
  address: string | null;
  known: Known;
  /** What stands on the page that we may point at. */
  fields: Partial<Record<FieldId, Element>>;
  survey: Survey;
}

/** Which facts each settings page should tell. */
const facts: Partial<Record<SettingsPage, FactName>> = {
  pop: 'popDeletion',
  sending: 'sentCopies',
};

/**
 * Looks at the page. `settled` says that the page has had time to show what it has; only then is
 * silence, at a place that should answer, a reading of its own (`missing`).
 */
export function look(document: Document, now: number, settled: boolean): Look {
  const isSettings = placeOfAddress(document.location) === 'settings';
  const survey = surveyOf(document, { broad: isSettings });
  const place = placeOf(document, survey);
  const page = isSettings ? settingsPageOf(survey) : undefined;
  const result: Look = { place, page, address: null, known: {}, fields: {}, survey };
  if (!isInside(place)) return result;
  result.address = addressOf(survey);

  const note = <K extends FactName>(name: K, field: FieldId, seen: Seen<unknown> | undefined) => {
    if (seen) result.fields[field] = seen.element;
    const reading =
      seen && ('value' in seen ? { at: now, value: seen.value } : { at: now, error: seen.error });
    const expected = name === 'storage' || (page !== undefined && facts[page] === name);
    const answer =
      reading ?? (settled && expected ? { at: now, error: 'missing' as const } : undefined);
    if (answer) Object.assign(result.known, { [name]: answer });
  };
  note('storage', 'storage-indicator', readStorage(document, place, survey));
  if (isSettings) {
    note('popDeletion', 'pop-deletion', readPopDeletion(survey));
    note('sentCopies', 'save-to-sent', readSentCopies(survey));
  }
  Object.assign(result.fields, fieldsOn(survey, isSettings));
  return result;
}
