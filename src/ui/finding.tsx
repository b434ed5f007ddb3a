import type { Finding } from '../core/audit.ts';
import type { CheckId } from '../core/checks/index.ts';
import type { Facts, Known, Reading } from '../core/facts.ts';
import { Icon } from './icon.tsx';
import {
  agoOf,
  dateIn,
  keyOf,
  ownOrShared,
  roomIn,
  titleOf,
  usedIn,
  useWords,
  valueIn,
} from './words.ts';

interface Props {
  finding: Finding;
  known: Known;
  now: number;
  onShow: (check: CheckId) => void;
}

/** One finding: how grave, what was seen and when, why it matters, and the way to it. */
export function FindingItem({ finding, known, now, onShow }: Props) {
  const words = useWords();
  const { say } = words;
  const severity = finding.outcome === 'wrong' ? finding.problem.severity : undefined;
  const title = titleOf(words, finding);
  const titleId = `title-${finding.check}`;
  return (
    <li
      class="finding"
      data-check={finding.check}
      data-outcome={finding.outcome}
      data-severity={severity}
      aria-labelledby={titleId}
    >
      <Icon name={finding.outcome === 'wrong' ? finding.problem.severity : finding.outcome} />
      <div class="finding-body">
        <h3 id={titleId}>
          {severity && <span class="severity">{say(`severity_${severity}`)}</span>}
          {title}
        </h3>
        <Explanation finding={finding} known={known} />
        <p class="finding-foot">
          {'at' in finding && <span>{agoOf(words, finding.at, now)}</span>}
          {finding.outcome !== 'fine' && finding.outcome !== 'not-applicable' && (
            <button type="button" aria-describedby={titleId} onClick={() => onShow(finding.check)}>
              {say('showMe')}
            </button>
          )}
        </p>
      </div>
    </li>
  );
}

function Explanation({ finding, known }: { finding: Finding; known: Known }) {
  const words = useWords();
  const { say } = words;
  const { check, outcome } = finding;
  if (outcome === 'not-applicable' || outcome === 'unclear' || outcome === 'unseen') {
    const reason =
      outcome === 'unseen'
        ? say(keyOf(check, 'look'))
        : ownOrShared(words, check, finding.error, `error_${finding.error}`);
    return (
      <>
        <p>{reason}</p>
        {outcome !== 'not-applicable' && <p class="why">{say(keyOf(check, 'why'))}</p>}
      </>
    );
  }
  const why =
    outcome === 'wrong'
      ? ownOrShared(words, check, `why_${finding.problem.variant}`, keyOf(check, 'why'))
      : '';
  return (
    <>
      {check === 'storage-nearly-full' ? (
        <StorageText known={known} isFine={outcome === 'fine'} />
      ) : (
        <SettingText
          reading={check === 'pop-deletion-allowed' ? known.popDeletion : known.sentCopies}
          isFine={outcome === 'fine'}
        />
      )}
      {why && <p class="why">{why}</p>}
    </>
  );
}

function StorageText({ known: { storage }, isFine }: { known: Known; isFine: boolean }) {
  const words = useWords();
  if (!storage || 'error' in storage) return null;
  return <p>{isFine ? usedIn(words, storage.value) : roomIn(words, storage.value)}</p>;
}

type SettingReading = Reading<Facts['popDeletion']> | Reading<Facts['sentCopies']> | undefined;

/** Whether a choice is only selected, saved or confirmed, and what the setting was before. */
function SettingText({ reading, isFine }: { reading: SettingReading; isFine: boolean }) {
  const words = useWords();
  const { say, locale } = words;
  if (!reading || 'error' in reading) return null;
  const { selected, unconfirmed, was } = reading;
  const past =
    was &&
    (isFine
      ? say('changedFrom', valueIn(words, was.value), dateIn(locale, was.at))
      : isRight(was.value)
        ? say('changedBack', dateIn(locale, was.at))
        : say('changedFrom', valueIn(words, was.value), dateIn(locale, was.at)));
  const state =
    selected !== undefined
      ? say('notSaved', valueIn(words, selected))
      : unconfirmed
        ? say('savedNotConfirmed')
        : was && isFine
          ? say('confirmed')
          : '';
  return (
    <>
      {!isFine && <p>{say('valueSeen', valueIn(words, reading.value))}</p>}
      {state && <p>{state}</p>}
      {past && <p>{past}</p>}
    </>
  );
}

const isRight = (value: Facts['popDeletion'] | Facts['sentCopies']) =>
  typeof value === 'string' ? value === 'not-allowed' : value.webmail && value.clients;
