/// <reference types="node" />
import type { IncomingMessage } from 'node:http';
import type { Mailbox } from './mailbox.ts';

/** Turns the order of a mailbox's rules round while its rules page is open, where it is asked to. */
export class RulesTurn {
  private timer: NodeJS.Timeout | undefined;

  /** The app asks for the state on each change of route: from the rules page it begins to count. */
  see(mailbox: Mailbox, request: IncomingMessage): void {
    const { rulesChange, slugs } = mailbox;
    const from = request.headers.referer ?? '';
    const opened = request.url === '/stand-in/state' && from.includes(`setting/${slugs.rules}`);
    if (rulesChange === 0 || !opened || this.timer !== undefined) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      mailbox.rulesChange = 0;
      mailbox.rules = mailbox.rules.toReversed();
    }, rulesChange);
  }

  cancel(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
