/** What is left of the free messages; null while a pass runs. */
export const leftOf = (premium: boolean, used: number, limit: number): number | null =>
  premium ? null : Math.max(0, limit - used);
