/** The popup: shows the situation of the webmail's tab that was most recently active, as it changes. */
import { render } from 'preact';
import { onRecords } from './browser/changes.ts';
import { sendToTab } from './browser/messages.ts';
import {
  focusTab,
  onTabs,
  openGuided,
  openWebmail,
  reloadTab,
  requestAccess,
  situation,
} from './browser/tabs.ts';
import { say, words } from './browser/words.ts';
import type { Situation } from './core/situation.ts';
import { type Actions, Popup } from './ui/popup.tsx';
import { WordsContext } from './ui/words.ts';

document.documentElement.lang = words.locale;
document.title = say('shortName');

let latest: Situation | undefined;

const actions: Actions = {
  async show(check) {
    if (latest?.kind === 'no-tab' && latest.record) await openGuided(latest.record.host, check);
    if (latest?.kind !== 'inside') return;
    const { tab, mailbox } = latest;
    // A mail that is being written there must not be taken away.
    if ((await sendToTab(tab, { do: 'show', check })) === 'busy')
      await openGuided(mailbox.host, check);
    else await focusTab(tab);
  },
  open: (host) => void openWebmail(host),
  focus: (tab) => void focusTab(tab),
  reload: (tab) => void reloadTab(tab),
  allow: () => void requestAccess(),
};

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
