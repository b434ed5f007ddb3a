/** Our layer over the webmail's page: one plain element in the top layer, or nothing at all. */
import { type ComponentChildren, render } from 'preact';
import layerStyles from './layer.css';
import themeStyles from './theme.css';

/** A page that removes us is not fought with: so often a minute we come back, then no more. */
const returns = { most: 3, within: 60_000 };

export interface Layer {
  /** Draws, or takes everything away when there is nothing to draw; `field` is what it is about. */
  show(content: ComponentChildren, field?: Element): void;
}

/** Removes what an older copy of us left behind: after an update it cannot do so itself. */
function clearLeftovers(): void {
  for (const child of [...document.documentElement.children]) {
    if (child.shadowRoot?.querySelector('[data-mailmend]')) child.remove();
  }
}

/** The layer for as long as the signal lasts; made when there is first something to draw. */
export function openLayer(signal: AbortSignal): Layer {
  clearLeftovers();
  let layer: Layer | undefined;
  return {
    show(content, field) {
      if (content !== null && content !== undefined) layer ??= makeLayer(signal);
      layer?.show(content, field);
    },
  };
}

/** Makes the layer. It sets nothing on the page's own elements. */
function makeLayer(signal: AbortSignal): Layer {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const style = document.createElement('style');
  style.textContent = themeStyles() + layerStyles();
  const stage = document.createElement('div');
  stage.dataset.mailmend = '';
  root.append(style, stage);
  host.popover = 'manual';
  for (const type of ['keydown', 'keyup', 'keypress']) {
    // The webmail has shortcuts; keys pressed on our buttons are not meant for it.
    stage.addEventListener(type, (event) => event.stopPropagation());
  }
  /** What had the focus before it came to us. */
  let before: EventTarget | null = null;
  stage.addEventListener('focusin', ({ relatedTarget }) => {
    if (relatedTarget && !stage.contains(relatedTarget as Node)) before = relatedTarget;
  });

  /** What the layer is about: a field of the page. */
  let about: Element | undefined;
  const buttons = () => [...stage.querySelectorAll<HTMLElement>('button, select, [tabindex="0"]')];
  // We stand at the end of the page. Tab leads from the field to us, and from us back or past it.
  document.addEventListener(
    'keydown',
    (event) => {
      const isTab = event.key === 'Tab' && !event.shiftKey && !event.ctrlKey && !event.altKey;
      if (!isTab || !event.isTrusted || event.defaultPrevented) return;
      const focus = document.activeElement;
      if (!focus || !about?.contains(focus) || focus.getAttribute('aria-expanded') === 'true')
        return;
      event.preventDefault();
      buttons()[0]?.focus();
    },
    { signal },
  );
  stage.addEventListener('keydown', (event) => {
    if (event.key !== 'Tab' || !event.isTrusted || !(before instanceof HTMLElement)) return;
    const last = event.shiftKey ? buttons()[0] : buttons().at(-1);
    if (root.activeElement !== last || !before.isConnected) return;
    // Forwards, the browser goes on from there.
    before.focus();
    if (event.shiftKey) event.preventDefault();
  });

  let wanted = false;
  let attached: number[] = [];
  const attach = () => {
    const now = Date.now();
    attached = attached.filter((at) => now - at < returns.within);
    if (attached.length > returns.most) return;
    attached.push(now);
    document.documentElement.append(host);
    host.showPopover();
  };
  const guard = new MutationObserver(() => {
    if (wanted && !host.isConnected) attach();
  });
  guard.observe(document.documentElement, { childList: true });
  host.addEventListener('toggle', () => {
    if (wanted && host.isConnected && !host.matches(':popover-open')) attach();
  });

  const show = (content: ComponentChildren, field?: Element) => {
    about = field;
    const nothing = content === null || content === undefined;
    if (nothing && !wanted) return;
    if (!wanted) {
      attached = [];
      before = null;
    }
    wanted = !nothing;
    stage.dataset.theme = isDark(host) ? 'dark' : 'light';
    if (wanted && !host.isConnected) attach();
    const hadFocus = root.activeElement !== null;
    render(nothing ? null : content, stage);
    if (nothing) host.remove();
    if (!hadFocus || root.activeElement) return;
    // What had the focus is gone: it goes on to what took its place, or back to the page.
    const next = nothing ? before : stage.querySelector('button');
    if (next instanceof HTMLElement) next.focus();
  };
  signal.addEventListener('abort', () => {
    guard.disconnect();
    show(null);
  });
  return { show };
}

/** Whether the page is dark where it is largest; an unpainted page is as light as the browser's. */
function isDark(host: Element): boolean {
  const middle = document.elementsFromPoint(innerWidth / 2, innerHeight / 2);
  for (let at = middle.find((one) => one !== host) ?? null; at; at = at.parentElement) {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (
      getComputedStyle(at).backgroundColor.match(/[\d.]+/g) ?? []
    ).map(Number);
    if (alpha > 0.5) return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 110;
  }
  return false;
}
