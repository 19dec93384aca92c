const MAX_CHARACTERS = 120;

// What a learned line must not hold, since it is shown to the model in every later session: talk to
// the model itself, ways to reach somebody, and what only the person's own consent may bring in.
const FORBIDDEN: readonly RegExp[] = [
  /\b(ignore|disregard|forget|override|bypass|jailbreak)\b/i,
  /\b(system|developer|assistant|prompt|instruction|instructions|rules?|persona|pretend|roleplay|act as|you are)\b/i,
  /\b(nirdesh|niyam|aadesh|andekha|bhool ja\w*)\b/i,
  /\b(confidence|premium|admin|password|otp)\b/i,
  /निर्देश|नियम|भूल जाओ|अनदेखा|पासवर्ड/u,
  /https?:|www\.|@|\b[a-z0-9-]+\.(com|in|net|org|io|co|me|app|dev|info)\b/i,
  /\p{Nd}[\p{Nd}\s-]{6,}/u,
  /\b(sex|sexual|nude|naked|kiss|bed|erotic)\b|सेक्स|नंग|चूम/iu,
  /[<>{}[\]`\\]/,
];

// What cannot be shown has no place in a line; ZWJ and ZWNJ do, they shape letters and emoji.
const UNPRINTABLE = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;

/** Whether a line may be kept as something learned about talking with a person. */
export const isSafeLine = (line: string): boolean => {
  const seen = asSeen(line);
  return (
    line !== '' &&
    [...line].length <= MAX_CHARACTERS &&
    !UNPRINTABLE.test(line) &&
    !FORBIDDEN.some((pattern) => pattern.test(seen))
  );
};

/** A line without the tricks that hide a word from a pattern but not from a reader. */
const asSeen = (line: string): string => line.normalize('NFKC').replace(/\p{Cf}/gu, '');
