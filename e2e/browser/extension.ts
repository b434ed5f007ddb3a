/** What a toolbar button shows for one tab. */
export interface Badge {
  text: string;
  title: string;
  /** The background as `#rrggbbaa`. */
  color: string;
}

/** The extension as a scenario handles it, in either browser; `Page` is the driver's own. */
export interface Extension<Page> {
  id: string;
  /** Opens popup.html in a tab of its own. */
  openPopup(): Promise<Page>;
  /** Opens report.html in a tab of its own. */
  openReport(): Promise<Page>;
  /** Opens any page of the extension, such as `options.html`. */
  open(path: string): Promise<Page>;
  badge(page: Page): Promise<Badge>;
  /** Whether the background is running. */
  alive(): Promise<boolean>;
  /** Ends the background as the browser does when it is idle. */
  kill(): Promise<void>;
  /** Reloads the extension as an update does; its pages close, its content scripts are orphaned. */
  reload(): Promise<void>;
  /** What the extension keeps in `storage.local`. */
  storage: Storage;
}

export interface Storage {
  get(): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  clear(): Promise<void>;
}

/** `#rrggbbaa` of the four bytes that browsers hand out. */
export function hexOf(bytes: Iterable<number>): string {
  return `#${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
