import { Button, Checkbox, DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useMailbox } from '../store.ts';
import { useWords } from '../words.ts';
import { useSave } from './useSave.ts';

interface Values {
  enabled: boolean;
  period: [Dayjs, Dayjs] | null;
  text: string;
  contactsOnly: boolean;
}

export function VacationPage() {
  const words = useWords();
  const { preferences } = useMailbox();
  const { busy, save } = useSave();
  const { from, to, ...vacation } = preferences.vacation;
  const finish = ({ period, ...values }: Values) => {
    const [from = '', to = ''] = (period ?? []).map((end) => end.toISOString());
    return save({ preferences: { ...preferences, vacation: { ...values, from, to } } });
  };
  return (
    <Form
      layout="vertical"
      initialValues={{ ...vacation, period: from === '' ? null : [dayjs(from), dayjs(to)] }}
      onFinish={finish}
    >
      <div>
        <Form.Item name="enabled" valuePropName="checked">
          <Checkbox>{words.vacationOn}</Checkbox>
        </Form.Item>
        <Form.Item name="period">
          <DatePicker.RangePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" />
        </Form.Item>
        <Form.Item name="text" label={words.vacationText}>
          <Input.TextArea rows={5} />
        </Form.Item>
        <Form.Item name="contactsOnly" valuePropName="checked">
          <Checkbox>{words.contactsOnly}</Checkbox>
        </Form.Item>
      </div>
      <Button type="primary" htmlType="submit" loading={busy}>
        {words.save}
      </Button>
    </Form>
  );
}
