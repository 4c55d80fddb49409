import { z } from "zod";
import { type DeskShapes, day, insurance, month, shownProofs, text } from "./desk-shape.ts";

const ratio = z.enum(["010", "020", "030"]).meta({ id: "ratio" });
const care = z.enum(["outpatient", "inpatient"]).meta({ id: "care" });
const situation = z
  .enum(["state", "registration-failed", "card-forgotten", "outage", "card-unusable"])
  .meta({ id: "situation" });
const proof = z.enum([...shownProofs, "none"]).meta({ id: "fallback-proof" });
const ruling = z
  .enum([
    "accepted",
    "accepted-with-note",
    "inquiry",
    "not-listed",
    "impossible",
    "refused",
    "declaration",
    "ask-welfare-office",
  ])
  .meta({ id: "ruling" });
const item = z.enum(["name", "birthdate", "sex", "address", "contact", "insurer"]).meta({ id: "declaration-item" });
const expense = z.object({ payerNumber: text, recipientNumber: text });
const careDay = z.object({ day, points: z.int().nonnegative() });
const patient = z.object({ name: text, birthdate: text });
const division = z.enum(["transfer", "split", "lost-as-billed", "not-found", "returned"]).meta({ id: "division" });
/** Days of one month. */
const days = z.array(careDay).max(31);

const claim = z
  .object({
    id: text,
    facility: text,
    month,
    patient,
    basis: z.enum(["current", "past", "unknown"]).meta({ id: "claim-basis" }),
    insurance,
    // More than four is for the checks to see.
    publicExpenses: z.array(expense).max(20),
    medium: z.enum(["online", "electronic", "paper"]).meta({ id: "medium" }),
    days,
    notes: z.array(text).max(10),
    remarks: z.array(text).max(10),
  })
  .meta({ id: "claim" });

const notice = z
  .object({
    claim: text,
    facility: text,
    month,
    patient,
    division,
    wording: z.object({ ja: text, en: text }),
    billed: insurance,
    parts: z.array(z.object({ insurance, days })).max(31),
  })
  .meta({ id: "notice" });

/** Charge, proof, declaration, claims and the notices on them. */
export const billing: DeskShapes = {
  steps: [
    z.object({
      do: z.literal("charge"),
      visit: text,
      points: z.int().nonnegative(),
      care,
      reachedBefore: z.int().nonnegative(),
      disease: z.enum(["1", "2", "3"]).optional(),
    }),
    z.object({ do: z.literal("judge-proof"), visit: text, situation, proof, medicalAid: z.boolean() }),
    z.object({
      do: z.literal("declare"),
      visit: text,
      items: z.record(text, text),
      unchanged: z.boolean(),
      ratio: ratio.optional(),
      disaster: z.boolean(),
    }),
    z.object({ do: z.literal("claim-month"), month }),
    z.object({ do: z.literal("claim-notice"), notice }),
  ],
  acts: [
    z.object({
      act: z.literal("charged"),
      visit: text,
      costYen: z.int(),
      ratio,
      payYen: z.int(),
      flag: text.optional(),
      capYen: z.int().optional(),
    }),
    z.object({
      act: z.literal("task-opened"),
      task: z
        .enum(["ask-insurer", "ask-new-insurance", "complete-declaration", "correct-claim"])
        .meta({ id: "office-task" }),
      visit: text.optional(),
      claim: text.optional(),
    }),
    z.object({ act: z.literal("proof-judged"), visit: text, situation, proof, ruling }),
    z.object({
      act: z.literal("declared"),
      visit: text,
      form: z.enum(["oral", "written", "incomplete"]).meta({ id: "declaration-form" }),
      missing: z.array(item).max(6),
    }),
    z.object({ act: z.literal("claimed"), claim }),
    z.object({ act: z.literal("claim-held"), visit: text }),
    z.object({
      act: z.literal("claim-noted"),
      claim: text,
      division,
      parts: z.array(z.object({ insurerNumber: text, points: z.int(), shareYen: z.int() })).max(31),
    }),
  ],
};
