import { layout, u8, u16be, u32be } from "../../simulator/kernel/layout.ts";
import type { Vector } from "../../simulator/kernel/vector.ts";
import { faceQualities } from "../readers/face/quality.ts";
import { FACE_IMAGE_MAX_SIDE_PX } from "../readers/face-gate.ts";
import { FROM_FRONT, TO_FRONT } from "./constants.ts";
import type { FrontFrame, FrontMessage } from "./frame.ts";
import { jsonBytes, readJson } from "./json.ts";
import { readTouch, readView } from "./screen-text.ts";

/** One kind of message: its type, its payload both ways, and whole frames that prove them. */
interface MessageRow<M extends FrontMessage> {
  readonly type: number;
  /** The message, or undefined when the payload is none of this kind. */
  read(payload: Uint8Array): M | undefined;
  write(message: M): Uint8Array;
  readonly vectors: readonly Vector<FrontFrame>[];
}

type MessageOf<K extends FrontMessage["kind"]> = Extract<FrontMessage, { readonly kind: K }>;

const waiting = layout({ waitMs: u32be });
const head = layout({ widthPx: u16be, heightPx: u16be, frame: u8, frames: u8 });
const scores = layout({ match: u16be, live: u16be, quality: u8 });
/** A score is in thousandths. */
const WHOLE = 1_000;
const MOST_FRAMES = 2;

const NOTHING = new Uint8Array(0);

/** A kind that says all by its type. */
const bare = <K extends "withdrawn" | "untouched" | "no-picture">(
  type: number,
  kind: K,
  title: string,
  bytes: string,
): MessageRow<{ readonly kind: K } & FrontMessage> => {
  const message = { kind } as { readonly kind: K } & FrontMessage;
  return {
    type,
    read: ({ length }) => (length === 0 ? message : undefined),
    write: () => NOTHING,
    vectors: [{ title, bytes, value: { number: 7, message } }],
  };
};

const isSide = (px: number): boolean => px >= 1 && px <= FACE_IMAGE_MAX_SIDE_PX;

/** Every kind of message with its bytes, ours. */
export const frontMessages: { readonly [K in FrontMessage["kind"]]: MessageRow<MessageOf<K>> } = {
  screen: {
    type: TO_FRONT.screen,
    read(payload) {
      if (payload.length < waiting.lengthBytes) return undefined;
      const { waitMs } = waiting.decode(payload.subarray(0, waiting.lengthBytes));
      const view = readJson(payload.subarray(waiting.lengthBytes), readView);
      return view && { kind: "screen", waitMs, view };
    },
    write: ({ waitMs, view }) => Uint8Array.of(...waiting.encode({ waitMs }), ...jsonBytes(view)),
    vectors: [
      {
        title: "S01 at R1, which only informs",
        bytes: "0024 01 05 00000000 7B22726561646572223A225231222C2273637265656E223A22533031227D",
        value: { number: 5, message: { kind: "screen", waitMs: 0, view: { reader: "R1", screen: "S01" } } },
      },
      {
        title: "S03b at R1 for a minute, three tries left",
        bytes:
          "0033 01 06 0000EA60 7B22726561646572223A225231222C2273637265656E223A2253303362222C2274726965734C656674223A337D",
        value: {
          number: 6,
          message: { kind: "screen", waitMs: 60_000, view: { reader: "R1", screen: "S03b", triesLeft: 3 } },
        },
      },
    ],
  },
  withdrawn: bare(TO_FRONT.withdrawn, "withdrawn", "nobody waits for answer 7 any more", "0002 02 07"),
  "take-picture": {
    type: TO_FRONT.takePicture,
    read: ({ length, 0: attempt = 0 }) => (length === 1 ? { kind: "take-picture", attempt } : undefined),
    write: ({ attempt }) => Uint8Array.of(attempt),
    vectors: [
      {
        title: "the second try",
        bytes: "0003 03 08 01",
        value: { number: 8, message: { kind: "take-picture", attempt: 1 } },
      },
    ],
  },
  touched: {
    type: FROM_FRONT.touched,
    read(payload) {
      const touch = readJson(payload, readTouch);
      return touch && { kind: "touched", touch };
    },
    write: ({ touch }) => jsonBytes(touch),
    vectors: [
      {
        title: "looked",
        bytes: "0013 81 06 7B226B696E64223A226C6F6F6B6564227D",
        value: { number: 6, message: { kind: "touched", touch: { kind: "looked" } } },
      },
    ],
  },
  untouched: bare(FROM_FRONT.untouched, "untouched", "nothing will be done with screen 7", "0002 82 07"),
  picture: {
    type: FROM_FRONT.picture,
    read(payload) {
      if (payload.length !== head.lengthBytes) return undefined;
      const told = head.decode(payload);
      const { widthPx, heightPx, frame, frames } = told;
      const isOne = isSide(widthPx) && isSide(heightPx) && frame < frames && frames <= MOST_FRAMES;
      return isOne ? { kind: "picture", ...told } : undefined;
    },
    write: ({ widthPx, heightPx, frame, frames }) => head.encode({ widthPx, heightPx, frame, frames }),
    vectors: [
      {
        title: "the first of two frames of 320 × 400 pixels",
        bytes: "0008 83 08 0140 0190 00 02",
        value: { number: 8, message: { kind: "picture", widthPx: 320, heightPx: 400, frame: 0, frames: 2 } },
      },
    ],
  },
  luma: {
    type: FROM_FRONT.luma,
    read: (bytes) => (bytes.length > 0 ? { kind: "luma", bytes } : undefined),
    write: ({ bytes }) => bytes,
    vectors: [
      {
        title: "four pixels, black to white",
        bytes: "0006 84 08 00 55 AA FF",
        value: { number: 8, message: { kind: "luma", bytes: Uint8Array.of(0x00, 0x55, 0xaa, 0xff) } },
      },
    ],
  },
  "no-picture": bare(FROM_FRONT.noPicture, "no-picture", "nobody came before the camera in time", "0002 85 07"),
  measured: {
    type: FROM_FRONT.measured,
    read(payload) {
      if (payload.length !== scores.lengthBytes) return undefined;
      const { match, live, quality } = scores.decode(payload);
      const word = faceQualities[quality];
      if (match > WHOLE || live > WHOLE || word === undefined) return undefined;
      return { kind: "measured", measured: { match, live, quality: word } };
    },
    write: ({ measured: { match, live, quality } }) =>
      scores.encode({ match, live, quality: faceQualities.indexOf(quality) }),
    vectors: [
      {
        title: "just below the threshold, surely a person, in bad light",
        bytes: "0007 86 08 0257 03E8 02",
        value: { number: 8, message: { kind: "measured", measured: { match: 599, live: 1_000, quality: "too-dark" } } },
      },
    ],
  },
};
