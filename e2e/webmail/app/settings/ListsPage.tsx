import { Tabs } from 'antd';
import type { Preferences } from '../../mailbox.ts';
import { useMailbox } from '../store.ts';
import { useWords } from '../words.ts';
import { AddressList } from './AddressList.tsx';
import { useSave } from './useSave.ts';

export function ListsPage() {
  const words = useWords();
  const { preferences } = useMailbox();
  const { save } = useSave();
  const tab = (key: 'blacklist' | 'whitelist') => ({
    key,
    label: words[key],
    children: (
      <AddressList
        addresses={preferences[key]}
        onChange={(addresses) => {
          const changed: Partial<Preferences> = { [key]: addresses };
          save({ preferences: { ...preferences, ...changed } });
        }}
      />
    ),
  });
  return <Tabs items={[tab('blacklist'), tab('whitelist')]} />;
}
