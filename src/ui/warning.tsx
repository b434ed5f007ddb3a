import type { Wrong } from '../core/audit.ts';
import type { Storage } from '../core/facts.ts';
import { byPerson, Sheet } from './sheet.tsx';
import { keyOf, ownOrShared, roomIn, titleOf, usedIn, useWords } from './words.ts';

interface Props {
  finding: Wrong;
  /** Where it is about the storage. */
  storage: Storage | undefined;
  onShow: () => void;
  onLater: () => void;
  onClose: () => void;
}

/** The warning that speaks up while mail is read. */
export function Warning({ finding, storage, onShow, onLater, onClose }: Props) {
  const words = useWords();
  const { say } = words;
  const { severity, variant } = finding.problem;
  const title = titleOf(words, finding);
  const room = storage && roomIn(words, storage);
  return (
    <Sheet
      kind="warning"
      label={say('warningLabel')}
      icon={severity}
      severity={severity}
      announcement={`${say('warningLabel')}. ${say(`severity_${severity}`)}. ${title}. ${room ?? ''}`}
      onClose={onClose}
    >
      <h2>{title}</h2>
      <p>
        <span class="severity">{say(`severity_${severity}`)}</span>
        {storage && ` · ${usedIn(words, storage)}`}
      </p>
      {room && <p>{room}</p>}
      <p class="soft">
        {ownOrShared(words, finding.check, `why_${variant}`, keyOf(finding.check, 'why'))}
      </p>
      <div class="actions">
        <button type="button" class="primary" onClick={byPerson(onShow)}>
          {say('showMe')}
        </button>
        <button type="button" onClick={byPerson(onLater)}>
          {say('later')}
        </button>
      </div>
      <p class="soft">{say('extensionName')}</p>
    </Sheet>
  );
}
