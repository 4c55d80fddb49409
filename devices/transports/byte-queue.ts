const FIRST_CAPACITY_BYTES = 1_024;

/**
 * Bytes of a stream in the order they came, however they were cut. It grows by doubling, so that a stream that comes
 * byte by byte costs no more than one that comes whole. Whoever pushes sees to the bound.
 */
export class ByteQueue {
  #bytes = new Uint8Array(FIRST_CAPACITY_BYTES);
  #start = 0;
  #end = 0;

  /** Bytes that wait. */
  get lengthBytes(): number {
    return this.#end - this.#start;
  }

  push(chunk: Uint8Array): void {
    if (this.#end + chunk.length > this.#bytes.length) this.#makeRoom(chunk.length);
    this.#bytes.set(chunk, this.#end);
    this.#end += chunk.length;
  }

  /** The byte at `offset` of those that wait; undefined behind the last. */
  at(offset: number): number | undefined {
    return offset < this.lengthBytes ? this.#bytes[this.#start + offset] : undefined;
  }

  /** Offset of the first byte of this value at or behind `from`; -1 when there is none. */
  indexOf(value: number, from: number): number {
    const index = this.#bytes.subarray(this.#start, this.#end).indexOf(value, from);
    return index;
  }

  /** Takes the first `count` bytes out, as a copy; fewer when fewer wait. */
  take(count: number): Uint8Array {
    const end = Math.min(this.#start + count, this.#end);
    const taken = this.#bytes.slice(this.#start, end);
    this.#start = end;
    if (this.#start === this.#end) this.#start = this.#end = 0;
    return taken;
  }

  #makeRoom(moreBytes: number): void {
    const live = this.#bytes.subarray(this.#start, this.#end);
    const needed = live.length + moreBytes;
    const room = needed * 2 <= this.#bytes.length ? this.#bytes.length : Math.max(this.#bytes.length * 2, needed);
    const bytes = new Uint8Array(room);
    bytes.set(live);
    this.#bytes = bytes;
    this.#start = 0;
    this.#end = live.length;
  }
}
