import { App } from 'antd';
import { useState } from 'react';
import type { Settings } from '../../mailbox.ts';
import { save } from '../store.ts';
import { useWords } from '../words.ts';

/** Saves settings and says how it went. */
export function useSave() {
  const words = useWords();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  return {
    busy,
    async save(settings: Partial<Settings>): Promise<boolean> {
      setBusy(true);
      const done = await save(settings);
      setBusy(false);
      if (done) message.success(words.saved);
      else message.error(words.saveFailed);
      return done;
    },
  };
}
