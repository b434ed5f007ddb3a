/** The user points out what was not found: from the way there to what was learned. */
import { sendToBackground } from '../browser/messages.ts';
import { words } from '../browser/words.ts';
import type { CheckId } from '../core/checks/index.ts';
import type { Lesson, Teachable } from '../core/lessons.ts';
import type { MessageKey } from '../core/words.ts';
import { settingsToPoint } from '../site/point-setting.ts';
import { linesToPoint } from '../site/point-storage.ts';
import {
  type Candidate,
  elementAt,
  nearestIn,
  type Pointed,
  type Pointing,
  type Refusal,
  scrollAt,
} from '../site/pointing.ts';
import { bits } from '../site/readers/sent-copies.ts';
import { offersOf, type Unit } from '../site/taught-line.ts';
import { type Move, Picker } from '../ui/picker.tsx';
import { Spotlight } from '../ui/spotlight.tsx';
import { Learned, SettingQuestion, StorageQuestion, WayThere } from '../ui/teach-cards.tsx';
import { usedIn, valueIn, WordsContext } from '../ui/words.ts';
import type { Visit } from './visit.ts';

const facts: Partial<Record<CheckId, Teachable>> = {
  'storage-nearly-full': 'storage',
  'pop-deletion-allowed': 'popDeletion',
  'sent-copies-missing': 'sentCopies',
};

const titles: Record<Teachable, MessageKey> = {
  storage: 'teachWhatStorage',
  popDeletion: 'teachWhatPop',
  sentCopies: 'teachWhatSent',
};

const refusals: Record<Refusal, MessageKey> = {
  mail: 'teachNotMail',
  nothing: 'teachNotNothing',
  words: 'teachNotWords',
  place: 'teachNotPlace',
  twice: 'teachNotTwice',
  touched: 'teachNotTouched',
  other: 'teachNotOther',
  value: 'teachNotValue',
};

type Stage =
  | { at: 'way' }
  | { at: 'pick'; candidate?: Candidate | undefined; refusal?: Refusal | undefined }
  | { at: 'ask'; pointed: Pointed; units: Record<string, Unit> }
  | { at: 'learned'; said: string };

export class Teach {
  readonly #visit: Visit;
  readonly #draw: () => void;
  #stage: Stage = { at: 'way' };
  #pointing: Pointing | undefined;

  /** `draw` is called when there is something else to draw. */
  constructor(visit: Visit, draw: () => void) {
    this.#visit = visit;
    this.#draw = draw;
  }

  /** Begins anew; what was pointed out before is left. */
  begin(): void {
    this.#stage = { at: 'way' };
  }

  /** The page is another now: what can be pointed out there is looked for again when it is needed. */
  lookAgain(): void {
    this.#pointing = undefined;
  }

