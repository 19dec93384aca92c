/**
 * What earlier versions of our processes say, subject by subject: newer ones must still understand it, since
 * during a rolling update both are at work. Add to it, never change it.
 */
const user_id = '019a2b3c-0000-7000-8000-000000000001';
const id = '019a2b3c-0000-7000-8000-000000000002';
const origin = { client_ip: '203.0.113.7' };

export const earlierPayloads: Record<string, readonly object[]> = {
  'rpc.auth.request_otp': [
    { email: 'asha@example.com', origin },
    { email: 'asha@example.com', locale: 'en-IN', origin: { client_ip: '::1', user_agent: 'curl/8' } },
  ],
  'rpc.auth.resend_otp': [{ challenge_id: id }],
  'rpc.auth.verify_otp': [{ challenge_id: id, otp: '१२३४५६', origin }],
  'rpc.auth.register': [
    { registration_token: 't', name: 'आशा', gender: 'female', is_adult: true, accepted_terms: true, origin },
    {
      registration_token: 't',
      name: 'Om',
      gender: 'prefer_not_to_say',
      persona: 'calm_mature',
      phone_number: '+919876543210',
      locale: 'hi-Latn-IN',
      is_adult: false,
      accepted_terms: true,
      origin,
    },
  ],
  'rpc.auth.refresh': [{ refresh_token: 'r' }],
  'rpc.auth.logout': [{ user_id, login_id: id }],
  'rpc.auth.logout_all': [{ user_id }],
  'rpc.auth.list_logins': [{ user_id, login_id: id }],
  'rpc.auth.revoke_login': [{ user_id, login_id: id }],
  'rpc.auth.get_jwks': [{}],
  'rpc.auth.get_profile': [{ user_id }],
  'rpc.auth.update_profile': [
    { user_id },
    { user_id, name: 'Asha', phone_number: null, persona: 'bold_confident' },
  ],
  'rpc.auth.list_security_events': [
    { user_id, limit: 20 },
    { user_id, limit: 1, cursor: 'c' },
  ],
  'rpc.auth.list_consents': [{ user_id }],
  'rpc.auth.change_consent': [{ user_id, login_id: id, purpose: 'evolution', given: false }],
  'rpc.auth.export_rows': [{ user_id, login_id: id }],
  'rpc.auth.erase_person': [{ user_id }],
  'rpc.auth.get_erasure': [{ id }],
  'rpc.auth.request_operator_otp': [{ email: 'om@example.com', locale: 'en-IN', origin }],
  'rpc.auth.verify_operator_otp': [{ challenge_id: id, otp: '123456', origin }],
  'rpc.auth.admit_operator': [{ operator_id: id, login_id: id }],
  'rpc.auth.sign_out_operator': [{ operator_id: id, login_id: id }],
  'rpc.auth.list_operator_actions': [
    { operator_id: id, limit: 20 },
    { operator_id: id, limit: 1, cursor: 'c' },
  ],
  'rpc.auth.get_overview': [{}],
  'rpc.conversation.get_overview': [{}],
  'rpc.summary.get_overview': [{}],
  'rpc.billing.get_overview': [{}],
  'rpc.conversation.export_rows': [{ user_id }],
  'rpc.summary.export_rows': [{ user_id }],
  'rpc.billing.export_rows': [{ user_id }],
  'rpc.conversation.start_session': [
    { user_id, type: 'chat' },
    { user_id, type: 'chat', idempotency_key: 'k' },
  ],
  'rpc.conversation.list_sessions': [
    { user_id, limit: 20 },
    { user_id, limit: 1, type: 'call', cursor: 'c' },
  ],
  'rpc.conversation.get_session': [{ user_id, id }],
  'rpc.conversation.end_session': [{ user_id, id }],
  'rpc.conversation.delete_session': [{ user_id, id }],
  'rpc.conversation.delete_message': [{ user_id, id }],
  'rpc.conversation.list_messages': [{ user_id, session_id: id, limit: 100 }],
  'rpc.conversation.get_transcript': [{ user_id, id }],
  'rpc.conversation.send_message': [
    { user_id, session_id: id, text: 'नमस्ते', tag: 'general' },
    { user_id, session_id: id, text: 'hi', tag: 'evaluation', idempotency_key: 'k' },
  ],
  'rpc.conversation.remake_reply': [{ user_id, session_id: id }],
  'rpc.conversation.find_reply': [{ user_id, session_id: id }],
  'rpc.conversation.stop_reply': [{ reply_id: id }],
  'rpc.conversation.rescue_reply': [
    { user_id, reply_id: id, heard: 'Main' },
    { user_id, reply_id: id, heard: null },
  ],
  'rpc.conversation.join_reply': [{ reply_id: id, after: 0 }],
  'rpc.summary.get_summary': [{ user_id }],
  'rpc.summary.list_history': [{ user_id, limit: 20 }],
  'rpc.summary.get_persona': [{ user_id }],
  'rpc.billing.get_usage': [{ user_id }],
  'rpc.billing.list_plans': [{}],
  'rpc.billing.create_payment': [
    { user_id, plan_type: 'daily' },
    { user_id, plan_type: 'weekly', phone_number: '9876543210', idempotency_key: 'k' },
  ],
  'rpc.billing.get_payment': [{ user_id, id }],
  'rpc.billing.list_payments': [{ user_id, limit: 20 }],
  'rpc.billing.list_subscriptions': [{ user_id, limit: 20 }],
  'rpc.billing.get_current_subscription': [{ user_id }],
  'rpc.billing.accept_webhook': [
    {
      raw_body_base64: 'e30=',
      signature: 's',
      timestamp: '1746427759733',
      version: '2025-01-01',
      attempt: '1',
    },
    { raw_body_base64: '', signature: null, timestamp: null, version: null, attempt: null },
  ],
  'event.account.closed': [{ user_id }],
  'event.session.ended': [{ user_id, session_id: id }],
  'event.session.deleted': [{ user_id, session_id: id }],
  'event.message.deleted': [{ user_id, session_id: id, message_id: id }],
  'event.summary.updated': [
    { user_id, session_id: id, confidence_score: 7.8 },
    { user_id, session_id: id, confidence_score: null },
  ],
  'event.persona.updated': [{ user_id, persona: 'sweet_supportive', revision: 3 }],
  'event.payment.updated': [{ user_id, payment_id: id, status: 'success' }],
  'event.subscription.activated': [
    {
      user_id,
      subscription_id: id,
      plan_type: 'daily',
      start_date: '2026-11-23T00:00:00.000Z',
      end_date: '2026-11-24T00:00:00.000Z',
    },
  ],
  'event.usage.updated': [
    { user_id, total_messages: 3, messages_left: 17 },
    { user_id, total_messages: 30, messages_left: null },
  ],
  'event.login.revoked': [{ user_id, login_id: id }],
  'event.event.dead_lettered': [
    {
      user_id,
      subject: 'event.session.ended',
      consumer: 'summary',
      payload: '{}',
      reason: 'internal',
      deliveries: 5,
      failed_at: '2026-11-23T00:00:00.000Z',
    },
  ],
};
