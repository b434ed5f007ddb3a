import { useWords } from '../words.ts';
import { Choice } from './Choice.tsx';
import { Row } from './Row.tsx';
import { SaveButton } from './SaveButton.tsx';
import { useSettings } from './useSettings.ts';

export function DisplayPage() {
  const words = useWords();
  const { busy, values, prefer, save } = useSettings();
  return (
    <>
      <div>
        <Row label={words.readingMode}>
          <Choice
            value={values.preferences.readingMode}
            options={[
              ['conversation', words.conversationMode],
              ['single', words.singleMode],
            ]}
            onChange={(readingMode) => prefer({ readingMode })}
          />
        </Row>
      </div>
      <SaveButton busy={busy} onClick={save} />
    </>
  );
}
