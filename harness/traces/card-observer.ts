import { keepApdu, keepFieldChange, keepSupply } from "../../devices/cards/field.ts";
import type { AnyObservation, Observer } from "../../simulator/kernel/pco.ts";
import type { CardEvent } from "./card-events.ts";

/** An observer for cards outside a scenario: everything on their points is told, without secrets; nothing is kept here. */
export function cardObserver(tell: (event: CardEvent) => void): Observer {
  let count = 0;
  return (observation) => {
    const event = eventOf(observation);
    if (event !== undefined) tell(event);
    return ++count;
  };
}

function eventOf(observation: AnyObservation): CardEvent | undefined {
  const { atMs, by, fate } = observation;
  const common = { atMs, ...(by.length === 0 ? {} : { by }), ...(fate === "passed" ? {} : { fate }) };
  switch (observation.pco) {
    case "card.field":
      return { ...common, pco: "card.field", message: keepFieldChange(observation.message) };
    case "card.supply":
      return { ...common, pco: "card.supply", message: keepSupply(observation.message) };
    case "card.apdu":
      return { ...common, pco: "card.apdu", message: keepApdu(observation.message).message };
    default:
      return undefined;
  }
}
