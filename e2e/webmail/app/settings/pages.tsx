import type { ComponentType } from 'react';
import type { SettingsPage } from '../../mailbox.ts';
import type { Words } from '../../words/index.ts';
import { AccountInfoPage } from './AccountInfoPage.tsx';
import { AccountSecurityPage } from './AccountSecurityPage.tsx';
import { DisplayPage } from './DisplayPage.tsx';
import { ForwardingPage } from './ForwardingPage.tsx';
import { ListsPage } from './ListsPage.tsx';
import { PopPage } from './PopPage.tsx';
import { RulesPage } from './rules/RulesPage.tsx';
import { SendPage } from './SendPage.tsx';
import { SpamPage } from './SpamPage.tsx';
import { VacationPage } from './VacationPage.tsx';

interface Page {
  title: keyof Words;
  Content: ComponentType;
}

export const pages: Record<SettingsPage, Page> = {
  accountInfo: { title: 'accountInfo', Content: AccountInfoPage },
  accountSecurity: { title: 'accountSecurity', Content: AccountSecurityPage },
  display: { title: 'displaySettings', Content: DisplayPage },
  send: { title: 'sendPage', Content: SendPage },
  pop: { title: 'popPage', Content: PopPage },
  rules: { title: 'rulesPage', Content: RulesPage },
  vacation: { title: 'vacationPage', Content: VacationPage },
  forwarding: { title: 'forwardPage', Content: ForwardingPage },
  lists: { title: 'listsPage', Content: ListsPage },
  spam: { title: 'spamPage', Content: SpamPage },
};

/** The groups of the left pane, in order. */
export const groups: [title: keyof Words, pages: SettingsPage[]][] = [
  ['accountGroup', ['accountInfo', 'accountSecurity']],
  ['mailGroup', ['display', 'send', 'pop', 'rules', 'vacation', 'forwarding', 'lists', 'spam']],
];
