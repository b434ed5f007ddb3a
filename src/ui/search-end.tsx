import { useState } from 'preact/hooks';
import type { CheckId } from '../core/checks/index.ts';
import {
  type Ending,
  type Line,
  messageOf,
  notedOf,
  type Search,
  shownBy,
} from '../core/search.ts';
import type { MessageKey } from '../core/words.ts';
import type { IconName } from './icon.tsx';
import { SearchButtons, SearchHeading, type SearchProps } from './search-parts.tsx';
import { useWords, type Words } from './words.ts';

const ends: Record<Ending, [icon: IconName, title: MessageKey, text: MessageKey]> = {
  everywhere: ['fine', 'searchEndEverywhere', 'searchEndEverywhereText'],
  spam: ['fine', 'searchEndSpam', 'searchEndSpamText'],
  deleted: ['fine', 'searchEndDeleted', 'searchEndDeletedText'],
  folders: ['fine', 'searchEndFolders', 'searchEndFoldersText'],
  rules: ['info', 'searchEndRules', 'searchEndRulesText'],
  pop: ['info', 'searchEndPop', 'searchEndPopText'],
  'sent-copies': ['info', 'searchEndSent', 'searchEndSentText'],
  forwarding: ['info', 'searchEndForwarding', 'searchEndForwardingText'],
  filters: ['info', 'searchEndFilters', 'searchEndFiltersText'],
  storage: ['info', 'searchEndStorage', 'searchEndStorageText'],
  bounce: ['info', 'searchEndBounce', 'searchEndBounceText'],
  nothing: ['unclear', 'searchEndNothing', 'searchEndNothingText'],
};

/** Endings at which the mail is at hand: there is nothing to ask of the administrator. */
const isFound = (ending: Ending) => ends[ending][0] === 'fine';

/** What was found and what to do about it; where the mail is not at hand, whom to ask for what. */
export function SearchEnd(props: SearchProps & { ending: Ending }) {
  const { say } = useWords();
  const { search, ending, actions } = props;
  const [icon, title, text] = ends[ending];
  const check = isFound(ending) ? ruleCheckOf(ending, search) : checkOf(ending, props);
  return (
    <>
      <SearchHeading icon={icon}>{say(title)}</SearchHeading>
      <p>{say(textOf(ending, search, text))}</p>
      {check && (
        <p class="search-open">
          <button type="button" class="primary" onClick={() => actions.show(check)}>
            {say('showMe')}
          </button>
        </p>
      )}
      {!isFound(ending) && <Message {...props} hasLead={!check} />}
      <SearchButtons {...{ search, actions }}>
        <button type="button" onClick={() => actions.change(undefined)}>
          {say('searchDone')}
        </button>
      </SearchButtons>
    </>
  );
}

function textOf(ending: Ending, search: Search, text: MessageKey): MessageKey {
  if (ending === 'folders' && search.way === 'sent') return 'searchEndFoldersTextSent';
  const isPossible = notedOf(search).some(({ note }) => note === 'doubted');
  return ending === 'nothing' && isPossible ? 'searchEndPossibleText' : text;
}

/** Where a mail was found that a rule can have put there, the rules that do so. */
function ruleCheckOf(ending: Ending, { way }: Search): CheckId | undefined {
  if (way === 'sent') return undefined;
  return ending === 'deleted' ? 'rules-remove-mail' : 'rules-hide-mail';
}

const checkOf = (ending: Ending, { clues }: SearchProps): CheckId | undefined =>
  ending === 'nothing' ? undefined : shownBy(ending, clues);

/** The message's text, as it is copied. */
function textIn({ say, locale }: Words, paragraphs: Line[][]): string {
  const list = new Intl.ListFormat(locale, { type: 'conjunction', style: 'narrow' });
  const lineOf = ({ key, values = [], names }: Line) =>
    names ? say(key, list.format(names.map((name) => say(name)))) : say(key, ...values);
  return paragraphs.map((lines) => lines.map(lineOf).join('\n')).join('\n\n');
}

function Message({ search, address, actions, hasLead }: SearchProps & { hasLead: boolean }) {
  const words = useWords();
  const { say } = words;
  const [outcome, setOutcome] = useState<'searchMailCopied' | 'searchMailCopyFailed'>();
  const text = textIn(words, messageOf(search, address, words.locale));
  const copy = () =>
    actions.copy(text).then(
      () => setOutcome('searchMailCopied'),
      () => setOutcome('searchMailCopyFailed'),
    );
  return (
    <section class="search-message" aria-labelledby="search-message">
      <h2 id="search-message">{say('searchMailTitle')}</h2>
      <pre dir="auto">{text}</pre>
      <p class="search-open">
        <button type="button" class={hasLead ? 'primary' : undefined} onClick={copy}>
          {say('searchMailCopy')}
        </button>
        <span role="status">{outcome && say(outcome)}</span>
      </p>
    </section>
  );
}
