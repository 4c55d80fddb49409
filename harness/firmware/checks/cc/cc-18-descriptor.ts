import { EXCHANGE_LEVEL } from "../../../../devices/ccid/constants.ts";
import { type FunctionalDescriptor, functionalDescriptor, PIN_SUPPORT } from "../../../../devices/ccid/descriptor.ts";
import type { Process } from "../../../../simulator/kernel/process.ts";
import type { Bench } from "../../bench.ts";
import { firmwareCheck } from "../../firmware-check.ts";
import { levelShown, pinSupportShown } from "./descriptor-deeds.ts";

const LEVEL_MASK = EXCHANGE_LEVEL.tpdu | EXCHANGE_LEVEL.shortApdu | EXCHANGE_LEVEL.extendedApdu;
const LEVELS = {
  tpdu: EXCHANGE_LEVEL.tpdu,
  "short-apdu": EXCHANGE_LEVEL.shortApdu,
  "extended-apdu": EXCHANGE_LEVEL.extendedApdu,
} as const;

/** A host believes the descriptor: what it says has to agree with the statement, and with what the reader does. */
export const descriptor = firmwareCheck({
  id: "CC-18",
  set: "CC",
  title: { ja: "ディスクリプターの真実性", en: "the descriptor is true" },
  expected: {
    ja: "交換レベル・暗証番号・スロット数・最大長がICSおよび実際の動作と一致する",
    en: "exchange level, PIN support, slots and message length agree with the statement and with what is done",
  },
  clause: "USB CCID 1.1 §5.1; firmware-validation.md §1.3, §9 X14",
  severity: "must",
  needs: ["ccid", "bench"],
  next: {
    ja: "dwFeatures・bPINSupport・bMaxSlotIndex・dwMaxCCIDMessageLengthを実装に合わせてください",
    en: "make dwFeatures, bPINSupport, bMaxSlotIndex and dwMaxCCIDMessageLength say what was built",
  },
  *run(bench: Bench) {
    const told = yield* describedBy(bench);
    for (const [field, found, declared] of statements(bench, told)) {
      bench.require(found === declared, {
        ja: `${field} が ${found}（ICSでは ${declared}）`,
        en: `${field} is ${found}, the statement says ${declared}`,
      });
    }
    if (bench.ics.contactSlot !== undefined) {
      yield* levelShown(bench);
      yield* pinSupportShown(bench, told.bPINSupport);
    }
    return { ja: "ICSおよび動作と一致", en: "it agrees with the statement and with what is done" };
  },
});

function* describedBy(bench: Bench): Process<FunctionalDescriptor> {
  bench.step("the functional descriptor");
  const bytes = (yield* bench.card.ask("getDescriptor", bench.contactSlot)) ?? new Uint8Array(0);
  bench.require(bytes.length === functionalDescriptor.lengthBytes, {
    ja: `ディスクリプターが ${bytes.length} バイト（54のはず）`,
    en: `the descriptor has ${bytes.length} bytes instead of 54`,
  });
  return functionalDescriptor.decode(bytes);
}

function statements({ ics }: Bench, told: FunctionalDescriptor): readonly (readonly [string, number, number])[] {
  return [
    ["dwFeatures & 00070000", told.dwFeatures & LEVEL_MASK, LEVELS[ics.level]],
    ["bPINSupport & 01", told.bPINSupport & PIN_SUPPORT.verify, ics.pinPad ? PIN_SUPPORT.verify : 0],
    ["bMaxSlotIndex", told.bMaxSlotIndex, ics.slots - 1],
    ["dwMaxCCIDMessageLength", told.dwMaxCCIDMessageLength, ics.maxMessageBytes],
  ];
}
