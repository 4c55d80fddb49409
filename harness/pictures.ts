import type { CardPictures } from "../devices/cards/card-image.ts";
import type { FaceImage } from "../devices/readers/face-gate.ts";
import type { PersonaId } from "../simulator/population/personas/index.ts";

/** The pictures of a run, made at the edge before time zero, so that the world only gets bytes (architecture.md §7.6). */
export interface Pictures {
  /** The pictures on the chip; all empty for who never looks into a camera: nobody reads them. */
  cardOf(persona: PersonaId): CardPictures;
  liveFace(persona: PersonaId, condition: "normal" | "masked"): FaceImage;
  decode(photo: Uint8Array): FaceImage | undefined;
  /** sha256 over all pictures handed out. */
  readonly sha256: string;
}
