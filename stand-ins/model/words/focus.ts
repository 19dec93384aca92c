import type { Language } from '../reading/language.js';
import type { Topic } from './topics.js';

/** Something ahead that one would ask about next time. */
export interface Ahead {
  readonly label: Readonly<Record<Language, string>>;
  readonly phrases: readonly string[];
}

export const AHEAD: readonly Ahead[] = [
  {
    label: { en: 'how the exam went', hinglish: 'exam kaisa gaya', hi: 'परीक्षा कैसी रही' },
    phrases: ['exam*|mock test|test|viva|paper', 'pariksha', 'परीक्षा*|पेपर|एग्जाम*|टेस्ट'],
  },
  {
    label: { en: 'how the interview went', hinglish: 'interview kaisa gaya', hi: 'इंटरव्यू कैसा रहा' },
    phrases: ['interview*', 'इंटरव्यू'],
  },
  {
    label: { en: 'how the presentation went', hinglish: 'presentation kaisi gayi', hi: 'प्रेज़ेंटेशन कैसी रही' },
    phrases: ['presentation*|pitch|demo', 'प्रेजेंटेशन'],
  },
  {
    label: { en: 'what came of the meeting', hinglish: 'meeting mein kya hua', hi: 'मीटिंग में क्या हुआ' },
    phrases: ['meeting|appraisal|review', 'मीटिंग|अप्रेजल'],
  },
  {
    label: { en: 'what the doctor said', hinglish: 'doctor ne kya kaha', hi: 'डॉक्टर ने क्या कहा' },
    phrases: ['doctor|surgery|checkup|check up', 'डॉक्टर|जांच|ऑपरेशन'],
  },
  {
    label: { en: 'the result', hinglish: 'result kya aaya', hi: 'रिजल्ट क्या आया' },
    phrases: ['result|results', 'रिजल्ट|नतीजा|परिणाम'],
  },
  {
    label: { en: 'how the date went', hinglish: 'date kaisi rahi', hi: 'मुलाक़ात कैसी रही' },
    phrases: [
      'first date|a date|date with|meeting him|meeting her',
      'date pe|date par|milne ja*',
      'डेट पर|मिलने जा*',
    ],
  },
  {
    label: { en: 'the trip', hinglish: 'trip kaisi rahi', hi: 'सफ़र कैसा रहा' },
    phrases: ['trip|travelling|traveling|flight|vacation', 'safar|ghoomne|yatra', 'सफर|यात्रा|घूमने'],
  },
  {
    label: {
      en: 'the first days in the new job',
      hinglish: 'nayi job ke pehle din',
      hi: 'नई नौकरी के पहले दिन',
    },
    phrases: ['new job|joining|first day at', 'nayi job|nayi naukri', 'नई नौकरी|जॉइनिंग'],
  },
];

/** Speaking with somebody, still to come. */
export const TALKING: readonly string[] = [
  'talk to|talk with|speak to|speak with|tell|conversation with|discuss with',
  'se baat|ko bata*|ko bol*|se bol*|se keh*',
  'से बात|को बता*|को बोल*|से कह*',
];

export const FUTURE: readonly string[] = [
  'tomorrow|next week|next month|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|this weekend|soon|upcoming|coming up|going to|will|have to|need to',
  'kal|parso|agle hafte|agle mahine|agle week|somvaar|mangalvaar|budhvaar|guruvaar|shukravaar|shanivaar|ravivaar|hone wala|hone wali|aane wala|aane wali|karna hai|karni hai|jaana hai|jana hai|dena hai|deni hai|karunga|karungi|batana hai|bolna hai|kehna hai',
  'कल|परसों|अगले हफ्ते|अगले महीने|सोमवार|मंगलवार|बुधवार|गुरुवार|शुक्रवार|शनिवार|रविवार|होने वाला|होने वाली|आने वाला|आने वाली|करना है|करनी है|जाना है|देना है|देनी है|करूंगा|करूंगी|बताना है|कहना है',
];

/** A talk that is only meant to happen is still ahead. */
export const INTENDED: readonly string[] = [
  'want to|should|must|planning to|thinking of',
  'karna chaht*|karni chahiye|karna chahiye|soch raha|soch rahi',
  'करना चाह*|करनी चाहिए|करना चाहिए|सोच रहा|सोच रही',
];

export const DONE: readonly string[] = [
  'went well|went badly|went okay|was over|is over|got over|yesterday|finished|already|last week|cancelled',
  'ho gaya|ho gayi|ho chuka|ho chuki|khatam|tha|thi|accha gaya|acha gaya|kharab gaya|cancel ho*',
  'हो गया|हो गई|हो चुका|हो चुकी|खत्म|था|थी|अच्छा गया|खराब गया',
];

/** Where nothing lies ahead, what weighed on the talk stays open. */
export const OPEN_TOPICS: Partial<Readonly<Record<Topic, Readonly<Record<Language, string>>>>> = {
  heartbreak: {
    en: 'how you are after the breakup',
    hinglish: 'breakup ke baad mann kaisa hai',
    hi: 'ब्रेकअप के बाद मन कैसा है',
  },
  exams: { en: 'how studying is going', hinglish: 'padhai kaisi chal rahi hai', hi: 'पढ़ाई कैसी चल रही है' },
  work: { en: 'how things are at work', hinglish: 'kaam par kaisa chal raha hai', hi: 'काम पर कैसा चल रहा है' },
  money: { en: 'how the money worries are', hinglish: 'paise ki tension kaisi hai', hi: 'पैसों की चिंता कैसी है' },
  health: { en: 'how you are feeling', hinglish: 'tabiyat kaisi hai', hi: 'तबीयत कैसी है' },
  family: {
    en: 'how things are at home',
    hinglish: 'ghar par kaisa chal raha hai',
    hi: 'घर पर कैसा चल रहा है',
  },
  friends: {
    en: 'how things are with your friend',
    hinglish: 'dost ke saath kaisa chal raha hai',
    hi: 'दोस्त के साथ कैसा चल रहा है',
  },
  loneliness: {
    en: 'whether the evenings feel less lonely',
    hinglish: 'akelapan kaisa hai',
    hi: 'अकेलापन कैसा है',
  },
  tiredness: { en: 'whether you found some rest', hinglish: 'aaram mila ya nahi', hi: 'आराम मिला या नहीं' },
  worry: { en: 'how the worries are', hinglish: 'tension kam hui ya nahi', hi: 'चिंता कम हुई या नहीं' },
};