  /** What is drawn; `isThere` says that the page is shown on which it should stand. */
  drawing(check: CheckId, isThere: boolean, onClose: () => void) {
    const fact = facts[check];
    if (!fact) return null;
    if (this.#stage.at === 'way' && isThere) this.#stage = { at: 'pick' };
    return (
      <WordsContext.Provider value={words}>{this.#content(fact, onClose)}</WordsContext.Provider>
    );
  }

  #content(fact: Teachable, onClose: () => void) {
    const stage = this.#stage;
    switch (stage.at) {
      case 'way':
        return (
          <Spotlight field={undefined}>
            <WayThere
              what={titles[fact]}
              onPoint={() => this.#go({ at: 'pick' })}
              onClose={onClose}
            />
          </Spotlight>
        );
      case 'pick': {
        const pick = (candidate: Candidate | Refusal | undefined) => this.#pick(fact, candidate);
        const at = (x: number, y: number) => {
          const element = elementAt(x, y);
          return element ? this.#pointingAt(fact).at(element) : 'nothing';
        };
        return (
          <Picker
            what={titles[fact]}
            candidate={stage.candidate}
            refusal={stage.refusal && refusals[stage.refusal]}
            onPoint={(x, y) => {
              const candidate = at(x, y);
              this.#hover(typeof candidate === 'string' ? undefined : candidate);
            }}
            onPress={(x, y) => pick(at(x, y))}
            onScroll={({ clientX, clientY, deltaX, deltaY }) => {
              const element = elementAt(clientX, clientY);
              if (element) scrollAt(element, deltaX, deltaY);
            }}
            onMove={(move) => this.#move(fact, move)}
            onTake={() => pick(stage.candidate)}
            onReload={stage.refusal === 'touched' ? () => location.reload() : undefined}
            onClose={onClose}
          />
        );
      }
      case 'ask':
        return (
          <Spotlight field={stage.pointed.element}>
            {this.#question(stage.pointed, stage.units, onClose)}
          </Spotlight>
        );
      case 'learned':
        return (
          <Spotlight field={undefined}>
            <Learned said={stage.said} onClose={onClose} />
          </Spotlight>
        );
    }
  }

  #question(pointed: Pointed, units: Record<string, Unit>, onClose: () => void) {
    if (pointed.fact === 'storage') {
      const { cut, place, text } = pointed;
      const offers = offersOf(cut, units);
      const nameless = cut.figures.filter(({ unit }) => !unit);
      return (
        <StorageQuestion
          line={text}
          unknown={nameless.filter(
            ({ after }, at) => nameless.findIndex((one) => one.after === after) === at,
          )}
          units={units}
          offers={offers}
          onUnit={(after, unit) => {
            const { [after]: _, ...others } = units;
            const next = unit ? { ...others, [after]: unit as Unit } : others;
            this.#go({ at: 'ask', pointed, units: next });
          }}
          onAnswer={(index) => {
            const offer = offers[index];
            if (!offer) return;
            const lesson = {
              fact: 'storage',
              place,
              words: cut.words,
              slots: offer.slots,
            } as const;
            this.#keep(lesson, usedIn(words, offer.storage));
          }}
          onClose={onClose}
        />
      );
    }
    const { page, name, kind, shown } = pointed;
    const values =
      pointed.fact === 'popDeletion'
        ? (['allowed', 'not-allowed'] as const)
        : (['both', 'webmail', 'clients', 'neither'] as const);
    const facts = values.map((value) =>
      value === 'allowed' || value === 'not-allowed' ? value : bits[value],
    );
    return (
      <SettingQuestion
        name={pointed.text}
        shown={pointed.value}
        values={facts}
        onAnswer={(index) => {
          const value = values[index];
          const fact = facts[index];
          if (!value || !fact) return;
          const lesson = {
            fact: pointed.fact,
            page,
            name,
            kind,
            values: [{ words: shown, value }],
          };
          this.#keep(lesson as Lesson, `${pointed.text}: ${valueIn(words, fact)}`);
        }}
        onClose={onClose}
      />
    );
  }

  #go(stage: Stage): void {
    this.#stage = stage;
    this.#draw();
  }

  #pointingAt(fact: Teachable): Pointing {
    if (this.#pointing?.fact === fact) return this.#pointing;
    const { seen, drafts } = this.#visit;
    this.#pointing =
      fact === 'storage'
        ? linesToPoint(document, seen?.place ?? 'unrecognised')
        : settingsToPoint(document, fact, drafts.hasTouched);
    return this.#pointing;
  }

  #hover(candidate: Candidate | undefined): void {
    if (this.#stage.at !== 'pick' || this.#stage.candidate?.element === candidate?.element) return;
    this.#go({ at: 'pick', candidate });
  }

  #move(fact: Teachable, move: Move): boolean {
    const { candidates } = this.#pointingAt(fact);
    const now = this.#stage.at === 'pick' ? this.#stage.candidate : undefined;
    const index = candidates.findIndex(({ element }) => element === now?.element);
    const from = candidates[index];
    let next: Candidate | undefined;
    if (move === 'previous') next = candidates[index < 0 ? candidates.length - 1 : index - 1];
    else if (move === 'next' || !from) next = candidates[index + 1];
    else next = nearestIn(candidates, from, move);
    if (next) this.#hover(next);
    return next !== undefined;
  }

  #pick(fact: Teachable, candidate: Candidate | Refusal | undefined): void {
    if (candidate === undefined || typeof candidate === 'string') {
      this.#go({ at: 'pick', refusal: candidate ?? 'nothing' });
      return;
    }
    // The page may have changed since it was looked at.
    const seen = this.#pointingAt(fact).take(candidate);
    if (typeof seen === 'string') this.#go({ at: 'pick', candidate, refusal: seen });
    else this.#go({ at: 'ask', pointed: seen, units: {} });
  }

  #keep(lesson: Lesson, said: string): void {
    void sendToBackground({ do: 'teach', language: this.#visit.language, lesson });
    this.#go({ at: 'learned', said });
  }
}
