/** English words that say nothing by themselves. */
export const ENGLISH_STOP_WORDS: readonly string[] = (
  'a an the and or but if of to in on at for with from by is are was were be been being am i you he she it we they ' +
  'me him her us them my your his its our their mine yours this that these those do does did done doing have has had ' +
  'having will would can could should shall may might must not no nor so as than then there here what which who ' +
  'whom whose when where why how just very too about into up out over off oh well yeah yes okay ok hey hi hello get ' +
  'got getting gotten going go gone gonna going wanna also really quite some any all both each more most such own same only again ' +
  'once because while until after before during between through above below down under further s t re ve ll d m n ca ' +
  'wo don didn doesn isn wasn aren weren hasn haven hadn won wouldn couldn shouldn im ive dont didnt thats theres ' +
  'let lets please thing things something anything everything someone anyone lot bit kind sort tell told say said ' +
  'ever like know think mean see one name named called happen happened make makes made take takes took ' +
  'remember remembers remembered remind forget forgot long time use used give gave come came feel felt put keep way ' +
  'went since against towards toward without within become becomes became becoming bring brings brought whether'
).split(' ');

/** The same of Hindi, as it is typed in Latin letters. */
export const HINDI_STOP_WORDS: readonly string[] = (
  'hai hain he ho hu hun hoon tha thi the thay thin hoga hogi honge hona hone hui hua hue ka ki ke ko kaa kii se ne ' +
  'me mein men par pe tak bhi hi to toh aur ya lekin magar par agar phir fir kyunki kyonki jab tab jo jis jise jisne ' +
  'us uss usi usne use uska uski uske unka unki unke unko unhe un unhone is iss isi isne ise iska iski iske inka inki ' +
  'inke ye yeh yah wo woh vo voh vah wahi yahi yahan wahan yaha waha main mai maine mujhe mujhko mujh mera meri mere ' +
  'hum ham hume hamen hamara hamari hamare humara humari tum tumhe tumne tumhara tumhari tumhare tumko tu tune tujhe ' +
  'tera teri tere aap aapne aapko aapka aapki aapke apna apni apne kya kyaa kyu kyun kyon kaun kon kaunsa kaunsi kise kis kisi kisse kisko ' +
  'kiska kiski kiske kisne kab kahan kaha kaise kaisa kaisi kitna kitni kitne nahi nahin nhi na mat haan han ji yaar ' +
  'arre are acha accha achha bas sirf bahut bohot bahot thoda thodi kuch koi sab sabhi wala wali wale raha rahi rahe ' +
  'kar karo kare karen karna karne karta karti karte kara kari kiya kiye ki karke karunga karungi gaya gayi gaye jata jati jate ' +
  'ja jaa jao jana jane jaane diya di diye de do dena dene deta deti dete liya li liye le lo lena lene leta leti lete ' +
  'aa aao aana aane aata aati aate aaya aayi aaye bola boli bole bolo bolna bata batao bataya batayi batana batayaa ' +
  'kaha kahi kahe kehna kehte kehta kehti chahiye chahta chahti sakta sakti sakte saka saki wagairah matlab abhi yaad naam ' +
  'hota hoti hote lagta lagti lagte laga lagi lage lagna wajah baare samay saa si kaunse konsa konse cheez cheezein ' +
  'chiz saath sath humne hamne hamse humse mujhse tujhse tumse aapse unse inse usse isse jinse honi paas liye andar ' +
  'saari saare saara dono khud bina'
).split(' ');

/** In these the person who speaks means themselves. */
export const FIRST_PERSON: readonly string[] = (
  'i me my mine myself we our us main mai maine mujhe mujhko mujh mera meri mere hum ham hamara hamari hamare humara ' +
  'humari apna apni apne'
).split(' ');

/** In these they mean the companion. */
export const SECOND_PERSON: readonly string[] = (
  'you your yours yourself tum tumne tumhe tumhara tumhari tumhare tu tune tujhe tera teri tere aap aapne aapko aapka ' +
  'aapki aapke saathi sathi'
).split(' ');

/** They ask for a time. */
export const ASKS_FOR_TIME: readonly string[] = 'when kab date time samay tarikh tareekh din'.split(' ');

/** They tell one. */
export const TIME_WORDS: readonly string[] = (
  'yesterday today tonight tomorrow week weekend month year monday tuesday wednesday thursday friday saturday sunday ' +
  'morning evening afternoon night ago january february march april may june july august september october november ' +
  'december minute hour later soon last next kal aaj parso parson subah shaam sham raat dopahar hafta hafte mahina ' +
  'mahine saal sal somvar somwar mangalvar mangalwar budhvar budhwar guruvar guruwar shukravar shukrawar shanivar ' +
  'shaniwar ravivar raviwar itvaar itwar baje tarikh tareekh pehle baad diwali holi eid christmas dinon dino'
).split(' ');

/** The months, as they are named in each language. */
export const MONTH_WORDS: readonly string[] = [
  'january janvari',
  'february farvari',
  'march maarch',
  'april aprail',
  'mai',
  'june',
  'july julai',
  'august agast',
  'september sitambar',
  'october aktubar',
  'november navambar',
  'december disambar',
];
