import type { Storage } from '../core/facts.ts';
import { levelOf, shareOf } from '../core/storage.ts';
import { percentIn } from '../core/words.ts';
import { usedIn, useWords } from './words.ts';

/** How full the mailbox is, as a bar and in numbers. */
export function Gauge({ storage }: { storage: Storage }) {
  const words = useWords();
  const share = shareOf(storage);
  const text = usedIn(words, storage);
  if (share === undefined) return <p class="gauge-text">{text}</p>;
  const width = `${Math.min(100, Math.max(share * 100, 1))}%`;
  return (
    <div class="gauge">
      <p class="gauge-text">
        <span>{text}</span>
        {!('share' in storage) && <strong>{percentIn(words.locale, share)}</strong>}
      </p>
      <div class="gauge-bar" data-level={levelOf(share)} aria-hidden="true">
        <div style={{ width }} />
      </div>
    </div>
  );
}
