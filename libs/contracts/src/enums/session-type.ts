/** How a session is held. */
export const SessionType = {
  Chat: 'chat',
  Call: 'call',
} as const;
export type SessionType = (typeof SessionType)[keyof typeof SessionType];
