import { PaperClipOutlined } from '@ant-design/icons';
import { Tag } from 'antd';
import type { Mail } from '../../mails/index.ts';
import { sizeText } from '../format.ts';
import { fill, useWords } from '../words.ts';

export function Attachments({ files }: { files: Mail['attachments'] }) {
  const words = useWords();
  if (files.length === 0) return null;
  return (
    <div className="attachments">
      <span className="muted">{fill(words.attachments, { count: files.length })}</span>
      {files.map(({ name, size }) => (
        <Tag key={name} icon={<PaperClipOutlined />}>
          {name} ({sizeText(size)})
        </Tag>
      ))}
    </div>
  );
}
