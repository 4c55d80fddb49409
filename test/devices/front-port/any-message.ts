import fc from "fast-check";
import type { FrontMessage } from "../../../devices/front-port/frame.ts";
import { faceQualities } from "../../../devices/readers/face/quality.ts";
import { readerMessages } from "../../../devices/readers/messages.ts";
import { type ScreenView, screenTitles, type Touch } from "../../../devices/readers/screens.ts";

const keysOf = <T extends string>(record: Readonly<Record<T, unknown>>) => Object.keys(record) as T[];

const consents = { limit: fc.boolean(), disease: fc.boolean(), checkup: fc.boolean(), drug: fc.boolean() };
const method = fc.constantFrom("face", "pin", "visual", "phone");
const phone = fc.constantFrom("android", "iphone");

/** Any screen. */
const anyView: fc.Arbitrary<ScreenView> = fc.record(
  {
    reader: fc.stringMatching(/^[A-Z][0-9]$/),
    screen: fc.constantFrom(...keysOf(screenTitles)),
    message: fc.constantFrom(...keysOf(readerMessages)),
    offers: fc.array(method, { maxLength: 4 }),
    name: fc.string({ minLength: 1, maxLength: 40, unit: fc.constantFrom(...'窓口 花子髙𠮷é"\\') }),
    asks: fc.array(fc.constantFrom("limit", "disease", "checkup", "drug", "care", "surgery"), { maxLength: 6 }),
    bundled: fc.boolean(),
    phones: fc.array(phone, { maxLength: 2 }),
    asksPasscode: fc.constant(true),
    triesLeft: fc.nat(15),
  },
  { requiredKeys: ["reader", "screen"] },
) as fc.Arbitrary<ScreenView>;

/** Any touch. */
const anyTouch: fc.Arbitrary<Touch> = fc.oneof(
  fc.constantFrom("held-phone", "looked", "confirmed", "not-me", "took-card", "left").map((kind) => ({ kind })),
  fc.record({ kind: fc.constant("chose"), method }),
  fc.record({ kind: fc.constant("typed"), digits: fc.stringMatching(/^\d{0,16}$/) }),
  fc.record({ kind: fc.constant("chose-phone"), phone }),
  fc.record({ kind: fc.constant("answered"), consents: fc.record(consents, { requiredKeys: [] }) }),
  fc.record({ kind: fc.constant("prescription"), select: fc.constantFrom("1", "2", undefined) }),
) as fc.Arbitrary<Touch>;

const side = fc.integer({ min: 1, max: 2_000 });
const score = fc.nat(1_000);

/** Any message of the front port, either way. */
export const anyMessage: fc.Arbitrary<FrontMessage> = fc.oneof(
  fc.record({ kind: fc.constant("screen"), waitMs: fc.nat(0xffffffff), view: anyView }),
  fc.constantFrom("withdrawn", "untouched", "no-picture").map((kind) => ({ kind })),
  fc.record({ kind: fc.constant("take-picture"), attempt: fc.nat(255) }),
  fc.record({ kind: fc.constant("touched"), touch: anyTouch }),
  fc.constantFrom([0, 1], [0, 2], [1, 2]).chain(([frame, frames]) =>
    fc.record({
      kind: fc.constant("picture"),
      widthPx: side,
      heightPx: side,
      frame: fc.constant(frame),
      frames: fc.constant(frames),
    }),
  ),
  fc.record({ kind: fc.constant("luma"), bytes: fc.uint8Array({ minLength: 1, maxLength: 4_096 }) }),
  fc.record({
    kind: fc.constant("measured"),
    measured: fc.record({ match: score, live: score, quality: fc.constantFrom(...faceQualities) }),
  }),
) as fc.Arbitrary<FrontMessage>;
