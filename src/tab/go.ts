/** Goes to where the user wants to look for a mail, unless that would take a half-written one away. */
import { sendToBackground } from '../browser/messages.ts';
import { baseOf, routeTo, type Target } from '../core/route.ts';
import { isComposing } from '../site/signposts.ts';
import type { Visit } from './visit.ts';

export function go(visit: Visit, to: Target, keyword: string | undefined): 'gone' | 'busy' {
  const base = baseOf(location.pathname);
  if (base === undefined || isComposing(document, visit.lookAgain())) return 'busy';
  const address = base + routeTo(to, keyword);
  if (address === location.pathname + location.search) return 'gone';
  // A guide that is under way would lead to its own page again. And Firefox calls it an error when a
  // page goes while an answer is still on its way.
  const ended = sendToBackground({ do: 'guide', check: null, tried: [] });
  void Promise.all([visit.told, ended])
    .then(() => visit.told)
    .then(() => {
      if (!isComposing(document, visit.lookAgain())) location.assign(address);
    });
  return 'gone';
}
