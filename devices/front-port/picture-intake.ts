import type { FaceFrames, FaceImage } from "../readers/face-gate.ts";
import type { FrontMessage } from "./frame.ts";

/** What a piece made of a picture: it is whole, more must come, or the piece did not belong there. */
export type Taken = { readonly kind: "whole"; readonly frames: FaceFrames } | { readonly kind: "more" | "misplaced" };

const MORE: Taken = { kind: "more" };
const MISPLACED: Taken = { kind: "misplaced" };

/** Puts the frames of one try together from their pieces. Holds what was announced and not a byte more. */
export class PictureIntake {
  readonly #whole: FaceImage[] = [];
  #frames = 0;
  #coming: FaceImage | undefined;
  #filled = 0;

  take(message: FrontMessage): Taken {
    if (message.kind === "picture") return this.#begin(message);
    return message.kind === "luma" ? this.#fill(message.bytes) : MISPLACED;
  }

  #begin({ widthPx, heightPx, frame, frames }: Extract<FrontMessage, { readonly kind: "picture" }>): Taken {
    const isNext =
      this.#coming === undefined && frame === this.#whole.length && (frame === 0 || frames === this.#frames);
    if (!isNext) return MISPLACED;
    this.#frames = frames;
    this.#coming = { widthPx, heightPx, luma: new Uint8Array(widthPx * heightPx) };
    this.#filled = 0;
    return MORE;
  }

  #fill(bytes: Uint8Array): Taken {
    const coming = this.#coming;
    if (coming === undefined || this.#filled + bytes.length > coming.luma.length) return MISPLACED;
    coming.luma.set(bytes, this.#filled);
    this.#filled += bytes.length;
    if (this.#filled < coming.luma.length) return MORE;
    this.#whole.push(coming);
    this.#coming = undefined;
    const [first, later] = this.#whole;
    if (first === undefined || this.#whole.length < this.#frames) return MORE;
    return { kind: "whole", frames: later === undefined ? [first] : [first, later] };
  }
}
