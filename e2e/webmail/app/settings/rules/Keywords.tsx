import { Select } from 'antd';
import { useWords } from '../../words.ts';

interface Props {
  value?: string[];
  onChange?: (words: string[]) => void;
}

/** Several words, each a tag; the form gives value and handler. */
export function Keywords({ value = [], onChange = () => {} }: Props) {
  const words = useWords();
  return (
    <div data-testid="keywords-input-container">
      <Select
        data-testid="tags-input-base"
        className="keywords"
        mode="tags"
        open={false}
        suffixIcon={null}
        placeholder={words.enterWords}
        value={value}
        onChange={onChange}
      />
    </div>
  );
}
