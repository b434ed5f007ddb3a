import { Alert, Button, Input } from 'antd';
import { Frame } from '../mail/Frame.tsx';
import { signOut, useMailbox } from '../store.ts';
import { useWords } from '../words.ts';
import { OldFolders } from './OldFolders.tsx';
import { OldList } from './OldList.tsx';
import { useOldRoute } from './oldRoute.ts';

/** The old interface: one address, routes in the fragment. */
export function OldApp() {
  const words = useWords();
  const { mails, address } = useMailbox();
  const { mailId } = useOldRoute();
  const open = mails.find(({ id }) => id === mailId);
  return (
    <div className="old">
      <header>
        <strong>{words.product}</strong>
        <Input.Search size="small" placeholder={words.search} />
        <span>{address}</span>
        <Button type="link" size="small">
          {words.settings}
        </Button>
        <Button type="link" size="small" onClick={signOut}>
          {words.signOut}
        </Button>
      </header>
      <Alert
        banner
        message={words.oldNotice}
        action={<a href="/alimail/goEntryTemplate?t=v5_1">{words.newVersion}</a>}
      />
      <div className="old-body">
        <OldFolders />
        <OldList />
        <div className="old-mail">
          {open && (
            <>
              <h2>{open.subject}</h2>
              <Frame key={open.id} className="read_iframe" title={open.subject} html={open.body} />
            </>
          )}
        </div>
      </div>
    </div>
  );
}
