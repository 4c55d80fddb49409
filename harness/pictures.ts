import type { CardPictures } from "../devices/cards/card-image.ts";
import type { FaceFrames, FaceImage } from "../devices/readers/face-gate.ts";
import type { MedicalDocuments } from "../simulator/central/medical/documents.ts";
import type { PersonaId } from "../simulator/population/personas/index.ts";
import type { FaceConditionId } from "./edges/face/conditions.ts";

/** The pictures of a run, made at the edge before time zero, so that the world only gets bytes (architecture.md §7.6). */
export interface Pictures {
  /** The pictures on the chip; all empty for who never looks into a camera: nobody reads them. */
  cardOf(persona: PersonaId): CardPictures;
  /** The two frames of a try, for a persona and a condition that the scenario has. */
  liveFace(persona: PersonaId, condition: FaceConditionId): FaceFrames;
  decode(photo: Uint8Array): FaceImage | undefined;
  /** Makes PDFs of medical information, in runs that ask for one. */
  readonly documents?: MedicalDocuments;
  /** sha256 over all pictures handed out. */
  readonly sha256: string;
}
