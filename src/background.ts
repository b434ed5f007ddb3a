/** Learns what the tabs see: validates, merges, stores, sets the badge. It is the only writer. */
import { alarm, badgeOf, hasAlarm, showBadge } from './browser/badge.ts';
import {
  beginCheckup,
  checkupIn,
  endCheckup,
  endIn,
  mind,
  nextErrand,
} from './browser/checking.ts';
import { changeCheckup, checkup } from './browser/checkups.ts';
import { forgetGuides, guideIn, keepGuide } from './browser/guides.ts';
import {
  type FromPage,
  onPageMessage,
  onTabMessage,
  type ToBackground,
} from './browser/hearing.ts';
import { inTime, patience } from './browser/in-time.ts';
import { type Answer, sendToTab } from './browser/messages.ts';
import { keepSearch } from './browser/searches.ts';
import {
  change,
  changeLessons,
  forget,
  learnWay,
  lessonsOn,
  mendLessons,
  waysOn,
} from './browser/store.ts';
import {
  forgetInTabs,
  hosts,
  isAllowed,
  onClosed,
  onGranted,
  onWithdrawn,
  openAt,
  openGuided,
} from './browser/tabs.ts';
import type { CheckId } from './core/checks/index.ts';
import { withLesson, withoutLesson } from './core/lessons.ts';
import {
  afterLater,
  afterLook,
  afterWarning,
  afterWord,
  dueIn,
  withoutFuture,
} from './core/record.ts';

onTabMessage(async (message, tab) => {
  const { protocol, hostname } = new URL(tab.url);
  if (protocol !== 'https:' || !hosts.includes(hostname)) return undefined;
  // The script in a page outlives the permission to read it.
  if (!(await isAllowed(hostname))) {
    void leave(tab.id);
    return null;
  }
  try {
    // An answer tells the tab that it was heard; none means that this background was ended.
    return (await answer(message, { ...tab, host: hostname })) ?? null;
  } catch {
    // Storage that fails is not the page's business; the badge and the popup say so.
    await showBadge(tab.id, alarm('badgeUnsaved'));
    return null;
  }
});

function answer(
  message: ToBackground,
  { id, host, path }: { id: number; host: string; path: string },
): Promise<unknown> {
  switch (message.do) {
    case 'look':
      return learn(message, { host, address: message.address }, id, path);
    case 'warn':
      return warn({ host, address: message.address }, message.check, message.at);
    case 'later':
      return postpone({ host, address: message.address }, message.check);
    case 'guide': {
      const { do: _, check, ...rest } = message;
      return keepGuide(id, check ? { check, ...rest } : undefined);
    }
    case 'teach':
      return beTaught(message, host, path);
  }
}

type Mailbox = Parameters<typeof change>[0];

async function learn(
  look: ToBackground & { do: 'look' },
  mailbox: Mailbox,
  tab: number,
  path: string,
): Promise<Answer> {
  const now = Date.now();
  const { known } = withoutFuture(look, now);
  const checkup = await inTime(checkupIn(tab), patience.background);
  // A page that does not say whose it is belongs to the mailbox that it was opened for.
  const isSilent = checkup && look.address === null;
  const { key, record } = await change(
    isSilent ? checkup : mailbox,
    now,
    (before) => afterLook(before, known, now, look.misses),
    isSilent ? checkup.key : undefined,
  );
  const isOther = checkup?.address != null && key !== checkup.key;
  const errand =
    checkup && (await nextErrand(tab, look.errand && { ...look, ...look.errand, isOther }));
  if (!errand) await showBadge(tab, badgeOf(look.place, record));
  // Where the tab has gone on meanwhile, nobody vouches for the path.
  if (look.page && look.path === path) await learnWay(mailbox.host, look.page, path);
  await mendLessons();
  const [ways, lessons, guide] = await Promise.all([
    waysOn(mailbox.host),
    lessonsOn(mailbox.host),
    inTime(guideIn(tab), patience.background),
  ]);
  return { key, record, ways, lessons, guide, errand, due: dueIn(record, now) };
}

