import { requireNode } from './node-version.mjs';
import { complain, say } from './say.mjs';

try {
  requireNode();
  // Only now: the rest uses what an older Node does not have.
  const { installPackages } = await import('./install.mjs');
  const { allSteps, chosenSteps } = await import('./checks/steps.mjs');
  const { runSteps, tableOf } = await import('./checks/run-steps.mjs');
  const steps = chosenSteps(allSteps(), process.argv.slice(2));
  await installPackages({ say });
  const results = await runSteps(steps, say);
  say(`\nstep         result  seconds\n${tableOf(steps, results)}`);
  process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
} catch (error) {
  complain(error);
  process.exitCode = 1;
}
