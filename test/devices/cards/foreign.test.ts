import { X509Certificate } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cardApplications } from "../../../devices/cards/applications/index.ts";
import type { Card } from "../../../devices/cards/card.ts";
import { CardSlot } from "../../../devices/cards/card-slot.ts";
import { keepApdu } from "../../../devices/cards/field.ts";
import { foreignCards } from "../../../devices/cards/foreign/index.ts";
import { decodeCommand } from "../../../devices/iso7816/apdu.ts";
import { hasValidTck, MY_NUMBER_ATRS } from "../../../devices/iso7816/atr.ts";
import { CardInField } from "../../../devices/readers/card-access.ts";
import { carefulReader } from "../../../devices/readers/decisions.ts";
import type { SessionOutcome } from "../../../devices/readers/outcome.ts";
import { readerSession } from "../../../devices/readers/session.ts";
import { preparePictures } from "../../../harness/edges/prepare-pictures.ts";
import { scriptedPatient } from "../../../harness/patient-script.ts";
import { Run } from "../../../harness/run.ts";
import { scenario } from "../../../harness/scenario.ts";
import { c01 } from "../../../harness/scenarios/certification/c01-face-happy-path.ts";
import { ascii, fromHex, toHex } from "../../../simulator/kernel/bytes.ts";
import { civilDate } from "../../../simulator/kernel/civil-time.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";
import { Switchboard } from "../../../simulator/kernel/pco.ts";
import { start } from "../../../simulator/kernel/process.ts";
import { rngFromSeed } from "../../../simulator/kernel/rng.ts";
import { readSignatureHolder } from "../../../simulator/pki/signature-certificate.ts";
import { simulationKey } from "../../../simulator/pki/simulation-keys.ts";
import { personas } from "../../../simulator/population/personas/index.ts";
import { policyAt } from "../../../simulator/population/policy.ts";
import { talk } from "./fixture.ts";

type ForeignCardId = (typeof foreignCards)[number]["id"];

const rows = foreignCards.map((card) => [card.id, card] as const);
const cardOf = (id: ForeignCardId, seed = 1): Card => {
  const found = foreignCards.find((card) => card.id === id);
  if (found === undefined) throw new RangeError(id);
  return found.make(rngFromSeed(seed));
};
/** Hexadecimal commands without blanks, hexadecimal answers. */
const talkTo = (id: ForeignCardId) => {
  const send = talk(cardOf(id));
  return (hex: string): string => send(hex.replaceAll(" ", ""));
};

const STORAGE: readonly ForeignCardId[] = ["felica", "mifare-classic"];
const GET_UID = "FFCA000000";
/** SELECT by name: P2 0C asks for nothing, P2 00 with Le for the FCI. */
const selecting = (aidHex: string, p2: "0C" | "00" = "0C"): string =>
  `00A404${p2}${(aidHex.length / 2).toString(16).padStart(2, "0")}${aidHex}${p2 === "00" ? "00" : ""}`;
const SELECT_JPKI = selecting("D392F000260100000001");
const MY_NUMBER_AIDS = cardApplications.map(({ id, aid }) => ({ id, aid: toHex(aid) }));
/** What OpenSC 0.23 asks before it asks for a My Number card (my-number-card.md §5.1). */
const FOREIGN_PROBES = [
  ...[
    "627601FF000000",
    "A00000000101",
    "E82B0601040181C31F0201",
    "D23300000045737445494420763335",
    "A00000030800001000",
    "A000000116DB00",
    "A0000000791000",
    ...Array.from({ length: 16 }, (_, at) => `A00000007901${at.toString(16).padStart(2, "0")}`),
    "F276A288BCFBA69D34F31001",
    "A00000039742544659",
    "D27600012401",
  ].flatMap((aid) => [selecting(aid), selecting(aid, "00")]),
  "00CADF3005",
  "00CB3FFF035C017E08",
];

