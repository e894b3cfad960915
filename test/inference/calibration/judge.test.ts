import { describe, expect, it } from "vitest";
import { recordOf2018To2024 } from "../../../src/actions/scenarios/record-scenario.ts";
import { LUCK_STREAMS } from "../../../src/calibration/priors/luck-scores.ts";
import {
	drawOf,
	FREE_NUMBERS,
} from "../../../src/inference/calibration/free-numbers.ts";
import { Judge } from "../../../src/inference/calibration/judge.ts";
import {
	firstLuck,
	pastOf,
} from "../../../src/inference/calibration/particle.ts";
import { createSimulator } from "../../../src/market/replicate.ts";
import { Streams } from "../../../src/random/streams.ts";

const scores = new Float64Array(FREE_NUMBERS.length);
const luck = firstLuck(new Streams("judge", 0));

/** Another luck from a month on. */
function otherFrom(month: number, from = luck): Float64Array {
	const other = Float64Array.from(from);
	for (let i = month * LUCK_STREAMS.length; i < other.length; i += 7)
		other[i]! = -other[i]!;
	return other;
}

describe("a run of the record from a checkpoint", () => {
	const judge = new Judge(createSimulator, recordOf2018To2024(), "judge");
	const run = (own: Float64Array) => pastOf({ scores, luck: own });

	it.each([0, 1, 26, 47, 83])(
		"with another luck from month %i on is the whole run to the bit",
		(month) => {
			const past = run(otherFrom(month));
			const whole = judge.begin(past);
			judge.begin(run(luck));
			judge.keep();
			expect(judge.replay(past, month)).toEqual(whole);
		},
	);

	it("starts from the kept run, whatever was tried and not kept in between", () => {
		judge.begin(run(luck));
		judge.keep();
		judge.replay(run(otherFrom(12)), 12);
		judge.begin({ ...run(luck), ...drawOf(scores.map(() => 0.5)) });
		const past = run(otherFrom(70));
		const replayed = judge.replay(past, 70);
		expect(replayed).toEqual(judge.begin(past));
	});

	it("goes on from a replay that was kept", () => {
		judge.begin(run(luck));
		judge.keep();
		const first = otherFrom(40);
		judge.replay(run(first), 40);
		judge.keep();
		const past = run(otherFrom(66, first));
		expect(judge.replay(past, 66)).toEqual(judge.begin(past));
	});
});
