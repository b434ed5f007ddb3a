import { Result, Spin } from 'antd';
import { useEffect, useState } from 'react';
import type { SettingsPage } from '../../mailbox.ts';
import { useMailbox } from '../store.ts';
import { useWords } from '../words.ts';
import { pages } from './pages.tsx';

/** A settings page once it is loaded, if it is. */
export function SettingsContent({ page }: { page: SettingsPage }) {
  const words = useWords();
  const { settingsPages, settingsDelay, covered } = useMailbox();
  const [loaded, setLoaded] = useState(settingsDelay === 0);
  useEffect(() => {
    const timer = setTimeout(() => setLoaded(true), settingsDelay);
    return () => clearTimeout(timer);
  }, [settingsDelay]);

  const { Content } = pages[page];
  if (!loaded) return <Spin />;
  if (settingsPages === 'error')
    return <Result status="500" title={words.pageFailed} subTitle={words.pageFailedHint} />;
  return (
    <Spin spinning={covered}>
      <div className="settings-page">{settingsPages === 'ok' && <Content />}</div>
    </Spin>
  );
}
