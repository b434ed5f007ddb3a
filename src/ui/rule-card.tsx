import type { RuleProblem } from '../core/check.ts';
import type { CheckId } from '../core/checks/index.ts';
import type { FieldId, Guide, Step } from '../core/guide.ts';
import type { MessageKey } from '../core/words.ts';
import { deedOf, titleOfRule } from './rules.tsx';
import { byPerson, Sheet } from './sheet.tsx';
import { keyOf, useWords, type Words } from './words.ts';

interface Names {
  settings: string;
  more: string;
  page: string;
}

interface Props {
  check: CheckId;
  /** The rule that is shown, if the check is about one. */
  problem: RuleProblem | undefined;
  guide: Guide;
  current: Step | undefined;
  names: Names;
  isLost: boolean;
  onClose: () => void;
}

/** What a rule, or the forwarding, does, how to try without it, and how to put it back. */
export function RuleCard({ check, problem, guide, current, names, isLost, onClose }: Props) {
  const words = useWords();
  const { say } = words;
  const isRule = check !== 'mail-forwarded-away';
  const title = say(isRule ? 'ruleCard' : 'forwardingCard');
  const deed = problem
    ? say('ruleCardDeed', titleOfRule(words, problem.rule), deedOf(words, problem))
    : '';
  const todo = current ? guide.slice(guide.indexOf(current)) : [];
  const way = todo.map((step) => textOf(step, names, words)).filter((text) => text !== '');
  const isThere = way.length === 0;
  const [instruction = ''] = way;
  return (
    <Sheet
      kind="card"
      label={say('cardLabel', title)}
      icon="mailmend"
      announcement={[title, deed, instruction].filter(Boolean).join('. ')}
      onClose={onClose}
    >
      <h2>{title}</h2>
      {deed && <p>{deed}</p>}
      {isLost && !isThere && <p>{say('cardLost')}</p>}
      {!isThere && (
        <ol class="steps" aria-label={say('cardSteps')}>
          {way.map((text, index) => (
            <li key={text} aria-current={index === 0 ? 'step' : undefined}>
              {text}
            </li>
          ))}
        </ol>
      )}
      <p class="soft">{say(keyOf(check, 'why'))}</p>
      <p class="soft">{say(isRule ? 'ruleCardTry' : 'forwardingCardTry')}</p>
      {isRule && <p class="soft">{say('rules_admin')}</p>}
      <div class="actions">
        <button type="button" onClick={byPerson(onClose)}>
          {say('close')}
        </button>
      </div>
    </Sheet>
  );
}

const keys: Partial<Record<FieldId, [key: MessageKey, name: keyof Names]>> = {
  settings: ['cardStepSettings', 'settings'],
  'more-settings': ['cardStepMore', 'more'],
  'rules-entry': ['cardStepEntry', 'page'],
  'forwarding-entry': ['cardStepEntry', 'page'],
};

function textOf({ field }: Step, names: Names, { say }: Words): string {
  if (field === 'rule-pager') return say('ruleCardPages');
  const step = keys[field];
  return step ? say(step[0], names[step[1]]) : '';
}
