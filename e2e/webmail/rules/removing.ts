import {
  attachments,
  body,
  everything,
  from,
  label,
  largerThan,
  markRead,
  move,
  reject,
  remove,
  removes,
  ruleOf,
  type Sample,
  type Say,
  subject,
  to,
} from './make.ts';

/** Rules that leave nothing of a mail, or send it to Deleted. */
export function removing(say: Say): Sample[] {
  const warning = [
    ruleOf(say('Former supplier', '旧供应商'), [from('@oldmill.example.org')], [remove]),
    ruleOf(say('Pushy seller', '推销来信'), [from('sales@pushy.example.net')], [reject]),
    ruleOf(
      say('Offers', '促销信息'),
      [subject(say('limited offer', '限时优惠'))],
      [move('deleted')],
    ),
    ruleOf(say('No reminders', '不看催办'), [body(say('reminder', '催办'))], [remove, markRead]),
    ruleOf(say('Old address', '旧地址'), [to('wei.lin.old@example.com')], [remove], {
      stop: true,
    }),
  ];
  const critical = [
    ruleOf(say('Clean up', '清理邮箱'), [everything()], [remove]),
    ruleOf(say('Holiday', '休假期间'), [], [move('deleted')]),
    ruleOf(say('Too large', '邮件过大'), [largerThan('10')], [remove]),
    ruleOf(say('No files', '拒收附件'), [attachments()], [reject]),
    // One character is in nearly every subject
    ruleOf(say('Sort A', '整理一'), [subject(say('a', '的'))], [remove]),
    // A warning, and one level more: for the subject, for the subject, for the name
    ruleOf(say('Old bills', '旧账单'), [subject(say('invoice', '发票'))], [remove]),
    ruleOf(
      say('Sign-in notices', '登录通知'),
      [subject(say('password', '密码'))],
      [move('deleted'), label(say('Sign-in', '登录'))],
    ),
    ruleOf('.', [from('director@partner.example.org')], [remove]),
  ];
  return [
    ...warning.map((rule) => ({ rule, verdicts: [removes('warning')] })),
    ...critical.map((rule) => ({ rule, verdicts: [removes('critical')] })),
  ];
}
