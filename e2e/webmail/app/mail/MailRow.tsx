import { FolderOutlined, PaperClipOutlined } from '@ant-design/icons';
import { memo } from 'react';
import type { Mail } from '../../mails/index.ts';
import { dateText } from '../format.ts';
import { Link } from '../route.tsx';

interface Props {
  mail: Mail;
  to: string;
  selected: boolean;
  /** Stands for an empty subject. Rows are many: they look nothing up themselves. */
  untitled: string;
  /** What the mail's folder is called, where the list is of several. */
  folder?: string;
}

export const MailRow = memo(function MailRow({ mail, to, selected, untitled, folder }: Props) {
  const outgoing = mail.folder === 'sentitems' || mail.folder === 'draft';
  return (
    <Link to={to} className="row" aria-current={selected ? 'true' : undefined}>
      <article className={mail.unread ? 'unread' : undefined}>
        <div className="row-top">
          <span className="sender">{outgoing ? mail.to.join(', ') : mail.from.name}</span>
          {mail.attachments.length > 0 && <PaperClipOutlined className="muted" />}
          <time className="muted" dateTime={mail.date}>
            {dateText(mail.date)}
          </time>
        </div>
        <div className="subject">{mail.subject || untitled}</div>
        <div className="preview muted">{mail.preview}</div>
        {folder !== undefined && (
          <div className="row-folder muted">
            <FolderOutlined /> {folder}
          </div>
        )}
      </article>
    </Link>
  );
});
