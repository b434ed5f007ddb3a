import type { Finding } from '../core/audit.ts';
import type { CheckId } from '../core/checks/index.ts';
import type { Known } from '../core/facts.ts';
import { Icon } from './icon.tsx';
import { agoOf, keyOf, roomIn, titleOf, usedIn, useWords } from './words.ts';

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
          {finding.outcome !== 'fine' && (
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
  const { storage } = known;
  if (finding.outcome === 'unseen') return <p>{say(keyOf(finding.check, 'look'))}</p>;
  if (finding.outcome === 'unclear') return <p>{say(keyOf(finding.check, finding.error))}</p>;
  if (!storage || 'error' in storage) return null;
  if (finding.outcome === 'fine') return <p>{usedIn(words, storage.value)}</p>;
  const full = finding.problem.variant === 'full';
  return (
    <>
      <p>{roomIn(words, storage.value)}</p>
      <p class="why">{say(keyOf(finding.check, full ? 'why_full' : 'why'))}</p>
    </>
  );
}
