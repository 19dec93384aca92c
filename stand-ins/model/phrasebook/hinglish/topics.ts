import type { Phrasebook } from '../phrasebook.js';

export const HINGLISH_TOPICS: Phrasebook['topics'] = {
  heartbreak: {
    reflections: [
      '“{said}”, aise kisi ko khona andar tak khaali kar deta hai.',
      '“{said}” kehne mein hi kitna dard hai, samajh aata hai.',
    ],
    questions: ['Sabse zyada kis cheez ki kami mehsoos hoti hai?', 'Kaunsi baat baar baar yaad aati hai?'],
    step: 'Ek chhota kadam: jo message bhejna nahi hai, woh likh kar ek raat apne paas {rakho}.',
  },
  exams: {
    reflections: [
      '“{said}” ho toh har ghanta gina hua lagta hai.',
      'Samajh aata hai, “{said}” dimaag mein bahut jagah le leta hai.',
    ],
    questions: [
      'Abhi sabse bhaari kaunsa hissa lag raha hai?',
      'Agle kuch dinon ke baare mein kaisa lag raha hai?',
    ],
    step: 'Ek chhota kadam: jis topic se sabse zyada darr lage, usko bas 25 minute {do}, phir break.',
  },
  work: {
    reflections: [
      '“{said}”, aisa din ghar tak saath aata hai.',
      '“{said}” jaisi baat kaam ke baad bhi andar reh jaati hai.',
    ],
    questions: ['Usme sabse bhaari pal kaunsa tha?', 'Kya hota toh aaj ka din thoda halka lagta?'],
    step: 'Ek chhota kadam: kal ka sirf ek kaam likh {lo} jo sach mein {tumhara} hai, baaki uske baad.',
  },
  money: {
    reflections: [
      '“{said}”, paise ki chinta har jagah saath baith jaati hai.',
      '“{said}” dimaag mein ho toh chain se baithna mushkil hai.',
    ],
    questions: ['Abhi sabse zyada fikr kis baat ki hai?', 'Kab se itna tight lag raha hai?'],
    step: 'Ek chhota kadam: teen zaroori numbers ek kaagaz par likh {lo}, taaki dimaag mein na ghoomein.',
  },
  health: {
    reflections: [
      '“{said}”, yeh insaan ko andar se thaka deta hai.',
      '“{said}” ke saath din nikaalna bahut sabr maangta hai.',
    ],
    questions: ['Aaj tabiyat kaisi lag rahi hai?', 'Is waqt {tumhara} khayal kaun rakh raha hai?'],
    step: 'Ek chhota kadam: kab behtar aur kab kharab lagta hai, likh kar doctor ko {batao}.',
  },
  family: {
    reflections: [
      '“{said}”, ghar ki chhoti baat bhi gehri lagti hai.',
      '“{said}” ke peeche aur bhi bahut kuch hoga, aisa lagta hai.',
    ],
    questions: [
      'Aisa kya hai jo ghar wale samajh lein toh accha ho?',
      'Aisi baat ke baad andar kaisa lagta hai?',
    ],
    step: 'Ek chhota kadam: shaant waqt dekh kar pehle apna mehsoos kiya {batao}, unki galti baad mein.',
  },
  friends: {
    reflections: [
      '“{said}”, dost jitna hasate hain utna hi chot bhi de sakte hain.',
      'Samajh aata hai ki “{said}” abhi tak mann mein hai.',
    ],
    questions: ['Us waqt unse kya chahiye tha?', 'Aajkal yeh dosti kaisi chal rahi hai?'],
    step: 'Ek chhota kadam: bina shikayat ke ek sacchi line bhej kar {dekho}.',
  },
  love: {
    reflections: [
      '“{said}”, isme kaafi dil laga hua hai.',
      '“{said}”, lagta hai yeh baat sach mein maayne rakhti hai.',
    ],
    questions: ['Uske baare mein sochke kaisa lagta hai?', 'Sach sach, dil kya chahta hai?'],
    step: 'Ek chhota kadam: perfect line ka wait chhod kar ek sacchi baat keh {do}.',
  },
  loneliness: {
    reflections: [
      '“{said}”, aisi khaamoshi bahut bhaari hoti hai.',
      '“{said}”, yeh koi kami nahi hai, bas ek zaroorat ki awaaz hai.',
    ],
    questions: ['Din mein kab yeh sabse zyada lagta hai?', 'Kiski awaaz dobara sunna accha lagega?'],
    step: 'Ek chhota kadam: kisi purane dost ko bas ek “hello” bhej {do}.',
  },
  anger: {
    reflections: [
      '“{said}”, aisa gussa aksar kisi zaroori cheez ko bacha raha hota hai.',
      '“{said}” pe khoon khaulna samajh aata hai.',
    ],
    questions: ['Usme sabse galat kya laga?', 'Is gusse ke neeche aur kya hai?'],
    step: 'Ek chhota kadam: jawab dene se pehle das minute chal kar {dekho}.',
  },
  tiredness: {
    reflections: [
      '“{said}”, lagta hai battery kab se khaali chal rahi hai.',
      '“{said}” ho toh chhoti cheez bhi pahaad lagti hai.',
    ],
    questions: ['Sabse zyada taaqat kis cheez mein ja rahi hai?', 'Apne liye aakhri pal kab mila tha?'],
    step: 'Ek chhota kadam: aaj sone se aadha ghanta pehle phone doosre kamre mein {rakho}.',
  },
  worry: {
    reflections: [
      '“{said}”, aisi soch akele mein aur tez ho jaati hai.',
      'Samajh aata hai ki “{said}” dimaag ko rukne nahi deta.',
    ],
    questions: ['Mann sabse bura kya soch raha hai?', 'Aaj raat thoda sukoon kis cheez se milega?'],
    step: 'Ek chhota kadam: fikr likh kar kal ka ek time {rakho} uske liye, usse pehle nahi.',
  },
  sadness: {
    reflections: [
      '“{said}”, yahan yeh jaisa hai waisa hi chalega.',
      '“{said}” ko jaldi se taalna theek nahi hoga.',
    ],
    questions: ['Mann mein sabse zyada kya chal raha hai?', 'Aisa kab se lagne laga?'],
    step: 'Ek chhota kadam: aaj apne liye ek cheez {karo}, garam khaana, nahaana ya thodi walk.',
  },
  boredom: {
    reflections: [
      '“{said}”, kabhi kabhi khaali ghante se hi kuch naya shuru hota hai.',
      'Toh “{said}”, dimaag kuch naya maang raha hai.',
    ],
    questions: [
      'Pehle kis cheez mein time ka pata nahi chalta tha?',
      'Aaj ko thoda alag kya bana sakta hai?',
    ],
    step: 'Ek chhota kadam: pandrah minute woh {karo} jo bachpan mein accha lagta tha.',
  },
  joy: {
    reflections: [
      '“{said}”, is par to sach mein garv karna banta hai.',
      '“{said}”, muskaan yahan tak dikh rahi hai.',
    ],
    questions: ['Sabse accha pal kaunsa tha?', 'Sabse pehle kisko bataya?'],
    step: 'Ek chhota kadam: yeh feeling likh kar {rakho}, kisi mushkil din kaam aayegi.',
  },
  other: {
    reflections: [
      '“{said}”, isko thoda aur samajhna hai.',
      '“{said}”, lagta hai yeh mann mein ghoom raha hai.',
    ],
    questions: ['Aaj yeh baat itni zaroori kyun lagi?', 'Yeh keh kar andar kaisa lag raha hai?'],
    step: 'Ek chhota kadam: isme jo {tumhare} haath mein hai, bas wahin se shuru {karo}.',
  },
};
