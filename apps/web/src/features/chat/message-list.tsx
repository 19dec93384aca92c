import type { MessageView, Persona } from '@saathi/contracts';
import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { useRef, type ReactNode, type RefObject } from 'react';
import { useTexts } from '../../i18n/texts';
import { IconButton } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { Loading } from '../../ui/loading';
import type { ChatState } from './chat-state';
import { chatTexts } from './chat-texts';
import type { Conversation } from './conversation';
import { LiveEnd } from './live-end';
import { Message } from './message';
import { Opening } from './opening';
import { useStickToEnd } from './use-stick-to-end';

/** About as high as a message with its margins; each is measured once it is seen. */
const USUAL_HEIGHT = 96;
const OVERSCAN = 8;

interface MessageListProps {
  readonly persona: Persona;
  readonly state: ChatState;
  readonly conversation: Conversation | undefined;
  /** What comes after the last word. */
  readonly children?: ReactNode;
}

/** Everything said; only what is near the screen is in the page, however long the talk is. */
export const MessageList = ({ persona, state, conversation, children }: MessageListProps): ReactNode => {
  const t = useTexts(chatTexts);
  const scroller = useRef<HTMLDivElement>(null);
  const list = useMessageWindow(state.messages, scroller);
  const { isAway, toEnd, onScroll } = useStickToEnd(scroller, [list.getTotalSize(), state, children]);
  return (
    <div className="relative min-h-0 grow">
      <div
        ref={scroller}
        onScroll={onScroll}
        role="log"
        aria-live="off"
        aria-label={t.log}
        tabIndex={0}
        className="h-full overflow-y-auto px-3 py-4 outline-offset-[-3px]"
      >
        {state.isLoaded ? <Opening persona={persona} isEmpty={state.messages.length === 0} /> : <Loading />}
        <Window list={list} messages={state.messages} persona={persona} conversation={conversation} />
        <LiveEnd state={state} persona={persona} onAgain={() => void conversation?.again()} />
        {children}
      </div>
      {isAway ? (
        <IconButton
          label={t.toEnd}
          onClick={toEnd}
          className="absolute right-4 bottom-3 animate-fade border border-line bg-raised shadow-lift"
        >
          <Icon name="down" />
        </IconButton>
      ) : null}
    </div>
  );
};

type MessageWindow = Virtualizer<HTMLDivElement, HTMLDivElement>;

const useMessageWindow = (
  messages: readonly MessageView[],
  scroller: RefObject<HTMLDivElement | null>,
): MessageWindow =>
  useVirtualizer({
    count: messages.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => USUAL_HEIGHT,
    getItemKey: (index) => messages[index]?.id ?? index,
    overscan: OVERSCAN,
  });

interface WindowProps extends Pick<MessageListProps, 'persona' | 'conversation'> {
  readonly list: MessageWindow;
  readonly messages: readonly MessageView[];
}

const Window = ({ list, messages, persona, conversation }: WindowProps): ReactNode => (
  <div className="relative w-full" style={{ height: list.getTotalSize() }}>
    {list.getVirtualItems().map(({ key, index, start }) => {
      const message = messages[index];
      return message === undefined ? null : (
        <div
          key={key}
          data-index={index}
          ref={list.measureElement}
          className="absolute inset-x-0 top-0"
          style={{ transform: `translateY(${String(start)}px)` }}
        >
          <Message message={message} persona={persona} onRemoved={() => conversation?.removed(message.id)} />
        </div>
      );
    })}
  </div>
);
