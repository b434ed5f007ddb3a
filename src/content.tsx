/** In the webmail's page: reads it whenever it rests, and draws the warning and the spotlight. */
import {
  isAlive,
  onExtensionMessage,
  sendToBackground,
  type Whereabouts,
} from './browser/messages.ts';
import { onRecords, recordOf, waysOn } from './browser/store.ts';
import { locale, say } from './browser/words.ts';
import { audit, wrongOf } from './core/audit.ts';
import type { Check } from './core/check.ts';
import { type CheckId, checkOf } from './core/checks/index.ts';
import { type Known, learn } from './core/facts.ts';
import { currentStep, type FieldId, type Seen } from './core/guide.ts';
import { isInside } from './core/place.ts';
import type { MailboxRecord } from './core/record.ts';
import { levelOf, shareOf } from './core/storage.ts';
import { dueWarning } from './core/warning.ts';
import type { HostWays } from './core/ways.ts';
import { trackDrafts } from './site/drafts.ts';
import { namesFor } from './site/names.ts';
import { type Look, look } from './site/read.ts';
import { isComposing, type Leg, nextLeg, press } from './site/signposts.ts';
import { watch } from './site/watch.ts';
import { openLayer } from './ui/layer.tsx';
import { SettingCard } from './ui/setting-card.tsx';
import { Spotlight } from './ui/spotlight.tsx';
import { StorageCard } from './ui/storage-card.tsx';
import { Warning } from './ui/warning.tsx';
import { WordsContext } from './ui/words.ts';

/** In ms: when a page must have shown what it has, and how often an unchanged reading is renewed. */
const patience = 5000;
const renewal = 60_000;

/** Stands among the ways that a guide has tried once its page was shown. */
const arrival = 'arrival';

const life = new AbortController();
const layer = openLayer(life.signal);

let seen: Look | undefined;
/** What was read in this document, and whose it is. */
let read: Known = {};
let address: string | null = null;
let record: MailboxRecord | undefined;
let ways: HostWays = {};
let arrived = performance.now();
let sent = { gist: '', at: 0 };
let told: Promise<unknown> = Promise.resolve();
let isWarning = false;
let guided: { check: CheckId; tried: string[] } | undefined;

const drafts = trackDrafts(
  (ms) => setTimeout(() => life.signal.aborted || attend(), ms),
  life.signal,
);

function lookAgain(): Look {
  const now = Date.now();
  const next = look(document, now, performance.now() - arrived >= patience);
  if (next.place !== seen?.place || next.page !== seen?.page) {
    arrived = performance.now();
    setTimeout(() => life.signal.aborted || attend(), patience + 50);
  }
  seen = next;
  if (next.place === 'signed-out' || (next.address && address && next.address !== address))
    read = {};
  address = next.place === 'signed-out' ? null : (next.address ?? address);
  read = learn(read, drafts.settle(next, now));
  return next;
}

/** Looks at the page, tells the background what is new in it, and goes on to where the guide leads. */
function attend(): void {
  if (!isAlive()) {
    life.abort();
    return;
  }
  lookAgain();
  if (gist() !== sent.gist || Date.now() - sent.at > renewal) tell();
  travel();
  draw();
  void considerWarning();
}

/** What is to be told, its times apart. */
const gist = () =>
  JSON.stringify([seen?.place, seen?.page, address, read], (key, value) =>
    key === 'at' ? undefined : value,
  );

function tell(): void {
  if (!seen) return;
  sent = { gist: gist(), at: Date.now() };
  const { place, page } = seen;
  told = sendToBackground({ do: 'look', place, ...(page && { page }), address, known: read });
}

/** Reads again what is known of this mailbox; another tab may have learned something. */
async function recall(): Promise<void> {
  if (!isAlive()) {
    life.abort();
    return;
  }
  const mailbox = { host: location.hostname, address };
  ({ record } = await recordOf(mailbox).catch(() => ({ record: undefined })));
  ways = await waysOn(location.hostname).catch(() => ({}));
  // The badge of this tab follows, and what was lost is said again; what is known already changes nothing.
  tell();
  draw();
  void considerWarning();
}

function storageNow() {
  const reading = record?.known.storage;
  return reading && 'value' in reading ? reading.value : undefined;
}

const isReading = () => seen?.place === 'mail' || seen?.place === 'search';

async function considerWarning(): Promise<void> {
  const storage = storageNow();
  const share = storage && shareOf(storage);
  const isFresh = read.storage !== undefined && 'value' in read.storage;
  if (share === undefined || !isFresh || !isReading() || document.hidden) return;
  if (!dueWarning(share, record?.warned, Date.now())) return;
  if (!(await sendToBackground({ do: 'warn', address }))) return;
  isWarning = true;
  draw();
}

/** Looks, while something of ours is on the page, whether an update has made us an orphan. */
let pulse: ReturnType<typeof setInterval> | undefined;
life.signal.addEventListener('abort', () => clearInterval(pulse));

function draw(): void {
  if (life.signal.aborted) return;
  const isGuiding = guided !== undefined && seen !== undefined && isInside(seen.place);
  const content =
    guided && isGuiding ? drawSpotlight(guided) : isWarning && isReading() ? drawWarning() : null;
  layer.show(content, guided && isGuiding ? pointedAt(guided.check) : undefined);
  clearInterval(pulse);
  if (content) pulse = setInterval(() => isAlive() || life.abort(), 1000);
}

