import { MailFilled, QuestionCircleOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { Link, mailRoute, navigate, useRoute } from '../route.tsx';
import { useWords } from '../words.ts';
import { AccountButton } from './AccountButton.tsx';
import { SettingsButton } from './SettingsButton.tsx';

export function Header() {
  const words = useWords();
  const keyword = new URLSearchParams(useRoute().split('?')[1]).get('keyword') ?? '';
  const search = (text: string) => {
    if (text.trim() !== '') navigate(`search?keyword=${encodeURIComponent(text.trim())}`);
  };
  return (
    <header className="header">
      <Link className="brand" to={mailRoute('inbox')}>
        <MailFilled /> {words.product}
      </Link>
      <Input
        key={keyword}
        className="search"
        variant="filled"
        defaultValue={keyword}
        placeholder={words.search}
        prefix={<SearchOutlined />}
        allowClear
        onPressEnter={(event) => search(event.currentTarget.value)}
      />
      <div className="header-right">
        <Button type="text" icon={<QuestionCircleOutlined />}>
          {words.help}
        </Button>
        <SettingsButton />
        <AccountButton />
      </div>
    </header>
  );
}
