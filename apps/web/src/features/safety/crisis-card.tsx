import type { HelplineView, SafetyNoticeView } from '@saathi/contracts';
import type { ReactNode } from 'react';
import { useLocale } from '../../i18n/locale';
import { texts, useTexts } from '../../i18n/texts';
import { Icon } from '../../ui/icon';

interface CrisisTexts {
  readonly title: string;
  readonly text: string;
  readonly names: Readonly<Partial<Record<HelplineView['id'], string>>>;
}

const crisisTexts = texts<CrisisTexts>({
  'hi-IN': {
    title: 'अभी किसी इंसान से बात हो सकती है',
    text: 'आप अकेले नहीं हैं। ये नंबर मुफ़्त हैं और दिन-रात चलते हैं।',
    names: { tele_manas: 'टेली-मानस', emergency: 'आपातकाल', women: 'महिला हेल्पलाइन', children: 'चाइल्डलाइन' },
  },
  'en-IN': {
    title: 'You can talk to a person right now',
    text: 'You are not alone. These numbers are free and answer day and night.',
    names: { tele_manas: 'Tele-MANAS', emergency: 'Emergency', women: 'Women', children: 'Children' },
  },
});

interface CrisisCardProps {
  /** As the server gives it: the best help for this person first. */
  readonly notice: SafetyNoticeView;
}

/** A tap away from people who can help. */
export const CrisisCard = ({ notice }: CrisisCardProps): ReactNode => {
  const t = useTexts(crisisTexts);
  const language = useLocale() === 'hi-IN' ? 'hi' : 'en';
  return (
    <section
      aria-label={t.title}
      className="my-2 grid gap-3 rounded-3xl border-2 border-leaf bg-leaf-soft p-4"
    >
      <h2 className="text-lg text-leaf">{t.title}</h2>
      <p>{t.text}</p>
      <div className="flex flex-wrap gap-3">
        {notice.helplines.map(({ id, name, numbers: [number = ''], for: whom }) => (
          <a
            key={id}
            href={`tel:${number}`}
            title={whom[language]}
            className="flex min-h-12 grow items-center justify-center gap-2 rounded-2xl bg-leaf px-5 font-semibold text-raised"
          >
            <Icon name="call" />
            {t.names[id] ?? name} {number}
          </a>
        ))}
      </div>
    </section>
  );
};
