import { COMMAND } from "../../../../devices/ccid/constants.ts";
import { plainCommand, xfrBlock } from "../../../../devices/ccid/writer.ts";
import type { Bench } from "../../bench.ts";
import { playedCard, powered, SELECT } from "../../cards.ts";
import { firmwareCheck } from "../../firmware-check.ts";
import { answers, heardUntil, LISTEN_MS } from "../../heard.ts";
import { commandName, type Heard, HOST_WAIT_MS } from "../../host-side.ts";

/** A false removal costs the patient's session. */
export const noFalseMovement = firmwareCheck({
  id: "CC-15",
  set: "CC",
  title: { ja: "動きのない通知をしない", en: "no notice without a movement" },
  expected: {
    ja: "通信・電源断・電源の変動だけでは 50 xx を送らない",
    en: "commands, power off and an event of the supply bring no 50 xx",
  },
  clause: "USB CCID 1.1 §6.3.1; firmware-validation.md §1.7 (never without a real change), §9 X12",
  severity: "critical",
  needs: ["ccid", "bench", "contacts"],
  next: {
    ja: "割り込みの原因を調べ、カード検出以外では通知しないでください",
    en: "look at the cause of an interrupt; only the card switch is a movement",
  },
  *run(bench: Bench) {
    const { host, card, contactSlot } = bench;
    yield* powered(bench, playedCard(bench, contactSlot));
    yield* host.during(LISTEN_MS);
    const heard: Heard[] = [];
    for (const command of [
      xfrBlock(host.to(contactSlot), SELECT),
      plainCommand(COMMAND.iccPowerOff, host.to(contactSlot)),
      plainCommand(COMMAND.getSlotStatus, host.to(contactSlot)),
    ]) {
      bench.step(`${commandName(command)}, then an event of the supply`);
      host.send(command);
      heard.push(...(yield* heardUntil(bench, answers(command), HOST_WAIT_MS.transfer)));
      card.powerEvent();
    }
    heard.push(...(yield* host.during(LISTEN_MS)));
    const told = heard.find(({ event }) => event.kind === "movement" && event.slot === contactSlot);
    bench.require(
      told === undefined,
      { ja: "カードが動いていないのに通知された", en: "a movement was told, and no card moved" },
      told?.seq,
    );
    return { ja: "通知は来なかった", en: "no notice came" };
  },
});
