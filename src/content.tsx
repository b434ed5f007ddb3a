/** In the webmail's page: reads it whenever it rests, and draws the warning and the spotlight. */
import {
  isAlive,
  onExtensionMessage,
  sendToBackground,
  type Whereabouts,
} from './browser/messages.ts';
import { onRecords, recordOf } from './browser/store.ts';
import { locale, say } from './browser/words.ts';
import { audit, wrongOf } from './core/audit.ts';
import type { CheckId } from './core/checks/index.ts';
import { type Known, learn } from './core/facts.ts';
import type { MailboxRecord } from './core/record.ts';
import { levelOf, shareOf } from './core/storage.ts';
import { dueWarning } from './core/warning.ts';
import { type Look, look } from './site/read.ts';
import { watch } from './site/watch.ts';
import { openLayer } from './ui/layer.tsx';
import { Spotlight } from './ui/spotlight.tsx';
import { StorageCard } from './ui/storage-card.tsx';
import { Warning } from './ui/warning.tsx';
import { WordsContext } from './ui/words.ts';

/** In ms: when a page must have shown what it has, and how often an unchanged reading is renewed. */
const patience = 5000;
const renewal = 60_000;

const life = new AbortController();
const layer = openLayer(life.signal);

let seen: Look | undefined;
/** What was read in this document, and whose it is. */
let read: Known = {};
let address: string | null = null;
let record: MailboxRecord | undefined;
let arrived = performance.now();
let sent = { gist: '', at: 0 };
let isWarning = false;
let spotlit: CheckId | undefined;

function lookAgain(): Look {
  const now = Date.now();
  const next = look(document, now, performance.now() - arrived >= patience);
  if (next.place !== seen?.place) {
    arrived = performance.now();
    setTimeout(() => life.signal.aborted || attend(), patience + 50);
  }
  seen = next;
  if (next.place === 'signed-out' || (next.address && address && next.address !== address))
    read = {};
  address = next.place === 'signed-out' ? null : (next.address ?? address);
  read = learn(read, next.known);
  return next;
}

/** Looks at the page and tells the background what is new in it. */
function attend(): void {
  if (!isAlive()) {
    life.abort();
    return;
  }
  lookAgain();
  if (gist() !== sent.gist || Date.now() - sent.at > renewal) tell();
  draw();
  void considerWarning();
}

/** What is to be told, its times apart. */
const gist = () =>
  JSON.stringify([seen?.place, address, read], (key, value) => (key === 'at' ? undefined : value));

function tell(): void {
  if (!seen) return;
  sent = { gist: gist(), at: Date.now() };
  void sendToBackground({ do: 'look', place: seen.place, address, known: read });
}

/** Reads again what is known of this mailbox; another tab may have learned something. */
async function recall(): Promise<void> {
  if (!isAlive()) {
    life.abort();
    return;
  }
  ({ record } = await recordOf({ host: location.hostname, address }).catch(() => ({
    record: undefined,
  })));
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

function draw(): void {
  layer.show(spotlit ? drawSpotlight() : isWarning && isReading() ? drawWarning() : null);
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
        onShow={() => show('storage-nearly-full')}
        onLater={() => {
          void sendToBackground({ do: 'later', address });
          end();
        }}
        onClose={end}
      />
    </WordsContext.Provider>
  );
}

function drawSpotlight() {
  const field = seen?.fields['storage-indicator'];
  return (
    <WordsContext.Provider value={{ say, locale }}>
      <Spotlight field={field}>
        <StorageCard
          storage={storageNow()}
          isHere={field !== undefined}
          onClose={() => {
            spotlit = undefined;
            draw();
          }}
        />
      </Spotlight>
    </WordsContext.Provider>
  );
}

function show(check: CheckId): void {
  isWarning = false;
  spotlit = check;
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
void recall();
watch(document, attend, life.signal);
