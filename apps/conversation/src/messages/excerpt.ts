const letters = new Intl.Segmenter('hi-IN', { granularity: 'grapheme' });

/**
 * The beginning of a text that is longer than so many characters (Unicode code points), up to the end of a word if one
 * ends in its second half, and with no letter or emoji cut in two.
 */
export const excerpt = (text: string, most: number): string => {
  const characters = [...text];
  if (characters.length <= most) return text;
  const space = characters.lastIndexOf(' ', most - 2);
  if (space >= most / 2) return `${characters.slice(0, space).join('')} …`;
  const end = characters.slice(0, most - 2).join('').length;
  return `${text.slice(0, letters.segment(text).containing(end)?.index)} …`;
};
