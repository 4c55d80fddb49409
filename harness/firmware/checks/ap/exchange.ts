import { CHAIN } from "../../../../devices/ccid/constants.ts";
import { xfrBlock } from "../../../../devices/ccid/writer.ts";
import { statusWordText } from "../../../../devices/iso7816/status-word.ts";
import { concat } from "../../../../simulator/kernel/bytes.ts";
import type { Process } from "../../../../simulator/kernel/process.ts";
import type { Bench } from "../../bench.ts";
import { statusText, succeeded } from "../../host-side.ts";

/** What the host got of a card's answer: data, status word as text, and the crossing that brought its end. */
export interface HostGot {
  readonly data: Uint8Array;
  readonly sw: string;
  readonly seq: number;
}

/** More parts than the longest answer of a check has bytes. */
const MAX_PARTS = 400;
const STATUS_BYTES = 2;

/**
 * Sends an APDU and fetches its answer, in parts where the reader hands it out so (USB CCID 1.1 §6.2.1 bChainParameter).
 * The clause is broken when the transfer fails.
 */
export function* exchange(bench: Bench, apdu: Uint8Array): Process<HostGot> {
  const slot = bench.contactSlot;
  let answer = yield* bench.host.transfer(apdu, slot);
  const parts: Uint8Array[] = [];
  for (let part = 0; part < MAX_PARTS; part++) {
    bench.require(
      succeeded(answer),
      { ja: `XfrBlockが失敗した（${statusText(answer)}）`, en: `XfrBlock failed: ${statusText(answer)}` },
      answer.seq,
    );
    parts.push(answer.data);
    if (answer.b9 !== CHAIN.begins && answer.b9 !== CHAIN.continues) break;
    answer = yield* bench.host.ask(xfrBlock(bench.host.to(slot), new Uint8Array(0), CHAIN.next));
  }
  return { ...split(concat(...parts)), seq: answer.seq };
}

/** Data and status word of an answer; an answer without one has 0000. */
export function split(answer: Uint8Array): { readonly data: Uint8Array; readonly sw: string } {
  const [sw1 = 0, sw2 = 0] = answer.length < STATUS_BYTES ? [] : answer.subarray(-STATUS_BYTES);
  return { data: answer.slice(0, -STATUS_BYTES), sw: statusWordText((sw1 << 8) | sw2) };
}
