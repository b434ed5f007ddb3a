/** Leads the user to what a check is about, over reloads and the webmail's own routing. */
import { sendToBackground } from '../browser/messages.ts';
import type { Check } from '../core/check.ts';
import { type CheckId, checkOf } from '../core/checks/index.ts';
import { currentStep, type FieldId, type Seen, type Step } from '../core/guide.ts';
import { isInside } from '../core/place.ts';
import { isComposing, type Leg, nextLeg, press } from '../site/signposts.ts';
import type { Visit } from './visit.ts';

/** Stands among the ways that a guide has tried once its page was shown. */
const arrival = 'arrival';

/** The step that a guide ends in, but for Save: the field of the setting itself. */
const lastOf = ({ guide }: Check) => guide.findLast((step) => step.field !== 'save');

export class Lead {
  readonly #visit: Visit;
  #guided: { check: CheckId; tried: string[] } | undefined;
  #hasBegun = false;

  constructor(visit: Visit) {
    this.#visit = visit;
  }

  /** The check that is being shown, while the user is in the webmail. */
  get check(): CheckId | undefined {
    const { seen } = this.#visit;
    return seen && isInside(seen.place) ? this.#guided?.check : undefined;
  }

  /** The first step that is not done; absent when all are. */
  get step(): Step | undefined {
    return this.#guided && currentStep(checkOf(this.#guided.check).guide, this.#now());
  }

  /** What the ring is drawn around: the field of the current step, at last the setting's own. */
  get field(): Element | undefined {
    const step = this.step ?? (this.#guided && lastOf(checkOf(this.#guided.check)));
    return this.#visit.seen?.fields[step?.field ?? 'storage-indicator'];
  }

  /** The setting's own field, whatever step is the current one. */
  get goal(): Element | undefined {
    const last = this.#guided && lastOf(checkOf(this.#guided.check));
    return last && this.#visit.seen?.fields[last.field];
  }

  /** Whether no way led to the page, and it had the time to show what it has. */
  get isLost(): boolean {
    return !this.#nextWay() && this.field === undefined && this.#visit.isSettled;
  }

  /** Whether all is done and the user has gone on to something else. */
  get isOver(): boolean {
    const { seen } = this.#visit;
    if (!this.#guided?.tried.includes(arrival) || !seen || this.step || this.field) return false;
    return seen.place === 'mail' || seen.place === 'search' || seen.place === 'compose';
  }

  /** Shows the way to what a check is about, unless that would take a half-written mail away. */
  begin(check: CheckId): 'shown' | 'busy' {
    const now = this.#visit.lookAgain();
    this.#hasBegun = true;
    this.#guided = { check, tried: [] };
    if (this.#nextWay()?.by === 'path' && isComposing(document, now)) {
      this.#guided = undefined;
      return 'busy';
    }
    void sendToBackground({ do: 'guide', check, tried: [] });
    return 'shown';
  }

  /** Goes on, once in a document, with the guide that a reload or a new tab interrupted. */
  resume(guide: { check: CheckId; tried: string[] } | undefined): boolean {
    const goesOn = !this.#hasBegun && guide !== undefined;
    this.#hasBegun = true;
    if (goesOn) this.#guided = { check: guide.check, tried: guide.tried };
    return goesOn;
  }

  end(): void {
    this.#guided = undefined;
    void sendToBackground({ do: 'guide', check: null, tried: [] });
  }

  /**
   * Goes one step towards the guide's page. Each way is tried once; a reload takes the guide along.
   * From the arrival on the user leads: who goes elsewhere is not brought back.
   */
  travel(): void {
    const { seen } = this.#visit;
    const leg = this.#nextWay();
    const page = this.#guided && checkOf(this.#guided.check).page;
    const hasArrived = (page === 'pop' || page === 'sending') && this.#isShown(page);
    if (!this.#guided || !seen || this.#guided.tried.includes(arrival)) return;
    if (!leg && !hasArrived) return;
    if (leg?.by === 'path' && isComposing(document, seen)) return;
    const tried = leg ? (leg.by === 'path' ? leg.path : 'entry') : arrival;
    this.#guided = { ...this.#guided, tried: [...this.#guided.tried, tried] };
    const kept = sendToBackground({ do: 'guide', ...this.#guided });
    if (leg?.by === 'entry') press(leg.element);
    else if (leg) {
      // Firefox calls it an error when a page goes while an answer is still on its way.
      const { check } = this.#guided;
      void Promise.all([this.#visit.told, kept])
        .then(() => this.#visit.told)
        .then(() => {
          // Much can happen until all is told: the guide be left, a mail be begun.
          const isStill = this.#guided?.check === check;
          if (isStill && !isComposing(document, this.#visit.lookAgain())) location.assign(leg.path);
        });
    }
  }

  /** The next way to the guide's page; absent once the page was shown, or when no way is left. */
  #nextWay(): Leg | undefined {
    const { seen, ways } = this.#visit;
    const page = this.#guided && checkOf(this.#guided.check).page;
    if (!this.#guided || !seen || !isInside(seen.place)) return undefined;
    if (this.#guided.tried.includes(arrival)) return undefined;
    if ((page !== 'pop' && page !== 'sending') || this.#isShown(page)) return undefined;
    return nextLeg(seen, page, ways, this.#guided.tried);
  }

  #isShown(page: 'pop' | 'sending'): boolean {
    const { seen } = this.#visit;
    const field = page === 'pop' ? 'pop-deletion' : 'save-to-sent';
    return seen?.page === page || seen?.fields[field] !== undefined;
  }

  /** What a step is judged by: the page as it is now, and what was read of it. */
  #now(): Seen {
    const { seen, known } = this.#visit;
    return {
      place: seen?.place ?? 'unrecognised',
      page: seen?.page,
      fields: new Set(Object.keys(seen?.fields ?? {}) as FieldId[]),
      known,
    };
  }
}
