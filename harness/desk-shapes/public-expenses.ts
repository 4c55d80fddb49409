import { z } from "zod";
import { type DeskShapes, text } from "./desk-shape.ts";

const visit = text;
/** A certificate as written on paper or sent by PMH. */
const certificate = z
  .object({
    payerNumber: text,
    recipientNumber: text,
    name: text,
    validFrom: text.optional(),
    validTo: text.optional(),
    maxCopaymentYen: z.int().optional(),
  })
  .meta({ id: "certificate" });
const payer = z.object({ payerNumber: text, recipientNumber: text, ownPaymentYen: z.int().optional() });
const MOST = 1_000;

/** 医療扶助 and 医療費助成: tickets, certificates, and who pays. */
export const publicExpenses: DeskShapes = {
  steps: [
    z.object({
      do: z.literal("note-phone"),
      visit,
      answer: z.enum(["applies", "does-not-apply", "nobody-answers"]).meta({ id: "welfare-answer" }),
    }),
    z.object({ do: z.literal("pull-tickets") }),
    z.object({ do: z.literal("know-expense"), chart: text, certificate }),
    z.object({ do: z.literal("enter-certificate"), visit, certificate }),
    z.object({ do: z.literal("list-certificates") }),
    z.object({ do: z.literal("list-payers"), visit }),
  ],
  acts: [
    z.object({
      act: z.literal("aid-imported"),
      visit,
      chart: text.optional(),
      file: text,
      payerNumber: text,
      recipientNumber: text,
      ticket: z.record(text, text),
    }),
    z.object({
      act: z.literal("subsidy-imported"),
      visit,
      file: text,
      certificates: z.array(certificate.extend({ alwaysReimbursement: z.boolean() })).max(MOST),
    }),
    z.object({
      act: z.literal("certificates"),
      charts: z.array(z.object({ chart: text, payers: z.array(text).max(MOST) })).max(MOST),
    }),
    z.object({
      act: z.literal("payers"),
      visit,
      insurance: z.object({ insurerNumber: text, insuredNumber: text }).optional(),
      expenses: z.array(payer).max(MOST),
      refundLater: z.array(text).max(MOST),
      pullLater: z.boolean(),
    }),
  ],
};
