import type { ReactNode } from 'react';
import { texts, useTexts } from '../../i18n/texts';
import { Icon } from '../../ui/icon';

const crisisTexts = texts({
  'hi-IN': {
    title: 'अभी किसी इंसान से बात हो सकती है',
    text: 'आप अकेले नहीं हैं। ये नंबर मुफ़्त हैं, दिन-रात चलते हैं, और आपकी भाषा में बात करते हैं।',
    lines: { manas: 'टेली-मानस', emergency: 'आपातकाल' },
  },
  'en-IN': {
    title: 'You can talk to a person right now',
    text: 'You are not alone. These numbers are free, answer day and night, and speak your language.',
    lines: { manas: 'Tele-MANAS', emergency: 'Emergency' },
  },
});

/** The numbers as they are dialled: confirmed in November 2026, as in the replies that name them. */
const LINES = [
  { id: 'manas', number: '14416' },
  { id: 'emergency', number: '112' },
] as const;

/** Whether a reply names the help line, as replies to somebody in danger do. */
export const namesHelp = (text: string): boolean => text.includes('14416');

/** A tap away from people who can help. */
export const CrisisCard = (): ReactNode => {
  const t = useTexts(crisisTexts);
  return (
    <section
      aria-label={t.title}
      className="my-2 grid gap-3 rounded-3xl border-2 border-leaf bg-leaf-soft p-4"
    >
      <h2 className="text-lg text-leaf">{t.title}</h2>
      <p>{t.text}</p>
      <div className="flex flex-wrap gap-3">
        {LINES.map(({ id, number }) => (
          <a
            key={id}
            href={`tel:${number}`}
            className="flex min-h-12 grow items-center justify-center gap-2 rounded-2xl bg-leaf px-5 font-semibold text-raised"
          >
            <Icon name="call" />
            {t.lines[id]} {number}
          </a>
        ))}
      </div>
    </section>
  );
};
