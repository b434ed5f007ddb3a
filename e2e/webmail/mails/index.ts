import type { Language } from '../words/index.ts';
import { chinese } from './chinese.ts';
import { english } from './english.ts';

export interface Mail {
  id: string;
  /** Name of the folder in addresses: inbox, sentitems, deleted, spam, draft or folder-101. */
  folder: string;
  from: { name: string; address: string };
  to: string[];
  subject: string;
  /** First words of the body, as the list shows them. */
  preview: string;
  /** Body as HTML. */
  body: string;
  /** When it came, as an ISO date. */
  date: string;
  /** Size in bytes, attachments included. */
  size: number;
  unread: boolean;
  attachments: { name: string; size: number }[];
}

/** A change to mails, as the app asks for it: to some of them, or to a whole folder. */
export interface MailOrder {
  ids?: string[];
  of?: string;
  /** New folder. */
  folder?: string;
  unread?: boolean;
  purge?: boolean;
}

export type Outgoing = Pick<Mail, 'to' | 'subject' | 'preview' | 'body'> & {
  folder: 'sentitems' | 'draft';
};

/** A mail in short, as the samples are written. */
export interface Sample {
  folder?: string;
  from: [name: string, address: string];
  to?: string[];
  subject: string;
  text: string[];
  /** Hours ago. */
  ago: number;
  unread?: boolean;
  /** Name and kilobytes. */
  files?: [name: string, size: number][];
}

const me = 'lin.wei@example.com';

export function sampleMails(language: Language): Mail[] {
  return (language.startsWith('zh') ? chinese : english).map(mailOf);
}

/** The samples, and as many more as give the Inbox that number of mails. */
export function manyMails(language: Language, count: number): Mail[] {
  const samples = sampleMails(language);
  const inbox = samples.filter((mail) => mail.folder === 'inbox');
  const others = samples.filter((mail) => mail.folder !== 'inbox');
  const more = Array.from({ length: count }, (_, at) => {
    const mail = inbox[at % inbox.length] as Mail;
    return at < inbox.length ? mail : { ...mail, id: `${mail.id}-${at}`, unread: false };
  });
  return [...more, ...others];
}

export function mailOf(sample: Sample, at: number): Mail {
  const attachments = (sample.files ?? []).map(([name, size]) => ({ name, size: size * 1024 }));
  return {
    id: `DzzzzyLq${(at + 37).toString(36).padStart(4, '0')}$---0`,
    folder: sample.folder ?? 'inbox',
    from: { name: sample.from[0], address: sample.from[1] },
    to: sample.to ?? [me],
    subject: sample.subject,
    preview: sample.text.join(' ').slice(0, 140),
    body: sample.text.map((part) => `<p>${part}</p>`).join(''),
    date: new Date(Date.now() - sample.ago * 3_600_000).toISOString(),
    size: 6144 + attachments.reduce((sum, { size }) => sum + size, 0),
    unread: sample.unread ?? false,
    attachments,
  };
}
