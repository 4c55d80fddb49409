import { describe, expect, it } from "vitest";
import { type Atr, atrText, hasValidTck, MY_NUMBER_ATRS } from "../../../../devices/iso7816/atr.ts";
import { fromHex } from "../../../../simulator/kernel/bytes.ts";
import { AIDS, parts } from "../apdus.ts";
import { card } from "../fixture.ts";
import { inSlot } from "../in-slot.ts";
import type { Client, Conversation } from "./conversation.ts";
import { iosAndEkyc } from "./ios-and-ekyc.ts";
import { jpkiRs } from "./jpki-rs.ts";
import { jsapdu } from "./jsapdu.ts";
import { myna } from "./myna.ts";
import { foreignProbes, opensc } from "./opensc.ts";
import { pyjpki } from "./pyjpki.ts";
import { eligibilityTerminal } from "./terminal.ts";

/* The acceptance list of my-number-card.md §5.8: what real programs send, and what they need to hear. */

const clients: readonly Client[] = [opensc, myna, jpkiRs, pyjpki, jsapdu, iosAndEkyc, eligibilityTerminal];

/** The five ATRs of §5.8 and the others people saw (§3.2): what a reader makes of the card must not matter. */
const atrs: readonly Atr[] = [
  ...Object.values(MY_NUMBER_ATRS),
  fromHex("3B 88 80 01 00 00 41 E0 B3 81 A1 00 3B"),
  fromHex("3B 88 80 01 00 4B 51 FF 00 81 D1 00 BC"),
  fromHex("3B F5 91 00 FF 91 81 71 FE 40 00 42 00 01 00 D1 D6"),
  fromHex("3B F5 91 00 FF 91 81 71 FE 40 00 42 00 01 B3 A1 15"),
];

/** Plays a conversation and compares every answer; what fails names the step and why a client sends it. */
function play({ steps, order }: Conversation, atr: Atr): void {
  const slot = inSlot(card({ ...order, atr }));
  for (const [at, step] of steps.entries()) {
    if ("happens" in step) {
      if (step.happens === "reset") slot.reset();
      else slot.cutPower();
      continue;
    }
    const { data, sw } = parts(slot.send(step.send));
    const { answer, why } = step;
    const heard = { step: at, why, sw, bytes: data.length, dataAsWanted: answer.data?.(data) ?? true };
    expect(heard).toEqual({ step: at, why, sw: answer.sw, bytes: answer.bytes, dataAsWanted: true });
  }
}

for (const atr of atrs) {
  describe.each(clients)(`$name is served by the card with ATR ${atrText(atr)}`, ({ conversations }) => {
    it.each(conversations)("$does", (conversation) => play(conversation, atr));
  });
}

describe("the tables themselves", () => {
  it("every ATR closes with its check character", () => {
    expect(atrs.filter((atr) => !hasValidTck(atr))).toEqual([]);
  });

  it("OpenSC's foreign probes are 29, and every one must fail", () => {
    expect(foreignProbes).toHaveLength(29);
    expect(foreignProbes.filter(([, , sw]) => !/^6[4-9A-F]/.test(sw))).toEqual([]);
  });

  it("no probe names the beginning of one of our applications, which would select it", () => {
    const names = foreignProbes.map(([, send]) => /^00A4040[0C]..(.*)$/.exec(send.replaceAll(" ", ""))?.[1] ?? "none");
    expect(names.filter((name) => Object.values(AIDS).some((aid) => aid.startsWith(name.slice(0, 10))))).toEqual([]);
  });
});
