import {
  body,
  everything,
  from,
  hides,
  largerThan,
  markRead,
  move,
  ruleOf,
  type Sample,
  type Say,
  subject,
} from './make.ts';

/** Rules after which the user is unlikely to see a mail. */
export function hiding(say: Say): Sample[] {
  const warning = [
    ruleOf(say('Unwanted', '不想看的'), [from('@pushy.example.net')], [move('spam')]),
    ruleOf(say('Audit', '审计邮件'), [from('@audit.example.org')], [move('106'), markRead]),
    ruleOf(say('Put away', '全部归档'), [everything()], [move('106')]),
    ruleOf(say('Large ones', '大文件归档'), [largerThan('5')], [move('106')]),
    // Info, and one level more: for the subject, for the name
    ruleOf(say('File invoices', '发票归档'), [subject(say('invoice', '发票'))], [move('101')]),
    ruleOf(say('x', '杂'), [subject(say('delivery note', '送货单'))], [move('107')]),
  ];
  // A warning, and one level more for the word
  const bank = ruleOf(
    say('Account notes', '对账信息'),
    [body(say('bank', '银行'))],
    [move('106'), markRead],
  );
  return [
    ...warning.map((rule) => ({ rule, verdicts: [hides('warning')] })),
    { rule: bank, verdicts: [hides('critical')] },
  ];
}
