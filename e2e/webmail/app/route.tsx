import { type AnchorHTMLAttributes, type MouseEvent, useSyncExternalStore } from 'react';

/** Where the app's routes begin; the version part is the address's own. */
const base = /^\/alimail\/entries\/v5[^/]*\//.exec(location.pathname)?.[0] ?? '/';
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('popstate', listener);
  };
}

/** The route: what follows the base, without a fragment. */
export function useRoute(): string {
  return useSyncExternalStore(subscribe, () =>
    (location.pathname + location.search).slice(base.length),
  );
}

export function navigate(route: string): void {
  history.pushState(null, '', base + route);
  for (const listener of listeners) listener();
}

type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { to: string };

/** A real link, followed without a reload. */
export function Link({ to, ...props }: LinkProps) {
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    navigate(to);
  };
  return <a {...props} href={base + to} onClick={follow} />;
}

export interface MailRoute {
  folder: string;
  /** The open mail. */
  id: string | undefined;
}

export function mailRoute(folder: string, id?: string): string {
  if (id === undefined) return `mail/${folder}/all`;
  const open = JSON.stringify({ id, type: 'mail', isDraftMail: folder === 'draft' });
  const token = btoa(open).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  return `mail/${folder}/all/${token}`;
}

export function parseMailRoute(route: string): MailRoute {
  const [, folder = 'inbox', , token] = route.split(/[/?]/);
  return { folder, id: token === undefined ? undefined : idIn(token) };
}

function idIn(token: string): string | undefined {
  try {
    return JSON.parse(atob(token.replaceAll('-', '+').replaceAll('_', '/'))).id;
  } catch {
    return undefined;
  }
}
