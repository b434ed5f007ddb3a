import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import {
  audit,
  type Evidence,
  type Finding,
  noEvidence,
  type Outcome,
  wrongOf,
} from '../core/audit.ts';
import type { CheckId } from '../core/checks/index.ts';
import type { KeptLesson } from '../core/lessons.ts';
import type { Kept } from '../core/record.ts';
import { ownDomainsOf } from '../core/rules.ts';
import type { MailboxRecord } from '../core/schemas.ts';
import { type CatchingRule, newSearch, type Search } from '../core/search.ts';
import type { Situation } from '../core/situation.ts';
import type { MessageKey } from '../core/words.ts';
import { type CheckupActions, CheckupView } from './checkup.tsx';
import { FindingItem } from './finding.tsx';
import { Gauge } from './gauge.tsx';
import { Icon, type IconName } from './icon.tsx';
import { Lessons } from './lessons.tsx';
import { Mailboxes, nameOfMailbox } from './mailboxes.tsx';
import { OwnDomains, type RuleActions } from './rules.tsx';
import { SearchView } from './search.tsx';
import type { SearchActions } from './search-parts.tsx';
import { isAged, useWords } from './words.ts';

export interface Actions {
  show(check: CheckId, mark?: string): void;
  /** The user points out what was not found. */
  teach(check: CheckId): void;
  unlearn: Parameters<typeof Lessons>[0]['onForget'];
  accept: RuleActions['accept'];
  own(domains: string[]): void;
  checkup: CheckupActions;
  forget(key: string): Promise<void>;
  open(host: string): void;
  focus(tab: number): void;
  reload(tab: number): void;
  allow(): void;
  search: SearchActions;
}

interface Props {
  situation: Situation;
  /** Tells one mailbox from the next: what is being typed in one is no other's. */
  view: string | undefined;
  /** What is kept of all mailboxes, the one that was seen last first. */
  mailboxes: readonly Kept[];
  /** The names of the rules that the tab shows, by their marks. */
  names: ReadonlyMap<string, string>;
  /** The search for a missing mail, where one is under way. */
  search?: Search | undefined;
  /** What the tab says of the rules on its page. */
  rules?: CatchingRule[] | undefined;
  /** What the user taught on the host at hand. */
  lessons?: readonly KeptLesson[] | undefined;
  now: number;
  actions: Actions;
}

/** The whole popup: one glance tells the state of the mailbox at hand. */
export function Popup(props: Props) {
  const { situation, view, mailboxes, search, names, now, actions } = props;
  const { say } = useWords();
  return (
    <div class="popup">
      <header>
        <img src="icons/32.png" alt="" width="20" height="20" />
        <h1>{say('shortName')}</h1>
        <p class="whose">{whose(situation)}</p>
      </header>
      <main>
        {situation.kind === 'inside' ? (
          <Mailbox key={view} {...props} situation={situation} />
        ) : (
          <Otherwise {...{ situation, names, now, actions }} />
        )}
        {!(situation.kind === 'inside' && search?.open) && (
          <Mailboxes
            mailboxes={mailboxes}
            atHand={situation.kind === 'inside' ? situation.key : undefined}
            now={now}
            onForget={actions.forget}
          />
        )}
      </main>
      <footer>
        <a href="report.html" target="_blank" rel="noreferrer">
          {say('report')}
        </a>
        <p>{say('notAffiliated')}</p>
      </footer>
    </div>
  );
}

function whose(situation: Situation): string {
  if (situation.kind === 'inside') return situation.mailbox.address ?? situation.mailbox.host;
  return 'host' in situation ? situation.host : '';
}

const outcomeKey = (outcome: Outcome) => `outcome_${outcome.replace('-', '_')}` as MessageKey;

const groups: readonly Outcome[] = [
  'wrong',
  'unclear',
  'unseen',
  'accepted',
  'not-applicable',
  'fine',
];

