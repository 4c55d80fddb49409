import { MisuseError } from "../../simulator/kernel/errors.ts";
import type { PersonaId } from "../../simulator/population/personas/index.ts";
import type { WrittenCertificate } from "../subjects/expense-book.ts";
import type { World } from "../world.ts";
import { stepRunner } from "./step-runner.ts";

declare module "../scenario.ts" {
  interface Steps {
    /** The chart already has the persona's first certificate, or the numbers of last month's aid. */
    readonly "known-certificate": {
      readonly persona: PersonaId;
      readonly chart: string;
      readonly of: "subsidy" | "aid";
    };
    /** The patient shows the first certificate on paper and the clerk types it (requirements.md SYS-26). */
    readonly "paper-certificate": { readonly visit: string; readonly persona: PersonaId };
  }
}

declare module "../director.ts" {
  interface KeptStep {
    /** The certificate that was known, or shown on paper. */
    readonly certificate?: WrittenCertificate;
  }
}

/** A persona's first certificate, or the numbers of the aid, as written. */
export function writtenCertificate(persona: PersonaId, of: "subsidy" | "aid", world: World): WrittenCertificate {
  const { aid, subsidies } = world.actor(persona);
  const [entry] = subsidies;
  if (of === "aid" && aid !== undefined)
    return { payerNumber: aid.payerNumber, recipientNumber: aid.recipientNumber, name: "医療扶助" };
  if (of === "aid" || entry === undefined) throw new MisuseError("persona", `${persona} has no certificate of ${of}`);
  return {
    payerNumber: entry.payerNumber,
    recipientNumber: entry.recipientNumber,
    name: entry.certificateName,
    validFrom: entry.validFrom,
    ...(entry.validTo === undefined ? {} : { validTo: entry.validTo }),
    ...(entry.maxCopaymentYen === undefined ? {} : { maxCopaymentYen: entry.maxCopaymentYen }),
  };
}

export const knownCertificate = stepRunner({
  step: "known-certificate",
  title: { ja: "登録済みの公費", en: "a public expense known before" },
  *run({ persona, chart, of }, { world, subject }) {
    yield* subject.act({ do: "know-expense", chart, certificate: writtenCertificate(persona, of, world) });
  },
  keeps: ({ persona, of }, world) => ({ certificate: writtenCertificate(persona, of, world) }),
});
