import type { Language } from '../reading/language.js';

type Sentence = Readonly<Record<Language, string>>;

/** What suits somebody who writes like this. */
export const FIT_BY_LENGTH = {
  short: {
    en: 'Writes briefly and likes short answers',
    hinglish: 'Kam shabdon mein likhna, chhote jawab pasand',
    hi: 'कम शब्दों में लिखना, छोटे जवाब पसंद',
  },
  middling: {
    en: 'Tells things in a few sentences and likes answers of the same length',
    hinglish: 'Do teen line mein baat, utne hi lambe jawab pasand',
    hi: 'दो-तीन वाक्यों में बात, उतने ही लंबे जवाब पसंद',
  },
  long: {
    en: 'Tells the whole story and needs somebody who stays with it',
    hinglish: 'Poori baat khul ke batana, aaram se sunne wala chahiye',
    hi: 'पूरी बात खुलकर बताना, आराम से सुनने वाला चाहिए',
  },
} as const satisfies Record<string, Sentence>;

export const FIT_DETAILS = {
  asking: { en: 'asks back', hinglish: 'sawaal bhi poochna', hi: 'सवाल भी पूछना' },
  emoji: { en: 'uses emoji', hinglish: 'emoji ke saath', hi: 'इमोजी के साथ' },
  advice: { en: 'wants plain words', hinglish: 'seedhi baat chahiye', hi: 'सीधी बात चाहिए' },
  laughing: { en: 'laughs easily', hinglish: 'hasi mazaak ke saath', hi: 'हँसी-मज़ाक के साथ' },
} as const satisfies Record<string, Sentence>;
