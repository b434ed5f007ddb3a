import type { RunInChrome } from './firefox-chrome.ts';
import type { Untyped } from './firefox-untyped.ts';

declare const Services: Untyped;
declare const Cc: Untyped;
declare const Ci: Untyped;

/** Notes the errors of every page, content script and background; the answer waits for the last ones. */
export async function collectFaults(
  chrome: RunInChrome,
  faults: string[],
): Promise<() => Promise<void>> {
  const script = `data:application/javascript,${encodeURIComponent(`(${listenToConsole})()`)}`;
  await chrome(listen, script);
  pass(chrome, faults);
  return () => chrome(() => undefined);
}

/** Firefox's own note of a page that goes while an answer to it is still on its way; it harms nothing. */
const leaving = /^Promise (resolved|rejected) (after context unloaded|while context is inactive)/;

/** BiDi reports nothing of extension pages, so the browser's window is asked until it closes. */
async function pass(chrome: RunInChrome, faults: string[]): Promise<void> {
  for (;;) {
    const next = await chrome(nextFaults).catch(() => undefined);
    if (!next) return;
    faults.push(...next.filter((fault) => !leaving.test(fault)));
  }
}

/** Runs in the browser's own window: gathers uncaught errors, and errors written to any console. */
function listen(script: string): void {
  const found: string[] = [];
  const note = (text: string, source: string) => {
    if (/^(chrome|resource|jar):/.test(source)) return;
    found.push(`${text} (${source})`);
    Services.mailmend.wake?.();
  };
  Services.mailmend = { found };
  Services.console.registerListener({
    observe(message: Untyped) {
      const { sourceName, flags, errorMessage } = message.QueryInterface(Ci.nsIScriptError);
      if (!(flags & Ci.nsIScriptError.warningFlag)) note(errorMessage, sourceName);
    },
  });
  Services.ppmm.addMessageListener('mailmend:fault', ({ data }: Untyped) =>
    note(data.text, data.source),
  );
  Services.ppmm.loadProcessScript(script, true);
}

/** Runs in the browser's own window: answers as soon as there is a fault. */
async function nextFaults(): Promise<string[]> {
  const { mailmend } = Services;
  if (mailmend.found.length === 0) {
    await new Promise<void>((wake) => {
      mailmend.wake = wake;
    });
  }
  return mailmend.found.splice(0);
}

/** Runs in each of the browser's processes. */
function listenToConsole(): void {
  const storage = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage);
  const system = Cc['@mozilla.org/systemprincipal;1'].createInstance(Ci.nsIPrincipal);
  storage.addLogEventListener((event: Untyped) => {
    if (event.level !== 'error') return;
    const text = Array.from(event.arguments, String).join(' ');
    Services.cpmm.sendAsyncMessage('mailmend:fault', { text, source: String(event.filename) });
  }, system);
}
