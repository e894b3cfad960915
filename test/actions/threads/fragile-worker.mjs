// A thread of tests: it waits, dies or answers, as its task says, and counts its beginnings and deaths.
import { serve } from "../../../dist/actions/threads/serve.js";

const BEGINNINGS = 0;
const DEATHS = 1;

await serve(({ counts, cannotBegin }, isStopped) => {
	Atomics.add(counts, BEGINNINGS, 1);
	if (cannotBegin) throw new Error("no market can be built");
	return ({ value, wait = 0, deaths = 0, by, untilStopped = false }) => {
		Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait);
		if (Atomics.load(counts, DEATHS) < deaths) {
			Atomics.add(counts, DEATHS, 1);
			if (by === "exit") process.exit(9);
			throw new Error("out of luck");
		}
		while (untilStopped) if (isStopped()) return "given up";
		return value;
	};
});
