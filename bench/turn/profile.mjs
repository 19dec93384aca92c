import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';
import { join } from 'node:path';

/* Loaded into each of our processes when profiles are wanted: writes one at its end, without the start. */

const START_MS = 12_000;

const session = new Session();
session.connect();
session.post('Profiler.enable');
setTimeout(() => session.post('Profiler.start'), START_MS).unref();
process.on('exit', () => {
  session.post('Profiler.stop', (error, result) => {
    if (error === null && result !== undefined) {
      const file = join(new URL(import.meta.url).searchParams.get('to') ?? '.', `${process.pid}.cpuprofile`);
      writeFileSync(file, JSON.stringify(result.profile));
    }
  });
});
