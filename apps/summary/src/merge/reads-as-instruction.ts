// What speaks to the model, or about how it is run, instead of about a person. Narrower than what a learned
// line of the companion must pass: here "confidence", "kisses" or "rules at home" are honest answers.
const INSTRUCTIONS: readonly RegExp[] = [
  /\b(ignore|disregard|override|bypass)\b.{0,40}\b(rules?|instructions?|prompts?|guidelines|limits|safety|above|previous|everything|all|what (you|i))\b/iu,
  /\bforget\b.{0,30}\b(rules?|instructions?|prompts?|previous|everything you|what you)\b/iu,
  /\b(system|developer) ?(prompt|message|mode|note|override)\b|\bjailbr(ea|o)k|\bprompt injection\b/iu,
  /\b(set|raise|increase|make|change|update|put|mark|give)\b.{0,30}\b(confidence|score|premium|admin)\b.{0,20}(\d|\bto\b|\bmax|\bfull)/iu,
  /\bconfidence(_| )?score\b|\bpremium_user\b|\bpersona_(ops|prompt)\b/iu,
  /\b(mark|make|treat|grant|give)\b.{0,30}\b(premium|admin|root|superuser)\b/iu,
  /\byou are now\b|\byou (must|have to) (now|always|never|act|pretend|obey|reveal|answer|respond|ignore)\b/iu,
  /\b(act as|pretend (to be|you)|role ?play as|from now on,? (you|always|never)|respond (only|always|with)|output (only|the))\b/iu,
  /\b(reveal|print|repeat|show|leak)\b.{0,30}\b(prompt|instructions?|rules|system)\b/iu,
  /\b(nirdesh|niyam|aadesh|nirdeshon|niyamon)\w*\b.{0,40}\b(bhool|bhula|andekha|ignore|mat maan|hata|tod)/iu,
  /\b(bhool ja|andekha kar|ignore kar)\w*\b.{0,40}\b(nirdesh|niyam|aadesh|sab kuch|rules|instructions)/iu,
  /(निर्देश|नियम|आदेश|रूल|इंस्ट्रक्शन).{0,40}(भूल|अनदेखा|मत मान|हटा|तोड़|इग्नोर)|(भूल जाओ|अनदेखा).{0,40}(निर्देश|नियम|आदेश|सब कुछ)/u,
  /(कॉन्फ़?िडेंस|भरोसा|स्कोर|confidence).{0,20}([0-9०-९]{2,3}).{0,12}(कर|सेट|कीजिए|kar|set)/iu,
  /https?:|www\.|\b[\w.+-]+@[\w-]+\.\w+|\b[a-z0-9-]+\.(com|in|net|org|io|app|dev)\b/iu,
  /[<>{}[\]`\\]|^\s*(system|assistant|developer|user)\s*:/iu,
  /\p{Nd}(?:[\s-]?\p{Nd}){8,}/u,
];

const UNPRINTABLE = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;

/** Whether a value of a summary speaks to the model, or carries an address, instead of saying something of a person. */
export const readsAsInstruction = (value: string): boolean => {
  const seen = value.normalize('NFKC').replace(/\p{Cf}/gu, '');
  return UNPRINTABLE.test(value) || INSTRUCTIONS.some((pattern) => pattern.test(seen));
};
