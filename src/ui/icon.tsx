import type { Outcome } from '../core/audit.ts';
import type { Severity } from '../core/check.ts';

export type IconName = Severity | Exclude<Outcome, 'wrong'> | 'close' | 'back' | 'on' | 'mailmend';

/** Each has a shape of its own, so that none is told by its colour alone. */
const paths: Record<IconName, string> = {
  critical: 'M5.3 1h5.4L15 5.3v5.4L10.7 15H5.3L1 10.7V5.3ZM8 4v5M8 11v1.4',
  warning: 'M8 1.6 15.2 14.4H.8ZM8 6v4M8 11.4v1.2',
  info: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1ZM8 7v5M8 4v1.4',
  unclear:
    'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1ZM5.9 6.2a2.1 2.1 0 1 1 3.2 1.9C8.3 8.6 8 9 8 9.8M8 11.3v1.3',
  unseen: 'M8 1.2a6.8 6.8 0 1 1 0 13.6A6.8 6.8 0 0 1 8 1.2ZM4.6 8h6.8',
  accepted: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1ZM5.2 8.2h5.6M8 5.4v5.6',
  fine: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1ZM4.8 8.3l2.2 2.2 4.3-4.7',
  'not-applicable': 'M8 1.2a6.8 6.8 0 1 1 0 13.6A6.8 6.8 0 0 1 8 1.2ZM3.4 12.6l9.2-9.2',
  close: 'm4 4 8 8M12 4l-8 8',
  back: 'M10 3 5 8l5 5',
  on: 'm6 3 5 5-5 5',
  mailmend: 'M1.5 3.5h13v9h-13ZM1.5 4l6.5 5 6.5-5',
};

/** A picture beside words that say the same; screen readers pass it over. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" data-icon={name} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
