import { canPointOut, type Finding } from '../core/audit.ts';
import type { CheckId } from '../core/checks/index.ts';
import type { Facts, Known, Reading } from '../core/facts.ts';
import type { Miss, Misses } from '../core/misses.ts';
import type { Accepted } from '../core/schemas.ts';
import { Icon } from './icon.tsx';
import { MissedSince, missedIn, missOf } from './missed.tsx';
import { type RuleActions, RuleProblems, RulesRead } from './rules.tsx';
import {
  agoOf,
  dateIn,
  keyOf,
  lookIn,
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
  misses?: Misses | undefined;
  now: number;
  accepted: Accepted;
  names: ReadonlyMap<string, string>;
  onShow: (check: CheckId, mark?: string) => void;
  onTeach: (check: CheckId) => void;
  onAccept: RuleActions['accept'];
}

/** One finding: how grave, what was seen and when, why it matters, and the way to it. */
export function FindingItem({ finding, known, misses, accepted, names, now, ...on }: Props) {
  const { onShow, onTeach, onAccept } = on;
  const words = useWords();
  const { say } = words;
  const severity = finding.outcome === 'wrong' ? finding.problem.severity : undefined;
  const title = titleOf(words, finding);
  const rules = 'problem' in finding ? finding.problem.rules : undefined;
  const miss = missOf(finding, misses);
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
        <Explanation {...{ finding, known, miss, now }} />
        {miss && <MissedSince {...{ finding, miss, now }} />}
        {rules && (
          <RuleProblems
            {...{ rules, accepted, names, now }}
            actions={{ show: (mark) => onShow(finding.check, mark), accept: onAccept }}
          />
        )}
        <p class="finding-foot">
          {'at' in finding && finding.outcome !== 'unseen' && (
            <span>{agoOf(words, finding.at, now)}</span>
          )}
          {!rules && finding.outcome !== 'fine' && finding.outcome !== 'not-applicable' && (
            <button type="button" aria-describedby={titleId} onClick={() => onShow(finding.check)}>
              {say('showMe')}
            </button>
          )}
          {canPointOut(finding) && (
            <button type="button" aria-describedby={titleId} onClick={() => onTeach(finding.check)}>
              {say('pointOut')}
            </button>
          )}
        </p>
      </div>
    </li>
  );
}

interface Explained extends Pick<Props, 'finding' | 'known' | 'now'> {
  miss: Miss | undefined;
}

function Explanation({ finding, known, miss, now }: Explained) {
  const words = useWords();
  const { say } = words;
  const { check, outcome } = finding;
  if (outcome === 'not-applicable' || outcome === 'unclear' || outcome === 'unseen') {
    const reason =
      outcome === 'unseen'
        ? lookIn(words, finding, now)
        : miss && finding.error === miss.error
          ? missedIn(words, miss)
          : ownOrShared(words, check, finding.error, `error_${finding.error}`);
    return (
      <>
        <p>{reason}</p>
        {isOfRules(check) && known.rules && 'value' in known.rules && (
          <RulesRead rules={known.rules.value} />
        )}
        {outcome !== 'not-applicable' && <p class="why">{say(keyOf(check, 'why'))}</p>}
      </>
    );
  }
  const domains = 'problem' in finding ? (finding.problem.domains ?? []) : [];
  const why =
    outcome === 'wrong'
      ? ownOrShared(words, check, `why_${finding.problem.variant}`, keyOf(check, 'why'))
      : '';
  return (
    <>
      <Seen check={check} known={known} isFine={outcome === 'fine'} domains={domains} />
      {why && <p class="why">{why}</p>}
    </>
  );
}

const isOfRules = (check: CheckId) => check.startsWith('rules-');

/** What was seen, in the words of each kind of fact. */
function Seen({
  check,
  known,
  isFine,
  domains,
}: {
  check: CheckId;
  known: Known;
  isFine: boolean;
  domains: readonly string[];
}) {
  const { say, locale } = useWords();
  switch (check) {
    case 'storage-nearly-full':
      return <StorageText known={known} isFine={isFine} />;
    case 'pop-deletion-allowed':
      return <SettingText reading={known.popDeletion} isFine={isFine} />;
    case 'sent-copies-missing':
      return <SettingText reading={known.sentCopies} isFine={isFine} />;
    case 'mail-forwarded-away':
      return domains.length > 0 ? (
        <p>{say('forwardedTo', new Intl.ListFormat(locale).format(domains))}</p>
      ) : null;
    default:
      return known.rules && 'value' in known.rules ? <RulesRead rules={known.rules.value} /> : null;
  }
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
