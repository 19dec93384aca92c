import { requireNode } from './node-version.mjs';
import { complain, say } from './say.mjs';
import { helpText, startOptions } from './start/arguments.mjs';

try {
  const options = startOptions(process.argv.slice(2));
  if (options.help) {
    say(helpText);
  } else {
    requireNode();
    // Only now: the rest uses what an older Node does not have.
    const { runUntilAsked } = await import('./start/run-until-asked.mjs');
    process.exit(await runUntilAsked(options));
  }
} catch (error) {
  complain(error);
  process.exitCode = 1;
}
