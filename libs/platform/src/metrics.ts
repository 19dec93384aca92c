import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

/** What this process counts; served at `/metrics`. No user id, address or text is ever a label. */
export const metrics = new Registry();

collectDefaultMetrics({ register: metrics });

const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export const httpRequestSeconds = new Histogram({
  name: 'http_request_duration_seconds',
  help: 'Time from the request to the end of its answer.',
  labelNames: ['route', 'method', 'status'],
  buckets: SECONDS,
  registers: [metrics],
});

export const rpcSeconds = new Histogram({
  name: 'rpc_duration_seconds',
  help: 'Time a call took in the service that answered it.',
  labelNames: ['subject', 'code'],
  buckets: SECONDS,
  registers: [metrics],
});

export const eventsHandled = new Counter({
  name: 'events_handled_total',
  help: 'Events taken from the stream, by outcome: done, retried, dead_lettered, or vanished with what they were about.',
  labelNames: ['subject', 'outcome'],
  registers: [metrics],
});

export const rateLimited = new Counter({
  name: 'rate_limited_total',
  help: 'Requests refused because there were too many, by whose they were: user, address.',
  labelNames: ['limited'],
  registers: [metrics],
});

export const wrongCodes = new Counter({
  name: 'otp_wrong_codes_total',
  help: 'Codes that were handed in and were wrong, for all addresses together.',
  registers: [metrics],
});

export const webhooksTaken = new Counter({
  name: 'webhooks_total',
  help: 'Webhooks of the payment provider, by outcome: processed, ignored, unknown_order, quarantined, stale, signature_invalid, failed.',
  labelNames: ['outcome'],
  registers: [metrics],
});

export const paymentsRefused = new Counter({
  name: 'payments_refused_total',
  help: 'Payments that were made and bought nothing, by reason.',
  labelNames: ['reason'],
  registers: [metrics],
});

export const callFirstWordsSeconds = new Histogram({
  name: 'call_first_words_seconds',
  help: 'On a call: time from what was said to the first words of the reply.',
  buckets: SECONDS,
  registers: [metrics],
});

export const callEndpointingSeconds = new Histogram({
  name: 'call_endpointing_seconds',
  help: 'On a call with sound: time from when somebody fell silent until their turn was over.',
  buckets: SECONDS,
  registers: [metrics],
});

export const callRecognitionSeconds = new Histogram({
  name: 'call_recognition_seconds',
  help: 'On a call with sound: time until it was known what somebody said.',
  buckets: SECONDS,
  registers: [metrics],
});

export const callVoiceToVoiceSeconds = new Histogram({
  name: 'call_voice_to_voice_seconds',
  help: 'On a call with sound: time from when somebody fell silent to the first sound of the reply.',
  buckets: SECONDS,
  registers: [metrics],
});

export const callInterruptions = new Counter({
  name: 'call_interruptions_total',
  help: 'Times a reply was held back on a call, by whether somebody meant to speak: true, false.',
  labelNames: ['meant'],
  registers: [metrics],
});

export const callUnderruns = new Counter({
  name: 'call_underruns_total',
  help: 'Times a voice ran dry at a caller before its end, as their client tells.',
  registers: [metrics],
});

export const callsEnded = new Counter({
  name: 'calls_ended_total',
  help: 'Calls that ended, by reason: done, idle, paywall, lost, session_ended, too_long.',
  labelNames: ['reason'],
  registers: [metrics],
});
