/** What a handler may know about the call besides its request. */
export class CallContext {
  constructor(
    readonly subject: string,
    /** Aborted when the caller tells a stream to stop. A caller who merely leaves does not abort. */
    readonly signal: AbortSignal,
  ) {}
}
