import type { CheckId } from '../core/checks/index.ts';
import {
  type CatchingRule,
  checksOf,
  judgementOf,
  keywordsOf,
  mostTyped,
  type Note,
  noted,
  type Search,
  type StepId,
  shownBy,
} from '../core/search.ts';
import type { MessageKey } from '../core/words.ts';
import { Icon } from './icon.tsx';
import { SearchButtons, SearchHeading, type SearchProps } from './search-parts.tsx';
import { agoOf, keyOf, lookIn, ownOrShared, titleOf, useWords } from './words.ts';

type Props = SearchProps & { step: StepId };

const headings: Record<StepId, MessageKey> = {
  everywhere: 'searchEverywhere',
  spam: 'searchSpam',
  deleted: 'searchDeleted',
  folders: 'searchFolders',
  rules: 'searchRules',
  pop: 'searchPop',
  'sent-copies': 'searchSent',
  forwarding: 'searchForwarding',
  filters: 'searchFilters',
  storage: 'searchStorage',
  bounce: 'searchBounce',
};

/** One place where the mail may be, or one cause; the user looks, or what is known is told. */
export function SearchStep(props: Props) {
  const { say } = useWords();
  const { step, search } = props;
  if (step === 'bounce') return <Bounce {...props} />;
  const heading = <SearchHeading>{say(headings[step])}</SearchHeading>;
  switch (step) {
    case 'rules':
      return (
        <>
          {heading}
          <Rules {...props} />
        </>
      );
    case 'pop':
    case 'sent-copies':
    case 'forwarding':
    case 'storage':
      return (
        <>
          {heading}
          <Cause {...props} />
        </>
      );
    default:
      return (
        <>
          {heading}
          <p>{say(textOf(step, search))}</p>
          <Openers {...props} />
          <Looked {...props} found={step === 'filters' ? 'searchFiltersFound' : 'searchFound'} />
        </>
      );
  }
}

function textOf(step: 'everywhere' | 'spam' | 'deleted' | 'folders' | 'filters', search: Search) {
  switch (step) {
    case 'everywhere':
      return keywordsOf(search).length > 0 ? 'searchEverywhereText' : 'searchEverywhereNoWords';
    case 'spam':
      return 'searchSpamText';
    case 'deleted':
      return 'searchDeletedText';
    case 'folders':
      return search.way === 'sent' ? 'searchFoldersTextSent' : 'searchFoldersText';
    case 'filters':
      return 'searchFiltersText';
  }
}

/** The buttons that open the webmail where the user is to look. */
function Openers({ step, search, actions }: Props) {
  const { say } = useWords();
  if (step === 'spam' || step === 'deleted') {
    return (
      <p class="search-open">
        <button type="button" class="primary" onClick={() => actions.go(step)}>
          {say(step === 'spam' ? 'searchSpamButton' : 'searchDeletedButton')}
        </button>
      </p>
    );
  }
  const keywords = step === 'everywhere' ? keywordsOf(search) : [];
  if (keywords.length === 0) return null;
  return (
    <p class="search-open">
      {keywords.map((keyword, index) => (
        <button
          key={keyword}
          type="button"
          class={index === 0 ? 'primary' : undefined}
          onClick={() => actions.go('search', keyword)}
        >
          {say('searchEverywhereButton', keyword)}
        </button>
      ))}
    </p>
  );
}

/** What the user says of a place where he has looked himself. */
function Looked({ step, search, actions, found }: Props & { found: MessageKey }) {
  const { say } = useWords();
  const says = (note: Note) => () => actions.change(noted(search, step, note));
  return (
    <SearchButtons {...{ search, actions }}>
      <button type="button" onClick={says('found')}>
        {say(found)}
      </button>
      <button type="button" onClick={says('not-there')}>
        {say('searchNotThere')}
      </button>
      <button type="button" onClick={says('skipped')}>
        {say('searchSkip')}
      </button>
    </SearchButtons>
  );
}

/** What a finding says of a possible cause. */
function Cause(props: Props) {
  const { say } = useWords();
  const { step, search, clues, actions } = props;
  const isPossible = search.notes[step] === 'possible' || judgementOf(step, clues) === 'possible';
  const says = (note: Note) => () => actions.change(noted(search, step, note));
  return (
    <>
      <ul class="search-findings">
        {(checksOf[step] ?? []).map((check) => (
          <Known key={check} check={check} {...props} />
        ))}
      </ul>
      <SearchButtons {...{ search, actions }}>
        {isPossible && (
          <>
            <button type="button" onClick={says('found')}>
              {say('searchExplains')}
            </button>
            <button type="button" onClick={says('doubted')}>
              {say('searchGoOn')}
            </button>
          </>
        )}
        {!isPossible && (
          <button type="button" onClick={says('skipped')}>
            {say('searchSkip')}
          </button>
        )}
      </SearchButtons>
    </>
  );
}

