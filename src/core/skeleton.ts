/** The skeleton of a part of a page: what it is made of, without anything that it says. */

/** The elements that are told by their names; all the others are `other`. */
export const tags: readonly string[] =
  'a article aside b body button dd details div dl dt em fieldset footer form h1 h2 h3 h4 h5 h6 header i iframe img input label legend li main meter nav ol optgroup option output p progress section select span strong summary svg table tbody td textarea th thead tr ul other more'.split(
    ' ',
  );

/** The roles that are told; a field that has none is a textbox, a checkbox, a radio or a button. */
export const roles: readonly string[] =
  'alert alertdialog article banner button cell checkbox columnheader combobox complementary contentinfo dialog feed form grid gridcell group heading img link list listbox listitem log main menu menubar menuitem menuitemcheckbox menuitemradio meter navigation none note option presentation progressbar radio radiogroup region row rowgroup rowheader search searchbox separator slider spinbutton status switch tab table tablist tabpanel textbox toolbar tooltip tree treegrid treeitem'.split(
    ' ',
  );

/** What a text says where it is one of our own lexicon's; of any other only that it is there. */
export const meanings = [
  'text',
  'page:pop',
  'page:sending',
  'page:rules',
  'page:forwarding',
  'page:account',
  'page:other',
  'label:pop-deletion',
  'label:pop-deletion-forbidden',
  'label:save-to-sent',
  'label:pop-service',
  'value:allowed',
  'value:not-allowed',
  'value:both',
  'value:webmail',
  'value:clients',
  'value:neither',
  'forwarding:label',
  'forwarding:on',
  'forwarding:off',
  'forwarding:copy',
  'forwarding:kept',
  'forwarding:not-kept',
  'entry:settings',
  'entry:more-settings',
  'entry:account',
  'entry:sign-out',
  'entry:save',
  'folder:inbox',
  'folder:sent',
  'folder:drafts',
  'folder:spam',
  'folder:deleted',
] as const;
export type Meaning = (typeof meanings)[number];

/** How much is told of one part; what is more is `more`. */
export const most = { lines: 150, characters: 4000, depth: 30, siblings: 12 };

/**
 * One line for each element, in the order of the page: a space for each level, its name, its role, what
 * it says; such as `"  div combobox value:allowed"`. A box around one other alone has no line.
 */
export const lineOf = (depth: number, ...words: (string | undefined)[]): string =>
  ' '.repeat(Math.min(depth, most.depth)) + words.filter(Boolean).join(' ');

/** Whether a line can be one of a skeleton: there are no words in it but those above. */
export function isLine(line: string): boolean {
  const parts = /^ {0,30}(\S+)((?: \S+){0,2})$/.exec(line);
  const notes = (parts?.[2] ?? '').split(' ').filter(Boolean);
  const isNote = (note: string) => roles.includes(note) || meanings.some((one) => one === note);
  return tags.includes(parts?.[1] ?? '') && notes.every(isNote);
}
