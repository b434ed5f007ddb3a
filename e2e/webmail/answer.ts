/// <reference types="node" />
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Bundle } from './bundle.ts';
import { adminConsole, shell } from './documents.ts';
import { type Mail, type Mailbox, type Settings, savedKeys } from './mailbox.ts';
import type { MailOrder, Outgoing } from './mails/index.ts';

/** Answers one request to the host whose mailbox this is. */
export async function answer(
  mailbox: Mailbox,
  app: Bundle,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname, search, searchParams } = new URL(request.url ?? '/', 'https://webmail');
  const home =
    mailbox.ui === 'old' ? '/alimail/' : `/alimail/entries/${mailbox.version}/mail/inbox/all`;
  const back = searchParams.get('reurl') ?? '';
  const asked = /^\/(?!\/)/.test(back) ? back : home;

  const redirect = (location: string) => response.writeHead(302, { location }).end();
  const document = (html: string) =>
    response
      .writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'set-cookie': `alimail_init_lang=${mailbox.language}; path=/`,
      })
      .end(html);
  const login = () =>
    redirect(`/alimail/auth/login?reurl=${encodeURIComponent(pathname + search)}`);

  if (pathname.startsWith('/stand-in/app-')) {
    const style = pathname.endsWith('.css');
    response
      .writeHead(200, {
        'content-type': style ? 'text/css' : 'text/javascript; charset=utf-8',
        'cache-control': 'public, max-age=31536000, immutable',
      })
      .end(style ? app.style : app.script);
  } else if (pathname.startsWith('/stand-in/')) {
    await wait(mailbox.latency);
    const body = JSON.stringify(await data(mailbox, pathname.slice(10), request));
    response
      .writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
      .end(body);
  } else if (pathname === '/' || pathname === '/alimail/auth/login') {
    if (mailbox.signedIn) redirect(asked);
    else document(shell(mailbox, app.hash));
  } else if (pathname === '/login/v2/index') {
    document(shell(mailbox, app.hash));
  } else if (pathname === '/admin/') {
    document(adminConsole(mailbox));
  } else if (!pathname.startsWith('/alimail/')) {
    response.writeHead(404).end();
  } else if (!mailbox.signedIn) {
    login();
  } else if (pathname === '/alimail/auth/callbackForCore') {
    redirect(asked);
  } else if (pathname === '/alimail/goEntryTemplate') {
    mailbox.ui = 'v5';
    redirect('/');
  } else if (pathname.startsWith(mailbox.ui === 'old' ? '/alimail/' : '/alimail/entries/')) {
    if (mailbox.ui === 'old' && pathname !== home) redirect(home);
    else document(shell(mailbox, app.hash));
  } else {
    redirect(home);
  }
}

/** The stand-in's own way to load and save; the real one's is private and no concern of ours. */
async function data(mailbox: Mailbox, name: string, request: IncomingMessage): Promise<unknown> {
  const body = request.method === 'POST' ? JSON.parse(await textOf(request)) : undefined;
  if (name === 'sign-in') {
    mailbox.signedIn = true;
    return { success: true };
  }
  if (!mailbox.signedIn) return { success: false, signedIn: false };
  if (name === 'state') return { ...mailbox, mails: [] };
  if (name === 'mails') return mailbox.mails;
  if (name === 'save') return save(mailbox, body);
  if (name === 'order') order(mailbox, body);
  if (name === 'send') keep(mailbox, body);
  if (name === 'sign-out') mailbox.signedIn = false;
  return { success: true };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

function save(mailbox: Mailbox, settings: Partial<Settings>): { success: boolean } {
  if (mailbox.saving === 'fails') return { success: false };
  const kept = Object.entries(settings).filter(([key]) => savedKeys.some((known) => known === key));
  if (mailbox.saving !== 'reverts') Object.assign(mailbox, Object.fromEntries(kept));
  return { success: true };
}

function order(mailbox: Mailbox, { ids, of, folder, unread, purge }: MailOrder): void {
  const meant = (mail: Mail) => ids?.includes(mail.id) ?? mail.folder === of;
  if (purge) {
    const freed = mailbox.mails.filter(meant).reduce((sum, { size }) => sum + size, 0);
    mailbox.storage.used = Math.max(0, mailbox.storage.used - freed);
    mailbox.mails = mailbox.mails.filter((mail) => !meant(mail));
    return;
  }
  for (const mail of mailbox.mails.filter(meant)) {
    if (folder !== undefined) mail.folder = folder;
    if (unread !== undefined) mail.unread = unread;
  }
}

function keep(mailbox: Mailbox, mail: Outgoing): void {
  if (mail.folder === 'sentitems' && !['all', 'webmail'].includes(mailbox.saveToSent)) return;
  mailbox.mails.unshift({
    ...mail,
    id: `DzzzzyNew${Date.now().toString(36)}$---0`,
    from: { name: mailbox.displayName, address: mailbox.address },
    date: new Date().toISOString(),
    size: 2048 + mail.body.length,
    unread: false,
    attachments: [],
  });
}