describe("every foreign card", () => {
  it("has a name of its own, also among the personas, and texts in both languages", () => {
    const names = [...foreignCards, ...personas].map(({ id }): string => id);
    expect(new Set(names).size).toBe(names.length);
    for (const { title, advice } of foreignCards) {
      for (const { ja, en } of [title, advice]) {
        expect(ja).toMatch(/[ぁ-んァ-ヶ一-龠]/);
        expect(en).toMatch(/^[\x20-\x7e]+$/);
      }
      expect(advice.ja).toContain("マイナンバーカードを置くよう伝える");
      expect(advice.en).toContain("ask for the");
    }
  });

  it("answers a reset with a closed ATR, which is neither another's nor that of a My Number card", () => {
    const atrs = foreignCards.map(({ make }) => make(rngFromSeed(1)).powerOn());
    for (const atr of atrs) expect(hasValidTck(atr)).toBe(true);
    const all = [...atrs, ...Object.values(MY_NUMBER_ATRS)].map(toHex);
    expect(new Set(all).size).toBe(all.length);
  });

  it.each(rows)("%s has none of the applications of a My Number card, but for JPKI on a Juki card", (id) => {
    const send = talkTo(id);
    for (const { id: application, aid } of MY_NUMBER_AIDS) {
      const juki = id === "juki-card" && application === "jpki";
      expect(send(selecting(aid)), application).toBe(juki ? "9000" : STORAGE.includes(id) ? "6A81" : "6A82");
    }
  });

  it.each(rows)("%s is taken for none of the cards that OpenSC knows", (id) => {
    const send = talkTo(id);
    for (const probe of FOREIGN_PROBES) expect(send(probe), probe).toMatch(/^6[A-F]..$/);
  });

  it("tells itself from every other one by what it answers, its ATR unseen", () => {
    const questions = [
      SELECT_JPKI,
      GET_UID,
      selecting("E828BD080FA000000391"),
      selecting("A000000231"),
      selecting(toHex(ascii("2PAY.SYS.DDF01"))),
    ];
    const answers = foreignCards.map(({ id }) => questions.map((question) => talkTo(id)(question).slice(-4)).join());
    // The two storage cards say the same words: the length of the UID and the ATR are all there is.
    expect(new Set(answers).size).toBe(foreignCards.length - 1);
    expect(talkTo("felica")(GET_UID)).not.toHaveLength(talkTo("mifare-classic")(GET_UID).length);
  });

  it.each(rows)("%s keeps a PIN that was meant for another card out of the evidence", (_id, { make }) => {
    const card = make(rngFromSeed(1));
    card.powerOn();
    for (const header of [
      "00200080",
      "00200081",
      "00200088",
      "0C200080",
      "FF200080",
      "00240180",
      "002C0080",
      "80320080",
    ]) {
      const command = decodeCommand(fromHex(`${header}0439383736`));
      if (command === undefined) throw new Error(header);
      const { message, marks } = keepApdu({ reader: "R1", command, ...card.transmit(command) });
      expect(message.command, header).not.toContain("39383736");
      expect(marks, header).toEqual(["pin"]);
    }
  });

  it.each(rows)("%s is the same card from the same seed, byte for byte", (id, { make }) => {
    const [one, same] = [talk(make(rngFromSeed(7))), talk(make(rngFromSeed(7)))];
    for (const command of [GET_UID, SELECT_JPKI, "00A4020C020006", "00B0000000"])
      expect(one(command), id).toBe(same(command));
  });
});

describe("storage cards", () => {
  it.each([
    ["felica", /^02FE.{12}9000$/, 8],
    ["mifare-classic", /^08.{6}9000$/, 4],
  ] as const)("%s: the reader tells a number that no issued card has", (id, uid, uidBytes) => {
    const send = talkTo(id);
    expect(send(GET_UID)).toMatch(uid);
    expect(send(`FFCA0000${uidBytes.toString(16).padStart(2, "0")}`)).toBe(send(GET_UID));
    expect(send("FFCA000010")).toBe(send(GET_UID).replace(/9000$/, "6282"));
    expect(send("FFCA000001")).toBe(`6C0${uidBytes}`);
    expect(send("FFCA0000")).toBe("6700");
    expect(talk(cardOf(id, 2))(GET_UID)).not.toBe(send(GET_UID));
  });

  it.each(STORAGE)("%s: nothing else is understood, in whatever class", (id) => {
    const send = talkTo(id);
    for (const command of ["FFCA010000", "FFCA000100", "FFB0000010", "00B0000010", "80A80000", "90600000", "0CA40000"])
      expect(send(command), command).toBe("6A81");
  });
});

