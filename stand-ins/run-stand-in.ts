interface StandIn {
  readonly close: () => Promise<void>;
}

/**
 * Runs a stand-in as a process of its own: says in one JSON line where it listens, and ends with
 * code 0 on SIGTERM or SIGINT. A start that fails says why and ends with code 1.
 */
export const runStandIn = async <T extends StandIn>(
  name: string,
  start: () => Promise<T>,
  addresses: (standIn: T) => Readonly<Record<string, string>>,
): Promise<void> => {
  try {
    const standIn = await start();
    const stop = (): void => void standIn.close().finally(() => process.exit(0));
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
    writeLine({ stand_in: name, ...addresses(standIn) });
  } catch (error) {
    writeLine({ stand_in: name, error: error instanceof Error ? error.message : String(error) });
    process.exitCode = 1;
  }
};

const writeLine = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