function Mailbox(props: Props & { situation: { kind: 'inside' } }) {
  const { say } = useWords();
  const { situation, search, rules, names, now, actions } = props;
  const entry = useFocusAfter(search?.open ?? false);
  const evidence = situation.record ?? noEvidence;
  const findings = audit(evidence, now);
  const { storage } = evidence.known;
  const isOld = findings.some((one) => one.check === 'storage-nearly-full' && isAged(one));
  const { address } = situation.mailbox;
  if (search?.open) {
    const clues = { findings, known: evidence.known, rules };
    return <SearchView {...{ search, clues, address, now }} actions={actions.search} />;
  }
  const begin = () =>
    actions.search.change({
      ...(search ?? newSearch()),
      open: true,
    });
  return (
    <>
      <Headline findings={findings} />
      {situation.unsaved && <Notice text="unsavedNotice" />}
      {(situation.damaged || wasLost(situation.record, now)) && <Notice text="lostNotice" />}
      {storage && 'value' in storage && !isOld && <Gauge storage={storage.value} />}
      <CheckupView checkup={situation.checkup} {...{ findings }} actions={actions.checkup} />
      <button type="button" class="search-entry" ref={entry} onClick={begin}>
        <span>
          <strong>{say('searchEntry')}</strong>
          <span class="soft">{say(search ? 'searchEntryGoOn' : 'searchEntryText')}</span>
        </span>
        <Icon name="on" />
      </button>
      <Findings evidence={evidence} names={names} now={now} actions={actions} />
      <Lessons lessons={props.lessons ?? []} onForget={actions.unlearn} />
      <OwnDomains domains={ownDomainsOf(evidence)} onKeep={actions.own} />
    </>
  );
}

function Notice({ text }: { text: MessageKey }) {
  const { say } = useWords();
  return (
    <p class="notice" role="note">
      {say(text)}
    </p>
  );
}

/** Brings the keyboard to the button that opened something once that is closed. */
function useFocusAfter(isOpen: boolean) {
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen) button.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return button;
}

/** In ms: how long it is told that saved results were damaged. */
const mourning = 7 * 24 * 3_600_000;

const wasLost = (record: MailboxRecord | undefined, now: number) =>
  record?.lost !== undefined && now - record.lost < mourning;

/** The findings in groups, the wrong ones first and the gravest of them on top. */
function Findings({
  evidence,
  names,
  now,
  actions,
}: {
  evidence: Evidence;
  names: ReadonlyMap<string, string>;
  now: number;
  actions: Actions;
}) {
  const { say } = useWords();
  const findings = audit(evidence, now);
  const ordered = [...wrongOf(findings), ...findings.filter(({ outcome }) => outcome !== 'wrong')];
  return groups.map((outcome) => {
    const members = ordered.filter((finding) => finding.outcome === outcome);
    if (members.length === 0) return null;
    return (
      <section key={outcome} aria-labelledby={`group-${outcome}`}>
        <h2 id={`group-${outcome}`}>{say(outcomeKey(outcome))}</h2>
        <ul>
          {members.map((finding) => (
            <FindingItem
              key={finding.check}
              {...{ finding, now }}
              known={evidence.known}
              misses={evidence.misses}
              accepted={evidence.accepted ?? {}}
              names={names}
              onShow={actions.show}
              onTeach={actions.teach}
              onAccept={actions.accept}
            />
          ))}
        </ul>
      </section>
    );
  });
}

