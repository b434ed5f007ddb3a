import { Progress } from 'antd';
import { useEffect, useState } from 'react';
import { storageText } from '../format.ts';
import { useMailbox } from '../store.ts';
import { fill, useWords } from '../words.ts';
import { SplitText } from './SplitText.tsx';

/** How full the mailbox is, wherever the mailbox shows it. */
export function StorageIndicator() {
  const words = useWords();
  const mailbox = useMailbox();
  const { storage, indicatorFormat: format, indicatorLiteral: literal } = mailbox;
  const ready = usePageAge(mailbox.indicatorDelay);

  if (!ready) return <div className="storage">{mailbox.indicatorPlaceholder}</div>;
  const text =
    literal ??
    fill(mailbox.indicatorText ?? words.used, {
      used: storageText(storage.used, format),
      total: storage.total === null ? words.unlimited : storageText(storage.total, format),
    });
  const percent = storage.total === null ? 0 : (storage.used / storage.total) * 100;
  return (
    <div className="storage">
      <div>{mailbox.indicatorSplit ? <SplitText text={text} /> : text}</div>
      {literal === null && storage.total !== null && (
        <Progress
          percent={percent}
          size="small"
          showInfo={false}
          status={percent >= 90 ? 'exception' : 'normal'}
        />
      )}
    </div>
  );
}

/** Whether the page has been open for so many milliseconds. */
function usePageAge(wanted: number): boolean {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setTimeout(() => setNow(performance.now()), wanted - performance.now() + 1);
    return () => clearTimeout(timer);
  }, [wanted]);
  return now >= wanted;
}
