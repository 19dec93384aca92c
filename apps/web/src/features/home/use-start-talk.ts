import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useLocation } from 'wouter';
import { startSession } from '../../api/client';
import { sessionQuery } from '../../api/queries';
import { keepDraft } from '../chat/draft';

export interface StartTalk {
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly plain: () => void;
  /** Begins with a line already written, to be sent or changed. */
  readonly withLine: (line: string) => void;
  /** Begins one of which nothing is remembered. */
  readonly offTheRecord: () => void;
}

interface Wish {
  readonly line?: string;
  readonly off?: boolean;
}

/**
 * Opens a chat, or goes on with the one that is open.
 * @param openSession the one that is open
 */
export const useStartTalk = (openSession?: string): StartTalk => {
  const [, go] = useLocation();
  const queries = useQueryClient();
  // A second try after a lost answer finds the session of the first; one off the record is another.
  const keys = useRef(newKeys());
  const start = useMutation({
    mutationFn: async ({ line = '', off = false }: Wish) => {
      const id = openSession === undefined || off ? await open(off) : openSession;
      if (line !== '') keepDraft(id, line);
      return id;
    },
    onSuccess: (id) => {
      go(`/chat/${id}`);
    },
  });
  const open = async (off: boolean): Promise<string> => {
    const session = await startSession(keys.current[off ? 'off' : 'on'], off);
    keys.current = newKeys();
    queries.setQueryData(sessionQuery(session.id).queryKey, session);
    void queries.invalidateQueries({ queryKey: ['sessions'], exact: true });
    return session.id;
  };
  return {
    isPending: start.isPending,
    error: start.error,
    plain: () => {
      start.mutate({});
    },
    withLine: (line) => {
      start.mutate({ line });
    },
    offTheRecord: () => {
      start.mutate({ off: true });
    },
  };
};

const newKeys = () => ({ on: crypto.randomUUID(), off: crypto.randomUUID() });
