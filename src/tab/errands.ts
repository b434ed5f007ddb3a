/** What the tab of a check-up does: it gets to one page after the other and tells what is there. */
import type { Errand, ErrandReport, Stop } from '../core/checkup.ts';
import type { SettingsPage } from '../core/place.ts';
import { isComposing, type Leg, nextLeg } from '../site/signposts.ts';
import { depart, isShown, nameOf } from './journey.ts';
import { patience, type Visit } from './visit.ts';

/** The settings page of a stop; the mail has none. */
const pageOf = (stop: Stop): SettingsPage | undefined => (stop === 'mail' ? undefined : stop);

export class Errands {
  readonly #visit: Visit;
  #errand: Errand | undefined;
  /** When the last way was taken; a page needs time to come. */
  #departed = Number.NEGATIVE_INFINITY;

  constructor(visit: Visit) {
    this.#visit = visit;
  }

  /** Whether the tab works for a check-up, and shows nothing of ours. */
  get isBusy(): boolean {
    return this.#errand !== undefined;
  }

  /** Takes up what the background asks for; true if that is new. */
  take(errand: Errand | undefined): boolean {
    if (errand?.stop === this.#errand?.stop) return false;
    this.#errand = errand && { ...errand };
    this.#departed = Number.NEGATIVE_INFINITY;
    return errand !== undefined;
  }

  /** How far it is. */
  get report(): ErrandReport | undefined {
    if (!this.#errand) return undefined;
    const { stop, tried } = this.#errand;
    const page = pageOf(stop);
    const hadTime = performance.now() - this.#departed >= patience;
    const isThere = !page || isShown(this.#visit, page);
    const settled = this.#visit.isSettled && hadTime;
    return { stop, tried, settled, lost: settled && !isThere && !this.#next() };
  }

  /** Goes one way towards the page; each is tried once. */
  travel(): void {
    const leg = this.#next();
    const errand = this.#errand;
    if (!leg || !errand) return;
    this.#errand = { ...errand, tried: [...errand.tried, nameOf(leg)] };
    this.#departed = performance.now();
    this.#visit.lookLater(patience + 50);
    this.#visit.errand = this.report;
    const isStill = () => this.#errand?.stop === errand.stop;
    depart(this.#visit, leg, leg.by === 'path' ? this.#visit.tell() : Promise.resolve(), isStill);
  }

  #next(): Leg | undefined {
    const { seen, ways } = this.#visit;
    const page = this.#errand && pageOf(this.#errand.stop);
    if (!this.#errand || !page || !seen || isShown(this.#visit, page)) return undefined;
    const leg = nextLeg(seen, page, ways, this.#errand.tried);
    return leg?.by === 'path' && isComposing(document, seen) ? undefined : leg;
  }
}
