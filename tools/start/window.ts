import type { Language } from './options.ts';

/** What a browser is to show. */
export interface Wanted {
  address: string;
  language: Language;
  /** The way to the stand-in webmail; without it the browser goes where it likes. */
  proxy: string | undefined;
}

/** A browser with a window, left to its user. */
export interface Shown {
  /** Settles when the browser has been closed, and its profile removed. */
  ended: Promise<void>;
  close(): void;
}

export function cannotStart(program: string): string {
  return `${program} does not start; if it finds no display, try: npm start -- --headless`;
}
