import { App, ConfigProvider, Spin, type ThemeConfig, theme } from 'antd';
import en from 'antd/es/locale/en_US';
import ja from 'antd/es/locale/ja_JP';
import zhCn from 'antd/es/locale/zh_CN';
import zhTw from 'antd/es/locale/zh_TW';
import dayjs from 'dayjs';
import { type ReactNode, useEffect } from 'react';
import { load, useLoaded } from './store.ts';

/** What Ant Design and the dates say, by language. */
const locales = {
  en: { antd: en, dates: 'en' },
  zh_CN: { antd: zhCn, dates: 'zh-cn' },
  zh_TW: { antd: zhTw, dates: 'zh-tw' },
  ja_JP: { antd: ja, dates: 'ja' },
};

const shared = { borderRadius: 8, fontFamily: 'var(--font)' };

const components = {
  Menu: {
    itemBg: 'transparent',
    subMenuItemBg: 'transparent',
    itemHeight: 36,
    activeBarBorderWidth: 0,
  },
};

const light: ThemeConfig = { components, token: { ...shared, colorPrimary: '#2468f2' } };

const dark: ThemeConfig = {
  algorithm: theme.darkAlgorithm,
  components,
  token: {
    ...shared,
    colorPrimary: '#5b8ff9',
    colorLink: '#5b8ff9',
    colorBgContainer: '#1b2029',
    colorBgElevated: '#262d39',
  },
};

/** Waits for the mailbox, then shows the interface in its language and theme. */
export function Loaded({ children }: { children: ReactNode }) {
  const mailbox = useLoaded();
  useEffect(() => {
    load();
  }, []);
  const locale = locales[mailbox?.language ?? 'en'];
  const scheme = mailbox?.theme;
  useEffect(() => {
    dayjs.locale(locale.dates);
  }, [locale]);
  useEffect(() => {
    document.documentElement.style.colorScheme = scheme ?? 'light';
  }, [scheme]);

  if (mailbox === undefined) return <Spin className="waiting" size="large" />;
  return (
    <ConfigProvider locale={locale.antd} theme={scheme === 'dark' ? dark : light}>
      <App>{children}</App>
    </ConfigProvider>
  );
}
