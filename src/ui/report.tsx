import { useState } from 'preact/hooks';
import { useWords } from './words.ts';

interface Props {
  report: object;
  hasMailbox: boolean;
  onCopy: (text: string) => Promise<void>;
}

/** The report in full, to be read before it is copied or saved. */
export function Report({ report, hasMailbox, onCopy }: Props) {
  const { say } = useWords();
  const [outcome, setOutcome] = useState<'reportCopied' | 'reportCopyFailed'>();
  const text = JSON.stringify(report, null, 2);
  const copy = () =>
    onCopy(text).then(
      () => setOutcome('reportCopied'),
      () => setOutcome('reportCopyFailed'),
    );
  const save = () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    link.download = 'mailmend-report.json';
    link.click();
    // Not at once: the browser has yet to read it.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };
  return (
    <main>
      <h1>{say('report')}</h1>
      <p>{say('reportIntro')}</p>
      {!hasMailbox && <p>{say('reportNothing')}</p>}
      <div class="report-actions">
        <button type="button" class="primary" onClick={copy}>
          {say('reportCopy')}
        </button>
        <button type="button" onClick={save}>
          {say('reportSave')}
        </button>
        <span role="status">{outcome && say(outcome)}</span>
      </div>
      <section aria-label={say('report')}>
        <pre data-report>{text}</pre>
      </section>
    </main>
  );
}
