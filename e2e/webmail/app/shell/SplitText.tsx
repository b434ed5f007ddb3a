/** A text whose numbers and units lie in elements of their own. */
export function SplitText({ text }: { text: string }) {
  const parts = [...text.matchAll(/(\d[\d.,]*)(\s*)([KMGT]?i?B?)|[^\d]+/g)];
  return parts.map((part) =>
    part[1] === undefined ? (
      <span key={part.index}>{part[0]}</span>
    ) : (
      <span key={part.index}>
        <b>{part[1]}</b>
        {part[2]}
        <i>{part[3]}</i>
      </span>
    ),
  );
}
