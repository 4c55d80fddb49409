import { functionalDescriptor } from "../../../../devices/ccid/descriptor.ts";
import { setDataRate } from "../../../../devices/ccid/writer.ts";
import type { Process } from "../../../../simulator/kernel/process.ts";
import type { Bench } from "../../bench.ts";
import { firmwareCheck } from "../../firmware-check.ts";
import { statusText, succeeded } from "../../host-side.ts";

const RATE_BYTES = 4;
/** The public serial driver's clock, where the reader says none (firmware-validation.md §2). */
const USUAL_CLOCK_KHZ = 4_000;

/** A rate that is declared and cannot be set keeps every fast card slow, or mute. */
export const dataRates = firmwareCheck({
  id: "CC-19",
  set: "CC",
  title: { ja: "宣言した通信速度", en: "the data rates that are declared" },
  expected: {
    ja: "宣言した速度はすべて設定でき、宣言していない速度は拒否する",
    en: "every declared rate can be set, one that is not declared is refused",
  },
  clause: "USB CCID 1.1 §5.1 (dwDataRate), §6.1.14; firmware-validation.md §9 X15",
  severity: "must",
  needs: ["ccid", "bench", "several-rates"],
  next: {
    ja: "GET_DATA_RATESの一覧と、実際に設定できる速度を一致させてください",
    en: "make the list of GET_DATA_RATES and the rates that can be set the same",
  },
  *run(bench: Bench) {
    const { host, card, contactSlot, ics } = bench;
    const told = numbersIn((yield* card.ask("getDataRates", contactSlot)) ?? new Uint8Array(0));
    const declared = [...new Set([...ics.dataRatesBps, ...told])].sort((a, b) => a - b);
    const clockKhz = yield* defaultClockKhz(bench);
    for (const rate of declared) {
      bench.step(`SetDataRateAndClockFrequency to ${rate} bit/s`);
      const answer = yield* host.ask(setDataRate(host.to(contactSlot), clockKhz, rate));
      bench.require(
        succeeded(answer),
        {
          ja: `宣言した ${rate} bit/s が設定できない（${statusText(answer)}）`,
          en: `${rate} bit/s is declared and was refused: ${statusText(answer)}`,
        },
        answer.seq,
      );
    }
    const undeclared = (declared.at(-1) ?? 0) + 1;
    bench.step(`SetDataRateAndClockFrequency to ${undeclared} bit/s, which nobody declared`);
    const answer = yield* host.ask(setDataRate(host.to(contactSlot), clockKhz, undeclared));
    bench.require(
      !succeeded(answer),
      { ja: `宣言のない ${undeclared} bit/s を受け付けた`, en: `${undeclared} bit/s is not declared and was set` },
      answer.seq,
    );
    return { ja: `${declared.length} 種の速度を設定できた`, en: `${declared.length} rates can be set` };
  },
});

function numbersIn(bytes: Uint8Array): readonly number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return Array.from({ length: Math.floor(bytes.length / RATE_BYTES) }, (_, index) =>
    view.getUint32(index * RATE_BYTES, true),
  );
}

function* defaultClockKhz(bench: Bench): Process<number> {
  const told = yield* bench.card.ask("getDescriptor", bench.contactSlot);
  return told?.length === functionalDescriptor.lengthBytes
    ? functionalDescriptor.decode(told).dwDefaultClock
    : USUAL_CLOCK_KHZ;
}
