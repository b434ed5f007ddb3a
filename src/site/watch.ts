/** Calls back when the page has come to rest after a change, and at the latest every two seconds. */

/**
 * In ms. `deaf`: how long after a change the page is not listened to; `deafer`: how long once it has
 * changed again when it was; `still`: how long it must then stay as it is to be at rest; `most`: how long
 * a restless page may delay us.
 */
const wait = { deaf: 120, deafer: 280, still: 80, most: 2000 };

/** Attributes whose change alone can show, hide or change what a reader reads. */
const attributes = [
  'aria-checked',
  'aria-pressed',
  'aria-busy',
  'aria-disabled',
  'aria-valuenow',
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
 * Watches the page until the signal aborts. What changed is not looked at: looking again is cheaper
 * than following. Even to be told costs, so after a change the page is left alone for a while.
 */
export function watch(document: Document, onRest: () => void, signal: AbortSignal): void {
  let first: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isRestless = false;

  const observer = new MutationObserver(() => stir());
  const listen = () =>
    observer.observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: attributes,
    });

  /** Something has changed: leaves the page alone, then listens whether it still changes. */
  const stir = () => {
    first ??= performance.now();
    observer.disconnect();
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        listen();
        isRestless = true;
        const isLate = performance.now() - (first ?? 0) >= wait.most;
        if (isLate) look();
        else timer = setTimeout(rest, wait.still);
      },
      isRestless ? wait.deafer : wait.deaf,
    );
  };
  const rest = () => {
    isRestless = false;
    look();
  };
  const look = () => {
    first = undefined;
    timer = undefined;
    onRest();
  };

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
