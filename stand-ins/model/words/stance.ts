/** Words that turn a statement round. */
export const NEGATIONS: readonly string[] = [
  'not|dont|doesnt|didnt|isnt|wasnt|arent|wont|wouldnt|never|no|nobody|without|hardly',
  'nahi|nahin|nhi|mat|bina',
  'नहीं|नही|मत|बिना',
];

/** Signs that a person holds something dear, or wants it. */
export const VALUING: readonly string[] = [
  'love|loves|loved|like|likes|liked|want|wants|wanted|need|needs|needed|value|valued|admire|appreciate|adore|prefer|miss|enjoy|important|matters|matter|attractive|happy|happiest|feel loved|felt loved|i wish|looking for|means a lot|means so much|drawn to|feel safe|feels safe|should be|has to be',
  'chahiye|chahta|chahti|chahte|pasand|zaroori|jaroori|zaruri|jaruri|achha|acha|accha|achhi|achi|acchi|maayne rakh*|mayne rakh*|kadar|qadar|sukoon|sukun|dil jeet*|khush|khushi|kaash|kash',
  'चाहिए|चाहता|चाहती|चाहते|पसंद|पसन्द|जरूरी|अच्छा|अच्छी|अच्छे|मायने|कद्र|सुकून|भाता|भाती|खुश|खुशी|काश',
];

/** Signs that something is hard to bear. */
export const HURTING: readonly string[] = [
  'hate|hated|hates|hurt|hurts|cant stand|cannot stand|cant bear|angry|upset|sad|painful|annoys|bothers|worst|broke me|tired of|sick of|unfair|feel bad|felt bad|feel small|deal breaker|dealbreaker|shouted|yelled|scolded|insulted|humiliated',
  'nafrat|bura laga|bura lagta|bura lagti|dukh|bardasht|gussa|chubh*|takleef|taklif|dil tut*|dil toot*|chidh|chid|daant*|chillaya|chillayi',
  'नफरत|बुरा लगा|बुरा लगता|बुरी लगी|बुरी लगती|दुख|बर्दाश्त|गुस्सा|चुभ*|तकलीफ|दिल टूट*|चिढ़*|डांट*|चिल्लाया|चिल्लाई',
];

/** Whoever a trait can be a trait of. */
export const SOMEBODY: readonly string[] = [
  'someone|somebody|anyone|person|people|partner|guy|man|men|boy|girl|woman|husband|wife|boyfriend|girlfriend|he|she|they|him|her|his|who|hes|shes',
  'insaan|insan|koi|kisi|jo|woh|wo|usme|usmein|usne|uska|uski|unka|saathi|sathi|ladka|ladki|pati|patni|aisa|aisi|banda|bandi|log',
  'इंसान|कोई|किसी|जो|वह|वो|उसमें|उसने|उसका|उसकी|उनका|साथी|लड़का|लड़की|पार्टनर|पति|पत्नी|ऐसा|ऐसी|लोग',
];
