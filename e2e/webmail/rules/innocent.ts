import {
  attachments,
  autoReply,
  body,
  copy,
  everything,
  followUp,
  from,
  hides,
  label,
  largerThan,
  markRead,
  move,
  ruleOf,
  type Sample,
  type Say,
  subject,
  to,
} from './make.ts';

/** Rules as people make them to keep order. */
export function innocent(say: Say): Sample[] {
  const reading = label(say('Reading', '订阅'));
  const kept = [
    ruleOf(say('Newsletters', '订阅邮件'), [from('newsletter@', 'news@')], [reading]),
    ruleOf(
      say('Weekly digest', '每周精选'),
      [subject(say('weekly digest', '每周精选'))],
      [reading],
    ),
    ruleOf(say('Mailing lists', '邮件列表'), [body(say('unsubscribe', '退订'))], [reading]),
    ruleOf(
      say('Customer: Harbour', '客户：港湾'),
      [from('@harbour.example.org')],
      [label(say('Customer', '客户'))],
    ),
    ruleOf(say('Quotations', '报价跟进'), [subject(say('quotation', '报价'))], [followUp]),
    ruleOf(
      say('From my manager', '经理来信'),
      [from('zhou.min@example.com')],
      [label(say('Important', '重要')), followUp],
    ),
    ruleOf(say('Large mail', '大邮件'), [largerThan('20')], [label(say('Large', '大邮件'))]),
    ruleOf(say('With files', '带文件的邮件'), [attachments()], [label(say('Files', '文件'))]),
    ruleOf(say('This year', '今年的邮件'), [everything()], [label('2026')]),
    ruleOf(
      say('Trade fair enquiries', '展会咨询'),
      [to('fair@example.com')],
      [
        autoReply(
          say('Thank you, we will answer within two days.', '来信收到，我们将在两天内回复。'),
        ),
      ],
    ),
    ruleOf(say('Build reports', '构建报告'), [from('ci@build.example.net')], [markRead]),
    ruleOf(
      say('Calendar notices', '日程通知'),
      [subject(say('calendar', '日程'))],
      [label(say('Calendar', '日程')), markRead],
    ),
    ruleOf(
      say('Copy of the minutes', '会议纪要备份'),
      [subject(say('minutes', '会议纪要'))],
      [copy('102')],
    ),
  ];
  const moved = [
    ruleOf(
      say('Project reports', '项目周报'),
      [subject(say('project report', '项目周报'))],
      [move('102')],
    ),
    ruleOf(
      say('Suppliers', '供应商来信'),
      [from('@lumen.example.org', '@northwind.example.net')],
      [move('104')],
    ),
    ruleOf(say('Parcels', '快递通知'), [from('tracking@parcel.example.net')], [move('107')]),
    ruleOf(say('Team list', '团队群发'), [to('team@example.com')], [move('105')]),
    ruleOf(say('Shop news', '商城资讯'), [from('newsletter@shop.example.net')], [move('103')]),
    ruleOf(
      say('Trade magazine', '行业杂志'),
      [from('@magazine.example.org'), subject(say('new issue', '新刊'))],
      [move('103')],
    ),
    ruleOf(say('Monitoring', '监控告警'), [from('alerts@monitor.example.net')], [move('108')], {
      stop: true,
    }),
    ruleOf(
      say('Backup reports', '备份报告'),
      [subject(say('backup report', '备份报告'))],
      [move('108'), label(say('Backup', '备份'))],
    ),
    ruleOf(
      say('Hamburg fair', '汉堡展会'),
      [subject(say('Hamburg fair', '汉堡展会'))],
      [move('106')],
    ),
    ruleOf(say('HR circulars', '人事通知'), [from('hr@example.com')], [move('105')]),
    ruleOf(
      say('Tickets', '出行订单'),
      [from('@rail.example.org'), subject(say('reservation', '车票'))],
      [move('106')],
      { match: 'any' },
    ),
    ruleOf(
      say('Webinars', '线上研讨会'),
      [subject(say('webinar', '研讨会'))],
      [move('103'), followUp],
    ),
    ruleOf(say('Social network', '社交网络'), [from('@social.example.net')], [move('103')]),
  ];
  return [
    ...kept.map((rule) => ({ rule, verdicts: [] })),
    ...moved.map((rule) => ({ rule, verdicts: [hides('info')] })),
  ];
}
