/** @typedef {import('../settings.mjs').StandIn} StandIn */

/**
 * What a person needs to know when everything runs, in at most twenty lines.
 * @param {{ ports: import('../ports.mjs').Ports, standIns: readonly StandIn[], publicUrl: string, logs: string,
 *   database: string, nats: string, seconds: number }} options
 *   `database` and `nats`: where they are, without a password
 * @returns {string}
 */
export const announcement = ({ ports, standIns, publicUrl, logs, database, nats, seconds }) => {
  const inbox = `http://127.0.0.1:${ports.mail}`;
  /**
   * @param {StandIn} name
   * @param {string} standIn
   * @param {string} real
   */
  const either = (name, standIn, real) => (standIns.includes(name) ? `stand-in ${standIn}` : real);
  const mailed = standIns.includes('mail') ? `the code appears at ${inbox}` : 'the code comes by mail';
  return `
Saathi is ready (${seconds.toFixed(1)} s)

  Saathi     ${publicUrl}
  API        ${publicUrl}/docs
  Mail       ${either('mail', `at ${inbox} shows every mail; SMTP_URL sends real ones`, 'by SMTP_URL')}
  Model      ${either('model', 'answers; OPENAI_API_KEY gives real answers', 'as OPENAI_* say')}
  Calls      ${either('voice', 'that knows a few sentences; SPEECH_BASE_URL hears everybody', 'as OPENAI_TRANSCRIBE_MODEL says, or else by the browser')}
  Payments   ${either('cashfree', `at http://127.0.0.1:${ports.cashfree}; CASHFREE_CLIENT_ID takes real ones`, 'as CASHFREE_* say')}
  Postgres   ${database}
  NATS       ${nats}
  Logs       ${logs}

Next: open ${publicUrl}; any e-mail address signs in, ${mailed}.
README.md has the same evening as commands.
Ctrl-C ends everything.
`;
};
