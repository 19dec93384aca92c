/**
 * The largest message the broker takes: the smallest power of two that a full page of a hundred messages
 * fits into, with the longest text and the worst that JSON makes of it.
 */
export const MAX_PAYLOAD_BYTES = 4 * 1024 * 1024;
