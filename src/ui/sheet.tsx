import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Icon, type IconName } from './icon.tsx';
import { useWords } from './words.ts';

interface Props {
  kind: 'warning' | 'card';
  label: string;
  icon: IconName;
  severity?: string;
  /** Said once, politely, when the sheet appears. */
  announcement: string;
  onClose: () => void;
  children: ComponentChildren;
}

/** Only what a person does counts; a page can dispatch events at our buttons, but not trusted ones. */
export const byPerson = (act: () => void) => (event: Event) => {
  if (event.isTrusted) act();
};

/** A labelled, non-modal region over the webmail: takes no focus, closes with Escape. */
export function Sheet({ kind, label, icon, severity, announcement, onClose, children }: Props) {
  const { say, locale } = useWords();
  const [said, setSaid] = useState('');
  // A live region has to be there before its words are, or they are not read out.
  useEffect(() => setSaid(announcement), [announcement]);
  return (
    <>
      <p class="unseen" role="status" lang={locale}>
        {said}
      </p>
      <section
        class={`sheet ${kind}`}
        aria-label={label}
        data-severity={severity}
        lang={locale}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && event.isTrusted) onClose();
        }}
      >
        <Icon name={icon} />
        <div class="sheet-body">{children}</div>
        <button type="button" class="close" aria-label={say('close')} onClick={byPerson(onClose)}>
          <Icon name="close" />
        </button>
      </section>
    </>
  );
}
