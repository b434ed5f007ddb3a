import type { CheckId } from '../core/checks/index.ts';
import type { Facts, Reading } from '../core/facts.ts';
import type { FieldId, Guide, Step } from '../core/guide.ts';
import type { MessageKey } from '../core/words.ts';
import { byPerson, Sheet } from './sheet.tsx';
import { keyOf, ownOrShared, useWords, valueName } from './words.ts';

type Setting = Facts['popDeletion'] | Facts['sentCopies'];

/** What the webmail itself calls the steps and the values. */
interface Names {
  settings: string;
  more: string;
  page: string;
  field: string;
  target: string;
  save: string;
  values: Record<string, string>;
}

interface Props {
  check: CheckId;
  reading: Reading<Setting> | undefined;
  /** Which problem it is, if it is one. */
  variant: string | undefined;
  guide: Guide;
  current: Step | undefined;
  names: Names;
  /** Whether the page has a Save of its own. */
  hasSave: boolean;
  hasFailed: boolean;
  /** No way led to the page. */
  isLost: boolean;
  onReload: () => void;
  /** The user may point it out; absent where it was found. */
  onTeach: (() => void) | undefined;
  onClose: () => void;
}

/** What is set now, what to choose, why, and what else follows; the steps tick themselves off. */
export function SettingCard(props: Props) {
  const words = useWords();
  const { say } = words;
  const { check, reading, variant, guide, current, names, hasSave, hasFailed, isLost } = props;
  const title = say(keyOf(check, 'card'));
  const value = reading && 'value' in reading ? reading : undefined;
  const now = value && (names.values[valueName(value.value)] ?? '');
  const isDone = current === undefined;
  /** The page says that the setting has no effect: there is nothing to do about it. */
  const isMoot = reading !== undefined && 'error' in reading && reading.error === 'switched-off';
  const todo = current ? guide.slice(guide.indexOf(current)) : [];
  const steps = todo.filter((step) => step.field !== 'save' || hasSave || step === current);
  const present = isDone
    ? say('cardRight', names.target)
    : now
      ? say('cardNow', now)
      : reading && 'error' in reading
        ? isMoot
          ? say('error_switched_off')
          : say(
              'cardNowUnknown',
              ownOrShared(words, check, reading.error, `error_${reading.error}`),
            )
        : '';
  const state = hasFailed
    ? say('saveFailed')
    : value?.selected !== undefined
      ? say('notSaved', names.values[valueName(value.selected)] ?? '')
      : isDone
        ? say(value?.unconfirmed ? 'savedNotConfirmed' : 'confirmed')
        : '';
  const why = variant ? ownOrShared(words, check, `why_${variant}`, keyOf(check, 'why')) : '';
  const isToDo = !isDone && !isMoot;
  const instruction = current && isToDo ? textOf(current, names, say) : '';
  return (
    <Sheet
      kind="card"
      label={say('cardLabel', title)}
      icon={isDone ? 'fine' : 'mailmend'}
      announcement={[title, present, state, instruction].filter(Boolean).join('. ')}
      onClose={props.onClose}
    >
      <h2>{title}</h2>
      {present && <p>{present}</p>}
      {state && <p class={hasFailed ? 'alarm' : ''}>{state}</p>}
      {isLost && isToDo && <p>{say('cardLost')}</p>}
      {isToDo && (
        <ol class="steps" aria-label={say('cardSteps')}>
          {steps.map((step) => (
            <li key={step.field} aria-current={step === current ? 'step' : undefined}>
              {textOf(step, names, say)}
            </li>
          ))}
        </ol>
      )}
      {isToDo && why && <p class="soft">{why}</p>}
      {isToDo && <p class="soft">{say(keyOf(check, 'side'))}</p>}
      <div class="actions">
        {isDone && value?.unconfirmed && (
          <button type="button" class="primary" onClick={byPerson(props.onReload)}>
            {say('reloadPage')}
          </button>
        )}
        {props.onTeach && (
          <button type="button" onClick={byPerson(props.onTeach)}>
            {say('pointOut')}
          </button>
        )}
        <button type="button" onClick={byPerson(props.onClose)}>
          {say('close')}
        </button>
      </div>
    </Sheet>
  );
}

const keys: Partial<Record<FieldId, MessageKey>> = {
  settings: 'cardStepSettings',
  'more-settings': 'cardStepMore',
  'pop-entry': 'cardStepEntry',
  'sending-entry': 'cardStepEntry',
  save: 'cardStepSave',
};

function textOf(
  { field }: Step,
  names: Names,
  say: (key: MessageKey, ...values: string[]) => string,
): string {
  const values: Partial<Record<FieldId, string>> = {
    settings: names.settings,
    'more-settings': names.more,
    'pop-entry': names.page,
    'sending-entry': names.page,
    save: names.save,
  };
  const key = keys[field];
  return key ? say(key, values[field] ?? '') : say('cardStepChoose', names.field, names.target);
}
