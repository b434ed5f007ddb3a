import type { KeptLesson, Teachable } from '../core/lessons.ts';
import type { MessageKey } from '../core/words.ts';
import { useWords } from './words.ts';

interface Props {
  lessons: readonly KeptLesson[];
  onForget: (about: { language: string; fact: Teachable }) => void;
}

const keys: Record<Teachable, MessageKey> = {
  storage: 'taughtStorage',
  popDeletion: 'taughtPop',
  sentCopies: 'taughtSent',
};

/** What the user taught on this host; each can be forgotten. */
export function Lessons({ lessons, onForget }: Props) {
  const { say } = useWords();
  if (lessons.length === 0) return null;
  return (
    <section aria-labelledby="taught">
      <h2 id="taught">{say('taughtTitle')}</h2>
      <ul class="lessons">
        {lessons.map(({ language, lesson }) => {
          const { fact } = lesson;
          const id = `taught-${fact}-${language}`;
          const words = 'name' in lesson ? lesson.name : lesson.words.replace(/#b?/g, '…');
          return (
            <li key={id}>
              <span id={id}>{say(keys[fact], words)}</span>
              <button
                type="button"
                aria-describedby={id}
                onClick={() => onForget({ language, fact })}
              >
                {say('forget')}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
