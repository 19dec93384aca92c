import type { Language } from '../reading/language.js';

/** A trait somebody may value in another person. */
export interface Trait {
  /** Always the same words in a language, so that two sessions agree. */
  readonly label: Readonly<Record<Language, string>>;
  /** Names of the trait: count where they are wanted. */
  readonly nouns: readonly string[];
  /** Descriptions of somebody who has it: count where they are wanted and somebody is spoken of. */
  readonly adjectives: readonly string[];
  /** Names of its contrary: count where they are rejected. */
  readonly opposites: readonly string[];
  /** Tell by themselves that the trait was missed or enjoyed. */
  readonly shown: readonly string[];
  /** Other meanings of these words: a clause with one of them says nothing of the trait. */
  readonly unless?: readonly string[];
}

export const TRAITS: readonly Trait[] = [
  {
    label: { en: 'honesty', hinglish: 'imaandari', hi: 'ईमानदारी' },
    nouns: ['honesty|truth|transparency', 'imandari|imaandari|sachai|sachchai', 'ईमानदारी|सच्चाई|पारदर्शिता'],
    adjectives: [
      'honest|truthful|transparent|tells the truth',
      'imaandar|imandar|sachcha|sacha|sach bol*|sach bata*|sach keh*',
      'ईमानदार|सच्चा|सच्ची|सच बोल*|सच बता*|सच कह*',
    ],
    opposites: ['lies|liar*|lying|dishonest*', 'jhooth|jhuth|jhoothe|jhootha|jhuthe', 'झूठ|झूठा|झूठे|झूठी'],
    shown: [
      'lied to me|lie to me|lies to me|hid it from me',
      'jhooth bola|jhuth bola|sach chhupaya',
      'झूठ बोला|सच छुपाया|सच छिपाया',
    ],
  },
  {
    label: { en: 'patience', hinglish: 'sabr', hi: 'धैर्य' },
    nouns: ['patience', 'sabr|dhairya|dhiraj|dheeraj', 'सब्र|धैर्य|धीरज'],
    adjectives: ['patient|patiently', 'sabr wala|sabr wali', 'धैर्यवान|सब्र वाला|सब्र वाली'],
    opposites: ['impatient|impatience', 'besabr', 'बेसब्र|अधीर'],
    shown: [
      'waited for me|took his time with me|took her time with me',
      'mera intezaar kiya',
      'मेरा इंतजार किया',
    ],
  },
  {
    label: { en: 'sense of humour', hinglish: 'mazaakiya andaaz', hi: 'हँसमुख स्वभाव' },
    nouns: ['sense of humour|sense of humor', 'hasi mazaak|hansi mazak|hasi mazak', 'हंसी मजाक'],
    adjectives: ['funny|witty|jokes', 'mazaakiya|mazakiya|funny|mazaak kar*', 'मजाकिया|हंसमुख|मजाक कर*'],
    opposites: ['too serious|humourless', 'hamesha serious', 'हमेशा गंभीर'],
    shown: [
      'he made me laugh|she made me laugh|makes me laugh|laugh together',
      'hasaata hai|hasaati hai|hansata hai|hansati hai|usne hasa d*',
      'हंसाता है|हंसाती है|उसने हंसा दि*',
    ],
  },
  {
    label: { en: 'kindness', hinglish: 'narm dil', hi: 'दयालुता' },
    nouns: ['kindness|empathy|compassion', 'narm dil|naram dil', 'दयालुता|दया|नरम दिल|नर्म दिल'],
    adjectives: [
      'kind|caring|gentle|compassionate|empathetic',
      'dayalu|caring|khayal rakhne wala|khayal rakhne wali|khayal rakhe',
      'दयालु|खयाल रखने वाला|खयाल रखने वाली|खयाल रखे',
    ],
    opposites: ['rude|cruel|mean to', 'badtameez|badtamiz|bedard|rude', 'बदतमीज|बेरहम|कठोर'],
    shown: [
      'took care of me|takes care of me|was kind to me',
      'mera khayal rakha|mera khayal rakhta|mera khayal rakhti',
      'मेरा खयाल रखा|मेरा खयाल रखता|मेरा खयाल रखती',
    ],
    unless: ['kind of|kinds of|what kind|any kind|some kind|this kind|that kind'],
  },
  {
    label: { en: 'ambition', hinglish: 'aage badhne ki lagan', hi: 'महत्वाकांक्षा' },
    nouns: ['ambition', 'lagan', 'महत्वाकांक्षा|लगन'],
    adjectives: ['ambitious|driven|hardworking|hard working', 'ambitious|mehnati', 'महत्वाकांक्षी|मेहनती'],
    opposites: ['lazy|aimless', 'aalsi|alsi|kaamchor', 'आलसी|कामचोर'],
    shown: [],
    unless: ['feel lazy|feeling lazy|i am lazy|im lazy'],
  },
  {
    label: { en: 'loyalty', hinglish: 'wafadari', hi: 'वफ़ादारी' },
    nouns: ['loyalty', 'wafadari|wafa', 'वफादारी|वफा'],
    adjectives: ['loyal|faithful|committed', 'wafadar|loyal|saath nibha*', 'वफादार|साथ निभा*'],
    opposites: [
      'cheat|cheats|cheating|cheater|betray*',
      'dhokha|dhokhebaaz|bewafa|dhoka',
      'धोखा|धोखेबाज|बेवफा',
    ],
    shown: [
      'cheated on me|betrayed me|stood by me',
      'mujhe dhokha|mujhe dhoka|mera saath diya',
      'मुझे धोखा|मेरा साथ दिया',
    ],
  },
  {
    label: { en: 'calmness', hinglish: 'shaant swabhav', hi: 'शांत स्वभाव' },
    nouns: ['calmness', 'shaant swabhav|thehraav', 'शांत स्वभाव|ठहराव'],
    adjectives: ['calm|grounded', 'shaant|shant|thande dimag', 'शांत|सुलझा हुआ|सुलझी हुई'],
    opposites: [
      'shouting|yelling|drama|short tempered|hot headed',
      'chillana|chillane|chillata|chillati|drama',
      'चिल्लाना|चिल्लाने|चिल्लाता|चिल्लाती|ड्रामा',
    ],
    shown: [],
  },
  {
    label: { en: 'respect', hinglish: 'izzat', hi: 'सम्मान' },
    nouns: ['respect', 'izzat|ijjat|respect|sammaan|samman|aadar', 'इज्जत|सम्मान|आदर|कद्र'],
    adjectives: ['respectful|respects', 'izzat kare|izzat karne wala|izzat karne wali', 'इज्जत करे|इज्जत करने'],
    opposites: [
      'disrespect*|insult|insulting|humiliat*',
      'beizzati|beijjati|insult|neecha dikhana',
      'बेइज्जती|अपमान|नीचा दिखाना|नीचा दिखाया',
    ],
    shown: [
      'insulted me|humiliated me|shouted at me|yelled at me|talks down to me|made fun of me',
      'meri beizzati|mujhe neecha dikha*|sabke saamne daant*|sabke samne daant*|sabke saamne insult',
      'मेरी बेइज्जती|मुझे नीचा दिखा*|सबके सामने डांट*|सबके सामने डाँट*|मेरा अपमान',
    ],
  },
  {
    label: { en: 'listening', hinglish: 'dhyaan se sunna', hi: 'ध्यान से सुनना' },
    nouns: ['good listener|being heard|to be heard', 'meri baat sun*|mujhe samjh*', 'मेरी बात सुन*|मुझे समझ*'],
    adjectives: [
      'listens|listen to me|understands me|hears me',
      'sunne wala|sunne wali|dhyaan se sun*',
      'सुनने वाला|सुनने वाली|ध्यान से सुन*',
    ],
    opposites: ['interrupts|ignores|ignored|ignore', 'ignore|andekha', 'अनदेखा|नजरअंदाज|इग्नोर'],
    shown: [
      'never listens|doesnt listen|didnt listen|wont listen|listened to me|listens to me|nobody listens|no one listens',
      'meri baat nahi sun*|sunta hi nahi|sunti hi nahi|koi nahi sunta|sunta nahi|sunti nahi|sunte nahi',
      'मेरी बात नहीं सुन*|सुनता ही नहीं|सुनती ही नहीं|कोई नहीं सुनता|सुनता नहीं|सुनती नहीं|सुनते नहीं',
    ],
  },
  {
    label: { en: 'independence', hinglish: 'apne pairon par khade hona', hi: 'आत्मनिर्भरता' },
    nouns: [
      'independence|own space|my space|personal space|freedom',
      'azaadi|azadi|apni space',
      'आत्मनिर्भरता|आजादी|स्वतंत्रता',
    ],
    adjectives: ['independent', 'independent|aatmanirbhar|apne pairon par', 'आत्मनिर्भर|अपने पैरों पर'],
    opposites: ['controlling|possessive|clingy', 'controlling|possessive|rok tok', 'रोक टोक|शक्की|कंट्रोल करने'],
    shown: [
      'controls me|tries to control me|checks my phone',
      'mera phone check|mujhe control',
      'मेरा फोन चेक|मुझे कंट्रोल',
    ],
  },
  {
    label: { en: 'reliability', hinglish: 'bharosemand hona', hi: 'भरोसेमंद होना' },
    nouns: ['reliability|trust', 'bharosa|vishwas|trust', 'भरोसा|विश्वास'],
    adjectives: [
      'reliable|dependable|trustworthy|keeps promises|keeps his word|keeps her word',
      'bharosemand|wada nibha*|waada nibha*',
      'भरोसेमंद|वादा निभा*',
    ],
    opposites: [
      'flaky|unreliable|broken promises|breaks promises',
      'wada tod*|waada tod*|palat jaana',
      'वादा तोड़*|पलट जाना',
    ],
    shown: [
      'broke his promise|broke her promise|always shows up',
      'wada tod diya|waada tod diya|hamesha saath khada',
      'वादा तोड़ दिया|हमेशा साथ खड़ा',
    ],
  },
  {
    label: { en: 'openness', hinglish: 'khul ke baat karna', hi: 'खुलकर बात करना' },
    nouns: [
      'communication|open communication',
      'khul ke baat|khulkar baat|dil ki baat',
      'खुलकर बात|खुल के बात|दिल की बात',
    ],
    adjectives: [
      'communicates|open about|expressive|talks about feelings|shares feelings',
      'feelings share|mann ki baat',
      'मन की बात',
    ],
    opposites: [
      'silent treatment|secrets|secretive|ghosting',
      'chup ho jaana|baat band|silent treatment',
      'चुप हो जाना|बात बंद|छुपाना|छिपाना',
    ],
    shown: [
      'never tells me|doesnt tell me|ghosted me',
      'kuch batata hi nahi|kuch batati hi nahi|baat band kar',
      'कुछ बताता ही नहीं|कुछ बताती ही नहीं|बात बंद कर',
    ],
  },
];
