import { dateAt } from "../../simulator/kernel/civil-time.ts";
import { start } from "../../simulator/kernel/process.ts";
import { WelfareOffice } from "../../simulator/neighbours/welfare-office.ts";
import { checkDigit } from "../../simulator/population/check-digit.ts";
import type { NamedFacility } from "../../simulator/population/facility.ts";
import { ticketOf } from "../../simulator/population/issued-aid.ts";
import type { PersonaId } from "../../simulator/population/personas/index.ts";
import type { RegistrationHabit } from "../../simulator/rules/ticket-registration.ts";
import { stepRunner } from "./step-runner.ts";

declare module "../scenario.ts" {
  interface Steps {
    /**
     * The welfare office decides on a ticket of this month, and registers it when it does so by its habit, while the
     * scenario goes on (eligibility-rules.md §13.2).
     */
    readonly "office-issues": {
      readonly persona: PersonaId;
      readonly habit: RegistrationHabit | "at-once";
      /** Left out: the clinic. */
      readonly for?: NamedFacility;
      /** The recipient number changes with this ticket: it is no fixed number of the person (§13.2). */
      readonly renumbers?: true;
    };
  }
}

/** 交付番号 of tickets issued on stage. */
const SERIAL = 90;
/** Six digits of the recipient number a renumbered ticket bears (§12.2). */
const NEW_RECIPIENT = "900123";

export const officeIssues = stepRunner({
  step: "office-issues",
  title: { ja: "福祉事務所が医療券を発行", en: "the welfare office issues a ticket" },
  *run({ persona, habit, for: facility = "clinic", renumbers }, { world, strand }) {
    const ticket = ticketOf(facility, dateAt(world.clock.nowMs), { serial: SERIAL });
    const issued =
      renumbers === true ? { ticket, recipientNumber: `${NEW_RECIPIENT}${checkDigit(NEW_RECIPIENT)}` } : { ticket };
    start(new WelfareOffice(world).issues(persona, issued, habit, strand), (outcome) => {
      if ("error" in outcome) throw outcome.error;
    });
    yield* [];
  },
});
