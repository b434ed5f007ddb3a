import type { Rule } from '../rule.ts';
import type { Language } from '../words/index.ts';
import { forward, from, label, markRead, move, remove, ruleOf, sayIn, subject } from './make.ts';

/** So many rules: of each ten, one deletes, one forwards to elsewhere, eight sort. */
export function many(language: Language, count: number): Rule[] {
  const say = sayIn(language);
  return Array.from({ length: count }, (_, at) => {
    const number = at + 1;
    const id = `many-${number}`;
    const sender = from(`@sender-${number}.example.net`);
    const order = subject(say(`Order ${number}`, `订单 ${number}`));
    if (at % 10 === 4)
      return ruleOf(say(`No more of ${number}`, `不再接收 ${number}`), [sender], [remove], { id });
    if (at % 10 === 9) {
      const onward = forward(`desk-${number}@outside.example.org`);
      return ruleOf(say(`Onward ${number}`, `转给 ${number}`), [order], [onward], { id });
    }
    if (at % 2 === 0)
      return ruleOf(say(`Supplier ${number}`, `供应商 ${number}`), [sender], [move('102')], { id });
    const actions = [label(say(`Order ${number}`, `订单 ${number}`)), markRead];
    return ruleOf(say(`Label order ${number}`, `标记订单 ${number}`), [order], actions, { id });
  });
}
