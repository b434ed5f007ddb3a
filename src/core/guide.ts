import type { FactName, Facts, Known } from './facts.ts';
import type { Place, SettingsPage } from './place.ts';

/** What we may point at on the webmail's pages. */
export type FieldId =
  | 'storage-indicator'
  | 'settings'
  | 'more-settings'
  | 'pop-entry'
  | 'sending-entry'
  | 'rules-entry'
  | 'forwarding-entry'
  | 'account-entry'
  | 'pop-deletion'
  | 'save-to-sent'
  | 'rule'
  | 'rule-pager'
  | 'forwarding'
  | 'save';

/** What the page shows now, and what is known of the mailbox. */
export interface Seen {
  place: Place;
  page: SettingsPage | undefined;
  /** The fields that stand on the page. */
  fields: ReadonlySet<FieldId>;
  known: Known;
}

/** A step says what will be seen once it is done; it has no number and no memory. */
export interface Step {
  field: FieldId;
  until(seen: Seen): boolean;
}

export type Guide = readonly Step[];

/** The first step that is not done yet; `undefined` when there is nothing left to do. */
export const currentStep = (guide: Guide, seen: Seen): Step | undefined =>
  guide.find((step) => !step.until(seen));

const isSettings = ({ place }: Seen) => place === 'settings' || place === 'account-information';

/** The way to a setting: Settings, the page's entry, the field, and Save where the page has one. */
export function settingGuide<K extends 'popDeletion' | 'sentCopies'>(
  page: SettingsPage & ('pop' | 'sending'),
  field: FieldId,
  fact: K,
  isRight: (value: Facts[K]) => boolean,
): Guide {
  const right = ({ known }: Seen, part: 'value' | 'selected') => {
    const reading = known[fact as FactName] as
      | { value?: Facts[K]; selected?: Facts[K] }
      | undefined;
    const value = reading?.[part];
    return value !== undefined && isRight(value);
  };
  const isDone = (seen: Seen) => right(seen, 'value') && !seenSelected(seen, fact);
  const isThere = (seen: Seen) => seen.page === page || seen.fields.has(field);
  return [
    {
      field: 'settings',
      until: (seen) => isDone(seen) || isSettings(seen) || seen.fields.has('more-settings'),
    },
    { field: 'more-settings', until: (seen) => isDone(seen) || isSettings(seen) },
    { field: `${page}-entry`, until: (seen) => isDone(seen) || isThere(seen) },
    { field, until: (seen) => isDone(seen) || right(seen, 'selected') },
    { field: 'save', until: isDone },
  ];
}

/** The way to a settings page and what stands on it; how far the user goes there is his affair. */
function pageGuide(page: 'rules' | 'forwarding', fields: readonly FieldId[]): Guide {
  const isThere = (seen: Seen) => seen.page === page;
  return [
    { field: 'settings', until: (seen) => isSettings(seen) || seen.fields.has('more-settings') },
    { field: 'more-settings', until: isSettings },
    { field: `${page}-entry`, until: isThere },
    ...fields.map((field, index): Step => {
      const next = fields[index + 1];
      return { field, until: (seen) => next !== undefined && seen.fields.has(next) };
    }),
  ];
}

/** To the rule itself, over the pages of its list. */
export const rulesGuide = pageGuide('rules', ['rule-pager', 'rule']);
export const forwardingGuide = pageGuide('forwarding', ['forwarding']);

const seenSelected = ({ known }: Seen, fact: FactName) => {
  const reading = known[fact];
  return reading !== undefined && 'value' in reading && reading.selected !== undefined;
};
