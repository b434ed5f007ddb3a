import { type Mail, manyMails, sampleMails } from './mails/index.ts';
import type { Rule } from './rule.ts';
import type { Labels, Language, Words } from './words/index.ts';

export type { Mail, Rule };

const GiB = 2 ** 30;

/** The pages of the settings that the stand-in has. */
export const settingsPages = {
  accountInfo: 'account-information',
  accountSecurity: 'account-security',
  display: 'display-setting',
  pop: 'pop-setting',
  send: 'receive-and-send',
  rules: 'mail-filter-rule-list',
  vacation: 'vacation-reply',
  forwarding: 'mail-forwarding',
  lists: 'black-white-list',
  spam: 'anti-spam',
};

export type SettingsPage = keyof typeof settingsPages;

export interface NumberFormat {
  /** Decimals at most; trailing zeros are dropped. */
  decimals: number;
  /** How a unit is spelt: 9.8 GB, 9.8 G or 9.8 GiB. All are counted in steps of 1024. */
  unit: 'GB' | 'G' | 'GiB';
  /** A space between number and unit. */
  space: boolean;
  /** A decimal comma in place of the point. */
  comma: boolean;
}

/** Settings no test varies one by one. */
export interface Preferences {
  popRange: 'all' | '30';
  readingMode: 'conversation' | 'single';
  undoSend: '0' | '10' | '30';
  quoteOriginal: boolean;
  signature: string;
  spamLevel: 'low' | 'medium' | 'high';
  spamThen: 'folder' | 'delete';
  blacklist: string[];
  whitelist: string[];
  clientPassword: boolean;
  vacation: { enabled: boolean; from: string; to: string; text: string; contactsOnly: boolean };
}

/** All that a test may vary of one account at one host, and what the server remembers of it. */
export interface Mailbox {
  /** Language of the whole interface. */
  language: Language;
  /** What the document names as its language; null: nothing. */
  documentLanguage: string | null;
  /** Generation of the labels: what the settings and their groups are called. */
  labels: Labels;
  /** Words in place of the generation's own, for wordings, languages and traps not foreseen. */
  words: Partial<Words>;
  /** The account's address. */
  address: string;
  /** The name shown beside the address. */
  displayName: string;

  /** Bytes used and in total; total null: unlimited. */
  storage: { used: number; total: number | null };
  /** Where the storage indicator stands. The account panel is not in the page until it is opened. */
  indicator: 'lower-left' | 'account-panel' | 'account-page' | 'nowhere';
  /** Its template, with {used} and {total}; null: the language's own. */
  indicatorText: string | null;
  /** How its numbers are written. */
  indicatorFormat: NumberFormat;
  /** Its text lies in several elements, numbers and units apart. */
  indicatorSplit: boolean;
  /** Milliseconds until it shows its text after the page was opened. */
  indicatorDelay: number;
  /** What it shows until then; empty: nothing. */
  indicatorPlaceholder: string;
  /** A text to show word for word instead of any number, without the bar below it; null: none. */
  indicatorLiteral: string | null;

  /**
   * What the choices on the settings pages are made of. With `switch` and `fusion-switch` those that
   * are on or off are switches: Ant Design's without a word, Fusion's with its value's word in it.
   */
  controls: 'antd' | 'native' | 'radio' | 'fusion' | 'switch' | 'fusion-switch';
  /**
   * How a setting is saved: at once on change, or by a button. It may also fail (an error is shown,
   * nothing is kept) or revert (success is shown, nothing is kept), then by a button too.
   */
  saving: 'at-once' | 'button' | 'fails' | 'reverts';
  /** Saved at once on change, even where saving fails or reverts. */
  savesAtOnce: boolean;
  /** One button saves the page of sending, or each of its sections has its own. */
  saveButtons: 'page' | 'sections';
  /** A spinner covers what a settings page shows. */
  covered: boolean;
  /** The title of a settings page stays above what scrolls. */
  stickyHeader: boolean;
  /** Entries of the settings' left pane: real links routed by the client, or elements with handlers. */
  navigation: 'links' | 'plain';
  /** Whether the left pane groups its entries. */
  grouped: boolean;
  /** Whether its groups are unfolded at first. */
  groupsOpen: boolean;
  /** Whether Settings opens the quick panel first, or goes straight to the settings. */
  quickPanel: boolean;
  /** The settings pages work, show an error, or stay an empty shell. */
  settingsPages: 'ok' | 'error' | 'empty';
  /** Milliseconds until a settings page shows its content. */
  settingsDelay: number;
  /** Last part of each settings page's address. */
  slugs: Record<SettingsPage, string>;

