import { Descriptions, type DescriptionsProps } from 'antd';
import { StorageIndicator } from '../shell/StorageIndicator.tsx';
import { useMailbox } from '../store.ts';
import { useWords } from '../words.ts';

export function AccountInfoPage() {
  const words = useWords();
  const { address, displayName, indicator } = useMailbox();
  const items: DescriptionsProps['items'] = [
    { key: 'name', label: words.displayName, children: displayName },
    { key: 'address', label: words.address, children: address },
    { key: 'edition', label: words.edition, children: words.editionName },
  ];
  if (indicator === 'account-page')
    items.push({ key: 'storage', label: words.storage, children: <StorageIndicator /> });
  return <Descriptions bordered column={1} items={items} />;
}
