import { rowOf } from "../../simulator/central/ledger.ts";
import { addDays, dateAt } from "../../simulator/kernel/civil-time.ts";
import { insuranceNumbers } from "../../simulator/population/insurance-numbers.ts";
import type { PersonaId } from "../../simulator/population/personas/index.ts";
import type { BatchPatient } from "../subjects/features/bulk-inquiries.ts";
import type { InquiryKeys } from "../subjects/subject.ts";
import type { World } from "../world.ts";
import { stepRunner } from "./step-runner.ts";

/** A booked patient, on stage by a `known` step; `breaks` leaves an item out or spoils it. */
export interface BookedPersona {
  readonly persona: PersonaId;
  readonly insuredAs?: "latest" | "former";
  /** With the numbers of the ticket of 医療扶助 in place of an insurance (requirements.md R0-18). */
  readonly by?: "ticket";
  readonly breaks?: "birthdate" | "insurer-digit" | "number" | "typing";
}

declare module "../scenario.ts" {
  interface Steps {
    /** The receipt system hands in an inquiry about booked patients: those on stage, and so many others of the country. */
    readonly "inquire-batch": {
      readonly booked: readonly BookedPersona[];
      readonly others?: number;
      /** Days from today to the planned visits. */
      readonly daysAhead?: number;
    };
    /** The receipt system fetches the result, as often as it takes. */
    readonly "fetch-batch": object;
  }
}

/** Where the others live in the computed population, and how far apart: none of them is on stage. */
const OTHERS_FROM = 2_000_000;
const OTHERS_APART = 37;

export const inquireBatch = stepRunner({
  step: "inquire-batch",
  title: { ja: "一括照会の要求", en: "hands in a bulk inquiry" },
  run: ({ booked, others = 0, daysAhead = 1 }, { world, subject }) =>
    subject.act({
      do: "inquire-batch",
      on: addDays(dateAt(world.clock.nowMs), daysAhead),
      patients: [
        ...booked.map((one, index) => ({ key: `B${index + 1}`, keys: keysOf(one, world) })),
        ...Array.from({ length: others }, (_, index) => otherPatient(index, world)),
      ],
    }),
});

function keysOf({ persona, insuredAs = "latest", by, breaks }: BookedPersona, world: World): Partial<InquiryKeys> {
  const { person, carried, aid } = world.actor(persona);
  if (by === "ticket" && aid !== undefined)
    return { insurerNumber: aid.payerNumber, number: aid.recipientNumber, birthdate: person.birthdate };
  const rows = person.eligibilities.length === 0 ? [carried] : person.eligibilities;
  const row = (insuredAs === "former" ? rows[0] : rows.at(-1)) ?? carried;
  const keys = { ...insuranceNumbers(row), birthdate: person.birthdate };
  return breaks === undefined ? keys : BREAKS[breaks](keys);
}

const BREAKS: Readonly<Record<NonNullable<BookedPersona["breaks"]>, (keys: InquiryKeys) => Partial<InquiryKeys>>> = {
  birthdate: ({ birthdate: _left, ...rest }) => rest,
  number: ({ number: _left, ...rest }) => rest,
  "insurer-digit": (keys) => ({ ...keys, insurerNumber: spoiled(keys.insurerNumber) }),
  typing: (keys) => ({ ...keys, number: spoiled(keys.number) }),
};

/** The last digit is another one. */
function spoiled(digits: string): string {
  return `${digits.slice(0, -1)}${(Number(digits.at(-1)) + 1) % 10}`;
}

function otherPatient(index: number, world: World): BatchPatient {
  const id = `p${OTHERS_FROM + index * OTHERS_APART}`;
  const person = rowOf(world.ledger, "person", id);
  const row = person?.eligibilities.at(-1);
  const key = `O${index + 1}`;
  if (person === undefined || row === undefined) return { key, keys: {} };
  return { key, keys: { ...insuranceNumbers(row), birthdate: person.birthdate } };
}
