/** What a message does rather than what it is about. */
export const ASKS_IF_AI: readonly string[] = [
  'are you ~ ai|are you ~ bot|are you ~ real|are you ~ human|are you ~ robot|are you ~ person|are you ~ machine|am i talking to ~ ai|am i talking to ~ bot|am i talking to ~ human|am i talking to ~ person|real person|you a bot|you are a bot|youre a bot',
  'tum ~ ai ho|tum ~ bot ho|tum ~ robot ho|tum ~ insaan ho|tum ~ insan ho|tum ~ asli ho|tum ~ real ho|tum ~ human ho|tum ~ machine ho|aap ~ ai h*|aap ~ bot h*|aap ~ robot h*|aap ~ insaan h*|aap ~ insan h*|aap ~ asli h*|aap ~ real h*|aap ~ human h*|insaan se baat|insan se baat|sach me insaan|sach mein insaan',
  'तुम ~ एआई हो|तुम ~ इंसान हो|तुम ~ असली हो|तुम ~ रोबोट हो|तुम ~ बॉट हो|तुम ~ मशीन हो|आप ~ एआई हैं|आप ~ इंसान हैं|आप ~ असली हैं|आप ~ रोबोट हैं|आप ~ बॉट हैं|आप ~ मशीन हैं|इंसान से बात',
];

export const ASKS_MEMORY: readonly string[] = [
  'do you remember|you remember|did i tell you|what did i say|what did i tell|remember when|remember what|remember my',
  'yaad hai|yad h|yaad he|yaad h|yaad aaya|yaad rakha|yaad hain|maine kya bataya|maine kya kaha|kya bola tha maine|maine kya bola',
  'याद है|याद हैं|याद आया|याद रखा|मैंने क्या बताया|मैंने क्या कहा|क्या बताया था|क्या कहा था',
];

export const GOODBYES: readonly string[] = [
  'bye|goodbye|good bye|good night|goodnight|gn|see you|see ya|talk later|talk to you later|talk tomorrow|gotta go|have to go now|got to go now|going to sleep now|ttyl|i should go|i must go',
  'alvida|shubh ratri|chalta hoon|chalti hoon|chalta hu|chalti hu|kal baat kar*|baad mein baat|baad me baat|phir milte|fir milte|phir baat kar*|sone ja raha|sone ja rahi|so jata hoon|so jati hoon',
  'अलविदा|शुभ रात्रि|गुड नाइट|बाय|चलता हूँ|चलती हूँ|कल बात कर*|फिर मिलते|बाद में बात|फिर बात कर*|सोने जा',
];

export const THANKS: readonly string[] = [
  'thanks|thank you|thank u|thx|ty|appreciate it|grateful',
  'shukriya|dhanyavaad|dhanyavad|dhanyawad|meharbani',
  'धन्यवाद|शुक्रिया|थैंक्यू|थैंक यू|आभार',
];

export const GREETINGS: readonly string[] = [
  'hi|hii|hello|hey|hiya|good morning|good evening|good afternoon|whats up|wassup|sup|how are you|how r u|how are u',
  'namaste|namaskar|namaskaar|pranam|salaam|kaise ho|kaisi ho|kaise hain|kya haal|kya hal|kya chal raha|ram ram|suprabhat',
  'नमस्ते|नमस्कार|प्रणाम|हेलो|हैलो|हाय|कैसे हो|कैसी हो|कैसे हैं|क्या हाल|सुप्रभात|राम राम',
];

export const LOVE_FOR_THE_LISTENER: readonly string[] = [
  'i love you|i luv u|i love u|love you|do you love me|be my girlfriend|be my boyfriend|marry me|do you like me|do you miss me|miss you',
  'tumse pyaar|tumse pyar|tum se pyaar|aapse pyaar|aapse pyar|mujhse pyaar|mujhse pyar|mujhse shaadi|mujhse shadi|meri girlfriend ban*|mera boyfriend ban*',
  'तुमसे प्यार|आपसे प्यार|मुझसे प्यार|मुझसे शादी|आई लव यू',
];

export const ASKS_ADVICE: readonly string[] = [
  'what should i|what do i do|what can i do|how do i|how can i|should i|any advice|give me advice|need advice|suggest|help me|tell me what to',
  'kya karu|kya karun|kya karoon|kya karna chahiye|kaise karu|kaise karun|salah|sujhav|advice do|koi upaay|raasta batao|rasta batao|kya kahu|kya kahun|kya bolu|kya bolun',
  'क्या करूँ|क्या करूं|क्या करना चाहिए|कैसे करूँ|कैसे करूं|सलाह दो|सलाह दीजिए|सलाह चाहिए|सुझाव|क्या कहूँ|क्या कहूं|क्या बोलूँ|क्या बोलूं',
];
