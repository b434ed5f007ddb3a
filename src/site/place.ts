import { isInside, type Place, placeOfAddress } from '../core/place.ts';
import { closestTo, find } from './dom.ts';
import type { Survey } from './survey.ts';
import { visibleBox } from './visible.ts';

/** Sign-in forms that were seen on the webmail's own pages. */
const signIn =
  'iframe.login_panel_iframe, #ding-login-iframe, #login_submit_btn, #rc-tabs-0-panel-ACCOUNT_PASSWORD, iframe#alibaba-login-box';
const oldWebmail = '.treenode_item_text_sel, .maillist_item_wrap';

/** Where the user is: by the address, then by what stands on the page. */
export function placeOf(document: Document, survey: Survey): Place {
  const place = placeOfAddress(document.location);
  const form = find(document, signIn);
  // It may stand over the application, whose session has ended.
  if (form && visibleBox(form) && !closestTo(form, 'article')) return 'signed-out';
  if (place === 'unrecognised' && /^\/alimail\//.test(document.location.pathname)) {
    return find(document, oldWebmail) ? 'old' : place;
  }
  if (place === 'settings' && isInside(place) && showsAccount(survey)) return 'account-information';
  return place;
}

/** The Account Information page: its name stands there as a heading, not only as an entry to press. */
function showsAccount({ entries }: Survey): boolean {
  return entries.some(({ meaning, element }) => {
    if (meaning !== 'account') return false;
    const box = visibleBox(element);
    return (
      box !== undefined &&
      !closestTo(element, 'a, button, [role="menuitem"], [role="tab"], li') &&
      box.left > 0.15 * innerWidth
    );
  });
}
