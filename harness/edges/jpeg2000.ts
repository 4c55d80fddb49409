import { checkFaceImage, FACE_IMAGE_MAX_SIDE_PX, type FaceImage } from "../../devices/readers/face-gate.ts";
import { ascii, concat, latin1 } from "../../simulator/kernel/bytes.ts";
import { layout, raw, u8, u16be, u32be } from "../../simulator/kernel/layout.ts";

/**
 * JPEG 2000 for the face photograph of the card (my-number-card.md §1.4, EF 0002 tag DF27: JP2, grey). The codec knows
 * bare codestreams; the JP2 boxes around them are ours. Clauses below are of ISO/IEC 15444-1.
 */
export interface Jpeg2000 {
  /** A JP2 file, with loss: about 8 kB for a portrait of 240 x 320. A MisuseError when the picture is not one. */
  encode(image: FaceImage): Uint8Array;
  /**
   * The picture in a JP2 file or a bare codestream of one grey component, 8 bits, one tile, at most 2000 pixels a side.
   * Undefined for everything else, cut off bytes too; damage among the coefficients gives smudges, as in any reader.
   */
  decode(bytes: Uint8Array): FaceImage | undefined;
}

/** The picture's bytes to one byte of the file (our choice; my-number-card.md §7.5 reckons 10 kB for the whole front). */
const COMPRESSION_RATIO = 10;
/** Halvings of the picture the wavelet makes; OpenJPEG refuses more than the shorter side allows. */
const MAX_DECOMPOSITIONS = 5;
/** Boxes looked at before giving up: a JP2 has a handful. */
const MAX_BOXES = 32;

let loading: Promise<Jpeg2000> | undefined;

/** Loads the codec at the first call; afterwards both ways are synchronous. */
export function loadJpeg2000(): Promise<Jpeg2000> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Jpeg2000> {
  const { default: start } = await import("@cornerstonejs/codec-openjpeg/wasmjs");
  const silence = (): void => {}; // the codec would report damage on the console; a missing picture says it as well
  const codec = await start({ print: silence, printErr: silence });

  const encode = (image: FaceImage): Uint8Array => {
    checkFaceImage(image);
    const encoder = new codec.J2KEncoder();
    try {
      const { widthPx: width, heightPx: height } = image;
      const info = { width, height, bitsPerSample: 8, componentCount: 1, isSigned: false };
      encoder.getDecodedBuffer(info).set(image.luma);
      encoder.setDecompositions(Math.min(MAX_DECOMPOSITIONS, Math.floor(Math.log2(Math.min(width, height)))));
      encoder.setQuality(false, 1); // before the ratio: it makes room for it
      encoder.setCompressionRatio(0, COMPRESSION_RATIO);
      encoder.encode();
      return jp2File(width, height, encoder.getEncodedBuffer());
    } finally {
      encoder.delete();
    }
  };

  const decode = (bytes: Uint8Array): FaceImage | undefined => {
    const codestream = startsWithCodestream(bytes) ? bytes : codestreamOf(bytes);
    const size = codestream === undefined ? undefined : decodableSize(codestream);
    if (codestream === undefined || size === undefined) return undefined;
    const decoder = new codec.J2KDecoder();
    try {
      decoder.getEncodedBuffer(codestream.length).set(codestream);
      decoder.decode();
      const luma = new Uint8Array(decoder.getDecodedBuffer());
      return luma.length === size.widthPx * size.heightPx ? { ...size, luma } : undefined;
    } catch {
      return undefined; // the codec ran out of memory or trapped
    } finally {
      decoder.delete();
    }
  };
  return { encode, decode };
}

/** SOC and SIZ, the markers a codestream starts with (A.4.1, A.5.1). */
const START_OF_CODESTREAM = 0xff4fff51;

