import { SessionType } from '@saathi/contracts';

const MIN_CHAT_TURNS = 3;
const MIN_CALL_TURNS = 2;
const MIN_CALL_SECONDS = 30;

/** Whether a session was long enough to learn from. */
export const qualifies = (type: SessionType, userTurns: number, callSeconds: number): boolean =>
  type === SessionType.Chat
    ? userTurns >= MIN_CHAT_TURNS
    : userTurns >= MIN_CALL_TURNS && callSeconds >= MIN_CALL_SECONDS;
