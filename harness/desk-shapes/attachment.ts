import { z } from "zod";
import { type DeskShapes, keys, text } from "./desk-shape.ts";

const gate = z.enum(["outage", "disaster"]).meta({ id: "gate" });

/** What the web screens of the terminal showed. */
export const attachment: DeskShapes = {
  steps: [z.object({ do: z.literal("attach"), visit: text, gate, outcome: text, insurance: keys.optional() })],
  acts: [z.object({ act: z.literal("attached"), visit: text, gate })],
};
