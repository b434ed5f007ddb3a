/** Calls back when the page has come to rest after a change, and at the latest every two seconds. */

/** In ms: how long nothing may happen before a page rests, and how long a restless page may delay us. */
const wait = { rest: 200, most: 2000 };

/** Attributes whose change alone can show, hide or change what a reader reads. */
const attributes = [
  'aria-checked',
  'aria-pressed',
  'disabled',
  'class',
  'style',
  'hidden',
  'open',
  'title',
  'aria-label',
  'aria-hidden',
  'aria-valuetext',
];

/**
 * Watches the page until the signal aborts. The observer ignores what changed: looking again is
 * cheaper than following, and a change costs no more than a note of its time.
 */
export function watch(document: Document, onRest: () => void, signal: AbortSignal): void {
  let first = 0;
  let last = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const settle = () => {
    const now = performance.now();
    const due = Math.min(last + wait.rest, first + wait.most);
    if (now < due - 1) {
      timer = setTimeout(settle, due - now);
      return;
    }
    timer = undefined;
    onRest();
  };
  const stir = () => {
    last = performance.now();
    if (timer !== undefined) return;
    first = last;
    timer = setTimeout(settle, wait.rest);
  };

  const observer = new MutationObserver(stir);
  observer.observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: attributes,
  });
  // A native control changes its value without changing the page.
  for (const event of ['visibilitychange', 'pageshow', 'popstate', 'resize', 'change', 'click']) {
    window.addEventListener(event, stir, { signal });
  }
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  stir();
}
