import { appendFileSync, readFileSync } from "node:fs";
import type { SimulatorFactory } from "../../src/market/simulator.ts";
import { createSimulator as createSound } from "./fake-simulator.ts";

/**
 * The fake simulator, but replicate 7 ends its thread. The seed is `<times> <file>`: so
 * many times it dies, counted in a file that outlives the thread.
 */
export const createSimulator: SimulatorFactory = (scenarios, options) => {
	const [times, file] = String(options.seed).split(" ");
	const sound = createSound(scenarios, { ...options, seed: 42 });
	return {
		run(replicate) {
			if (replicate === 7 && file && deaths(file) < Number(times)) {
				appendFileSync(file, "x");
				process.exit(9);
			}
			return sound.run(replicate);
		},
	};
};

function deaths(file: string): number {
	try {
		return readFileSync(file, "utf8").length;
	} catch {
		return 0;
	}
}
