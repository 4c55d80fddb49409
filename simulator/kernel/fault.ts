import type { Bilingual } from "./bilingual.ts";
import type { Clock } from "./clock.ts";
import type { Interceptor, Live, PcoName } from "./pco.ts";
import type { Rng } from "./rng.ts";

/** What a fault may know of the world: its time and a stream of chance of its own. */
export interface FaultContext {
  readonly clock: Clock;
  readonly rng: Rng;
}

/** One way of going wrong, on one PCO. `shows` names a scenario whose trace this fault must mark. */
export interface Fault<I extends string, N extends PcoName, P> {
  readonly id: I;
  readonly title: Bilingual;
  readonly pco: N;
  readonly defaults: P;
  readonly shows: string;
  arm(params: P, cx: FaultContext): Interceptor<Live<N>>;
}

/** Declares a fault; the identity function, so that id, PCO and parameters keep their literal types. */
export function fault<const I extends string, N extends PcoName, P extends Readonly<Record<string, unknown>>>(
  declaration: Fault<I, N, P>,
): Fault<I, N, P> {
  return declaration;
}
