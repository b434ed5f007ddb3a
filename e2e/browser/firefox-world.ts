import type { Page } from 'puppeteer-core';
import { contextOf, type RunInChrome } from './firefox-chrome.ts';
import type { Untyped } from './firefox-untyped.ts';

declare const ChromeUtils: Untyped;

/** Evaluates an expression where our script in a page runs, and awaits its answer. */
export async function inOurWorld(
  chrome: RunInChrome,
  page: Page,
  addon: string,
  expression: string,
): Promise<unknown> {
  const script = `(${evaluate})(...${JSON.stringify([addon, expression])})`;
  const answer = await chrome(
    ask,
    contextOf(page),
    `data:application/javascript,${encodeURIComponent(script)}`,
  );
  return JSON.parse(answer);
}

/** Runs in the browser's own window. */
async function ask(context: string, script: string): Promise<string> {
  const at = 'chrome://remote/content/shared/NavigableManager.sys.mjs';
  const { NavigableManager } = ChromeUtils.importESModule(at);
  const { messageManager } = NavigableManager.getBrowsingContextById(context).top.embedderElement;
  return new Promise((resolve, reject) => {
    const hear = ({ data }: Untyped) => {
      messageManager.removeMessageListener('mailmend:answer', hear);
      if (data.fault) reject(new Error(data.fault));
      else resolve(data.answer);
    };
    messageManager.addMessageListener('mailmend:answer', hear);
    messageManager.loadFrameScript(script, false);
  });
}

declare const Cu: Untyped;
declare const content: Untyped;
declare const sendAsyncMessage: Untyped;

/** Runs beside the page, in its process. */
async function evaluate(addon: string, expression: string): Promise<void> {
  try {
    const at = 'resource://gre/modules/ExtensionContent.sys.mjs';
    const { ExtensionContent } = ChromeUtils.importESModule(at);
    const isOurs = (world: Untyped) => {
      const metadata = Cu.getSandboxMetadata(world);
      const isHere = metadata['inner-window-id'] === content.windowGlobalChild.innerWindowId;
      return isHere && metadata.addonId === addon;
    };
    const world = [...ExtensionContent.getAllContentScriptGlobals()].find(isOurs);
    const answer = await Cu.evalInSandbox(expression, world);
    sendAsyncMessage('mailmend:answer', { answer: JSON.stringify(answer) });
  } catch (fault) {
    sendAsyncMessage('mailmend:answer', { fault: String(fault) });
  }
}
