/**
 * Tells a choice from what is in force. A dropdown that was changed but not saved says something
 * that is not so; a value that was saved is so only once the page was read again after a reload.
 */
import type { FactName, Facts, Known, Reading } from '../core/facts.ts';
import type { FieldId } from '../core/guide.ts';
import type { SettingsPage } from '../core/place.ts';
import { attributeOf, boxOf, closestTo, contains, outwards } from './dom.ts';
import type { Look } from './read.ts';
import type { Survey } from './survey.ts';
import { visibleBox } from './visible.ts';

/**
 * In ms: how long after Save, or after a change that needs none, a page may still report a failure
 * before silence counts as success; how long after a busy Save it says what came of it; how long it may be busy; and how long a failure still counts as that of the last save.
 */
const patience = { save: 4000, word: 1000, busy: 15_000, failure: 20_000 };

/** The settings, each with the page it is on and its control there. */
const settings = {
  popDeletion: { page: 'pop', field: 'pop-deletion' },
  sentCopies: { page: 'sending', field: 'save-to-sent' },
} as const satisfies Partial<Record<FactName, { page: SettingsPage; field: FieldId }>>;
type SettingName = keyof typeof settings;
type Value = Facts[SettingName];

interface Draft {
  /** What is in force, as far as this document told, and since when it has told so. */
  value: Value;
  since: number;
  /** Where it was shown; elsewhere, or here again, the page shows what it was given. */
  path: string;
  isAway?: boolean;
  unconfirmed?: true;
  /** When the user last touched the control; until then no change is his. */
  touched?: number;
  /** What was chosen but is not saved, and since when; and when its Save was pressed. */
  chosen?: { value: Value; at: number };
  pressed?: number;
  /** When that Save was last seen at work. */
  busy?: number;
  /** What was in force before a save that may yet turn out to have failed. */
  before?: { value: Value; at: number };
  failed?: true;
}

export interface Drafts {
  /** The facts of a look with unsaved choices taken out of them. */
  settle(look: Look, now: number): Known;
  /** Whether the page said that saving a setting failed, since it was last chosen. */
  hasFailed(name: FactName): boolean;
  /** Begins anew: what was seen and chosen before is another's. */
  forget(): void;
  /** Whether the user has touched a control, or its row, since the document was opened. */
  hasTouched(field: Element): boolean;
}

/**
 * Follows the user's choices in this document; `look` looks at it now and settles what it sees, `again` asks
 * for that after some time (ms).
 */
