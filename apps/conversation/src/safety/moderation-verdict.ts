const SELF_HARM = ['self-harm', 'self-harm/intent', 'self-harm/instructions'];

/** Whether the answer of a moderation says that a message is about hurting oneself. */
export const seesSelfHarm = (answer: unknown): boolean => {
  const results = memberOf(answer, 'results');
  const first: unknown = Array.isArray(results) ? results.at(0) : undefined;
  const categories = memberOf(first, 'categories');
  return SELF_HARM.some((category) => memberOf(categories, category) === true);
};

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined;
