import type { Mailbox } from '../../mailbox.ts';
import type { Words } from '../../words/index.ts';

/** What the composer holds at first: nothing but the signature, or an answer to a mail. */
export function firstDraft(query: string | undefined, mailbox: Mailbox, words: Words) {
  const params = new URLSearchParams(query);
  const reply = params.get('reply');
  const mail = mailbox.mails.find(({ id }) => id === (reply ?? params.get('forward')));
  const signature = `<p><br></p><p>${mailbox.preferences.signature.replaceAll('\n', '<br>')}</p>`;
  if (mail === undefined) return { to: [], subject: '', html: signature };
  const quote = `<p>---- ${words.originalMail} ----</p><blockquote>${mail.body}</blockquote>`;
  const quoted = reply === null || mailbox.preferences.quoteOriginal;
  return {
    to: reply === null ? [] : [mail.from.address],
    subject: (reply === null ? words.forwardPrefix : words.replyPrefix) + mail.subject,
    html: quoted ? signature + quote : signature,
  };
}
