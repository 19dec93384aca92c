/** The beginning of a text that is longer than so many characters, up to the end of a word if one ends in its second half. */
export const excerpt = (text: string, most: number): string => {
  const letters = [...text];
  if (letters.length <= most) return text;
  const cut = letters.slice(0, most - 2);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end < most / 2 ? cut.length : end).join('')} …`;
};
