import { almex } from "./almex.ts";
import { atlas } from "./atlas.ts";
import { canon } from "./canon.ts";
import { fujitsu } from "./fujitsu.ts";
import { generalReader } from "./general.ts";
import { nextGeneration } from "./next-generation.ts";
import { panasonic } from "./panasonic.ts";
import { simulatedFace } from "./simulated-face.ts";

/** Reader profiles by id. One line a profile. */
export const readerProfiles = {
  "simulated-face": simulatedFace,
  general: generalReader,
  panasonic,
  fujitsu,
  almex,
  canon,
  atlas,
  "next-generation": nextGeneration,
} as const;

/** Id of a reader profile. */
export type ReaderId = keyof typeof readerProfiles;
