import { SettingOutlined } from '@ant-design/icons';
import { Button, Popover, Segmented } from 'antd';
import { useState } from 'react';
import type { Mailbox, Preferences } from '../../mailbox.ts';
import { navigate } from '../route.tsx';
import { save, useMailbox } from '../store.ts';
import { useWords } from '../words.ts';

/** Settings at the upper right: the quick panel, or straight to the settings. */
export function SettingsButton() {
  const words = useWords();
  const { quickPanel, theme, preferences, slugs } = useMailbox();
  const [open, setOpen] = useState(false);
  const more = () => {
    setOpen(false);
    navigate(`setting/${slugs.accountInfo}`);
  };
  if (!quickPanel)
    return (
      <Button type="text" icon={<SettingOutlined />} onClick={more}>
        {words.settings}
      </Button>
    );
  const panel = (
    <div className="quick-panel">
      <span className="muted">{words.theme}</span>
      <Segmented
        block
        value={theme}
        options={[
          { value: 'light', label: words.light },
          { value: 'dark', label: words.dark },
        ]}
        onChange={(value: Mailbox['theme']) => save({ theme: value })}
      />
      <span className="muted">{words.readingMode}</span>
      <Segmented
        block
        value={preferences.readingMode}
        options={[
          { value: 'single', label: words.singleMode },
          { value: 'conversation', label: words.conversationMode },
        ]}
        onChange={(readingMode: Preferences['readingMode']) =>
          save({ preferences: { ...preferences, readingMode } })
        }
      />
      <Button type="primary" ghost block onClick={more}>
        {words.moreSettings}
      </Button>
    </div>
  );
  return (
    <Popover
      content={panel}
      title={words.settings}
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
    >
      <Button type="text" icon={<SettingOutlined />}>
        {words.settings}
      </Button>
    </Popover>
  );
}