describe("the payment card", () => {
  it("lists one application of a scheme that does not exist", () => {
    const send = talkTo("payment-card");
    expect(send(selecting(toHex(ascii("2PAY.SYS.DDF01")), "00"))).toBe(
      `6F2F 840E ${toHex(ascii("2PAY.SYS.DDF01"))} A51D BF0C1A 6118 4F07 F053494D504159 500A ${toHex(ascii("SIMULATION"))} 870101 9000`.replaceAll(
        " ",
        "",
      ),
    );
    expect(send(selecting("F053494D504159", "00"))).toBe(
      `6F17 8407 F053494D504159 A50C 500A ${toHex(ascii("SIMULATION"))} 9000`.replaceAll(" ", ""),
    );
    expect(send(selecting(toHex(ascii("1PAY.SYS.DDF01"))))).toBe("6A82");
  });

  it("begins no payment and has no record, so no account number either", () => {
    const send = talkTo("payment-card");
    send(selecting("F053494D504159"));
    expect(send("80A8000002830000")).toBe("6985");
    for (let sfi = 1; sfi <= 30; sfi++)
      expect(send(`00B201${((sfi << 3) | 4).toString(16).padStart(2, "0")}00`)).toBe("6A82");
  });
});

describe("the HPKI card", () => {
  it.each(["1", "2"])("application %s counts the tries of its password by reference 88", (last) => {
    const send = talkTo("hpki-card");
    expect(send(selecting(`E828BD080FA00000039100000000000${last}`, "00"))).toMatch(/^6F.*9000$/);
    expect(["00A4020C020002", "00200088", "0020008804 30303030", "00200088"].map(send)).toEqual([
      "9000",
      "63CF",
      "63CE",
      "63CE",
    ]);
    expect(send("00A4020C020016")).toBe("6A82");
  });
});

describe("the driving licence", () => {
  it("has an MF with two PINs of three tries", () => {
    const send = talkTo("driving-licence");
    expect(send("00A40000")).toBe("9000");
    expect(["00200081", "00200082", "0020008104 39393939", "00200081"].map(send)).toEqual([
      "63C3",
      "63C3",
      "63C2",
      "63C2",
    ]);
  });

  it.each([
    ["DF1", "A0000002310100000000000000000000"],
    ["DF2", "A0000002310200000000000000000000"],
  ])("%s gives nothing away, and no PIN is presented there", (_name, aid) => {
    const send = talkTo("driving-licence");
    expect(send("0020008104 30303030")).toBe("9000");
    expect([selecting(aid), "00A4020C020001", "00B0000000", "00200081"].map(send)).toEqual([
      "9000",
      "9000",
      "6982",
      "6981",
    ]);
    expect(["00A40000", "00200081"].map(send)).toEqual(["9000", "63C3"]);
  });
});

describe("the Juki card", () => {
  it("is told from a My Number card by its token label", () => {
    const send = talkTo("juki-card");
    expect([SELECT_JPKI, "00A4020C020006"].map(send)).toEqual(["9000", "9000"]);
    expect(send("00B0000020")).toBe(`${toHex(ascii("JPKIAPICCTOKEN".padEnd(32)))}9000`);
  });

  it("has no user certificate, and neither key nor PIN for one", () => {
    const send = talkTo("juki-card");
    send(SELECT_JPKI);
    for (const fid of ["000A", "000B", "0017", "0018"]) expect(send(`00A4020C02${fid}`), fid).toBe("6A82");
  });

  it("gives its certificate for the password only: of nobody, and expired", () => {
    const send = talkTo("juki-card");
    send(SELECT_JPKI);
    expect(send("00B0810000")).toBe("6982");
    expect(["0020009B", `0020009B07${toHex(ascii("SIM0000"))}`].map(send)).toEqual(["63C5", "9000"]);
    const der = fromHex(send("00B08100000000"));
    expect(new X509Certificate(der).validTo).toBe("Apr  1 14:59:59 2015 GMT");
    expect(readSignatureHolder(der)).toMatchObject({ name: "模擬　住基" });
  });
});

