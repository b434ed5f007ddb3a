import { useState } from 'preact/hooks';
import type { RuleProblem } from '../core/check.ts';
import type { Facts } from '../core/facts.ts';
import { understoodIn } from '../core/rules.ts';
import type { Accepted, Rule } from '../core/schemas.ts';
import type { MessageKey } from '../core/words.ts';
import { Icon } from './icon.tsx';
import { dateIn, useWords, type Words } from './words.ts';

/** What the user can say of a rule, and ask for. */
export interface RuleActions {
  show(mark: string): void;
  /** He knows about it, for some days or (null) for ever; nothing: he wants to hear of it again. */
  accept(mark: string, known?: { days: number | null; reason: string }): void;
}

interface Props {
  rules: readonly RuleProblem[];
  accepted: Accepted;
  /** The rules' names as the page shows them now; they are not kept. */
  names: ReadonlyMap<string, string>;
  now: number;
  actions: RuleActions;
}

/** The rules that a finding is made of, each with its own reason, and what can be said of it. */
export function RuleProblems({ rules, accepted, ...props }: Props) {
  return (
    <ul class="rules">
      {rules.map((problem) => (
        <RuleItem
          key={problem.rule.mark}
          {...props}
          problem={problem}
          accepted={accepted[problem.rule.mark]}
        />
      ))}
    </ul>
  );
}

/** What a rule does, in our words: "sends mail on to x.example". */
export const deedOf = ({ say, locale }: Words, { rule, variant }: RuleProblem): string =>
  say(
    `rule_${variant}` as MessageKey,
    new Intl.ListFormat(locale, { type: 'conjunction' }).format(rule.to),
  );

/** Names a rule: by its place and, where the page shows it now, by its name, cut sensibly. */
export function titleOfRule({ say, locale }: Words, rule: Rule, name = ''): string {
  const number = say('ruleNumber', new Intl.NumberFormat(locale).format(rule.row));
  const visible = name.replace(/\s+/g, ' ').trim();
  // Isolated, so that what a name does to the direction of text stays within it.
  const short = visible.length > 40 ? `${[...visible].slice(0, 40).join('')}…` : visible;
  return short ? say('ruleNamed', number, `\u2068${short}\u2069`) : number;
}

function RuleItem({
  problem,
  accepted,
  names,
  now,
  actions,
}: Omit<Props, 'rules' | 'accepted'> & {
  problem: RuleProblem;
  accepted: Accepted[string] | undefined;
}) {
  const words = useWords();
  const { say, locale } = words;
  const { rule, severity } = problem;
  const isAccepted = accepted !== undefined && now < (accepted.until ?? Infinity);
  const title = titleOfRule(words, rule, names.get(rule.mark));
  const id = `rule-${problem.variant}-${rule.mark}`;
  const notes = [
    rule.on === false && say('ruleOff'),
    rule.since !== undefined && say('ruleNew', dateIn(locale, rule.since)),
    rule.oddName && say('ruleOdd'),
    rule.sensitive && say('ruleSensitive'),
  ].filter(Boolean);
  return (
    <li class="rule" data-rule={rule.row} data-severity={severity} aria-labelledby={id}>
      <Icon name={isAccepted ? 'accepted' : severity} />
      <div>
        <p id={id}>
          <span class="unseen">{say(`severity_${severity}`)}: </span>
          <strong>{title}</strong> {deedOf(words, problem)}
        </p>
        {notes.length > 0 && <p class="why">{notes.join(' · ')}</p>}
        {isAccepted && (
          <p class="why">
            {say('ruleAcceptedOn', dateIn(locale, accepted.at))}
            {accepted.until !== undefined &&
              `, ${say('ruleAcceptedUntil', dateIn(locale, accepted.until))}`}
            {accepted.reason && `: ${accepted.reason}`}
          </p>
        )}
        <div class="rule-foot">
          <button type="button" aria-describedby={id} onClick={() => actions.show(rule.mark)}>
            {say('showMe')}
          </button>
          {isAccepted ? (
            <button type="button" aria-describedby={id} onClick={() => actions.accept(rule.mark)}>
              {say('ruleForget')}
            </button>
          ) : (
            <Acceptance id={id} onAccept={(known) => actions.accept(rule.mark, known)} />
          )}
        </div>
      </div>
    </li>
  );
}

const terms: readonly [days: number | null, key: MessageKey][] = [
  [30, 'days30'],
  [90, 'days90'],
  [null, 'never'],
];

/** "I know about this one": for how long, and why. */
function Acceptance({
  id,
  onAccept,
}: {
  id: string;
  onAccept: (known: { days: number | null; reason: string }) => void;
}) {
  const { say } = useWords();
  const [days, setDays] = useState<number | null>(90);
  const [reason, setReason] = useState('');
  return (
    <details class="acceptance">
      <summary aria-describedby={id}>{say('ruleKnown')}</summary>
      <fieldset>
        <legend>{say('ruleKnownFor')}</legend>
        {terms.map(([value, key]) => (
          <label key={key}>
            <input
              type="radio"
              name={`days-${id}`}
              checked={days === value}
              onChange={() => setDays(value)}
            />
            {say(key)}
          </label>
        ))}
      </fieldset>
      <label>
        {say('ruleReason')}
        <input
          type="text"
          maxLength={200}
          value={reason}
          onInput={({ currentTarget }) => setReason(currentTarget.value)}
        />
      </label>
      <button type="button" onClick={() => onAccept({ days, reason })}>
        {say('ruleAccept')}
      </button>
    </details>
  );
}

/** How much of the list was read, and what cannot be seen at all. */
export function RulesRead({ rules }: { rules: Facts['rules'] }) {
  const { say, locale } = useWords();
  const count = (number: number) => new Intl.NumberFormat(locale).format(number);
  const understood = understoodIn(rules);
  const sentences = [
    say('rules_read', count(rules.listed), count(understood)),
    rules.complete ? '' : say('error_incomplete'),
    understood < rules.rules.length ? say('rules_unread') : '',
    say('rules_admin'),
  ].filter(Boolean);
  return <p class="why">{sentences.reduce((text, next) => say('twoSentences', text, next))}</p>;
}

/** The user's own mail domains: to be corrected where the address does not tell them. */
export function OwnDomains({
  domains,
  onKeep,
}: {
  domains: readonly string[];
  onKeep: (domains: string[]) => void;
}) {
  const { say } = useWords();
  const [text, setText] = useState<string>();
  const [isWrong, setWrong] = useState(false);
  const keep = () => {
    const given = (text ?? '')
      .toLowerCase()
      .split(/[\s,;，；、]+/)
      .map((one) => one.replace(/^@/, ''))
      .filter(Boolean);
    const isFine = given.every((one) => /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u.test(one));
    setWrong(!isFine);
    if (!isFine) return;
    onKeep(given.slice(0, 50));
    setText(undefined);
  };
  return (
    <details class="own">
      <summary>{say('ownDomains')}</summary>
      <p class="why" id="own-hint">
        {say('ownDomainsHint')}
      </p>
      <div class="own-row">
        <input
          type="text"
          aria-label={say('ownDomains')}
          aria-describedby={isWrong ? 'own-wrong' : 'own-hint'}
          aria-invalid={isWrong}
          value={text ?? domains.join(', ')}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
        <button type="button" onClick={keep}>
          {say('ownDomainsSave')}
        </button>
      </div>
      <p class="wrong" id="own-wrong" role="status">
        {isWrong && say('ownDomainsWrong')}
      </p>
    </details>
  );
}