  /** May receiving software (POP) delete mail on the server? */
  popDeletion: 'allowed' | 'not-allowed';
  /** Is POP on at all? If not, the POP page says so and its choices are disabled. */
  popEnabled: boolean;
  /** Which sent mail is copied to Sent. */
  saveToSent: 'all' | 'webmail' | 'clients' | 'none';
  /** Receiving rules, in order. */
  rules: Rule[];
  /** How the rule list marks a rule that is on: a switch, or a green dot with a word. */
  ruleMark: 'switch' | 'text';
  /** What the rule list is made of: a table, cards, or plain blocks of one sentence each. */
  ruleList: 'table' | 'cards' | 'blocks';
  /** How many rules a page of the list holds; null: all in one, which scrolls within the page. */
  rulesPerPage: number | null;
  /**
   * Milliseconds from the moment the rules page is opened until the server turns the order of the
   * rules round, once; then it is 0 again. 0: never.
   */
  rulesChange: number;
  /** Automatic forwarding; null: off. */
  forwarding: { to: string; keepsCopy: boolean } | null;
  /** What turns forwarding on: a switch, or one of two radio buttons; or it has no page at all. */
  forwardingPage: 'switch' | 'radio' | 'nowhere';
  /** All the other settings. */
  preferences: Preferences;

  /** All mail, newest first within a folder. */
  mails: Mail[];
  /** The user's own folders, by id. */
  folders: Record<string, string>;

  /** Without it each route leads to the sign-in page; an app already on screen stays there. */
  signedIn: boolean;
  /** Current interface, or the old one under /alimail/ with its hash routes. */
  ui: 'v5' | 'old';
  /** The version part of the current interface's addresses. */
  version: string;
  /** Light or dark. */
  theme: 'light' | 'dark';
  /** Milliseconds each answer of the server takes. */
  latency: number;
}

/** What a test gives: any part of a mailbox; for mails also just how many the Inbox shall hold. */
export type MailboxPatch = Partial<Omit<Mailbox, 'mails'>> & { mails?: Mail[] | number };

/** The settings that the app itself may save. */
export const savedKeys = [
  'popDeletion',
  'saveToSent',
  'rules',
  'forwarding',
  'preferences',
  'theme',
] as const satisfies (keyof Mailbox)[];

export type Settings = Pick<Mailbox, (typeof savedKeys)[number]>;

export function mailboxOf({ mails, ...patch }: MailboxPatch = {}): Mailbox {
  const language = patch.language ?? 'en';
  const labels = patch.labels ?? 'newer';
  const chinese = language.startsWith('zh');
  return {
    language,
    documentLanguage: null,
    labels,
    words: {},
    address: 'lin.wei@example.com',
    displayName: chinese ? '林薇' : 'Lin Wei',
    storage: { used: 9.8 * GiB, total: 10 * GiB },
    indicator: 'lower-left',
    indicatorText: null,
    indicatorFormat: { decimals: 1, unit: 'GB', space: true, comma: false },
    indicatorSplit: false,
    indicatorDelay: 0,
    indicatorPlaceholder: '',
    indicatorLiteral: null,
    controls: 'antd',
    saving: 'button',
    savesAtOnce: false,
    saveButtons: 'page',
    covered: false,
    stickyHeader: false,
    navigation: 'links',
    grouped: true,
    groupsOpen: true,
    quickPanel: labels === 'newer',
    settingsPages: 'ok',
    settingsDelay: 150,
    slugs: { ...settingsPages },
    popDeletion: 'allowed',
    popEnabled: true,
    saveToSent: 'webmail',
    rules: sampleRules(chinese),
    ruleMark: 'switch',
    ruleList: 'table',
    rulesPerPage: 10,
    rulesChange: 0,
    forwarding: null,
    forwardingPage: 'switch',
    preferences: {
      popRange: 'all',
      readingMode: 'single',
      undoSend: '10',
      quoteOriginal: true,
      signature: chinese ? '林薇\n采购部' : 'Lin Wei\nPurchasing',
      spamLevel: 'medium',
      spamThen: 'folder',
      blacklist: ['@deals.example.net'],
      whitelist: ['orders@harbour.example.org'],
      clientPassword: false,
      vacation: { enabled: false, from: '', to: '', text: '', contactsOnly: false },
    },
    mails: Array.isArray(mails)
      ? mails
      : mails === undefined
        ? sampleMails(language)
        : manyMails(language, mails),
    folders: {
      '101': chinese ? '发票' : 'Invoices',
      '102': chinese ? '项目周报' : 'Project reports',
    },
    signedIn: true,
    ui: 'v5',
    version: 'v5.1',
    theme: 'light',
    latency: 20,
    ...patch,
  };
}

function sampleRules(chinese: boolean): Rule[] {
  return [
    {
      id: 'r1',
      name: chinese ? '发票归档' : 'File invoices',
      enabled: true,
      match: 'all',
      conditions: [{ field: 'subject', words: chinese ? ['发票'] : ['invoice'] }],
      actions: [{ type: 'move', folder: '101' }],
      stop: false,
    },
    {
      id: 'r2',
      name: chinese ? '订阅邮件' : 'Newsletters',
      enabled: true,
      match: 'any',
      conditions: [{ field: 'from', words: ['newsletter@', 'news@'] }],
      actions: [{ type: 'label', label: chinese ? '订阅' : 'Reading' }],
      stop: true,
    },
    {
      id: 'r3',
      name: chinese ? '旧供应商' : 'Former supplier',
      enabled: false,
      match: 'all',
      conditions: [{ field: 'from', words: ['@oldmill.example.org'] }],
      actions: [{ type: 'delete' }],
      stop: true,
    },
  ];
}