export function trackDrafts(
  look: () => void,
  again: (ms: number) => void,
  signal: AbortSignal,
): Drafts {
  const drafts: Partial<Record<SettingName, Draft>> = {};
  let latest: Look | undefined;
  /** Where something was typed or chosen: what is shown there may not be saved. */
  let typedAt: string | undefined;
  let heard: ReadonlySet<string> = new Set();
  /** What the user touched last, the latest first. */
  let touched: Element[] = [];

  const notices = (meaning: 'saved' | 'failed') => noticesOf(latest?.survey, meaning);
  const isNew = (meaning: 'saved' | 'failed') =>
    notices(meaning).some((hit) => !heard.has(hit.name));
  const listen = () => {
    heard = new Set([...notices('saved'), ...notices('failed')].map((hit) => hit.name));
  };

  const onTouch = (event: Event) => {
    const { target } = event;
    if (!event.isTrusted || !(target instanceof Element) || !latest) return;
    const isPassing = event instanceof KeyboardEvent && event.key === 'Tab';
    if (!isPassing && touched[0] !== target) touched = [target, ...touched.slice(0, 19)];
    if (event.type === 'change' || event.type === 'input') typedAt = location.pathname;
    const isSave = savesWith(event, target, latest.fields.save);
    // Who is quick presses Save before the choice was seen.
    if (isSave) look();
    for (const name of Object.keys(settings) as SettingName[]) {
      const draft = drafts[name];
      const field = latest.fields[settings[name].field];
      if (!draft) continue;
      if (field && contains(rowOf(field), target)) {
        draft.touched = Date.now();
        // What the page says from now on may be about this.
        if (!draft.chosen) listen();
      }
      if (isSave && draft.chosen) {
        draft.pressed = Date.now();
        delete draft.failed;
      }
    }
    if (!isSave) return;
    listen();
    again(patience.save + 50);
  };
  for (const type of ['click', 'change', 'input', 'keydown', 'submit']) {
    document.addEventListener(type, onTouch, { capture: true, signal });
  }

  /** Whether a choice has been saved, as far as the page tells. */
  const isSaved = (draft: Draft, { saves, fields }: Look, now: number): boolean => {
    const { chosen, pressed } = draft;
    if (!chosen || draft.failed) return false;
    if (saves === 0) return isNew('saved') || now - chosen.at >= patience.save;
    if (pressed === undefined || pressed < chosen.at - 500) return false;
    if (isNew('saved')) return true;
    const isBusy = fields.save !== undefined && worksOn(fields.save);
    if (isBusy) draft.busy = now;
    // What it came to is said a moment after it has ended.
    const rested = now - Math.max(pressed, (draft.busy ?? 0) - patience.save + patience.word);
    if ((isBusy && now - pressed < patience.busy) || rested < patience.save) {
      again(isBusy ? patience.word : patience.save - rested + 50);
      return false;
    }
    return true;
  };

  const settleOne = (draft: Draft, shown: Value, look: Look, now: number): void => {
    const hasFailed = isNew('failed');
    if (draft.before && hasFailed && now - draft.before.at < patience.failure) {
      draft.chosen = { value: draft.value, at: draft.before.at };
      draft.value = draft.before.value;
      // Later than what was told meanwhile, and it is still the user's choice.
      draft.since = now;
      draft.touched = now;
      draft.failed = true;
      for (const key of ['before', 'unconfirmed', 'pressed'] as const) delete draft[key];
    }
    const isOwn = !draft.isAway && draft.touched !== undefined;
    if (same(shown, draft.value) || !isOwn) {
      if (!same(shown, draft.value) || draft.isAway) draft.since = now;
      if (!same(shown, draft.value)) delete draft.unconfirmed;
      draft.value = shown;
      for (const key of ['isAway', 'chosen', 'pressed'] as const) delete draft[key];
      return;
    }
    if (!draft.chosen || !same(draft.chosen.value, shown)) {
      draft.chosen = { value: shown, at: now };
      // A failure that is reported from now on is this choice's.
      for (const key of ['before', 'failed', 'pressed'] as const) delete draft[key];
      if (look.saves === 0) again(patience.save + 50);
    }
    if (isNew('failed')) {
      draft.failed = true;
      delete draft.pressed;
    } else if (isSaved(draft, look, now)) {
      draft.before = { value: draft.value, at: now };
      draft.value = shown;
      draft.since = now;
      draft.unconfirmed = true;
      // What changes from now on is the page's doing until the control is touched again.
      for (const key of ['failed', 'chosen', 'pressed', 'busy', 'touched'] as const)
        delete draft[key];
    }
  };

  const settle = (look: Look, now: number): Known => {
    latest = look;
    const known: Record<string, Reading> = { ...look.known };
    if (typedAt !== location.pathname) typedAt = undefined;
    // Of forwarding only what a page was opened with is a fact; it is read again on the next visit.
    if (typedAt !== undefined) delete known['forwarding'];
    for (const name of Object.keys(settings) as SettingName[]) {
      const reading = known[name];
      const draft = drafts[name];
      if (!reading || 'error' in reading) {
        if (!draft || !isElsewhere(look, draft, settings[name].page)) continue;
        draft.isAway = true;
        // What was chosen there and left unsaved is no choice any more.
        if (draft.chosen) known[name] ??= readingOf({ value: draft.value, since: draft.since });
        delete draft.chosen;
        continue;
      }
      const value = reading.value as Value;
      if (draft) {
        if (draft.path !== location.pathname) draft.isAway = true;
        draft.path = location.pathname;
        settleOne(draft, value, look, now);
        known[name] = readingOf(draft);
      } else if (noticesOf(look.survey, 'unsaved').length > 0) {
        // What was chosen before we came is not in force, and what is cannot be seen.
        known[name] = { at: reading.at, error: 'unsaved' };
      } else {
        drafts[name] = { value, since: now, path: location.pathname };
      }
    }
    return known as Known;
  };
  const forget = () => {
    for (const name of Object.keys(settings) as SettingName[]) delete drafts[name];
    typedAt = undefined;
  };
  return {
    settle,
    hasFailed: (name) => drafts[name as SettingName]?.failed ?? false,
    hasTouched: (field) => touched.some((target) => contains(rowOf(field), target)),
    forget,
  };
}

const readingOf = ({
  value,
  since,
  chosen,
  unconfirmed,
}: Pick<Draft, 'value' | 'since' | 'chosen' | 'unconfirmed'>): Reading => ({
  // Not the time of this look: a page shows what it was given when it was opened.
  at: since,
  value,
  ...(chosen && { selected: chosen.value }),
  ...(unconfirmed && { unconfirmed }),
});

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Whether the page of a setting was left; that its control is gone for a moment is no sign of it. */
const isElsewhere = ({ page }: Look, { path }: Draft, own: SettingsPage) =>
  path !== location.pathname || (page !== undefined && page !== own);

function noticesOf(survey: Survey | undefined, meaning: 'saved' | 'failed' | 'unsaved') {
  return (survey?.notices ?? []).filter(
    (hit) => hit.meaning === meaning && visibleBox(hit.element) !== undefined,
  );
}

/** In CSS pixels: what is no higher is the row of a setting, with its name, its arrow and its labels. */
const tall = 120;

/** What a user may press to change a setting: its control, and what stands in one row with it. */
function rowOf(field: Element): Element {
  let row = field;
  for (const around of outwards(field)) {
    if (boxOf(around).height > Math.max(tall, boxOf(field).height + 40)) break;
    row = around;
  }
  return row;
}

/** Whether something that the user did presses the page's Save. A key does so by a click of its own. */
function savesWith(event: Event, target: Element, save: Element | undefined): boolean {
  if (!save) return false;
  if (event.type === 'submit') return contains(target, save);
  return event.type === 'click' && contains(save, target);
}

/** Whether a Save is at work: it is switched off meanwhile, or says so. */
function worksOn(save: Element): boolean {
  return (
    closestTo(save, ':disabled, [aria-disabled="true"], [aria-busy="true"]') !== null ||
    /\bloading\b/i.test(attributeOf(save, 'class') ?? '')
  );
}
