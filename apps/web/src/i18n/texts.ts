import { useLocale, type Locale } from './locale';

/** The texts of one part of the client, the same ones in every language. */
export type Texts<T> = Readonly<Record<Locale, T>>;

/** A text that is missing in one of the languages does not compile. */
export const texts = <T>(byLocale: { 'hi-IN': T; 'en-IN': NoInfer<T> }): Texts<T> => byLocale;

export const useTexts = <T>(all: Texts<T>): T => all[useLocale()];
