import { describe, expect, it } from "vitest";
import type { PinPad } from "../../../../devices/cards/slot.ts";
import { PROTOCOL, RETURN_CODE, SHARE_MODE } from "../../../../devices/transports/pcsc-service/constants.ts";
import { CONTROL_CODE } from "../../../../devices/transports/pcsc-service/features.ts";
import { messages } from "../../../../devices/transports/pcsc-service/messages.ts";
import { fromHex, toHex } from "../../../../simulator/kernel/bytes.ts";
import { type Program, World } from "./fixture.ts";

type Typed = Parameters<PinPad["ask"]>[1];

/** Keys on which a test types. */
class Keys implements PinPad {
  readonly asked: Parameters<PinPad["ask"]>[0][] = [];
  #typed: Typed | undefined;

  ask(limits: Parameters<PinPad["ask"]>[0], typed: Typed): void {
    this.asked.push(limits);
    this.#typed = typed;
  }

  type(digits: string | undefined): void {
    const typed = this.#typed;
    if (typed === undefined) throw new Error("nobody asked for a PIN");
    this.#typed = undefined;
    typed(digits);
  }
}

function atKeys() {
  const world = new World();
  const keys = new Keys();
  world.slot.pinPad = keys;
  const program = world.program();
  return { world, keys, program, handle: program.handle() };
}

/** PIN_VERIFY_STRUCTURE as OpenSC sends it: 30 s, ASCII in bytes, 4 to 8 digits. */
const verify = (command: string, { seconds = "1E", block = "00" } = {}): string => {
  const length = (command.length / 2).toString(16).padStart(2, "0");
  return `${seconds}1E82${block}00 0804 02 00 0000 00 000000 ${length}000000 ${command}`;
};

/** PIN_MODIFY_STRUCTURE: old and new offset, what to ask (`03` old, new, new again). */
const modify = (command: string, offsets = "0000", confirm = "03"): string => {
  const length = (command.length / 2).toString(16).padStart(2, "0");
  return `1E1E820000 ${offsets} 0804 ${confirm} 02 00 0000 000102 000000 ${length}000000 ${command}`;
};

function sendControl(program: Program, handle: number, controlCode: number, input = "", receiveLength = 256): void {
  const data = fromHex(input);
  program.send(messages.control, { handle, controlCode, sendLength: data.length, receiveLength }, data);
}

function controlled(program: Program): string | number | undefined {
  const answer = program.next(messages.control);
  if (answer === undefined) return undefined;
  return answer.returnCode === RETURN_CODE.success ? answer.data : answer.returnCode;
}

describe("the features of a reader", () => {
  it("with keys are PIN entry, PIN change and their properties; without keys the properties alone", () => {
    const { program, handle } = atKeys();
    sendControl(program, handle, CONTROL_CODE.getFeatures);
    expect(controlled(program)).toBe("060442330006" + "070442330007" + "0A044233000A" + "120442330012");
    sendControl(program, handle, CONTROL_CODE.pinProperties);
    expect(controlled(program)).toBe("00000200");
    const plain = new World().program();
    const other = plain.handle();
    sendControl(plain, other, CONTROL_CODE.getFeatures);
    expect(controlled(plain)).toBe("120442330012");
    for (const code of [CONTROL_CODE.pinProperties, CONTROL_CODE.verifyPinDirect, 0x4200_0001]) {
      sendControl(plain, other, code, verify("00200080"));
      expect(controlled(plain)).toBe(RETURN_CODE.unsupportedFeature);
    }
  });

  it("in tag, length, value say that extended length goes through, and how many digits the keys take", () => {
    const { program, handle } = atKeys();
    sendControl(program, handle, CONTROL_CODE.tlvProperties);
    expect(controlled(program)).toContain("060104" + "070110" + "0A0400000100");
  });

  it("are told in direct mode on an empty reader, where OpenSC asks for them", () => {
    const { world, program } = atKeys();
    world.slot.take();
    const { handle } = program.connect(SHARE_MODE.direct);
    sendControl(program, handle, CONTROL_CODE.getFeatures);
    expect(controlled(program)).toHaveLength(48);
  });

  it("that do not fit the program's room are not sent", () => {
    const { program, handle } = atKeys();
    sendControl(program, handle, CONTROL_CODE.getFeatures, "", 23);
    const answer = program.next(messages.control);
    expect(answer).toMatchObject({ returnCode: RETURN_CODE.insufficientBuffer, bytesReturned: 24, data: "" });
  });
});

