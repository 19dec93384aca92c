import type { DoneFrame, MessageFrame, MessageView, ReplyFrame } from '@saathi/contracts';

/** The first frame: what was said, and the id of the reply to come. */
export const messageFrame = (
  message: MessageView,
  reply_id: string,
  disclosure?: string,
): { event: 'message'; data: MessageFrame } => ({
  event: 'message',
  data: { message, reply_id, ...(disclosure === undefined ? {} : { disclosure }) },
});

export const deltaFrame = (text: string): ReplyFrame => ({ event: 'delta', data: { text } });

/** The last frame: the stored reply. */
export const doneFrame = (
  message: MessageView,
  messages_left: number | null,
): { event: 'done'; data: DoneFrame } => ({
  event: 'done',
  data: { message, usage: { messages_left } },
});
