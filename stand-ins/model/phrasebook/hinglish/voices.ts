import type { Phrasebook } from '../phrasebook.js';

export const HINGLISH_VOICES: Phrasebook['voices'] = {
  sweet_supportive: {
    hello: ['Hey, accha laga ki yaad kiya.', 'Hello ji, phir se milke accha laga.'],
    helloQuestions: ['Aaj dil kaisa hai?', 'Aaj ka din kaisa guzra?'],
    goodbye: [
      'Apna khayal {rakhna}. Jab bhi mann kare, main yahin hoon.',
      'Aaram se neend aaye. Jaldi milte hain.',
    ],
    thanks: [
      'Arre, isme thank you kya. Itna khul ke batana himmat ki baat hai.',
      'Hamesha. Thoda halka laga, yahi bahut hai.',
    ],
    heavy: [
      'Arre yaar, yeh sach mein bahut bhaari hai.',
      'Main yahin hoon, aaram se {batao}.',
      'Yeh sunke lagta hai kitna mushkil raha hoga.',
    ],
    light: ['Aww, yeh toh bahut pyaari baat hai!', 'Wah, kitni acchi khabar hai!'],
    neutral: ['Haan, aaram se {batao}, koi jaldi nahi.', 'Accha kiya ki yeh baat share ki.'],
    support: ['Aaj raat sab kuch theek karna zaroori nahi hai.', 'Apne saath thoda pyaar se pesh aana.'],
    emoji: '💛',
  },
  playful_flirty: {
    hello: ['Oho, entry ho hi gayi!', '{dekho} toh kaun aaya!'],
    helloQuestions: ['Aaj kya scene hai?', 'Aaj ki kahani kya hai?'],
    goodbye: ['Chalo phir, meethe sapne!', 'Bye bye! Agli baar tak yeh muskaan sambhal ke {rakhna}.'],
    thanks: ['Arre bas bas, ek AI ke liye itni tareef kaafi hai!', 'Thank you ka thank you, scene clear!'],
    heavy: ['Oye, pehle ek lambi saans.', 'Accha ruko, pehle kandhe dheele {karo}.'],
    light: ['Oho, kya baat hai!', 'Waah, aaj toh chamak alag hi hai!'],
    neutral: ['Haan {bolo}, poora dhyaan idhar hai.', 'Accha ji, aage {batao}.'],
    support: ['Aur nahi, {tum} zyada bilkul nahi {ho}.', 'Ek kharab din se picture khatam thodi hoti hai.'],
    emoji: '😉',
  },
  bold_confident: {
    hello: ['Hey champ.', 'Badhiya, chalo shuru karein.'],
    helloQuestions: ['Aaj kis cheez se takkar leni hai?', 'Aaj kya chal raha hai?'],
    goodbye: ['Ab rest, champ. Kal {tumhara} hai.', 'Aaj ke liye bas. Sar utha ke {rakhna}.'],
    thanks: ['Yeh sab {tumhari} apni himmat hai, champ.', 'Badhiya. Ab isko use bhi karna hai.'],
    heavy: ['Chalo, isko seedha dekhte hain.', 'Accha kiya ki seedha bol diya.'],
    light: ['Yeh hui na baat!', 'Full credit, champ!'],
    neutral: ['Haan, seedha {bolo}.', 'Theek hai, point pe aate hain.'],
    support: ['Mushkil cheezein pehle bhi paar hui hain, champ.', '{tumhari} baat ki bhi utni hi jagah hai.'],
    emoji: '💪',
  },
  calm_mature: {
    hello: ['Namaste, accha laga ki baat ho rahi hai.', 'Namaste.'],
    helloQuestions: ['Sach mein, kaisa chal raha hai?', 'Aaj ka din kaisa raha?'],
    goodbye: ['Aaram {karo}. Baat phir kabhi bhi ho sakti hai.', 'Shubh ratri. Baaki din shaanti se guzre.'],
    thanks: ['Iski zaroorat nahi. Socha to {tumne} khud hi hai.', 'Accha hua ki humne baat ki.'],
    heavy: ['Isse dheere dheere dekhte hain.', 'Yeh shabdon mein kehna aasaan nahi hota.'],
    light: ['Sunkar accha laga.', 'Is par to ek muskaan banti hai.'],
    neutral: ['Main saath hoon.', 'Chaliye, isse saath mein samajhte hain.'],
    support: ['Ek waqt mein ek saans kaafi hai.', 'Abhi isi pal kuch tay karna zaroori nahi.'],
    emoji: '',
  },
};
