const SIGNS =
  'a.- b-... c-.-. d-.. e. f..-. g--. h.... i.. j.--- k-.- l.-.. m-- n-. o--- p.--. q--.- r.-. s... t- u..- v...- w.-- ' +
  'x-..- y-.-- z--.. 0----- 1.---- 2..--- 3...-- 4....- 5..... 6-.... 7--... 8---.. 9----.';

/** Letters and digits by their dots and dashes. */
export const MORSE: ReadonlyMap<string, string> = new Map(
  SIGNS.split(' ').map((sign) => [sign.slice(1), sign.slice(0, 1)]),
);
