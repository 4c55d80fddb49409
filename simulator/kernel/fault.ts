import type { Bilingual } from "./bilingual.ts";
import type { Clock } from "./clock.ts";
import type { Interceptor, Live, PcoName, Switchboard } from "./pco.ts";
import type { Rng } from "./rng.ts";

/** What a fault may know of the world: its time and a stream of chance of its own. */
export interface FaultContext {
  readonly clock: Clock;
  readonly rng: Rng;
}

/** One way of going wrong, on one PCO. `shows` names a run whose trace this fault must mark. */
export interface Fault<I extends string, N extends PcoName, P> {
  readonly id: I;
  readonly title: Bilingual;
  readonly pco: N;
  readonly defaults: P;
  readonly shows: string;
  arm(params: P, cx: FaultContext): Interceptor<Live<N>>;
}

/** A declared fault: it knows how to plug itself in, so that nobody else has to match parameters and PCO. */
export interface DeclaredFault<I extends string, N extends PcoName, P> extends Fault<I, N, P> {
  /** Plugs the fault in; the returned function repairs it. */
  plugInto(board: Switchboard, params: object, cx: FaultContext): () => void;
}

/** Declares a fault; id, PCO and parameters keep their literal types. */
export function fault<const I extends string, N extends PcoName, P extends object>(
  declaration: Fault<I, N, P>,
): DeclaredFault<I, N, P> {
  return {
    ...declaration,
    plugInto: (board, params, cx) =>
      board.arm(declaration.pco, declaration.id, declaration.arm({ ...declaration.defaults, ...params }, cx)),
  };
}