/** Keeps what the user taught, and where: by its path the page is known again. */
async function beTaught(
  { language, lesson }: ToBackground & { do: 'teach' },
  host: string,
  path: string,
): Promise<true> {
  if (lesson.fact !== 'storage') await learnWay(host, lesson.page, path);
  const kept = { host, language, at: Date.now(), lesson };
  await changeLessons((all) => withLesson(all, kept));
  return true;
}

/**
 * Grants a tab the warning that is due; of two tabs that ask, one gets it. The time at which it asked
 * tells who that was: it asks again where the answer was lost.
 */
async function warn(mailbox: Mailbox, check: CheckId, asked: number): Promise<boolean> {
  const now = Date.now();
  let isGranted = false;
  await change(mailbox, now, (record) => {
    if (asked > now) return record;
    const { record: after, isDue } = afterWarning(record, check, asked);
    isGranted = isDue;
    return after;
  });
  return isGranted;
}

async function postpone(mailbox: Mailbox, check: CheckId): Promise<void> {
  const now = Date.now();
  await change(mailbox, now, (record) => afterLater(record, check, now));
}

onPageMessage(async (message) => {
  if (message.do === 'forget') {
    await forgetMailbox(message.key);
    return null;
  }
  const { host } = message;
  if (!hosts.includes(host)) return null;
  if (message.do === 'open') await openGuided(host, message);
  else if (message.do === 'unlearn') await unlearn(message);
  else if (message.do === 'go') await openAt(host, message.tab, message.to, message.keyword);
  else if (message.do === 'checkup') await beginCheckup(message, message.tab);
  else if (message.do === 'cancel') await endCheckup('cancelled');
  else if (message.do === 'dismiss') await changeCheckup(() => undefined);
  // Where it cannot be kept, the popup says so by itself.
  else await decide(message).catch(() => undefined);
  return null;
});

/** Forgets what was taught of a fact, and what was read by it. */
async function unlearn(about: FromPage & { do: 'unlearn' }): Promise<void> {
  await changeLessons((all) => withoutLesson(all, about));
  const mailbox = { host: about.host, address: about.address };
  await change(mailbox, Date.now(), ({ known, ...record }) => {
    const { [about.fact]: _, ...others } = known;
    return { ...record, known: others };
  });
}

/** Keeps what the user has said of a rule, or which domains are his own. */
async function decide(said: Extract<FromPage, { do: 'own' | 'accept' }>): Promise<void> {
  const now = Date.now();
  await change({ host: said.host, address: said.address }, now, (record) =>
    said.do === 'own'
      ? { ...record, own: said.domains }
      : { ...record, accepted: afterWord(record.accepted, said, now) },
  );
}

/** Forgets a mailbox: first in the tabs, which would tell it all again, then all that is kept of it. */
async function forgetMailbox(key: string): Promise<void> {
  await forgetInTabs(key);
  await Promise.all([forgetGuides(key), keepSearch(key, undefined), forgetCheckup(key)]);
  const host = await forget(key);
  if (host !== undefined) await keepSearch(host, undefined);
}

async function forgetCheckup(key: string): Promise<void> {
  if ((await checkup())?.key !== key) return;
  await endCheckup('cancelled');
  await changeCheckup(() => undefined);
}

// A browser that shuts down closes its tabs and refuses its storage.
onClosed((tab) => {
  void Promise.all([keepGuide(tab, undefined), endIn(tab)]).catch(() => undefined);
});
onWithdrawn((tab) => {
  void leave(tab);
  void endCheckup('withdrawn').catch(() => undefined);
});
onGranted(async (tab) => {
  if (await hasAlarm(tab)) await showBadge(tab, alarm('badgeOutdated'));
});
mind();

/** Has our part of a page leave it; what its badge said is not known any more. */
async function leave(tab: number): Promise<void> {
  const isOurs = (await sendToTab(tab, { do: 'leave' })) === 'left';
  if (isOurs) await showBadge(tab, alarm('badgeWithdrawn'));
}
