import { useWords } from '../words.ts';
import { Choice } from './Choice.tsx';
import { Row } from './Row.tsx';
import { SaveButton } from './SaveButton.tsx';
import { useSettings } from './useSettings.ts';

export function SpamPage() {
  const words = useWords();
  const { busy, values, prefer, save } = useSettings();
  const { spamLevel, spamThen } = values.preferences;
  return (
    <>
      <div>
        <Row label={words.spamLevel}>
          <Choice
            value={spamLevel}
            options={[
              ['low', words.spamLow],
              ['medium', words.spamMedium],
              ['high', words.spamHigh],
            ]}
            onChange={(spamLevel) => prefer({ spamLevel })}
          />
        </Row>
        <Row label={words.spamThen}>
          <Choice
            value={spamThen}
            options={[
              ['folder', words.spamToFolder],
              ['delete', words.spamDelete],
            ]}
            onChange={(spamThen) => prefer({ spamThen })}
          />
        </Row>
      </div>
      <SaveButton busy={busy} onClick={save} />
    </>
  );
}
