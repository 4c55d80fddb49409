import { generalReader } from "./general.ts";
import { simulatedFace } from "./simulated-face.ts";

/** Reader profiles by id. One line a profile. */
export const readerProfiles = {
  "simulated-face": simulatedFace,
  general: generalReader,
} as const;

/** Id of a reader profile. */
export type ReaderId = keyof typeof readerProfiles;
