/** The applications that Saathi consists of. */
export const apps = ['gateway', 'auth', 'conversation', 'summary', 'billing'] as const;

/** One of the applications. */
export type App = (typeof apps)[number];
