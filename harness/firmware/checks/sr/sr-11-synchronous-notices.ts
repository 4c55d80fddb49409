import { COMMAND } from "../../../../devices/ccid/constants.ts";
import { escapeCommand, plainCommand } from "../../../../devices/ccid/writer.ts";
import type { LineEvent } from "../../../../devices/ccid-serial/frame.ts";
import { fromHex } from "../../../../simulator/kernel/bytes.ts";
import type { Bench } from "../../bench.ts";
import { firmwareCheck } from "../../firmware-check.ts";
import { answers, echoes, heardUntil, LISTEN_MS } from "../../heard.ts";
import { HOST_WAIT_MS } from "../../host-side.ts";

/** "Tell movement with my next command" (firmware-validation.md §2). */
const SYNCHRONOUS = fromHex("01 01 01");
const isMovement = ({ kind }: LineEvent): boolean => kind === "movement";

/** A host that reads only when it asked something has to hear of movement then. */
export const synchronousNotices = firmwareCheck({
  id: "SR-11",
  set: "SR",
  title: { ja: "移動通知は次のコマンドと同期", en: "movement notices wait for the next command" },
  expected: {
    ja: "Escape 01 01 01 の後は、エコーの後・応答の前に 50 xx を送る",
    en: "after Escape 01 01 01 a notice comes after the echo and before the answer of the next command",
  },
  clause: "firmware-validation.md §2 (Escape 01 01 01); that it follows the echo is our choice",
  severity: "must",
  needs: ["ccid", "bench", "contacts"],
  next: {
    ja: "通知を溜めておき、次の応答フレームの直前に送ってください",
    en: "keep notices until there is an answer to send, and send them right before it",
  },
  *run(bench: Bench) {
    const { host, contactSlot } = bench;
    bench.step("Escape 01 01 01");
    yield* host.ask(escapeCommand(host.to(contactSlot), SYNCHRONOUS));
    bench.step("a card is inserted while the host says nothing");
    bench.card.insert(contactSlot);
    const unasked = (yield* host.during(LISTEN_MS)).find(({ event }) => isMovement(event));
    bench.require(
      unasked === undefined,
      { ja: "コマンドを待たずに通知された", en: "the notice did not wait for a command" },
      unasked?.seq,
    );
    bench.step("GetSlotStatus");
    const command = plainCommand(COMMAND.getSlotStatus, host.to(contactSlot));
    host.send(command);
    const heard = yield* heardUntil(bench, answers(command), HOST_WAIT_MS.status);
    const late = (yield* host.during(LISTEN_MS)).find(({ event }) => isMovement(event));
    bench.require(
      late === undefined,
      { ja: "通知が応答の後に来た", en: "the notice came after the answer" },
      late?.seq,
    );
    const lastEcho = heard.findLastIndex(({ event }) => echoes(command)(event));
    const early = heard.slice(0, Math.max(0, lastEcho)).find(({ event }) => isMovement(event));
    bench.require(
      early === undefined,
      { ja: "通知がエコーの前に来た", en: "the notice came before the echo" },
      early?.seq,
    );
    if (!heard.some(({ event }) => isMovement(event)))
      return { ja: "通知は来なかった（CC-14で判定）", en: "no notice came, which CC-14 judges" };
    return { ja: "通知は応答の直前に来た", en: "the notice came right before the answer" };
  },
});
