import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import {
  getMe,
  getPersona,
  getSession,
  getSummary,
  getUsage,
  listPlans,
  listSessions,
  listSummaryHistory,
} from './client';

/** What is read from the gateway, each under its key; events tell which keys are out of date. */
export const meQuery = queryOptions({ queryKey: ['me'], queryFn: getMe });

export const usageQuery = queryOptions({ queryKey: ['usage'], queryFn: getUsage });

export const plansQuery = queryOptions({ queryKey: ['plans'], queryFn: listPlans });

export const summaryQuery = queryOptions({ queryKey: ['summary'], queryFn: getSummary });

export const personaQuery = queryOptions({ queryKey: ['persona'], queryFn: getPersona });

export const sessionQuery = (id: string) =>
  queryOptions({ queryKey: ['sessions', id], queryFn: () => getSession(id) });

/** Without a cursor a list begins at its first page. */
const firstPage = (): string | null => null;

export const sessionsQuery = infiniteQueryOptions({
  queryKey: ['sessions'],
  queryFn: ({ pageParam }) => listSessions(pageParam),
  initialPageParam: firstPage(),
  getNextPageParam: ({ next_cursor }) => next_cursor,
});

export const summaryHistoryQuery = infiniteQueryOptions({
  queryKey: ['summary', 'history'],
  queryFn: ({ pageParam }) => listSummaryHistory(pageParam),
  initialPageParam: firstPage(),
  getNextPageParam: ({ next_cursor }) => next_cursor,
});
