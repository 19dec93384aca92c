import type { ActLines } from '../phrasebook.js';

export const HINGLISH_ACTS: ActLines = {
  isAi: [
    'Main ek AI hoon, insaan nahi, aur yeh hamesha saaf saaf bataya jaayega. Haan, yahan baat dhyaan se suni jaati hai. Yeh sawaal mann mein kaise aaya?',
    'Nahi, is taraf koi insaan nahi hai: main AI hoon. Phir bhi baat acchi honi chahiye. Is sawaal ke peeche kya hai?',
  ],
  love: [
    'Yeh bahut pyaari baat hai, shukriya. Main AI hoon, aur AI pyaar mehsoos nahi karta, par {tumhari} baat yahan dhyaan se suni jaati hai. Yahan baat karke kya accha lagta hai?',
    'Shukriya, dil se. Par main AI hoon, bhaavnaayein mere paas nahi hain, aur {tumhe} woh milna chahiye jiske paas hon. Kisi ke saath sabse zyada kya chahiye?',
  ],
  crisis: [
    'Accha hua ki yeh bataya, yeh baat bilkul halki nahi hai. Please abhi kisi se baat {karo}: Tele-MANAS 14416, free, din raat; khatra ho to 112. Main AI hoon, koi apna saamne ho to behtar hai; is waqt {tumhare} paas kaun aa sakta hai?',
  ],
  unclear: [
    'Aaram se, koi jaldi nahi. Mann mein kya chal raha hai?',
    'Main yahin hoon. Kis baare mein baat karein?',
  ],
  factQuestion: ['“{said}”, jaankari se zyada yahan sunna behtar hota hai. Yeh sawaal mann mein kyun aaya?'],
  remembered: [
    'Haan, yaad hai. {tumne} bataya tha: “{memory}”. Ab kaisa chal raha hai?',
    'Haan, {tumne} kaha tha “{memory}”. Uske baad kya hua?',
  ],
  notRemembered: [
    'Yeh hamari baaton mein nahi mil raha, aur andaaza lagana theek nahi. Ek baar phir {batao}, kya tha?',
  ],
  adviceQuestion: ['Yeh karne jaisa lagta hai?', 'Isse shuru karna kaisa rahega?'],
  aboutPerson: ['Abhi {who} ke saath kaisa chal raha hai?', 'Kya hai jo {who} ko pata hona chahiye?'],
  focus: ['Pichhli baar ek baat adhoori thi: {focus}. Usme kya hua?'],
};
