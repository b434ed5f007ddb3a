import { Alert } from 'antd';
import { useMailbox } from '../store.ts';
import { useWords } from '../words.ts';
import { Choice } from './Choice.tsx';
import { Row } from './Row.tsx';
import { SaveButton } from './SaveButton.tsx';
import { Section } from './Section.tsx';
import { useSettings } from './useSettings.ts';

export function PopPage() {
  const words = useWords();
  const { popEnabled } = useMailbox();
  const { busy, values, change, prefer, save } = useSettings();
  return (
    <>
      {!popEnabled && <Alert type="warning" showIcon message={words.popOff} />}
      <Section title={words.syncSection}>
        <Row label={words.popServer}>pop.qiye.aliyun.com:995 (SSL)</Row>
        <Row label={words.popRange}>
          <Choice
            value={values.preferences.popRange}
            options={[
              ['all', words.popRangeAll],
              ['30', words.popRange30],
            ]}
            disabled={!popEnabled}
            onChange={(popRange) => prefer({ popRange })}
          />
        </Row>
        <Row label={words.popDeletion}>
          <Choice
            value={values.popDeletion}
            options={[
              ['allowed', words.allowed],
              ['not-allowed', words.notAllowed],
            ]}
            isOnOff
            disabled={!popEnabled}
            onChange={(popDeletion) => change({ popDeletion })}
          />
        </Row>
      </Section>
      <SaveButton busy={busy} onClick={save} />
    </>
  );
}
