import { POWER_SELECT } from "../../../../devices/ccid/constants.ts";
import { functionalDescriptor } from "../../../../devices/ccid/descriptor.ts";
import type { Process } from "../../../../simulator/kernel/process.ts";
import type { Bench } from "../../bench.ts";
import type { ContactCard } from "../../card-side.ts";
import { playedCard, seen } from "../../cards.ts";
import { firmwareCheck } from "../../firmware-check.ts";

const { volts5, volts3, volts1_8, automatic } = POWER_SELECT;
/** Classes from the lowest up, with their bit in bVoltageSupport. */
const CLASSES = [
  { voltage: volts1_8, bit: 4 },
  { voltage: volts3, bit: 2 },
  { voltage: volts5, bit: 1 },
] as const;
const VOLTS = new Map<number, string>([
  [volts5, "5 V"],
  [volts3, "3 V"],
  [volts1_8, "1.8 V"],
]);
const inVolts = (voltages: readonly number[]): string =>
  voltages.map((voltage) => VOLTS.get(voltage) ?? `class ${voltage}`).join(", ") || "0 V";

/** Too much voltage may kill a card: the reader begins low, and gives what it was told to give. */
export const voltage = firmwareCheck({
  id: "CC-04",
  set: "CC",
  title: { ja: "電圧クラスの順序", en: "order of the voltage classes" },
  expected: {
    ja: "自動では低い電圧から始め、カードが応答するまで上げる。指定時はその電圧だけを使う",
    en: "automatic begins with the lowest class and goes up until the card answers; a named class is given alone",
  },
  clause: "ISO/IEC 7816-3 §6.2.4; USB CCID 1.1 §6.1.1 (bPowerSelect); firmware-validation.md §9 X47",
  severity: "must",
  needs: ["ccid", "bench", "contacts"],
  next: {
    ja: "bPowerSelect 00では1.8 V→3 V→5 Vの順に、01〜03では指定の電圧だけで起動してください",
    en: "for bPowerSelect 00 try 1.8 V, 3 V, 5 V in this order; for 01 to 03 that class and no other",
  },
  *run(bench: Bench) {
    const { host, contactSlot } = bench;
    const offers = yield* offeredClasses(bench);
    const { card, voltages } = fiveVoltCard(bench);
    bench.card.insert(contactSlot, card);
    yield* seen(bench, true);
    bench.step("IccPowerOn, automatic, for a card that answers at 5 V alone");
    yield* host.powerOn(contactSlot, automatic);
    const tried = voltages.filter((given, index) => given !== voltages[index - 1]);
    bench.require(tried.join() === offers.join(), {
      ja: `自動で与えた電圧は ${inVolts(tried)}（${inVolts(offers)} の順のはず）`,
      en: `automatic gave ${inVolts(tried)} instead of ${inVolts(offers)}`,
    });
    for (const asked of offers.filter((given) => given !== volts1_8)) {
      bench.step(`IccPowerOn with bPowerSelect ${asked}`);
      yield* host.powerOff(contactSlot);
      voltages.length = 0;
      yield* host.powerOn(contactSlot, asked);
      bench.require(voltages.length > 0 && voltages.every((given) => given === asked), {
        ja: `bPowerSelect ${asked} で与えた電圧は ${inVolts(voltages)}`,
        en: `bPowerSelect ${asked} gave ${inVolts(voltages)}`,
      });
    }
    return { ja: `自動の順序: ${inVolts(tried)}`, en: `automatic: ${inVolts(tried)}` };
  },
});

/** The classes the reader says it has, from the lowest up; all of them where it says nothing. */
function* offeredClasses(bench: Bench): Process<readonly number[]> {
  const told = yield* bench.card.ask("getDescriptor", bench.contactSlot);
  const { lengthBytes } = functionalDescriptor;
  const support = told?.length === lengthBytes ? functionalDescriptor.decode(told).bVoltageSupport : 0x07;
  return CLASSES.filter(({ bit }) => (support & bit) !== 0).map(({ voltage: offered }) => offered);
}

function fiveVoltCard(bench: Bench): { readonly card: ContactCard; readonly voltages: number[] } {
  const played = playedCard(bench, bench.contactSlot);
  const voltages: number[] = [];
  const card: ContactCard = {
    powerOn(given) {
      voltages.push(given);
      return given === volts5 ? played.powerOn(given) : undefined;
    },
    powerOff: () => played.powerOff(),
    receive: (characters) => played.receive(characters),
  };
  return { card, voltages };
}
