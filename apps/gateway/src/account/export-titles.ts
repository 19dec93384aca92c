/** The languages of the pages the gateway writes itself. */
export type PageLanguage = 'en' | 'hi';

/** What a table is called on the page of an export. */
export const TABLE_TITLES: Readonly<Record<string, Readonly<Record<PageLanguage, string>>>> = {
  users: { en: 'Your profile', hi: 'आपकी प्रोफ़ाइल' },
  consents: { en: 'What you agreed to', hi: 'आपकी सहमतियाँ' },
  logins: { en: 'Your devices', hi: 'आपके उपकरण' },
  refresh_tokens: { en: 'Renewals of your logins', hi: 'आपके लॉगिन के नवीनीकरण' },
  security_events: { en: 'What happened to your account', hi: 'आपके खाते की घटनाएँ' },
  otp_challenges: { en: 'Sign-ins you began', hi: 'शुरू किए गए साइन-इन' },
  otp_logins: { en: 'Codes sent to you', hi: 'आपको भेजे गए कोड' },
  registrations: { en: 'Registrations', hi: 'पंजीकरण' },
  otp_address_failures: { en: 'Wrong codes for your address', hi: 'आपके पते के लिए ग़लत कोड' },
  sessions: { en: 'Your sessions', hi: 'आपकी बातचीतें' },
  messages: { en: 'What was said', hi: 'क्या कहा गया' },
  calls: { en: 'Your calls', hi: 'आपकी कॉलें' },
  turns: { en: 'Replies and how they went', hi: 'जवाब और उनकी स्थिति' },
  idempotency_keys: { en: 'Repeatable requests', hi: 'दोहराए जा सकने वाले अनुरोध' },
  user_summary_latest: { en: 'Your summary', hi: 'आपका सारांश' },
  session_summaries: { en: 'Summaries of sessions', hi: 'बातचीतों के सारांश' },
  summary_evidence: { en: 'What the summary rests on', hi: 'सारांश का आधार' },
  confidence_events: { en: 'How the confidence grew', hi: 'भरोसा कैसे बढ़ा' },
  summary_feedback: { en: 'What you said of your summary', hi: 'सारांश पर आपकी राय' },
  user_summary_versions: { en: 'How your summary changed', hi: 'आपका सारांश कैसे बदला' },
  summaries_to_merge: {
    en: 'Deletions your summary still has to follow',
    hi: 'हटाई गई बातें जो सारांश से अभी निकलनी हैं',
  },
  persona_versions: { en: 'How your companion changed', hi: 'आपका साथी कैसे बदला' },
  dead_letters: { en: 'Work that failed', hi: 'जो काम पूरा न हो सका' },
  usage_stats: { en: 'What you used', hi: 'आपका उपयोग' },
  subscriptions: { en: 'Your passes', hi: 'आपके पास' },
  payments: { en: 'Your payments', hi: 'आपके भुगतान' },
  billing_orders: { en: 'Orders behind the payments', hi: 'भुगतानों के ऑर्डर' },
  payment_attempts: { en: 'Tries to pay', hi: 'भुगतान के प्रयास' },
  payment_events: { en: 'What the payment provider told us', hi: 'भुगतान सेवा ने हमें क्या बताया' },
};
