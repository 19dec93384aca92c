import { useEffect, useState, useSyncExternalStore } from 'react';
import { onUpdate } from '../../app/updates';
import type { ChatState } from './chat-state';
import { Conversation } from './conversation';

export interface Talk {
  readonly state: ChatState;
  readonly conversation: Conversation | undefined;
}

const nobody = (): (() => void) => () => undefined;

/** The talk of a session, for as long as it is on the screen. */
export const useConversation = (id: string, empty: ChatState): Talk => {
  const [conversation, setConversation] = useState<Conversation>();
  useEffect(() => {
    const opened = new Conversation(id);
    setConversation(opened);
    const refresh = (): void => void opened.refresh();
    refresh();
    // Something said on another device shows itself as a message that was counted.
    const stopListening = onUpdate('usage.updated', () => {
      opened.counted();
    });
    addEventListener('focus', refresh);
    return () => {
      removeEventListener('focus', refresh);
      stopListening();
      opened.leave();
    };
  }, [id]);
  const state = useSyncExternalStore(
    conversation?.subscribe ?? nobody,
    conversation?.snapshot ?? (() => empty),
  );
  return { state, conversation };
};
