import { useEffect, useRef } from 'preact/hooks';
import type { MessageKey } from '../core/words.ts';
import { byPerson, Sheet } from './sheet.tsx';
import { Spotlight } from './spotlight.tsx';
import { useWords } from './words.ts';

/** Where the keyboard goes: on or back in the order of the page, or to the nearest in a direction. */
export type Move = 'next' | 'previous' | readonly [x: number, y: number];

interface Props {
  /** What the user is asked to point out. */
  what: MessageKey;
  candidate: { element: Element; text: string } | undefined;
  /** Why the last choice cannot be learned. */
  refusal: MessageKey | undefined;
  onPoint: (x: number, y: number) => void;
  onPress: (x: number, y: number) => void;
  onScroll: (event: WheelEvent) => void;
  /** Answers whether there was anything to go to. */
  onMove: (move: Move) => boolean;
  onTake: () => void;
  onReload: (() => void) | undefined;
  onClose: () => void;
}

const arrows: Record<string, Move> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** Lets the user point something out: a veil takes pointer and keys, so that nothing on the page does. */
export function Picker(props: Props) {
  const { what, candidate, refusal, onPoint, onPress, onScroll, onMove, onTake } = props;
  const { say } = useWords();
  const veil = useRef<HTMLDivElement>(null);
  useEffect(() => veil.current?.focus({ preventScroll: true }), []);
  const title = say(what);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.isTrusted || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Escape') return props.onClose();
    const move = event.key === 'Tab' ? (event.shiftKey ? 'previous' : 'next') : arrows[event.key];
    // Behind the last one Tab leads on to the card, as anywhere.
    if (move ? onMove(move) || event.key !== 'Tab' : event.key === 'Enter') event.preventDefault();
    if (event.key === 'Enter') onTake();
  };
  /** Hears a trusted event, of which the page then hears nothing. */
  const mine = (act?: (event: MouseEvent) => void) => (event: MouseEvent) => {
    event.stopPropagation();
    event.preventDefault();
    if (event.isTrusted) act?.(event);
  };
  return (
    <>
      <div
        ref={veil}
        class="veil"
        data-part="veil"
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys; Tab leads past it
        tabIndex={0}
        aria-label={title}
        aria-describedby="picker-keys"
        onKeyDown={onKeyDown}
        onPointerMove={(event) => event.isTrusted && onPoint(event.clientX, event.clientY)}
        onPointerDown={(event) => event.stopPropagation()}
        onPointerUp={(event) => event.stopPropagation()}
        onMouseDown={mine()}
        onMouseUp={mine()}
        onDblClick={mine()}
        onContextMenu={mine()}
        onClick={mine((event) => onPress(event.clientX, event.clientY))}
        onWheel={(event) => mine(() => onScroll(event))(event)}
      />
      <Spotlight field={candidate?.element} inCorner>
        <Sheet
          kind="card"
          label={say('cardLabel', title)}
          icon="mailmend"
          announcement={
            refusal ? say(refusal) : candidate ? candidate.text : `${title}. ${say('teachKeys')}`
          }
          onClose={props.onClose}
        >
          <h2>{title}</h2>
          <p>{say('teachPointer')}</p>
          <p class="soft" id="picker-keys">
            {say('teachKeys')}
          </p>
          {candidate && <p class="pointed">{candidate.text || say('teachNameless')}</p>}
          {refusal && <p class="alarm">{say(refusal)}</p>}
          <div class="actions">
            {props.onReload && (
              <button type="button" class="primary" onClick={byPerson(props.onReload)}>
                {say('reloadPage')}
              </button>
            )}
            <button type="button" onClick={byPerson(props.onClose)}>
              {say('close')}
            </button>
          </div>
        </Sheet>
      </Spotlight>
    </>
  );
}
