import { ArrowLeftOutlined, MailOutlined, SafetyOutlined } from '@ant-design/icons';
import { Menu } from 'antd';
import type { ReactNode } from 'react';
import type { SettingsPage } from '../../mailbox.ts';
import type { Words } from '../../words/index.ts';
import { Link, mailRoute, navigate } from '../route.tsx';
import { useMailbox } from '../store.ts';
import { useWords } from '../words.ts';
import { groups, pages } from './pages.tsx';

const icons: Partial<Record<keyof Words, ReactNode>> = {
  accountGroup: <SafetyOutlined />,
  mailGroup: <MailOutlined />,
};

/** The left pane of the settings. */
export function SettingsNavigation({ page }: { page: SettingsPage | undefined }) {
  const words = useWords();
  const { slugs, navigation, grouped, groupsOpen, forwardingPage } = useMailbox();
  const item = (key: SettingsPage) => {
    const title = words[pages[key].title];
    if (navigation === 'links')
      return { key, label: <Link to={`setting/${slugs[key]}`}>{title}</Link> };
    return { key, label: title, onClick: () => navigate(`setting/${slugs[key]}`) };
  };
  const items = (keys: SettingsPage[]) =>
    keys.filter((key) => key !== 'forwarding' || forwardingPage !== 'nowhere').map(item);
  return (
    <nav className="settings-nav">
      <Link className="back" to={mailRoute('inbox')}>
        <ArrowLeftOutlined /> {words.backToMail}
      </Link>
      <Menu
        mode="inline"
        inlineIndent={14}
        selectedKeys={page === undefined ? [] : [page]}
        defaultOpenKeys={groupsOpen ? groups.map(([title]) => title) : []}
        items={
          grouped
            ? groups.map(([title, children]) => ({
                key: title,
                icon: icons[title],
                label: words[title],
                children: items(children),
              }))
            : groups.flatMap(([, children]) => items(children))
        }
      />
    </nav>
  );
}
