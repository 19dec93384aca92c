import type { ConsentPurpose } from '@saathi/contracts';
import type { PageLanguage } from './export-titles.js';

interface NoticeText {
  readonly intro: string;
  readonly purposes: Readonly<Record<ConsentPurpose, string>>;
  readonly rights: readonly string[];
}

/** The words of the notice. Whoever changes what they mean changes `NOTICE_VERSION` with them. */
export const NOTICE_TEXTS: Readonly<Record<PageLanguage, NoticeText>> = {
  en: {
    intro:
      'Saathi is an AI companion, not a person, and for adults only. This is what it keeps about you, what for, and what you can do about it.',
    purposes: {
      adult: 'You declare that you are 18 or older.',
      service:
        'Your name, e-mail address, language and what you say are kept, so that Saathi can answer, write the summary of each session, count what is free and sell passes. What you say is sent to the model that answers; Cashfree gets your name, address and phone number when you pay.',
      evolution: 'Your companion may change with what it learns about you: its tone, and what it brings up.',
    },
    rights: [
      'See and correct your profile: GET and PATCH /v1/me.',
      'Take a consent back: PATCH /v1/me/consents/{purpose}.',
      'Get everything that is stored about you: GET /v1/me/export.',
      'Delete your account with everything personal: DELETE /v1/me. What the law makes us keep of payments stays, without you.',
      'See what happened to your account: GET /v1/me/security-events.',
      'Complain: write to the grievance contact below; after that, to the Data Protection Board of India.',
    ],
  },
  hi: {
    intro:
      'साथी एक AI है, इंसान नहीं, और सिर्फ़ वयस्कों के लिए है। यहाँ लिखा है कि वह आपके बारे में क्या रखता है, किसलिए, और आप उसका क्या कर सकते हैं।',
    purposes: {
      adult: 'आप बताते हैं कि आपकी उम्र 18 साल या उससे ज़्यादा है।',
      service:
        'आपका नाम, ई-मेल पता, भाषा और आपकी कही बातें रखी जाती हैं, ताकि साथी जवाब दे सके, हर बातचीत का सारांश लिख सके, मुफ़्त हिस्सा गिन सके और पास बेच सके। आपकी बातें जवाब देने वाले मॉडल को भेजी जाती हैं; भुगतान करने पर Cashfree को आपका नाम, पता और फ़ोन नंबर मिलता है।',
      evolution: 'आपका साथी आपको जानकर बदल सकता है: उसका लहजा, और वह क्या बात छेड़ता है।',
    },
    rights: [
      'अपनी प्रोफ़ाइल देखें और सुधारें: GET और PATCH /v1/me.',
      'सहमति वापस लें: PATCH /v1/me/consents/{purpose}.',
      'आपके बारे में रखा सब कुछ पाएँ: GET /v1/me/export.',
      'खाता और सब निजी जानकारी मिटाएँ: DELETE /v1/me. भुगतान का जो ब्योरा क़ानूनन रखना है, वह आपके बिना रहता है।',
      'देखें कि आपके खाते के साथ क्या हुआ: GET /v1/me/security-events.',
      'शिकायत करें: नीचे दिए संपर्क को लिखें; उसके बाद भारत के डेटा संरक्षण बोर्ड को।',
    ],
  },
};
