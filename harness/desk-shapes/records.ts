import { z } from "zod";
import { type DeskShapes, keys, text } from "./desk-shape.ts";

const numberKind = z
  .enum(["insurer", "late-elderly-insured", "payer", "recipient", "facility"])
  .meta({ id: "number-kind" });

/** Charts, reference numbers, printed and typed data. */
export const records: DeskShapes = {
  steps: [
    z.object({ do: z.literal("register-reference"), visit: text }),
    z.object({ do: z.literal("register-references"), charts: z.array(text).max(1_000) }),
    z.object({ do: z.literal("choose-chart"), visit: text, chart: text }),
    z.object({ do: z.literal("compare-printed"), visit: text, printed: keys }),
    z.object({ do: z.literal("override"), visit: text, reason: text }),
    z.object({ do: z.literal("billing-basis"), visit: text }),
    z.object({ do: z.literal("print-slip"), visit: text }),
    z.object({ do: z.literal("enter-number"), visit: text, kind: numberKind, digits: text }),
    z.object({ do: z.literal("search-kana"), kana: text }),
  ],
  acts: [
    z.object({
      act: z.literal("reference-registered"),
      chart: text,
      number: text,
      registered: z.boolean(),
      file: text,
    }),
    z.object({
      act: z.literal("billing-basis"),
      visit: text,
      source: z.enum(["online", "printed"]).meta({ id: "billing-source" }),
      insurance: keys,
      reason: text.optional(),
    }),
    z.object({ act: z.literal("slip-printed"), visit: text, address: text.optional() }),
    z.object({ act: z.literal("number-entered"), visit: text, kind: numberKind, digits: text, accepted: z.boolean() }),
    z.object({ act: z.literal("kana-searched"), kana: text, charts: z.array(text).max(10_000) }),
  ],
};
