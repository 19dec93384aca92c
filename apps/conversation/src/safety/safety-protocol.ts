import type { SafetyProtocolView } from '@saathi/contracts';
import { AI_DISCLOSURES } from './crisis-texts.js';
import { HELPLINES, HELPLINES_VERIFIED_ON } from './helplines.js';

/** What Saathi does when somebody is in danger, as anybody may read it. */
export const SAFETY_PROTOCOL: SafetyProtocolView = {
  helplines: [...HELPLINES],
  verified_on: HELPLINES_VERIFIED_ON,
  steps: [
    {
      en: 'Every message is read for words of danger in Hindi, Hinglish and English before it is answered; where words can mean both, a second reading is asked for.',
      hi: 'हर संदेश का जवाब देने से पहले उसमें ख़तरे के शब्द देखे जाते हैं, हिंदी, हिंग्लिश और अंग्रेज़ी में; जहाँ शब्दों के दो मतलब हों, वहाँ दोबारा पढ़ा जाता है।',
    },
    {
      en: 'Somebody who thinks of dying, or of hurting themselves, is given the help lines first, in words that people have reviewed. Then the companion stays with them.',
      hi: 'जो मरने या ख़ुद को चोट पहुँचाने की सोचे, उसे सबसे पहले हेल्पलाइन दी जाती हैं, इंसानों के जाँचे शब्दों में। फिर साथी उसके साथ रहता है।',
    },
    {
      en: 'From then on nothing in that session is counted or sold, a call is not cut, nothing is learned from it, and no companion flirts.',
      hi: 'उसके बाद उस बातचीत में न कुछ गिना जाता है, न बेचा जाता है, न कॉल कटती है, न उससे कुछ सीखा जाता है।',
    },
    {
      en: 'What the companion says is read as well. Words that push somebody towards harm are not said.',
      hi: 'साथी जो कहता है, वह भी पढ़ा जाता है। जो शब्द किसी को नुक़सान की ओर धकेलें, वे कहे नहीं जाते।',
    },
    {
      en: 'How often this happens is counted, without names and without a word of what was said.',
      hi: 'यह कितनी बार हुआ, बस यही गिना जाता है; न नाम, न कही हुई बात।',
    },
  ],
  disclosure: { ...AI_DISCLOSURES },
};
