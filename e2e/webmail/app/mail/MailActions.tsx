import { DeleteOutlined, FolderOutlined, MoreOutlined, RollbackOutlined } from '@ant-design/icons';
import { App, Button, Dropdown, type MenuProps } from 'antd';
import type { Mail } from '../../mails/index.ts';
import { folderName } from '../format.ts';
import { mailRoute, navigate } from '../route.tsx';
import { order, save, useMailbox } from '../store.ts';
import { useWords } from '../words.ts';

/** The buttons above a mail. */
export function MailActions({ mail }: { mail: Mail }) {
  const words = useWords();
  const { folders, preferences } = useMailbox();
  const { message } = App.useApp();
  const leave = () => navigate(mailRoute(mail.folder));
  const move = async (folder: string) => {
    leave();
    await order({ ids: [mail.id], folder });
  };
  const remove = async () => {
    if (mail.folder !== 'deleted') return move('deleted');
    leave();
    await order({ ids: [mail.id], purge: true });
  };
  const trust = async () => {
    const whitelist = [...new Set([...preferences.whitelist, mail.from.address])];
    if (await save({ preferences: { ...preferences, whitelist } })) message.success(words.trusted);
    else message.error(words.saveFailed);
  };
  const targets = ['inbox', 'spam', ...Object.keys(folders).map((id) => `folder-${id}`)];
  const moves: MenuProps = {
    items: targets.map((key) => ({ key, label: folderName(key, words, folders) })),
    onClick: ({ key }) => move(key),
  };
  const more: MenuProps = {
    items: [
      {
        key: 'unread',
        label: words.markUnread,
        onClick: () => {
          leave();
          order({ ids: [mail.id], unread: true });
        },
      },
      mail.folder === 'spam'
        ? { key: 'inbox', label: words.notSpam, onClick: () => move('inbox') }
        : { key: 'spam', label: words.reportSpam, onClick: () => move('spam') },
      {
        key: 'trust',
        label: words.trust,
        children: [{ key: 'sender', label: words.trustSender, onClick: trust }],
      },
    ],
  };
  return (
    <div className="toolbar">
      <Button
        icon={<RollbackOutlined />}
        onClick={() => navigate(`compose?reply=${encodeURIComponent(mail.id)}`)}
      >
        {words.reply}
      </Button>
      <Button onClick={() => navigate(`compose?forward=${encodeURIComponent(mail.id)}`)}>
        {words.forward}
      </Button>
      <Button icon={<DeleteOutlined />} onClick={remove}>
        {mail.folder === 'deleted' ? words.deleteForever : words.delete}
      </Button>
      <Dropdown menu={moves} trigger={['click']}>
        <Button icon={<FolderOutlined />}>{words.moveTo}</Button>
      </Dropdown>
      <Dropdown menu={more} trigger={['click']}>
        <Button icon={<MoreOutlined />}>{words.moreActions}</Button>
      </Dropdown>
    </div>
  );
}
