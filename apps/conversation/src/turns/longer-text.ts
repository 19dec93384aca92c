/**
 * What was said, as far as two witnesses know it: the longer of two texts of which one begins with the other.
 * Where they differ it is the one that was written down.
 */
export const longerText = (written: string, heard: string): string =>
  heard.startsWith(written) ? heard : written;
