import type { Gender } from '@saathi/contracts';
import { texts } from '../../i18n/texts';

interface RegisterTexts {
  readonly title: string;
  readonly intro: string;
  readonly name: string;
  readonly nameHint: string;
  readonly gender: string;
  readonly genders: Readonly<Record<Gender, string>>;
  readonly persona: string;
  readonly personaHint: string;
  readonly adult: string;
  readonly terms: string;
  readonly termsText: string;
  readonly read: string;
  readonly begin: string;
  readonly missing: string;
}

export const registerTexts = texts<RegisterTexts>({
  'hi-IN': {
    title: 'अपने बारे में थोड़ा बताइए',
    intro: 'बस इतना ही। बाक़ी बातों-बातों में।',
    name: 'किस नाम से बुलाएँ?',
    nameHint: 'पूरा नाम ज़रूरी नहीं।',
    gender: 'आप',
    genders: { female: 'महिला', male: 'पुरुष', other: 'अन्य', prefer_not_to_say: 'नहीं बताना' },
    persona: 'किससे बात करना चाहेंगे?',
    personaHint: 'यह बाद में कभी भी बदल सकते हैं।',
    adult: 'मेरी उम्र 18 साल या उससे ज़्यादा है',
    terms: 'मैं सहमत हूँ',
    termsText:
      'आपकी बातें रखी जाती हैं ताकि साथी जवाब दे सके और याद रख सके; वे जवाब देने वाले AI मॉडल को भेजी जाती हैं। बेची कभी नहीं जातीं। आप जब चाहें सब देख, ले जा और मिटा सकते हैं।',
    read: 'पूरा पढ़ें',
    begin: 'शुरू करें',
    missing: 'शुरू करने के लिए नाम लिखें और दोनों बातों पर हाँ करें।',
  },
  'en-IN': {
    title: 'A little about you',
    intro: 'That is all. The rest comes as you talk.',
    name: 'What should you be called?',
    nameHint: 'It need not be your full name.',
    gender: 'You are',
    genders: { female: 'a woman', male: 'a man', other: 'other', prefer_not_to_say: 'rather not say' },
    persona: 'Who would you like to talk with?',
    personaHint: 'You can change this whenever you like.',
    adult: 'I am 18 or older',
    terms: 'I agree',
    termsText:
      'What you say is kept, so that your Saathi can answer and remember; it is sent to the AI model that answers. It is never sold. You can see, take along and delete all of it whenever you like.',
    read: 'Read all of it',
    begin: 'Begin',
    missing: 'To begin, write a name and say yes to both.',
  },
});
