import fc from "fast-check";
import { fromHex } from "../../../simulator/kernel/bytes.ts";
import {
  AIDS,
  type ApplicationId,
  body,
  changeKeyTo,
  changeTo,
  DIGEST_INFO,
  E,
  getData,
  Q,
  queryOf,
  R,
  select,
  sign,
  verifyBy,
} from "./apdus.ts";
import { PASSWORD, PERSONAL_NUMBER, PIN, PINS, REFERENCE_NUMBER_B } from "./fixture.ts";
import type { InSlot } from "./in-slot.ts";
import { openUp, PRESENT_FIRST, PRESENT_SECOND } from "./opened.ts";

const applications = Object.keys(AIDS) as readonly ApplicationId[];
const shortIds = Array.from({ length: 31 }, (_, at) => at);
const two = (value: number): string => value.toString(16).padStart(2, "0");

/** Commands the card understands, of every kind and for every object, in whatever order they make sense. */
export const soundCommands: readonly string[] = [
  ...Object.values(AIDS).flatMap((aid) => [
    select(aid),
    `00A40400${body(aid)}00`,
    `00A40402${body(aid.slice(0, 10))}00`,
  ]),
  "00A40000",
  ...shortIds.flatMap((id) => [E(id), queryOf(id), `00B0${two(0x80 | id)}0000`, `00B201${two((id << 3) | 4)}00`]),
  ...[0, 4, 0x100, 0x6fc, 0x7fff].flatMap((offset) => [
    R(offset, 0x10),
    R(offset, 256),
    `00B0${two(offset >> 8)}${two(offset & 255)}000000`,
  ]),
  Q,
  ...[PIN, PASSWORD, PERSONAL_NUMBER, REFERENCE_NUMBER_B, PINS.common ?? "", "020101", "9999"].flatMap((secret) =>
    [0, 0x11, 0x12, 0x13, 0x14, 0x15, 0x18, 0x1b, 0x1c].map((id) => verifyBy(id, secret)),
  ),
  changeTo("7412"),
  changeTo("NEWPASS1"),
  changeKeyTo("7412"),
  ...[0x0042, 0x0045, 0x0066, 0x00f7, 0x00f8, 0x7f21, 0x5f51].flatMap((tag) => [getData(tag), getData(tag, "000000")]),
  ...[0, 1, 2, 3, 4, 5].flatMap((p1) =>
    [0x00, 0x80, 0x93, 0x97, 0x9a].map((p2) => sign(DIGEST_INFO.slice(-64), p2, p1)),
  ),
  sign(DIGEST_INFO, 0x97),
  "0084000020",
  `00880099${body("C3".repeat(32))}00`,
  PRESENT_FIRST,
  PRESENT_SECOND,
  `00820096${body("5A".repeat(256))}`,
  `80AE0000${body("5A".repeat(256))}`,
  "80FC0000",
];

/** Something that happens to a card. */
export type Deed =
  | { readonly does: "send"; readonly bytes: Uint8Array }
  | { readonly does: "open"; readonly application: ApplicationId }
  | { readonly does: "cut" | "reset" };

const sends = (bytes: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Deed> =>
  bytes.map((each) => ({ does: "send", bytes: each }));

const sound = fc.constantFrom(...soundCommands).map((hex) => fromHex(hex));
/** A sound command with up to three bytes changed, cut short or made longer. */
const mutated = fc
  .tuple(
    sound,
    fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 3 }),
    fc.nat(20),
    fc.uint8Array({ maxLength: 4 }),
  )
  .map(([bytes, changes, cut, more]) => {
    const changed = Uint8Array.from([...bytes.slice(0, cut > 15 ? bytes.length - cut + 15 : bytes.length), ...more]);
    for (const [at, value] of changes) changed[at % (changed.length || 1)] = value;
    return changed;
  });

const open: fc.Arbitrary<Deed> = fc.constantFrom(...applications).map((application) => ({ does: "open", application }));
const power: fc.Arbitrary<Deed> = fc.constantFrom({ does: "cut" } as const, { does: "reset" } as const);

/** Commands that make sense, with the rights of an application opened now and then. */
export const soundDeed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 8, arbitrary: sends(sound) },
  { weight: 2, arbitrary: open },
  { weight: 1, arbitrary: power },
);

/** Those, and bytes that make none. */
export const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 4, arbitrary: soundDeed },
  { weight: 4, arbitrary: sends(mutated) },
  { weight: 2, arbitrary: sends(fc.uint8Array({ maxLength: 300 })) },
);

/** Does it; the answers it brought. */
export function perform(deed: Deed, slot: InSlot): readonly Uint8Array[] {
  if (deed.does === "send") return [slot.exchange(deed.bytes)];
  const answers: Uint8Array[] = [];
  if (deed.does === "cut") slot.cutPower();
  if (deed.does === "reset") slot.reset();
  if (deed.does === "open")
    openUp((hex) => {
      const answer = slot.send(hex);
      answers.push(fromHex(answer));
      return answer;
    }, deed.application);
  return answers;
}
