import { App, ConfigProvider, Spin, type ThemeConfig, theme } from 'antd';
import english from 'antd/es/locale/en_US';
import chinese from 'antd/es/locale/zh_CN';
import dayjs from 'dayjs';
import { type ReactNode, useEffect } from 'react';
import { load, useLoaded } from './store.ts';

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
  const language = mailbox?.language;
  const scheme = mailbox?.theme;
  useEffect(() => {
    dayjs.locale(language === 'zh_CN' ? 'zh-cn' : 'en');
  }, [language]);
  useEffect(() => {
    document.documentElement.style.colorScheme = scheme ?? 'light';
  }, [scheme]);

  if (mailbox === undefined) return <Spin className="waiting" size="large" />;
  return (
    <ConfigProvider
      locale={language === 'zh_CN' ? chinese : english}
      theme={scheme === 'dark' ? dark : light}
    >
      <App>{children}</App>
    </ConfigProvider>
  );
}
