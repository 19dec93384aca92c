import type {
  AddMemoryBody,
  ChallengeView,
  ConsentListView,
  ConsentPurpose,
  ErasureReceiptView,
  LoginListView,
  MemoryView,
  MessageListView,
  MessageView,
  NoticeView,
  Page,
  PaymentView,
  PersonaVersionView,
  PersonaView,
  PlanType,
  PlanView,
  ProfileRequiredView,
  RegisterBody,
  ReportReason,
  SessionView,
  SignedInView,
  StartedCallView,
  SubscriptionView,
  SummaryFeedbackBody,
  SummaryHistoryItemView,
  SummaryView,
  TranscriptView,
  UpdateMemoryBody,
  UpdatePersonaBody,
  UpdateProfileBody,
  UsageView,
  UserView,
} from '@saathi/contracts';
import { ask, askJson } from './http';

/** One function a route; see docs/openapi.json for each. */
const EVENT_STREAM = 'text/event-stream';

const pageQuery = (limit: number, cursor?: string | null): string =>
  `?limit=${String(limit)}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`;

export const requestOtp = (email: string, locale: string): Promise<ChallengeView> =>
  askJson('POST', '/v1/auth/otp/request', { open: true, body: { email, locale } });

export const resendOtp = (challenge_id: string): Promise<ChallengeView> =>
  askJson('POST', '/v1/auth/otp/resend', { open: true, body: { challenge_id } });

export const verifyOtp = (challenge_id: string, otp: string): Promise<SignedInView | ProfileRequiredView> =>
  askJson('POST', '/v1/auth/otp/verify', { open: true, body: { challenge_id, otp } });

export const register = (body: RegisterBody): Promise<SignedInView> =>
  askJson('POST', '/v1/auth/register', { open: true, body });

export const logout = (): Promise<unknown> => ask('POST', '/v1/auth/logout');

export const logoutAll = (): Promise<unknown> => ask('POST', '/v1/auth/logout-all');

export const listLogins = (): Promise<LoginListView> => askJson('GET', '/v1/auth/logins');

export const endOtherLogin = (id: string): Promise<unknown> => ask('DELETE', `/v1/auth/logins/${id}`);

export const getMe = (): Promise<UserView> => askJson('GET', '/v1/me');

export const updateMe = (body: UpdateProfileBody): Promise<UserView> => askJson('PATCH', '/v1/me', { body });

export const getUsage = (): Promise<UsageView> => askJson('GET', '/v1/me/usage');

export const getNotice = (locale: string): Promise<NoticeView> =>
  askJson('GET', `/v1/notice?locale=${locale}`, { open: true });

export const listConsents = (): Promise<ConsentListView> => askJson('GET', '/v1/me/consents');

export const changeConsent = (purpose: ConsentPurpose, given: boolean): Promise<ConsentListView> =>
  askJson('PATCH', `/v1/me/consents/${purpose}`, { body: { given } });

export const eraseMe = (): Promise<ErasureReceiptView> => askJson('DELETE', '/v1/me');

/** @param accept `application/json`, or `text/html` for a page to read */
export const exportMe = async (accept: string): Promise<Blob> =>
  (await ask('GET', '/v1/me/export', { accept })).blob();

export const getSummary = (): Promise<SummaryView> => askJson('GET', '/v1/me/summary');

export const listSummaryHistory = (cursor?: string | null): Promise<Page<SummaryHistoryItemView>> =>
  askJson('GET', `/v1/me/summary/history${pageQuery(60, cursor)}`);

export const getPersona = (): Promise<PersonaView> => askJson('GET', '/v1/me/persona');

export const giveSummaryFeedback = (body: SummaryFeedbackBody): Promise<SummaryView> =>
  askJson('POST', '/v1/me/summary/feedback', { body });

export const updatePersona = (body: UpdatePersonaBody): Promise<PersonaView> =>
  askJson('PATCH', '/v1/me/persona', { body });

export const listPersonaVersions = (cursor?: string | null): Promise<Page<PersonaVersionView>> =>
  askJson('GET', `/v1/me/persona/versions${pageQuery(20, cursor)}`);

export const undoPersona = (): Promise<PersonaView> => askJson('POST', '/v1/me/persona/undo');

