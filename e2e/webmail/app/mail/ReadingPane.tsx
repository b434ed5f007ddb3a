import { Avatar, Empty } from 'antd';
import dayjs from 'dayjs';
import { useEffect } from 'react';
import type { Mail } from '../../mails/index.ts';
import { order } from '../store.ts';
import { useWords } from '../words.ts';
import { Attachments } from './Attachments.tsx';
import { Frame } from './Frame.tsx';
import { MailActions } from './MailActions.tsx';

export function ReadingPane({ mail }: { mail: Mail | undefined }) {
  const words = useWords();
  useEffect(() => {
    if (mail?.unread) order({ ids: [mail.id], unread: false });
  }, [mail]);
  if (mail === undefined)
    return (
      <section className="reading nothing">
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.chooseMail} />
      </section>
    );
  return (
    <section className="reading">
      <MailActions mail={mail} />
      <h1>{mail.subject || words.noSubject}</h1>
      <div className="mail-head">
        <Avatar size={40}>{mail.from.name.slice(0, 1)}</Avatar>
        <div>
          <div>
            <strong>{mail.from.name}</strong>{' '}
            <span className="muted">&lt;{mail.from.address}&gt;</span>
          </div>
          <div className="muted">
            {words.to}: {mail.to.join(', ')}
          </div>
        </div>
        <time className="muted" dateTime={mail.date}>
          {dayjs(mail.date).format('YYYY-MM-DD HH:mm')}
        </time>
      </div>
      <Attachments files={mail.attachments} />
      <Frame key={mail.id} title={mail.subject} html={mail.body} />
    </section>
  );
}
