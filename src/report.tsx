/** The report page: what is known of the mailbox at hand, without anything personal. */
import { render } from 'preact';
import { onRecords } from './browser/changes.ts';
import { extension } from './browser/extension.ts';
import { inquire, onTabs } from './browser/tabs.ts';
import { say, words } from './browser/words.ts';
import { noEvidence } from './core/audit.ts';
import { maskedAddress } from './core/mailbox.ts';
import { reportOf } from './core/report.ts';
import type { Situation } from './core/situation.ts';
import { Report } from './ui/report.tsx';
import { WordsContext } from './ui/words.ts';

document.documentElement.lang = words.locale;
document.title = `Mailmend: ${say('report')}`;

async function update(): Promise<void> {
  const at = await inquire().situation.catch((): Situation => ({ kind: 'failed' }));
  // The address is masked; a record has it so already.
  const masked = (address: string | null) => address && maskedAddress(address);
  const mailbox =
    at.kind === 'inside'
      ? { host: at.mailbox.host, address: masked(at.mailbox.address) }
      : at.kind === 'no-tab' && at.record
        ? { host: at.record.host, address: at.record.address }
        : undefined;
  const record = at.kind === 'inside' || at.kind === 'no-tab' ? at.record : undefined;
  const report = reportOf(extension(), mailbox ?? null, record ?? noEvidence, Date.now());
  render(
    <WordsContext.Provider value={words}>
      <Report
        report={report}
        hasMailbox={mailbox !== undefined}
        onCopy={(text) => navigator.clipboard.writeText(text)}
      />
    </WordsContext.Provider>,
    document.getElementById('root') as HTMLElement,
  );
}

onRecords(() => void update(), new AbortController().signal);
onTabs(() => void update());
void update();
