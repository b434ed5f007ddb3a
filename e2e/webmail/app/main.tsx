import 'dayjs/locale/ja';
import 'dayjs/locale/zh-cn';
import 'dayjs/locale/zh-tw';
import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { Loaded } from './Loaded.tsx';
import { OldApp } from './old/OldApp.tsx';
import { SignIn } from './signin/SignIn.tsx';
import { SignInPanel } from './signin/SignInPanel.tsx';

function view(path: string): ReactElement {
  if (path === '/login/v2/index') return <SignInPanel />;
  if (path === '/' || path === '/alimail/auth/login') return <SignIn />;
  return <Loaded>{path === '/alimail/' ? <OldApp /> : <App />}</Loaded>;
}

createRoot(document.getElementById('root') as HTMLElement).render(view(location.pathname));
