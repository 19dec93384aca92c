import { DomainError, type PlanView } from '@saathi/contracts';
import type { Admission, Remake } from './turns.sql.js';

/** Why a message was not let in, or undefined if it was or is known already. */
export const refusalOf = (
  admission: Admission,
  limit: number,
  plans: readonly PlanView[],
): DomainError | undefined => {
  if (!admission.found) return new DomainError('not_found');
  if (admission.known_reply_id !== null) {
    return admission.known_same === true ? undefined : new DomainError('idempotency_key_reused');
  }
  if (admission.admitted_at !== null) return undefined;
  if (admission.ended) return new DomainError('session_ended', 'This session has ended. Start a new one.');
  if (admission.running)
    return new DomainError('reply_in_progress', 'A reply is still being written. Wait for it or stop it.');
  const used = admission.used ?? limit;
  return new DomainError('paywall_messages', `${String(used)} of ${String(limit)} free messages used.`, {
    limit,
    used,
    plans,
  });
};

/** Why a reply is not made again, or undefined if it is. */
export const refusalToRemake = ({ found, ended, state, opened }: Remake): DomainError | undefined => {
  if (!found) return new DomainError('not_found');
  if (opened) return undefined;
  if (ended) return new DomainError('session_ended', 'This session has ended. Start a new one.');
  if (state === 'running')
    return new DomainError('reply_in_progress', 'A reply is still being written. Wait for it or stop it.');
  return new DomainError('nothing_to_regenerate', 'The last message has its reply.');
};
