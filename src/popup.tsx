/** The popup: shows the situation of the webmail's tab that was most recently active, as it changes. */
import { render } from 'preact';
import { onRecords } from './browser/changes.ts';
import { askBackground, sendToTab } from './browser/messages.ts';
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
  show: (check) => void show(check).catch(update),
  open: (host) => void openWebmail(host).catch(update),
  focus: (tab) => void focusTab(tab).catch(update),
  reload: (tab) => void reloadTab(tab).catch(update),
  allow: () => void requestAccess().catch(update),
};

/** Leads the webmail's tab there; where there is none, or a mail is being written in it, a new one. */
async function show(check: CheckId): Promise<void> {
  if (latest?.kind === 'no-tab' && latest.record)
    await askBackground({ do: 'open', host: latest.record.host, check });
  if (latest?.kind !== 'inside') return;
  const { tab, mailbox } = latest;
  const answer = await sendToTab(tab, { do: 'show', check });
  if (answer === 'shown') await focusTab(tab);
  else await askBackground({ do: 'open', host: mailbox.host, check });
}

async function refresh(): Promise<void> {
  const next = await situation().catch((): Situation => ({ kind: 'failed' }));
  // A page that is busy for a moment is the same page.
  if (next.kind === 'loading' && latest?.kind === 'inside' && latest.tab === next.tab) return;
  latest = next;
  render(
    <WordsContext.Provider value={words}>
      <Popup situation={latest} now={Date.now()} actions={actions} />
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
