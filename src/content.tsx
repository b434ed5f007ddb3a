/** In the webmail's page: reads it whenever it rests, and draws the warning and the spotlight. */
import { onRecords } from './browser/changes.ts';
import {
  type Answer,
  isAlive,
  onExtensionMessage,
  sendToBackground,
  type Whereabouts,
} from './browser/messages.ts';
import type { CheckId } from './core/checks/index.ts';
import { shareOf } from './core/storage.ts';
import { dueWarning } from './core/warning.ts';
import { watch } from './site/watch.ts';
import { spotlightOf, storageOf, warningOf } from './tab/drawings.tsx';
import { Errands } from './tab/errands.ts';
import { go } from './tab/go.ts';
import { Lead } from './tab/lead.ts';
import { Visit } from './tab/visit.ts';
import { openLayer } from './ui/layer.tsx';

const life = new AbortController();
const layer = openLayer(life.signal);
const visit = new Visit(attend, startClean, life.signal);
const lead = new Lead(visit);
const errands = new Errands(visit);
let isWarning = false;
let beat: ReturnType<typeof setTimeout> | undefined;
life.signal.addEventListener('abort', () => clearTimeout(beat));

/** Looks at the page, tells the background what is new in it, and goes on to where the guide leads. */
function attend(): void {
  if (!isAlive()) {
    life.abort();
    return;
  }
  visit.lookAgain();
  visit.errand = errands.report;
  void visit.tellNews().then(heed);
  lead.travel();
  errands.travel();
  draw();
  void considerWarning();
  // A native control is changed by its page without a trace.
  clearTimeout(beat);
  if (visit.seen?.place === 'settings' && (!document.hidden || errands.isBusy))
    beat = setTimeout(attend, 3000);
}

/** Takes up what the background has answered; at first, also the guide that the tab is in. */
function heed(answer: Answer | undefined): void {
  if (life.signal.aborted || !answer) return;
  if (errands.take(answer.errand)) attend();
  if (lead.resume(answer.guide)) lead.travel();
  lead.claim();
  draw();
  void considerWarning();
}

/** Another's mail is shown than before: what was said of the former is over. */
function startClean(): void {
  lead.end();
  isWarning = false;
}

const isReading = () => visit.seen?.place === 'mail' || visit.seen?.place === 'search';

async function considerWarning(): Promise<void> {
  const storage = storageOf(visit);
  const share = storage && shareOf(storage);
  const isFresh = visit.read.storage !== undefined && 'value' in visit.read.storage;
  if (share === undefined || !isFresh || !isReading() || document.hidden || errands.isBusy) return;
  if (!dueWarning(share, visit.record?.warned, Date.now())) return;
  // A time of its own tells this tab from another that asks at the same moment.
  const at = Date.now() - Math.random();
  if (!(await sendToBackground({ do: 'warn', address: visit.address, at }))) return;
  isWarning = true;
  draw();
}

/** Looks, while something of ours is on the page, whether an update has made us an orphan. */
let pulse: ReturnType<typeof setInterval> | undefined;
life.signal.addEventListener('abort', () => clearInterval(pulse));

function draw(): void {
  if (life.signal.aborted) return;
  if (lead.isOver) lead.end();
  const { check } = lead;
  const content = check
    ? spotlightOf(visit, lead, check, leaveGuide)
    : isWarning && isReading()
      ? warningOf(visit, { onShow: showStorage, onLater: postpone, onClose: dismiss })
      : null;
  if (!check && isReading() && !content) isWarning = false;
  layer.show(content, check && lead.field);
  clearInterval(pulse);
  if (content) pulse = setInterval(() => isAlive() || life.abort(), 1000);
}

function dismiss(): void {
  isWarning = false;
  draw();
}

function postpone(): void {
  void sendToBackground({ do: 'later', address: visit.address });
  dismiss();
}

function leaveGuide(): void {
  lead.end();
  draw();
}

function show(check: CheckId, mark?: string): 'shown' | 'busy' {
  const answer = lead.begin(check, mark);
  if (answer === 'busy') return answer;
  isWarning = false;
  attend();
  return answer;
}

function showStorage(): void {
  show('storage-nearly-full');
}

onExtensionMessage(async (message) => {
  switch (message.do) {
    case 'where': {
      // A page may have rested for long; that it still shows what it did is worth knowing.
      if (visit.isOld) attend();
      const { place } = visit.seen ?? visit.lookAgain();
      return { place, address: visit.address } satisfies Whereabouts;
    }
    case 'show':
      return show(message.check, message.mark);
    case 'rules':
      return visit.rulesFor(message.mail);
    case 'go': {
      const answer = go(visit, message.to, message.keyword);
      if (answer === 'gone' && lead.check) leaveGuide();
      return answer;
    }
    case 'forget':
      if (visit.forget(message.key)) startClean();
      return draw();
    case 'leave':
      life.abort();
      return 'left';
  }
}, life.signal);
onRecords(async (changes) => {
  // Another tab may have learned something; what was lost is said again.
  if (isAlive() && (await visit.isNews(changes))) heed(await visit.tell());
}, life.signal);
watch(document, attend, life.signal);
