/** A block of a pcapng file, read independently of the writer; whatever does not add up throws. */
export interface ReadBlock {
  readonly type: number;
  /** Fixed part and packet, with its padding; without options. */
  readonly body: Buffer;
  readonly options: readonly { readonly code: number; readonly value: Buffer }[];
}

const SECTION = 0x0a0d0d0a;
const PACKET = 6;

/** The blocks of a file. */
export function blocksIn(file: Uint8Array): readonly ReadBlock[] {
  const bytes = Buffer.from(file);
  const blocks: ReadBlock[] = [];
  let at = 0;
  while (at < bytes.length) {
    const type = bytes.readUInt32LE(at);
    const length = bytes.readUInt32LE(at + 4);
    if (length % 4 !== 0 || length < 12) throw new Error(`block at ${at}: length ${length}`);
    if (bytes.readUInt32LE(at + length - 4) !== length)
      throw new Error(`block at ${at}: the length at its end differs`);
    const content = bytes.subarray(at + 8, at + length - 4);
    const fixed = type === SECTION ? 16 : type === PACKET ? 20 + roundUp(content.readUInt32LE(12)) : 8;
    blocks.push({ type, body: content.subarray(0, fixed), options: optionsIn(content.subarray(fixed)) });
    at += length;
  }
  return blocks;
}

function optionsIn(bytes: Buffer): ReadBlock["options"] {
  const options: { code: number; value: Buffer }[] = [];
  let at = 0;
  while (at < bytes.length) {
    const [code, length] = [bytes.readUInt16LE(at), bytes.readUInt16LE(at + 2)];
    if (code === 0) {
      if (length !== 0 || at + 4 !== bytes.length) throw new Error("something follows the end of options");
      return options;
    }
    options.push({ code, value: bytes.subarray(at + 4, at + 4 + length) });
    if (bytes.subarray(at + 4 + length, at + 4 + roundUp(length)).some((byte) => byte !== 0))
      throw new Error("padding is not zero");
    at += 4 + roundUp(length);
  }
  if (options.length > 0) throw new Error("options without an end");
  return options;
}

const roundUp = (length: number): number => Math.ceil(length / 4) * 4;
