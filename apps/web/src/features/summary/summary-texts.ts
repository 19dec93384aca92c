import type { FindingField, LoveLanguage, SummaryVerdict } from '@saathi/contracts';
import { texts } from '../../i18n/texts';

interface SummaryTexts {
  readonly title: string;
  readonly intro: string;
  readonly confidence: (percent: string) => string;
  readonly confidenceText: string;
  readonly sessions: (count: string) => string;
  readonly trend: string;
  readonly trendText: (first: string, last: string, count: string) => string;
  readonly fields: Readonly<Record<FindingField, string>>;
  readonly love: Readonly<Record<LoveLanguage, string>>;
  readonly nothingYet: string;
  readonly evidence: string;
  readonly noEvidence: string;
  readonly inTalk: string;
  readonly options: (value: string) => string;
  readonly verdicts: Readonly<Record<SummaryVerdict, string>>;
  readonly done: Readonly<Record<SummaryVerdict, string>>;
  readonly pinned: string;
  readonly setAside: string;
  readonly how: string;
  readonly howText: readonly string[];
  readonly empty: string;
  readonly emptyText: string;
  readonly start: string;
  readonly updated: (when: string) => string;
}

export const summaryTexts = texts<SummaryTexts>({
  'hi-IN': {
    title: 'आईना',
    intro: 'साथी ने आपको अब तक जैसा समझा। हर बात के पीछे आपके अपने शब्द हैं।',
    confidence: (percent) => `साथी आपको ${percent}% समझता है`,
    confidenceText: 'समझ',
    sessions: (count) => `${count} बातचीतों से`,
    trend: 'हर बातचीत के बाद',
    trendText: (first, last, count) => `${count} बातचीतों में ${first}% से ${last}% तक`,
    fields: {
      partner_type_one_liner: 'आपको कैसा साथ भाता है',
      top_3_traits_you_value: 'आपके लिए जो मायने रखता है',
      what_you_might_work_on: 'जिस पर काम हो सकता है',
      next_time_focus: 'अगली बार की बात',
      love_language_guess: 'अपनापन आपको कैसे महसूस होता है',
      communication_fit: 'आपसे कैसे बात की जाए',
    },
    love: {
      words: 'प्यार भरे शब्दों से',
      time: 'साथ बिताए समय से',
      gifts: 'छोटे-छोटे तोहफ़ों से',
      acts: 'किसी के कुछ कर देने से',
      touch: 'छुअन से',
      unknown: 'अभी पता नहीं',
    },
    nothingYet: 'अभी कुछ कहना जल्दी होगी।',
    evidence: 'किस बात से लगा?',
    noEvidence: 'वे संदेश अब नहीं हैं।',
    inTalk: 'बातचीत खोलें',
    options: (value) => `“${value}” के विकल्प`,
    verdicts: { not_me: 'यह मैं नहीं', pin: 'पक्का, यही मैं', release: 'पहले जैसा रहने दें' },
    done: {
      not_me: 'हटा दिया। दोबारा नहीं आएगा।',
      pin: 'पक्का कर दिया। अब नहीं बदलेगा।',
      release: 'अब बातचीतों से तय होगा।',
    },
    pinned: 'पक्का',
    setAside: 'जो आपने कहा कि “यह मैं नहीं”',
    how: 'यह कैसे बनता है?',
    howText: [
      'हर बातचीत के बाद एक AI मॉडल उसे पढ़ता है और आपके शब्दों से कुछ बातें निकालता है। जिस बात के पीछे आपका अपना वाक्य न मिले, वह छोड़ दी जाती है।',
      'सब बातचीतों को मिलाना एक तय हिसाब है, कोई मॉडल नहीं: हाल की बातें ज़्यादा गिनी जाती हैं, पुरानी धीरे-धीरे कम।',
      'हर पूरी बातचीत से समझ 5 से 10 अंक बढ़ती है और 95 पर रुक जाती है, क्योंकि किसी को पूरा जानने का दावा झूठ होगा।',
    ],
    empty: 'आईना अभी ख़ाली है',
    emptyText:
      'थोड़ी देर बात कीजिए और फिर बातचीत ख़त्म कीजिए। कम-से-कम तीन संदेशों के बाद साथी यहाँ लिखेगा कि उसने क्या समझा।',
    start: 'बात शुरू करें',
    updated: (when) => `${when} को बदला`,
  },
  'en-IN': {
    title: 'Mirror',
    intro: 'How your Saathi understands you so far. Behind everything are your own words.',
    confidence: (percent) => `Your Saathi understands you to ${percent}%`,
    confidenceText: 'understanding',
    sessions: (count) => `from ${count} talks`,
    trend: 'After each talk',
    trendText: (first, last, count) => `From ${first}% to ${last}% in ${count} talks`,
    fields: {
      partner_type_one_liner: 'The company you like',
      top_3_traits_you_value: 'What matters to you',
      what_you_might_work_on: 'What you might work on',
      next_time_focus: 'For next time',
      love_language_guess: 'How you feel cared for',
      communication_fit: 'How to talk with you',
    },
    love: {
      words: 'By kind words',
      time: 'By time together',
      gifts: 'By small gifts',
      acts: 'By what somebody does for you',
      touch: 'By touch',
      unknown: 'Not known yet',
    },
    nothingYet: 'Too early to say.',
    evidence: 'What is it based on?',
    noEvidence: 'Those messages are not there any more.',
    inTalk: 'Open the talk',
    options: (value) => `Options of “${value}”`,
    verdicts: { not_me: 'Not me', pin: 'Yes, that is me', release: 'Leave it to the talks' },
    done: {
      not_me: 'Taken out. It will not come back.',
      pin: 'Pinned. It will not change any more.',
      release: 'The talks decide again.',
    },
    pinned: 'Pinned',
    setAside: 'What you said is not you',
    how: 'How does this come about?',
    howText: [
      'After each talk an AI model reads it and draws a few things from your words. What no sentence of yours stands behind is dropped.',
      'Putting all talks together is plain arithmetic, not a model: recent talks count more, older ones less and less.',
      'Each full talk adds 5 to 10 points of understanding, and it ends at 95: to know somebody whole would be a false claim.',
    ],
    empty: 'The mirror is still empty',
    emptyText:
      'Talk for a while, then end the talk. After three messages or more your Saathi writes here what it understood.',
    start: 'Start talking',
    updated: (when) => `Changed on ${when}`,
  },
});
