import { useEffect } from 'react';
import { MailView } from './mail/MailView.tsx';
import { useRoute } from './route.tsx';
import { SettingsView } from './settings/SettingsView.tsx';
import { Header } from './shell/Header.tsx';
import { refresh } from './store.ts';

/** The current interface. */
export function App() {
  const route = useRoute();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each view asks the server anew
  useEffect(() => {
    refresh();
  }, [route]);
  return (
    <div id="app-body">
      <Header />
      {route.startsWith('setting/') ? <SettingsView /> : <MailView />}
    </div>
  );
}
