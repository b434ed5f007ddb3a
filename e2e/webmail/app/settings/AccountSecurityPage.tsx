import { Alert, Button, Modal, Switch } from 'antd';
import { useState } from 'react';
import { useMailbox } from '../store.ts';
import { useWords } from '../words.ts';
import { Row } from './Row.tsx';
import { Section } from './Section.tsx';
import { useSave } from './useSave.ts';

export function AccountSecurityPage() {
  const words = useWords();
  const { preferences } = useMailbox();
  const { busy, save } = useSave();
  const [password, setPassword] = useState<string>();
  const generate = () => setPassword(crypto.randomUUID().replaceAll('-', '').slice(0, 16));
  return (
    <Section title={words.thirdPartyClients}>
      <p className="hint">{words.clientPasswordHint}</p>
      <Row label={words.clientPassword}>
        <Switch
          checked={preferences.clientPassword}
          loading={busy}
          onChange={(clientPassword) => save({ preferences: { ...preferences, clientPassword } })}
        />
      </Row>
      <Button disabled={!preferences.clientPassword} onClick={generate}>
        {words.newPassword}
      </Button>
      <Modal
        title={words.newPassword}
        open={password !== undefined}
        footer={null}
        onCancel={() => setPassword(undefined)}
      >
        <Alert type="warning" showIcon message={words.newPasswordHint} />
        <code className="generated">{password}</code>
      </Modal>
    </Section>
  );
}
