import type { SessionView } from '@saathi/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { sessionQuery } from '../../api/queries';
import { isProblem } from '../../api/problem';
import { Loading } from '../../ui/loading';
import { ProblemNotice } from '../../ui/notice';
import { Paywall } from '../passes/paywall';
import { tintOf } from '../personas/persona-texts';
import { ChatHeader } from './chat-header';
import { emptyChat } from './chat-state';
import { Composer } from './composer';
import { keepDraft } from './draft';
import { EndCard } from './end-card';
import { MessageList } from './message-list';
import { useConversation } from './use-conversation';

const PENDING_POLL_MS = 1500;

interface ChatProps {
  readonly id: string;
}

/** A session: the talk under way, or one to read again with what it taught. */
export const Chat = ({ id }: ChatProps): ReactNode => {
  const session = useQuery({
    ...sessionQuery(id),
    // An event says when the summary is there; asking as well costs little and misses nothing.
    refetchInterval: ({ state }) => (state.data?.summary_status === 'pending' ? PENDING_POLL_MS : false),
  });
  if (session.isPending) return <Loading />;
  if (session.isError) {
    return (
      <main className="mx-auto grid max-w-md gap-4 p-6">
        <ProblemNotice error={session.error} onRetry={() => void session.refetch()} />
      </main>
    );
  }
  return <Talk session={session.data} />;
};

interface TalkProps {
  readonly session: SessionView;
}

const Talk = ({ session }: TalkProps): ReactNode => {
  const { id, persona_snapshot, ended_at } = session;
  const { state, conversation } = useConversation(id, emptyChat);
  const [isWall, setIsWall] = useState(false);
  const say = async (text: string): Promise<boolean> => {
    const isTaken = (await conversation?.say(text)) === true;
    const isRefused = isProblem(conversation?.snapshot().problem, 'paywall_messages');
    if (isRefused) setIsWall(true);
    // What could not be said is still there to be sent later.
    if (!isTaken) keepDraft(id, text);
    return isTaken;
  };
  return (
    <main style={tintOf(persona_snapshot.base)} className="mx-auto flex h-dvh max-w-3xl flex-col">
      <ChatHeader session={session} />
      <MessageList persona={persona_snapshot.base} state={state} conversation={conversation}>
        {ended_at === null || !state.isLoaded ? null : <EndCard session={session} />}
      </MessageList>
      {ended_at === null ? (
        <Composer id={id} state={state} onSay={say} onStop={() => void conversation?.stop()} />
      ) : null}
      <Paywall
        open={isWall}
        onClose={() => {
          setIsWall(false);
        }}
        problem={state.problem}
      />
    </main>
  );
};
