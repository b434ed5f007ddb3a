import { useCallback, useEffect, useRef } from 'react';

interface Props {
  title: string;
  html: string;
  className?: string;
  /** Text can be written in it. */
  editable?: boolean;
}

const style =
  'body{font:14px/1.7 system-ui,"Noto Sans CJK SC",sans-serif;margin:12px 4px}p{margin:0 0 12px}';

/** A frame of the page's own origin, without an address, that holds a mail's body. */
export function Frame({ title, html, className, editable = false }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const write = useCallback(() => {
    const inner = frame.current?.contentDocument;
    if (!inner) return;
    inner.head.innerHTML = `<meta name="color-scheme" content="light dark"><style>${style}</style>`;
    inner.documentElement.style.colorScheme = document.documentElement.style.colorScheme;
    inner.body.innerHTML = html;
    inner.designMode = editable ? 'on' : 'off';
  }, [html, editable]);
  useEffect(write, [write]);
  return <iframe ref={frame} title={title} className={className} onLoad={write} />;
}
