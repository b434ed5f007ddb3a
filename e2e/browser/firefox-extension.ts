import { expect } from '@playwright/test';
import type { Browser, Page } from 'puppeteer-core';
import { type Extension, hexOf } from './extension.ts';
import { contextOf, type RunInChrome } from './firefox-chrome.ts';
import type { Untyped } from './firefox-untyped.ts';

declare const Services: Untyped;
declare const ChromeUtils: Untyped;
declare const WebExtensionPolicy: Untyped;

/** The extension with this id, as a scenario handles it. */
export function extensionIn(firefox: Browser, chrome: RunInChrome, id: string): Extension<Page> {
  const state = () =>
    chrome((addon) => WebExtensionPolicy.getByID(addon).extension.backgroundState as string, id);
  const alive = async () => (await state()) === 'running';

  /** BiDi does not navigate to such pages, nor does it report it: `url()` of the page stays about:blank. */
  async function open(path: string): Promise<Page> {
    const page = await firefox.newPage();
    await chrome(loadInTab, id, path, contextOf(page));
    return page;
  }

  return {
    id,
    open,
    alive,
    openPopup: () => open('popup.html'),
    openReport: () => open('report.html'),

    async badge(page) {
      const shown = await chrome(badgeOfTab, id, contextOf(page));
      return { ...shown, color: hexOf(shown.color) };
    },

    async kill() {
      // Who is speaking to it starts it again at once, hence one breath for both.
      await expect.poll(() => chrome(endBackground, id)).not.toBe('running');
    },

    async reload() {
      await chrome(reloadAddon, id);
      await expect.poll(alive).toBe(true);
    },

    storage: {
      get: () => chrome(useStorage, id, 'get', null),
      set: async (items) => void (await chrome(useStorage, id, 'set', items)),
      clear: async () => void (await chrome(useStorage, id, 'clear', null)),
    },
  };
}

// All below runs in the browser's own window.

async function endBackground(addon: string): Promise<string> {
  const { extension } = WebExtensionPolicy.getByID(addon);
  await extension.terminateBackground({
    ignoreDevToolsAttached: true,
    disableResetIdleForTest: true,
  });
  return extension.backgroundState;
}

async function loadInTab(addon: string, path: string, context: string): Promise<void> {
  const at = 'chrome://remote/content/shared/NavigableManager.sys.mjs';
  const { NavigableManager } = ChromeUtils.importESModule(at);
  const window = Services.wm.getMostRecentWindow('navigator:browser');
  const browser = NavigableManager.getBrowsingContextById(context).top.embedderElement;
  const url = `moz-extension://${WebExtensionPolicy.getByID(addon).mozExtensionHostname}/${path}`;
  browser.fixupAndLoadURIString(url, {
    triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
  });
  const loaded = () => browser.currentURI.spec === url && !browser.webProgress.isLoadingDocument;
  while (!loaded()) await new Promise((done) => window.setTimeout(done, 10));
}

function badgeOfTab(addon: string, context: string) {
  const at = 'chrome://remote/content/shared/NavigableManager.sys.mjs';
  const { NavigableManager } = ChromeUtils.importESModule(at);
  const browser = NavigableManager.getBrowsingContextById(context).top.embedderElement;
  const window = browser.ownerDocument.defaultView;
  const { extension } = WebExtensionPolicy.getByID(addon);
  const { action } = extension.apiManager.getAPI('browserAction', extension, 'addon_parent');
  const shown = action.getContextData(window.gBrowser.getTabForBrowser(browser));
  return {
    text: shown.badgeText as string,
    title: shown.title as string,
    color: [...shown.badgeBackgroundColor] as number[],
  };
}

async function reloadAddon(addon: string): Promise<void> {
  const at = 'resource://gre/modules/AddonManager.sys.mjs';
  const { AddonManager } = ChromeUtils.importESModule(at);
  await (await AddonManager.getAddonByID(addon)).reload();
}

async function useStorage(
  addon: string,
  verb: 'get' | 'set' | 'clear',
  items: Record<string, unknown> | null,
): Promise<Record<string, unknown>> {
  const at = 'resource://gre/modules/ExtensionStorageIDB.sys.mjs';
  const { ExtensionStorageIDB } = ChromeUtils.importESModule(at);
  const { extension } = WebExtensionPolicy.getByID(addon);
  const principal = ExtensionStorageIDB.getStoragePrincipal(extension);
  const database = await ExtensionStorageIDB.open(principal, true);
  try {
    const answer = verb === 'clear' ? await database.clear() : await database[verb](items);
    if (verb === 'get') return answer;
    if (answer) ExtensionStorageIDB.notifyListeners(addon, answer);
    return {};
  } finally {
    database.close();
  }
}
