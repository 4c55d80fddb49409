import type { FaceImage } from "../devices/readers/face-gate.ts";
import type { PersonaId } from "../simulator/population/personas/index.ts";

/** The pictures of a run, made at the edge before time zero, so that the world only gets bytes (architecture.md §7.6). */
export interface Pictures {
  /** The photo on the chip, JPEG 2000. */
  photoOf(persona: PersonaId): Uint8Array;
  liveFace(persona: PersonaId, condition: "normal" | "masked"): FaceImage;
  decode(photo: Uint8Array): FaceImage | undefined;
  /** sha256 over all pictures handed out. */
  readonly sha256: string;
}
