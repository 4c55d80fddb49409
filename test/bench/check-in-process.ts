import { checkInScenario, picturesFor, readyWorld } from "./check-in-world.ts";

// A process of its own, so that its peak memory is that of check-ins alone.
const plan = checkInScenario("face", 600);
readyWorld(plan, await picturesFor(plan)).go();
