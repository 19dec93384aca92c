/** What says "I am listening" and not "let me speak"; longer is a turn. */
const BACKCHANNEL_WORDS = 2;

// People stretch these words ("hmmm", "haaan", "हम्म्म"), so letters that repeat count once.
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll('ँ', 'ं')
    .replace(/(म्)+म/gu, 'म्म')
    .replace(/([\p{L}\p{M}])\1+/gu, '$1');
const wordsOf = (text: string): string[] => plain(text).match(/[\p{L}\p{M}\p{N}']+/gu) ?? [];
const set = (words: string): ReadonlySet<string> => new Set(wordsOf(words));
const phrases = (...texts: string[]): ReadonlySet<string> =>
  new Set(texts.map((text) => wordsOf(text).join(' ')));

const LISTENING = set(
  'हाँ हम्म हूँ अच्छा ठीक जी सही ओके ओह ' +
    'haan ha hmm hm mm mhm uh huh accha acha achha theek thik ji sahi ok okay yeah yes yep right sure oh',
);
const LISTENING_PHRASES = phrases(
  ...['ठीक है', 'सही है', 'अच्छा है', 'मत रुको', 'रुको मत', 'theek hai', 'thik hai', 'sahi hai', 'accha hai'],
  ...['mat ruko', 'ruko mat', 'i see', 'got it', 'go on', "don't stop"],
);

const COMMANDS = set(
  'रुको रुकिए रुकिये रुक सुनो सुनिए सुनिये नहीं बस चुप stop wait listen no ruko rukiye ruk suno suniye nahi nahin bas chup',
);
const COMMAND_PHRASES = [...phrases('hold on', 'hang on', 'one second', 'एक मिनट', 'ek minute', 'ek min')];

/** Whether a listener says this while the other goes on talking: हाँ, अच्छा, "theek hai", ok. */
export const isBackchannel = (text: string): boolean => {
  const words = wordsOf(text);
  if (words.length === 0 || words.length > BACKCHANNEL_WORDS) return false;
  return LISTENING_PHRASES.has(words.join(' ')) || words.every((word) => LISTENING.has(word));
};

/** Whether a word in this tells the other to be silent: रुको, सुनो, stop, wait, नहीं. */
export const isCommand = (text: string): boolean => {
  if (isBackchannel(text)) return false;
  const words = wordsOf(text);
  const said = ` ${words.join(' ')} `;
  return (
    words.some((word) => COMMANDS.has(word)) || COMMAND_PHRASES.some((phrase) => said.includes(` ${phrase} `))
  );
};
