import {
  BoldOutlined,
  ItalicOutlined,
  OrderedListOutlined,
  RedoOutlined,
  StrikethroughOutlined,
  UnderlineOutlined,
  UndoOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons';
import { Button } from 'antd';

const commands = {
  undo: <UndoOutlined />,
  redo: <RedoOutlined />,
  bold: <BoldOutlined />,
  italic: <ItalicOutlined />,
  underline: <UnderlineOutlined />,
  strikeThrough: <StrikethroughOutlined />,
  insertOrderedList: <OrderedListOutlined />,
  insertUnorderedList: <UnorderedListOutlined />,
};

export function EditorToolbar({ run }: { run: (command: string) => void }) {
  return (
    <div className="e_editor_toolbar">
      {Object.entries(commands).map(([command, icon]) => (
        <Button key={command} type="text" size="small" icon={icon} onClick={() => run(command)} />
      ))}
    </div>
  );
}
