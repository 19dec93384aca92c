/** What somebody said in four evenings; the model stand-in finds something different in each. */
export const evenings = {
  honest: [
    'I am so tired, my boss shouted at me in front of everyone',
    'I want someone honest, kind and patient. I hate liars.',
    'I have an interview next Monday and I keep overthinking',
    'I love it when someone hugs me',
    'just listen, dont give me advice',
  ],
  hinglish: [
    'yaar aaj bahut bura din tha',
    'main mana nahi kar paati kisi ko',
    'mujhe aisa insaan chahiye jo sach bole aur meri baat sune',
    'kal mera exam hai aur neend nahi aa rahi',
  ],
  hindi: [
    'आज बहुत अकेलापन लग रहा है',
    'मुझे झूठ बिल्कुल पसंद नहीं, ईमानदारी चाहिए',
    'मैं बहुत सोचती रहती हूँ',
    'काश कोई मेरे साथ समय बिताए',
  ],
  plain: ['hello', 'I had tea', 'it rained today'],
} as const;
