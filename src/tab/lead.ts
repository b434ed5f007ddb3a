/** Leads the user to what a check is about, over reloads and the webmail's own routing. */
import { sendToBackground } from '../browser/messages.ts';
import { audit } from '../core/audit.ts';
import type { Check } from '../core/check.ts';
import { type CheckId, checkOf } from '../core/checks/index.ts';
import { currentStep, type FieldId, type Seen, type Step } from '../core/guide.ts';
import { isInside } from '../core/place.ts';
import type { Rule } from '../core/schemas.ts';
import { isComposing, type Leg, nextLeg } from '../site/signposts.ts';
import { depart, isShown, nameOf } from './journey.ts';
import { patience, type Visit } from './visit.ts';

/** Stands among the ways that a guide has tried once its page was shown. */
const arrival = 'arrival';

interface Guided {
  check: CheckId;
  /** The rule that it is about, by its mark. */
  mark?: string | undefined;
  /** The key of the mailbox for which it was begun, where that is known. */
  whose?: string | undefined;
  /** The user wants to point it out, for it was not found. */
  teach?: true | undefined;
  tried: string[];
}

/** The step that a guide ends in, but for Save: the field of the setting itself. */
const lastOf = ({ guide }: Check) => guide.findLast((step) => step.field !== 'save');

export class Lead {
  readonly #visit: Visit;
  #guided: Guided | undefined;
  #hasBegun = false;
  /** When it last left for another page. */
  #departed = Number.NEGATIVE_INFINITY;

  constructor(visit: Visit) {
    this.#visit = visit;
  }

  /** The check that is being shown, while the user is in the webmail. */
  get check(): CheckId | undefined {
    const { seen } = this.#visit;
    return seen && isInside(seen.place) ? this.#guided?.check : undefined;
  }

  /** Whether it leads to what the user wants to point out. */
  get isTeaching(): boolean {
    return this.#guided?.teach === true;
  }

