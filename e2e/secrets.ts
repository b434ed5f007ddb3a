/** Secrets that a test plants in a mailbox, and whether any of them is in what Mailmend keeps or shows. */
import { mailOf } from './webmail/mails/index.ts';
import type { RuleAction, RuleCondition } from './webmail/rule.ts';
import type { Webmail } from './webmail/server.ts';

/** Letters that make no word of ours, and ideographs that stand in none. */
const latin = 'ghjkmnpqrtvwxz';
const ideographs = '鑫淼焱垚骉犇羴猋毳麤龘靐齉爨癵驫鱻灥厵飝';

/** A source of chance that gives the same each time. */
export function chanceFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
}

/** So many different secrets: words, names in ideographs and numbers, by turns. */
export function secretsOf(count: number, seed = 1): string[] {
  const chance = chanceFrom(seed);
  const made = new Set<string>();
  const some = (letters: string, length: number) =>
    Array.from({ length }, () => letters[chance(letters.length)]).join('');
  while (made.size < count) {
    const kind = made.size % 4;
    if (kind === 2) made.add(some(ideographs, 5));
    else if (kind === 3) made.add(`${1 + chance(9)}${some('0123456789', 8)}`);
    else made.add(some(latin, 9));
  }
  return [...made];
}

/** The forms of a secret by which it would be found: parts of it, written out or encoded. */
function formsOf(secret: string): { plain: string[]; exact: string[] } {
  const size = /^\d+$/.test(secret) ? secret.length : /^[a-z]+$/.test(secret) ? 5 : 2;
  const parts = Array.from({ length: secret.length - size + 1 }, (_, at) =>
    secret.slice(at, at + size),
  );
  const plain = parts.flatMap((part) => [
    part,
    encodeURIComponent(part).toLowerCase(),
    [...part].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  ]);
  const bytes = Buffer.from(secret);
  const exact = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .slice([0, 2, 3][shift], Math.floor(((shift + bytes.length) * 8) / 6)),
  );
  return { plain: [...plain, bytes.toString('hex')], exact };
}

/** The secrets of which something is in a text, not minding case. */
export function secretsIn(text: string, secrets: readonly string[]): string[] {
  const lower = text.toLowerCase();
  const digits = lower.replace(/(?<=\d)[,.' ](?=\d)/g, '');
  return secrets.filter((secret) => {
    const { plain, exact } = formsOf(secret);
    return (
      plain.some((form) => lower.includes(form) || digits.includes(form)) ||
      exact.some((form) => text.includes(form))
    );
  });
}

/** Puts two hundred secrets into a mailbox, in all that its user, its senders and its settings say. */
export function plantIn(webmail: Webmail): {
  secrets: string[];
  /** That of the mailbox's own address. */
  own: string;
  /** Those in names of rules. */
  rules: string[];
  /** Those that the test types, or puts in the place of the webmail's own words. */
  typed: string[];
} {
  const secrets = secretsOf(200);
  const left = [...secrets];
  const take = (count: number) => left.splice(0, count);
  const latinOnly = (count: number) => {
    const found = left.filter((secret) => /^[a-z]+$/.test(secret)).slice(0, count);
    for (const one of found) left.splice(left.indexOf(one), 1);
    return found;
  };
  const [own = '', forward = '', ruleForward = '', ...locals] = latinOnly(35);
  const typed = take(4);
  const [displayName = '', signature = '', vacation = '', autoReply = '', label = ''] = take(5);
  const folders = take(8);
  const rules = take(12);
  const conditions = take(12);
  const [blocked = '', trusted = ''] = take(2);
  const address = `${own}@example.com`;
  webmail.set({
    address,
    displayName,
    folders: Object.fromEntries(folders.map((name, index) => [String(101 + index), name])),
    forwarding: { to: `${forward}@else.example`, keepsCopy: true },
    rules: rules.map((name, index) => ({
      id: `r${index}`,
      name,
      enabled: index !== 1,
      match: 'any',
      conditions: [
        { field: index % 2 ? 'subject' : 'from', words: [conditions[index] ?? ''] },
      ] satisfies RuleCondition[],
      actions: [actionsOf(ruleForward, autoReply, label)[index % 5] as RuleAction],
      stop: false,
    })),
    mails: [],
  });
  const mailbox = webmail.mailbox();
  Object.assign(mailbox.preferences, {
    signature,
    blacklist: [`${blocked}@bad.example`],
    whitelist: [`${trusted}@good.example`],
    vacation: { enabled: true, from: '', to: '', text: vacation, contactsOnly: false },
  });
  const rest = take(left.length);
  for (let at = 0; at < rest.length; at += 4) {
    const [name = '', subject = '', text = '', file = ''] = rest.slice(at, at + 4);
    const local = locals[(at / 4) % locals.length] ?? '';
    const amounts = `Used: 8.${subject} GB / Total: 9.${text} GB`;
    webmail.mailbox().mails.push(
      mailOf(
        {
          from: [name, `${local}@mail.example`],
          to: [address, `${local}@list.example`],
          subject: `${subject} ${amounts}`,
          text: [text, amounts],
          ago: at,
          unread: true,
          files: [[`${file}.pdf`, 20]],
        },
        at,
      ),
    );
  }
  return { secrets, own, rules, typed };
}

const actionsOf = (local: string, text: string, label: string): RuleAction[] => [
  { type: 'move', folder: '101' },
  { type: 'delete' },
  { type: 'forward', to: `${local}@other.example` },
  { type: 'auto-reply', text },
  { type: 'label', label },
];
