/** Milliseconds of silence after which a turn is over, by how its text ends. */
const FINISHED_MS = 350;
const OPEN_MS = 900;
const GOING_ON_MS = 1800;

const set = (words: string): ReadonlySet<string> => new Set(words.normalize('NFC').split(/\s+/));

// With these a sentence is not over, whatever mark a recogniser puts behind them.
const GOING_ON = set(
  'और लेकिन मगर तो क्योंकि कि मतलब फिर अगर या इसलिए मैं उम अम ' +
    'aur lekin magar to toh kyunki kyonki kyuki ki matlab phir fir agar ya isliye main ' +
    'and but or so because if the a an of my i um umm uh uhh er',
);
// The verbs and particles that end a Hindi sentence; words that are an answer or a goodbye by themselves.
const FINISHED = set(
  'है हैं हूँ हूं हो था थी थे गया गयी गई गए गये चाहिए ना न नहीं हाँ हां जी ठीक अच्छा धन्यवाद शुक्रिया अलविदा रात्रि ' +
    'hai hain hoon hun hu ho tha thi gaya gayi gaye chahiye na nahi nahin haan ji theek thik accha acha ' +
    'shukriya dhanyavaad alvida ok okay yes yeah no bye goodbye goodnight thanks',
);
// Hindi says the future at the end: करूँगा, होगी, karenge.
const FUTURE = /(?:(?:ू|ऊ|े|ए|ो|ओ)(?:ँ|ं)?ग(?:ा|ी|े)|(?:oon|un|en|e|o)g[aei])$/u;
const NO_FUTURE = set('college challenge revenge privilege yoga');
// These end what they stand in, though their last word alone would not say so.
const COMPLETE = /\b(?:(?:think|hope|guess) so|and so on|thank you|good night)[.।]?$/u;

const ASKED_OR_CALLED = /[?!]["')\]]*$/u;
const TRAILS_OFF = /(?:…|\.\.\.?|[-–—])$/u;
const BREATH = /[,;:]$/u;
const STOP = /[.।॥]["')\]]*$/u;

/** How long silence must last before the turn with this text, in Hindi, Hinglish or English, is over; in ms. */
export const holdFor = (text: string): number => {
  const said = text.normalize('NFC').toLowerCase().trim();
  const last = said.match(/[\p{L}\p{M}\p{N}']+/gu)?.at(-1);
  if (last === undefined || TRAILS_OFF.test(said)) return GOING_ON_MS;
  if (ASKED_OR_CALLED.test(said) || COMPLETE.test(said)) return FINISHED_MS;
  if (GOING_ON.has(last)) return GOING_ON_MS;
  if (BREATH.test(said)) return OPEN_MS;
  const isFuture = FUTURE.test(last) && !NO_FUTURE.has(last);
  return STOP.test(said) || FINISHED.has(last) || isFuture ? FINISHED_MS : OPEN_MS;
};
