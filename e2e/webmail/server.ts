/// <reference types="node" />
import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { generate } from 'selfsigned';
import { answer } from './answer.ts';
import { bundle } from './bundle.ts';
import { type Delivery, deliver, type Incoming } from './delivery.ts';
import { Listeners } from './live.ts';
import { type Mailbox, type MailboxPatch, mailboxOf } from './mailbox.ts';
import { RulesTurn } from './rulesTurn.ts';
import { watched } from './watch.ts';

export type { Delivery, Incoming, Mailbox, MailboxPatch };

/** The hosts that serve the webmail. */
export const hosts: string[] = [
  'qiye.aliyun.com',
  'mail.aliyun.com',
  'mail.sg.aliyun.com',
  'mail.hk.aliyun.com',
  'mail.xc.aliyun.com',
  'mail.de.alibabacloud.com',
  'mail.us.alibabacloud.com',
  'mail.alibaba-inc.com',
  'webmail.alibaba-inc.com',
  'work.aliyun.com',
  'mail.mxhichina.com',
  'mail.hichina.com',
  'mail.qiye.aliyun.com',
];

/** A company's own name for the webmail, over https and over http. */
export const ownHost = 'mail.example.com';

export interface Webmail {
  /** Address of a proxy that leads to the webmail's hosts and refuses all others. */
  proxy: string;
  /**
   * The live state of one host's mailbox (at first qiye.aliyun.com): assign to change it. A host has more
   * of them by name; a tab is in such a one from `?account=<name>` on.
   */
  mailbox(host?: string, account?: string): Mailbox;
  /** Puts one host's mailbox back to its defaults with these changes. */
  set(patch: MailboxPatch, host?: string, account?: string): void;
  /** A mail arrives at one host's mailbox; tells where its settings and rules have put it. */
  deliver(mail: Incoming, host?: string): Delivery;
  /** Puts all back to the defaults and empties the lists. */
  reset(): void;
  /** Hosts that were asked for and refused. */
  refused: string[];
  /** Requests served. */
  requests: { host: string; method: string; path: string }[];
  close(): Promise<void>;
}

interface Account {
  mailbox: Mailbox;
  listeners: Listeners;
  turn: RulesTurn;
}

export async function startWebmail(): Promise<Webmail> {
  const served = [...hosts, ownHost];
  const [app, pems] = await Promise.all([bundle(), certificate(served)]);
  const accounts = new Map<string, Account>(served.map((host) => [host, newAccount()]));
  const refused: string[] = [];
  const requests: Webmail['requests'] = [];

  const account = (host: string, name = ''): Account => {
    if (!accounts.has(host)) throw new Error(`${host} is none of the webmail's hosts`);
    const key = name ? `${host}?${name}` : host;
    const found = accounts.get(key) ?? newAccount();
    accounts.set(key, found);
    return found;
  };
  const serve: RequestListener = (request, response) => {
    const host = hostOf(request);
    requests.push({ host, method: request.method ?? '', path: request.url ?? '' });
    const { mailbox, turn } = account(host, accountOf(request));
    turn.see(mailbox, request);
    answer(mailbox, app, request, response).catch((error) => {
      response.writeHead(500).end(String(error));
    });
  };

  const plain = createServer(serve);
  const secure = createSecureServer({ key: pems.private, cert: pems.cert }, serve);
  for (const server of [plain, secure])
    server.on('upgrade', (request, socket) =>
      account(hostOf(request), accountOf(request)).listeners.accept(request, socket),
    );

  const proxy = createServer((request, response) => {
    const url = URL.canParse(request.url ?? '') ? new URL(request.url ?? '') : undefined;
    if (url?.hostname === ownHost) {
      request.url = url.pathname + url.search;
      serve(request, response);
    } else if (url !== undefined && accounts.has(url.hostname)) {
      response.writeHead(301, { location: `https://${url.hostname}${url.pathname}` }).end();
    } else {
      refused.push(url?.hostname ?? request.url ?? '');
      response.writeHead(403).end();
    }
  });
  proxy.on('connect', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const [host = '', port] = (request.url ?? '').split(':');
    socket.on('error', () => socket.destroy());
    const server = port === '443' ? secure : plain;
    if (!accounts.has(host) || (server === plain && host !== ownHost)) {
      refused.push(host);
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    socket.unshift(head);
    server.emit('connection', socket);
  });

  const sockets = new Set<Duplex>();
  proxy.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');

  return {
    proxy: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    mailbox: (host = 'qiye.aliyun.com', name) => account(host, name).mailbox,
    set: (patch, host = 'qiye.aliyun.com', name) => {
      const { mailbox, turn } = account(host, name);
      turn.cancel();
      Object.assign(mailbox, mailboxOf(patch));
    },
    deliver: (mail, host = 'qiye.aliyun.com') => deliver(account(host).mailbox, mail),
    reset() {
      for (const { mailbox, turn } of accounts.values()) {
        turn.cancel();
        Object.assign(mailbox, mailboxOf());
      }
      refused.length = 0;
      requests.length = 0;
    },
    refused,
    requests,
    async close() {
      for (const { turn } of accounts.values()) turn.cancel();
      proxy.close();
      for (const socket of sockets) socket.destroy();
      await once(proxy, 'close');
    },
  };
}

function newAccount(): Account {
  const listeners = new Listeners();
  const changed = new Set<string>();
  const mailbox = watched(mailboxOf(), (property) => {
    if (changed.size === 0)
      setImmediate(() => {
        if (mailbox.signedIn && changed.has('mails')) listeners.tell('mails');
        if (mailbox.signedIn) listeners.tell('state');
        changed.clear();
      });
    changed.add(property);
  });
  return { mailbox, listeners, turn: new RulesTurn() };
}

function hostOf(request: IncomingMessage): string {
  return (request.headers.host ?? '').replace(/:\d+$/, '');
}

function accountOf(request: IncomingMessage): string | undefined {
  const { searchParams } = new URL(request.url ?? '/', 'https://webmail');
  return searchParams.get('account') ?? undefined;
}

function certificate(names: string[]) {
  return generate([{ name: 'commonName', value: 'webmail' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'subjectAltName', altNames: names.map((value) => ({ type: 2 as const, value })) },
    ],
  });
}
