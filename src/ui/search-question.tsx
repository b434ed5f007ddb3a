import { useState } from 'preact/hooks';
import { answered, mostTyped, type Question, type Search, unanswered } from '../core/search.ts';
import type { MessageKey } from '../core/words.ts';
import { Icon } from './icon.tsx';
import { SearchButtons, SearchHeading, type SearchProps } from './search-parts.tsx';
import { useWords } from './words.ts';

type Props = Pick<SearchProps, 'search' | 'now' | 'actions'> & { question: Question };

/** One question about the missing mail; each may be passed over. */
export function SearchQuestion({ question, ...props }: Props) {
  const { say } = useWords();
  return (
    <>
      <SearchHeading>{say(headingOf(question, props.search))}</SearchHeading>
      {question === 'way' ? (
        <Way {...props} />
      ) : question === 'when' ? (
        <When {...props} />
      ) : (
        <Words question={question} {...props} />
      )}
      <p class="search-hint">{say('searchForgotten')}</p>
    </>
  );
}

function headingOf(question: Question, { way }: Search): MessageKey {
  switch (question) {
    case 'way':
      return 'searchAskWay';
    case 'who':
      if (!way) return 'searchAskPerson';
      return way === 'sent' ? 'searchAskTo' : 'searchAskFrom';
    case 'about':
      return 'searchAskAbout';
    case 'when':
      return 'searchAskWhen';
  }
}

function Skip({ question, search, actions }: Omit<Props, 'now'>) {
  const { say } = useWords();
  return (
    <button type="button" onClick={() => actions.change(unanswered(search, question))}>
      {say('searchSkip')}
    </button>
  );
}

/** A row that answers a question at once. */
function Answer(props: { label: MessageKey; isChosen: boolean; onClick: () => void }) {
  const { say } = useWords();
  return (
    <li>
      <button type="button" aria-pressed={props.isChosen} onClick={props.onClick}>
        <span>{say(props.label)}</span>
        <Icon name={props.isChosen ? 'fine' : 'on'} />
      </button>
    </li>
  );
}

function Way({ search, actions }: Omit<Props, 'question'>) {
  const answer = (way: 'received' | 'sent') => actions.change(answered(search, 'way', { way }));
  const row = (way: 'received' | 'sent', label: MessageKey) => (
    <Answer label={label} isChosen={search.way === way} onClick={() => answer(way)} />
  );
  return (
    <>
      <ul class="search-answers">
        {row('received', 'searchWayReceived')}
        {row('sent', 'searchWaySent')}
      </ul>
      <SearchButtons {...{ search, actions }}>
        <Skip question="way" {...{ search, actions }} />
      </SearchButtons>
    </>
  );
}

/** A question that is answered in words; they are kept while they are typed. */
function Words({
  question,
  search,
  actions,
}: Omit<Props, 'question'> & { question: 'who' | 'about' }) {
  const { say } = useWords();
  const hint = question === 'who' ? 'searchHintPerson' : 'searchHintAbout';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        actions.change(answered(search, question));
      }}
    >
      <p id="search-hint">{say(hint)}</p>
      <input
        type="text"
        value={search[question]}
        maxLength={mostTyped[question]}
        autoComplete="off"
        spellcheck={false}
        dir="auto"
        aria-label={say(headingOf(question, search))}
        aria-describedby="search-hint"
        onInput={({ currentTarget }) =>
          actions.change({ ...search, [question]: currentTarget.value })
        }
      />
      <SearchButtons {...{ search, actions }}>
        <button type="submit" class="primary">
          {say('searchNext')}
        </button>
        <Skip {...{ question, search, actions }} />
      </SearchButtons>
    </form>
  );
}

/** A day as a field for dates writes it, where the user is. */
function dayOf(at: number): string {
  const time = new Date(at);
  return new Date(at - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

function When({ search, now, actions }: Omit<Props, 'question'>) {
  const { say } = useWords();
  const { when } = search;
  const today = dayOf(now);
  const [date, setDate] = useState(when?.is === 'date' ? when.date : '');
  const isDate = /^\d{4}-\d\d-\d\d$/.test(date);
  const answer = (is: 'today' | 'days' | 'date', day: string) =>
    actions.change(answered(search, 'when', { when: { is, date: day } }));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isDate) answer('date', date);
      }}
    >
      <ul class="search-answers">
        <Answer
          label="searchToday"
          isChosen={when?.is === 'today'}
          onClick={() => answer('today', today)}
        />
        <Answer
          label="searchDays"
          isChosen={when?.is === 'days'}
          onClick={() => answer('days', today)}
        />
        <li class="search-date">
          <label for="search-date">{say('searchDate')}</label>
          <input
            id="search-date"
            type="date"
            value={date}
            max={today}
            onInput={({ currentTarget }) => setDate(currentTarget.value)}
          />
        </li>
      </ul>
      <SearchButtons {...{ search, actions }}>
        {isDate && (
          <button type="submit" class="primary">
            {say('searchNext')}
          </button>
        )}
        <Skip question="when" {...{ search, actions }} />
      </SearchButtons>
    </form>
  );
}
