import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** The billing service as a process of its own, which may be killed. */
export class BillingProcess {
  private constructor(private readonly child: ChildProcess) {}

  /** @returns once it answers */
  static async start(environment: Record<string, string>): Promise<BillingProcess> {
    const child = spawn(process.execPath, ['--enable-source-maps', 'dist/apps/billing/src/main.js'], {
      env: { PATH: process.env['PATH'], ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    for await (const text of child.stdout) {
      said += String(text);
      if (said.includes('service started')) break;
    }
    if (child.exitCode !== null) throw new Error(`billing ended: ${said}`);
    return new BillingProcess(child);
  }

  /** Takes it away as the kernel would. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill(signal);
    await ended;
  }
}
