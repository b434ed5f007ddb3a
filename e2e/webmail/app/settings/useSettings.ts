import { useState } from 'react';
import type { Preferences, Settings } from '../../mailbox.ts';
import { useMailbox } from '../store.ts';
import { useSave } from './useSave.ts';

/**
 * The settings of a page while they are changed. They are saved at once or by the page's button;
 * a change of what the server holds takes the place of one not yet saved.
 */
export function useSettings() {
  const mailbox = useMailbox();
  const { busy, save } = useSave();
  const { popDeletion, saveToSent, preferences } = mailbox;
  const saved = JSON.stringify({ popDeletion, saveToSent, preferences });
  const [draft, setDraft] = useState({ saved, changes: {} as Partial<Settings> });
  const changes = draft.saved === saved ? draft.changes : {};
  const values = { popDeletion, saveToSent, preferences, ...changes };

  const change = (more: Partial<Settings>) => {
    setDraft({ saved, changes: { ...changes, ...more } });
    if (mailbox.saving === 'at-once') save(more);
  };
  return {
    busy,
    values,
    change,
    prefer: (more: Partial<Preferences>) =>
      change({ preferences: { ...values.preferences, ...more } }),
    save: () => save(changes),
  };
}
