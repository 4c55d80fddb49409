import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AIDS, ascii, body, E, Q, queryOf, select, swOf } from "./apdus.ts";
import { card, PASSWORD, PERSONAL_NUMBER, PIN, PINS, REFERENCE_NUMBER_B } from "./fixture.ts";
import { type InSlot, inSlot } from "./in-slot.ts";

/* The PINs of all applications against a model of them: §2.4 and §2.5 of my-number-card.md written down a second time. */

interface Secret {
  digits: string;
  left: number;
  readonly most: number;
  /** Instruction that changes it, and what may be set. */
  readonly change?: readonly [command: "00240180" | "80320080", fits: RegExp, lengths: readonly [number, number]];
}

const FOUR = [/^\d{4}$/, [4, 4]] as const;
const reference = (digits: string): Secret => ({ digits, left: 10, most: 10 });

function freshModel() {
  return {
    jpki: {
      24: { digits: PIN, left: 3, most: 3, change: ["00240180", ...FOUR] },
      27: { digits: PASSWORD, left: 5, most: 5, change: ["00240180", /^[0-9A-Z]+$/, [6, 16]] },
    },
    "card-surface": {
      17: reference("020101"),
      18: reference(REFERENCE_NUMBER_B),
      19: reference(PERSONAL_NUMBER),
    },
    "text-input": {
      17: { digits: PIN, left: 3, most: 3, change: ["00240180", ...FOUR] },
      20: reference(PERSONAL_NUMBER),
      21: reference(REFERENCE_NUMBER_B),
    },
    "common-card": { 28: { digits: PINS.common ?? "", left: 3, most: 3, change: ["80320080", ...FOUR] } },
    "resident-register": { 28: { digits: PINS.register ?? "", left: 3, most: 3, change: ["80320080", ...FOUR] } },
  } satisfies Record<string, Record<number, Secret>>;
}
type Application = keyof ReturnType<typeof freshModel>;
const applications = Object.keys(freshModel()) as readonly Application[];
const word = (left: number): string => `63C${left.toString(16).toUpperCase()}`;

/** What the model remembers beside the PINs. */
class Model {
  readonly secrets: Readonly<Record<Application, Readonly<Record<number, Secret>>>> = freshModel();
  application: Application | undefined;
  current: number | undefined;
  readonly rights = new Set<number>();

  select(application: Application): void {
    if (application !== this.application) this.rights.clear();
    this.application = application;
    this.current = undefined;
  }

  cut(): void {
    this.application = undefined;
    this.current = undefined;
    this.rights.clear();
  }

  get secret(): Secret | undefined {
    return this.application === undefined ? undefined : this.secrets[this.application][this.current ?? -1];
  }

  verify(presented: string): string {
    const { secret, current = -1 } = this;
    if (secret === undefined) return "6986";
    if (presented === "") return word(secret.left);
    if (presented.length > 16) return "6700";
    if (secret.left === 0) return "6984";
    const right = presented === secret.digits;
    secret.left = right ? secret.most : secret.left - 1;
    if (right) this.rights.add(current);
    else this.rights.delete(current);
    return right ? "9000" : word(secret.left);
  }

  change(command: string, wanted: string): string {
    const { secret, current = -1, application } = this;
    const known = application !== undefined && (command === "80320080") === /common|register/.test(application);
    if (!known || application === "card-surface") return "6D00";
    if (secret === undefined) return "6986";
    if (!this.rights.has(current)) return "6982";
    if (secret.change === undefined) return "6985";
    const [, fits, [least, most]] = secret.change;
    if (wanted.length < least || wanted.length > most) return "6700";
    if (!fits.test(wanted)) return "6A80";
    secret.digits = wanted;
    secret.left = secret.most;
    return "9000";
  }
}

type Presented = "right" | "wrong" | "shorter" | "longer" | "too long" | "nothing";
type Deed =
  | readonly ["select", Application]
  | readonly ["file", number]
  | readonly ["verify", Presented]
  | readonly ["change", "00240180" | "80320080", string]
  | readonly ["cut"];

