/**
 * The addresses of the web client's screens. All of them are the same page, which shows the one that is asked for;
 * any other address is unknown. The client's own list is `apps/web/src/app/screens.tsx`.
 */
export const SCREENS: readonly string[] = [
  '/',
  '/chat/:id',
  '/call',
  '/summary',
  '/memories',
  '/companion',
  '/passes',
  '/settings',
  '/notice',
  '/admin',
];
