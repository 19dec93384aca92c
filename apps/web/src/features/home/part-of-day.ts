export type PartOfDay = 'morning' | 'day' | 'evening' | 'night';

/** @param hour 0 to 23, where the person is */
export const partOfDay = (hour: number): PartOfDay => {
  if (hour >= 5 && hour < 12) return 'morning';
  if (hour >= 12 && hour < 17) return 'day';
  return hour >= 17 && hour < 23 ? 'evening' : 'night';
};
