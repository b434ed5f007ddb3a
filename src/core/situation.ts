import type { Checkup } from './checkup.ts';
import type { Mailbox } from './mailbox.ts';
import type { Place } from './place.ts';
import type { MailboxRecord } from './schemas.ts';

/** What the popup and the report can be about; each kind has its own sentence. */
export type Situation =
  | {
      kind: 'no-tab';
      /** Those that may be read, and whether there are others. */
      hosts: string[];
      isPartial: boolean;
      record: MailboxRecord | undefined;
      unsaved: boolean;
    }
  | { kind: 'no-permission' }
  | { kind: 'failed' }
  | {
      kind: 'loading' | 'outdated' | 'signed-out' | 'old' | 'unrecognised';
      host: string;
      tab: number;
    }
  | {
      kind: 'inside';
      /** The check-up that is under way, or the last one of this mailbox. */
      checkup?: Checkup | undefined;
      mailbox: Mailbox;
      /** What its page shows. */
      place: Place;
      /** What its record is kept under; absent while nothing is kept at all. */
      key?: string;
      tab: number;
      record: MailboxRecord | undefined;
      damaged: boolean;
      /** What was learned last could not be saved. */
      unsaved: boolean;
    };
