import { z } from "zod";
import { type DeskShapes, text } from "./desk-shape.ts";

/** Visits at home and online. */
export const consentedPatients: DeskShapes = {
  steps: [z.object({ do: z.literal("fetch-consented"), visits: z.enum(["home", "online"]), from: text, to: text })],
  acts: [z.object({ act: z.literal("seen-from-afar"), visit: text, file: text, confirmed: z.boolean() })],
};
