import { DomainError, type ReplyChunk, type RescuedReplyView } from '@saathi/contracts';

/** What one reader has of a reply. */
export class SeenReply {
  reply_id: string | undefined;
  /** The number of the last frame. */
  after: number;
  /** All that was said, or null for a reader who came later. */
  text: string | null;
  private attempt: number | undefined;
  private isAnother = false;

  /** @param joined where a reader comes in; without it, at the beginning */
  constructor(joined?: { readonly reply_id: string; readonly after: number }) {
    this.reply_id = joined?.reply_id;
    this.after = joined?.after ?? 0;
    this.text = this.after === 0 ? '' : null;
    this.attempt = joined === undefined ? 1 : undefined;
  }

  /** Takes a frame in. @returns whether the reader is to have it */
  note({ id, frame }: ReplyChunk): boolean {
    this.after = id;
    if (frame.event === 'message') this.reply_id = frame.data.reply_id;
    if (frame.event !== 'delta') return true;
    if (this.isAnother) return false;
    if (this.text !== null) this.text += frame.data.text;
    return true;
  }

  /** Says which attempt makes the reply. Words of another are not mixed with those that were shown. */
  madeBy(attempt: number): void {
    this.attempt ??= attempt;
    if (this.attempt !== attempt && this.text !== '') this.isAnother = true;
  }

  /**
   * The frames that are still missing of a reply that is over.
   * @throws DomainError `model_unavailable` when it is not whole
   */
  *rest({ state, done }: RescuedReplyView): Iterable<ReplyChunk> {
    const text = done?.message.text ?? '';
    if (this.text !== null && text.length > this.text.length && text.startsWith(this.text)) {
      this.after += 1;
      yield { id: this.after, frame: { event: 'delta', data: { text: text.slice(this.text.length) } } };
    }
    if (state === 'partial' || state === 'failed')
      throw new DomainError(
        'model_unavailable',
        'The reply was interrupted. Your message is kept; try again.',
      );
    if (done !== null) yield { id: this.after + 1, frame: { event: 'done', data: done } };
  }
}
