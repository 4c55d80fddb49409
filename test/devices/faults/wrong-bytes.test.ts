import { describe, expect, it } from "vitest";
import { cardFront } from "../../../devices/cards/files/card-front.ts";
import { concat, toHex } from "../../../simulator/kernel/bytes.ts";
import { E, J, P, parts, R, V, wholeBy, X } from "../cards/apdus.ts";
import { card, PASSWORD, PICTURES, PIN, REFERENCE_NUMBER_B } from "../cards/fixture.ts";
import { liveSlot } from "./live-slot.ts";

/** Reads the current file in chunks until something else than 9000 comes: the bytes, and what came. */
function readOn(send: (hex: string) => string, chunk = 200): readonly [Uint8Array, string] {
  const read: Uint8Array[] = [];
  for (let offset = 0; ; ) {
    const { data, sw } = parts(send(R(offset, chunk)));
    if (sw !== "9000") return [concat(...read), sw];
    read.push(data);
    offset += data.length;
  }
}

describe("wrong bytes", () => {
  const whole = (fid: number): Uint8Array => {
    const live = liveSlot();
    live.lay();
    live.send(J);
    return parts(live.send(wholeBy(fid))).data;
  };

  it.each([7, 100, 255])("truncated-certificate: read by %i bytes at a time it ends after 600, with 6B00", (chunk) => {
    const live = liveSlot();
    live.arm("truncated-certificate");
    live.lay();
    for (const hex of [J, E(0x000a)]) live.send(hex);
    const [read, sw] = readOn(live.send, chunk);
    expect([read.length, sw]).toEqual([600, "6B00"]);
    expect(toHex(read)).toBe(toHex(whole(0x0a)).slice(0, 1200));
  });

  it("truncated-certificate: a whole reading by short id is cut as well, other files are not", () => {
    const live = liveSlot();
    live.arm("truncated-certificate", { keepBytes: 5 });
    live.lay();
    live.send(J);
    expect(live.send(wholeBy(0x0a))).toHaveLength(2 * 7);
    expect(parts(live.send(wholeBy(0x0b))).data.length).toBeGreaterThan(500);
  });

  it("truncated-certificate: the signing certificate is the other choice", () => {
    const live = liveSlot();
    live.arm("truncated-certificate", { certificate: "signature", keepBytes: 5 });
    live.lay();
    for (const hex of [J, E(0x001b), P(PASSWORD)]) live.send(hex);
    expect(live.send(wholeBy(0x01))).toHaveLength(2 * 7);
    expect(parts(live.send(wholeBy(0x0a))).data.length).toBeGreaterThan(500);
  });

  it("truncated-certificate: a file of the same id in another application is not a certificate", () => {
    const live = liveSlot();
    live.arm("truncated-certificate", { certificate: "signature", keepBytes: 5 });
    live.lay();
    for (const hex of [X, E(0x0011), P(PIN)]) live.send(hex);
    expect(parts(live.send(wholeBy(0x01))).data).toHaveLength(17);
  });

  it("early-end-of-file: 6B00 comes from an offset on, what lies before it comes whole", () => {
    const live = liveSlot();
    live.arm("early-end-of-file");
    live.lay();
    for (const hex of [J, E(0x000a)]) live.send(hex);
    expect([R(200, 200), R(255, 1), R(256, 1), R(0x7fff, 1)].map((hex) => live.send(hex).length / 2 - 2)).toEqual([
      200, 1, 0, 0,
    ]);
    expect(live.send(R(256, 1))).toBe("6B00");
  });

  it.each([
    ["cut", 3],
    ["grown", 5],
  ])("wrong-length-answer: %s, once: four bytes asked for, %i come", (length, bytes) => {
    const live = liveSlot();
    live.arm("wrong-length-answer", { length });
    live.lay();
    const answers = [J, E(0x000a), R(0, 4), R(0, 4)].map(live.send);
    expect(answers.slice(2).map((answer) => answer.length / 2 - 2)).toEqual([bytes, 4]);
  });

  it("wrong-length-answer: nothing is less than nothing, and a refusal stays as it is", () => {
    const live = liveSlot();
    live.arm("wrong-length-answer", { bytes: 256 });
    live.lay();
    expect([J, E(0x000a), R(0x7000, 4), R(0, 4)].map(live.send)).toEqual(["9000", "9000", "6B00", "9000"]);
  });

  it.each([11, 200, 256])(
    "unreadable-photo: read by %i bytes at a time only the first bytes of DF27 differ",
    (chunk) => {
      const live = liveSlot();
      live.arm("unreadable-photo");
      live.lay();
      for (const hex of [V, E(0x0012), P(REFERENCE_NUMBER_B), E(0x0002)]) live.send(hex);
      const [read] = readOn(live.send, chunk);
      const { photo, ...rest } = cardFront.decode(read);
      expect(photo).toEqual(Uint8Array.from(PICTURES.photo, (byte, at) => (at < 64 ? byte ^ 0xff : byte)));
      expect([rest.namePicture, rest.addressPicture]).toEqual([PICTURES.name, PICTURES.address]);
      const untouched = liveSlot();
      untouched.lay();
      for (const hex of [V, E(0x0012), P(REFERENCE_NUMBER_B), E(0x0002)]) untouched.send(hex);
      const { photo: _, ...good } = cardFront.decode(readOn(untouched.send, chunk)[0]);
      expect(rest).toEqual(good);
    },
  );

  it("unreadable-photo: the card itself is not touched, repaired it reads well", () => {
    const live = liveSlot();
    const repair = live.arm("unreadable-photo", { bytes: 0x7fff });
    live.lay();
    for (const hex of [V, E(0x0012), P(REFERENCE_NUMBER_B)]) live.send(hex);
    const photoNow = () => cardFront.decode(parts(live.send(wholeBy(0x02))).data).photo;
    expect(photoNow()).toEqual(Uint8Array.from(PICTURES.photo, (byte) => byte ^ 0xff));
    repair();
    expect(photoNow()).toEqual(PICTURES.photo);
  });

  it.each([0, 3, 127, 128, 255, 256])(
    "unreadable-photo: a photo of %i bytes is found whatever form its length has",
    (size) => {
      const live = liveSlot();
      const photo = new Uint8Array(size).fill(0x5a);
      live.arm("unreadable-photo", { bytes: 1 });
      live.lay(card({ pictures: { ...PICTURES, photo } }));
      for (const hex of [V, E(0x0012), P(REFERENCE_NUMBER_B)]) live.send(hex);
      const read = cardFront.decode(parts(live.send(wholeBy(0x02))).data).photo;
      expect(read).toEqual(Uint8Array.from(photo, (byte, at) => (at < 1 ? byte ^ 0xff : byte)));
    },
  );
});
