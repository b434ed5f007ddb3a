import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { CheckId } from '../core/checks/index.ts';
import type { Target } from '../core/route.ts';
import { back, type Clues, hasBack, type Search } from '../core/search.ts';
import { Icon, type IconName } from './icon.tsx';
import { useWords } from './words.ts';

export interface SearchActions {
  /** Keeps the search as it is now; without one it is forgotten. */
  change(search: Search | undefined): void;
  go(to: Target, keyword?: string): void;
  show(check: CheckId, mark?: string): void;
  copy(text: string): Promise<void>;
}

export interface SearchProps {
  search: Search;
  clues: Clues;
  /** The mailbox's own address, for the message to the administrator. */
  address: string | null;
  now: number;
  actions: SearchActions;
}

/** The heading of a question, a step or the end; it is read out when it comes, and the keyboard follows. */
export function SearchHeading({
  icon,
  children,
}: {
  icon?: IconName;
  children: ComponentChildren;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h2 class="search-heading" tabIndex={-1} ref={heading}>
      {icon && <Icon name={icon} />}
      {children}
    </h2>
  );
}

/** The buttons below a question or a step, with the way back. */
export function SearchButtons({
  search,
  actions,
  children,
}: Pick<SearchProps, 'search' | 'actions'> & { children: ComponentChildren }) {
  const { say } = useWords();
  return (
    <div class="search-buttons">
      {children}
      {hasBack(search) && (
        <button type="button" class="plain" onClick={() => actions.change(back(search))}>
          {say('searchBack')}
        </button>
      )}
    </div>
  );
}
