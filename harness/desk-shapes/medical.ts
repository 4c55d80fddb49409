import { z } from "zod";
import { type DeskShapes, month, text } from "./desk-shape.ts";

const kind = z.enum(["checkup", "drug", "care", "surgery"]).meta({ id: "medical-kind" });
const role = z.enum(["doctor", "dentist", "pharmacist", "assigned", "clerk"]).meta({ id: "role" });

/** Viewing of medical information, limit class and specific diseases. */
export const medical: DeskShapes = {
  steps: [
    z.object({
      do: z.literal("view-medical"),
      visit: text,
      kind,
      role,
      as: z.enum(["xml", "pdf"]),
      months: z.int().min(0).max(120),
    }),
    z.object({ do: z.literal("show-benefits"), visit: text }),
  ],
  acts: [
    z.object({
      act: z.literal("medical"),
      visit: text,
      kind,
      role,
      outcome: z
        .enum(["shown", "none", "refused", "not-consented", "not-permitted", "no-answer"])
        .meta({ id: "medical-outcome" }),
      file: text.optional(),
      month: month.optional(),
    }),
    z.object({
      act: z.literal("benefits"),
      visit: text,
      limit: text.optional(),
      diseases: z.array(z.object({ category: text, selfPayYen: z.int().nonnegative().optional() })).max(10),
    }),
  ],
};
