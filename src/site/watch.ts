/** Calls back when the page has come to rest after a change, and at the latest every two seconds. */

/**
 * In ms. `deaf`: how long after a change the page is not listened to; `deafer`: how long once it has
 * been restless for a `while`; `still`: how long it must then stay as it is to be at rest; `most`: how
 * long a restless page may delay us.
 */
const wait = { deaf: 120, deafer: 200, while: 600, still: 80, most: 2000 };

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
  let isListening = false;
  let isStirred = false;

  /** Something has changed. While it is listened for, nothing is done before the time of that is over. */
  const stir = () => {
    observer.disconnect();
    isStirred = true;
    if (isListening) return;
    first ??= performance.now();
    clearTimeout(timer);
    timer = setTimeout(listen, wait.deaf);
  };
  const observer = new MutationObserver(stir);
  const listen = () => {
    isStirred = false;
    observer.observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: attributes,
    });
    isListening = restlessness() < wait.most;
    if (isListening) timer = setTimeout(judge, wait.still);
    else rest();
  };
  const judge = () => {
    isListening = false;
    if (!isStirred) return rest();
    timer = setTimeout(listen, restlessness() < wait.while ? wait.deaf : wait.deafer);
  };
  const rest = () => {
    first = undefined;
    onRest();
  };
  const restlessness = () => performance.now() - (first ?? 0);

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
