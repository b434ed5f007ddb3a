/** One document of the webmail: what it shows, and what is known of the mailbox that it belongs to. */
import { taughtKey } from '../browser/changes.ts';
import {
  type Answer,
  type Missing,
  type NamedRule,
  sendToBackground,
} from '../browser/messages.ts';
import { type Evidence, noEvidence } from '../core/audit.ts';
import type { CheckId } from '../core/checks/index.ts';
import type { ErrandReport } from '../core/checkup.ts';
import { factNames, isSilence, type Known, learn } from '../core/facts.ts';
import type { KeptLesson } from '../core/lessons.ts';
import type { Misses } from '../core/misses.ts';
import { isInside, type SettingsPage } from '../core/place.ts';
import type { MailboxRecord } from '../core/schemas.ts';
import type { HostWays } from '../core/ways.ts';
import { type Drafts, trackDrafts } from '../site/drafts.ts';
import { pageLanguage, type Taught } from '../site/lessons.ts';
import { missOf } from '../site/misses.ts';
import { type Look, look } from '../site/read.ts';
import { trackRulePages } from '../site/rule-pages.ts';
import { catches } from '../site/rule-text.ts';
import { Former } from './former.ts';

/**
 * In ms: when a page must have shown what it has, how often an unchanged reading is renewed, and when
 * one that nobody heard is told again.
 */
export const patience = 5000;
const renewal = 60_000;
const repetition = 3000;

export class Visit {
  /** The last look; absent until the page came to rest for the first time. */
  seen: Look | undefined;
  /** What was read in this document, and whose it is. */
  read: Known = {};
  address: string | null = null;
  /** What the background keeps of the mailbox, as it last said. */
  record: MailboxRecord | undefined;
  /** What the page is to speak up about, as the background last said. */
  due: CheckId | undefined;
  ways: HostWays = {};
  /** What the user taught us on this host. */
  lessons: readonly KeptLesson[] = [];
  /** Whether the lessons have changed, and what they are now was not told yet. */
  #isUnlearned = false;
  readonly drafts: Drafts;
  /** Whether the background has answered, so that the ways are known that were seen on this host. */
  hasHeard = false;
  /** How far the check-up is that this tab works for. */
  errand: ErrandReport | undefined;
  /** Resolves to the background's answer to what was told last. */
  told: Promise<Answer | undefined> = Promise.resolve(undefined);

  /** What the mailbox is kept under, and the address for which it is so. */
  #key: string | undefined;
  #keyFor: string | null | undefined;
  #arrived = performance.now();
  #lookedAt = 0;
  /** What was looked for in vain at the last look. */
  #misses: Misses = {};
  #sent = { gist: '', at: 0 };
  readonly #again: (ms: number) => void;
  readonly #startClean: () => void;
  #pages = trackRulePages();
  /** The mailbox that this document showed before, as long as something of it may stand there. */
  #former: Former | undefined;

  /**
   * `attend` is called when a look is due although the page may stay as it is, `startClean` when the
   * document shows another's mail than before.
   */
  constructor(attend: () => void, startClean: () => void, signal: AbortSignal) {
    this.#startClean = startClean;
    this.#again = (ms) => {
      try {
        setTimeout(() => signal.aborted || attend(), ms);
      } catch {
        // Firefox sets no timer in a page that is gone.
      }
    };
    this.drafts = trackDrafts(() => this.lookAgain(), this.#again, signal);
  }

  /** The language of this page, by which lessons are kept. */
  get language(): string {
    const { folders = [], entries = [], pages = [], labels = [] } = this.seen?.survey ?? {};
    return pageLanguage(
      document,
      [...folders, ...entries, ...pages, ...labels].map(({ name }) => name),
    );
  }

