/** The applications that touch the database. The gateway is not among them. */
export type DatabaseApp = 'auth' | 'conversation' | 'summary' | 'billing';

/** The database role an application works as. */
export const roleOf = (app: DatabaseApp): string => `saathi_${app}`;

type Verb = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';
/** A verb on the whole table, or on some of its columns. */
type Right = Verb | { readonly verb: 'SELECT' | 'INSERT' | 'UPDATE'; readonly columns: readonly string[] };

const ALL: readonly Right[] = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'];
const READ: readonly Right[] = ['SELECT'];

const SUMMARY_COLUMNS = [
  'partner_type_one_liner',
  'top_3_traits_you_value',
  'what_you_might_work_on',
  'next_time_focus',
  'love_language_guess',
  'communication_fit',
  'confidence_score',
];

/**
 * Who may do what with which table. This is the whole of it: the migration command takes every
 * other right away. `docs/architecture.md` says the same in prose, and a test compares the two.
 */
export const ownership: Readonly<Record<string, Partial<Record<DatabaseApp, readonly Right[]>>>> = {
  users: {
    auth: [
      'SELECT',
      { verb: 'INSERT', columns: ['id', 'name', 'email', 'phone_number', 'gender', 'persona', 'locale'] },
      { verb: 'UPDATE', columns: ['name', 'phone_number', 'gender', 'persona', 'locale'] },
      'DELETE',
    ],
    conversation: READ,
    summary: ['SELECT', { verb: 'UPDATE', columns: ['persona_prompt'] }],
    billing: ['SELECT', { verb: 'UPDATE', columns: ['premium_user'] }],
  },
  otp_logins: { auth: ALL },
  otp_challenges: { auth: ALL },
  otp_deliveries: { auth: ALL },
  registrations: { auth: ALL },
  logins: { auth: ALL },
  refresh_tokens: { auth: ALL },
  consents: { auth: ALL, summary: READ },
  otp_address_failures: { auth: ALL },
  otp_client_tries: { auth: ALL },
  security_events: { auth: ['SELECT', 'INSERT', 'DELETE'] },
  erasures: { auth: ['SELECT', 'INSERT', 'UPDATE'] },
  operators: { auth: ['SELECT', 'INSERT', { verb: 'UPDATE', columns: ['removed_at'] }] },
  operator_logins: { auth: ['SELECT', 'INSERT', { verb: 'UPDATE', columns: ['ended_at'] }] },
  // A deed and its record are one transaction, so whoever does it writes it down.
  operator_actions: { auth: ['SELECT', 'INSERT'], billing: ['INSERT'] },

  sessions: {
    conversation: [
      'SELECT',
      { verb: 'INSERT', columns: ['id', 'user_id', 'type', 'persona_snapshot'] },
      { verb: 'UPDATE', columns: ['ended_at'] },
      'DELETE',
    ],
    summary: ['SELECT', { verb: 'UPDATE', columns: SUMMARY_COLUMNS }],
  },
  messages: { conversation: ALL, summary: READ },
  message_search: { conversation: ALL },
  message_vectors: { conversation: ALL },
  off_record_sessions: { conversation: ['SELECT', 'INSERT'], summary: READ },
  calls: { conversation: ALL, summary: READ },
  call_leases: { conversation: ['SELECT', 'INSERT', 'UPDATE'] },
  turns: { conversation: ALL },
  idempotency_keys: { conversation: ALL },
  safety_events: { conversation: ['SELECT', 'INSERT'], summary: READ },
  // For those who look after the service, with the owner's account.
  safety_by_year: {},
  disclosures: { conversation: ['SELECT', 'INSERT'] },
  message_reports: { conversation: ALL },
  model_calls: { conversation: ['SELECT', 'INSERT'], summary: ['INSERT'] },

  user_summary_latest: { summary: ALL, conversation: READ },
  session_summaries: { summary: ALL, conversation: READ },
  summary_evidence: { summary: ALL },
  confidence_events: { summary: ALL },
  summary_feedback: { summary: ALL },
  user_summary_versions: { summary: ['SELECT', 'INSERT', 'DELETE'] },
  // Written by triggers.
  summaries_to_merge: { summary: ['SELECT', 'DELETE'] },
  memories: { summary: ALL, conversation: READ },
  forgotten_messages: { summary: ['SELECT', 'INSERT'], conversation: READ },
  persona_versions: { summary: ['SELECT', 'INSERT'], conversation: READ },
  dead_letters: { summary: ALL },

  subscriptions: { billing: ALL, conversation: READ },
  payments: { billing: ALL },
  billing_orders: { billing: ALL },
  payment_events: { billing: ALL },
  payment_attempts: { billing: ALL },
  refunds: { billing: ALL },

  usage_stats: { conversation: READ, billing: READ },
};

/** Functions that run with the owner's rights, and who may call them. */
export const callable: Readonly<Record<string, readonly DatabaseApp[]>> = {
  'lock_usage_stats(UUID)': ['auth', 'conversation'],
  'lock_person(UUID)': ['conversation'],
  'is_in_crisis(UUID)': ['conversation', 'summary'],
};
