/** The popup: shows the situation of the webmail's tab that was most recently active, as it changes. */
import { render } from 'preact';
import { onRecords } from './browser/changes.ts';
import type { FromPage } from './browser/hearing.ts';
import { inTime, patience } from './browser/in-time.ts';
import { askBackground, sendToTab } from './browser/messages.ts';
import { keepSearch, searchOf } from './browser/searches.ts';
import { keptIn, lessonsIn } from './browser/store.ts';
import {
  focusTab,
  inquire,
  onTabs,
  openWebmail,
  reloadTab,
  requestAccess,
} from './browser/tabs.ts';
import { say, words } from './browser/words.ts';
import { audit, noEvidence } from './core/audit.ts';
import type { CheckId } from './core/checks/index.ts';
import type { KeptLesson, Teachable } from './core/lessons.ts';
import type { Kept } from './core/record.ts';
import type { Target } from './core/route.ts';
import {
  type CatchingRule,
  namedRulesFrom,
  positionOf,
  type Search,
  settled,
} from './core/search.ts';
import type { Situation } from './core/situation.ts';
import { type Actions, Popup } from './ui/popup.tsx';
import { WordsContext } from './ui/words.ts';

document.documentElement.lang = words.locale;
document.title = say('shortName');

type Inside = Extract<Situation, { kind: 'inside' }>;

/** A mailbox that the popup has turned to, by its tab, and the search that was left in it. */
interface Followed {
  /** The key of its record, or its host where the page does not tell more. */
  owner: string;
  tab: number;
  host: string;
  /** Names what is drawn; the same for a mailbox whose page has only now told whose it is. */
  view: string;
  search: Search | undefined;
}

let latest: Situation | undefined;

/** What is kept of all mailboxes. */
let mailboxes: Kept[] = [];

/** The search for a missing mail in the mailbox at hand, and what its tab says of the rules it shows. */
let search: Search | undefined;
let followed: Omit<Followed, 'search'> | undefined;
let rules: CatchingRule[] | undefined;

/** What the user taught on that host. */
let lessons: KeptLesson[] = [];

/** The names of those rules by their marks; asked for each time, and never kept. */
let names: ReadonlyMap<string, string> = new Map();

const actions: Actions = {
  show: (check, mark) => void show(check, mark).catch(update),
  teach: (check) => void show(check, undefined, true).catch(update),
  unlearn: (about) => tell({ do: 'unlearn', ...about }),
  accept: (mark, known) => tell({ do: 'accept', mark, ...(known && { known }) }),
  own: (domains) => tell({ do: 'own', domains }),
  checkup: {
    begin: () => order('checkup'),
    cancel: () => order('cancel'),
    dismiss: () => order('dismiss'),
  },
  forget,
  open: (host) => void openWebmail(host).catch(update),
  focus: (tab) => void focusTab(tab).catch(update),
  reload: (tab) => void reloadTab(tab).catch(update),
  allow: () => void requestAccess().catch(update),
  search: {
    change: keep,
    go: (to, keyword) => void go(to, keyword).catch(update),
    show: (check, mark) => void show(check, mark).catch(update),
    copy: (text) => navigator.clipboard.writeText(text),
  },
};

/** Leads the webmail's tab there; where there is none, or a mail is being written in it, a new one. */
async function show(check: CheckId, mark?: string, teach?: true): Promise<void> {
  const what = { check, ...(mark && { mark }), ...(teach && { teach }) };
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
    | { do: 'own'; domains: string[] }
    | { do: 'unlearn'; language: string; fact: Teachable },
): void {
  const mailbox = latest?.kind === 'inside' ? latest.mailbox : undefined;
  if (mailbox) void askBackground({ ...said, ...mailbox } as FromPage).then(update, update);
}

/** Has the background begin, end or forget a check-up of the mailbox at hand. */
function order(what: 'checkup' | 'cancel' | 'dismiss'): void {
  if (latest?.kind !== 'inside') return;
  const { tab, mailbox } = latest;
  const { host } = mailbox;
  const message: FromPage = what === 'checkup' ? { do: what, ...mailbox, tab } : { do: what, host };
  void askBackground(message).then(update, update);
}

/** Has all that is kept of a mailbox removed. */
async function forget(key: string): Promise<void> {
  await askBackground({ do: 'forget', key });
  search = undefined;
  followed = undefined;
  update();
}

