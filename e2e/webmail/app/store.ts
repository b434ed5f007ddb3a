import { useSyncExternalStore } from 'react';
import type { Mailbox, Settings } from '../mailbox.ts';
import type { Mail, MailOrder, Outgoing } from '../mails/index.ts';

/** What the server keeps, as far as this page knows it. */
let known: Mailbox | undefined;
const listeners = new Set<() => void>();

/** The mailbox; undefined until it is loaded. */
export function useLoaded(): Mailbox | undefined {
  return useSyncExternalStore(subscribe, () => known);
}

/** The mailbox, below a component that waited for it. */
export function useMailbox(): Mailbox {
  const mailbox = useLoaded();
  if (mailbox === undefined) throw new Error('The mailbox is not loaded');
  return mailbox;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The account that this tab is in, where its host has several. */
const account = new URLSearchParams(location.search).get('account') ?? sessionStorage['account'];
if (account) sessionStorage['account'] = account;
const whose = account ? `?account=${account}` : '';

async function ask<T>(name: string, body?: unknown): Promise<T> {
  const response = await fetch(`/stand-in/${name}${whose}`, {
    method: body === undefined ? 'GET' : 'POST',
    body: body === undefined ? null : JSON.stringify(body),
  });
  const answer = await response.json();
  if (answer.signedIn === false) {
    const back = location.pathname + location.search;
    location.assign(`/alimail/auth/login?reurl=${encodeURIComponent(back)}`);
    return new Promise(() => {});
  }
  return answer;
}

/** A part of what the server keeps, asked for anew at will; only the latest answer counts. */
function part<T>(name: string) {
  let turn = 0;
  const self = {
    value: undefined as T | undefined,
    async refresh(): Promise<void> {
      const mine = ++turn;
      const value = await ask<T>(name);
      if (mine !== turn) return;
      self.value = value;
      if (state.value !== undefined && mails.value !== undefined)
        known = { ...state.value, mails: mails.value };
      for (const listener of listeners) listener();
    },
  };
  return self;
}

/** Everything but the mails. */
const state = part<Mailbox>('state');
const mails = part<Mail[]>('mails');

export const { refresh } = state;

/** Loads all, and follows changes made elsewhere: listens first, so that none is missed. */
export function load(): void {
  const socket = new WebSocket(`/stand-in/live${whose}`);
  socket.addEventListener('open', () => {
    state.refresh();
    mails.refresh();
  });
  socket.addEventListener('message', ({ data }) => {
    if (data === 'mails') mails.refresh();
    else state.refresh();
  });
  socket.addEventListener('close', () => setTimeout(load, 2000));
}

export async function save(settings: Partial<Settings>): Promise<boolean> {
  return (await ask<{ success: boolean }>('save', settings)).success;
}

export async function order(change: MailOrder): Promise<void> {
  await ask('order', change);
}

export async function send(mail: Outgoing): Promise<void> {
  await ask('send', mail);
}

export async function signIn(): Promise<void> {
  await ask('sign-in', {});
}

export async function signOut(): Promise<void> {
  await ask('sign-out', {});
  location.assign('/alimail/auth/login');
}
