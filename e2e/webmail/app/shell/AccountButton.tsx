import { LogoutOutlined, UserOutlined } from '@ant-design/icons';
import { Avatar, Button, Divider, Popover } from 'antd';
import { Link } from '../route.tsx';
import { signOut, useMailbox } from '../store.ts';
import { useWords } from '../words.ts';
import { StorageIndicator } from './StorageIndicator.tsx';

/** The account's name at the upper right, and the panel behind it. */
export function AccountButton() {
  const words = useWords();
  const { address, displayName, indicator, slugs } = useMailbox();
  const panel = (
    <div className="account-panel">
      <Avatar size={48}>{displayName.slice(0, 1)}</Avatar>
      <strong>{displayName}</strong>
      <span className="muted">{address}</span>
      {indicator === 'account-panel' && <StorageIndicator />}
      <Divider size="small" />
      <Link to={`setting/${slugs.accountInfo}`}>
        <UserOutlined /> {words.accountInfo}
      </Link>
      <Button block icon={<LogoutOutlined />} onClick={signOut}>
        {words.signOut}
      </Button>
    </div>
  );
  return (
    <Popover content={panel} trigger="click" placement="bottomRight" destroyOnHidden>
      <Button type="text" className="account">
        <Avatar size={28}>{displayName.slice(0, 1)}</Avatar>
        <span>{address}</span>
      </Button>
    </Popover>
  );
}