export const listMemories = (cursor?: string | null): Promise<Page<MemoryView>> =>
  askJson('GET', `/v1/me/memories${pageQuery(50, cursor)}`);

export const addMemory = (body: AddMemoryBody): Promise<MemoryView> =>
  askJson('POST', '/v1/me/memories', { body });

export const updateMemory = (id: string, body: UpdateMemoryBody): Promise<MemoryView> =>
  askJson('PATCH', `/v1/me/memories/${id}`, { body });

export const forgetMemory = (id: string): Promise<unknown> => ask('DELETE', `/v1/me/memories/${id}`);

/** Finds what the person said, in whatever script. */
export const searchMessages = (text: string): Promise<MessageListView> =>
  askJson('GET', `/v1/me/search?q=${encodeURIComponent(text)}`);

/** @param off_the_record whether nothing said in it is to be remembered */
export const startSession = (idempotencyKey: string, off_the_record: boolean): Promise<SessionView> =>
  askJson('POST', '/v1/sessions', { body: { type: 'chat', off_the_record }, idempotencyKey });

export const listSessions = (cursor?: string | null): Promise<Page<SessionView>> =>
  askJson('GET', `/v1/sessions${pageQuery(20, cursor)}`);

export const getSession = (id: string): Promise<SessionView> => askJson('GET', `/v1/sessions/${id}`);

export const endSession = (id: string): Promise<SessionView> => askJson('POST', `/v1/sessions/${id}/end`);

export const deleteSession = (id: string): Promise<unknown> => ask('DELETE', `/v1/sessions/${id}`);

export const deleteMessage = (id: string): Promise<unknown> => ask('DELETE', `/v1/messages/${id}`);

/** Reports a message of the companion. @param note in the person's own words; may be empty */
export const reportMessage = (id: string, reason: ReportReason, note: string): Promise<unknown> =>
  ask('POST', `/v1/messages/${id}/report`, { body: { reason, ...(note === '' ? {} : { note }) } });

/** Everything said in a session, at once. */
export const listMessages = async (id: string): Promise<readonly MessageView[]> => {
  const { messages }: TranscriptView = await askJson('GET', `/v1/sessions/${id}/transcript`);
  return messages;
};

/** Says something; the reply streams. */
export const sendMessage = (
  id: string,
  text: string,
  { key, signal }: { key: string; signal: AbortSignal },
): Promise<Response> =>
  ask('POST', `/v1/sessions/${id}/messages`, {
    body: { text },
    idempotencyKey: key,
    accept: EVENT_STREAM,
    signal,
  });

/** Makes the missing reply again; it streams. */
export const makeReplyAgain = (id: string, signal: AbortSignal): Promise<Response> =>
  ask('POST', `/v1/sessions/${id}/reply`, { accept: EVENT_STREAM, signal });

/** Joins the reply under way; 204 when there is none. */
export const joinReply = (id: string, lastEventId: number, signal: AbortSignal): Promise<Response> =>
  ask('GET', `/v1/sessions/${id}/reply`, { accept: EVENT_STREAM, lastEventId, signal });

export const stopReply = (id: string): Promise<unknown> => ask('POST', `/v1/sessions/${id}/reply/stop`);

export const listPlans = (): Promise<readonly PlanView[]> => askJson('GET', '/v1/plans', { open: true });

export const createPayment = (plan_type: PlanType, idempotencyKey: string): Promise<PaymentView> =>
  askJson('POST', '/v1/payments', { body: { plan_type }, idempotencyKey });

export const getPayment = (id: string): Promise<PaymentView> => askJson('GET', `/v1/payments/${id}`);

export const listPayments = (cursor?: string | null): Promise<Page<PaymentView>> =>
  askJson('GET', `/v1/payments${pageQuery(20, cursor)}`);

export const listSubscriptions = (): Promise<Page<SubscriptionView>> =>
  askJson('GET', `/v1/subscriptions${pageQuery(20)}`);

/** The ticket lets one in; it works once and for half a minute. */
export const openCall = (): Promise<StartedCallView> => askJson('POST', '/v1/calls', { body: {} });

/** What changes for the person, as it happens. */
export const openUpdates = (lastEventId: number | undefined, signal: AbortSignal): Promise<Response> =>
  ask('GET', '/v1/me/events', { accept: EVENT_STREAM, lastEventId, signal });