const presentations: readonly Presented[] = ["right", "right", "wrong", "shorter", "longer", "too long", "nothing"];
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(fc.constant("select" as const), fc.constantFrom(...applications)) },
  {
    weight: 5,
    arbitrary: fc.tuple(fc.constant("file" as const), fc.constantFrom(0x11, 0x12, 0x13, 0x14, 0x15, 0x18, 0x1b, 0x1c)),
  },
  { weight: 12, arbitrary: fc.tuple(fc.constant("verify" as const), fc.constantFrom(...presentations)) },
  {
    weight: 4,
    arbitrary: fc.tuple(
      fc.constant("change" as const),
      fc.constantFrom("00240180" as const, "80320080" as const),
      fc.constantFrom("8765", "NEWPASS1", "abcd", "12", "A".repeat(17)),
    ),
  },
  { weight: 1, arbitrary: fc.tuple(fc.constant("cut" as const)) },
);

function presented(kind: Presented, right: string): string {
  const kinds: Readonly<Record<Presented, string>> = {
    right,
    wrong: [...right].reverse().join("").replace(/^./, "#"),
    shorter: right.slice(1),
    longer: `${right}0`,
    "too long": "1".repeat(17),
    nothing: "",
  };
  return kinds[kind];
}

/** Does it to the card and to the model; both answers. Where the model does not follow (no PIN is current), nothing. */
function both(slot: InSlot, model: Model, [does, what, wanted]: Deed): readonly [string, string] | undefined {
  switch (does) {
    case "cut":
      slot.cutPower();
      model.cut();
      return undefined;
    case "select":
      model.select(what);
      return [slot.send(select(AIDS[what])), "9000"];
    case "file": {
      if (model.application === undefined || model.secrets[model.application][what] === undefined) return undefined;
      model.current = what;
      return [slot.send(E(what)), "9000"];
    }
    case "verify": {
      if (model.secret === undefined) return undefined;
      const digits = presented(what, model.secret.digits);
      return [slot.send(digits === "" ? Q : `00200080${body(ascii(digits))}`), model.verify(digits)];
    }
    case "change":
      if (model.application === undefined) return undefined;
      return [slot.send(`${what}${body(ascii(wanted))}`), model.change(what, wanted)];
  }
}

/** Tries left of every PIN there is, asked in the application's own words. */
function countersOf(slot: InSlot, model: Model): readonly string[] {
  return applications.flatMap((application) => {
    slot.send(select(AIDS[application]));
    return Object.keys(model.secrets[application]).map(
      (sfi) => `${application} ${sfi} ${swOf(slot.send(queryOf(Number(sfi))))}`,
    );
  });
}
const modelled = (model: Model): readonly string[] =>
  applications.flatMap((application) =>
    Object.entries(model.secrets[application]).map(([sfi, { left }]) => `${application} ${sfi} ${word(left)}`),
  );

describe("counters of all PINs of all applications", () => {
  it("go as the model says, whatever is presented, changed, selected and cut", () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 60 }), (deeds) => {
        const [slot, model] = [inSlot(card()), new Model()];
        for (const each of deeds) {
          const answers = both(slot, model, each);
          if (answers !== undefined) expect([each, answers[0]]).toEqual([each, answers[1]]);
        }
        expect(countersOf(slot, model)).toEqual(modelled(model));
      }),
      { numRuns: 400 },
    );
  });

  it("never rise without the right PIN, and nothing but the right PIN brings 9000", () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 60 }), (deeds) => {
        const [slot, model] = [inSlot(card()), new Model()];
        let before = countersOf(slot, model);
        for (const each of deeds.filter(([does, kind]) => does !== "change" && kind !== "right")) {
          model.cut();
          slot.cutPower();
          for (const step of [select(AIDS.jpki), E(0x0018)]) slot.send(step);
          model.select("jpki");
          model.current = 0x18;
          both(slot, model, each);
          const after = countersOf(slot, model);
          expect(after.filter((count, at) => count > (before[at] ?? ""))).toEqual([]);
          before = after;
        }
      }),
      { numRuns: 60 },
    );
  });
});
