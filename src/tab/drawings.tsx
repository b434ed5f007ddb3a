/** What we draw on the webmail's page: the warning, and the card beside the ring. */
import { words } from '../browser/words.ts';
import { audit, canPointOut, noEvidence, wrongOf } from '../core/audit.ts';
import { type CheckId, checkOf } from '../core/checks/index.ts';
import type { Storage } from '../core/facts.ts';
import { namesFor } from '../site/names.ts';
import { RuleCard } from '../ui/rule-card.tsx';
import { SettingCard } from '../ui/setting-card.tsx';
import { Spotlight } from '../ui/spotlight.tsx';
import { StorageCard } from '../ui/storage-card.tsx';
import { Warning } from '../ui/warning.tsx';
import { WordsContext } from '../ui/words.ts';
import type { Lead } from './lead.ts';
import type { Visit } from './visit.ts';

/** The storage as it is known; it is the record that tells, for a warning is given to one tab. */
function storageOf({ record }: Visit): Storage | undefined {
  const reading = record?.known.storage;
  return reading && 'value' in reading ? reading.value : undefined;
}

interface WarningActions {
  onShow: () => void;
  onLater: () => void;
  onClose: () => void;
}

/** The warning; nothing where there is nothing to warn of any more. */
export function warningOf(visit: Visit, check: CheckId, actions: WarningActions) {
  const storage = check === 'storage-nearly-full' ? storageOf(visit) : undefined;
  const findings = wrongOf(audit(visit.record ?? noEvidence, Date.now()));
  const finding = findings.find((one) => one.check === check);
  if (!finding || finding.problem.severity === 'info') return null;
  return (
    <WordsContext.Provider value={words}>
      <Warning key={check} finding={finding} storage={storage} {...actions} />
    </WordsContext.Provider>
  );
}

/** The ring around what the guide points at, and the card that says what to do there. */
export function spotlightOf(
  visit: Visit,
  lead: Lead,
  check: CheckId,
  { onTeach, onClose }: { onTeach: () => void; onClose: () => void },
) {
  const { guide, page } = checkOf(check);
  const { seen, evidence, drafts } = visit;
  const { field } = lead;
  const found = audit(evidence, Date.now()).find((one) => one.check === check);
  const finding = found && 'problem' in found ? found : undefined;
  const problem = finding?.problem.rules?.find(({ rule }) => rule.mark === lead.rule?.mark);
  const fact = page === 'pop' ? 'popDeletion' : 'sentCopies';
  return (
    <WordsContext.Provider value={words}>
      <Spotlight key={check} field={field} uncovered={[lead.goal]}>
        {(page === 'pop' || page === 'sending') && seen ? (
          <SettingCard
            check={check}
            reading={evidence.known[fact]}
            variant={finding?.problem.variant}
            guide={guide}
            current={lead.step}
            names={namesFor(page, seen, words.locale)}
            hasSave={seen.fields.save !== undefined}
            hasFailed={drafts.hasFailed(fact)}
            isLost={lead.isLost}
            onReload={() => location.reload()}
            onTeach={lead.isLost || canPointOut(found) ? onTeach : undefined}
            onClose={onClose}
          />
        ) : page && seen ? (
          <RuleCard
            check={check}
            problem={problem}
            guide={guide}
            current={lead.step}
            names={namesFor(page, seen, words.locale)}
            isLost={lead.isLost}
            onClose={onClose}
          />
        ) : (
          <StorageCard
            storage={storageOf(visit)}
            isHere={field !== undefined}
            onTeach={canPointOut(found) ? onTeach : undefined}
            onClose={onClose}
          />
        )}
      </Spotlight>
    </WordsContext.Provider>
  );
}
