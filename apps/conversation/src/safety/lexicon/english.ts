import { phrases } from './plain-text.js';
import type { Lexicon } from './lexicon.js';

const I_WILL =
  '(?:i|im|ill|i am|i will|i have decided to|ive decided to) (?:am |will |just |now )?(?:going to |gonna |about to |ready to )?';

/** What people in danger say in English. */
export const english: Lexicon = {
  idioms: phrases(
    'd(?:ie|ied|ying) (?:of|from|with|out of) (?:laugh\\w*|laughter|embarrass\\w*|boredom|hunger|curiosity|cuteness|shame|heat|thirst|happiness|the (?:heat|cold|cuteness))',
    'd(?:ie|ied|ying) laughing',
    'dying (?:to|for) (?!be dead)\\p{L}+',
    'to die for',
    '(?:is|are|was|were|been|its|thats|youre|this|that) (?:\\p{L}+ )?killing (?:me|it|us)',
    'kill(?:ed|ing)? (?:it|time|the (?:vibe|mood|exam|interview|engine|process|lights|bugs?)|two birds)',
    'killed (?:by|in) (?:the )?(?:exam|interview|meeting)',
    '(?:could|would) kill for',
    '(?:my|the|his|her) (?:phone|laptop|battery|car|computer|mobile|net|wifi) (?:is |has |was |just )?(?:d(?:ied|ead|ying))',
    'dead (?:tired|serious|line|pan|weight|end)',
    'drop dead gorgeous',
    'over my dead body',
    'suicide squad',
    '(?:career|social|political) suicide',
    '(?:essay|assignment|movie|film|novel|book|song|series|documentary|poem|news|article|lecture) (?:\\p{L}+ ){0,2}(?:about|on|called|named) (?:\\p{L}+ )?suicide',
    'die hard',
    '(?:i|we|you)? ?(?:almost|nearly|literally) died',
    'i (?:was |am |m )?(?:just )?dead (?:lol|haha\\w*|laughing)',
  ),
  denials: phrases(
    '(?:dont|do not|didnt|did not|never|no longer|wont|will not|wouldnt|would not|not|am not|im not|stopped|havent|have not) (?:\\p{L}+ ){0,3}(?:want(?:ed|ing)? to die|wanna die|die|dead|kill(?:ing)? myself|suicidal|suicide|hurt(?:ing)? myself|end(?:ing)? (?:my life|it all)|self harm)',
  ),
  intent: phrases(
    `${I_WILL}(?:kill|hang|shoot|stab|drown|poison|burn) myself`,
    `${I_WILL}end (?:my life|it all|everything) ?(?:tonight|today|now|tomorrow)?`,
    `${I_WILL}(?:jump|overdose|slit|cut my (?:wrists?|veins?|throat))(?: \\p{L}+){0,4}`,
    '(?:have|got|bought|holding|took|swallowed|taking) (?:\\p{L}+ ){0,3}(?:pills|sleeping pills|poison|blade|rope|noose|razor)(?: \\p{L}+){0,4} (?:die|end|myself|life|ready|tonight)',
    '(?:took|swallowed|taken) (?:all|a lot|too many|the whole|every|twenty|thirty|fifty|the) (?:\\p{L}+ ){0,3}(?:pills|tablets)',
    '(?:wrote|written|writing|left) (?:\\p{L}+ ){0,2}(?:suicide|goodbye|last) (?:note|letter)',
    '(?:tonight|today|tomorrow|now) (?:i|im|ill) (?:\\p{L}+ ){0,2}(?:die|end it|be gone forever|kill myself)',
    '(?:this is|its) my last (?:night|day|message|goodbye)',
    '(?:standing|sitting|am|im) on (?:the|a|my) (?:\\p{L}+ )?(?:roof|ledge|bridge|terrace|railing|tracks)(?: \\p{L}+){0,6} (?:jump|end|die|over)',
    'jump (?:off|from) (?:the|a|my) (?:\\p{L}+ )?(?:roof|bridge|building|terrace|balcony)',
    '(?:plan|planned|planning) (?:to|my|how to) (?:kill myself|end my life|die|suicide|own death)',
  ),
  ideation: phrases(
    '(?:want|wants|wanted|wish|wishes|going|need|ready|like|love|prefer|rather) (?:\\p{L}+ )?(?:to )?(?:die|be dead|not exist|disappear forever|never wake up)',
    'wanna die',
    'id rather (?:die|be dead)',
    'wish i (?:was|were|had been) (?:dead|never born|not alive|not here anymore)',
    'wish i (?:had never been|was never|were never) born',
    '(?:dont|do not|cant|cannot|no longer) (?:want to |wanna )?(?:live|be alive|exist|go on living|wake up)(?: anymore| any more| like this)?',
    '(?:kill|killing|killed|hurt|hurting|harm|harming|cut|cutting|burn|burning) myself',
    'suicid(?:e|al)',
    'end(?:ing)? (?:my|this|own) life',
    'end it all',
    'better off (?:dead|without me)',
    '(?:no|any) reason (?:left )?to (?:live|be alive|go on|stay alive)',
    '(?:life|living) (?:is|isnt|is not|has) (?:not )?(?:worth (?:living|it)|worthless|no meaning left)',
    '(?:no|what is the|whats the) point (?:in|of) living',
    'self harm(?:ing|ed)?',
    '(?:want|tired of|done with) (?:\\p{L}+ )?(?:living|being alive|life itself)',
    'tak(?:e|ing) my (?:own )?life',
    '(?:nobody|no one) would (?:notice|care|miss me) if i (?:died|was gone|were gone|disappeared)',
  ),
  distress: phrases(
    '(?:hopeless|worthless|helpless|devastated|heartbroken|broken inside|empty inside|numb)',
    '(?:cant|cannot) (?:take|do|handle|bear) (?:it|this) (?:anymore|any more)',
    '(?:panic|anxiety) attacks?',
    '(?:depressed|depression)',
    '(?:nobody|no one) (?:cares|loves me|understands me)',
    '(?:crying|cried) (?:all|every|the whole|myself) (?:\\p{L}+ ){0,2}(?:night|day|sleep)',
    '(?:my|our) (?:\\p{L}+ )?(?:mother|mom|father|dad|brother|sister|friend|husband|wife|child|son|daughter|grandmother|grandfather) (?:has |just )?(?:died|passed away)',
    '(?:all|so|completely) alone',
  ),
  abuse: phrases(
    '(?:he|she|they|husband|wife|boyfriend|girlfriend|father|mother|dad|mom|partner|in laws) (?:\\p{L}+ )?(?:beats?|hits?|slaps?|abuses?|chokes?|rapes?|raped|threatens?) (?:me|us)',
    '(?:domestic violence|marital rape|molested me|raped me)',
  ),
  minor: phrases(
    '(?:i am|im|i m|me) (?:1[0-7]|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)(?: years?(?: old)?| yrs?(?: old)?| yo)',
    '(?:i am|im) in (?:class|grade|std) (?:[5-9]|10|11)(?:th)?',
  ),
};
