import { useSyncExternalStore } from 'react';
import { onLoginChange, signedInAs } from '../api/login';
import { queryClient } from './query-client';

let person = signedInAs();

// Before anything is drawn anew: what was read for one person is never shown to another.
onLoginChange(() => {
  if (signedInAs() === person) return;
  person = signedInAs();
  queryClient.clear();
});

/** Who is signed in on this device, if somebody is. */
export const useSignedIn = (): string | undefined => useSyncExternalStore(onLoginChange, signedInAs);