describe("at the reader", () => {
  /** Lays a card on the reader of a counter and lets the session come to its end. */
  async function layDown(card: Card) {
    const steps = [{ step: "check-in", visit: "V1", persona: "employee", methods: ["pin"], consents: [] }] as const;
    const told = scenario({ ...c01, steps, checks: [] });
    const run = new Run({ scenario: told, seed: 1, pictures: await preparePictures(told, 1) }, "none", "simulate");
    const { world } = run;
    const result: { outcome?: SessionOutcome } = {};
    const startMs = world.clock.nowMs;
    const strand = world.board.strand();
    const { clock } = world;
    const session = readerSession(scriptedPatient(steps[0], world.actor("employee"), world), {
      reader: "R1",
      profile: world.profile,
      decisions: carefulReader,
      clock,
      rng: world.rng.fork("foreign"),
      strand,
      card: new CardInField({ card, reader: "R1", strand, clock }),
      memory: { leftovers: {} },
      terminal: world.terminal,
      policy: policyAt(civilDate(told.policyDate)),
      surfaceCaKey: simulationKey("card-surface-cv-ca").publicKey,
      decodePhoto: world.decodePhoto,
    });
    start(session, (settled) => {
      if ("error" in settled) throw settled.error;
      result.outcome = settled.value;
    });
    world.clock.runUntilIdle();
    return { ...result, tookMs: world.clock.nowMs - startMs, trace: run.conclude().trace };
  }

  it.each(rows)(
    "%s is given back before the patient is asked anything, and no terminal hears of it",
    async (_id, card) => {
      const { outcome, tookMs, trace } = await layDown(card.make(rngFromSeed(1)));
      expect(outcome?.kind).toBe("ended");
      expect(tookMs).toBeLessThan(120_000);
      expect(trace.on("terminal.api")).toEqual([]);
      expect(trace.on("reader.screen").map(({ message }) => message.screen)).not.toContain("S02");
      expect(trace.on("card.field").at(-1)?.message.change).toBe("removed");
    },
  );

  it.each(rows)("%s is no My Number card: the reader says 002", async (_id, card) => {
    const { outcome } = await layDown(card.make(rngFromSeed(1)));
    expect(outcome).toEqual({ kind: "ended", message: "002" });
  });
});

describe("in a slot", () => {
  /** A slot with a card that has power, and a way to ask it for bytes; every answer must come exactly once. */
  function slotWith(card: Card) {
    const clock = new VirtualClock(0);
    const defects: unknown[] = [];
    const board = new Switchboard(clock, () => 0);
    const onDefect = (error: unknown): void => void defects.push(error);
    const slot = new CardSlot({ reader: "R1", clock, board, onDefect });
    slot.insert(card);
    const ask = (bytes: Uint8Array): string | undefined => {
      const answers: (Uint8Array | undefined)[] = [];
      slot.exchange(bytes, (response) => answers.push(response));
      clock.runUntilIdle();
      expect(answers).toHaveLength(1);
      return answers[0] === undefined ? undefined : toHex(answers[0]);
    };
    return { slot, ask, defects };
  }

  it.each(rows)("%s answers bytes as it answers commands, and 6700 to what is no command", (id, { make }) => {
    const { slot, ask, defects } = slotWith(make(rngFromSeed(1)));
    expect(ask(fromHex(SELECT_JPKI))).toBeUndefined();
    expect(slot.powerOn()).toEqual(make(rngFromSeed(1)).atr);
    for (const command of [SELECT_JPKI, GET_UID]) expect(ask(fromHex(command))).toBe(talkTo(id)(command));
    for (const bytes of ["", "00", "00A404", "00A4040C0A00"]) expect(ask(fromHex(bytes)), bytes).toBe("6700");
    slot.remove();
    expect(ask(fromHex(SELECT_JPKI))).toBeUndefined();
    expect(defects).toEqual([]);
  });

  it.each(rows)("%s answers any bytes with a status word", (_id, { make }) => {
    const { slot, ask, defects } = slotWith(make(rngFromSeed(1)));
    slot.powerOn();
    const known = fc.constantFrom(
      "00A4040C",
      "00A40400",
      "00A4020C",
      "00A40000",
      "00B08100",
      "00200081",
      "802A0080",
      "FFCA0000",
    );
    const bodies = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.constantFrom(...MY_NUMBER_AIDS.map(({ aid }) => fromHex(`0A${aid}`))),
    );
    const likely = fc.tuple(known, bodies).map(([header, body]) => fromHex(`${header}${toHex(body)}`));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), likely), (bytes) => {
        expect(ask(bytes)).toMatch(/^(?:[0-9A-F]{2})*[69][0-9A-F]{3}$/);
      }),
      { numRuns: 300 },
    );
    expect(defects).toEqual([]);
  });
});
