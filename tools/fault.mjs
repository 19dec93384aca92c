/** A failure that a person can mend: its message says what to do next, so no stack is shown. */
export class Fault extends Error {
  /** @override */
  name = 'Fault';
}
