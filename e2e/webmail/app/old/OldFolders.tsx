import { Button } from 'antd';
import { folderName } from '../format.ts';
import { StorageIndicator } from '../shell/StorageIndicator.tsx';
import { useMailbox } from '../store.ts';
import { useWords } from '../words.ts';
import { oldFolders } from './folders.ts';
import { oldRoute, useOldRoute } from './oldRoute.ts';

export function OldFolders() {
  const words = useWords();
  const { folders, indicator } = useMailbox();
  const { fId } = useOldRoute();
  const own = Object.keys(folders).map((id): [string, string] => [id, `folder-${id}`]);
  return (
    <nav className="old-folders">
      <Button block>{words.compose}</Button>
      <div className="old-tree">
        {[...oldFolders, ...own].map(([id, name]) => (
          <a key={id} href={oldRoute(id)}>
            <span className={id === fId ? 'treenode_item_text_sel' : 'treenode_item_text'}>
              {folderName(name, words, folders)}
            </span>
          </a>
        ))}
      </div>
      {indicator === 'lower-left' && <StorageIndicator />}
    </nav>
  );
}
