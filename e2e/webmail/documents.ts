import type { Mailbox } from './mailbox.ts';
import { wordsOf } from './words/index.ts';

/** The one document of the client app, whatever the route. */
export function shell(mailbox: Mailbox, hash: string): string {
  const { product } = wordsOf(mailbox.language, mailbox.labels, mailbox.words);
  const lang = mailbox.documentLanguage === null ? '' : ` lang="${mailbox.documentLanguage}"`;
  return `<!doctype html>
<html${lang}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${product}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/stand-in/app-${hash}.css">
<script defer src="/stand-in/app-${hash}.js"></script>
</head>
<body><div id="root"></div></body>
</html>
`;
}

/** The administrator's console: another product on the same host. */
export function adminConsole(mailbox: Mailbox): string {
  const { adminConsole: title } = wordsOf(mailbox.language, mailbox.labels, mailbox.words);
  return `<!doctype html>
<html>
<head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,"></head>
<body><h1>${title}</h1></body>
</html>
`;
}
