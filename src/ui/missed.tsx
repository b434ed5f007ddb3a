import type { Finding } from '../core/audit.ts';
import { checkOf } from '../core/checks/index.ts';
import type { Miss, Misses } from '../core/misses.ts';
import type { SettingsPage } from '../core/place.ts';
import { agoIn, type MessageKey } from '../core/words.ts';
import { useWords, type Words } from './words.ts';

/** What is looked for on the account's page, storage, has words of its own. */
const places: Record<Exclude<SettingsPage, 'account'>, MessageKey> = {
  pop: 'missedOnPop',
  sending: 'missedOnSending',
  rules: 'missedOnRules',
  forwarding: 'missedOnForwarding',
};

/** The last look at what a finding rests on that gave no value, on the settings page where it stands. */
export function missOf({ check }: Finding, misses: Misses = {}): Miss | undefined {
  const [name] = checkOf(check).needs;
  const miss = name && misses[name];
  return miss?.error === 'missing' && miss.page ? miss : undefined;
}

/** Where something was looked for, and how far that came. */
export function missedIn({ say }: Words, { page, language, tried }: Miss): string {
  if (!page || page === 'account') return say('error_missing');
  const isSetting = page === 'pop' || page === 'sending';
  const reason: MessageKey = !language.words
    ? 'missedLanguage'
    : isSetting && tried.names === 0
      ? 'missedName'
      : isSetting && tried.controls === 0
        ? 'missedControl'
        : 'missedLayout';
  return say('twoSentences', say(places[page]), say(reason));
}

/** Says below what was read that it was not found when it was looked for again. */
export function MissedSince({ finding, miss, now }: { finding: Finding; miss: Miss; now: number }) {
  const { say, locale } = useWords();
  const isLater = 'at' in finding && miss.at > finding.at && !('error' in finding);
  return isLater ? <p>{say('missedSince', agoIn(locale, miss.at, now))}</p> : null;
}
