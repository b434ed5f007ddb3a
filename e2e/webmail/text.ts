/** What a mail's body says, without its markup. */
export function textOf(html: string): string {
  return html.replace(/<[^>]*>/g, ' ');
}
