/** What is said and asked before and after something was pointed out. */
import type { ComponentChildren } from 'preact';
import type { Facts, Storage } from '../core/facts.ts';
import { type MessageKey, sizeIn } from '../core/words.ts';
import { byPerson, Sheet } from './sheet.tsx';
import { usedIn, useWords, valueIn, valueName } from './words.ts';

interface CardProps {
  title: string;
  icon?: 'fine' | 'mailmend';
  text: string;
  onClose: () => void;
  children?: ComponentChildren;
}

function Card({ title, icon = 'mailmend', text, onClose, children }: CardProps) {
  const { say } = useWords();
  return (
    <Sheet
      kind="card"
      label={say('cardLabel', title)}
      icon={icon}
      announcement={`${title}. ${text}`}
      onClose={onClose}
    >
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
    </Sheet>
  );
}

/** Before the page is shown on which it stands: the user may have to go there himself. */
export function WayThere(props: { what: MessageKey; onPoint: () => void; onClose: () => void }) {
  const { say } = useWords();
  return (
    <Card title={say(props.what)} text={say('teachGoThere')} onClose={props.onClose}>
      <div class="actions">
        <button type="button" class="primary" onClick={byPerson(props.onPoint)}>
          {say('teachPointNow')}
        </button>
        <button type="button" onClick={byPerson(props.onClose)}>
          {say('close')}
        </button>
      </div>
    </Card>
  );
}

type Value = Facts['popDeletion'] | Facts['sentCopies'];

interface SettingProps {
  /** The setting as the page calls it, and the value that it shows; nothing of a switch. */
  name: string;
  shown: string;
  values: readonly Value[];
  onAnswer: (index: number) => void;
  onClose: () => void;
}

/** Asks what a setting says now. */
export function SettingQuestion({ name, shown, values, onAnswer, onClose }: SettingProps) {
  const words = useWords();
  const { say } = words;
  const text = shown ? say('teachShows', name, shown) : say('teachNamed', name);
  return (
    <Card title={say('teachAsk')} text={text} onClose={onClose}>
      <div class="actions answers">
        {values.map((value, index) => (
          <button key={valueName(value)} type="button" onClick={byPerson(() => onAnswer(index))}>
            {say(
              typeof value === 'string' ? 'teachPopValue' : 'teachSentValue',
              valueIn(words, value),
            )}
          </button>
        ))}
        <button type="button" onClick={byPerson(onClose)}>
          {say('teachUnknown')}
        </button>
      </div>
    </Card>
  );
}

interface StorageProps {
  /** The line as it stands on the page. */
  line: string;
  /** The words behind numbers whose unit is not known, and the units that were given for them. */
  unknown: readonly { after: string; printed: string }[];
  units: Readonly<Record<string, string>>;
  offers: readonly { storage: Storage; isFree: boolean }[];
  onUnit: (after: string, unit: string) => void;
  onAnswer: (index: number) => void;
  onClose: () => void;
}

const unitNames = { b: 'B', k: 'KB', m: 'MB', g: 'GB', t: 'TB' };

/** Asks what the numbers of a storage line are. */
export function StorageQuestion(props: StorageProps) {
  const { line, unknown, units, offers, onUnit, onAnswer, onClose } = props;
  const words = useWords();
  const { say, locale } = words;
  const said = ({ storage, isFree }: StorageProps['offers'][number]) => {
    const used = usedIn(words, storage);
    if (!isFree) return used;
    const free = 'total' in storage && storage.total !== null && storage.used !== undefined;
    return free
      ? say(
          'teachFreeOf',
          sizeIn(locale, storage.total - storage.used),
          sizeIn(locale, storage.total),
        )
      : say('teachFree', used);
  };
  const isOpen = unknown.some(({ after }) => !units[after]);
  return (
    <Card title={say('teachAskStorage')} text={say('teachLine', line)} onClose={onClose}>
      {unknown.map(({ after, printed }) => (
        <label key={after}>
          {say('teachUnit', [printed, after].filter(Boolean).join(' '))}
          <select
            value={units[after] ?? ''}
            onChange={(event) => event.isTrusted && onUnit(after, event.currentTarget.value)}
          >
            <option value="">{say('teachUnitChoose')}</option>
            {Object.entries(unitNames).map(([unit, name]) => (
              <option key={unit} value={unit}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ))}
      {!isOpen && offers.length === 0 && <p class="alarm">{say('teachNoSense')}</p>}
      <div class="actions answers">
        {!isOpen &&
          offers.map((offer, index) => (
            <button key={said(offer)} type="button" onClick={byPerson(() => onAnswer(index))}>
              {said(offer)}
            </button>
          ))}
        <button type="button" onClick={byPerson(onClose)}>
          {say('teachUnknown')}
        </button>
      </div>
    </Card>
  );
}

/** What was learned, and where it can be forgotten. */
export function Learned({ said, onClose }: { said: string; onClose: () => void }) {
  const { say } = useWords();
  return (
    <Card title={say('teachDone')} icon="fine" text={say('teachDoneText', said)} onClose={onClose}>
      <div class="actions">
        <button type="button" onClick={byPerson(onClose)}>
          {say('close')}
        </button>
      </div>
    </Card>
  );
}
