/** Words that begin or end a clause and say nothing. */
export const INTERJECTIONS: ReadonlySet<string> = new Set(
  `so and but oh well um uh hmm hmmm yeah yes ok okay hey hi hello actually because then also basically
  yaar yar bhai arre are haan han na to toh bas aur lekin kyunki ki matlab accha acha achha phir fir ji
  यार अरे हाँ हां ना तो बस और लेकिन क्योंकि कि मतलब अच्छा फिर जी`.split(/\s+/),
);

/** Words at which a thought can be cut off from the next. */
export const CONNECTIVES: ReadonlySet<string> = new Set(
  `and because while since so although aur kyunki kyonki isliye taaki और क्योंकि इसलिए ताकि`.split(' '),
);

/** Words that mean nothing by themselves. */
export const LIGHT_WORDS: ReadonlySet<string> = new Set(
  `a an the i im ive id me my we it its this that is am are was were be of in on at for with to do did just really
  main mai maine mujhe mujhko mera meri mere wo woh yeh ye hai hain hoon hun tha thi bhi abhi hi
  मैं मैंने मुझे मेरा मेरी मेरे वो वह यह है हैं हूँ था थी भी अभी ही`.split(/\s+/),
);

/** Words too common to say what a question about the past is about. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `do you remember what i said say told tell me my when about did was is are the a an and it that this we us our your how who
  have had has of to in on for at with not
  kya kab kaise tumhe tumko aapko yaad hai hain h tha thi the maine mera meri mere mujhe bataya kaha bola wo woh jo ki ka ke ko
  se me mein aur baare bare ek wali wala
  क्या कब कैसे तुम्हें आपको याद है हैं था थी थे मैंने मेरा मेरी मेरे मुझे बताया कहा बोला वो वह जो कि का की के को से में और बारे एक`.split(
    /\s+/,
  ),
);
