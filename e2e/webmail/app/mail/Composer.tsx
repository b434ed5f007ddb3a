import { PaperClipOutlined, SendOutlined } from '@ant-design/icons';
import { App, Button, Dropdown, Input, Select } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { mailRoute, navigate, useRoute } from '../route.tsx';
import { send, useMailbox } from '../store.ts';
import { useWords } from '../words.ts';
import { EditorToolbar } from './EditorToolbar.tsx';
import { Frame } from './Frame.tsx';
import { firstDraft } from './firstDraft.ts';

export function Composer() {
  const words = useWords();
  const mailbox = useMailbox();
  const { message } = App.useApp();
  const query = useRoute().split('?')[1];
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is being written is not taken back
  const start = useMemo(() => firstDraft(query, mailbox, words), [query]);
  const [to, setTo] = useState(start.to);
  const [subject, setSubject] = useState(start.subject);
  const container = useRef<HTMLElement>(null);

  const editor = () => container.current?.querySelector('iframe')?.contentDocument;
  const leave = () => navigate(mailRoute('inbox'));
  const finish = async (folder: 'sentitems' | 'draft') => {
    if (folder === 'sentitems' && to.length === 0) {
      message.error(words.noRecipient);
      return;
    }
    const body = editor()?.body;
    const preview = (body?.textContent ?? '').slice(0, 140);
    await send({ folder, to, subject, preview, body: body?.innerHTML ?? '' });
    message.success(folder === 'sentitems' ? words.mailSent : words.saved);
    leave();
  };
  return (
    <main className="panel composer" data-testid="compose-container" ref={container}>
      <div className="compose-row">
        <span className="muted">{words.to}</span>
        <Select
          mode="tags"
          variant="borderless"
          open={false}
          suffixIcon={null}
          tokenSeparators={[',', ';', ' ']}
          aria-label={words.to}
          value={to}
          onChange={setTo}
        />
      </div>
      <div className="compose-row">
        <span className="muted">{words.subject}</span>
        <Input
          variant="borderless"
          aria-label={words.subject}
          value={subject}
          onChange={(event) => setSubject(event.target.value)}
        />
      </div>
      <EditorToolbar run={(command) => editor()?.execCommand(command)} />
      <Frame className="e_iframe e_scroll" title={words.compose} html={start.html} editable />
      <div className="compose-foot">
        <Button type="primary" icon={<SendOutlined />} onClick={() => finish('sentitems')}>
          {words.send}
        </Button>
        <Button onClick={() => finish('draft')}>{words.saveDraft}</Button>
        <Button icon={<PaperClipOutlined />}>{words.attach}</Button>
        <Button type="text" onClick={leave}>
          {words.discard}
        </Button>
        <Dropdown
          trigger={['click']}
          menu={{ items: [{ key: 'own', label: `${mailbox.displayName} <${mailbox.address}>` }] }}
        >
          <Button type="text" className="sender-button" title={words.sendFrom}>
            {mailbox.address}
          </Button>
        </Dropdown>
      </div>
    </main>
  );
}
