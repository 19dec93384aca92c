import { Injectable } from '@nestjs/common';

/** Resolves when the thing is usable, rejects when it is not. */
export type HealthCheck = () => Promise<void>;

const CHECK_LIMIT_MS = 1000;

/** Whether this process can do its work. Each part that needs the outside adds its own check. */
@Injectable()
export class Health {
  private readonly checks = new Map<string, HealthCheck>();
  private leaving = false;

  add(name: string, check: HealthCheck): void {
    this.checks.set(name, check);
  }

  /** From now on not ready: no new work should come here. */
  leave(): void {
    this.leaving = true;
  }

  /** The names of the parts that are not usable; empty when all is well. */
  async failing(): Promise<string[]> {
    if (this.leaving) return ['shutdown'];
    const outcomes = await Promise.all(
      [...this.checks].map(async ([name, check]) => ((await passes(check)) ? undefined : name)),
    );
    return outcomes.filter((name) => name !== undefined);
  }
}

const passes = async (check: HealthCheck): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('the check took too long'));
    }, CHECK_LIMIT_MS);
  });
  try {
    await Promise.race([check(), limit]);
    return true;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
};
