import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { noticeQuery } from '../../api/queries';
import { useLocale } from '../../i18n/locale';
import { texts, useTexts } from '../../i18n/texts';
import { Icon } from '../../ui/icon';
import { Loading } from '../../ui/loading';
import { ProblemNotice } from '../../ui/notice';
import { LanguageSwitch } from '../sign-in/language-switch';

const noticeTexts = texts({
  'hi-IN': {
    title: 'आपकी जानकारी का क्या होता है',
    back: 'पीछे',
    purposes: 'क्या, किसलिए',
    required: 'ज़रूरी',
    optional: 'आपकी मर्ज़ी',
    rights: 'आप क्या कर सकते हैं',
    rightsText: [
      'सेटिंग में अपना नाम, फ़ोन और भाषा देखें और सुधारें।',
      'सेटिंग में साथी को सीखने से रोकें।',
      'सेटिंग से सब कुछ अपने साथ ले जाएँ, फ़ाइल में या पढ़ने लायक पन्ने में।',
      'कोई भी संदेश, बातचीत या याद मिटाएँ; उससे जो सीखा गया, वह भी मिटता है।',
      'पूरा खाता मिटाएँ। भुगतान का जो ब्योरा क़ानूनन रखना है, वह आपके नाम के बिना रहता है।',
    ],
    complain: 'शिकायत',
    complainText: (name: string, email: string, days: number) =>
      `${name} को लिखें: ${email}। ${String(days)} दिन में जवाब मिलेगा। उसके बाद भारत के डेटा संरक्षण बोर्ड को लिख सकते हैं।`,
  },
  'en-IN': {
    title: 'What happens to your data',
    back: 'Back',
    purposes: 'What, and what for',
    required: 'Needed',
    optional: 'Your choice',
    rights: 'What you can do',
    rightsText: [
      'See and correct your name, phone and language in the settings.',
      'Keep your companion from learning, in the settings.',
      'Take everything along from the settings, as a file or as a page to read.',
      'Delete any message, talk or memory; what was learned from it goes with it.',
      'Delete the whole account. What the law makes us keep of payments stays, without your name.',
    ],
    complain: 'Complaints',
    complainText: (name: string, email: string, days: number) =>
      `Write to ${name}: ${email}. You get an answer within ${String(days)} days. After that you can write to the Data Protection Board of India.`,
  },
});

/** What a person is told before they agree to anything; open to all. */
export const Notice = (): ReactNode => {
  const t = useTexts(noticeTexts);
  const notice = useQuery(noticeQuery(useLocale()));
  if (notice.isPending) return <Loading />;
  if (notice.isError) return <ProblemNotice error={notice.error} onRetry={() => void notice.refetch()} />;
  const { intro, purposes, grievance } = notice.data;
  return (
    <main className="mx-auto grid max-w-2xl gap-6 px-5 py-6">
      <div className="flex items-center justify-between">
        <Link
          href="/"
          aria-label={t.back}
          className="grid size-11 place-items-center rounded-full hover:bg-sunk"
        >
          <Icon name="back" />
        </Link>
        <LanguageSwitch />
      </div>
      <h1 className="text-3xl">{t.title}</h1>
      <p>{intro}</p>
      <h2 className="text-xl">{t.purposes}</h2>
      <ul className="grid gap-3">
        {purposes.map(({ purpose, required, text }) => (
          <li key={purpose} className="rounded-2xl border border-line bg-raised p-4">
            <p className="text-sm text-brand">{required ? t.required : t.optional}</p>
            <p>{text}</p>
          </li>
        ))}
      </ul>
      <Rights />
      <h2 className="text-xl">{t.complain}</h2>
      <p className="wrap-anywhere">
        {t.complainText(grievance.name, grievance.email, grievance.answers_within_days)}
      </p>
    </main>
  );
};

const Rights = (): ReactNode => {
  const t = useTexts(noticeTexts);
  return (
    <>
      <h2 className="text-xl">{t.rights}</h2>
      <ul className="-mt-3 grid list-disc gap-2 pl-5">
        {t.rightsText.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
};
