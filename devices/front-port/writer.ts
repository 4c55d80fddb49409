import { ensure } from "../../simulator/kernel/errors.ts";
import { MAX_PAYLOAD_BYTES } from "../bench-port/constants.ts";
import { benchMessage, encodeBenchMessage } from "../bench-port/frame.ts";
import type { FaceFrames, FaceImage } from "../readers/face-gate.ts";
import type { FrontFrame, FrontMessage } from "./frame.ts";
import { frontMessages } from "./messages.ts";

/** The bytes of a message. */
export function encodeFront({ number, message }: FrontFrame): Uint8Array {
  const row = frontMessages[message.kind] as { readonly type: number; write(message: FrontMessage): Uint8Array };
  const payload = row.write(message);
  ensure(
    payload.length <= MAX_PAYLOAD_BYTES,
    `a ${message.kind} of ${payload.length} bytes does not fit the front port`,
  );
  return encodeBenchMessage(benchMessage(row.type, number, payload));
}

/** A try as messages: what each frame measures, then its pixels in pieces. */
export function pictureMessages([first, later]: FaceFrames): readonly FrontMessage[] {
  const frames = later === undefined ? [first] : [first, later];
  return frames.flatMap(({ widthPx, heightPx, luma }, frame): readonly FrontMessage[] => [
    { kind: "picture", widthPx, heightPx, frame, frames: frames.length },
    ...pieces(luma),
  ]);
}

function pieces(luma: FaceImage["luma"]): readonly FrontMessage[] {
  return Array.from({ length: Math.ceil(luma.length / MAX_PAYLOAD_BYTES) }, (_, piece) => ({
    kind: "luma",
    bytes: luma.subarray(piece * MAX_PAYLOAD_BYTES, (piece + 1) * MAX_PAYLOAD_BYTES),
  }));
}
