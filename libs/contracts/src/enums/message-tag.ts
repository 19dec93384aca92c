/** What a message is for; `evaluation` is reserved for quality checks. */
export const MessageTag = {
  General: 'general',
  Evaluation: 'evaluation',
} as const;
export type MessageTag = (typeof MessageTag)[keyof typeof MessageTag];
