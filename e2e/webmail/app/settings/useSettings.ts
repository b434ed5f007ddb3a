import { useState } from 'react';
import type { Mailbox, Preferences, Settings } from '../../mailbox.ts';
import { useMailbox } from '../store.ts';
import { useSave } from './useSave.ts';

type Chosen = Pick<Settings, 'popDeletion' | 'saveToSent' | 'preferences'>;

export const savesAtOnce = (mailbox: Mailbox) =>
  mailbox.saving === 'at-once' || mailbox.savesAtOnce;

/**
 * The settings of a page while they are changed. They are saved at once or by the page's button;
 * a change of what the server holds takes the place of one not yet saved.
 */
export function useSettings() {
  const mailbox = useMailbox();
  const { busy, save } = useSave();
  const { popDeletion, saveToSent, preferences } = mailbox;
  const saved: Chosen = { popDeletion, saveToSent, preferences };
  const [draft, setDraft] = useState<{ saved: Chosen; changes: Partial<Chosen> }>({
    saved,
    changes: {},
  });
  const isUpToDate = (key: keyof Chosen) =>
    JSON.stringify(draft.saved[key]) === JSON.stringify(saved[key]);
  const changes = pick(draft.changes, isUpToDate);
  const values = { ...saved, ...changes };

  const change = (more: Partial<Chosen>) => {
    setDraft({ saved, changes: { ...changes, ...more } });
    if (savesAtOnce(mailbox)) save(more);
  };
  return {
    busy,
    values,
    change,
    prefer: (more: Partial<Preferences>) =>
      change({ preferences: { ...values.preferences, ...more } }),
    save: () => save(changes),
    /** Saves one setting alone. */
    saveOnly: (own: keyof Chosen) => save(pick(changes, (key) => key === own)),
  };
}

function pick(changes: Partial<Chosen>, isWanted: (key: keyof Chosen) => boolean): Partial<Chosen> {
  return Object.fromEntries(
    Object.entries(changes).filter(([key]) => isWanted(key as keyof Chosen)),
  );
}
