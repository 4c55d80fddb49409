import { readIcs } from "../../../harness/firmware/ics.ts";
import { referenceIcs } from "../../../harness/firmware/reference-ics.ts";
import { MisuseError } from "../../../simulator/kernel/errors.ts";
import type { FuzzTarget } from "../target.ts";

const statement = new Uint8Array(Buffer.from(JSON.stringify(referenceIcs), "utf8"));

/** A maker's conformance statement: read, or refused with the name of the field. */
export const ics: FuzzTarget = {
  name: "ics",
  input: { longestMessageBytes: 500 },
  message: () => statement,
  make: () => ({
    feed(piece) {
      try {
        readIcs(Buffer.from(piece).toString("utf8"));
      } catch (error) {
        if (!(error instanceof MisuseError)) throw error;
      }
    },
  }),
};
