/** When the day began that it is in India now, in SQL: counts "of today" are counted from here. */
export const INDIAN_DAY_START = `(date_trunc('day', now() AT TIME ZONE 'Asia/Kolkata') AT TIME ZONE 'Asia/Kolkata')`;
