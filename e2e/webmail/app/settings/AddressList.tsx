import { Button, Input, List, Space } from 'antd';
import { useState } from 'react';
import { useWords } from '../words.ts';

interface Props {
  addresses: string[];
  onChange: (addresses: string[]) => void;
}

export function AddressList({ addresses, onChange }: Props) {
  const words = useWords();
  const [text, setText] = useState('');
  const add = () => {
    if (!text.includes('@')) return;
    onChange([...addresses, text.trim()]);
    setText('');
  };
  return (
    <>
      <Space.Compact>
        <Input
          className="choice"
          placeholder={words.listHint}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onPressEnter={add}
        />
        <Button type="primary" onClick={add}>
          {words.add}
        </Button>
      </Space.Compact>
      <List
        className="address-list"
        size="small"
        bordered
        dataSource={addresses}
        renderItem={(address) => (
          <List.Item
            actions={[
              <Button
                key="remove"
                type="link"
                size="small"
                onClick={() => onChange(addresses.filter((other) => other !== address))}
              >
                {words.remove}
              </Button>,
            ]}
          >
            {address}
          </List.Item>
        )}
      />
    </>
  );
}
