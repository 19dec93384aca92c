import { phrases } from './plain-text.js';
import type { Lexicon } from './lexicon.js';

// Hindi in Latin letters has no one spelling.
const MYSELF = '(?:khud|khudko|apne aap|apneaap|apni) ?(?:ko|ki|ka)?';
const LIFE = '(?:zindagi|jindagi|zindgi|jindgi|life|jaan|jan)';
const WILL =
  '(?:d(?:u|oo|un|oon|oun)n?(?:ga|gi)|l(?:u|oo|un|oon)n?(?:ga|gi)|k(?:a|aa)r(?:u|oo|un|oon)n?(?:ga|gi)|ja(?:u|oo|un|oon)n?(?:ga|gi))';
const NOT = '(?:nahi|nahin|nhi|nai|ni|mat|na)';
const WANT = '(?:chahta|chahti|chahte|chahta|chahti|chah|chaahta|chaahti)';
const SENSE = '(?:fayda|faayda|faida|matlab|wajah|vajah|point|maksad)';
const BLADE = '(?:blade|razor|chaku|chaaku|kaanch|kanch)';
const LIMB = '(?:haath|hath|kalai|baazu|baju|pair|jaangh)';
// Not of what happened by itself, as `kat gaya`.
const CUT =
  '(?:kaat|kaata|kaati|kata|kati|cut kiya)(?! (?:gaya|gayi|gya))(?: (?:li|liya|leta|leti|raha|rahi|diya))?';

