import browser from 'webextension-polyfill';
import { audit, type Evidence, wrongOf } from '../core/audit.ts';
import type { Severity } from '../core/check.ts';
import { isInside, type Place } from '../core/place.ts';
import { say, words } from './words.ts';

export type Badge = { text: string; colour: string; title: string };

const colours: Record<Severity | 'unknown', string> = {
  critical: '#b3261e',
  warning: '#8f4e00',
  info: '#0f6b64',
  unknown: '#5f6368',
};

/** What the badge of a tab shows: the number of things wrong, or `?` while something is not known. */
export function badgeOf(place: Place, evidence: Evidence): Badge {
  const name = say('shortName');
  if (place === 'signed-out') return { text: '', colour: colours.unknown, title: name };
  if (!isInside(place)) {
    const title = say(place === 'old' ? 'badgeOld' : 'badgeUnrecognised');
    return { text: '?', colour: colours.unknown, title };
  }
  const findings = audit(evidence, Date.now());
  const wrong = wrongOf(findings);
  const open = findings.filter(
    ({ outcome }) => outcome === 'unclear' || outcome === 'unseen',
  ).length;
  const number = new Intl.NumberFormat(words.locale);
  const rest = open > 0 ? say('badgeOpen', number.format(open)) : '';
  const [worst] = wrong;
  if (worst) {
    const { severity } = worst.problem;
    const count = say(
      wrong.length === 1 ? 'badgeWrongOne' : 'badgeWrongMany',
      number.format(wrong.length),
      say(`severity_${severity}`),
    );
    return {
      text: String(wrong.length),
      colour: colours[severity],
      title: rest ? say('twoSentences', count, rest) : count,
    };
  }
  if (open > 0)
    return { text: '?', colour: colours.unknown, title: say('badgeUnknown', number.format(open)) };
  return { text: '', colour: colours.info, title: say('badgeFine') };
}

/** What the badge shows while a check-up goes from page to page. */
export function progressBadge({ at, of }: { at: number; of: number }): Badge {
  const number = new Intl.NumberFormat(words.locale);
  return {
    text: `${at}/${of}`,
    colour: colours.info,
    title: say('badgeChecking', number.format(at), number.format(of)),
  };
}

/** The badge where the number of things wrong is not known, and why. */
export function alarm(why: 'badgeUnsaved' | 'badgeWithdrawn' | 'badgeOutdated'): Badge {
  return { text: '!', colour: colours.warning, title: say(why) };
}

/** Whether the badge of a tab is such a one. */
export async function hasAlarm(tabId: number): Promise<boolean> {
  return (await browser.action.getBadgeText({ tabId })) === '!';
}

/** Shows the badge of a tab. A tab that was closed meanwhile has none. */
export async function showBadge(tabId: number, badge: Badge): Promise<void> {
  const { text, colour, title } = badge;
  try {
    await browser.action.setBadgeBackgroundColor({ tabId, color: colour });
    await browser.action.setBadgeTextColor({ tabId, color: '#ffffff' });
    await browser.action.setTitle({ tabId, title });
    await browser.action.setBadgeText({ tabId, text });
  } catch {
    // The tab is gone, and its badge with it.
  }
}
