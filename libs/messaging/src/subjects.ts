import type { EventContract } from '@saathi/contracts';

/** The stream that keeps every event for a while. */
export const EVENT_STREAM = 'SAATHI';

/** Where an event of one person travels: its own subject, then the person. */
export const personalSubject = ({ subject }: EventContract, userId: string): string => `${subject}.${userId}`;

/** The stream that keeps the counts which all replicas see. */
export const COUNT_STREAM = 'LIMITS';

/** Where a count is kept. */
export const countSubject = (key: string): string => `limit.${key}`;

/** The name of the durable consumer that one app handles one event with. */
export const durableOf = (app: string, { subject }: EventContract): string =>
  `${app}_${subject.slice('event.'.length).replaceAll('.', '_')}`;

/** The app that answers a call. */
export const serviceOf = ({ subject }: { readonly subject: string }): string => subject.split('.')[1] ?? '';

/** Where the replicas of an app hear which of their streams should end. */
export const stopSubject = (app: string): string => `stop.${app}`;

/** What begins every subject that an app is answered on. */
export const inboxOf = (app: string): string => `_INBOX_${app}`;

/** Where an app takes the answers of one service: each service has a part that no other may answer in. */
export const answersOf = (caller: string, service: string): string => `${inboxOf(caller)}.answers.${service}`;

/** Where the frames of a call travel: up to its owner, down to its socket. A stale owner hears an old epoch: nothing. */
export const callSubject = (way: 'up' | 'down', callId: string, epoch: number | '*'): string =>
  `call.${way}.${callId}.${String(epoch)}`;
