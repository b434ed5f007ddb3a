import { useRef } from 'preact/hooks';
import type { Storage } from '../core/facts.ts';
import { comfortable, shareOf } from '../core/storage.ts';
import { byPerson, Sheet } from './sheet.tsx';
import { roomIn, usedIn, useWords } from './words.ts';

interface Props {
  storage: Storage | undefined;
  /** Whether the storage indicator stands on this page, so that the ring can point at it. */
  isHere: boolean;
  /** The user may point it out; absent where it was found. */
  onTeach: (() => void) | undefined;
  onClose: () => void;
}

/** What to do about a mailbox that fills up; its numbers follow what the page shows. */
export function StorageCard({ storage, isHere, onTeach, onClose }: Props) {
  const words = useWords();
  const { say } = words;
  const share = storage && shareOf(storage);
  const done = storage !== undefined && (share === undefined || share < comfortable);
  const wasFull = useRef(false);
  if (storage !== undefined && !done) wasFull.current = true;
  const title = say(
    done ? (wasFull.current ? 'cardStorageDone' : 'storage_nearly_full_fine') : 'cardStorageTitle',
  );
  return (
    <Sheet
      kind="card"
      label={say('cardLabel', title)}
      icon={done ? 'fine' : 'mailmend'}
      announcement={title}
      onClose={onClose}
    >
      <h2>{title}</h2>
      {storage && (
        <>
          <p>{usedIn(words, storage)}</p>
          <p>{roomIn(words, storage)}</p>
        </>
      )}
      {!isHere && <p>{say('cardStorageNotHere')}</p>}
      {!done && (
        <>
          <ol>
            <li>{say('cardStorageStep1')}</li>
            <li>{say('cardStorageStep2')}</li>
            <li>{say('cardStorageStep3')}</li>
            <li>{say('cardStorageStep4')}</li>
          </ol>
          <p class="soft">{say('cardStorageKeep')}</p>
          {storage && <p class="soft">{say('cardStorageFollows')}</p>}
        </>
      )}
      <div class="actions">
        {onTeach && (
          <button type="button" onClick={byPerson(onTeach)}>
            {say('pointOut')}
          </button>
        )}
        <button type="button" onClick={byPerson(onClose)}>
          {say('close')}
        </button>
      </div>
    </Sheet>
  );
}
