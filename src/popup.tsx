/** The popup: shows the situation of the webmail's tab that was most recently active, as it changes. */
import { render } from 'preact';
import { onRecords } from './browser/changes.ts';
import type { FromPage } from './browser/hearing.ts';
import { askBackground, type NamedRule, sendToTab } from './browser/messages.ts';
import {
  focusTab,
  onTabs,
  openWebmail,
  reloadTab,
  requestAccess,
  situation,
} from './browser/tabs.ts';
import { say, words } from './browser/words.ts';
import type { CheckId } from './core/checks/index.ts';
import type { Situation } from './core/situation.ts';
import { type Actions, Popup } from './ui/popup.tsx';
import { WordsContext } from './ui/words.ts';

document.documentElement.lang = words.locale;
document.title = say('shortName');

let latest: Situation | undefined;

const actions: Actions = {
  show: (check, mark) => void show(check, mark).catch(update),
  accept: (mark, known) => tell({ do: 'accept', mark, ...(known && { known }) }),
  own: (domains) => tell({ do: 'own', domains }),
  open: (host) => void openWebmail(host).catch(update),
  focus: (tab) => void focusTab(tab).catch(update),
  reload: (tab) => void reloadTab(tab).catch(update),
  allow: () => void requestAccess().catch(update),
};

/** Leads the webmail's tab there; where there is none, or a mail is being written in it, a new one. */
async function show(check: CheckId, mark?: string): Promise<void> {
  const what = { check, ...(mark && { mark }) };
  if (latest?.kind === 'no-tab' && latest.record)
    await askBackground({ do: 'open', host: latest.record.host, ...what });
  if (latest?.kind !== 'inside') return;
  const { tab, mailbox } = latest;
  const answer = await sendToTab(tab, { do: 'show', ...what });
  if (answer === 'shown') await focusTab(tab);
  else await askBackground({ do: 'open', host: mailbox.host, ...what });
}

/** Has the background keep what the user said of the mailbox at hand. */
function tell(
  said:
    | { do: 'accept'; mark: string; known?: { days: number | null; reason: string } }
    | { do: 'own'; domains: string[] },
): void {
  const mailbox = latest?.kind === 'inside' ? latest.mailbox : undefined;
  if (mailbox) void askBackground({ ...said, ...mailbox } as FromPage).then(update, update);
}

/** The names of the rules that the tab shows; they are asked for each time, and never kept. */
async function namesIn(situation: Situation): Promise<ReadonlyMap<string, string>> {
  if (situation.kind !== 'inside') return new Map();
  const rules = await sendToTab(situation.tab, { do: 'rules', mail: {} });
  return new Map(((rules ?? []) as NamedRule[]).map(({ mark, name }) => [mark, name]));
}

async function refresh(): Promise<void> {
  const next = await situation().catch((): Situation => ({ kind: 'failed' }));
  // A page that is busy for a moment is the same page.
  if (next.kind === 'loading' && latest?.kind === 'inside' && latest.tab === next.tab) return;
  latest = next;
  const names = await namesIn(next).catch(() => new Map());
  render(
    <WordsContext.Provider value={words}>
      <Popup situation={latest} names={names} now={Date.now()} actions={actions} />
    </WordsContext.Provider>,
    document.getElementById('root') as HTMLElement,
  );
}

/** Looks again after every change, one look at a time. */
let looking: Promise<void> | undefined;
let again = false;
function update(): void {
  if (looking) {
    again = true;
    return;
  }
  looking = refresh().finally(() => {
    looking = undefined;
    if (!again) return;
    again = false;
    update();
  });
}

onRecords(update, new AbortController().signal);
onTabs(update);
// Not all comes with an event: a page that was busy, an age that grows.
setInterval(update, 1000);
update();