function Known({ check, clues, now, actions }: Props & { check: CheckId }) {
  const words = useWords();
  const { say } = words;
  const finding = clues.findings.find((one) => one.check === check) ?? {
    check,
    outcome: 'unseen' as const,
  };
  const problem = 'problem' in finding ? finding.problem : undefined;
  const id = `search-${check}`;
  const text =
    finding.outcome === 'unseen'
      ? lookIn(words, finding, now)
      : 'error' in finding
        ? ownOrShared(words, check, finding.error, `error_${finding.error}`)
        : problem?.variant === 'critical' && check === 'storage-nearly-full'
          ? say('searchStorageTight')
          : problem
            ? ownOrShared(words, check, `why_${problem.variant}`, keyOf(check, 'why'))
            : '';
  return (
    <li class="finding" data-outcome={finding.outcome} aria-labelledby={id}>
      <Icon name={finding.outcome === 'wrong' ? finding.problem.severity : finding.outcome} />
      <div class="finding-body">
        <h3 id={id}>{titleOf(words, finding)}</h3>
        {text && <p>{text}</p>}
        <p class="finding-foot">
          {'at' in finding && finding.outcome !== 'unseen' && (
            <span>{agoOf(words, finding.at, now)}</span>
          )}
          {finding.outcome !== 'fine' && finding.outcome !== 'not-applicable' && (
            <button type="button" aria-describedby={id} onClick={() => actions.show(check)}>
              {say('showMe')}
            </button>
          )}
        </p>
      </div>
    </li>
  );
}

/** The rules that would catch such a mail, by name; they are read while their page is open. */
function Rules(props: Props) {
  const { say } = useWords();
  const { step, search, clues, actions } = props;
  const { rules } = clues;
  const caught = rules?.filter(({ catches }) => catches) ?? [];
  const unsure = rules?.filter(({ catches }) => catches === undefined) ?? [];
  const says = (note: Note) => () => actions.change(noted(search, step, note));
  const show = shownBy(step, clues);
  return (
    <>
      {caught.length > 0 && <RuleList {...props} rules={caught} title="searchRulesCatch" />}
      {unsure.length > 0 && <RuleList {...props} rules={unsure} title="searchRulesUnsure" />}
      {rules && caught.length + unsure.length === 0 && <p>{say('searchRulesNone')}</p>}
      {!rules && (
        <>
          <p>{say('searchRulesUnseen')}</p>
          {show && (
            <p class="search-open">
              <button type="button" class="primary" onClick={() => actions.show(show)}>
                {say('showMe')}
              </button>
            </p>
          )}
        </>
      )}
      {caught.length > 0 || search.notes[step] === 'possible' ? (
        <SearchButtons {...{ search, actions }}>
          <button type="button" onClick={says('found')}>
            {say('searchExplains')}
          </button>
          <button type="button" onClick={says('doubted')}>
            {say('searchGoOn')}
          </button>
        </SearchButtons>
      ) : (
        <Looked {...props} found="searchRulesFound" />
      )}
      <p class="search-hint">{say('rules_admin')}</p>
    </>
  );
}

/** Of many rules that nobody can tell about, this many are named. */
const mostNamed = 12;

function RuleList({
  rules,
  title,
  actions,
}: Pick<SearchProps, 'actions'> & { rules: CatchingRule[]; title: MessageKey }) {
  const { say, locale } = useWords();
  const id = `search-${title}`;
  return (
    <>
      <p id={id}>{say(title)}</p>
      <ul class="search-rules" aria-labelledby={id}>
        {rules.slice(0, mostNamed).map(({ row, mark, name }) => {
          const number = new Intl.NumberFormat(locale).format(row);
          return (
            <li key={`${row} ${mark}`}>
              <bdi>{name ? say('searchRuleNamed', number, name) : say('ruleNumber', number)}</bdi>
              <button type="button" onClick={() => actions.show('rules-hide-mail', mark)}>
                {say('showMe')}
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** Whether the sender got an error message, and if so its code or text. */
function Bounce({ search, actions }: Props) {
  const { say } = useWords();
  const isSent = search.way === 'sent';
  const says = (note: Note) => () => actions.change(noted(search, 'bounce', note));
  if (search.notes.bounce !== 'possible') {
    return (
      <>
        <SearchHeading key="ask">{say(isSent ? 'searchBounceSent' : 'searchBounce')}</SearchHeading>
        <p>{say(isSent ? 'searchBounceTextSent' : 'searchBounceText')}</p>
        <SearchButtons {...{ search, actions }}>
          <button type="button" onClick={says('possible')}>
            {say('searchYes')}
          </button>
          <button type="button" onClick={says('not-there')}>
            {say('searchNo')}
          </button>
          <button type="button" onClick={says('skipped')}>
            {say('searchDontKnow')}
          </button>
        </SearchButtons>
      </>
    );
  }
  return (
    <>
      <SearchHeading key="code">{say('searchBounceCode')}</SearchHeading>
      <p id="search-hint">{say('searchBounceCodeText')}</p>
      <textarea
        rows={4}
        value={search.bounce}
        maxLength={mostTyped.bounce}
        spellcheck={false}
        dir="auto"
        aria-label={say('searchBounceCode')}
        aria-describedby="search-hint"
        onInput={({ currentTarget }) => actions.change({ ...search, bounce: currentTarget.value })}
      />
      <SearchButtons {...{ search, actions }}>
        <button type="button" class="primary" onClick={says('found')}>
          {say('searchNext')}
        </button>
      </SearchButtons>
    </>
  );
}