  /** Whether the page that the check is about is shown; of the storage, one beside the folders. */
  get isThere(): boolean {
    const page = this.#guided && checkOf(this.#guided.check).page;
    const place = this.#visit.seen?.place;
    return page ? isShown(this.#visit, page) : place === 'mail' || place === 'search';
  }

  /** Goes on as a guide to what the user wants to point out. */
  teach(): void {
    if (!this.#guided) return;
    this.#guided = { ...this.#guided, teach: true };
    void this.#keep();
  }

  /** The first step that is not done; absent when all are. */
  get step(): Step | undefined {
    return this.#guided && currentStep(checkOf(this.#guided.check).guide, this.#now());
  }

  /** What the ring is drawn around: the field of the current step, at last the setting's own. */
  get field(): Element | undefined {
    const step = this.step ?? (this.#guided && lastOf(checkOf(this.#guided.check)));
    return this.#fields[step?.field ?? 'storage-indicator'];
  }

  /** The setting's own field, whatever step is the current one. */
  get goal(): Element | undefined {
    const last = this.#guided && lastOf(checkOf(this.#guided.check));
    return last && this.#fields[last.field];
  }

  /** What stands on the page that can be pointed at, the rule and its list's pages included. */
  get #fields(): Partial<Record<FieldId, Element>> {
    const { seen } = this.#visit;
    const rule = this.#visit.rowOf(this.#guided?.mark);
    const pager = seen?.rules?.list.pager;
    return {
      ...seen?.fields,
      ...(rule && { rule }),
      ...(pager && !rule && { 'rule-pager': pager }),
    };
  }

  /** The rule that is being shown, as far as it is known. */
  get rule(): Rule | undefined {
    const { rules } = this.#visit.evidence.known;
    const mark = this.#guided?.mark;
    return rules && 'value' in rules
      ? rules.value.rules.find((one) => one.mark === mark)
      : undefined;
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
  begin(check: CheckId, mark?: string, teach?: true): 'shown' | 'busy' {
    const now = this.#visit.lookAgain();
    this.#hasBegun = true;
    this.#departed = Number.NEGATIVE_INFINITY;
    const { key: whose } = this.#visit;
    this.#guided = { check, mark: mark ?? this.#firstOf(check), whose, teach, tried: [] };
    if (this.#nextWay()?.by === 'path' && isComposing(document, now)) {
      this.#guided = undefined;
      return 'busy';
    }
    this.#keep();
    return 'shown';
  }

  /** Goes on, once in a document, with the guide that a reload or a new tab interrupted. */
  resume(guide: Guided | undefined): boolean {
    // Until a page is drawn it may be anybody's.
    if (guide?.whose && !this.#visit.isDrawn) return false;
    const goesOn = !this.#hasBegun && guide !== undefined;
    this.#hasBegun = true;
    if (!goesOn) return false;
    const { check, mark, whose, teach, tried } = guide;
    this.#guided = { check, mark, whose, teach, tried };
    this.claim();
    return this.#guided !== undefined;
  }

  /** A guide is of the mailbox that it was begun for: another's is over, one of nobody yet is taken. */
  claim(): void {
    const { key } = this.#visit;
    if (!this.#guided || key === undefined || this.#guided.whose === key) return;
    if (this.#guided.whose) {
      this.end();
      return;
    }
    this.#guided = { ...this.#guided, whose: key };
    void this.#keep();
  }

  end(): void {
    this.#guided = undefined;
    void this.#keep();
  }

  /**
   * Goes one step towards the guide's page. Each way is tried once; a reload takes the guide along.
   * From the arrival on the user leads: who goes elsewhere is not brought back.
   */
  travel(): void {
    const { seen } = this.#visit;
    if (!this.#guided || !seen || this.#guided.tried.includes(arrival)) return;
    const leg = this.#nextWay();
    const { page } = checkOf(this.#guided.check);
    const hasArrived = page !== undefined && isShown(this.#visit, page);
    if (!leg && !hasArrived) return;
    if (leg?.by === 'path' && isComposing(document, seen)) return;
    // It is on its way already: another page takes its time to come.
    if (performance.now() - this.#departed < patience) return;
    if (leg && !this.#visit.hasHeard) {
      // The way that was seen before is still on its way to us.
      void this.#visit.told.then(() => this.travel());
      return;
    }
    const { check } = this.#guided;
    const tried = [...this.#guided.tried, leg ? nameOf(leg) : arrival];
    this.#guided = { ...this.#guided, tried };
    const kept = this.#keep();
    if (leg?.by === 'path') this.#departed = performance.now();
    if (leg) depart(this.#visit, leg, kept, () => this.#guided?.check === check);
  }

  /** The next way to the guide's page; absent once the page was shown, or when no way is left. */
  #nextWay(): Leg | undefined {
    const { seen, ways } = this.#visit;
    const page = this.#guided && checkOf(this.#guided.check).page;
    if (!this.#guided || !seen || !isInside(seen.place)) return undefined;
    if (this.#guided.tried.includes(arrival)) return undefined;
    if (!page || isShown(this.#visit, page)) return undefined;
    return nextLeg(seen, page, ways, this.#guided.tried);
  }

  /** Of several rules that are wrong the gravest one. */
  #firstOf(check: CheckId): string | undefined {
    const finding = audit(this.#visit.evidence, Date.now()).find((one) => one.check === check);
    return finding && 'problem' in finding ? finding.problem.rules?.[0]?.rule.mark : undefined;
  }

  #keep(): Promise<unknown> {
    if (!this.#guided) return sendToBackground({ do: 'guide', check: null, tried: [] });
    const { check, mark, whose, teach, tried } = this.#guided;
    const about = { ...(mark && { mark }), ...(whose && { whose }), ...(teach && { teach }) };
    return sendToBackground({ do: 'guide', check, ...about, tried });
  }

  /** What a step is judged by: the page as it is now, and what was read of it. */
  #now(): Seen {
    const { seen, evidence } = this.#visit;
    return {
      place: seen?.place ?? 'unrecognised',
      page: seen?.page,
      fields: new Set(Object.keys(this.#fields) as FieldId[]),
      known: evidence.known,
    };
  }
}
