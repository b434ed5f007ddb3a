import { Button } from 'antd';
import { useMailbox } from '../store.ts';
import { useWords } from '../words.ts';
import { savesAtOnce } from './useSettings.ts';

/** The page's button, unless the webmail saves at once. */
export function SaveButton({ busy, onClick }: { busy: boolean; onClick: () => void }) {
  const words = useWords();
  if (savesAtOnce(useMailbox())) return null;
  return (
    <div>
      <Button type="primary" loading={busy} onClick={onClick}>
        {words.save}
      </Button>
    </div>
  );
}
