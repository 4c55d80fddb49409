import { z } from "zod";
import type { DeskReport, DeskTask } from "./desk.ts";
import { keys, person, shownProofs, text } from "./desk-shapes/desk-shape.ts";
import { deskShapes } from "./desk-shapes/index.ts";

const proof = z
  .enum(["none", ...shownProofs, "declaration", "old-card", "consultation-card", "office-phone"])
  .meta({ id: "proof" });
const alert = z
  .enum([
    "identity-difference",
    "insurance-lost",
    "newer-insurance-exists",
    "not-found",
    "several-found",
    "no-answer",
    "request-refused",
    "centre-error",
    "unreadable-file",
    "insurance-changed",
    "consent-expired",
    "aid-without-ticket",
    "social-insurance-missing",
    "subsidy-not-confirmed",
    "limit-contradiction",
    "limit-doubt",
    "cap-uncertain",
    "chart-unclear",
    "stored-data-differs",
    "printed-data-differs",
    "number-wrong",
    "notice",
  ])
  .meta({ id: "alert" });

const act = z.discriminatedUnion("act", [
  z.object({ act: z.literal("asked"), visit: text, file: text }),
  z.object({
    act: z.literal("imported"),
    visit: text,
    chart: text,
    file: text,
    items: z.record(text, z.string().max(1_000)),
  }),
  z.object({
    act: z.literal("refused"),
    file: text,
    reason: z.enum(["unreadable", "other-day", "duplicate", "nobody-waits", "other-person"]).meta({ id: "refusal" }),
    visit: text.optional(),
  }),
  z.object({ act: z.literal("alerted"), alert, visit: text.optional(), file: text.optional() }),
  z.object({
    act: z.literal("settled"),
    visit: text,
    standing: z.enum(["confirmed", "provisional", "unconfirmed", "refused"]).meta({ id: "standing" }),
    basis: z.union([z.literal("online"), proof]),
    recheck: z.boolean(),
  }),
  z.object({ act: z.literal("erased"), visit: text }),
  z.object({
    act: z.literal("holdings"),
    people: z
      .array(
        z.object({
          chart: text,
          name: text,
          birthdate: text,
          insurerNumber: text.optional(),
          insuredNumber: text.optional(),
          billable: z.boolean(),
        }),
      )
      .max(10_000),
  }),
  ...deskShapes.flatMap(({ acts }) => acts),
]);

/** A file of `desk/acts`. */
export const deskReport = z.union([
  z.object({ task: z.int(), scenario: text, finished: z.literal(true) }),
  z.object({ task: z.int(), scenario: text, act }),
]);

/** A file of `desk/todo`. */
export const deskTask = z.object({
  task: z.int(),
  scenario: text,
  facility: text,
  atMs: z.int(),
  step: z.discriminatedUnion("do", [
    z.object({ do: z.literal("begin") }),
    z.object({ do: z.literal("know"), chart: text, person, insurance: keys.optional() }),
    z.object({ do: z.literal("receive"), visit: text, chart: text.optional(), person }),
    z.object({ do: z.literal("inquire"), visit: text, keys, limitConsent: z.boolean() }),
    z.object({ do: z.literal("settle"), visit: text, proof }),
    z.object({ do: z.literal("recheck") }),
    z.object({ do: z.literal("erase"), visit: text }),
    z.object({ do: z.literal("list-holdings") }),
    ...deskShapes.flatMap(({ steps }) => steps),
  ]),
});

/** Reads a report from the desk; the text of the refusal names the field. */
export function readDeskReport(content: string): DeskReport | { readonly problem: string } {
  return read(deskReport, content) as DeskReport | { readonly problem: string };
}

/** Reads a task from the desk. */
export function readDeskTask(content: string): DeskTask | { readonly problem: string } {
  return read(deskTask, content) as DeskTask | { readonly problem: string };
}

function read<T>(shape: z.ZodType<T>, content: string): T | { readonly problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    return { problem: "the file is not JSON" };
  }
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  return { problem: `${issue?.path.join(".") ?? ""}: ${issue?.message ?? "malformed"}` };
}
