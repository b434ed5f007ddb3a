import { Empty } from 'antd';
import { useMemo } from 'react';
import type { Mail } from '../../mails/index.ts';
import { textOf } from '../../text.ts';
import { folderName } from '../format.ts';
import { useRoute } from '../route.tsx';
import { useMailbox } from '../store.ts';
import { fill, useWords } from '../words.ts';
import { MailRow } from './MailRow.tsx';

/** The mails of all folders that hold the keyword, newest first. */
export function SearchPane() {
  const words = useWords();
  const { mails, folders } = useMailbox();
  const query = new URLSearchParams(useRoute().split('?')[1]);
  const keyword = query.get('keyword') ?? '';
  const hits = useMemo(() => {
    const wanted = keyword.toLowerCase();
    return mails
      .filter((mail) => searched(mail).toLowerCase().includes(wanted))
      .sort((one, other) => other.date.localeCompare(one.date));
  }, [mails, keyword]);
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
            folder={folderName(mail.folder, words, folders)}
          />
        ))}
      </div>
    </section>
  );
}

function searched({ subject, from, to, body }: Mail): string {
  return [subject, from.name, from.address, ...to, textOf(body)].join('\n');
}
