import { z } from "zod";
import { type DeskShapes, text } from "./desk-shape.ts";

/** A row may lack items: that is what some scenarios are about. */
const patient = z.object({
  key: text,
  keys: z.object({
    insurerNumber: text.optional(),
    symbol: text.optional(),
    number: text.optional(),
    branch: text.optional(),
    birthdate: text.optional(),
  }),
});

/** Bulk inquiries. */
export const batches: DeskShapes = {
  steps: [
    z.object({ do: z.literal("inquire-batch"), on: text, patients: z.array(patient).max(10_000) }),
    z.object({ do: z.literal("fetch-batch") }),
  ],
  acts: [
    z.object({
      act: z.literal("batch-row"),
      key: text,
      file: text,
      status: text,
      validity: text.optional(),
      recheck: z.boolean(),
    }),
  ],
};
