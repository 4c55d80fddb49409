import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FrontMessage } from "../../../devices/front-port/frame.ts";
import { PictureIntake } from "../../../devices/front-port/picture-intake.ts";
import { pictureMessages } from "../../../devices/front-port/writer.ts";
import type { FaceImage } from "../../../devices/readers/face-gate.ts";
import { anyMessage } from "./any-message.ts";

const grey = (widthPx: number, heightPx: number, luma: number): FaceImage => ({
  widthPx,
  heightPx,
  luma: new Uint8Array(widthPx * heightPx).map((_, pixel) => (pixel + luma) & 0xff),
});
const takenBy = (intake: PictureIntake, messages: readonly FrontMessage[]) =>
  messages.map((piece) => intake.take(piece));
const head = (frame: number, frames: number): FrontMessage => ({
  kind: "picture",
  widthPx: 2,
  heightPx: 1,
  frame,
  frames,
});
const luma = (...bytes: number[]): FrontMessage => ({ kind: "luma", bytes: Uint8Array.from(bytes) });

describe("a picture in pieces", () => {
  it("is whole with the last piece and not before, with one frame and with two", () => {
    const size = fc.record({ widthPx: fc.integer({ min: 1, max: 120 }), heightPx: fc.integer({ min: 1, max: 120 }) });
    fc.assert(
      fc.property(size, fc.option(size), (first, later) => {
        const one = grey(first.widthPx, first.heightPx, 1);
        const frames = later === null ? ([one] as const) : ([one, grey(later.widthPx, later.heightPx, 2)] as const);
        const messages = pictureMessages(frames);
        const taken = takenBy(new PictureIntake(), messages);
        expect(taken.at(-1)).toEqual({ kind: "whole", frames });
        expect(taken.slice(0, -1).every(({ kind }) => kind === "more")).toBe(true);
        expect(messages.every((piece) => piece.kind !== "luma" || piece.bytes.length <= 4_096)).toBe(true);
      }),
    );
  });

  it.each([
    ["pixels before the frame is told", [luma(1)]],
    ["more pixels than were told", [head(0, 1), luma(1, 2, 3)]],
    ["the second frame first", [head(1, 2)]],
    ["a frame in the middle of another", [head(0, 2), luma(1), head(1, 2)]],
    ["a second frame that is one of one", [head(0, 2), luma(1, 2), head(0, 1)]],
    ["something else in the middle", [head(0, 1), { kind: "untouched" } as const]],
  ])("%s is misplaced", (_title, messages) => {
    expect(takenBy(new PictureIntake(), messages).at(-1)).toEqual({ kind: "misplaced" });
  });

  it("never is more than was announced, whatever comes", () => {
    fc.assert(
      fc.property(fc.array(anyMessage, { maxLength: 20 }), (messages) => {
        const intake = new PictureIntake();
        for (const piece of messages) {
          const taken = intake.take(piece);
          if (taken.kind !== "whole") continue;
          for (const frame of taken.frames)
            expect(frame?.luma.length).toBe((frame?.widthPx ?? 0) * (frame?.heightPx ?? 0));
        }
      }),
    );
  });
});
