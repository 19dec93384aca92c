import { QueryClient } from '@tanstack/react-query';
import { Problem } from '../api/problem';

const FRESH_MS = 15_000;
const TRIES = 3;
const PAUSE_MS = 1000;

/** As long as the gateway says, or else longer with every try. */
const pauseBefore = (failures: number, error: Error): number => {
  const seconds = error instanceof Problem ? error.details.retry_after : undefined;
  return seconds === undefined ? PAUSE_MS * 2 ** failures : seconds * 1000;
};

/** Keeps what was read. Only what may pass is asked again by itself; everything else is shown. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      retry: (failures, error) => failures < TRIES && error instanceof Problem && error.mayPass,
      retryDelay: pauseBefore,
    },
  },
});
