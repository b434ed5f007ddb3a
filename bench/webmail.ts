/** A webmail page that does nothing but what the benchmark asks of it. */
export const origin = 'https://qiye.aliyun.com';
const inbox = `${origin}/alimail/entries/v5.1/mail/inbox/all`;

/** What the page can be asked to do; it stands on the page's own `window`. */
export interface Driver {
  /** Replaces so many rows of the list, in every so many of so many frames. */
  churn(frames: number, rows: number, every: number): Promise<void>;
  /** Lets so many frames pass; `moving` shifts the column of folders in each. */
  pass(frames: number, moving: boolean): Promise<void>;
  /** Changes what the storage indicator shows, and says when (ms since 1970). */
  fill(used: string): number;
}

declare global {
  interface Window {
    driver: Driver;
  }
}

/** Rows in the list, GB of 10 that are used, and a script that the page brings along. */
export interface Mailbox {
  rows: number;
  used: string;
  script?: string;
}

/** The address of the page that shows a mailbox. */
export const addressOf = (mailbox: Mailbox) =>
  `${inbox}?${new URLSearchParams({ ...mailbox, rows: String(mailbox.rows) })}`;

const folders = ['Inbox', 'Unread', 'Starred', 'Sent', 'Drafts', 'Junk', 'Trash', 'Archive'];

const style = `
  body { margin: 0; height: 100vh; display: flex; flex-direction: column; font: 13px sans-serif }
  header { height: 32px; padding: 8px; display: flex; justify-content: space-between }
  .panes { flex: 1; min-height: 0; display: flex }
  aside { width: 200px; padding: 8px; display: flex; flex-direction: column }
  ul { flex: 1; margin: 8px 0; padding: 0; list-style: none }
  li { height: 28px }
  main { width: 420px; overflow: auto; contain: strict }
  section { flex: 1; padding: 16px; overflow: auto }
  article { height: 56px; contain: strict }
`;

/** Rows are made ahead of time, so that a churn is nothing but the replacing of rows. */
const driver = (rows: number) => `
  const list = document.querySelector('main');
  const row = (_, number) => {
    const article = document.createElement('article');
    for (const text of ['Sender', 'Used 9.8 GB / Total 10 GB, writes', 'Dear all, this is mail']) {
      article.appendChild(document.createElement('p')).textContent = text + ' ' + number;
    }
    return article;
  };
  list.append(...Array.from({ length: ${rows} }, row));
  const frames = (count, work) => new Promise((resolve) => {
    const step = (frame) => {
      if (frame === count) return resolve();
      work(frame);
      requestAnimationFrame(() => step(frame + 1));
    };
    requestAnimationFrame(() => step(0));
  });
  window.driver = {
    churn(count, rows, every) {
      const fresh = Array.from({ length: count * rows }, row);
      let at = 0;
      return frames(count, (frame) => {
        if (frame % every !== 0) return;
        for (let i = 0; i < rows; i += 1, at += 1) {
          list.children[at % list.children.length].replaceWith(fresh[at]);
        }
      });
    },
    pass: (count, moving) => frames(count, (frame) => {
      const column = document.querySelector('aside');
      if (moving) column.style.transform = 'translateX(' + (frame % 40) + 'px)';
    }),
    fill(used) {
      document.querySelector('.storage').textContent = 'Used: ' + used + ' GB / Total: 10 GB';
      return Date.now();
    },
  };
`;

/** The page that shows a mailbox, as its server would send it. */
export function pageOf(query: URLSearchParams): string {
  const script = query.get('script');
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Inbox</title>
<style>${style}</style>
${script ? `<script src="${script}"></script>` : ''}
<header>
  <strong>Mail</strong>
  <input placeholder="Search mail">
  <nav><a href="#help">Help</a> <a href="#settings">Settings</a></nav>
</header>
<div class="panes">
  <aside>
    <button>Compose</button>
    <ul>${folders.map((name) => `<li><a href="#${name}">${name}</a></li>`).join('')}</ul>
    <div class="storage">Used: ${query.get('used')} GB / Total: 10 GB</div>
  </aside>
  <main></main>
  <section>${'<p>Dear all, the figures of the quarter are below.</p>'.repeat(40)}</section>
</div>
<script>${driver(Number(query.get('rows')))}</script>
</html>`;
}