/** Opens the webmail where a mail is to be looked for; a half-written one stays where it is. */
async function go(to: Target, keyword?: string): Promise<void> {
  if (latest?.kind !== 'inside') return;
  const { tab, mailbox } = latest;
  const words = keyword === undefined ? {} : { keyword };
  const answer = await sendToTab(tab, { do: 'go', to, ...words });
  if (answer === 'gone') await focusTab(tab);
  else await askBackground({ do: 'go', host: mailbox.host, tab, to, ...words });
}

/** Shows the search as it is now, and keeps it for as long as the browser runs. */
function keep(next: Search | undefined): void {
  search = next;
  if (followed) void keepSearch(followed.owner, next).catch(() => undefined);
  draw();
  update();
}

/**
 * The search that was left in a mailbox, where another one than before is at hand. Where the page does
 * not tell whose mailbox it is, its host stands for it; while a page that is at hand does not, or not
 * yet, its search goes on.
 */
async function follow({ tab, mailbox, key }: Inside): Promise<Followed | undefined> {
  const { host, address } = mailbox;
  const owner = address && key ? key : host;
  const isSamePage = followed?.tab === tab && followed.host === host;
  if (followed && owner === followed.owner) followed = { ...followed, tab, host };
  if (owner === followed?.owner || (isSamePage && owner === host)) return undefined;
  const reading = searchOf(owner);
  const heard = await inTime(
    reading.then((left) => ({ left })),
    patience.storage,
  );
  if (!heard) void reading.then((left) => takeUp(owner, left)).catch(() => undefined);
  const kept = heard?.left;
  const view = !kept && isSamePage && followed?.owner === host ? followed.view : owner;
  const next = { owner, tab, host, view, search: kept };
  if (!search || view === owner) return next;
  await Promise.all([keepSearch(owner, search), keepSearch(host, undefined)]).catch(() => {});
  return { ...next, search };
}

/** Goes on with a search that took long to be read, unless another was begun meanwhile. */
async function takeUp(owner: string, left: Search | undefined): Promise<void> {
  await looking;
  if (search || followed?.owner !== owner) return;
  search = left;
  update();
}

function isAboutRules(search: Search | undefined): boolean {
  const position = search?.open ? positionOf(search) : undefined;
  return position?.at === 'step' && position.step === 'rules';
}

/** What a tab says of the rules on its page, and whether they would catch the mail that is looked for. */
async function rulesIn(
  tab: number,
  search: Search | undefined,
): Promise<CatchingRule[] | undefined> {
  const [from, subject] = [search?.who.trim(), search?.about.trim()];
  const mail = { ...(from && { from }), ...(subject && { subject }) };
  return namedRulesFrom(await inTime(sendToTab(tab, { do: 'rules', mail }), patience.tab));
}

async function refresh(): Promise<void> {
  const asked = inquire();
  const next = await asked.situation.catch((): Situation => ({ kind: 'failed' }));
  // A page that is busy for a moment is the same page.
  if (next.kind === 'loading' && latest?.kind === 'inside' && latest.tab === next.tab) return;
  const stored = await asked.stored;
  if (stored && next.kind !== 'failed') mailboxes = keptIn(stored);
  // Until all of it can be shown, what is pressed and typed is meant for what is shown still.
  if (next.kind === 'inside') {
    const before = search;
    const turned = await follow(next);
    // Rules are listed among the settings; elsewhere there is nothing to ask for.
    const showsRules = next.place === 'settings';
    const named = showsRules ? await rulesIn(next.tab, turned ? turned.search : search) : undefined;
    lessons = stored ? lessonsIn(stored, next.mailbox.host) : [];
    if (turned) {
      const typed = turned.view === followed?.view && search !== before ? search : undefined;
      ({ search, ...followed } = turned);
      // What was typed meanwhile goes on.
      if (typed) search = typed;
      if (typed) void keepSearch(turned.owner, typed).catch(() => undefined);
    }
    names = new Map((named ?? []).map(({ mark, name }) => [mark, name]));
    rules = isAboutRules(search) ? named : undefined;
  } else followed = undefined;
  latest = next;
  draw();
}

/** Draws what is known; what a search can tell from it by itself is written down first. */
function draw(): void {
  if (!latest) return;
  const now = Date.now();
  if (latest.kind === 'inside' && search?.open) {
    const evidence = latest.record ?? noEvidence;
    const clues = { findings: audit(evidence, now), known: evidence.known, rules };
    const next = settled(search, clues);
    if (next !== search && followed) {
      search = next;
      void keepSearch(followed.owner, next).catch(() => undefined);
    }
  }
  render(
    <WordsContext.Provider value={words}>
      <Popup
        situation={latest}
        view={followed?.view}
        {...{ mailboxes, search, rules, names, lessons, now, actions }}
      />
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
