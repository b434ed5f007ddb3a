import type { Checkup } from './checkup.ts';
import type { Mailbox } from './mailbox.ts';
import type { MailboxRecord } from './schemas.ts';

/** What the popup and the report can be about; each kind has its own sentence. */
export type Situation =
  | { kind: 'no-tab'; hosts: string[]; record: MailboxRecord | undefined }
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
      /** What its record is kept under; absent while nothing is kept at all. */
      key?: string;
      tab: number;
      record: MailboxRecord | undefined;
      damaged: boolean;
    };
