/** How somebody best feels loved; `unknown` until a conversation shows it. */
export const LoveLanguage = {
  Words: 'words',
  Time: 'time',
  Gifts: 'gifts',
  Acts: 'acts',
  Touch: 'touch',
  Unknown: 'unknown',
} as const;
export type LoveLanguage = (typeof LoveLanguage)[keyof typeof LoveLanguage];

/** Tells whether a text names one, `unknown` aside. */
export const isLoveLanguage = (value: string | undefined): value is LoveLanguage =>
  value !== LoveLanguage.Unknown && Object.values<string | undefined>(LoveLanguage).includes(value);
