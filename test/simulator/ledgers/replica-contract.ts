import { describe, expect, it } from "vitest";
import { civilDate, HOUR_MS, midnightMs } from "../../../simulator/kernel/civil-time.ts";
import { rngFromSeed } from "../../../simulator/kernel/rng.ts";
import type { LedgerStore } from "../../../simulator/ledgers/ledger-store.ts";
import { StoredCentre } from "../../../simulator/ledgers/stored-centre.ts";
import type { CentreAnswer } from "../../../simulator/messages/line-envelope.ts";
import { type Revocation, revocationList } from "../../../simulator/pki/revocation.ts";
import {
  authenticate,
  type Centre,
  centre,
  certificateUntil,
  clinic,
  item,
  pharmacy,
  proof,
  rowsOf,
  someone,
  TODAY,
  users,
} from "../central/fixture.ts";
import { type Place, put } from "./contract.ts";

const NOW_MS = midnightMs(TODAY) + 10 * HOUR_MS;
const CERTIFICATE = certificateUntil(civilDate("2029-05-20"));
const KNOWN = rowsOf(someone, NOW_MS - HOUR_MS);

/** A replica of the centre over a store, with the surroundings of the virtual world's centre in the fixture. */
function replica(store: LedgerStore, revocations: readonly Revocation[] = [], seed = 1) {
  const stored = new StoredCentre({
    store,
    nowMs: () => NOW_MS,
    rng: rngFromSeed(seed),
    facilityByCode: (code) => [clinic, pharmacy].find((facility) => facility.code === code),
    userCas: [users.certificate],
    revocations: revocationList(revocations),
  });
  return (kind: string, body: object, facility = clinic.code): Promise<CentreAnswer> =>
    stored.answer({ kind, facility, body });
}

const conclusion = (dialogue: CentreAnswer) => ({
  DialogueId: item(dialogue, "DialogueId"),
  Asked: "checkup drug",
  Given: "drug",
});

/** What replicas of the centre over one ledger must keep to; the core is the same, so stores are told apart by it. */
export function replicaContract(name: string, open: () => Promise<Place>): void {
  describe(`replicas of the centre over ${name}`, () => {
    it("answer a whole check-in as the centre of the virtual world does", async () => {
      await using place = await open();
      const store = await place.replica();
      await put(store, ...KNOWN);
      const ask = replica(store);
      const world: Pick<Centre, "ask"> = centre({ rows: KNOWN });
      const expected = authenticate(world, CERTIFICATE);
      const recognised = await ask("SIMauthenticate", proof(await ask("SIMchallenge", {}), CERTIFICATE));
      expect(recognised).toEqual(expected);
      expect(await ask("SIMconclude", conclusion(recognised))).toEqual(world.ask("SIMconclude", conclusion(expected)));
    });

    it("know what another replica was told a message before", async () => {
      await using place = await open();
      const [one, other] = [await place.replica(), await place.replica()];
      await put(one, ...KNOWN);
      const [askOne, askOther] = [replica(one), replica(other, [], 2)];
      const recognised = await askOther("SIMauthenticate", proof(await askOne("SIMchallenge", {}), CERTIFICATE));
      expect(await askOne("SIMconclude", conclusion(recognised))).toMatchObject({ status: "ok" });
      expect(await askOther("SIMconclude", conclusion(recognised))).toMatchObject({ code: "SIM-E-007" });
    });

    it("accept a challenge once, though the proof comes to two replicas at the same time", async () => {
      await using place = await open();
      const [one, other] = [await place.replica(), await place.replica()];
      await put(one, ...KNOWN);
      const [askOne, askOther] = [replica(one), replica(other, [], 2)];
      for (let again = 0; again < 5; again++) {
        const answer = proof(await askOne("SIMchallenge", {}), CERTIFICATE);
        const both = await Promise.all([askOne("SIMauthenticate", answer), askOther("SIMauthenticate", answer)]);
        expect(both.map(({ status }) => status).sort()).toEqual(["ok", "refused"]);
      }
    });

    it("judge the certificate by themselves", async () => {
      await using place = await open();
      const store = await place.replica();
      await put(store, ...KNOWN);
      const ask = replica(store, [{ serial: "11223344", revokedAtMs: NOW_MS - 1, reason: "lost-card" }]);
      const refused = await ask("SIMauthenticate", proof(await ask("SIMchallenge", {}), CERTIFICATE));
      expect(item(refused, "Outcome")).toBe("certificate-refused");
    });

    it("refuse what they cannot serve without asking the ledger", async () => {
      const asked: LedgerStore = {
        transact: () => Promise.reject(new Error("the ledger was asked")),
        close: async () => undefined,
      };
      const ask = replica(asked);
      expect(await ask("OQSsixxx01", {})).toMatchObject({ status: "refused", code: "SIM-E-001" });
      expect(await ask("SIMchallenge", {}, "9910099999")).toMatchObject({ code: "SIM-E-005" });
      expect(await ask("SIMregister", {})).toMatchObject({ code: "SIM-E-002" });
    });
  });
}
