import { Checkbox, Form, Input } from 'antd';
import { useMailbox } from '../store.ts';
import { fill, useWords } from '../words.ts';
import { Choice } from './Choice.tsx';
import { SaveButton } from './SaveButton.tsx';
import { Section } from './Section.tsx';
import { useSettings } from './useSettings.ts';

export function SendPage() {
  const words = useWords();
  const { saveButtons } = useMailbox();
  const { busy, values, change, prefer, save, saveOnly } = useSettings();
  const { preferences } = values;
  return (
    <Form className="settings-page" labelAlign="left" labelCol={{ flex: '266px' }} colon={false}>
      <Section title={words.sendSection}>
        <Form.Item label={words.saveToSent} htmlFor="saveToSent">
          <Choice
            id="saveToSent"
            value={values.saveToSent}
            options={[
              ['all', words.saveAll],
              ['webmail', words.saveWebmail],
              ['clients', words.saveClients],
              ['none', words.saveNone],
            ]}
            onChange={(saveToSent) => change({ saveToSent })}
          />
        </Form.Item>
        <Form.Item label={words.undoSend} htmlFor="undoSend">
          <Choice
            id="undoSend"
            value={preferences.undoSend}
            options={[
              ['0', words.undoOff],
              ['10', fill(words.undoSeconds, { count: 10 })],
              ['30', fill(words.undoSeconds, { count: 30 })],
            ]}
            onChange={(undoSend) => prefer({ undoSend })}
          />
        </Form.Item>
        {saveButtons === 'sections' && (
          <SaveButton busy={busy} onClick={() => saveOnly('saveToSent')} />
        )}
      </Section>
      <Section title={words.replySection}>
        <Form.Item label={words.signature} htmlFor="signature">
          <Input.TextArea
            id="signature"
            rows={3}
            defaultValue={preferences.signature}
            onBlur={(event) => prefer({ signature: event.target.value })}
          />
        </Form.Item>
        <Form.Item>
          <Checkbox
            checked={preferences.quoteOriginal}
            onChange={(event) => prefer({ quoteOriginal: event.target.checked })}
          >
            {words.quoteOriginal}
          </Checkbox>
        </Form.Item>
        {saveButtons === 'sections' && (
          <SaveButton busy={busy} onClick={() => saveOnly('preferences')} />
        )}
      </Section>
      {saveButtons === 'page' && <SaveButton busy={busy} onClick={save} />}
    </Form>
  );
}
