import { DeleteOutlined, ReloadOutlined } from '@ant-design/icons';
import { App, Button, Empty } from 'antd';
import { folderName } from '../format.ts';
import { mailRoute, parseMailRoute, useRoute } from '../route.tsx';
import { order, refresh, useMailbox } from '../store.ts';
import { fill, useWords } from '../words.ts';
import { MailRow } from './MailRow.tsx';

/** The list of one folder's mails. */
export function FolderPane({ folder, hidden }: { folder: string; hidden: boolean }) {
  const words = useWords();
  const { mails, folders } = useMailbox();
  const { modal } = App.useApp();
  const { id } = parseMailRoute(useRoute());
  const shown = mails.filter((mail) =>
    folder === 'unread' ? mail.unread && mail.folder === 'inbox' : mail.folder === folder,
  );
  const empty = () =>
    modal.confirm({
      title: words.emptyFolder,
      content: words.emptyFolderAsk,
      onOk: () => order({ of: folder, purge: true }),
    });
  return (
    <section className="list" hidden={hidden}>
      <div className="list-head">
        <h2>{folderName(folder, words, folders)}</h2>
        <span className="muted">{fill(words.mailCount, { count: shown.length })}</span>
        {(folder === 'deleted' || folder === 'spam') && (
          <Button type="link" size="small" icon={<DeleteOutlined />} onClick={empty}>
            {words.emptyFolder}
          </Button>
        )}
        <Button
          type="text"
          size="small"
          title={words.refresh}
          icon={<ReloadOutlined />}
          onClick={refresh}
        />
      </div>
      <div className="rows">
        {shown.length === 0 && <Empty description={words.noMail} />}
        {shown.map((mail) => (
          <MailRow
            key={mail.id}
            mail={mail}
            to={mailRoute(folder, mail.id)}
            selected={mail.id === id}
            untitled={words.noSubject}
          />
        ))}
      </div>
    </section>
  );
}
