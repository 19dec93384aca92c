/** Words by which a sentence tells something that will still be true in a month. */
export const LASTING_FACTS: readonly {
  readonly kind: 'fact' | 'preference' | 'person' | 'event';
  readonly phrases: readonly string[];
}[] = [
  {
    kind: 'person',
    phrases: [
      'my ~ name is|my ~ is called|my ~ is named',
      'mera ~ naam|meri ~ naam|mere ~ naam|ka naam|ki naam',
      'मेरा ~ नाम|मेरी ~ नाम|मेरे ~ नाम|का नाम',
    ],
  },
  {
    kind: 'event',
    phrases: [
      'birthday is|anniversary is|wedding is|getting married|interview on|exam on',
      'janamdin ~ hai|birthday ~ hai|shaadi ~ hai|shadi ~ hai',
      'जन्मदिन ~ है|शादी ~ है|सालगिरह ~ है',
    ],
  },
  {
    kind: 'preference',
    phrases: [
      'my favourite|my favorite|i am allergic|i dont eat|i am vegetarian',
      'mujhe ~ pasand hai|mujhe ~ pasand nahi|se allergy hai',
      'मुझे ~ पसंद है|मुझे ~ पसंद नहीं|से एलर्जी है',
    ],
  },
  {
    kind: 'fact',
    phrases: [
      'i live in|i work as|i work at|i work in|i study|i am from|i moved to|i have a',
      'main ~ rehti hoon|main ~ rehta hoon|main ~ kaam karti|main ~ kaam karta|main ~ padhti|main ~ padhta',
      'मैं ~ रहती हूँ|मैं ~ रहता हूँ|मैं ~ काम करती|मैं ~ काम करता|मैं ~ पढ़ती|मैं ~ पढ़ता',
    ],
  },
];
