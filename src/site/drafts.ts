/**
 * Tells a choice from what is in force. A dropdown that was changed but not saved says something
 * that is not so; a value that was saved is so only once the page was read again after a reload.
 */
import type { FactName, Known, Reading } from '../core/facts.ts';
import { attributeOf, closestTo } from './dom.ts';
import { entryNamed, nameIn } from './lexicon/index.ts';
import type { Look } from './read.ts';
import type { Survey } from './survey.ts';
import { visibleBox, visibleText } from './visible.ts';

/** In ms: how long after Save, or after a change that needs none, a page may still report a failure. */
const patience = { save: 1500, change: 1000, failure: 10_000 };

interface Draft {
  /** What is in force, as far as this document told. */
  value: unknown;
  unconfirmed?: true;
  /** What was chosen but is not saved, and since when. */
  chosen?: { value: unknown; at: number };
  /** What was in force before a save that may yet turn out to have failed. */
  before?: { value: unknown; at: number };
  /** Its page was left; what it shows next is what the page was given. */
  isAway?: boolean;
}

export interface Drafts {
  /** The facts of a look with unsaved choices taken out of them. */
  settle(look: Look, now: number): Known;
  /** Whether the page said that saving failed, since the last choice. */
  hasFailed(): boolean;
}

/** Follows the user's choices in this document; `again` asks for another look after some time (ms). */
export function trackDrafts(again: (ms: number) => void, signal: AbortSignal): Drafts {
  const drafts: Partial<Record<FactName, Draft>> = {};
  let touched = 0;
  let saving: number | undefined;
  let heard: ReadonlySet<string> = new Set();
  let latest: Survey | undefined;
  let failed = false;

  const notices = (meaning: 'saved' | 'failed') =>
    (latest?.notices ?? []).filter((hit) => hit.meaning === meaning && visibleBox(hit.element));
  const isNew = (meaning: 'saved' | 'failed') =>
    notices(meaning).some((hit) => !heard.has(hit.name));
  const listen = () => {
    heard = new Set([...notices('saved'), ...notices('failed')].map((hit) => hit.name));
  };

  const touch = (event: Event) => {
    if (!event.isTrusted) return;
    touched = Date.now();
    if (event.type === 'submit' || isSave(event.target)) {
      saving = touched;
      failed = false;
      listen();
      again(patience.save + 50);
    }
  };
  for (const type of ['click', 'change', 'keydown', 'submit']) {
    document.addEventListener(type, touch, { capture: true, signal });
  }

  const settleOne = (draft: Draft, shown: unknown, look: Look, now: number): void => {
    const hasSave = look.fields.save !== undefined;
    if (draft.before && isNew('failed') && now - draft.before.at < patience.failure) {
      draft.chosen = { value: draft.value, at: draft.before.at };
      draft.value = draft.before.value;
      delete draft.before;
      delete draft.unconfirmed;
      saving = undefined;
    }
    if (same(shown, draft.value) || draft.isAway || touched === 0 || now - touched > 30_000) {
      if (!same(shown, draft.value)) delete draft.unconfirmed;
      draft.value = shown;
      draft.isAway = false;
      delete draft.chosen;
      return;
    }
    if (!draft.chosen || !same(draft.chosen.value, shown)) {
      draft.chosen = { value: shown, at: now };
      // A failure that is reported from now on is this choice's.
      delete draft.before;
      if (!hasSave) listen();
      if (!hasSave) again(patience.change + 50);
    }
    if (isNew('failed')) {
      failed = true;
      saving = undefined;
      return;
    }
    const since = saving !== undefined && saving >= draft.chosen.at - 500 ? saving : undefined;
    const saved = hasSave
      ? since !== undefined &&
        (isNew('saved') || isOff(look.fields.save) || now - since >= patience.save)
      : isNew('saved') || now - draft.chosen.at >= patience.change || since !== undefined;
    if (!saved) return;
    failed = false;
    draft.before = { value: draft.value, at: now };
    draft.value = shown;
    draft.unconfirmed = true;
    delete draft.chosen;
  };

  const settle = (look: Look, now: number): Known => {
    latest = look.survey;
    const known: Record<string, Reading> = { ...look.known };
    for (const name of ['popDeletion', 'sentCopies'] as const) {
      const reading = known[name];
      const draft = drafts[name];
      if (!reading || 'error' in reading) {
        if (draft) draft.isAway = true;
        continue;
      }
      if (!draft) {
        // What was chosen before we came is not in force, and what is cannot be seen.
        if (
          look.survey.notices.some((hit) => hit.meaning === 'unsaved' && visibleBox(hit.element))
        ) {
          known[name] = { at: reading.at, error: 'no-value' };
        } else drafts[name] = { value: reading.value };
        continue;
      }
      settleOne(draft, reading.value, look, now);
      known[name] = {
        at: reading.at,
        value: draft.value,
        ...(draft.chosen && { selected: draft.chosen.value }),
        ...(draft.unconfirmed && { unconfirmed: true as const }),
      };
    }
    return known as Known;
  };
  return { settle, hasFailed: () => failed };
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Whether what was pressed is called Save. */
function isSave(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  const button = closestTo(target, 'button, [role="button"], input, a') ?? target;
  const name =
    visibleText(button) || attributeOf(button, 'value') || attributeOf(button, 'aria-label') || '';
  return entryNamed(nameIn(name)) === 'save';
}

const isOff = (button: Element | undefined) =>
  button !== undefined && closestTo(button, ':disabled, [aria-disabled="true"]') !== null;
