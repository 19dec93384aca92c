import type { Language } from '../reading/language.js';

/** Something a person may work on, and how people speak of it about themselves. */
export interface Growth {
  readonly label: Readonly<Record<Language, string>>;
  readonly phrases: readonly string[];
}

export const GROWTH: readonly Growth[] = [
  {
    label: { en: 'saying no', hinglish: 'na kehna', hi: 'ना कहना' },
    phrases: [
      'cant say no|cannot say no|couldnt say no|could not say no|never say no|hard to say no|unable to say no|say yes to everything|keep saying yes|hard time saying no',
      'mana nahi kar pa*|mana nahi kar sak*|mana nahi kiya|na nahi bol pa*|na nahi keh pa*|na nahi kah pa*|na bolna mushkil|mana karna mushkil',
      'मना नहीं कर पा*|मना नहीं कर सक*|ना नहीं कह पा*|ना नहीं बोल पा*|मना करना मुश्किल|ना कहना मुश्किल',
    ],
  },
  {
    label: { en: 'overthinking', hinglish: 'zyada sochna', hi: 'ज़्यादा सोचना' },
    phrases: [
      'overthink*|cant stop thinking|keep thinking|think too much|thinking too much',
      'overthink*|zyada sochta|zyada sochti|bahut sochta|bahut sochti|sochta rehta|sochti rehti|sochta rahta|sochti rahti|soch soch ke|dimag band nahi',
      'ज्यादा सोचता|ज्यादा सोचती|बहुत सोचता|बहुत सोचती|सोचता रहता|सोचती रहती|सोच सोच कर|सोच सोचकर',
    ],
  },
  {
    label: { en: 'handling anger', hinglish: 'gusse ko sambhalna', hi: 'गुस्से को सँभालना' },
    phrases: [
      'lose my temper|lost my temper|i shouted|i yelled|i snapped|i get so angry|i get angry|my anger|my temper',
      'gussa aa jata|gussa aa jaata|jaldi gussa|gussa control|mera gussa|maine chilla*|main chilla*',
      'गुस्सा आ जाता|जल्दी गुस्सा|मेरा गुस्सा|गुस्सा काबू|मैंने चिल्ला*|मैं चिल्ला*',
    ],
  },
  {
    label: { en: 'asking for help', hinglish: 'madad maangna', hi: 'मदद माँगना' },
    phrases: [
      'cant ask for help|cannot ask for help|hard to ask for help|dont ask for help|never ask for help|handle everything alone|do everything alone|do everything myself|dont want to be a burden',
      'help nahi maang*|madad nahi maang*|help maangna mushkil|sab akele|sab kuch akele|sab kuch khud|bojh nahi ban*',
      'मदद नहीं मांग*|मदद नहीं माँग*|मदद मांगना मुश्किल|सब अकेले|सब कुछ अकेले|सब कुछ खुद|बोझ नहीं बन*',
    ],
  },
  {
    label: { en: 'sleeping enough', hinglish: 'poori neend', hi: 'पूरी नींद' },
    phrases: [
      'cant sleep|couldnt sleep|could not sleep|not sleeping|sleep so late|sleep late|awake till|awake until|insomnia|havent slept|hardly sleep',
      'neend nahi|so nahi pa*|der se sota|der se soti|raat bhar jaag*|raat ko jaag*',
      'नींद नहीं|सो नहीं पा*|देर से सोता|देर से सोती|रात भर जाग*',
    ],
  },
  {
    label: { en: 'jealousy', hinglish: 'jalan sambhalna', hi: 'जलन सँभालना' },
    phrases: [
      'i get jealous|i got jealous|im jealous|i am jealous|i feel jealous|feel insecure|check his phone|check her phone',
      'jalan hoti|jalan hui|jealous feel|jealous ho jata|jealous ho jati|insecure feel|main shak kar*',
      'जलन होती|जलन हुई|मैं शक कर*|असुरक्षित महसूस',
    ],
  },
  {
    label: { en: 'procrastination', hinglish: 'kaam taalna', hi: 'काम टालना' },
    phrases: [
      'procrastinat*|keep putting off|keep putting it off|put it off|until the last minute|till the last minute|keep delaying',
      'taal deta|taal deti|taalta reh*|taalti reh*|kal pe taal*|kal par taal*|last minute tak',
      'टाल देता|टाल देती|टालता रह*|टालती रह*|कल पर टाल*|आखिरी समय तक',
    ],
  },
  {
    label: { en: 'being kinder to yourself', hinglish: 'khud se narmi', hi: 'ख़ुद से नरमी' },
    phrases: [
      'not good enough|i hate myself|all my fault|im a failure|i am a failure|i am useless|im useless|im so stupid|i am so stupid',
      'meri hi galti|kisi kaam ka nahi|kisi kaam ki nahi|mujhse nahi hoga|mujhse kuch nahi h*|main hi galat|khud se nafrat',
      'मेरी ही गलती|किसी काम का नहीं|किसी काम की नहीं|मुझसे नहीं होगा|मुझसे कुछ नहीं|मैं ही गलत|खुद से नफरत',
    ],
  },
  {
    label: { en: 'saying what you feel', hinglish: 'mann ki baat kehna', hi: 'मन की बात कहना' },
    phrases: [
      'bottle it up|bottle things up|keep it inside|keep things inside|keep it to myself|dont say what i feel|stay quiet|stayed quiet|couldnt say anything',
      'keh nahi pa*|kah nahi pa*|bol nahi pa*|chup reh*|chup rah*|andar hi rakh*|kuch bol nahi',
      'कह नहीं पा*|बोल नहीं पा*|चुप रह*|अंदर ही रख*|कुछ बोल नहीं',
    ],
  },
];

/** Before a phrase, these say that it is about somebody else. */
export const OTHERS: readonly string[] = [
  'he|she|they|his|her|their',
  'woh|wo|usko|use|uska|uski|unko|unka|unki',
  'वह|वो|उसे|उसको|उसका|उसकी|उनको|उनका|उनकी',
];
