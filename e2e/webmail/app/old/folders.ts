/** Folders by their numbers, in the order of the tree. */
export const oldFolders: [id: string, name: string][] = [
  ['2', 'inbox'],
  ['5', 'draft'],
  ['1', 'sentitems'],
  ['6', 'deleted'],
  ['3', 'spam'],
];
