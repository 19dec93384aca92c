/** Where a code was asked for. It opens that door and no other. */
export type Door = 'people' | 'operators';

/** Who a code is asked for by, and whether its mail goes out at all. */
export interface Asking {
  readonly door: Door;
  /** False for an address that the door is closed to: everything happens as if, but for the mail. */
  readonly isExpected: boolean;
}
