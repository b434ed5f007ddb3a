import { Empty } from 'antd';
import type { SettingsPage } from '../../mailbox.ts';
import { useRoute } from '../route.tsx';
import { useMailbox } from '../store.ts';
import { useWords } from '../words.ts';
import { pages } from './pages.tsx';
import { SettingsContent } from './SettingsContent.tsx';
import { SettingsNavigation } from './SettingsNavigation.tsx';

/** The settings: pages at the left, the chosen one at the right. */
export function SettingsView() {
  const words = useWords();
  const { slugs, forwardingPage, stickyHeader } = useMailbox();
  const slug = useRoute().split(/[/?]/)[1];
  const found = (Object.keys(pages) as SettingsPage[]).find((page) => slugs[page] === slug);
  const page = found === 'forwarding' && forwardingPage === 'nowhere' ? undefined : found;
  return (
    <div className="view">
      <SettingsNavigation page={page} />
      <main className={`panel settings ${stickyHeader ? 'sticky' : ''}`}>
        {page === undefined ? (
          <Empty description={false} />
        ) : (
          <>
            <h1>{words[pages[page].title]}</h1>
            <SettingsContent key={page} page={page} />
          </>
        )}
      </main>
    </div>
  );
}
