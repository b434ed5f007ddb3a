import { Empty } from 'antd';
import { useRoute } from '../route.tsx';
import { useMailbox } from '../store.ts';
import { fill, useWords } from '../words.ts';
import { MailRow } from './MailRow.tsx';

/** The mails of all folders that hold the keyword. */
export function SearchPane() {
  const words = useWords();
  const { mails } = useMailbox();
  const query = new URLSearchParams(useRoute().split('?')[1]);
  const keyword = query.get('keyword') ?? '';
  const wanted = keyword.toLowerCase();
  const hits = mails.filter((mail) =>
    [mail.subject, mail.preview, mail.from.name, mail.from.address].some((text) =>
      text.toLowerCase().includes(wanted),
    ),
  );
  return (
    <section className="list">
      <div className="list-head">
        <h2>{words.searchResults}</h2>
        <span className="muted">{fill(words.searchFound, { count: hits.length, keyword })}</span>
      </div>
      <div className="rows">
        {hits.length === 0 && <Empty description={words.noMail} />}
        {hits.map((mail) => (
          <MailRow
            key={mail.id}
            mail={mail}
            to={`search?${new URLSearchParams({ keyword, id: mail.id })}`}
            selected={mail.id === query.get('id')}
            untitled={words.noSubject}
          />
        ))}
      </div>
    </section>
  );
}
