import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';
import { join } from 'node:path';

/* Loaded into each of our processes when profiles are wanted: writes one at its end. */

const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.start');
process.on('exit', () => {
  session.post('Profiler.stop', (error, result) => {
    if (error === null) {
      const file = join(new URL(import.meta.url).searchParams.get('to') ?? '.', `${process.pid}.cpuprofile`);
      writeFileSync(file, JSON.stringify(result.profile));
    }
  });
});
