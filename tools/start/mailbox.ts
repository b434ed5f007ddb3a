/** The mailbox that `npm start` shows: nearly full, and every setting wrong. */
import { hosts, type MailboxPatch, startWebmail, type Webmail } from '../../e2e/webmail/server.ts';
import type { Language } from './options.ts';

/** Starts the stand-in webmail with this mailbox on each of its hosts. */
export async function startTroubledWebmail(language: Language): Promise<Webmail> {
  const webmail = await startWebmail();
  for (const host of hosts) webmail.set(startedMailbox(language), host);
  return webmail;
}

/** Nearly full, and every setting wrong. */
export function startedMailbox(language: Language): MailboxPatch {
  const chinese = language === 'zh_CN';
  const GiB = 2 ** 30;
  return {
    language,
    storage: { used: 9.8 * GiB, total: 10 * GiB },
    popDeletion: 'allowed',
    saveToSent: 'none',
    forwarding: { to: 'lin.wei@elsewhere.example', keepsCopy: false },
    rules: [
      {
        id: 'deletes',
        name: chinese ? '旧供应商' : 'Former supplier',
        enabled: true,
        match: 'all',
        conditions: [{ field: 'from', words: ['@oldmill.example.org'] }],
        actions: [{ type: 'delete' }],
        stop: true,
      },
      {
        id: 'rejects',
        name: chinese ? '大附件' : 'Large attachments',
        enabled: true,
        match: 'all',
        conditions: [{ field: 'size', words: ['20'] }],
        actions: [{ type: 'reject' }],
        stop: true,
      },
      {
        id: 'forwards',
        name: chinese ? '转给助理' : 'To the assistant',
        enabled: true,
        match: 'any',
        conditions: [{ field: 'subject', words: chinese ? ['订单'] : ['order'] }],
        actions: [{ type: 'forward', to: 'assistant@elsewhere.example' }],
        stop: false,
      },
      {
        id: 'hides',
        name: chinese ? '发票归档' : 'File invoices',
        enabled: true,
        match: 'all',
        conditions: [{ field: 'subject', words: chinese ? ['发票'] : ['invoice'] }],
        actions: [{ type: 'move', folder: '101' }],
        stop: true,
      },
    ],
  };
}
