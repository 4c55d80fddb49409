import { X509Certificate } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type CardChoice, cardChoices, cardProfile, defaultCardProfile } from "../../../devices/cards/choices.ts";
import { cardFront } from "../../../devices/cards/files/card-front.ts";
import type { CardOrder } from "../../../devices/cards/issue.ts";
import { latin1 } from "../../../simulator/kernel/bytes.ts";
import { MisuseError } from "../../../simulator/kernel/errors.ts";
import { AIDS, DIGEST_INFO, E, getData, J, P, parts, queryOf, R, select, sign, swOf, V, verifyBy, X } from "./apdus.ts";
import { card, image, PIN, PINS, REFERENCE_NUMBER_B, talk } from "./fixture.ts";
import { inSlot } from "./in-slot.ts";
import { fileOf } from "./opened.ts";

/** What to look at to see which value a card took, and what each value shows. */
interface Observation {
  readonly look: (order: Pick<CardOrder, "profile">) => unknown;
  readonly shows: Readonly<Record<string, unknown>>;
}

/** Status words of commands, one after another, on a card of this order. */
const heard =
  (commands: readonly string[], more: Partial<CardOrder> = {}) =>
  (order: Pick<CardOrder, "profile">): readonly string[] =>
    commands.map(talk(card({ ...more, ...order }))).map(swOf);

const exhausted = { pins: { ...PINS, authenticationTriesUsed: 3 } };
const faceOnly: Partial<CardOrder> = { carrier: "face-only", pins: { ...PINS, authentication: undefined } };
const signTwice = [J, verifyBy(0x18, PIN), sign(DIGEST_INFO, 0x97), sign(DIGEST_INFO, 0x97)];

/** Every choice of my-number-card.md §8 that can be switched. */
const switches: Readonly<Partial<Record<CardChoice, Observation>>> = {
  reselect: {
    look: heard([J, verifyBy(0x18, PIN), J, sign(DIGEST_INFO, 0x97)]),
    shows: {
      "keeps-rights": ["9000", "9000", "9000", "9000"],
      "clears-rights": ["9000", "9000", "9000", "6982"],
    },
  },
  blockedVerify: {
    look: heard([J, E(0x0018), P(PIN), "00200080"], exhausted),
    shows: { "6984": ["9000", "9000", "6984", "63C0"], "6983": ["9000", "9000", "6983", "63C0"] },
  },
  readAcrossEnd: {
    look: heard([J, E(0x0006), R(0x9f, 2), R(0x9f, 1), R(0x9f, 256)]),
    shows: { "9000": Array(5).fill("9000"), "6282": ["9000", "9000", "6282", "9000", "9000"] },
  },
  certificateFiles: {
    look: (order) => fileOf(card(order), "jpki", 0x0a).length,
    shows: { padded: 2048, exact: image().jpki.authentication.certificate().length },
  },
  referenceTries: {
    look: heard([V, queryOf(0x11), queryOf(0x12), queryOf(0x13), X, queryOf(0x14), queryOf(0x15)]),
    shows: {
      "10": ["9000", "63CA", "63CA", "63CA", "9000", "63CA", "63CA"],
      "3": ["9000", "63C3", "63C3", "63C3", "9000", "63C3", "63C3"],
    },
  },
  unknownObjects: {
    look: heard([J, E(0x0005), E(0x0010), V, E(0x0006), X, E(0x0008), E(0x0012)]),
    shows: { exist: Array(8).fill("9000"), absent: ["9000", "6A82", "6A82", "9000", "6A82", "9000", "6A82", "9000"] },
  },
  faceOnlyPins: {
    look: heard([J, queryOf(0x18), queryOf(0x1b), X, queryOf(0x11)], faceOnly),
    shows: {
      blocked: ["9000", "63C0", "63C5", "9000", "63C3"],
      absent: ["9000", "6A82", "6A82", "9000", "6A82"],
    },
  },
  pinless: { look: heard([J, E(0x0016)]), shows: { simulated: ["9000", "9000"], absent: ["9000", "6A82"] } },
  signatureRight: {
    look: heard(signTwice),
    shows: { "until-reset": Array(4).fill("9000"), "one-signature": ["9000", "9000", "9000", "6982"] },
  },
  phoneCertificate: {
    look: heard([J, "00B08A0004"], { carrier: "android" }),
    shows: { "needs-pin": ["9000", "6982"], free: ["9000", "9000"] },
  },
  signatureMs: {
    look(order) {
      const slot = inSlot(card(order));
      for (const command of signTwice) slot.send(command);
      return slot.elapsedMs();
    },
    shows: { "400": 800, "0": 0, "300": 600, "500": 1000, "1500": 3000 },
  },
};

