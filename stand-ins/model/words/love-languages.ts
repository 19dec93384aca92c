/** How people speak of what makes them feel loved. */
export const LOVE_LANGUAGE_PHRASES = {
  words: [
    'compliment*|kind words|appreciates me|appreciate me|tells me i|say nice things|good morning text*|says he loves me|says she loves me|praise*|sweet messages',
    'tareef|taareef|tarif|do meethe bol|good morning message|acche shabd|pyaar se bol*',
    'तारीफ|मीठे बोल|अच्छे शब्द|प्यार से बोल*',
  ],
  time: [
    'spend time|spending time|spent time|time together|time with me|quality time|long walks|evenings together|talk for hours|be with me|sit with me',
    'saath time|time spend|saath baith*|saath waqt|mere liye time|mere liye waqt|ghanto baat|ghanton baat|saath ghoom*',
    'साथ समय|साथ वक्त|साथ बैठ*|मेरे लिए समय|मेरे लिए वक्त|घंटों बात|साथ घूम*',
  ],
  gifts: [
    'gift|gifts|surprise|surprises|flowers|brought me|bought me',
    'tohfa|tohfe|gift|surprise|phool',
    'तोहफा|तोहफे|उपहार|गिफ्ट|सरप्राइज|फूल लाया|फूल लाई',
  ],
  acts: [
    'helps me|helped me|help me with|cooked for me|cooks for me|made me tea|does things for me|did it for me|takes care of things|drops me|picks me up',
    'chai bana*|khana bana*|mera kaam kar*|meri help|meri madad|mere liye kar*|chhodne aata|lene aata',
    'चाय बना*|खाना बना*|मेरा काम कर*|मेरी मदद|मेरे लिए कर*|छोड़ने आता|लेने आता',
  ],
  touch: [
    'hug|hugs|hugged|hold my hand|holding hands|held my hand|cuddle*|head on my shoulder',
    'gale laga*|gale mil*|haath pakad*|hath pakad*|jhappi|kandhe par sar',
    'गले लगा*|गले मिल*|हाथ पकड़*|झप्पी|कंधे पर सिर',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type LoveLanguage = keyof typeof LOVE_LANGUAGE_PHRASES | 'unknown';