describe("a PIN typed at the reader", () => {
  it("goes into the command for the card, and only the card's status word comes back", () => {
    const { world, keys, program, handle } = atKeys();
    world.slot.answers.set("002000800431323334", "63C2");
    sendControl(program, handle, CONTROL_CODE.verifyPinDirect, verify("00200080"));
    expect(keys.asked).toEqual([{ minDigits: 4, maxDigits: 8, timeoutMs: 30_000 }]);
    keys.type("1234");
    expect(program.received.map(toHex).join()).not.toContain("31323334");
    expect(controlled(program)).toBe("63C2");
    expect(world.slot.log.at(-1)).toBe("002000800431323334");
    expect(world.log.join()).not.toContain("1234");
  });

  it("is wiped from memory once the card has answered", () => {
    const { world, keys, program, handle } = atKeys();
    const commands: Uint8Array[] = [];
    const exchange = world.slot.exchange.bind(world.slot);
    world.slot.exchange = (command, answered) => {
      commands.push(command);
      exchange(command, answered);
    };
    sendControl(program, handle, CONTROL_CODE.verifyPinDirect, verify("00200080"));
    keys.type("1234");
    expect(commands.map(toHex)).toEqual(["00".repeat(9)]);
  });

  const rows = [
    { title: "cancelled", does: ({ keys }: ReturnType<typeof atKeys>) => keys.type(undefined), sw: "6401" },
    { title: "not typed in time", does: ({ world }: ReturnType<typeof atKeys>) => world.pass(30_000), sw: "6400" },
    { title: "too short", does: ({ keys }: ReturnType<typeof atKeys>) => keys.type("123"), sw: "6403" },
    { title: "too long", does: ({ keys }: ReturnType<typeof atKeys>) => keys.type("123456789"), sw: "6403" },
  ];
  it.each(rows)("$title ends with $sw, and no command goes to the card", (row) => {
    const scene = atKeys();
    scene.world.slot.log.length = 0;
    sendControl(scene.program, scene.handle, CONTROL_CODE.verifyPinDirect, verify("00200080"));
    row.does(scene);
    expect(controlled(scene.program)).toBe(row.sw);
    expect(scene.world.slot.log).toEqual([]);
    expect(scene.program.transmit(scene.handle)).toBe("9000");
  });

  it("that comes after its time is lost", () => {
    const { world, keys, program, handle } = atKeys();
    sendControl(program, handle, CONTROL_CODE.verifyPinDirect, verify("00200080", { seconds: "05" }));
    world.pass(5_000);
    expect(controlled(program)).toBe("6400");
    keys.type("1234");
    expect(program.received).toEqual([]);
    expect(world.slot.log).not.toContain("002000800431323334");
  });

  it("keeps the reader busy: commands of others wait for its end", () => {
    const { world, keys, program, handle } = atKeys();
    const other = world.program();
    const shared = other.handle();
    sendControl(program, handle, CONTROL_CODE.verifyPinDirect, verify("00200080"));
    other.sendTransmit(shared, "00A40000");
    expect(other.received).toEqual([]);
    keys.type("1234");
    expect(controlled(program)).toBe("9000");
    expect(other.transmitted()).toBe("9000");
    expect(world.slot.log.slice(-2)).toEqual(["002000800431323334", "00A40000"]);
  });

  it("is asked for when the card is free, not in the middle of a command of another program", () => {
    const { world, keys, program, handle } = atKeys();
    const other = world.program();
    world.slot.held = [];
    other.sendTransmit(other.handle(), "002A0000");
    sendControl(program, handle, CONTROL_CODE.verifyPinDirect, verify("00200080"));
    expect(keys.asked).toEqual([]);
    for (const answer of world.slot.held.splice(0)) answer();
    expect(keys.asked).toHaveLength(1);
  });

  it("for a program that died goes to no card and costs no try", () => {
    const { world, keys, program, handle } = atKeys();
    sendControl(program, handle, CONTROL_CODE.verifyPinDirect, verify("00200080"));
    program.die();
    keys.type("1234");
    expect(world.slot.log).not.toContain("002000800431323334");
    const next = world.program();
    expect(next.transmit(next.handle())).toBe("9000");
  });

  it("for a card that was taken out meanwhile goes nowhere", () => {
    const { world, keys, program, handle } = atKeys();
    sendControl(program, handle, CONTROL_CODE.verifyPinDirect, verify("00200080"));
    world.slot.answers.set("002000800431323334", undefined);
    world.slot.take();
    keys.type("1234");
    expect(controlled(program)).toBe(RETURN_CODE.noSmartcard);
  });

  it("is not asked for when the structure makes no sense", () => {
    const { keys, program, handle } = atKeys();
    const wrong = [
      "",
      verify("00200080").slice(0, -2),
      `${verify("00200080")}00`,
      verify("0020"),
      verify("0020008008FF"),
      verify("00200080").replace("1E82", "1E80"),
      verify("00200080").replace("0804", "0008"),
      verify("00200080").replace("0804", "0408"),
    ];
    for (const input of wrong) {
      sendControl(program, handle, CONTROL_CODE.verifyPinDirect, input);
      expect(controlled(program)).toBe(RETURN_CODE.invalidParameter);
    }
    expect(keys.asked).toEqual([]);
  });
});

