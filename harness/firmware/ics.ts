import { z } from "zod";
import { MisuseError } from "../../simulator/kernel/errors.ts";

/** What a set-up reaches and a reader declares; a check that needs more does not apply. */
export const capabilities = [
  /** CCID over a line: serial or TCP. */
  "ccid",
  /** The bench port: we play the card, press the keys, and see the screen. */
  "bench",
  /** A slot with contacts whose card we play. */
  "contacts",
  /** The firmware speaks T=1 with it itself: the host sends whole APDUs. */
  "t1",
  /** A slot with an antenna, Type B. */
  "type-b",
  /** Commands and answers longer than one message, in parts. */
  "extended-apdu",
  /** 61xx is followed and 6Cxx repeated by the reader. */
  "get-response",
  "pin-pad",
  "two-slots",
  "several-rates",
  /** PC/SC, with a card in the reader. */
  "pcsc",
] as const;
export type Capability = (typeof capabilities)[number];

const icsShape = z.strictObject({
  format: z.literal(1),
  /** What the maker calls it; goes into the report. */
  name: z.string().min(1).max(200),
  /** The line sends each frame of the host back. */
  echo: z.boolean(),
  slots: z.int().min(1).max(16),
  /** Numbers of the slot with contacts and the slot with an antenna. */
  contactSlot: z.int().min(0).max(15).optional(),
  antennaSlot: z.int().min(0).max(15).optional(),
  level: z.enum(["tpdu", "short-apdu", "extended-apdu"]),
  maxMessageBytes: z.int().min(20).max(65_548),
  followsGetResponse: z.boolean(),
  pinPad: z.boolean(),
  dataRatesBps: z.array(z.int().positive()),
});

/** The maker's conformance statement (ISO/IEC 9646-7): what the reader is said to do, and is therefore judged by. */
export type Ics = z.infer<typeof icsShape>;

/**
 * Reads an ICS file. A {@link MisuseError} names the field: an empty or partial statement is an error, because a check
 * that does not apply for want of a statement would look like a check that passed.
 */
export function readIcs(text: string): Ics {
  if (text.trim() === "")
    throw new MisuseError("ICS", "the file is empty; `madoguchi firmware --ics-example` prints one");
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new MisuseError("ICS", `the file is no JSON: ${error instanceof Error ? error.message : "unreadable"}`);
  }
  const result = icsShape.safeParse(json);
  if (result.success) return checked(result.data);
  const issue = result.error.issues[0];
  throw new MisuseError(`ICS ${issue?.path.join(".") ?? ""}`.trim(), issue?.message ?? "the statement is not complete");
}

function checked(ics: Ics): Ics {
  for (const [field, slot] of [
    ["contactSlot", ics.contactSlot],
    ["antennaSlot", ics.antennaSlot],
  ] as const) {
    if (slot !== undefined && slot >= ics.slots)
      throw new MisuseError(`ICS ${field}`, `slot ${slot} where the reader has ${ics.slots}; slots count from 0`);
  }
  if (ics.contactSlot === undefined && ics.antennaSlot === undefined)
    throw new MisuseError("ICS contactSlot", "name the slot with contacts, or the one with an antenna in antennaSlot");
  return ics;
}

/** What can be reached of a reader: its CCID line, the bench port below it, or a card through PC/SC. */
export interface Reach {
  readonly ccid: boolean;
  readonly bench: boolean;
  readonly pcsc: boolean;
}

/** What a reader declares and a set-up reaches, as capabilities. */
export function capabilitiesOf(ics: Ics, { ccid, bench, pcsc }: Reach): ReadonlySet<Capability> {
  if (pcsc) return new Set(["pcsc"]);
  const takesApdus = ics.level !== "tpdu";
  const all: readonly (readonly [Capability, boolean])[] = [
    ["ccid", ccid],
    ["bench", bench],
    ["contacts", bench && ics.contactSlot !== undefined],
    ["t1", bench && takesApdus && ics.contactSlot !== undefined],
    ["type-b", bench && ics.antennaSlot !== undefined],
    ["extended-apdu", ics.level === "extended-apdu"],
    ["get-response", takesApdus && ics.followsGetResponse],
    ["pin-pad", bench && ics.pinPad],
    ["two-slots", ics.slots > 1],
    ["several-rates", ics.dataRatesBps.length > 1],
  ];
  return new Set(all.flatMap(([capability, has]) => (has ? [capability] : [])));
}
