/** One look at the page: where we are, whose mail it is, and what it says of each fact. */
import type { Known } from '../core/facts.ts';
import { isInside, type Place } from '../core/place.ts';
import { addressOf } from './mailbox.ts';
import { placeOf } from './place.ts';
import { readStorage } from './readers/storage.ts';
import { surveyOf } from './survey.ts';

export interface Look {
  place: Place;
  address: string | null;
  known: Known;
  /** The elements that showed the facts, to point at. */
  fields: { 'storage-indicator'?: Element };
}

/**
 * Looks at the page. `settled` says that the page has had time to show what it has; only then is
 * silence, at a place that should answer, a reading of its own (`missing`).
 */
export function look(document: Document, now: number, settled: boolean): Look {
  const survey = surveyOf(document);
  const place = placeOf(document, survey);
  const result: Look = { place, address: null, known: {}, fields: {} };
  if (!isInside(place)) return result;
  result.address = addressOf(survey);
  const seen = readStorage(document, place, survey);
  if (seen) result.fields['storage-indicator'] = seen.element;
  if (seen && 'value' in seen) result.known.storage = { at: now, value: seen.value };
  else if (seen) result.known.storage = { at: now, error: seen.error };
  else if (settled) result.known.storage = { at: now, error: 'missing' };
  return result;
}
