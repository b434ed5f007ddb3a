import { type Words, wordsOf } from '../words/index.ts';
import { useMailbox } from './store.ts';

export { fill } from '../words/index.ts';

export function useWords(): Words {
  const { language, labels, words } = useMailbox();
  return wordsOf(language, labels, words);
}
