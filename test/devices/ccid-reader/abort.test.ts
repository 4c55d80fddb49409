import { describe, expect, it } from "vitest";
import { COMMAND } from "../../../devices/ccid/constants.ts";
import { plainCommand, powerOn, xfrBlock } from "../../../devices/ccid/writer.ts";
import { toHex } from "../../../simulator/kernel/bytes.ts";
import { aReader, OK, PATIENT_ATR, SELECT } from "./a-reader.ts";

const to = (sequence: number) => ({ slot: 0, sequence });
const abort = (sequence: number) => plainCommand(COMMAND.abort, to(sequence));

describe("an abort", () => {
  it("ends a command with FF, is confirmed, and the card's late answer goes nowhere", () => {
    const desk = aReader({ answer: (_command, answered) => desk.clock.after(300, () => answered(OK)) });
    desk.send(powerOn(to(1), 0));
    desk.wait(50);
    desk.send(xfrBlock(to(2), SELECT));
    desk.wait(100);
    desk.said();
    desk.send(abort(3));
    expect(desk.said()).toEqual(["80 0/2 40FF00", "81 0/3 000000"]);
    desk.wait(5_000);
    expect(desk.said()).toEqual([]);
  });

  it("leaves the slot as it was: the next command is answered", () => {
    const answers = ["never", "at once"];
    const desk = aReader({
      answer: (_command, answered) => {
        if (answers.shift() === "never") desk.clock.after(200, () => answered(OK));
        else answered(OK);
      },
    });
    desk.send(powerOn(to(1), 0));
    desk.wait(50);
    desk.send(xfrBlock(to(2), SELECT));
    desk.wait(10);
    desk.send(abort(3));
    desk.send(xfrBlock(to(4), SELECT));
    desk.wait(1_000);
    expect(desk.said().at(-1)).toBe("80 0/4 000000 9000");
    expect(desk.defects).toEqual([]);
  });

  it("ends a power-up too, and the card can be powered afterwards", () => {
    const desk = aReader();
    desk.contacts.atr = undefined;
    desk.send(powerOn(to(1), 1));
    desk.wait(5);
    desk.send(abort(2));
    expect(desk.said()).toEqual(["80 0/1 41FF00", "81 0/2 010000"]);
    desk.wait(100);
    desk.contacts.atr = PATIENT_ATR;
    desk.send(powerOn(to(3), 1));
    desk.wait(100);
    expect(desk.said()).toEqual([`80 0/3 000000 ${toHex(PATIENT_ATR)}`]);
  });

  it("of an idle slot is confirmed", () => {
    const desk = aReader();
    desk.send(abort(1));
    expect(desk.said()).toEqual(["81 0/1 010000"]);
  });
});
