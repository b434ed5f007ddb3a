import type { ReadingError } from '../../core/facts.ts';

/** What the page shows of a fact, or why it cannot be told, and the element that shows it. */
export type Seen<T> = { value: T; element: Element } | { error: ReadingError; element: Element };
