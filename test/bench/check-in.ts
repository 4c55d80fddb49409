import { constants, type KeyObject, privateEncrypt, sign } from "node:crypto";
import { digestInfo } from "../../devices/iso7816/commands.ts";
import type { World } from "../../harness/world.ts";
import { simulationKey } from "../../simulator/pki/simulation-keys.ts";
import { checkInScenario, PATIENTS, picturesFor, readyWorld } from "./check-in-world.ts";
import { type Figure, figure } from "./figure.ts";
import { perSecond, ratios, takeTurns, timeMs } from "./statistics.ts";

const CHECK_INS = 60;
const ROUNDS = 15;

/** The signatures of one check-in, over a challenge nobody saw before. */
type Signatures = (challenge: Uint8Array, patient: PatientKeys) => void;

interface PatientKeys {
  readonly internal: KeyObject;
  readonly user: KeyObject;
  readonly terminal: KeyObject;
}

const cardSignature = (challenge: Uint8Array, key: KeyObject): Buffer =>
  privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, digestInfo(challenge));

/** How many RSA-2048 signatures a way to confirm a person takes (my-number-card.md §1.10): card and terminal each. */
const WAYS = [
  {
    method: "face",
    signatures: 4,
    sign: (challenge: Uint8Array, { internal, user, terminal }: PatientKeys) => {
      cardSignature(challenge, internal);
      sign("sha256", challenge, terminal);
      cardSignature(challenge, user);
      cardSignature(challenge, internal); // the front's key once more: the card is still the one whose face was compared
    },
  },
  {
    method: "pin",
    signatures: 1,
    sign: (challenge: Uint8Array, { user }: PatientKeys) => {
      cardSignature(challenge, user);
    },
  },
] as const satisfies readonly { method: string; signatures: number; sign: Signatures }[];

/** Check-ins a second on virtual time with the trace on, beside a plain loop that makes the same signatures. */
export async function measureCheckIns(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const { method, signatures, sign: signAll } of WAYS) {
    const plan = checkInScenario(method, CHECK_INS);
    const pictures = await picturesFor(plan);
    const keys = keysOf(readyWorld(plan, pictures).world);
    const [checkIns = [], plain = []] = takeTurns(ROUNDS, [
      () => {
        const ready = readyWorld(plan, pictures);
        return timeMs(() => ready.go());
      },
      () => timeMs(() => signPlainly(signAll, keys)),
    ]);
    const name = `check-in by ${method} (${signatures} signature${signatures > 1 ? "s" : ""})`;
    figures.push(
      figure(`${name}, of the plain loop's speed`, "ratio", ratios(plain, checkIns), ">= 0.8"),
      figure(name, "per-second", perSecond(CHECK_INS, checkIns)),
      figure("  its signatures alone", "per-second", perSecond(CHECK_INS, plain)),
    );
  }
  return figures;
}

function signPlainly(signAll: Signatures, keys: readonly PatientKeys[]): void {
  const challenge = Buffer.alloc(32);
  for (let number = 0; number < CHECK_INS; number++) {
    challenge.writeUInt32BE(number);
    const patient = keys[number % keys.length];
    if (patient !== undefined) signAll(challenge, patient);
  }
}

function keysOf(world: World): readonly PatientKeys[] {
  return PATIENTS.map((id) => {
    const { keyIndex } = world.actor(id);
    return {
      internal: simulationKey("card-internal-authentication", keyIndex).privateKey,
      user: simulationKey("card-authentication", keyIndex).privateKey,
      terminal: simulationKey("terminal-cv").privateKey,
    };
  });
}
