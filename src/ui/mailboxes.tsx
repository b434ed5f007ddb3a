import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Kept, lastSeen } from '../core/record.ts';
import type { MailboxRecord } from '../core/schemas.ts';
import { agoOf, useWords } from './words.ts';

/** Names a mailbox so that it is told from others and names nobody: its masked address and its host. */
export const nameOfMailbox = ({
  address,
  host,
}: Pick<MailboxRecord, 'address' | 'host'>): string =>
  address === null ? host : `${address} · ${host}`;

interface Props {
  mailboxes: readonly Kept[];
  /** The key of the mailbox that the popup is about. */
  atHand: string | undefined;
  now: number;
  onForget: (key: string) => Promise<void>;
}

/** The mailboxes of which something is kept; each can be forgotten, once that is confirmed. */
export function Mailboxes({ mailboxes, atHand, now, onForget }: Props) {
  const { say, locale } = useWords();
  const [asked, setAsked] = useState<string>();
  const [told, setTold] = useState('');
  const summary = useRef<HTMLElement>(null);
  if (mailboxes.length === 0 && told === '') return null;
  // By name: what is to be pressed must not move when another one is seen.
  const name = ({ record }: Kept) => nameOfMailbox(record);
  const sorted = [...mailboxes].sort((a, b) => name(a).localeCompare(name(b), locale));
  const forget = async ({ key, record }: Kept) => {
    setTold('');
    const isDone = await onForget(key).then(
      () => true,
      () => false,
    );
    setAsked(undefined);
    setTold(say(isDone ? 'mailboxForgotten' : 'mailboxNotForgotten', nameOfMailbox(record)));
    summary.current?.focus();
  };
  return (
    <details class="mailboxes">
      <summary ref={summary}>
        {say('mailboxes', new Intl.NumberFormat(locale).format(mailboxes.length))}
      </summary>
      <p class="why">{say('mailboxesHint')}</p>
      <ul>
        {sorted.map((kept) => (
          <Item
            key={kept.key}
            {...{ kept, now }}
            isAtHand={kept.key === atHand}
            isAsked={kept.key === asked}
            onAsk={(isAsked) => setAsked(isAsked ? kept.key : undefined)}
            onForget={() => void forget(kept)}
          />
        ))}
      </ul>
      <p class="told" role="status">
        {told}
      </p>
    </details>
  );
}

interface ItemProps {
  kept: Kept;
  now: number;
  isAtHand: boolean;
  isAsked: boolean;
  onAsk: (isAsked: boolean) => void;
  onForget: () => void;
}

function Item({ kept: { key, record }, now, isAtHand, isAsked, onAsk, onForget }: ItemProps) {
  const words = useWords();
  const { say } = words;
  const button = useRef<HTMLButtonElement>(null);
  const keep = useRef<HTMLButtonElement>(null);
  const hasLeft = useRef(false);
  useLayoutEffect(() => {
    if (isAsked) keep.current?.focus();
    else if (hasLeft.current) button.current?.focus();
    hasLeft.current = false;
  }, [isAsked]);
  const leave = () => {
    hasLeft.current = true;
    onAsk(false);
  };
  const name = nameOfMailbox(record);
  const seen = lastSeen(record);
  const id = `mailbox-${key.slice(-12)}`;
  return (
    <li data-mailbox={isAtHand ? 'at-hand' : 'other'}>
      <div>
        <p id={id}>{name}</p>
        <p class="why">{isAtHand ? say('mailboxAtHand') : seen > 0 && agoOf(words, seen, now)}</p>
      </div>
      {isAsked ? (
        <fieldset class="mailbox-question" aria-describedby={id}>
          <legend>{say(isAtHand ? 'mailboxAskAtHand' : 'mailboxAsk')}</legend>
          <button type="button" ref={keep} onClick={leave}>
            {say('mailboxKeep')}
          </button>
          <button type="button" class="grave" onClick={onForget}>
            {say('mailboxForgetNow')}
          </button>
        </fieldset>
      ) : (
        <button type="button" ref={button} aria-describedby={id} onClick={() => onAsk(true)}>
          {say('mailboxForget')}
        </button>
      )}
    </li>
  );
}
