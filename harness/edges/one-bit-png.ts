import { constants, crc32, deflateSync } from "node:zlib";
import { ascii, concat } from "../../simulator/kernel/bytes.ts";
import { ensure } from "../../simulator/kernel/errors.ts";
import { layout, u8, u32be } from "../../simulator/kernel/layout.ts";

/** A picture in black and white: `ink` row by row from the top left, one byte a pixel, 1 black and 0 white. */
export interface OneBitImage {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly ink: Uint8Array;
}

/** PNG §5.2. */
const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** PNG §11.2.1. */
const header = layout({
  widthPx: u32be,
  heightPx: u32be,
  bitDepth: u8,
  colourType: u8,
  compression: u8,
  filter: u8,
  interlace: u8,
});
/** The type byte before each row that says: no filter (PNG §9.2). */
const NO_FILTER = 0;

/**
 * A PNG of one bit a pixel: greyscale (colour type 0), bit depth 1, one IDAT, and no chunk that is not needed. The
 * chip's pictures have 1 bit a pixel (my-number-card.md §1.4); that it is grey and not a palette of two is our choice.
 */
export function oneBitPng({ widthPx, heightPx, ink }: OneBitImage): Uint8Array {
  ensure(widthPx > 0 && heightPx > 0 && ink.length === widthPx * heightPx, "a picture has one byte of ink a pixel");
  const about = { widthPx, heightPx, bitDepth: 1, colourType: 0, compression: 0, filter: 0, interlace: 0 };
  // Runs only: the search for longer matches depends on the processor, and these pictures must be the same on all.
  const compressed = deflateSync(packedRows(widthPx, heightPx, ink), { level: 9, strategy: constants.Z_RLE });
  return concat(SIGNATURE, chunk("IHDR", header.encode(about)), chunk("IDAT", compressed), chunk("IEND"));
}

/** Each row from a byte of its own, the leftmost pixel in the highest bit, white 1 (PNG §7.2); what is over stays 0. */
function packedRows(widthPx: number, heightPx: number, ink: Uint8Array): Uint8Array {
  const rowBytes = 1 + Math.ceil(widthPx / 8);
  const packed = new Uint8Array(rowBytes * heightPx).fill(0);
  for (let y = 0; y < heightPx; y++) {
    packed[y * rowBytes] = NO_FILTER;
    for (let x = 0; x < widthPx; x++) {
      const at = y * rowBytes + 1 + (x >> 3);
      if (ink[y * widthPx + x] === 0) packed[at] = (packed[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return packed;
}

/** Length of the contents, type, contents, and a checksum over the latter two (PNG §5.3). */
function chunk(type: string, contents: Uint8Array = new Uint8Array(0)): Uint8Array {
  const checked = concat(ascii(type), contents);
  return concat(u32be.write(contents.length), checked, u32be.write(crc32(checked)));
}
