import type { SimulatorFactory } from "../../src/market/simulator.ts";
import { createSimulator as createSound } from "./fake-simulator.ts";

/** The fake simulator, at a tenth of a second a replicate. */
export const createSimulator: SimulatorFactory = (scenarios, options) => {
	const sound = createSound(scenarios, options);
	return {
		run(replicate) {
			const until = performance.now() + 100;
			while (performance.now() < until);
			return sound.run(replicate);
		},
	};
};
