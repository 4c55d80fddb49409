import { ERROR } from "../../../../devices/ccid/constants.ts";
import { toHex } from "../../../../simulator/kernel/bytes.ts";
import type { Process } from "../../../../simulator/kernel/process.ts";
import type { Bench } from "../../bench.ts";
import { playedCard, seen } from "../../cards.ts";
import { statusText, succeeded } from "../../host-side.ts";

/** Powers a card whose ATR is wrong, and demands that IccPowerOn fails with this bError. */
export function* refusesAtr(bench: Bench, atr: Uint8Array, error: keyof typeof ERROR): Process<void> {
  bench.card.insert(
    bench.contactSlot,
    playedCard(bench, bench.contactSlot, () => Uint8Array.of(0x90, 0x00), atr),
  );
  yield* seen(bench, true);
  bench.step(`IccPowerOn of a card with the ATR ${toHex(atr)}`);
  const answer = yield* bench.host.powerOn(bench.contactSlot);
  const name = toHex(Uint8Array.of(ERROR[error]));
  bench.require(
    !succeeded(answer) && answer.b8 === ERROR[error],
    {
      ja: `bError ${name} で失敗するはずが、bStatusとbErrorは ${statusText(answer)}`,
      en: `IccPowerOn should fail with bError ${name}; bStatus and bError are ${statusText(answer)}`,
    },
    answer.seq,
  );
}
