import type { ConsentKind } from "../../simulator/central/ledger.ts";
import { type VisitFlag, visitConsentKey } from "../../simulator/central/visit-consent.ts";
import { addDays, dateAt } from "../../simulator/kernel/civil-time.ts";
import { changesVisitConsent } from "../../simulator/neighbours/visit-reception.ts";
import type { PersonaId } from "../../simulator/population/personas/index.ts";
import { stepRunner } from "./step-runner.ts";

declare module "../scenario.ts" {
  interface Steps {
    /** The patient consents from home, on the phone or the web, to visits at home or online; or ends the consent. */
    readonly "visit-consent": {
      readonly persona: PersonaId;
      readonly visits: "home" | "online";
      /** Kinds given; left out when the consent is ended. */
      readonly given?: readonly ConsentKind[];
      /** Online: days until the visit the consent is tied to. */
      readonly examinedInDays?: number;
      /** OQSCD031: ended by the facility, by the patient, for another purpose. */
      readonly ends?: "1" | "2" | "3";
    };
  }
}

/** OQSCD028 of visits from afar. */
export const VISIT_FLAGS: Readonly<Record<"home" | "online", VisitFlag>> = { home: "2", online: "3" };

export const visitConsent = stepRunner({
  step: "visit-consent",
  title: { ja: "自宅からの同意", en: "consent from home" },
  *run({ persona, visits, given = [], examinedInDays, ends }, { world, strand }) {
    const { clock, ledger, facility } = world;
    const personId = world.actor(persona).person.id;
    const flag = VISIT_FLAGS[visits];
    const today = dateAt(clock.nowMs);
    const key = visitConsentKey(personId, facility.code, flag);
    const before = ledger.read([key]).get("visitConsent", key[1]);
    const fresh = {
      on: today,
      atMs: clock.nowMs,
      given,
      ...(examinedInDays === undefined ? {} : { examinationDate: addDays(today, examinedInDays) }),
    };
    const ended = ends === undefined ? {} : { ended: { atMs: clock.nowMs, reason: ends } };
    const consent = ends === undefined ? fresh : { ...(before ?? fresh), ...ended };
    yield* changesVisitConsent({ personId, facility: facility.code, flag, consent }, ledger, strand);
  },
});
