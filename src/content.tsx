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
import { watch } from './site/watch.ts';
import { spotlightOf, warningOf } from './tab/drawings.tsx';
import { Errands } from './tab/errands.ts';
import { go } from './tab/go.ts';
import { Lead } from './tab/lead.ts';
import { Teach } from './tab/teach.tsx';
import { Visit } from './tab/visit.ts';
import { openLayer } from './ui/layer.tsx';

const life = new AbortController();
const layer = openLayer(life.signal);
const visit = new Visit(attend, startClean, life.signal);
const lead = new Lead(visit);
const errands = new Errands(visit);
/** What the page speaks up about, and whether it has done so of anything but the storage. */
let warning: CheckId | undefined;
let hasTold = false;
const teach = new Teach(visit, () => draw());
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
  teach.lookAgain();
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
  warning = undefined;
}

const isReading = () => visit.seen?.place === 'mail' || visit.seen?.place === 'search';

async function considerWarning(): Promise<void> {
  const { due, read, address } = visit;
  if (!due || !isReading() || document.hidden || errands.isBusy) return;
  const isStorage = due === 'storage-nearly-full';
  // The storage is warned of as it is now; of the rest, which other pages show, one thing at a time.
  const isFresh = read.storage !== undefined && 'value' in read.storage;
  if (isStorage ? !isFresh : warning !== undefined || hasTold) return;
  // A time of its own tells this tab from another that asks at the same moment.
  const at = Date.now() - Math.random();
  if (!(await sendToBackground({ do: 'warn', address, check: due, at }))) return;
  hasTold ||= !isStorage;
  warning = due;
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
    ? lead.isTeaching
      ? teach.drawing(check, lead.isThere, leaveGuide)
      : spotlightOf(visit, lead, check, { onTeach: pointOut, onClose: leaveGuide })
    : warning && isReading()
      ? warningOf(visit, warning, { onShow: showWarned, onLater: postpone, onClose: dismiss })
      : null;
  if (!check && isReading() && !content) warning = undefined;
  layer.show(content, check && lead.field);
  clearInterval(pulse);
  if (content) pulse = setInterval(() => isAlive() || life.abort(), 1000);
}

function dismiss(): void {
  warning = undefined;
  draw();
}

function postpone(): void {
  if (warning) void sendToBackground({ do: 'later', address: visit.address, check: warning });
  dismiss();
}

/** The user has seen that we did not find it, and wants to point it out. */
function pointOut(): void {
  teach.begin();
  lead.teach();
  draw();
}

function leaveGuide(): void {
  lead.end();
  draw();
}

function show(check: CheckId, mark?: string, isTeaching?: true): 'shown' | 'busy' {
  const answer = lead.begin(check, mark, isTeaching);
  if (answer === 'busy') return answer;
  warning = undefined;
  teach.begin();
  attend();
  return answer;
}

function showWarned(): void {
  if (warning) show(warning);
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
      return show(message.check, message.mark, message.teach);
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