describe("a PIN changed at the reader", () => {
  it("takes the old one, the new one and the new one again, and places them", () => {
    const { world, keys, program, handle } = atKeys();
    sendControl(program, handle, CONTROL_CODE.modifyPinDirect, modify(`0024000010${"FF".repeat(16)}`, "0008"));
    for (const digits of ["1111", "2222", "2222"]) keys.type(digits);
    expect(controlled(program)).toBe("9000");
    expect(world.slot.log.at(-1)).toBe(`0024000010${"31313131FFFFFFFF"}${"32323232FFFFFFFF"}`);
  });

  it("puts them one behind the other where the program left the room to the reader", () => {
    const { world, keys, program, handle } = atKeys();
    sendControl(program, handle, CONTROL_CODE.modifyPinDirect, modify("0024000000"));
    for (const digits of ["1111", "22222", "22222"]) keys.type(digits);
    expect(world.slot.log.at(-1)).toBe("0024000009313131313232323232");
    expect(controlled(program)).toBe("9000");
  });

  it("sends the new one alone where the card wants it so (my-number-card.md §2.5)", () => {
    const { world, keys, program, handle } = atKeys();
    sendControl(program, handle, CONTROL_CODE.modifyPinDirect, modify("00240180", "0000", "01"));
    for (const digits of ["2222", "2222"]) keys.type(digits);
    expect(world.slot.log.at(-1)).toBe("002401800432323232");
    expect(controlled(program)).toBe("9000");
  });

  it("ends with 6402 when the new one was typed differently", () => {
    const { keys, program, handle } = atKeys();
    sendControl(program, handle, CONTROL_CODE.modifyPinDirect, modify("00240180", "0000", "01"));
    for (const digits of ["2222", "2223"]) keys.type(digits);
    expect(controlled(program)).toBe("6402");
  });
});

describe("attributes", () => {
  const rows = [
    { title: "vendor name", id: 0x0001_0100, hex: "4D61646F677563686900" },
    {
      title: "type of the reader",
      id: 0x0001_0101,
      hex: Buffer.from("Emulated reader\0").toString("hex").toUpperCase(),
    },
    { title: "version", id: 0x0001_0102, hex: "00000001" },
    { title: "serial number", id: 0x0001_0103, hex: "3030303000" },
    { title: "channel", id: 0x0002_0110, hex: "0000F000" },
    { title: "protocols", id: 0x0003_0120, hex: "02000000" },
    { title: "protocol in use", id: 0x0008_0201, hex: "02000000" },
    { title: "card presence", id: 0x0009_0300, hex: "02" },
    { title: "contact", id: 0x0009_0301, hex: "01" },
    { title: "ATR", id: 0x0009_0303, hex: "3B8880010000 05E0B381A1007F".replace(" ", "") },
    { title: "friendly name", id: 0x7fff_0003, hex: Buffer.from("Test Reader 00 00\0").toString("hex").toUpperCase() },
    { title: "system name", id: 0x7fff_0004, hex: Buffer.from("Test Reader 00 00\0").toString("hex").toUpperCase() },
  ];
  it.each(rows)("$title", ({ id, hex }) => {
    const program = new World().program();
    const answer = program.ask(messages.getAttribute, { handle: program.handle(), attribute: id, valueLength: 264 });
    expect(answer.returnCode).toBe(RETURN_CODE.success);
    expect(toHex(answer.value.subarray(0, answer.valueLength))).toBe(hex);
  });

  it("of an empty reader have no card, no contact and no ATR", () => {
    const world = new World();
    world.slot.take();
    const program = world.program();
    const { handle } = program.connect(SHARE_MODE.direct);
    const value = (attribute: number): string => {
      const answer = program.ask(messages.getAttribute, { handle, attribute, valueLength: 264 });
      return toHex(answer.value.subarray(0, answer.valueLength));
    };
    expect([value(0x0009_0300), value(0x0009_0301), value(0x0009_0303)]).toEqual(["00", "00", ""]);
    expect(value(0x0008_0201)).toBe(`0${PROTOCOL.undefined}000000`);
  });

  it("that do not exist, have no room or are to be set are refused", () => {
    const program = new World().program();
    const handle = program.handle();
    const get = (given: object) => program.ask(messages.getAttribute, { handle, ...given });
    expect(get({ attribute: 0x0001_0199, valueLength: 264 }).returnCode).toBe(RETURN_CODE.unsupportedFeature);
    const short = get({ attribute: 0x0009_0303, valueLength: 12 });
    expect(short).toMatchObject({ returnCode: RETURN_CODE.insufficientBuffer, valueLength: 13 });
    expect(program.ask(messages.setAttribute, { handle, attribute: 0x7fff_0007 }).returnCode).toBe(
      RETURN_CODE.unsupportedFeature,
    );
  });
});
