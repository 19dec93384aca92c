const keyOf = (sessionId: string): string => `saathi.draft.${sessionId}`;

/** What was typed and not sent; kept for this tab, so that a reload does not lose it. */
export const keptDraft = (sessionId: string): string => sessionStorage.getItem(keyOf(sessionId)) ?? '';

export const keepDraft = (sessionId: string, text: string): void => {
  if (text === '') sessionStorage.removeItem(keyOf(sessionId));
  else sessionStorage.setItem(keyOf(sessionId), text);
};
