import type { RunInChrome } from './firefox-chrome.ts';
import type { Untyped } from './firefox-untyped.ts';

declare const ChromeUtils: Untyped;
declare const WebExtensionPolicy: Untyped;

/** Gives or takes, as on the browser's own page of extensions, the sites that the extension asks for. */
export const letInto = (chrome: RunInChrome, addon: string, isAllowed: boolean) =>
  chrome(permit, addon, isAllowed);

/** Runs in the browser's own window. */
async function permit(addon: string, isAllowed: boolean): Promise<void> {
  const at = 'resource://gre/modules/ExtensionPermissions.sys.mjs';
  const { ExtensionPermissions } = ChromeUtils.importESModule(at);
  const { extension } = WebExtensionPolicy.getByID(addon);
  const origins = extension.manifest.host_permissions ?? extension.rawManifest.host_permissions;
  const change = { permissions: [], origins: [...origins] };
  await ExtensionPermissions[isAllowed ? 'add' : 'remove'](addon, change, extension);
}