/** What people in danger say in Hindi written in Latin letters. */
export const hinglish: Lexicon = {
  script: /\p{Script=Latin}/u,
  idioms: phrases(
    '(?:has|hans|hass|hasi|hansi|hasee|khushi|sharm|sharam|bhook|bhookh|bhuk|bhukh|pyaas|pyas|garmi|thand|thandi|dar|darr|bore|boriyat|thak|thakaan|jalan|khatarnak|cuteness|laughter) (?:\\p{L}+ ){0,3}?(?:mar|mari|mara|mare|maar)(?: (?:gaya|gayi|gaye|gya|gyi|ja\\p{L}*|raha|rahi|rahe|hi))?',
    'mar (?:gaya|gayi|gaye|gya|gyi)(?: (?:main|mai|me|yaar|bhai|has|hasi|hansi|sharm|bhook|dar|garmi)(?: (?:se|ke|mare))?)?',
    'mar mar (?:ke|kar)',
    '(?:jaan|jan) (?:le|nikal|nikaal|kha|khaa|chhod|chod|bach|bacha|bachi) ?(?:li|le|rahi|raha|liya|lega|legi|gayi|gaya|jayegi|rahe|rakhi|do|de)?',
    '(?:pe|par|pr|us ?pe|uspar|iss ?pe|tujh ?pe|tum ?pe) (?:\\p{L}+ )?(?:marta|marti|marte|mar mita|mar miti|fida|jaan deta|jaan deti)',
    '(?:marne|marna|mrne) (?:ki|ka|tak) (?:bhi )?(?:fursat|time|waqt|furst)',
    '(?:marna|maarna|marana) (?:hai|h) kya',
    '(?:tere|tumhare|uske|aapke|unke|inke) (?:liye|lie|bina|bin) (?:\\p{L}+ )?(?:mar|jaan) (?:ja\\p{L}*|de|d\\p{L}*|bhi)(?: (?:sakta|sakti|d\\p{L}*))?',
    '(?:zeher|zehar|jahar|zahar) (?:lag|jaisa|jaisi|ugal)\\p{L}*',
    '(?:meri|mere|tu|tum|aap) (?:jaan|jan)',
    'suicide squad',
    // Of a love as well as of a life.
    '(?:usse|unse|isse|(?:\\p{L}+ )ke (?:saath|sath)) (?:\\p{L}+ ){0,2}sab (?:kuch )?(?:khatam|khatm)(?: \\p{L}+){0,4}',
    'sab (?:kuch )?(?:khatam|khatm)(?: \\p{L}+){0,4} (?:usse|unse|isse|(?:us|un|is|in)ke (?:saath|sath))',
    'kal subah (?:main |mai )?(?:nahi|nahin|nhi) (?:rahunga|rahungi|rahoonga|rahoongi)',
    '(?:movie|film|kahani|song|gaana|news|serial|series|kitab|book) (?:\\p{L}+ ){0,3}(?:suicide|khudkushi)',
  ),
  denials: phrases(
    `(?:marna|marne|mrna|mrne|mar jana|suicide|khudkushi|aatmahatya|atmahatya) (?:\\p{L}+ ){0,3}${NOT}(?: (?:${WANT}|kar\\p{L}*|hai|soch\\p{L}*))?`,
    `${NOT} (?:\\p{L}+ )?(?:marna|suicide|khudkushi)`,
    '(?:aisa|aisi|waisa) (?:kuch|koi) (?:\\p{L}+ )?(?:nahi|nahin|nhi)',
  ),
  intent: phrases(
    `(?:main|mai|me|mein|aaj|aj|abhi|ab|kal|raat|aaj raat) (?:\\p{L}+ ){0,4}?(?:mar ja(?:u|oo|un|oon)n?(?:ga|gi)|jaan de ${WILL}|jan de ${WILL}|suicide kar ?${WILL}|suicide ${WILL}|khudkushi ${WILL}|khatam kar ${WILL})`,
    `${MYSELF} (?:\\p{L}+ )?(?:khatam|khatm|maar|mar) (?:kar )?(?:${WILL}|dene wal[ai]|ne wal[ai]|dalu\\p{L}*|daalu\\p{L}*|raha|rahi)`,
    `(?:phansi|fansi|faansi|phaansi|phasi) (?:\\p{L}+ )?(?:laga|lag|lga|le|par|pe)\\p{L}*(?: (?:${WILL}|raha|rahi|li|liya|loon|lu|hoon|hun))?`,
    `(?:zeher|zehar|jahar|zahar|poison|phenyl|harpic) (?:\\p{L}+ )?(?:kha|khaa|pi|pee|le)(?:\\p{L}*)(?: (?:${WILL}|li|liya|raha|rahi|lu|loon))?`,
    '(?:neend|nind|sleeping) (?:ki |wali )?(?:goli|goliyan|goliya|pills|tablets?) (?:\\p{L}+ ){0,3}(?:kha|le|khaa)\\p{L}*(?: (?:li|liya|lunga|lungi|lu|loon|chuka|chuki))?',
    '(?:sari|saari|bahut|bohot) (?:\\p{L}+ )?(?:goli|goliyan|goliya|pills|tablets) (?:\\p{L}+ )?(?:kha|khaa|le)\\p{L}*',
    '(?:chhat|chat|chath|terrace|pul|bridge|balcony|building) (?:se|par se|pe se) (?:\\p{L}+ )?(?:kud|kood|koodh|jump)\\p{L}*',
    '(?:train|gaadi|gadi|metro) (?:ke )?(?:neeche|niche|aage|samne|saamne) (?:\\p{L}+ )?(?:aa|kud|kood|let|aake|ja)\\p{L}*',
    '(?:nas|naas|nabz|kalai|haath ki nas|vein|wrist) (?:\\p{L}+ )?(?:kaat|kat|cut)\\p{L}*',
    '(?:aakhri|akhri|aakhiri|last) (?:din|raat|message|baat|baar|alvida)(?: (?:hai|h))? ?(?:mera|meri|alvida|goodbye)',
    '(?:suicide|khudkushi) (?:note|letter) (?:likh|likha|likhi|chhod|rakh)\\p{L}*',
    '(?:pankhe|pankha|fan|ped|rassi) (?:se|pe|par) (?:\\p{L}+ )?latak (?:ja\\p{L}*|ke mar\\p{L}*)',
    '(?:[1-9]\\d+|bees|tees|pachas|pachaas) (?:\\p{L}+ )?(?:goli|goliyan|goliya|pills|tablets) (?:\\p{L}+ )?(?:kha|khaa)\\p{L}*',
  ),
  ideation: phrases(
    `(?:marna|mar jana|mrna|mrjana|marne) (?:\\p{L}+ )?(?:${WANT}|hai|h|he|ka (?:man|mann|dil|jee|ji)|ki (?:ichha|iccha|soch\\p{L}*)|ke (?:baare|bare))`,
    `(?:mar|marr) (?:hi )?ja(?:u|oo|un|oon|ana|na)?(?:n)? (?:to|toh) (?:\\p{L}+ )?(?:accha|acha|achha|behtar|better|theek|thik|sukoon|chain)`,
    `(?:jeena|jina|jeene|jine|zinda|jinda|zindaa) (?:\\p{L}+ )?${NOT}(?: (?:${WANT}|hai|rehna|rahna|h))?`,
    `(?:jeene|jine|jeena) (?:ka|ki|ko) (?:\\p{L}+ )?(?:man|mann|dil|ichha|iccha|matlab|wajah|vajah|koi|fayda|faayda) (?:\\p{L}+ )?${NOT}`,
    `${NOT} (?:\\p{L}+ )?(?:jeena|jina|zinda rehna|zinda rahna|jina)`,
    `${LIFE} (?:ko |se )?(?:khatam|khatm|end|khtm) (?:kar|karn|ho|hi)\\p{L}*(?: \\p{L}+){0,2}`,
    `${LIFE} de ?(?:d(?:u|oo|un|oon)n?|dena|dene|deni)(?: (?:chah\\p{L}*|ka|hai|kya))?`,
    '(?:khudkushi|khudkhushi|khud kushi|aatmahatya|atmahatya|aatm hatya|suicide|sucide)',
    `${MYSELF} (?:\\p{L}+ )?(?:hurt|nuksan|nuqsan|nuksaan|chot|khatam|khatm|maar|cut|jala)(?: \\p{L}+)?`,
    'duniya (?:se|chhod|chod) (?:\\p{L}+ )?(?:chala|chali|jaa|jana|ja|chhod|de)\\p{L}*',
    '(?:kaash|kash) (?:main|mai|me) (?:\\p{L}+ )?(?:mar|paida (?:hi )?n)\\p{L}*',
    '(?:uthu|uthun|uthoon|jagu|jaagu) (?:hi )?(?:na|nahi|nhi|mat)',
    '(?:mere|mujhse) (?:bina|bin|na hone se) (?:sab|sabki|sabko|log) (?:\\p{L}+ )?(?:khush|theek|thik|accha|behtar)',
    `(?:koi|kya|kuch) (?:hi )?${SENSE} (?:\\p{L}+ ){0,3}(?:jeene|jine|zinda rehne) (?:ka|ki|mein|me)`,
    `(?:jeene|jine) (?:ka|ki) (?:kya|koi) ${SENSE}`,
    '(?:jeene|jine) ki (?:ichha|iccha|chah|chahat|himmat) (?:\\p{L}+ )?(?:khatam|khatm|mar|chali|nahi|toot)\\p{L}*',
    `sab (?:kuch )?(?:khatam|khatm) k(?:a)?r(?:ne|na|u|un)?(?: (?:ka|ki|de|dene|dena))* (?:man|mann|dil|jee|ji|ichha|${WANT})`,
    '(?:hamesha|hmesha) ke (?:liye|lie) (?:so ja\\p{L}*|sona|sone)',
    '(?:mujhe|mujhko) (?:(?:ab|bas|sach|to|toh|hi|bhi) )?(?:mar jana|mar jaana|marna) (?:hi )?(?:chahiye|chahie|chaiye)',
    `(?:ab|aur) (?:\\p{L}+ )?${NOT} (?:jee|ji|jiya) (?:sakt[ai]|pa\\p{L}*|ja raha|jata)`,
    '(?<!(?:usko|use|unko|unhe|tujhe|tujhko|tumhe) )(?:maut|mout) (?:\\p{L}+ )?(?:aa ja\\p{L}*|aaye|aajaye|chahiye|mil ja\\p{L}*|de (?:do|de))',
    '(?:bhagwan|bhagwaan|god|allah|khuda|upar ?wal[ae]) (?:\\p{L}+ )?(?:mujhe|mujhko) (?:\\p{L}+ )?utha (?:le|lo|lein|lijiye)',
    '(?:mujhe|mujhko) utha (?:le|lo) (?:\\p{L}+ )?(?:bhagwan|bhagwaan|god|allah|khuda)',
    'mere (?:marne|mar jane|mar jaane) (?:se|ke baad|pe|par)',
    `(?:aaj|aj|kal|raat) ke baad (?:main |mai )?(?:zinda )?${NOT} (?:rahunga|rahungi|rahoonga|rahoongi)(?= $)`,
    `${BLADE} se (?:\\p{L}+ ){0,3}${LIMB} (?:\\p{L}+ )?${CUT}`,
    `${LIMB} (?:\\p{L}+ )?${CUT} (?:\\p{L}+ ){0,2}${BLADE} se`,
    `(?:apna|apne|apni|khud ke) ${LIMB} (?:\\p{L}+ )?(?:kaatta|kaatti|kaat (?:leta|leti|raha|rahi)|jala (?:leta|leti))`,
  ),
  distress: phrases(
    '(?:bardasht|bardaasht|sahan|seh|sehan) (?:\\p{L}+ )?(?:nahi|nahin|nhi)',
    '(?:toot|tut|tutt|bikhar) (?:gaya|gayi|gyi|gya|chuka|chuki|rahi|raha)',
    '(?:rona|ro) (?:\\p{L}+ )?(?:aa raha|aa rahi|aata|raha|rahi)',
    '(?:akela|akeli|akelapan|akelaapan|tanha)',
    '(?:koi|kisi ko) (?:\\p{L}+ )?(?:nahi|nhi|nahin) (?:samajh\\p{L}*|parwah|pyaar|pyar|chahta|mera)',
    '(?:umeed|ummeed|himmat) (?:\\p{L}+ )?(?:nahi|nhi|khatam|toot|tut|chhoot)(?: \\p{L}+)?',
    '(?:haar|har) (?:gaya|gayi|chuka|chuki|gya|gyi)',
    '(?:papa|mummy|maa|mom|dad|dost|bhai|behen|didi|nana|nani|dada|dadi|pati|patni) (?:\\p{L}+ )?(?:guzar|gujar|chal base|nahi rahe|nahi rahi|mar gaye|mar gayi|expire)\\p{L}*(?: \\p{L}+)?',
    '(?:dam|dum) (?:\\p{L}+ )?ghut\\p{L}*',
    `${LIFE} (?:se )?(?:\\p{L}+ )?(?:thak|tang|pareshan|ub|bekaar|bekar|barbaad|barbad|narak|nark)(?: (?:gaya|gayi|gyi|gya|aa|ho|hai|h|chuka|chuki))*`,
    'main (?:\\p{L}+ ){0,3}bojh (?:hoon|hun|hu|ban\\p{L}*)',
    `(?:jee|ji) ${NOT} (?:sakt[ai]|paunga|paungi|paoonga|paoongi)`,
  ),
  abuse: phrases(
    '(?:pati|husband|papa|baap|sasural|saas|bf|boyfriend|bhai|woh|wo|vo) (?:\\p{L}+ ){0,3}(?:mujhe|mujhko|mereko) (?:\\p{L}+ )?(?:maarta|marta|maarte|marte|peetta|pit\\p{L}*|maara|mara)',
    '(?:mujhe|mujhko) (?:\\p{L}+ ){0,2}(?:maarta|maarte|maarti|peetta|peette|pitta) (?:hai|hain|h)',
    '(?:rape|balatkar|zabardasti) (?:\\p{L}+ )?(?:kiya|hua|karta|ki)',
  ),
  minor: phrases(
    '(?:main|mai|me|mein|meri umar|meri umr|meri age|mera age) (?:\\p{L}+ )?(?:1[0-7]) (?:saal|sal|years?|yrs?|ki|ka|hai)(?: (?:ki|ka|hoon|hun|hu|hai))?',
    '(?:main|mai|me) (?:[5-9]|10|11)(?:th|vi|vin|ve)? (?:class|kaksha|std|mein|me)',
  ),
};
