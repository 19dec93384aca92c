/** Who said it. */
export const MessageRole = {
  User: 'user',
  Ai: 'ai',
} as const;
export type MessageRole = (typeof MessageRole)[keyof typeof MessageRole];
