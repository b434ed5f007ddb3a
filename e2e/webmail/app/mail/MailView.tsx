import { parseMailRoute, useRoute } from '../route.tsx';
import { Sidebar } from '../shell/Sidebar.tsx';
import { useMailbox } from '../store.ts';
import { Composer } from './Composer.tsx';
import { FolderPane } from './FolderPane.tsx';
import { ReadingPane } from './ReadingPane.tsx';
import { SearchPane } from './SearchPane.tsx';
import { useLastFolder } from './useLastFolder.ts';

/** Everything but the settings: folders at the left, then a list and a mail, or the composer. */
export function MailView() {
  const route = useRoute();
  const { mails } = useMailbox();
  const searching = route.startsWith('search');
  const composing = route.startsWith('compose');
  const folder = useLastFolder(route);
  const id = searching
    ? new URLSearchParams(route.split('?')[1]).get('id')
    : parseMailRoute(route).id;
  return (
    <div className="view">
      <Sidebar />
      {composing && <Composer key={route} />}
      <main className="panel columns" hidden={composing}>
        {searching && <SearchPane />}
        <FolderPane folder={folder} hidden={searching} />
        <ReadingPane mail={mails.find((mail) => mail.id === id)} />
      </main>
    </div>
  );
}
