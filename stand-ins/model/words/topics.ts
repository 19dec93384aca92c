/** What people come to talk about, the weightiest first: the first that is found is the topic. */
export const TOPIC_PHRASES = {
  heartbreak: [
    'breakup|break up|broke up|my ex|dumped|cheated on|left me|we split|ghosted|divorce',
    'chhod diya|chod diya|chhod ke|dhokha|dil tut*|dil toot*|rishta tut*|rishta toot*|talaq',
    'ब्रेकअप|धोखा|छोड़ दिया|छोड़ गया|छोड़ गई|दिल टूट*|रिश्ता टूट*|तलाक',
  ],
  exams: [
    'exam*|mock test*|test|tests|marks|result|results|semester|upsc|neet|jee|college|assignment*|syllabus|studies|study|studying|viva',
    'padhai|pariksha|paper|tuition',
    'परीक्षा*|पढ़ाई|एग्जाम*|इम्तिहान|रिजल्ट|पेपर|कॉलेज|मॉक टेस्ट|टेस्ट',
  ],
  work: [
    'boss|manager|office|job|deadline*|meeting|meetings|client*|colleague*|work|workload|appraisal|promotion|interview|project|shift',
    'naukri|kaam|daftar',
    'बॉस|मैनेजर|ऑफिस|ऑफ़िस|दफ्तर|नौकरी|मीटिंग|क्लाइंट|प्रमोशन|इंटरव्यू|काम|प्रोजेक्ट',
  ],
  money: [
    'money|salary|rent|loan|emi|debt|savings|bills|afford',
    'paise|paisa|karz|udhaar|kiraya|tankhwah|kharcha|kharche',
    'पैसे|पैसा|पैसों|कर्ज|उधार|किराया|तनख्वाह|खर्चा|सैलरी|लोन',
  ],
  health: [
    'sick|fever|doctor|hospital|headache|migraine|illness|medicine|surgery|period|periods|back pain',
    'bimar|beemar|bukhar|dard|tabiyat|tabyat|dawai|aspatal',
    'बीमार|बुखार|दर्द|तबीयत|तबियत|डॉक्टर|अस्पताल|दवाई|सिरदर्द',
  ],
  family: [
    'mother|mom|mum|father|dad|parents|family|brother|sister|husband|wife|in laws|grandmother|son|daughter|kids',
    'mummy|maa|papa|pitaji|gharwale|ghar wale|bhai|behen|bahan|saas|sasural|pati|patni|nani|dadi|shaadi|shadi|beta|beti',
    'माँ|मां|मम्मी|पापा|पिताजी|घरवाले|घर वाले|परिवार|भाई|बहन|सास|ससुराल|पति|पत्नी|दादी|नानी|शादी|बेटा|बेटी',
  ],
  friends: ['friend|friends|bestie|roommate*|flatmate*', 'dost|doston|saheli', 'दोस्त|दोस्तों|सहेली|रूममेट'],
  loneliness: [
    'lonely|alone|loneliness|left out|isolated|homesick|no one understands|nobody understands|no one to talk',
    'akela|akeli|akelapan|tanha|koi nahi|koi nahin',
    'अकेला|अकेली|अकेलापन|अकेलेपन|अकेले|तन्हा|कोई नहीं',
  ],
  love: [
    'crush|boyfriend|girlfriend|dating|date|partner|relationship|proposed|propose|in love|fell for|flirting',
    'pyaar|pyar|ishq|mohabbat|rishta',
    'प्यार|इश्क|मोहब्बत|क्रश|बॉयफ्रेंड|गर्लफ्रेंड|रिश्ता',
  ],
  anger: [
    'angry|furious|mad at|so mad|annoyed|irritated|pissed|frustrated|frustrating|rage|hate',
    'gussa|chidh|chid|dimag kharab|jhagda|jhagra|ladai',
    'गुस्सा|चिढ़|झगड़ा|लड़ाई|नाराज',
  ],
  tiredness: [
    'tired|exhausted|drained|sleepy|sleep|insomnia|burnout|burnt out|burned out|worn out|cant sleep',
    'thak|thaka|thaki|thakan|thakaan|neend nahi|neend|so nahi pa*',
    'थक|थका|थकी|थकान|थकावट|नींद नहीं|नींद',
  ],
  worry: [
    'anxious|anxiety|worried|worry|worrying|scared|nervous|panic|overthinking|overthink|stress|stressed|tension|afraid|pressure',
    'dar|darr|ghabrahat|chinta|pareshan|pareshaan|pareshani|bechaini',
    'चिंता|टेंशन|स्ट्रेस|डर|घबराहट|परेशान|बेचैनी|तनाव|दबाव',
  ],
  sadness: [
    'sad|cry|crying|cried|upset|depressed|hopeless|empty|feeling low|feel low|so low|very low|miserable|hurt|feel small|feel so small|feeling small|not happy|not okay|not ok|not good',
    'udaas|udas|rona|roya|royi|dukhi|dukh|mann nahi|bura laga|bura lag*|khush nahi|theek nahi|accha nahi|acha nahi',
    'उदास|रोना|रोया|रोई|दुखी|दुख|मन भारी|मन नहीं|बुरा लग*|खुश नहीं|ठीक नहीं|अच्छा नहीं',
  ],
  boredom: ['bored|boring|boredom|nothing to do', 'bore', 'बोर|बोरियत'],
  joy: [
    'happy|excited|amazing|awesome|great news|good news|won|passed|selected|promoted|wonderful|so proud|celebrat*|yay|best day|great day',
    'khush|khushi|mazaa|maza|mast|badhiya|jeet gaya|jeet gayi|pass ho*|accha din|mil gayi|mil gaya',
    'खुश|खुशी|मजा|बढ़िया|जीत|पास हो*|मिल गई|मिल गया|अच्छा दिन',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Topic = keyof typeof TOPIC_PHRASES;

/** Topics that are feelings: "I am not angry" is not about anger. */
export const FEELINGS: readonly Topic[] = [
  'loneliness',
  'anger',
  'tiredness',
  'worry',
  'sadness',
  'boredom',
  'joy',
];

/** Topics that weigh on a person. */
export const HEAVY_TOPICS: readonly Topic[] = [
  'heartbreak',
  'loneliness',
  'anger',
  'tiredness',
  'worry',
  'sadness',
];
