import { deviceFaults } from "../devices/faults/index.ts";
import { simulatorFaults } from "../simulator/faults/index.ts";
import type { Clock } from "../simulator/kernel/clock.ts";
import { MisuseError } from "../simulator/kernel/errors.ts";
import type { Switchboard } from "../simulator/kernel/pco.ts";
import type { Rng } from "../simulator/kernel/rng.ts";

/** Every fault there is. */
export const faults = [...simulatorFaults, ...deviceFaults] as const;

type AnyFault = (typeof faults)[number];
/** Id of a fault. */
export type FaultId = AnyFault["id"];
/** Parameters of a fault. */
export type FaultParams<I extends FaultId> = Extract<AnyFault, { readonly id: I }>["defaults"];

/** Arms a fault on a world; the returned function repairs it. */
export function armFault(
  id: FaultId,
  params: object = {},
  { board, clock, rng }: { readonly board: Switchboard; readonly clock: Clock; readonly rng: Rng },
): () => void {
  const found = faults.find((candidate) => candidate.id === id);
  if (found === undefined)
    throw new MisuseError(
      "fault",
      `there is no ${id}`,
      faults.map((known) => known.id),
    );
  return found.plugInto(board, params, { clock, rng: rng.fork(`fault/${id}`) });
}