/** SOC and the SIZ marker segment of a codestream with one component (A.5.1). */
const codestreamHead = layout({
  start: u32be,
  segmentLength: u16be,
  capabilities: u16be,
  width: u32be,
  height: u32be,
  offsetX: u32be,
  offsetY: u32be,
  tileWidth: u32be,
  tileHeight: u32be,
  tileOffsetX: u32be,
  tileOffsetY: u32be,
  components: u16be,
  depth: u8,
  samplingX: u8,
  samplingY: u8,
});

function startsWithCodestream(bytes: Uint8Array): boolean {
  return bytes.length >= 4 && u32be.read(bytes.subarray(0, 4)) === START_OF_CODESTREAM;
}

/**
 * The size a codestream announces, when the codec can be trusted with it. The codec believes every number: it reads past
 * its buffers when the component is thinner than the picture, and 55,000 tiles of a damaged head cost it 0.5 GB.
 */
function decodableSize(codestream: Uint8Array): { readonly widthPx: number; readonly heightPx: number } | undefined {
  if (codestream.length < codestreamHead.lengthBytes) return undefined;
  const head = codestreamHead.decode(codestream.subarray(0, codestreamHead.lengthBytes));
  const fits = (side: number, tile: number): boolean => side >= 1 && side <= FACE_IMAGE_MAX_SIDE_PX && tile >= side;
  const grey = head.components === 1 && head.depth === 7 && head.samplingX === 1 && head.samplingY === 1;
  const bounded = fits(head.width, head.tileWidth) && fits(head.height, head.tileHeight);
  return startsWithCodestream(codestream) && grey && bounded
    ? { widthPx: head.width, heightPx: head.height }
    : undefined;
}

/** Length and type before the contents of every box (I.4). */
const boxHead = layout({ lengthBytes: u32be, type: raw(4) });
/** Image Header box (I.5.3.1): bit depth less one, compression 7 is JPEG 2000. */
const imageHeader = layout({
  height: u32be,
  width: u32be,
  components: u16be,
  depth: u8,
  compression: u8,
  unknownColour: u8,
  rights: u8,
});
/** Colour Specification box (I.5.3.3) with an enumerated colour space; 17 is greyscale. */
const colour = layout({ method: u8, precedence: u8, approximation: u8, space: u32be });

function box(type: string, ...contents: readonly Uint8Array[]): Uint8Array {
  const lengthBytes = contents.reduce((sum, part) => sum + part.length, boxHead.lengthBytes);
  return concat(boxHead.encode({ lengthBytes, type: ascii(type) }), ...contents);
}

/** The smallest JP2 file around a codestream: signature, file type, header, codestream (I.2.2). */
function jp2File(width: number, height: number, codestream: Uint8Array): Uint8Array {
  const about = { height, width, components: 1, depth: 7, compression: 7, unknownColour: 0, rights: 0 };
  const grey = { method: 1, precedence: 0, approximation: 0, space: 17 };
  return concat(
    box("jP  ", u32be.write(0x0d0a870a)),
    box("ftyp", ascii("jp2 "), u32be.write(0), ascii("jp2 ")),
    box("jp2h", box("ihdr", imageHeader.encode(about)), box("colr", colour.encode(grey))),
    box("jp2c", codestream),
  );
}

/** The contents of the first codestream box of a JP2 file; a length of 0 means up to the end of the file (I.4). */
function codestreamOf(file: Uint8Array): Uint8Array | undefined {
  let at = 0;
  for (let boxes = 0; boxes < MAX_BOXES && at + boxHead.lengthBytes <= file.length; boxes++) {
    const { lengthBytes, type } = boxHead.decode(file.subarray(at, at + boxHead.lengthBytes));
    const end = lengthBytes === 0 ? file.length : at + lengthBytes;
    if (end < at + boxHead.lengthBytes || end > file.length) return undefined;
    if (latin1(type) === "jp2c") return file.subarray(at + boxHead.lengthBytes, end);
    at = end;
  }
  return undefined;
}
