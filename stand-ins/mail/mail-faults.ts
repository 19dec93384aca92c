import { Faults } from '../faults.js';

/**
 * `refuse` closes the connection at once, `greylist` says 451 and `reject` 550 to a recipient, `slow`
 * waits `ms` before it takes a mail.
 */
const MODES = ['refuse', 'greylist', 'reject', 'slow'] as const;

export type MailFaultMode = (typeof MODES)[number];
export type MailFaults = Faults<MailFaultMode>;

export const createMailFaults = (): MailFaults => new Faults(MODES);
