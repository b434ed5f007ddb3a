import { dateText } from '../format.ts';
import { useMailbox } from '../store.ts';
import { oldFolders } from './folders.ts';
import { oldRoute, useOldRoute } from './oldRoute.ts';

export function OldList() {
  const { mails } = useMailbox();
  const { fId } = useOldRoute();
  const folder = new Map(oldFolders).get(fId) ?? `folder-${fId}`;
  return (
    <div className="old-list">
      {mails
        .filter((mail) => mail.folder === folder)
        .map((mail) => (
          <a key={mail.id} className="maillist_item_wrap" href={oldRoute(fId, mail.id)}>
            <span>{mail.from.name}</span>
            <span className="muted">{dateText(mail.date)}</span>
            <span className="maillist_item_subject">{mail.subject}</span>
          </a>
        ))}
    </div>
  );
}