/** Choices with one value, and where a card shows it. */
const fixed: Readonly<Partial<Record<CardChoice, () => void>>> = {
  unblock: () => expect(heard([J, "002C0318"])({ profile: defaultCardProfile })).toEqual(["9000", "6D00"]),
  certificateUrls: () => {
    const certificate = new X509Certificate(image().jpki.authentication.certificate());
    expect(certificate.infoAccess).toContain("http://ocsp.sim.invalid/");
    expect(latin1(certificate.raw)).not.toMatch(/https?:\/\/(?![a-z]+\.sim\.invalid\/)/);
  },
  trustAnchor: () => {
    expect(new X509Certificate(image().jpki.authentication.certificate()).issuer).toContain("O=SIM-JPKI");
    expect(latin1(parts(talk()(getData(0x00f7))).data)).toMatch(/^999/);
  },
  algorithm: () => expect(image().jpki.authentication.key.asymmetricKeyDetails).toMatchObject({ modulusLength: 2048 }),
  // The picture itself is drawn in harness/edges/portrait.ts and proven there; the card passes it on as it is.
  photo: () => expect(cardFront.decode(fileOf(card(), "card-surface", 0x02)).photo).toEqual(image().pictures.photo),
  // Names, addresses and numbers come from simulator/population and are proven there.
  persons: () => expect(image().holder.municipality).toMatch(/^99/),
  photoless: () => {
    const none = card({ pictures: { ...image().pictures, photo: new Uint8Array(0) } });
    expect(cardFront.decode(fileOf(none, "card-surface", 0x02)).photo).toHaveLength(0);
  },
};

describe("what is not public is a choice, and each changes what it says (my-number-card.md §8)", () => {
  const cases = Object.entries(switches).flatMap(([name, { look, shows }]) =>
    Object.entries(shows).map(([value, shown]) => ({ choice: `${name}=${value}`, look, shown })),
  );
  it.each(cases)("$choice", ({ choice, look, shown }) => {
    expect(look({ profile: cardProfile([choice]) })).toEqual(shown);
  });

  it("every value of every choice is looked at above, and no two look alike", () => {
    for (const [name, { values }] of Object.entries(cardChoices)) {
      const shows = switches[name as CardChoice]?.shows;
      expect([name, shows === undefined ? values.length : Object.keys(shows).sort()]).toEqual([
        name,
        shows === undefined ? 1 : [...values].sort(),
      ]);
      const looks = Object.values(shows ?? {}).map((shown) => JSON.stringify(shown));
      expect(new Set(looks).size).toBe(looks.length);
    }
  });

  it.each(Object.entries(fixed))("%s has one value, which the card shows", (_name, look) => look());

  it("the choices are D-01 to D-18, each once, and all that have one value are listed", () => {
    const ids = Array.from({ length: 18 }, (_, at) => `D-${String(at + 1).padStart(2, "0")}`);
    expect(Object.values(cardChoices).map(({ id }) => id)).toEqual(ids);
    const single = Object.entries(cardChoices).filter(([, { values }]) => values.length === 1);
    expect(single.map(([name]) => name).sort()).toEqual(Object.keys(fixed).sort());
  });

  it("the first value is the default", () => {
    for (const [name, { values }] of Object.entries(cardChoices))
      expect(defaultCardProfile[name as CardChoice]).toBe(values[0]);
  });
});

describe("a choice on the command line", () => {
  it("is named by its word or by its number", () => {
    expect(cardProfile(["blockedVerify=6983"])).toEqual(cardProfile(["D-02=6983"]));
    expect(cardProfile(["D-02=6983"]).blockedVerify).toBe("6983");
  });

  it.each([["blocked=6983"], ["D-19=x"], ["blockedVerify=6985"], ["blockedVerify"], ["=6983"], [""]])(
    "%s is a misuse that names what there is",
    (pair) => {
      expect(() => cardProfile([pair])).toThrow(MisuseError);
    },
  );
});

describe("one signature for one VERIFY (D-12)", () => {
  it("takes nothing away where the key wants no right: the card's own proof leaves the front open", () => {
    const send = talk(card({ profile: cardProfile(["signatureRight=one-signature"]) }));
    for (const step of [select(AIDS["card-surface"]), verifyBy(0x12, REFERENCE_NUMBER_B)]) send(step);
    expect([sign(DIGEST_INFO, 0x00), "00B0820000"].map(send).map(swOf)).toEqual(["9000", "9000"]);
  });

  it("is used up by a signature alone, not by a refusal", () => {
    const send = talk(card({ profile: cardProfile(["signatureRight=one-signature"]) }));
    for (const step of [J, verifyBy(0x18, PIN)]) send(step);
    const tooLong = sign("A5".repeat(246), 0x97);
    expect([tooLong, sign(DIGEST_INFO, 0x97), sign(DIGEST_INFO, 0x97)].map(send).map(swOf)).toEqual([
      "6700",
      "9000",
      "6982",
    ]);
  });
});
