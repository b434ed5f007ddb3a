/** The popup: shows the situation of the webmail's tab that was most recently active, as it changes. */
import { render } from 'preact';
import { sendToTab } from './browser/messages.ts';
import { onRecords } from './browser/store.ts';
import {
  focusTab,
  onTabs,
  openWebmail,
  reloadTab,
  requestAccess,
  situation,
} from './browser/tabs.ts';
import { locale, say } from './browser/words.ts';
import type { Situation } from './core/situation.ts';
import { type Actions, Popup } from './ui/popup.tsx';
import { WordsContext } from './ui/words.ts';

document.documentElement.lang = locale;
document.title = say('shortName');

let latest: Situation | undefined;

const actions: Actions = {
  async show(check) {
    if (latest?.kind !== 'inside') return;
    await focusTab(latest.tab);
    await sendToTab(latest.tab, { do: 'show', check });
  },
  open: (host) => void openWebmail(host),
  focus: (tab) => void focusTab(tab),
  reload: (tab) => void reloadTab(tab),
  allow: () => void requestAccess(),
};

/** The browser's storage may hang; what cannot be had within this time (ms) is said to have failed. */
const patience = 900;

async function refresh(): Promise<void> {
  const failed = new Promise<Situation>((resolve) => {
    setTimeout(() => resolve({ kind: 'failed' }), patience);
  });
  latest = await Promise.race([situation(), failed]).catch((): Situation => ({ kind: 'failed' }));
  render(
    <WordsContext.Provider value={{ say, locale }}>
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
update();
