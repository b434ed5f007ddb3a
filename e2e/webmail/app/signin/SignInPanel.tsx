import { LockOutlined, UserOutlined } from '@ant-design/icons';
import { Button, Form, Input, Tabs } from 'antd';
import { signIn } from '../store.ts';
import { signInWords } from './signInWords.ts';

/** The form within the sign-in page. Any name and password will do. */
export function SignInPanel() {
  const words = signInWords();
  const enter = async () => {
    await signIn();
    window.top?.location.assign(`/alimail/auth/callbackForCore${location.search}`);
  };
  const password = (
    <Form onFinish={enter}>
      <Form.Item name="account">
        <Input size="large" prefix={<UserOutlined />} placeholder={words.address} />
      </Form.Item>
      <Form.Item name="password">
        <Input.Password size="large" prefix={<LockOutlined />} placeholder={words.password} />
      </Form.Item>
      <Button id="login_submit_btn" type="primary" size="large" block htmlType="submit">
        {words.signIn}
      </Button>
    </Form>
  );
  const scan = <iframe id="ding-login-iframe" title={words.scanTab} srcDoc={words.scanHint} />;
  return (
    <Tabs
      className="sign-in-panel"
      centered
      items={[
        { key: 'ACCOUNT_PASSWORD', label: words.passwordTab, children: password },
        { key: 'DING_SCAN', label: words.scanTab, children: scan, forceRender: true },
      ]}
    />
  );
}
