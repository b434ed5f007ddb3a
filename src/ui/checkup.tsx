import type { Finding } from '../core/audit.ts';
import { type Checkup, isUnderWay, progressOf, results, stopOf } from '../core/checkup.ts';
import type { MessageKey } from '../core/words.ts';
import { useWords } from './words.ts';

export interface CheckupActions {
  begin(): void;
  cancel(): void;
  dismiss(): void;
}

interface Props {
  checkup: Checkup | undefined;
  findings: readonly Finding[];
  actions: CheckupActions;
}

const wordOf = (part: 'stop' | 'ended' | 'result', name: string) =>
  `checkup_${part}_${name.replaceAll('-', '_')}` as MessageKey;

/** The check-up: offered where something was not looked at, then its progress, then how it ended. */
export function CheckupView({ checkup, findings, actions }: Props) {
  const { say } = useWords();
  const isRunning = isUnderWay(checkup);
  const isOpen = findings.some(({ outcome }) => outcome === 'unseen');
  const label = isRunning ? 'checkupCancel' : isOpen ? 'checkupBegin' : 'checkupAgain';
  return (
    <section class="checkup" aria-label={say('checkupBegin')}>
      <div aria-live="polite">
        {isRunning ? (
          <Progress checkup={checkup} />
        ) : checkup ? (
          <Outcome checkup={checkup} onDismiss={actions.dismiss} />
        ) : null}
      </div>
      {/* One button all along, so that the keyboard stays where it was. */}
      <button
        type="button"
        class={isOpen && !isRunning ? 'primary' : ''}
        onClick={isRunning ? actions.cancel : actions.begin}
      >
        {say(label)}
      </button>
      {isOpen && !checkup && <p class="soft">{say('checkupText')}</p>}
    </section>
  );
}

function Progress({ checkup }: { checkup: Checkup }) {
  const { say, locale } = useWords();
  const number = new Intl.NumberFormat(locale);
  const stop = stopOf(checkup);
  const { at, of } = progressOf(checkup);
  return (
    <>
      <p class="checkup-progress">
        <span>{stop && say('checkupReading', say(wordOf('stop', stop)))}</span>
        <span>{say('checkupProgress', number.format(at), number.format(of))}</span>
      </p>
      <progress max={of} value={at - 1} aria-label={say('checkupBegin')} />
    </>
  );
}

function Outcome({ checkup, onDismiss }: { checkup: Checkup; onDismiss: () => void }) {
  const { say, locale } = useWords();
  const { ended, visited } = checkup;
  if (!ended) return null;
  const names = new Intl.ListFormat(locale);
  const missed = results
    .filter((result) => result !== 'read')
    .map((result) => ({ result, pages: visited.filter((visit) => visit.result === result) }))
    .filter(({ pages }) => pages.length > 0);
  const why = ended.why === 'done' && missed.length > 0 ? 'partly' : ended.why;
  return (
    <div class="notice checkup-outcome">
      <p>{say(wordOf('ended', why))}</p>
      {missed.length > 0 && (
        <ul>
          {missed.map(({ result, pages }) => (
            <li key={result}>
              {say(
                'checkupResult',
                names.format(pages.map(({ stop }) => say(wordOf('stop', stop)))),
                say(wordOf('result', result)),
              )}
            </li>
          ))}
        </ul>
      )}
      <button type="button" onClick={onDismiss}>
        {say('checkupDismiss')}
      </button>
    </div>
  );
}
