import { isNodeNewEnough } from './node-version.mjs';
import { complain, say } from './say.mjs';

try {
  const { node } = process.versions;
  if (isNodeNewEnough(node)) {
    // Only now: the rest uses what an older Node does not have.
    const { examine } = await import('./doctor/examine.mjs');
    process.exitCode = (await examine()) ? 0 : 1;
  } else {
    say(`fix:  Node ${node} is too old: install Node 20.19 or newer (https://nodejs.org)`);
    process.exitCode = 1;
  }
} catch (error) {
  complain(error);
  process.exitCode = 1;
}
