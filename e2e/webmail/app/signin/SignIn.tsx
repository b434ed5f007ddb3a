import { MailFilled } from '@ant-design/icons';
import { signInWords } from './signInWords.ts';

/** The sign-in page; the form itself is in a frame. */
export function SignIn() {
  const words = signInWords();
  const personal = location.host === 'mail.aliyun.com';
  return (
    <div className="sign-in">
      <div className="brand">
        <MailFilled /> {words.product}
      </div>
      <main>
        <h1>{words.welcome}</h1>
        <iframe
          id={personal ? 'alibaba-login-box' : undefined}
          className="login_panel_iframe"
          title={words.signIn}
          src={`/login/v2/index${location.search}`}
        />
      </main>
    </div>
  );
}