  /** What was taught in the language of this page. */
  get #taught(): Taught | undefined {
    if (this.lessons.length === 0) return undefined;
    const { language } = this;
    const lessons = this.lessons.filter((kept) => kept.language === language);
    return { lessons: lessons.map(({ lesson }) => lesson), ways: this.ways };
  }

  /** Whether the page has had the time to show what it has. */
  get isSettled(): boolean {
    return performance.now() - this.#arrived >= patience;
  }

  /** Has the page looked at in some ms, although it may stay as it is. */
  lookLater(ms: number): void {
    this.#again(ms);
  }

  /** Whether the last look lies further back than an unchanged reading is good for. */
  get isOld(): boolean {
    return this.seen !== undefined && Date.now() - this.#lookedAt > renewal;
  }

  lookAgain(): Look {
    const now = Date.now();
    this.#lookedAt = now;
    const next = look(document, now, this.isSettled, this.#key, this.#taught, this.#hint);
    if (next.place !== this.seen?.place || next.page !== this.seen?.page) {
      this.#arrived = performance.now();
      // What it has not shown yet it may still show; the time that has passed was another page's.
      forgiveSilence(next);
      this.#again(patience + 50);
    }
    this.#seeWhose(next);
    this.seen = next;
    const known = this.drafts.settle(next, now);
    // The marks of rules are made with the key of this very mailbox, or not at all.
    if (this.#keyFor !== this.address) {
      delete known.rules;
      delete next.rules;
      next.missed.delete('rules');
    } else if (next.rules) known.rules = { at: now, value: this.#pages(next.rules) };
    if (this.#former?.isGone(this.address)) this.#former = undefined;
    this.#former?.removeFrom(known);
    this.read = learn(this.read, known);
    this.#noteMisses(next, now);
    return next;
  }

  /** Notes whose mail the page shows; what is another's, or maybe, begins anew. */
  #seeWhose({ place, address }: Look): void {
    const isOut = place === 'signed-out';
    const before = this.address ?? this.#former?.address;
    const isAnother = address !== null && before && address !== before;
    if (isAnother || (isOut && this.seen && isInside(this.seen.place))) {
      const hasRead = Object.keys(this.read).length > 0;
      if (hasRead || !this.#former) this.#former = new Former(before ?? null, this.read);
      this.read = {};
      this.record = undefined;
      this.due = undefined;
      this.#key = undefined;
      this.#keyFor = undefined;
      this.#pages = trackRulePages();
      this.drafts.forget();
    }
    this.address = isOut ? null : (address ?? this.address);
    if (isAnother) this.#startClean();
  }

  /** Puts aside what was read of a mailbox that is being forgotten; what the page shows now is read anew. */
  forget(key: string): boolean {
    if (key !== this.#key) return false;
    this.read = {};
    this.record = undefined;
    this.due = undefined;
    this.#pages = trackRulePages();
    this.lookAgain();
    return true;
  }

  /** What the mailbox is kept under, where its address is known. */
  get key(): string | undefined {
    return this.address !== null && this.#keyFor === this.address ? this.#key : undefined;
  }

  /** Whether the page shows enough of itself to tell whose it is, if it ever does. */
  get isDrawn(): boolean {
    const { folders = [], entries = [] } = this.seen?.survey ?? {};
    return this.address !== null || folders.length + entries.length > 0;
  }

  /** The settings page that this path was seen to be; nothing where it was that of several. */
  get #hint(): SettingsPage | undefined {
    const pages = Object.keys(this.ways) as SettingsPage[];
    const [page, ...others] = pages.filter((page) => this.ways[page] === location.pathname);
    return others.length === 0 ? page : undefined;
  }

  /** Keeps what was tried for facts that are due and could not be read; made once for each reason. */
  #noteMisses(seen: Look, now: number): void {
    const before = this.#misses;
    const way = seen.due && this.ways[seen.due];
    const path = way === undefined ? 'none' : way === location.pathname ? 'here' : 'elsewhere';
    this.#misses = {};
    for (const [name, error] of seen.missed) {
      const same = before[name]?.error === error ? before[name] : undefined;
      this.#misses[name] = same ?? missOf(name, error, seen, path, now);
    }
  }

  /** Tells the background what is new, or known for a while; resolves once it has answered. */
  async tellNews(): Promise<Answer | undefined> {
    const gist = this.#gist();
    const isNews = gist !== this.#sent.gist || Date.now() - this.#sent.at > renewal;
    return isNews ? this.tell(gist) : undefined;
  }

  tell(gist = this.#gist()): Promise<Answer | undefined> {
    if (!this.seen) return this.told;
    this.#sent = { gist, at: Date.now() };
    const { place, page } = this.seen;
    const path = location.pathname.slice(0, 2000);
    const { address, read: known, errand } = this;
    const asked = {
      place,
      ...(page && { page }),
      path,
      address,
      known,
      ...(Object.keys(this.#misses).length > 0 && { misses: this.#misses }),
      ...(errand && { errand }),
    };
    this.told = sendToBackground({ do: 'look', ...asked }).then((said) => {
      const answer = (said ?? undefined) as Answer | undefined;
      this.hasHeard = true;
      if (answer) this.ways = answer.ways;
      // What was asked of a mailbox says nothing of the one that is shown by now.
      if (asked.address !== this.address) return undefined;
      if (!answer) {
        // Nobody heard it, or nobody could keep it.
        this.#sent.at = 0;
        this.#again(said === undefined ? repetition : renewal);
      }
      if (answer) ({ key: this.#key, record: this.record, due: this.due } = answer);
      if (answer) this.#learn(answer.lessons);
      if (answer && this.#keyFor !== asked.address) {
        // Now the rules on the page can be marked.
        this.#keyFor = asked.address;
        if (this.seen?.place === 'settings') this.#again(0);
      }
      return answer;
    });
    return this.told;
  }

  /** Reads the page anew where it is to be understood otherwise from now on. */
  #learn(lessons: readonly KeptLesson[]): void {
    if (!this.#isUnlearned && JSON.stringify(lessons) === JSON.stringify(this.lessons)) return;
    this.#isUnlearned = false;
    this.lessons = lessons;
    this.read = {};
    this.#again(0);
  }

  /** The row of a rule on this page, by its mark. */
  rowOf(mark: string | undefined): Element | undefined {
    const { value, list } = this.seen?.rules ?? {};
    const index = value?.rules.findIndex((rule) => rule.mark === mark) ?? -1;
    return list?.rows[index]?.element;
  }

  /** The rules on this page by name, and whether each would catch a mail; nothing where there is no list. */
  rulesFor(mail: Missing): NamedRule[] | undefined {
    const { value, list } = (this.seen ?? this.lookAgain()).rules ?? {};
    return list?.rows.map(({ name = '', says }, index) => ({
      row: index + 1,
      mark: value?.rules[index]?.mark ?? '',
      name: name.slice(0, 80),
      catches: catches(says, mail),
    }));
  }

  /** Whether a change of what is stored is news to this mailbox; our own telling is none. */
  async isNews(changes: ReadonlyMap<string, unknown>): Promise<boolean> {
    await this.told;
    if (changes.has(taughtKey)) {
      // What was forgotten must not be told once more.
      this.read = {};
      this.lessons = [];
      this.#isUnlearned = true;
      return true;
    }
    if (this.#key === undefined) return true;
    if (!changes.has(this.#key)) return false;
    const changed = changes.get(this.#key);
    return changed === undefined || JSON.stringify(changed) !== JSON.stringify(this.record);
  }

  /** All that is known, what this document shows before what was known. */
  get evidence(): Evidence {
    const known = { ...this.record?.known, ...this.read };
    return { ...(this.record ?? noEvidence), known };
  }

  /** What is to be told, its times apart. */
  #gist(): string {
    const { seen, address, read, errand } = this;
    const told = [seen?.place, seen?.page, address, read, errand, this.#misses];
    return JSON.stringify(told, (key, value) => (key === 'at' ? undefined : value));
  }
}

/** Takes back what a look says of things that merely are not there. */
function forgiveSilence({ known, missed }: Look): void {
  for (const name of factNames) {
    const reading = known[name];
    if (!reading || !('error' in reading) || !isSilence(reading.error)) continue;
    delete known[name];
    missed.delete(name);
  }
}
