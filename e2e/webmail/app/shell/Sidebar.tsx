import {
  DeleteOutlined,
  EditOutlined,
  FileOutlined,
  FolderOutlined,
  InboxOutlined,
  MailOutlined,
  SendOutlined,
  StopOutlined,
} from '@ant-design/icons';
import { Badge, Button, Menu } from 'antd';
import type { ReactNode } from 'react';
import { folderName } from '../format.ts';
import { Link, mailRoute, navigate, parseMailRoute, useRoute } from '../route.tsx';
import { useMailbox } from '../store.ts';
import { useWords } from '../words.ts';
import { StorageIndicator } from './StorageIndicator.tsx';

const icons: Record<string, ReactNode> = {
  inbox: <InboxOutlined />,
  unread: <MailOutlined />,
  sentitems: <SendOutlined />,
  draft: <FileOutlined />,
  spam: <StopOutlined />,
  deleted: <DeleteOutlined />,
};

/** The folders, with Compose above and perhaps the storage indicator below them. */
export function Sidebar() {
  const words = useWords();
  const { folders, mails, indicator } = useMailbox();
  const route = useRoute();
  const item = (folder: string) => {
    const unread = mails.filter((mail) => mail.unread && mail.folder === folder).length;
    return {
      key: folder,
      icon: icons[folder] ?? <FolderOutlined />,
      label: (
        <Link className="folder" to={mailRoute(folder)}>
          {folderName(folder, words, folders)}
          <Badge count={unread} size="small" color="#2468f2" />
        </Link>
      ),
    };
  };
  return (
    <nav className="sidebar">
      <Button
        type="primary"
        size="large"
        icon={<EditOutlined />}
        onClick={() => navigate('compose')}
      >
        {words.compose}
      </Button>
      <Menu
        className="folders"
        mode="inline"
        inlineIndent={12}
        selectedKeys={route.startsWith('mail/') ? [parseMailRoute(route).folder] : []}
        defaultOpenKeys={['own']}
        items={[
          ...Object.keys(icons).map(item),
          {
            key: 'own',
            label: words.myFolders,
            children: Object.keys(folders).map((id) => item(`folder-${id}`)),
          },
        ]}
      />
      {indicator === 'lower-left' && <StorageIndicator />}
    </nav>
  );
}
