import {
  everything,
  forward,
  forwards,
  from,
  redirect,
  ruleOf,
  type Sample,
  type Say,
  subject,
} from './make.ts';

/** Rules that send mail on. */
export function forwarding(say: Say): Sample[] {
  const critical = [
    ruleOf(
      say('To my phone', '转到手机'),
      [everything()],
      [forward('lin.wei.private@freemail.example.net')],
    ),
    ruleOf(
      say('Harbour orders', '港湾订单'),
      [from('@harbour.example.org')],
      [forward('orders@agency.example.org')],
    ),
    // Begins like the account's own domain
    ruleOf(
      say('Mail archive', '邮件存档'),
      [from('@lumen.example.org')],
      [redirect('archive@example.com.example.net')],
    ),
    // One of two is elsewhere
    ruleOf(
      say('Fair contacts', '展会联系人'),
      [subject(say('Hamburg', '汉堡'))],
      [forward('chen.hao@example.com, stand@fair.example.org')],
    ),
    ruleOf('', [from('ceo@partner.example.org')], [redirect('drop@mailbox.example.org')]),
  ];
  const info = [
    ruleOf(
      say('Travel desk', '差旅安排'),
      [subject(say('travel plan', '差旅'))],
      [forward('assistant@example.com')],
    ),
    ruleOf(
      say('Samples', '样品邮件'),
      [subject(say('samples', '样品'))],
      [redirect('chen.hao@example.com')],
    ),
    ruleOf(say('My deputy', '代理人'), [everything()], [forward('deputy@example.com')]),
    ruleOf(
      say('Warehouse', '仓库'),
      [from('@carrier.example.net')],
      [forward('Warehouse@EXAMPLE.COM')],
    ),
  ];
  // Info, and one level more for the subject
  const paid = ruleOf(
    say('To accounts', '转财务'),
    [subject(say('payment', '付款'))],
    [forward('accounts@example.com')],
  );
  return [
    ...critical.map((rule) => ({ rule, verdicts: [forwards('critical')] })),
    ...info.map((rule) => ({ rule, verdicts: [forwards('info')] })),
    { rule: paid, verdicts: [forwards('warning')] },
  ];
}
