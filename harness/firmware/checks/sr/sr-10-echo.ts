import { COMMAND } from "../../../../devices/ccid/constants.ts";
import { plainCommand, xfrBlock } from "../../../../devices/ccid/writer.ts";
import type { Bench } from "../../bench.ts";
import { firmwareCheck } from "../../firmware-check.ts";
import { answers, echoes, heardUntil, LISTEN_MS } from "../../heard.ts";
import { HOST_WAIT_MS } from "../../host-side.ts";

/** A host that does not know of an echo takes its own command for the answer, one that waits for it waits in vain. */
export const echo = firmwareCheck({
  id: "SR-10",
  set: "SR",
  title: { ja: "エコーは宣言どおり", en: "the echo is as declared" },
  expected: {
    ja: "ICSでechoありなら応答の前に1回だけ、なしなら一度も返さない",
    en: "once and before the answer where the statement says echo, never where it says none",
  },
  clause: "firmware-validation.md §2 (echo, by model), §9 X01",
  severity: "must",
  needs: ["ccid"],
  next: {
    ja: "エコーの有無をICSの echo と一致させてください",
    en: "make the echo agree with `echo` of the statement, or the statement with the echo",
  },
  *run(bench: Bench) {
    const { host, ics } = bench;
    const wanted = ics.echo ? 1 : 0;
    const commands = [
      plainCommand(COMMAND.getSlotStatus, host.to(0)),
      xfrBlock(host.to(0), new Uint8Array(60).fill(0x5a)),
    ];
    for (const command of commands) {
      bench.step(`a command of ${command.data.length} data bytes, and its echo`);
      host.send(command);
      const before = yield* heardUntil(bench, answers(command), HOST_WAIT_MS.transfer);
      const after = yield* host.during(LISTEN_MS);
      const early = before.filter(({ event }) => echoes(command)(event));
      const late = after.find(({ event }) => echoes(command)(event));
      bench.require(
        late === undefined,
        { ja: "応答の後にエコーが返った", en: "an echo came after the answer" },
        late?.seq,
      );
      bench.require(
        early.length === wanted,
        {
          ja: `エコーが ${early.length} 回（宣言は ${wanted} 回）`,
          en: `${early.length} echoes, declared are ${wanted}`,
        },
        early.at(-1)?.seq,
      );
    }
    return ics.echo
      ? { ja: "応答の前に1回だけ返った", en: "one echo, before the answer" }
      : { ja: "エコーは返らなかった", en: "no echo" };
  },
});