/** The state in one line; it never says that all is well while something was not looked at. */
function Headline({ findings }: { findings: readonly Finding[] }) {
  const { say, locale } = useWords();
  const wrong = wrongOf(findings);
  const fine = findings.filter(({ outcome }) => outcome === 'fine').length;
  const open = findings.some(({ outcome }) => outcome === 'unclear' || outcome === 'unseen');
  const count = new Intl.NumberFormat(locale).format(wrong.length);
  const [worst] = wrong;
  let line: [icon: IconName, key: MessageKey];
  if (worst)
    line = [worst.problem.severity, wrong.length === 1 ? 'headlineWrongOne' : 'headlineWrongMany'];
  else if (!open) line = ['fine', 'headlineFine'];
  else line = fine > 0 ? ['unseen', 'headlineOpen'] : ['unclear', 'headlineUnknown'];
  return (
    <p class="headline" role="status" data-state={line[0]}>
      <Icon name={line[0]} />
      {say(line[1], count)}
    </p>
  );
}

/** The states in which no mailbox can be shown: one sentence, one button each. */
function Otherwise({
  situation,
  names,
  now,
  actions,
}: Pick<Props, 'names' | 'now' | 'actions'> & {
  situation: Exclude<Situation, { kind: 'inside' }>;
}) {
  const { say } = useWords();
  switch (situation.kind) {
    case 'no-tab': {
      const [first = '', ...others] = situation.hosts;
      const button = (host: string) => (
        <li key={host}>
          <button
            type="button"
            class={host === first ? 'primary' : undefined}
            onClick={() => actions.open(host)}
          >
            {host}
          </button>
        </li>
      );
      return (
        <State kind="no-tab" title="noTabTitle" text="noTabText">
          <ul class="hosts">{[first, ...others.slice(0, 5)].map(button)}</ul>
          <details>
            <summary>{say('noTabMore')}</summary>
            <ul class="hosts">{others.slice(5).map(button)}</ul>
          </details>
          {situation.isPartial && (
            <>
              <Notice text="partlyAllowed" />
              <Act label="allowAccess" onClick={() => actions.allow()} />
            </>
          )}
          {situation.unsaved && <Notice text="unsavedNotice" />}
          {situation.record && (
            <>
              <p class="last">{say('lastSeenTitle', nameOfMailbox(situation.record))}</p>
              <Findings evidence={situation.record} names={names} now={now} actions={actions} />
            </>
          )}
        </State>
      );
    }
    case 'no-permission':
      return (
        <State kind="no-permission" title="noPermissionTitle" text="noPermissionText">
          <Act label="allowAccess" onClick={() => actions.allow()} />
        </State>
      );
    case 'outdated':
      return (
        <State kind="outdated" title="outdatedTitle" text="outdatedText">
          <Act label="reloadPage" onClick={() => actions.reload(situation.tab)} />
        </State>
      );
    case 'signed-out':
      return (
        <State kind="signed-out" title="signedOutTitle" text="signedOutText">
          <Act label="goToTab" onClick={() => actions.focus(situation.tab)} />
        </State>
      );
    case 'old':
      return (
        <State kind="old" title="oldTitle" text="oldText">
          <Act label="goToTab" onClick={() => actions.focus(situation.tab)} />
        </State>
      );
    case 'unrecognised':
      return (
        <State kind="unrecognised" title="unrecognisedTitle" text="unrecognisedText">
          <Act label="openInbox" onClick={() => actions.open(situation.host)} />
        </State>
      );
    case 'loading':
      return <State kind="loading" title="loadingTitle" />;
    case 'failed':
      return <State kind="failed" title="failedTitle" text="failedText" />;
  }
}

function Act({ label, onClick }: { label: MessageKey; onClick: () => void }) {
  const { say } = useWords();
  return (
    <button type="button" class="primary" onClick={onClick}>
      {say(label)}
    </button>
  );
}

interface StateProps {
  kind: Situation['kind'];
  title: MessageKey;
  text?: MessageKey;
  children?: ComponentChildren;
}

function State({ kind, title, text, children }: StateProps) {
  const { say } = useWords();
  return (
    <section class="state" data-state={kind}>
      <p class="headline" role="status">
        {say(title)}
      </p>
      {text && <p>{say(text)}</p>}
      {children}
    </section>
  );
}
