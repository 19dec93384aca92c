/** Words that give Latin-script Hindi away and are not English words. */
export const HINGLISH_WORDS: ReadonlySet<string> = new Set(
  `hai hain hoon hun hu ho tha thi ka ki ke ko se mein mai main mera meri mere mujhe mujhko tera teri tere
  tu tum tumhe tumhara tumhari aap apka apki apke aapka aapki aapke aapko hum hume hamein humein hamara humara hamari
  woh wo yeh ye isko usko uski uska uske unki unka unke unhe unhone usne isne kisi koi kuch kuchh sab sabko
  kya kyu kyun kyon kaise kaisa kaisi kab kahan kaun kitna kitni kitne jab tab agar warna lekin magar kyunki
  nahi nahin nhi mat na naa haan han bilkul bahut bohot bahot boht thoda thodi zyada jyada itna itni
  aaj kal parso abhi phir fir roz raat subah shaam din ghar ghr kaam padhai dost yaar yar bhai didi
  karna karni karta karti karte karo kar kiya kiye karunga karungi raha rahi rahe rha rhi rhe gaya gayi gye
  hua hui hue hota hoti hote hoga hogi jana jaana jata jati jaa aana aata aati aaya aayi diya deta deti dena
  liya lena leta leti bol bola boli bolte bolta kaha kehna kehta kehti kehte bata batao bataya suno suna sunta
  sunti sunte sun dekh dekho dekha dekhna lag laga lagta lagti lagi raho rehta rehti rehna soch socha sochta
  sochti sochna chahiye chahta chahti chahte pasand pyaar pyar acha accha achha achi acchi achchi bura buri
  khush khushi dukh udaas udas akela akeli gussa pareshaan pareshan thak thaka thaki neend dil dimag mann man
  papa mummy maa beta beti shaadi shadi rishta rishte pati patni sasural zindagi jindagi paise paisa
  theek thik sahi galat bas sirf bhi toh wala wali wale aur ya yaad nahi matlab samajh pata kyonki
  namaste namaskar shukriya dhanyavaad dhanyawad alvida phirse dobara saath sath baat baatein liye
  mazaak mazak mazaa maza mast ekdum bilkul shayad zaroor jaldi`.split(/\s+/),
);

/** Hinglish words that English has too: they count only beside one that it has not. */
export const SHARED_WORDS: ReadonlySet<string> = new Set(
  'main man hum sun ho hu tab jab par to the me is in so ya bas hi na kar'.split(' '),
);

/** The small words without which hardly an English sentence is made. */
export const ENGLISH_WORDS: ReadonlySet<string> = new Set(
  `the a an i im ive id my mine me you your youre we our us he she it its they them his her their is am are was were be been
  being have has had do does did dont doesnt didnt will would can cant could should not no yes and or but if because so
  when what why how who where which that this these those there here to of in on at for with from about into over after
  before just very really too feel feeling felt want wanted need like love think know get got go going went make made
  say said says tell told today tomorrow yesterday tonight now then never always someone something everything nothing
  hello hey hi thanks thank please sorry okay bye good bad day night work time people friend life`.split(
    /\s+/,
  ),
);
