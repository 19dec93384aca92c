import type { Page } from '@saathi/contracts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import {
  getMe,
  getNotice,
  getPayment,
  getPersona,
  getSession,
  getSummary,
  getUsage,
  listConsents,
  listLogins,
  listMemories,
  listMessages,
  listPayments,
  listPersonaVersions,
  listPlans,
  listSessions,
  listSummaryHistory,
  searchMessages,
} from './client';

/** What is read from the gateway, each under its key; events tell which keys are out of date. */
export const meQuery = queryOptions({ queryKey: ['me'], queryFn: getMe });

export const usageQuery = queryOptions({ queryKey: ['usage'], queryFn: getUsage });

export const plansQuery = queryOptions({ queryKey: ['plans'], queryFn: listPlans });

export const summaryQuery = queryOptions({ queryKey: ['summary'], queryFn: getSummary });

export const personaQuery = queryOptions({ queryKey: ['persona'], queryFn: getPersona });

export const sessionQuery = (id: string) =>
  queryOptions({ queryKey: ['sessions', id], queryFn: () => getSession(id) });

export const messagesQuery = (id: string) =>
  queryOptions({ queryKey: ['messages', id], queryFn: () => listMessages(id) });

export const noticeQuery = (locale: string) =>
  queryOptions({ queryKey: ['notice', locale], queryFn: () => getNotice(locale) });

export const loginsQuery = queryOptions({ queryKey: ['logins'], queryFn: listLogins });

export const consentsQuery = queryOptions({ queryKey: ['consents'], queryFn: listConsents });

export const paymentQuery = (id: string) =>
  queryOptions({ queryKey: ['payments', id], queryFn: () => getPayment(id) });

/**
 * A list that comes page by page.
 * @param read reads one page; without a cursor the first
 */
const pages = <Item>(queryKey: readonly string[], read: (cursor: string | null) => Promise<Page<Item>>) =>
  infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: noCursor(),
    getNextPageParam: ({ next_cursor }) => next_cursor,
  });

const noCursor = (): string | null => null;

export const sessionsQuery = pages(['sessions'], listSessions);

export const summaryHistoryQuery = pages(['summary', 'history'], listSummaryHistory);

export const personaVersionsQuery = pages(['persona', 'versions'], listPersonaVersions);

export const memoriesQuery = pages(['memories'], listMemories);

export const searchQuery = (text: string) =>
  queryOptions({ queryKey: ['search', text], queryFn: () => searchMessages(text) });

export const paymentsQuery = pages(['payments'], listPayments);
