import { useRef } from 'preact/hooks';
import {
  type Note,
  newSearch,
  notedOf,
  type Position,
  positionOf,
  questions,
  type Search,
  type StepId,
  stepNames,
  stepsOf,
} from '../core/search.ts';
import type { MessageKey } from '../core/words.ts';
import { Icon, type IconName } from './icon.tsx';
import { SearchEnd } from './search-end.tsx';
import type { SearchProps } from './search-parts.tsx';
import { SearchQuestion } from './search-question.tsx';
import { SearchStep } from './search-step.tsx';
import { useWords } from './words.ts';

/** The search for a missing mail: one question or one step at a time, at last what was found. */
export function SearchView(props: SearchProps) {
  const { say } = useWords();
  const { search, actions } = props;
  const position = positionOf(search);
  return (
    <section class="search" aria-label={say('searchEntry')} data-position={nameOf(position)}>
      <div class="search-bar">
        <button
          type="button"
          class="plain"
          onClick={() => actions.change({ ...search, open: false })}
        >
          <Icon name="back" />
          {say('searchOverview')}
        </button>
        <button
          type="button"
          class="plain"
          disabled={search.asked.length === 0}
          onClick={() => actions.change(newSearch())}
        >
          {say('searchRestart')}
        </button>
      </div>
      <Progress search={search} position={position} />
      {position.at === 'question' ? (
        <SearchQuestion key={position.question} question={position.question} {...props} />
      ) : position.at === 'step' ? (
        <SearchStep key={position.step} step={position.step} {...props} />
      ) : (
        <SearchEnd ending={position.ending} {...props} />
      )}
      {position.at !== 'question' && <Notes {...{ search, position }} />}
      <Announcement search={search} />
    </section>
  );
}

/** A position in one word, such as `spam` or `end-spam`. */
function nameOf(position: Position): string {
  if (position.at === 'end') return `end-${position.ending}`;
  return position.at === 'step' ? position.step : `ask-${position.question}`;
}

function Progress({ search, position }: { search: Search; position: Position }) {
  const { say, locale } = useWords();
  const count = (number: number) => new Intl.NumberFormat(locale).format(number);
  const steps = stepsOf(search);
  const [done, all]: [number, number] =
    position.at === 'question'
      ? [questions.indexOf(position.question), questions.length]
      : [position.at === 'step' ? steps.indexOf(position.step) : steps.length, steps.length];
  const text =
    position.at === 'end'
      ? say('searchResult')
      : say(
          position.at === 'question' ? 'searchQuestion' : 'searchStep',
          count(done + 1),
          count(all),
        );
  return (
    <div class="search-progress">
      <p>{text}</p>
      <div class="gauge-bar" aria-hidden="true">
        <div style={{ width: `${(100 * done) / all}%` }} />
      </div>
    </div>
  );
}

/** What the user looks for himself is there or not; a setting is the cause or not. */
const places: readonly StepId[] = ['everywhere', 'spam', 'deleted', 'folders'];

function noteKey(step: StepId, note: Note): MessageKey {
  if (note === 'possible' || note === 'doubted')
    return step === 'bounce' ? 'searchNoteYes' : 'searchNotePossible';
  if (note === 'skipped') return 'searchNoteSkipped';
  if (step === 'bounce') return note === 'found' ? 'searchNoteYes' : 'searchNoteNone';
  const isPlace = places.includes(step);
  if (note === 'found') return isPlace ? 'searchNoteFound' : 'searchNoteCause';
  return isPlace ? 'searchNoteNotThere' : 'searchNoteNotCause';
}

const icons: Record<Note, IconName> = {
  found: 'fine',
  possible: 'warning',
  doubted: 'warning',
  'not-there': 'unseen',
  skipped: 'unclear',
};

/** What each step has found so far. */
function Notes({ search, position }: { search: Search; position: Position }) {
  const { say } = useWords();
  const current = position.at === 'step' ? position.step : undefined;
  const noted = notedOf(search).filter(({ step }) => step !== current);
  if (noted.length === 0) return null;
  return (
    <section class="search-notes" aria-labelledby="search-notes">
      <h2 id="search-notes">{say('searchNotes')}</h2>
      <ul>
        {noted.map(({ step, note }) => (
          <li key={step} data-step={step} data-note={note}>
            <Icon name={note === 'found' && !places.includes(step) ? 'info' : icons[note]} />
            <span>{say(stepNames[step])}</span>
            <span class="search-note">{say(noteKey(step, note))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Tells by voice what was noted last: by the user, or by itself. */
function Announcement({ search }: { search: Search }) {
  const { say } = useWords();
  const before = useRef(search.notes);
  const news = useRef('');
  if (before.current !== search.notes) {
    const fresh = notedOf(search).filter(({ step, note }) => before.current[step] !== note);
    news.current = fresh
      .map(({ step, note }) => say('searchNoted', say(stepNames[step]), say(noteKey(step, note))))
      .join('\n');
    before.current = search.notes;
  }
  return (
    <p class="spoken" role="status">
      {news.current}
    </p>
  );
}
