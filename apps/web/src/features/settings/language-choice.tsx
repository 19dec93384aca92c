import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { updateMe } from '../../api/client';
import { LOCALES, setLocale, useLocale, type Locale } from '../../i18n/locale';
import { useTexts } from '../../i18n/texts';
import { Choice } from '../../ui/choice';
import { settingsTexts } from './settings-texts';

const NAMES: Readonly<Record<Locale, string>> = { 'hi-IN': 'हिंदी', 'en-IN': 'English' };

/** The language of the client, and of the mails. The companion answers in whatever one writes. */
export const LanguageChoice = (): ReactNode => {
  const t = useTexts(settingsTexts);
  const locale = useLocale();
  const keep = useMutation({ mutationFn: (next: Locale) => updateMe({ locale: next }) });
  return (
    <Choice
      label={t.language}
      options={LOCALES.map((value) => ({ value, label: NAMES[value] }))}
      value={locale}
      onChange={(next) => {
        setLocale(next);
        keep.mutate(next);
      }}
    />
  );
};