function drawWarning() {
  const storage = storageNow();
  const finding = wrongOf(audit(record?.known ?? {})).find(
    ({ check }) => check === 'storage-nearly-full',
  );
  const share = storage && shareOf(storage);
  if (!storage || !finding || share === undefined || levelOf(share) === 'filling') {
    isWarning = false;
    return null;
  }
  const end = () => {
    isWarning = false;
    draw();
  };
  return (
    <WordsContext.Provider value={{ say, locale }}>
      <Warning
        finding={finding}
        storage={storage}
        onShow={() => void show('storage-nearly-full')}
        onLater={() => {
          void sendToBackground({ do: 'later', address });
          end();
        }}
        onClose={end}
      />
    </WordsContext.Provider>
  );
}

/** What a step is judged by: the page as it is now, and what was read of it. */
const seenNow = (): Seen => ({
  place: seen?.place ?? 'unrecognised',
  page: seen?.page,
  fields: new Set(Object.keys(seen?.fields ?? {}) as FieldId[]),
  known: { ...record?.known, ...read },
});

/** The step that a guide ends in, but for Save: the field of the setting itself. */
const lastOf = ({ guide }: Check) => guide.findLast((step) => step.field !== 'save');

/** What the ring is drawn around: the field of the current step, at last the setting's own. */
function pointedAt(id: CheckId): Element | undefined {
  const check = checkOf(id);
  const step = currentStep(check.guide, seenNow()) ?? lastOf(check);
  return seen?.fields[step?.field ?? 'storage-indicator'];
}

function drawSpotlight({ check }: { check: CheckId }) {
  const { guide, page, needs } = checkOf(check);
  const now = seenNow();
  const current = currentStep(guide, now);
  const last = lastOf(checkOf(check));
  const field = pointedAt(check);
  const finding = wrongOf(audit(now.known)).find((one) => one.check === check);
  const [fact] = needs;
  return (
    <WordsContext.Provider value={{ say, locale }}>
      <Spotlight key={check} field={field} uncovered={[last && seen?.fields[last.field]]}>
        {(page === 'pop' || page === 'sending') && fact !== 'storage' && fact && seen ? (
          <SettingCard
            check={check}
            reading={now.known[fact]}
            variant={finding?.problem.variant}
            guide={guide}
            current={current}
            names={namesFor(page, seen, locale)}
            hasSave={seen.fields.save !== undefined}
            hasFailed={drafts.hasFailed()}
            isLost={!nextWay() && field === undefined && performance.now() - arrived > patience}
            onReload={() => location.reload()}
            onClose={leaveGuide}
          />
        ) : (
          <StorageCard storage={storageNow()} isHere={field !== undefined} onClose={leaveGuide} />
        )}
      </Spotlight>
    </WordsContext.Provider>
  );
}

function leaveGuide(): void {
  guided = undefined;
  void sendToBackground({ do: 'guide', check: null, tried: [] });
  draw();
}

/** The next way to the guide's page; absent once the page was shown, or when no way is left. */
function nextWay(): Leg | undefined {
  const page = guided && checkOf(guided.check).page;
  if (!guided || !seen || !isInside(seen.place) || guided.tried.includes(arrival)) return undefined;
  if ((page !== 'pop' && page !== 'sending') || isShown(page)) return undefined;
  return nextLeg(seen, page, ways, guided.tried);
}

const isShown = (page: 'pop' | 'sending') =>
  seen?.page === page ||
  seen?.fields[page === 'pop' ? 'pop-deletion' : 'save-to-sent'] !== undefined;

/**
 * Goes one step towards the guide's page. Each way is tried once; a reload takes the guide along.
 * From the arrival on the user leads: who goes elsewhere is not brought back.
 */
function travel(): void {
  const leg = nextWay();
  const page = guided && checkOf(guided.check).page;
  const hasArrived = (page === 'pop' || page === 'sending') && isShown(page);
  if (!guided || !seen || guided.tried.includes(arrival) || !(leg || hasArrived)) return;
  if (leg?.by === 'path' && isComposing(document, seen)) return;
  const step = leg ? (leg.by === 'path' ? leg.path : 'entry') : arrival;
  guided = { ...guided, tried: [...guided.tried, step] };
  const kept = sendToBackground({ do: 'guide', ...guided });
  if (leg?.by === 'entry') press(leg.element);
  else if (leg) {
    // Firefox calls it an error when a page goes while an answer is still on its way.
    void Promise.all([told, kept])
      .then(recall)
      .then(() => location.assign(leg.path));
  }
}

/** Shows the way to what a check is about, unless that would take a half-written mail away. */
async function show(check: CheckId): Promise<'shown' | 'busy'> {
  ways = await waysOn(location.hostname).catch(() => ({}));
  const now = lookAgain();
  guided = { check, tried: [] };
  if (nextWay()?.by === 'path' && isComposing(document, now)) {
    guided = undefined;
    return 'busy';
  }
  isWarning = false;
  void sendToBackground({ do: 'guide', check, tried: [] });
  attend();
  return 'shown';
}

/** Goes on with the guide that a reload or a new tab interrupted. */
async function resume(): Promise<void> {
  const guide = (await sendToBackground({ do: 'resume' })) as
    | { check: CheckId; tried: string[] }
    | null
    | undefined;
  if (!guide || guided) return;
  guided = { check: guide.check, tried: guide.tried };
  await recall();
  attend();
}

onExtensionMessage(async (message) => {
  switch (message.do) {
    case 'where': {
      const { place } = lookAgain();
      return { place, address } satisfies Whereabouts;
    }
    case 'show':
      return show(message.check);
    case 'leave':
      return life.abort();
  }
}, life.signal);
onRecords(() => void recall(), life.signal);
void recall().then(resume);
watch(document, attend, life.signal);
