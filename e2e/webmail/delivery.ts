import type { Mail, Mailbox, Rule } from './mailbox.ts';
import { mailOf, type Sample } from './mails/index.ts';
import type { RuleCondition } from './rule.ts';
import { textOf } from './text.ts';

/** A mail on its way in. Without recipients it is to the account itself. */
export interface Incoming extends Pick<Sample, 'from' | 'to' | 'subject' | 'files'> {
  /** Paragraphs of the body. */
  text?: string[];
  /** Size in bytes, where it is not that of the files and a little more. */
  size?: number;
}

/** What became of a mail. */
export interface Delivery {
  /**
   * The folder it lies in: inbox, deleted, spam or such as folder-101. Or it lies in none: removed
   * without a trace, or refused because the mailbox is full.
   */
  went: string;
  /** The mail, where it lies in a folder. */
  mail: Mail | undefined;
  /** Folders in which a copy lies. */
  copies: string[];
  /** Addresses it was sent on to. */
  sentOn: string[];
  /** Ids of the rules that acted. */
  rules: string[];
}

const megabyte = 2 ** 20;
let count = 0;

/** Lets a mail arrive: the limit, the blacklist, the rules in order, then automatic forwarding. */
export function deliver(mailbox: Mailbox, incoming: Incoming): Delivery {
  const mail = mailFrom(mailbox, incoming);
  const { used, total } = mailbox.storage;
  if (total !== null && used + mail.size > total) return { ...untouched(), went: 'refused' };

  const { spamThen } = mailbox.preferences;
  const delivery = blacklisted(mailbox, mail)
    ? { ...untouched(), went: spamThen === 'delete' ? 'removed' : 'spam' }
    : sentOn(mailbox, ruled(mailbox, mail));
  for (const folder of delivery.copies) keep(mailbox, { ...mail, id: newId(), folder });
  if (delivery.went === 'removed') return delivery;
  return { ...delivery, mail: keep(mailbox, { ...mail, folder: delivery.went }) };
}

/** What becomes of a mail with which nothing is done. */
function untouched(): Delivery {
  return { went: 'inbox', mail: undefined, copies: [], sentOn: [], rules: [] };
}

function mailFrom(mailbox: Mailbox, { size, ...incoming }: Incoming): Mail {
  const sample = { to: [mailbox.address], text: [], ...incoming, ago: 0, unread: true };
  const mail = mailOf(sample, 0);
  return { ...mail, id: newId(), size: size ?? mail.size };
}

function newId(): string {
  count += 1;
  return `DzzzzyIn${count.toString(36).padStart(4, '0')}$---0`;
}

function keep(mailbox: Mailbox, mail: Mail): Mail {
  mailbox.storage.used += mail.size;
  mailbox.mails.unshift(mail);
  return mail;
}

function blacklisted({ preferences }: Mailbox, { from }: Mail): boolean {
  const sender = from.address.toLowerCase();
  return preferences.blacklist
    .map((entry) => entry.toLowerCase())
    .some((entry) => (entry.startsWith('@') ? sender.endsWith(entry) : sender === entry));
}

/** What the rules make of a mail. A later rule may move again what an earlier one has moved. */
function ruled(mailbox: Mailbox, mail: Mail): Delivery {
  const delivery = untouched();
  for (const rule of mailbox.rules) {
    if (!rule.enabled || !meets(mail, rule)) continue;
    act(mailbox, mail, rule, delivery);
    if (rule.stop || delivery.went === 'removed') break;
  }
  return delivery;
}

function act(mailbox: Mailbox, mail: Mail, rule: Rule, delivery: Delivery): void {
  delivery.rules.push(rule.id);
  for (const action of rule.actions) {
    if (action.type === 'move') delivery.went = folderOf(mailbox, action.folder);
    if (action.type === 'copy') delivery.copies.push(folderOf(mailbox, action.folder));
    if (action.type === 'mark-read') mail.unread = false;
    if (action.type === 'forward' || action.type === 'redirect')
      delivery.sentOn.push(...action.to.split(/[\s,;]+/).filter(Boolean));
  }
  if (rule.actions.some(({ type }) => type === 'delete' || type === 'reject'))
    delivery.went = 'removed';
}

/** A folder as mails name it; the inbox in place of one that is no more. */
function folderOf({ folders }: Mailbox, id: string): string {
  if (id in folders) return `folder-${id}`;
  return ['deleted', 'spam'].includes(id) ? id : 'inbox';
}

function meets(mail: Mail, { conditions, match }: Rule): boolean {
  const met = (condition: RuleCondition) => meetsOne(mail, condition);
  if (conditions.length === 0) return true;
  return match === 'all' ? conditions.every(met) : conditions.some(met);
}

function meetsOne(mail: Mail, { field, words }: RuleCondition): boolean {
  const has = (text: string) =>
    words.some((word) => text.toLowerCase().includes(word.toLowerCase()));
  return {
    from: () => has(`${mail.from.name} <${mail.from.address}>`),
    to: () => has(mail.to.join(', ')),
    subject: () => has(mail.subject),
    body: () => has(textOf(mail.body)),
    size: () => mail.size > Number(words[0]) * megabyte,
    attachments: () => mail.attachments.length > 0,
    everything: () => true,
  }[field]();
}

/** Automatic forwarding, of what the rules have left. */
function sentOn({ forwarding }: Mailbox, delivery: Delivery): Delivery {
  if (forwarding === null || delivery.went === 'removed') return delivery;
  return {
    ...delivery,
    went: forwarding.keepsCopy ? delivery.went : 'removed',
    sentOn: [...delivery.sentOn, forwarding.to],
  };
}
