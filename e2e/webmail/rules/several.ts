import {
  everything,
  forward,
  forwards,
  from,
  hides,
  markRead,
  move,
  remove,
  removes,
  ruleOf,
  type Sample,
  type Say,
  subject,
} from './make.ts';

/** Rules that are off, and rules of which there are two things to say. */
export function several(say: Say): Sample[] {
  return [
    {
      rule: ruleOf(say('Empty all', '全部清空'), [everything()], [remove], { enabled: false }),
      verdicts: [removes('info')],
    },
    {
      rule: ruleOf(
        say('Leave of 2025', '去年休假'),
        [subject(say('order', '订单'))],
        [forward('lin.wei.private@freemail.example.net')],
        { enabled: false },
      ),
      verdicts: [forwards('info')],
    },
    {
      rule: ruleOf(
        say('Board', '董事会'),
        [from('board@example.com')],
        [forward('reader@mailbox.example.org'), move('106'), markRead],
      ),
      verdicts: [forwards('critical'), hides('warning')],
    },
    {
      rule: ruleOf(
        say('Contracts', '合同邮件'),
        [subject(say('contract', '合同'))],
        [forward('reader@mailbox.example.org'), remove],
        { stop: true },
      ),
      verdicts: [removes('warning'), forwards('critical')],
    },
  ];
}
