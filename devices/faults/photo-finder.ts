/** Where something lies in a file, from the first byte to before the last. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** Enough for the outer header (at most 5 bytes) and the offset table DF21 with its nine entries (21 bytes). */
const HEAD_BYTES = 26;
const [PHOTO_ENTRY, NEXT_ENTRY] = [5, 6];

/**
 * Finds the photo DF27 in the card front while it is read: the offset table at the head of the file tells where the
 * entries lie (my-number-card.md §1.4). Keeps nothing of the file but its head, which holds no personal data.
 */
export class PhotoFinder {
  readonly #heads = new Map<string, (number | undefined)[]>();

  /** Takes what a reader was answered from `offset` on; the photo, once the head of the file went by. */
  shown(reader: string, offset: number, data: Uint8Array): Span | undefined {
    const head = this.#heads.get(reader) ?? [];
    this.#heads.set(reader, head);
    for (let at = offset; at < Math.min(HEAD_BYTES, offset + data.length); at++) head[at] = data[at - offset];
    return photoIn(head);
  }
}

/** `FF20 len DF21 len offsets`: one 16-bit offset an entry, counted from the first byte of the file to the entry's tag. */
function photoIn(head: readonly (number | undefined)[]): Span | undefined {
  const length = head[2] ?? 0;
  const table = length < 0x80 ? 3 : length === 0x81 ? 4 : 5;
  if (head[0] !== 0xff || head[1] !== 0x20 || head[table] !== 0xdf || head[table + 1] !== 0x21) return undefined;
  const offsetOf = (entry: number): number | undefined => {
    const [high, low] = [head[table + 3 + 2 * entry], head[table + 4 + 2 * entry]];
    return high === undefined || low === undefined ? undefined : (high << 8) | low;
  };
  const [tag, to] = [offsetOf(PHOTO_ENTRY), offsetOf(NEXT_ENTRY)];
  return tag === undefined || to === undefined ? undefined : { from: tag + headerBytes(to - tag), to };
}

/** Bytes of the tag DF27 and of a length in its shortest form, in an entry of so many bytes altogether. */
function headerBytes(entryBytes: number): number {
  if (entryBytes < 3 + 0x80) return 3;
  return entryBytes < 4 + 0x100 ? 4 : 5;
}
